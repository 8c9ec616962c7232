"""Blocks from the tokens of a parser of Markdown, in one pass over them."""

import re
from collections.abc import Iterator, MutableMapping
from typing import Any, cast

from attrs import evolve, frozen
from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Divider,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Run,
    Runs,
    Table,
    are_blank,
    set_strong,
    text_of,
)
from opshandover.pages.inline import Style, merged_runs, plain_runs, plain_text, runs_of_tokens
from opshandover.pages.table_rule import RawTable

_TASK = re.compile(r"\[([ xX])\](?:[ \t]*\n|[ \t]+|$)")
_LANGUAGE = re.compile("[A-Za-z]")

Tokens = Iterator[Token]


@frozen
class TokenReader:
    """Turns what a parser finds into blocks, as prose has them."""

    parser: MarkdownIt
    env: MutableMapping[str, Any]

    def other(self, token: Token, _style: Style) -> Style | Run | None:
        """What a token within a line becomes that prose does not have: the style from there on, a run, or nothing."""
        raise AssertionError(f"the parser has no rule that makes {token.type!r}")

    def line(self, _token: Token) -> int:
        """The line of a token in its file: 0, as a text within a document is in none."""
        return 0

    def read(self, text: str) -> tuple[Block, ...]:
        """Parse a text."""
        return self.blocks(iter(self.parser.parse(text, self.env)), "")

    def blocks(self, tokens: Tokens, end: str) -> tuple[Block, ...]:
        """The blocks up to a token of a type, which is taken as well."""
        found: list[Block] = []
        for token in tokens:
            if token.type == end:
                break
            found += self.block(token, tokens)
        return tuple(found)

    def block(self, token: Token, tokens: Tokens) -> Iterator[Block]:
        """Yield what begins with a token; the tokens that belong to it are taken."""
        match token.type:
            case "paragraph_open":
                yield from self.paragraph(next(tokens))
                next(tokens)
            case "heading_open":
                yield from self.heading(token, next(tokens))
                next(tokens)
            case "bullet_list_open":
                yield ListBlock(self._items(tokens, "bullet_list_close"))
            case "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                yield ListBlock(self._items(tokens, "ordered_list_close"), True, start)
            case "blockquote_open":
                yield Quote(self.blocks(tokens, "blockquote_close"))
            case "fence" | "code_block":
                yield from code_blocks(token.content.removesuffix("\n"), unescapeAll(token.info), self.line(token))
            case "hr":
                yield Divider()
            case "table":
                yield self._table(token)
            case other:
                raise AssertionError(f"the parser has no rule that makes {other!r}")

    def paragraph(self, inline: Token) -> Iterator[Block]:
        """Yield a paragraph, unless it is blank."""
        if not are_blank(runs := self.runs(inline)):
            yield Paragraph(runs, line=self.line(inline))

    def heading(self, token: Token, inline: Token) -> Iterator[Block]:
        """Yield a heading as prose has it, below those of the page; one that shows nothing has no level."""
        runs = self.runs(inline, strong=True)
        yield Paragraph(runs, line=self.line(token), level=0 if are_blank(runs) else int(token.tag[1:]))

    def runs(self, inline: Token, *, strong: bool = False) -> Runs:
        """The runs of a text; one without other markup than labels was not parsed."""
        if runs := cast("Runs | None", inline.meta.get("runs")):
            return merged_runs(set_strong(runs)) if strong else runs
        return runs_of_tokens(inline.children or (), strong=strong, other=self.other)

    def runs_in_cell(self, text: str) -> Runs:
        """The runs of a text in a cell of a table."""
        return plain_runs(text) or runs_of_tokens(self.parse_line(text), other=self.other)

    def parse_line(self, text: str) -> list[Token]:
        """The tokens of a text within a line."""
        found: list[Token] = []
        self.parser.inline.parse(text, self.parser, self.env, found)
        return found

    def cell(self, text: str, _line: int) -> Cell:
        """A cell of a table."""
        runs = self.runs_in_cell(text)
        return Cell((Paragraph(runs),) if runs else ())

    def _items(self, tokens: Tokens, end: str) -> tuple[ListItem, ...]:
        items: list[ListItem] = []
        for token in tokens:
            if token.type == end:
                break
            items.append(self._item(token, tokens))
        return tuple(items)

    def _item(self, opening: Token, tokens: Tokens) -> ListItem:
        line = self.line(opening)
        first = next(tokens)
        if first.type == "list_item_close":
            return ListItem((), line=line)
        if first.type != "paragraph_open":
            start = tuple(self.block(first, tokens))
            return ListItem((*start, *self.blocks(tokens, "list_item_close")), line=line)
        inline = next(tokens)
        start = tuple(self.paragraph(inline))
        next(tokens)
        blocks = (*start, *self.blocks(tokens, "list_item_close"))
        # Matched against the source, not the text: `\[ ]` is no checkbox.
        box = _TASK.match(inline.content)
        if box is None or not start or not isinstance(start[0], Paragraph):
            return ListItem(blocks, line=line)
        if not text_of(start[0].runs).startswith(box[0].rstrip()):
            return ListItem(blocks, line=line)
        rest = _without(start[0].runs, 4 if "\n" in box[0] else len(box[0]))
        kept = (evolve(start[0], runs=rest), *blocks[1:]) if rest else blocks[1:]
        return ListItem(kept, box[1] != " ", line)

    def _table(self, token: Token) -> Table:
        raw = cast("RawTable", token.meta["table"])
        labels = (plain_text(self.runs_in_cell(text)) for text in raw.head)
        columns = tuple(map(Column, labels, raw.aligns))
        rows = tuple(
            [
                Row(tuple([self.cell(text, line) for text in texts]), line=line)
                for line, texts in enumerate(raw.rows, raw.line + 1)
            ]
        )
        return Table(columns, rows, line=self.line(token))


def code_blocks(text: str, said: str, line: int = 0) -> Iterator[Block]:
    """Yield code; words behind its fence that name no language stand above it."""
    said = " ".join(said.split())
    language = said if said.isascii() and _LANGUAGE.search(said) else ""
    if said != language:
        yield Paragraph((Run(said),), line=line)
    yield Code(text, language, line=line)


def _without(runs: Runs, length: int) -> Runs:
    """Drop the first characters, all of which are in the first run."""
    first = evolve(runs[0], text=runs[0].text[length:])
    return (first, *runs[1:]) if first.text else runs[1:]
