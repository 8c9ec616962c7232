"""The appendix with the findings of a check."""

from tests.layout.shown import below, in_markdown, in_word, only_table, paths_in, rows_of

from opshandover import export
from opshandover.exporters.markdown import MarkdownExporter
from opshandover.exporters.word import WordExporter
from opshandover.findings import Finding, NotChecked, Report, Severity
from opshandover.layout import lay_out
from opshandover.model.document import OpsDocument
from opshandover.model.tasks import Task, WorkProgress
from opshandover.rules import check
from opshandover.text import Text, message

DOCUMENT = OpsDocument(profile="daily_handover", work_progress=WorkProgress(tasks=(Task(title="补发|短信"), Task())))


def finding(severity: Severity, path: str = "work_progress.tasks[0].owner") -> Finding:
    """A finding of one rule."""
    return Finding(
        code="TSK001",
        name="task-unassigned",
        severity=severity,
        path=path,
        message=message("没有负责人 <b>", "no owner <b>"),
        hint=message("写上负责人", "say who does it"),
    )


def test_findings_stand_at_the_end_the_gravest_first() -> None:
    """Severity has mark and word; the place is said in the labels of the page."""
    report = Report(findings=tuple(map(finding, reversed(Severity))))
    page = lay_out(DOCUMENT, "zh", report=report)
    table = only_table(below(page.blocks, "检查结果"))
    place = "工作进展 › 任务 1（补发|短信） › 负责人"
    assert rows_of(table) == [
        ["程度", "规则", "位置", "问题与建议"],
        *(
            [mark, "TSK001/task-unassigned", place, "没有负责人 <b>/写上负责人"]
            for mark in ("× 错误", "▲ 警告", "○ 提示")
        ),
    ]
    assert paths_in(table) == {""}
    assert "检查发现 3 处：错误 1 处、警告 1 处、提示 1 处。" in in_markdown(page)
    assert "| × 错误 | TSK001（task-unassigned） | 工作进展 › 任务 1（补发\\|短信）" in in_markdown(page)
    assert "没有负责人 <b>\n写上负责人" in in_word(page).text()
    english = lay_out(DOCUMENT, "en", report=report)
    assert "Work progress › Task 1 (补发\\|短信) › Owner" in in_markdown(english)


def test_without_a_report_there_is_no_appendix() -> None:
    """Only who asks for it gets it; a clean check is said in a sentence."""
    assert "检查结果" not in in_markdown(lay_out(DOCUMENT, "zh"))
    clean = lay_out(DOCUMENT, "zh", report=Report(findings=()))
    assert in_markdown(clean).endswith("## 检查结果\n\n检查没有发现问题。\n")


def test_what_was_not_checked_is_not_passed_over() -> None:
    """Rules that could not be asked are named."""
    skipped = NotChecked(code="CMP001", name="x", reason=message("无", "none"))
    page = lay_out(DOCUMENT, "en", report=Report(findings=(), not_checked=(skipped,)))
    assert "1 rule(s) not checked: CMP001" in in_markdown(page)


def test_exporters_show_findings_when_asked() -> None:
    """The option `findings` shows what the rules say, in both formats."""
    codes = {one.code for one in check(DOCUMENT).findings}
    assert codes
    text = export(DOCUMENT, MarkdownExporter(findings=True), lang="en").decode()
    assert all(code in text for code in codes)
    without = export(DOCUMENT, MarkdownExporter(), lang="en").decode()
    assert all(code not in without for code in codes)
    assert len(export(DOCUMENT, WordExporter(findings=True))) > len(export(DOCUMENT, WordExporter()))


def test_hostile_messages_stay_text() -> None:
    """Whatever a rule says, it stays in its cell."""
    nasty = Text("a\n| b | \n# c\0", "a\n| b | \n# c\0")
    odd = Finding(
        code="X|1",
        name="`n`",
        severity=Severity.INFO,
        path="extra[0].body",
        message=message(nasty.zh, nasty.en),
        hint=message("", ""),
    )
    page = lay_out(DOCUMENT, "zh", report=Report(findings=(odd,)))
    last = in_markdown(page).rstrip().splitlines()[-1]
    assert last.startswith("| ○ 提示 | X\\|1（\\`n\\`） |")
    assert "a<br/>\\| b \\|&#32;<br/># c␀" in last
    assert "# c␀" in in_word(page).text()


def test_what_was_waived_is_said() -> None:
    """A finding that the document waives is not silent in the appendix."""
    waived = check(DOCUMENT).findings[:1]
    page = lay_out(DOCUMENT, "en", report=Report(findings=(), waived=waived))
    assert f"Waived in the document, 1 in all: {waived[0].code}" in in_markdown(page)
