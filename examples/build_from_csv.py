"""Builds a handover from a table of tasks, checks and scores it, and writes a Word file.

Run: python build_from_csv.py [OUT.docx]
"""

import csv
import sys
from datetime import date
from pathlib import Path

import opshandover as oh
from opshandover.model import Nothing, Person, Priority, Shift, Task, TaskStatus, WorkProgress

TABLE = Path(__file__).with_name("tasks.csv")
STATUS = {status.label.zh: status for status in TaskStatus}
PRIORITY = {priority.label.zh: priority for priority in Priority}


def task(row: dict[str, str]) -> Task:
    """Makes a task from one row; an empty cell is a field that is not filled in."""
    return Task(
        id=row["编号"],
        title=row["任务"],
        status=STATUS[row["状态"]],
        progress=int(row["进度"]),
        priority=PRIORITY.get(row["优先级"]),
        owner=Person(name=row["负责人"]),
        new_owner=Person(name=row["接手人"]) if row["接手人"] else None,
        due=date.fromisoformat(row["截止日期"]),
        result=row["成果"],
        remaining=row["剩余工作"],
        next_step=row["下一步"],
    )


def handover() -> oh.OpsDocument:
    """Builds the document: what the table does not hold is written here."""
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        tasks = tuple(task(row) for row in csv.DictReader(file))
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
