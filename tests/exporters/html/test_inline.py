"""Runs keep their styles, links and pictures."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.exporters.html.reading import main_of, only, paragraph, parsed, text_in
from tests.support.pictures import FORMATS

from opshandover.exporters.html.inline import InlineWriter
from opshandover.exporters.html.render import render
from opshandover.pages.blocks import Image, Page, Run


def html_of(*runs: Run, folder: Path | None = None) -> str:
    """What is written of runs."""
    return InlineWriter.of(Page(title="", kind="", lang="en", blocks=()), str(folder or "")).html(runs)


def test_styles_add_up() -> None:
    """All of them can hold at once."""
    assert html_of(Run("a", strong=True, emphasis=True, strike=True, code=True)) == (
        "<strong><em><s><code>a</code></s></em></strong>"
    )


def test_a_label_is_told_from_what_is_stressed() -> None:
    """A strong run with a blank of its own behind it is a label, as the layout writes them."""
    assert html_of(Run("Due", strong=True), Run(" "), Run("now")) == '<strong class="label">Due</strong> now'
    assert html_of(Run("Due", strong=True), Run(" now")) == "<strong>Due</strong> now"


def test_addresses_can_be_followed() -> None:
    """Those in text, and those of links; one without text is shown itself, and a blank between two parts is a blank."""
    assert html_of(Run(" ", link="https://a.cn")) == " "
    assert html_of(Run("see https://a.cn.")) == 'see <a href="https://a.cn">https://a.cn</a>.'
    assert html_of(Run("see", link="mailto:a@b.cn")) == '<a href="mailto:a@b.cn">see</a>'
    assert html_of(Run("", link="https://a.cn")) == '<a href="https://a.cn" class="bare">https://a.cn</a>'


def test_the_runs_of_a_link_are_one_link() -> None:
    """Whatever their styles, with the blanks between them; what should not be followed is said once."""
    parts = (Run("Open", strong=True), Run(" "), Run("board", code=True))
    inside = "<strong>Open</strong> <code>board</code>"
    assert html_of(*(evolve(run, link="https://a.cn/#") for run in parts)) == f'<a href="https://a.cn/#">{inside}</a>'
    assert html_of(*(evolve(run, link="smb://nas/x") for run in parts)) == f"{inside} (smb://nas/x)"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "smb://nas/x", "//a.cn", "JaVaScRiPt:x"]
)
def test_other_addresses_are_text(link: str) -> None:
    """What a reader should not follow stands beside the text."""
    assert html_of(Run("see", link=link)) == f"see ({link})"


def test_paths_stand_at_runs() -> None:
    """As in the tree, also relative ones."""
    assert html_of(Run("a", path=".name"), Run("，")) == '<span data-path=".name">a</span>，'


@pytest.mark.parametrize("suffix", FORMATS)
def test_pictures_stand_in_the_file(suffix: str, tmp_path: Path) -> None:
    """Those that browsers show, with their size and what they say; there is a reason for each other."""
    (tmp_path / f"a.{suffix}").write_bytes(FORMATS[suffix](96, 48))
    html = html_of(Run("Week", image=Image(f"a.{suffix}", title="of May")), folder=tmp_path)
    if suffix == "tiff":
        assert "Week (a.tiff)" in html
        assert "save it as PNG" in html
        return
    picture = only(parsed(f"<p>{html}</p>"), "img")
    assert picture.get("src", "").startswith("data:image/")
    assert picture.get("alt") == "Week"
    assert picture.get("title") == "of May"
    width, height = int(picture.get("width", "")), int(picture.get("height", ""))
    assert width == 2 * height


def test_a_picture_that_is_not_there_is_named() -> None:
    """Its text, its address, and why; one elsewhere is not loaded, but can be followed."""
    assert "Week (a.png)" in html_of(Run("Week", image=Image("a.png")))
    assert '<a href="https://a.cn/b.png">' in html_of(Run("Week", image=Image("https://a.cn/b.png")))


def test_pictures_count_wherever_they_are_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays within its bound, whatever is shown again and again."""
    size = len((folder / "tall.png").read_bytes())
    monkeypatch.setattr("opshandover.exporters.html.inline.MOST_IN_ALL", 2 * size)
    html = html_of(*[Run("a", image=Image("tall.png"))] * 3, folder=folder)
    assert html.count("<img") == 2
    assert "200 MB" in html


def test_texts_in_the_other_language_say_so() -> None:
    """What the document says in its own language is marked on a page in the other one; words of the page are not."""
    blocks = (paragraph("库存不足", path="a"), paragraph("Done", path="b"))
    page = Page(title="盘点", kind="", lang="en", blocks=blocks, properties=(("lang", "zh"),))
    root = parsed(render(page))
    assert [each.get("lang") for each in root.iter("p")] == ["zh-CN", None]
    assert only(root, "h1").get("lang") == "zh-CN"
    assert text_in(main_of(paragraph("库存不足"))).strip() == "库存不足"
