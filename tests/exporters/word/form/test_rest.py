"""The parts of a page for a form."""

from tests.exporters.word.opened import fact, page_of, para

from opshandover.exporters.word.form.rest import rest_of_page, section_of_page, without_heading
from opshandover.pages.blocks import Cell, Fact, Facts, Heading, Role

HEAD = Facts(
    items=(
        Fact(label="移交人", cell=Cell(blocks=(para("甲"),), path="giver")),
        Fact(label="编号", cell=Cell(blocks=(para("1"),), path="id")),
    ),
    role=Role.METADATA,
)
ISSUES = (Heading(level=1, text="问题", path="issues"), para("无"), Heading(level=2, text="说明", path="issues.x"))
LEFT = Facts(items=(Fact(label="客户", cell=Cell(blocks=(para("没有"),), path="customers")), fact("其他", "x")))
PAGE = page_of(HEAD, *ISSUES, Heading(level=1, text="其他", path="extra[0].title"), para("文"), LEFT)


def test_a_section() -> None:
    """With its heading and all below it; of one that does not apply, why."""
    assert section_of_page(PAGE.blocks, "issues") == ISSUES
    assert section_of_page(PAGE.blocks, "customers") == (para("没有"),)
    assert section_of_page(PAGE.blocks, "goals") == ()


def test_without_its_heading() -> None:
    """Headings within it become lines in bold, which are not numbered below another."""
    first, second = without_heading(ISSUES)
    assert first == para("无")
    assert not isinstance(second, Heading)
    assert without_heading((para("a"),)) == (para("a"),)


def test_the_rest() -> None:
    """Without sections that are shown, free ones too, and without shown lines of the header."""
    assert rest_of_page(PAGE, (), (), ()).blocks == PAGE.blocks
    rest = rest_of_page(PAGE, {"issues", "extra", "customers"}, {"giver.name"}, ())
    texts = [item.label for block in rest.blocks if isinstance(block, Facts) for item in block.items]
    assert texts == ["编号"]
    assert not any(isinstance(block, Heading) for block in rest.blocks)
    kept = rest_of_page(PAGE, (), {"giver.name"}, {"giver.phone"})
    assert kept.blocks[0] == HEAD
