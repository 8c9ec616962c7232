"""Builds a handover from a table of tasks, checks and scores it, and writes a Word file.

Run: python build_from_csv.py [OUT.docx]
"""

import sys
from datetime import date
from pathlib import Path

import opshandover as oh
from opshandover.model import Nothing, Person, Shift, Task, WorkProgress

TABLE = Path(__file__).with_name("tasks.csv")


def handover() -> oh.OpsDocument:
    """Builds the document: what the table does not hold is written here."""
    tasks = oh.items.read_csv(TABLE, Task)
    return oh.OpsDocument(
        profile="daily_handover",
        title="一号仓早班交接（2026 年 11 月 19 日）",
        department="一号仓",
        giver=Person(name="范志刚"),
        receivers=(Person(name="莫小雨"),),
        shift=Shift(name="早班"),
        prepared_on=date(2026, 11, 19),
        work_progress=WorkProgress(summary=f"{len(tasks)} 项任务，来自仓库任务表", tasks=tasks),
        issues=Nothing(reason="查过异常登记表，早班没有新问题"),
    )


def main(out: Path) -> None:
    """Prints the score and what is still to be done, and writes the Word file."""
    document = handover()
    report = oh.check(document)
    print(f"完整度 {oh.score(document).score} 分，{'可以' if report.ready else '还不能'}交接")
    for finding in report.findings:
        print(finding.severity.label.zh, finding.code, finding.path, finding.message["zh"])
    print("已写入", oh.export(document, "word", out))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "handover.docx"))
