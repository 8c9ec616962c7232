"""Blocks of a Markdown file: those of prose, with headings, facts, and cells of several lines."""

import re
from collections.abc import Iterator

from attrs import field, frozen
from markdown_it.token import Token

from opshandover.codec.baseline import Baseline
from opshandover.codec.enclosed import is_enclosed, read_enclosed
from opshandover.exporters.markdown.cells import MARK, Line
from opshandover.exporters.markdown.flow import as_flow
from opshandover.importers.html.fragment import comment_of, fragment_blocks, inline_tag
from opshandover.importers.markdown.cells import blocks_of_lines
from opshandover.pages.blocks import Block, Cell, Heading, Paragraph, Run, are_blank, text_of
from opshandover.pages.inline import Style, plain_runs, plain_text, runs_of_tokens
from opshandover.pages.prose_rules import COMPARED
from opshandover.pages.tokens import TokenReader, Tokens
from opshandover.remarks import Remark

_NOTE = re.compile(r"\[\^[^\]\s\\]+\]:")


@frozen
class FileReader(TokenReader):
    """Reads the blocks of a file; comments and notes are put aside. `name` stands for the file in errors."""

    name: str = ""
    comments: list[Block] = field(factory=list[Block])
    notes: list[Block] = field(factory=list[Block])
    remarks: list[Remark] = field(factory=list[Remark])
    baselines: list[Baseline] = field(factory=list[Baseline])

    def line(self, token: Token) -> int:
        """The line in which a token begins, from 1; 0 if it is unknown."""
        return token.map[0] + 1 if token.map else 0

    def other(self, token: Token, style: Style) -> Style | Run | None:
        """What a piece of HTML within a line becomes."""
        if token.type != "html_inline":
            return super().other(token, style)
        said = comment_of(token.content)
        if said is None:
            return inline_tag(token.content, style)
        self._keep([Paragraph((Run(said),))] if said else [])
        return None

    def block(self, token: Token, tokens: Tokens) -> Iterator[Block]:
        """Yield what begins with a token: HTML as well."""
        if token.type != "html_block":
            for block in super().block(token, tokens):
                yield as_flow(block)
            return
        blocks, comments, remarks = fragment_blocks(token.content, self.line(token), self.name)
        self._keep(comments)
        self.remarks.extend(remarks)
        yield from blocks

    def _keep(self, comments: list[Paragraph]) -> None:
        """Put comments aside, of which one may be the baseline."""
        for comment in comments:
            text = text_of(comment.runs)
            if is_enclosed(text):
                self.baselines.append(read_enclosed(text, self.name, comment.line))
            else:
                self.comments.append(comment)

    def heading(self, token: Token, inline: Token) -> Iterator[Block]:
        """Yield a heading, unless it is empty; within a list or a quotation it is one of a text."""
        if token.level:
            yield from (
                block
                for block in super().heading(token, inline)
                if not (isinstance(block, Paragraph) and are_blank(block.runs))
            )
            return
        text = plain_text(self.runs(inline))
        if text.strip():
            yield Heading(int(token.tag[1:]), text, line=self.line(token))

    def paragraph(self, inline: Token) -> Iterator[Block]:
        """Yield a paragraph, unless it is blank or a note."""
        is_note = inline.content.startswith("[^") and _NOTE.match(inline.content)
        for block in super().paragraph(inline):
            if is_note:
                self.notes.append(block)
            else:
                yield block

    def cell(self, text: str, line: int) -> Cell:
        """A cell, with the lists and quotations that its lines show."""
        if not text:
            return Cell(())
        if (runs := plain_runs(text)) and not MARK.match(text):
            return Cell((Paragraph(runs, line=line),))
        lines = _plain_lines(text) or map(self._line, _split(self.parse_line(text)))
        return Cell(blocks_of_lines([each for each in lines if each.marks or not are_blank(each.runs)]))

    def _line(self, tokens: list[Token]) -> Line:
        marks = ""
        if tokens and tokens[0].type == "text":
            goes_on = "x" if len(tokens) > 1 else ""  # a mark alone ends the line
            marks, text = _marks(tokens[0].content + goes_on)
            text = text.removesuffix(goes_on)
            if marks:
                tokens = [*([tokens[0].copy(content=text)] if text else []), *tokens[1:]]
        return Line(marks, runs_of_tokens(tokens, other=self.other))


def _plain_lines(text: str) -> list[Line]:
    """The lines of a cell; none if one of them needs parsing."""
    if "`" in text or "\\" in text:
        return []
    lines: list[Line] = []
    for part in text.split("<br>"):
        marks, rest = _marks(part)
        runs = plain_runs(rest)
        if rest and not runs:
            return []
        lines.append(Line(marks, runs))
    return lines


def _marks(text: str) -> tuple[str, str]:
    """The marks of items and quotations at the start of a line, and the rest of it."""
    at = 0
    while (found := MARK.match(text, at)) and not COMPARED.match(text, at):
        at = found.end()
    return text[:at], text[at:]


def _split(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the lines of a cell: `<br>` parts them, unless it stands within a style or a link."""
    line: list[Token] = []
    level = 0
    for token in tokens:
        level += token.nesting
        if token.type == "hardbreak" and level == 0 and token.markup.lower() == "<br>":
            yield line
            line = []
        else:
            line.append(token)
    yield line
