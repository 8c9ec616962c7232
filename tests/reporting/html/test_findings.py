"""Findings in HTML: by place, with the text around them."""

from lxml import html
from tests.reporting.samples import checked, finding
from tests.support.examples import FOLDER

import opshandover as oh
from opshandover.cli.run.files import open_file
from opshandover.findings import Report, Severity
from opshandover.reporting.html.findings import findings_section, place_of

FILE = FOLDER / "draft.zh.yaml"


def section(report: Report) -> html.HtmlElement:
    """The findings of a report."""
    return html.fragment_fromstring(findings_section(report, 2, "zh"))


def test_they_stand_by_section_in_order() -> None:
    """Those of one section are together, in the order of the document, the most serious first."""
    report = oh.check(oh.load(FILE))
    page = section(report)
    labels = [(one.text or "").partition("（")[0] for one in page.iterfind("h3")]
    assert labels[0] == "文档信息"
    assert labels.index("工作进展") < labels.index("问题反馈") < labels.index("文档资料")
    assert len(labels) == len(set(labels))
    severities = {one.label.zh: one.rank for one in Severity}
    for group in page.iterfind("ul"):
        ranks = [severities[(chip.text or "").split()[-1]] for chip in group.iterfind("li/p/span") if chip.get("class")]
        assert ranks == sorted(ranks)
        assert ranks


def test_the_lines_of_the_file() -> None:
    """With a file, the line is shown between its neighbours and marked; without, the values of the item are."""
    page = section(open_file(str(FILE), None).check())
    lines = FILE.read_text("utf-8").splitlines()
    for block in page.iter("pre"):
        hit = block.find("span[@class='hit']")
        assert hit is not None
        number = int(hit.findtext("b") or 0)
        assert "●" in hit.text_content() or lines[number - 1].strip() in hit.text_content()
        assert block.get("aria-label") == f"第 {number} 行"
    assert page.find(".//pre") is not None
    without = section(oh.check(oh.load(FILE)))
    assert without.find(".//pre") is None
    assert "清点冷柜并退回临期酸奶" in "".join(one.text_content() for one in without.iter("dl"))


def test_the_whole_document() -> None:
    """What is found nowhere in particular comes first, and has no place."""
    report = checked(finding(path="risks"), finding(path="")).report
    assert section(report).findtext("h3") == "整份文档（1）"
    assert place_of("", None, "en") == "Whole document"
