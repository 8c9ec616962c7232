"""Runs of text written as Markdown, with delimiters that nest and that every parser recognises.

Emphasis is difficult in Chinese: in `**重点：**后面` the delimiters do not close, because punctuation
is inside and a letter outside. The letter is then written as a reference (`&#21518;`): that reads
the same everywhere, and changes neither text nor style.
"""

from itertools import pairwise, takewhile

from attrs import evolve, frozen

from opshandover.exporters.markdown.escape import (
    address,
    code_span,
    escape,
    escape_edges,
    escape_heading,
    escape_line_start,
    is_boundary,
    is_punctuation_or_symbol,
    quoted,
    reference,
)
from opshandover.pages.blocks import Image, Run, Runs, text_of
from opshandover.plain_text import clean


@frozen
class _Delimiter:
    """A pair of delimiters around some runs."""

    opening: str
    closing: str

    @property
    def flanked(self) -> bool:
        """Whether the adjacent characters decide if this is a delimiter at all."""
        return self.opening != "["


@frozen
class _Piece:
    """A piece of a line: a text that is escaped already, or a delimiter."""

    text: str
    opens: bool = False
    closes: bool = False
    editable: bool = False


def paragraph_text(runs: Runs) -> str:
    """Write runs as a paragraph; a line feed in them becomes a hard break."""
    lines = [escape_line_start(line) for line in _lines(runs, starts=True)]
    written = lines[0]
    for before, after in pairwise(lines):
        # An empty line would end the paragraph.
        written += ("\\\n" if before and after else "<br>") + after
    return written


def single_line(runs: Runs) -> str:
    """Write runs on one line, with `<br>` for line breaks."""
    return "<br>".join(_lines(runs, starts=False))


def heading_text(text: str) -> str:
    """Write the text of a heading."""
    return escape_heading(single_line((Run(text=text),)))


def _lines(runs: Runs, *, starts: bool) -> list[str]:
    text = text_of(runs)
    tildes = text.count("~") > 1 or any(run.strike for run in runs)
    emphasis = "_" if any(run.strong for run in runs) else "*"
    split: list[list[Run]] = [[]]
    for run in runs:
        if run.image:
            split[-1].append(evolve(run, text=clean(run.text).replace("\n", " ")))
            continue
        first, *rest = clean(run.text).split("\n")
        split[-1].append(evolve(run, text=first))
        split.extend([evolve(run, text=line)] for line in rest)
    return [
        escape_edges(_written(_merged(line), emphasis, tildes=tildes, starts=starts and not at))
        for at, line in enumerate(split)
    ]


def _merged(runs: list[Run]) -> Runs:
    """Join adjacent runs of one style; blank text loses its style, as it cannot carry delimiters."""
    styled = [
        Run(text=run.text) if run.text.isspace() and not (run.code or run.link or run.image) else run
        for run in runs
        if run.text or run.image
    ]
    merged: list[Run] = []
    for run in styled:
        # Two equal images are still two.
        if merged and not run.image and evolve(merged[-1], text="", path="") == evolve(run, text="", path=""):
            merged[-1] = evolve(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def _written(runs: Runs, emphasis: str, *, tildes: bool, starts: bool) -> str:
    pieces: list[_Piece] = []
    stack: list[_Delimiter] = []
    for run in (*runs, Run(text="")):
        wanted = _delimiters(run, emphasis)
        kept = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(stack, wanted, strict=False))))
        pieces += [_Piece(mark.closing, closes=mark.flanked) for mark in reversed(stack[kept:])]
        pieces += [_Piece(mark.opening, opens=mark.flanked) for mark in wanted[kept:]]
        stack = wanted
        if run.image:
            pieces.append(_Piece(_picture(run.text, run.image, tildes=tildes)))
        elif run.code:
            pieces.append(_Piece(code_span(run.text)))
        elif run.text:
            text = escape(run.text, tildes=tildes, starts=starts and not pieces, in_link=bool(run.link))
            pieces.append(_Piece(text, editable=True))
    return "".join(piece.text for piece in _flanked(pieces))


def _picture(alt: str, image: Image, *, tildes: bool) -> str:
    text = escape(alt, tildes=tildes, starts=False, in_link=True)
    title = f" {quoted(clean(image.title))}" if image.title else ""
    return f"![{text}]({address(clean(image.address))}{title})"


def _delimiters(run: Run, emphasis: str) -> list[_Delimiter]:
    """Return the delimiters of a run from the outside in, always in the same order."""
    marks = [_Delimiter("[", f"]({address(clean(run.link))})")] if run.link else []
    marks += [_Delimiter("**", "**")] if run.strong else []
    marks += [_Delimiter(emphasis, emphasis)] if run.emphasis else []
    return marks + ([_Delimiter("~~", "~~")] if run.strike else [])


def _flanked(pieces: list[_Piece]) -> list[_Piece]:
    """Change the text next to delimiters so that they open and close."""
    for at, piece in enumerate(pieces):
        if piece.opens:
            _set_apart(pieces, outer=at - 1, mark=piece.text, inner=at + 1)
        elif piece.closes:
            _set_apart(pieces, outer=at + 1, mark=piece.text, inner=at - 1)
        elif piece.text == "[" and at and pieces[at - 1].text.endswith("!"):
            # `![` would make the link an image.
            before = pieces[at - 1]
            pieces[at - 1] = evolve(before, text=before.text[:-1] + "\\!")
    return pieces


def _set_apart(pieces: list[_Piece], *, outer: int, mark: str, inner: int) -> None:
    facing = -1 if inner < outer else 0
    if pieces[inner].editable and pieces[inner].text[facing].isspace():
        _encode_end(pieces, inner, facing)
    tight = mark == "_" or is_punctuation_or_symbol(pieces[inner].text[facing])
    away = 0 if facing else -1
    if not (tight and 0 <= outer < len(pieces) and pieces[outer].editable):
        return
    if not is_boundary(pieces[outer].text[away]):
        _encode_end(pieces, outer, away)


def _encode_end(pieces: list[_Piece], at: int, end: int) -> None:
    text = pieces[at].text
    changed = reference(text[0]) + text[1:] if end == 0 else text[:-1] + reference(text[-1])
    pieces[at] = evolve(pieces[at], text=changed)
