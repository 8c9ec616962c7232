"""The whole page: head, title, contents."""

import re
from base64 import b64encode
from hashlib import sha256

from tests.exporters.html.reading import only, page, paragraph, parsed, text_in

from opshandover.exporters.html.render import render
from opshandover.pages.blocks import Heading, Page


def with_sections(count: int, *, compact: bool = False) -> Page:
    """A page of some sections, each with a part."""
    blocks = [
        block
        for n in range(count)
        for block in (Heading(level=1, text=f"第 {n} 节", path=f"s{n}"), Heading(level=2, text="部分"))
    ]
    return Page(title="标题", kind="交接", lang="zh", blocks=tuple(blocks), compact=compact)


def test_nothing_is_allowed_but_the_one_style_sheet() -> None:
    """Scripts are forbidden by the page itself, and so is everything that would be loaded."""
    html = render(page(paragraph("a")))
    (policy,) = (
        each.get("content") for each in parsed(html).iter("meta") if each.get("http-equiv") == "Content-Security-Policy"
    )
    (css,) = re.findall(r"<style>(.*)</style>", html, re.DOTALL)
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert b64encode(sha256(css.encode()).digest()).decode() in policy
    assert "unsafe" not in policy


def test_long_pages_have_a_contents_list() -> None:
    """Sections and their parts; each link leads to its heading. Short, compact pages and those without it have none."""
    root = parsed(render(with_sections(4)))
    nav = only(root, "nav")
    assert [text_in(each).strip() for each in nav.iter("a")] == [
        text for n in range(4) for text in (f"第 {n} 节", "部分")
    ]
    anchors = {each.get("id") for each in root.iter("h2", "h3")}
    assert {(each.get("href") or "").removeprefix("#") for each in nav.iter("a")} == anchors
    for other in (render(with_sections(3)), render(with_sections(4, compact=True))):
        assert "<nav" not in other
    assert "<nav" not in render(with_sections(4), contents=False)


def test_title_and_kind_are_shown_once() -> None:
    """The kind stands below a title that does not name it, and in place of one that is missing."""
    root = parsed(render(with_sections(0), mark="内部"))
    assert [text_in(each).strip() for each in only(root, "header")] == ["内部", "标题", "交接"]
    assert only(root, "title").text == "标题"
    empty = parsed(render(Page(title=" ", kind="交接", lang="en", blocks=())))
    assert [text_in(each).strip() for each in only(empty, "header")] == ["交接"]
    assert empty.get("lang") == "en"
