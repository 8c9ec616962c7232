"""Runs: styles, breaks, fonts and links."""

import pytest
from tests.exporters.word.opened import Opened, para, value, written
from tests.support.docx_lint import R, W

from opshandover.exporters.word.runs import safe_address
from opshandover.pages.blocks import Paragraph, Role, Run


def targets(file: Opened) -> dict[str, str]:
    """Gives the hyperlinks' addresses by id."""
    rels = file.root("word/_rels/document.xml.rels")
    return {rel.get("Id"): rel.get("Target") for rel in rels if rel.get("TargetMode")}


def test_equal_targets_share_a_relationship() -> None:
    """A link that comes often is kept once."""
    link = "https://example.com/a?b=1&c=2"
    runs = tuple(Run(text=f"见{n}", link=link) for n in range(3))
    file = written(Paragraph(runs=(*runs, Run(text="信", link="mailto:a@example.com"))))
    used = [each.get(f"{R}id") for each in file.find(".//hyperlink")]
    assert len(used) == 4
    assert sorted(targets(file).values()) == [link, "mailto:a@example.com"]
    assert set(used) == set(targets(file))


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "../notes.md",
        "http://[broken",
        "https://",
        "http://a:99999/",
        "mailto:",
        "https://example.com/" + "a" * 3000,
    ],
)
def test_other_targets_are_shown_as_text(link: str) -> None:
    """A reader sees where the link led, and nothing can be clicked."""
    file = written(Paragraph(runs=(Run(text="看这里", link=link),)))
    assert file.find(".//hyperlink") == []
    assert f"看这里（{link}）" in file.text()


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("HTTPS://例子.cn/路 径", "https://%E4%BE%8B%E5%AD%90.cn/%E8%B7%AF%20%E5%BE%84"),
        ('http://a.cn/"<>\\^`{|}', "http://a.cn/%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://a.cn/%20x#y", "https://a.cn/%20x#y"),
        ("http://a.cn/\0", "http://a.cn/%00"),
    ],
)
def test_addresses_are_valid_uris(link: str, address: str) -> None:
    """One malformed address would make Word take the file for damaged."""
    assert safe_address(link) == address


def test_styles_of_runs_add_up() -> None:
    """Strong, emphasis and strike can all hold at once."""
    run = Run(text="a", strong=True, emphasis=True, strike=True, code=True)
    properties = written(Paragraph(runs=(run,))).find(".//rPr")[-1]
    names = [each.tag.removeprefix(W) for each in properties]
    assert names == ["rStyle", "b", "bCs", "i", "iCs", "strike"]


def test_breaks_and_tabs_are_elements() -> None:
    """Line feeds and tabs in a text are Word's own, and spaces stay."""
    run = written(para("a \n\tb")).find(".//body/p/r")[-1]
    assert [each.tag.removeprefix(W) for each in run] == ["t", "br", "tab", "t"]
    assert run[0].text == "a "
    assert run[0].get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_quiet_text_is_marked() -> None:
    """A confirmation that there is nothing, and a gap to fill in, look different from content."""
    file = written(para("无", Role.NOTHING), para("待填写", Role.PLACEHOLDER), para("文"))
    assert [value(each) for each in file.find(".//rStyle")] == ["Nothing", "PlaceholderText"]
