"""Parse prose: Markdown becomes blocks.

What people type for itself is no markup: `prose_rules` and `emphasis` say what that is.
Nothing of the content is lost, even where Markdown drops it by its own rules: HTML is shown as
typed, a link's title follows the link, surplus cells of a row are moved into its last cell, and
what is nested too deep becomes a paragraph. Link definitions (`[a]: address`) are therefore no
markup here. `<br>` is the only tag that is understood: a table cell has no other line break.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from attrs import evolve, frozen
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode

from opshandover.pages.addresses import is_address
from opshandover.pages.blocks import (
    Align,
    Block,
    Cell,
    Chart,
    Code,
    Column,
    Divider,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Run,
    Runs,
    Table,
    are_blank,
    text_of,
)
from opshandover.pages.prose_rules import ProseParser
from opshandover.pages.wrapped import SOFT_BREAK, unwrapped
from opshandover.placeholders import is_blank

_DEEPEST = 20
"""The maximum nesting level; a list takes two levels, a quotation one."""

_TASK = re.compile(r"\[([ xX])\](?:[ \t]*\n|[ \t]+|$)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BAR = re.compile(r"(?<!\\)\|")
_ALIGNS = {"text-align:center": Align.CENTER, "text-align:right": Align.END}


def runs_of(text: str) -> Runs:
    """Return plain text as runs: it may hold line feeds, but no markup."""
    return (Run(text=text),) if text else ()


def blocks_of(text: str, path: str = "") -> tuple[Block, ...]:
    """Parse Markdown into blocks.

    Headings become strong paragraphs: prose is below the headings of the document and must not break
    its outline. A line break in the source is kept unless a long line of words was wrapped there,
    because Chinese authors mean their line breaks.

    Args:
        text: Markdown, with the tables, strikethrough and task lists of GitHub.
        path: the path of the text in the document; each block that has a path gets it.
    """
    if not text or text.isspace():
        return ()
    if is_plain_line(text):
        return (Paragraph((Run(text),), path),)
    blocks = _parsed(text)
    return tuple(_with_path(block, path) for block in blocks) if path else blocks


@lru_cache(maxsize=1024)
def _parsed(text: str) -> tuple[Block, ...]:
    """The blocks of a text, without its place: whoever lays it out looks at it more than once."""
    # A visible symbol for NUL, which Markdown would replace by U+FFFD.
    tokens = _parser().parse(text.replace("\0", "\u2400"))
    return tuple(_blocks(SyntaxTreeNode(tokens).children))


def is_plain_line(text: str) -> bool:
    """Whether a text is one line without markup, which needs no parsing."""
    return "_" not in text and _NO_MARKUP.fullmatch(text) is not None


_NO_MARKUP = re.compile(r"[^\W\d_][\w ，。；：、！？（）“”《》…·%/:;,.()+=-]*(?<=[\w，。；：！？）”》%])")
"""One line that begins with a letter and has no Markdown character except `_`.

