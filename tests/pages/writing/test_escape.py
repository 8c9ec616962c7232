"""Text is escaped where it would be markup, and nowhere else."""

import pytest
from markdown_it import MarkdownIt
from tests.exporters.markdown.writing import line, paragraph

from opshandover.pages.markdown import blocks_of
from opshandover.pages.writing.escape import (
    address,
    code_span,
    encode_end,
    escape_edges,
    escape_heading,
    escape_line_start,
    hard_break,
    is_boundary,
    is_punctuation_or_symbol,
    longest_run,
    quoted,
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("见 https://a.cn/b（旧），改用 http://c.cn/运营。", "见 <https://a.cn/b>（旧），改用 <http://c.cn/运营>。"),
        ("https://a.cn?x&copy;y", "https\\://a.cn?x\\&copy;y"),
        ("www.a.cn，ftp://b.cn（旧）", "www\\.a.cn，ftp\\://b.cn（旧）"),
        ("配比 1:100:5，:smile: 09:30:15", "配比 1\\:100:5，\\:smile: 09:30:15"),
        ("$5$ 和 a_b", "\\$5\\$ 和 a_b"),
        ("D:\\日志\\a.csv，\\*", "D:\\日志\\a.csv，\\\\\\*"),
        ("D:\\日志\\*.csv", "D:\\\\日志\\\\\\*.csv"),
        ("\\\\nas01\\客服", "\\\\\\\\nas01\\\\客服"),
    ],
)
def test_addresses_and_paths_end_where_they_do(text: str, written: str) -> None:
    """A parser that links addresses or knows emoji takes in no more and no less than is meant."""
    assert line(text) == written
    assert blocks_of(written) == (paragraph(text),)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21 a-b 1.5 snake_case a__b__c 3 * 4 a < b R&D 50% #12 $5 @周岩 9:00~18:00",
        "联系【客服】，路径 C:\\目录\\文件，D:\\日志 和 www.a.cn 与 ftp://a.cn/b 。",
        "[待定] 之前：“完成”！(a) a=b a+b",
        "Done! 100%",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    """Backslashes stand only where something would be markup."""
    assert line(text).removeprefix("\\") == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a*b*", "a\\*b\\*"),
        ("_x_", "\\_x\\_"),
        ("1. x", "1\\. x"),
        ("- x", "\\- x"),
        ("# x", "\\# x"),
        ("> x", "\\> x"),
        ("a\n---", "a\\\n\\---"),
        ("a\n===", "a\\\n\\==="),
        ("a | b\n--|--", "a | b\\\n\\--|--"),
        ("<b>", "\\<b>"),
        ("&amp;", "\\&amp;"),
        ("[x] y", "\\[x] y"),
        ("[a](b)", "\\[a\\](b)"),
        ("~~x~~", "\\~\\~x\\~\\~"),
        ("1~2 3~4", "1\\~2 3\\~4"),
        ("    x", "&#32;   x"),
        ("x\t", "x&#9;"),
        ("a\n\nb", "a<br><br>b"),
        ("a\0b\x7f\x85", "a\u2400b\u2421\ufffd"),
        ("a\ud800", "a\ufffd"),
        ("\\", "\\\\"),
    ],
)
def test_markup_in_text_is_escaped(text: str, written: str) -> None:
    """What would be markup is written so that it reads as typed."""
    assert line(text) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1. x", "1\\. x"),
        ("1.5", "1.5"),
        ("1)", "1\\)"),
        ("1234567890. x", "1234567890. x"),
        ("#x", "#x"),
        ("####### x", "####### x"),
        ("+", "\\+"),
        ("-x", "-x"),
        (">x", "\\>x"),
        ("a # b", "a # b"),
        ("", ""),
    ],
)
def test_only_what_begins_a_block_is_escaped_at_the_start(typed: str, written: str) -> None:
    """A number in a sentence, a tag or a negative number is left alone."""
    assert escape_line_start(typed) == written