Most texts of a large document are like that and need no parsing.
"""


@cache
def _parser() -> ProseParser:
    # The limit of the library drops deeper content; ours applies first and keeps it.
    parser = ProseParser(_DEEPEST + 3)
    parser.block.ruler.before("table", "too_deep", _too_deep)
    parser.block.ruler.at("table", _complete_table, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("autolink", "line_break", _line_break)
    return parser


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the rest of a block as one paragraph once the maximum nesting is reached."""
    if silent or state.level < _DEEPEST:
        return False
    last = start + 1
    while last < end and (state.isEmpty(last) or state.sCount[last] >= state.blkIndent):
        last += 1
    state.line = last
    state.push("paragraph_open", "p", 1).map = [start, last]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, last, state.blkIndent, False).strip()
    inline.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _complete_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a table, and move the cells beyond its last column into that column.

    A few characters can ask for thousands of empty cells; such a table stays text.
    """
    if not table(state, start, end, True):
        return False
    last = start
    while last < end and not state.isEmpty(last):
        last += 1
    bars = state.src.count("|", state.bMarks[start], state.eMarks[start])
    if bars * (last - start) > 2 * len(state.src) + 1000:
        return False
    first = len(state.tokens)
    if silent or not table(state, start, end, False):
        return silent
    new = state.tokens[first:]
    columns = sum(token.type == "th_open" for token in new)
    cells = [token for token in new if token.type == "inline"]
    for at in range(2 * columns - 1, len(cells), columns):
        line = (cells[at].map or [start])[0]
        begin = state.bMarks[line] + state.tShift[line]
        parts = _BAR.split(state.src[begin : state.eMarks[line]].strip())
        surplus = parts[1 if not parts[0] else 0 :][columns:]
        if any(part.strip() for part in surplus):
            more = " | ".join(part.strip().replace("\\|", "|") for part in surplus if part.strip())
            cells[at].content += f" | {more}"
    return True


def _line_break(state: StateInline, silent: bool) -> bool:
    found = _BREAK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = found.end()
    return True


def _with_path(block: Block, path: str) -> Block:
    match block:
        case Chart() | Divider():
            return block
        case _:
            return evolve(block, path=path)


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "paragraph":
                if not are_blank(runs := _runs(node.children)):
                    yield Paragraph(runs=runs)
            case "heading":
                yield Paragraph(runs=_runs(node.children, strong=True))
            case "bullet_list":
                yield ListBlock(items=tuple(_item(item) for item in node.children))
            case "ordered_list":
                items = tuple(_item(item) for item in node.children)
                yield ListBlock(items=items, ordered=True, start=int(node.attrs.get("start", 1)))
            case "blockquote":
                yield Quote(blocks=tuple(_blocks(node.children)))
            case "fence" | "code_block":
                yield from _code(node)
            case "hr":
                yield Divider()
            case "table":
                yield _table(node)
            case other:
                raise AssertionError(f"the parser has no rule that makes {other!r}")


def _code(node: SyntaxTreeNode) -> Iterator[Block]:
    """Yield code; words behind a fence that name no language stand above it."""
    said = " ".join(unescapeAll(node.info).split())
    language = said if said.isascii() and re.search("[A-Za-z]", said) else ""
    if said != language:
        yield Paragraph(runs=(Run(said),))
    yield Code(text=node.content.removesuffix("\n"), language=language)


def _item(node: SyntaxTreeNode) -> ListItem:
    blocks = tuple(_blocks(node.children))
    first = node.children[0] if node.children else None
    if not blocks or first is None or first.type != "paragraph" or not isinstance(blocks[0], Paragraph):
        return ListItem(blocks=blocks)
    # Matched against the source, not the text: `\[ ]` is no checkbox.
    box = _TASK.match(first.children[0].content)
    if box is None or not text_of(blocks[0].runs).startswith(box[0].rstrip()):
        return ListItem(blocks=blocks)
    rest = _without(blocks[0].runs, 4 if "\n" in box[0] else len(box[0]))
    kept = (Paragraph(runs=rest), *blocks[1:]) if rest else blocks[1:]
    return ListItem(blocks=kept, checked=box[1] != " ")


def _without(runs: Runs, length: int) -> Runs:
    """Drop the first characters, all of which are in the first run."""
    first = evolve(runs[0], text=runs[0].text[length:])
    return (first, *runs[1:]) if first.text else runs[1:]


def _table(node: SyntaxTreeNode) -> Table:
    head, *body = [row for part in node.children for row in part.children]
    return Table(
        columns=tuple(
            Column(
                label=_plain_text(_runs(cell.children)),
                align=_ALIGNS.get(str(cell.attrs.get("style", "")), Align.START),
            )
            for cell in head.children
        ),
        rows=tuple(Row(cells=tuple(_cell(cell) for cell in row.children)) for row in body),
    )


def _cell(node: SyntaxTreeNode) -> Cell:
    runs = _runs(node.children)
    return Cell(blocks=(Paragraph(runs=runs),) if runs else ())


def _plain_text(runs: Runs) -> str:
    """Return runs as plain text for a column heading; their addresses stay visible."""
    return "".join(run.text + "".join(f" ({address})" for address in _addresses(run)) for run in runs)


def _addresses(run: Run) -> Iterator[str]:
    if run.image is not None:
        yield run.image.address
    if run.link not in ("", run.text):
        yield run.link


@frozen
class _Style:
    """The style that the surrounding markup gives a text."""

    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    link: str = ""

    def run(self, text: str, *, code: bool = False) -> Run:
        return Run(text=text, strong=self.strong, emphasis=self.emphasis, strike=self.strike, code=code, link=self.link)


def _runs(nodes: Iterable[SyntaxTreeNode], *, strong: bool = False) -> Runs:
    merged: list[Run] = []
    for run in _inline(nodes, _Style(strong=strong)):
        same = merged and not run.image and evolve(merged[-1], text="") == evolve(run, text="")
        if same:
            merged[-1] = evolve(run, text=merged[-1].text + run.text)
        elif run.text or run.image:
            merged.append(run)
    return unwrapped(merged)


def _inline(nodes: Iterable[SyntaxTreeNode], style: _Style) -> Iterator[Run]:
    for node in nodes:
        match node.type:
            case "inline":
                yield from _inline(node.children, style)
            case "text" | "text_special":  # older parsers keep escaped characters apart in the text of an image
                yield style.run(node.content)
            case "code_inline":
                yield style.run(node.content, code=True)
            case "softbreak":
                yield style.run(SOFT_BREAK)
            case "hardbreak":
                yield style.run("\n")
            case "strong":
                yield from _inline(node.children, evolve(style, strong=True))
            case "em":
                yield from _inline(node.children, evolve(style, emphasis=True))
            case "s":
                yield from _inline(node.children, evolve(style, strike=True))
            case "link":
                yield from _link(node, str(node.attrs["href"]), style)
            case "image":
                yield _image(node, style)
            case other:
                raise AssertionError(f"the parser has no rule that makes {other!r}")


def _link(node: SyntaxTreeNode, address: str, style: _Style) -> Iterator[Run]:
    """Yield a link's text; one whose text shows nothing shows its address, a title follows in brackets.

    An address that leads to itself is text, as it would be without brackets.
    """
    inside = evolve(style, link=style.link or address)
    runs = tuple(_inline(node.children, inside))
    said = text_of(runs)
    leads_to_itself = node.markup == "autolink" or (address == said and "title" not in node.attrs)
    if leads_to_itself and is_address(said) and runs == (inside.run(said),):
        yield style.run(said)
        return
    seen = any(run.image or not is_blank(run.text) for run in runs)
    yield from runs if seen else (inside.run(address),)
    if style.link and address != style.link:
        yield evolve(style, link=address).run(f" ({address})")
    if title := node.attrs.get("title"):
        yield style.run(f" ({title})")


def _image(node: SyntaxTreeNode, style: _Style) -> Run:
    """Return an image as one run; its text loses its style, but no address."""
    alt = _plain_text(_runs(node.children)).replace("\n", " ")
    title = str(node.attrs.get("title", "")).replace("\n", " ")
    return evolve(style.run(alt), image=Image(str(node.attrs["src"]), title))