@pytest.mark.parametrize(
    ("text", "written"), [("a #", "a \\#"), ("a ##", "a \\##"), ("C#", "C#"), ("#", "\\#"), ("a # b", "a # b")]
)
def test_number_signs_that_close_a_heading_are_escaped(text: str, written: str) -> None:
    """Markdown drops them if a space stands before them."""
    assert escape_heading(text) == written


@pytest.mark.parametrize(
    ("typed", "written"), [(" a\t", "&#32;a&#9;"), (" ", "&#32;"), ("a b", "a b"), ("\u3000a", "&#12288;a"), ("", "")]
)
def test_spaces_at_the_edges_are_references(typed: str, written: str) -> None:
    """Those that Markdown drops, and wide ones, which our own parser drops as well."""
    assert escape_edges(typed) == written


def test_an_empty_line_or_a_path_needs_a_tag_to_break() -> None:
    """A backslash at the end of a line breaks it only if a line follows, and not behind a path."""
    assert hard_break("a", "b") == "\\\n"
    assert {hard_break("", "b"), hard_break("a", ""), hard_break("D:", "b")} == {"<br>"}


@pytest.mark.parametrize(
    ("text", "end", "written"),
    [
        ("ab", 0, "&#97;b"),
        ("ab", -1, "a&#98;"),
        ("\\*b", 0, "&#42;b"),
        ("a\\*", -1, "a&#42;"),
        ("a\\\\", -1, "a&#92;"),
        ("D", -1, "&#68;"),
        ("a&#42;", -1, "a&#42;"),
        ("&#42;a", 0, "&#42;a"),
        ("\\&#42;", -1, "\\&#42&#59;"),
    ],
)
def test_a_character_at_an_end_is_written_as_a_reference(text: str, end: int, written: str) -> None:
    """Together with the backslash that escapes it; one that is a reference stays, and one that was typed is none."""
    assert encode_end(text, end) == written


@pytest.mark.parametrize(
    ("char", "inside", "outside"),
    [
        ("：", True, True),
        ("「", True, True),
        ("。", True, True),
        ("+", True, True),
        ("😀", True, False),
        (" ", False, True),
        ("后", False, False),
        ("a", False, False),
    ],
)
def test_punctuation_is_told_from_letters(char: str, inside: bool, outside: bool) -> None:
    """A symbol such as an emoji counts on the side where that is safe, as parsers disagree on it."""
    assert (is_punctuation_or_symbol(char), is_boundary(char)) == (inside, outside)


@pytest.mark.parametrize("text", ["a", "`", "``a`", "a`b", " a ", " ", "  ", "`` ` ``"])
def test_a_code_span_reads_as_its_text(text: str) -> None:
    """Backticks and spaces at the ends survive."""
    (block,) = (token for token in MarkdownIt("commonmark").parse(f"x{code_span(text)}x") if token.children)
    assert [child.content for child in block.children or ()] == ["x", text, "x"]


def test_the_longest_run_counts() -> None:
    """Not the sum of all runs."""
    assert [longest_run(text, "`") for text in ("", "a", "`a``b`", "```")] == [0, 0, 2, 3]


class Undecoded(MarkdownIt):
    """A parser that leaves addresses as they are written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """The address, without percent signs of the parser's own."""
        return url


@pytest.mark.parametrize(
    ("link", "title"),
    [("a.png", "x"), ("a b", 'say "x"'), ("a(b", "a\\b"), ("<a>", "&amp;"), ("a\\b", "a'b"), ("a&amp;b", "x")],
)
def test_addresses_and_titles_read_as_they_are(link: str, title: str) -> None:
    """Brackets, spaces, quotation marks and references end neither of them too early."""
    (block,) = (
        token for token in Undecoded("commonmark").parse(f"![x]({address(link)} {quoted(title)})") if token.children
    )
    (image,) = block.children or []
    assert (image.attrs["src"], image.attrs["title"]) == (link, title)
