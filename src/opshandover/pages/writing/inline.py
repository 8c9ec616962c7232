"""Runs of text written as Markdown, with delimiters that nest and that every parser recognises.

Emphasis is difficult in Chinese: in `**重点：**后面` the delimiters do not close, because punctuation
is inside and a letter outside. The letter is then written as a reference (`&#21518;`): that reads
the same everywhere, and changes neither text nor style.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, takewhile

from attrs import evolve, frozen

from opshandover.pages.addresses import has_address, is_address, link_addresses
from opshandover.pages.blocks import Image, Run, Runs, set_strong, text_of
from opshandover.pages.emphasis import Sign, is_name, sign_between
from opshandover.pages.writing.escape import (
    address,
    code_span,
    encode_end,
    escape,
    escape_edges,
    escape_heading,
    escape_line_start,
    hard_break,
    has_reference,
    is_boundary,
    is_punctuation_or_symbol,
    needs_doubled,
    quoted,
)
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
    return _settled(lambda doubled: _paragraph(runs, doubled))


def _paragraph(runs: Runs, doubled: bool) -> str:
    lines = [escape_line_start(line) for line in _lines(runs, starts=True, doubled=doubled)]
    written = lines[0]
    for before, after in pairwise(lines):
        written += hard_break(before, after) + after
    return written


def single_line(runs: Runs, break_sign: str = "<br>") -> str:
    """Write runs on one line, with a tag for line breaks."""
    return _settled(lambda doubled: break_sign.join(_lines(runs, starts=False, doubled=doubled)))


def heading_text(text: str) -> str:
    """Write the text of a heading."""
    return escape_heading(single_line((Run(text=text),)))


def runs_as_heading(runs: Runs) -> str:
    """Write the runs of a heading of prose, all of which are strong without saying so."""
    return escape_heading(single_line(set_strong(runs, strong=False)))


def _settled(write: Callable[[bool], str]) -> str:
    written = write(False)
    return write(True) if needs_doubled(written) else written


def _lines(runs: Runs, *, starts: bool, doubled: bool) -> list[str]:
    text = text_of(runs)
    paired = "~" if text.count("~") > 1 or any(run.strike for run in runs) else ""
    paired += "$" if text.count("$") > 1 else ""
    emphasis = "_" if any(run.strong for run in runs) else "*"
    split: list[list[Run]] = [[]]
    for run in runs:
        if run.image:
            split[-1].append(evolve(run, text=clean(run.text).replace("\n", " ")))
            continue
        first, *rest = clean(run.text).split("\n")
        split[-1].append(run if first == run.text else evolve(run, text=first))
        split.extend([evolve(run, text=line)] for line in rest)
    return [
        escape_edges(_Line(emphasis, paired, doubled, starts and not at).written(_merged(line)))
        for at, line in enumerate(split)
    ]


def _merged(runs: Sequence[Run]) -> Runs:
    """Join adjacent runs of one style; blank text loses its style, as it cannot carry delimiters."""
    return _joined(
        Run(text=run.text) if run.text.isspace() and not (run.code or run.link or run.image) else run
        for run in runs
        if run.text or run.image
    )


def _joined(runs: Iterable[Run]) -> Runs:
    merged: list[Run] = []
    for run in runs:
        if merged and not run.image and _style(merged[-1]) == _style(run):  # two equal images are still two
            merged[-1] = evolve(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def _style(run: Run) -> tuple[object, ...]:
    return run.strong, run.emphasis, run.strike, run.code, run.link, run.image


def _addressed(runs: Runs) -> Runs:
    """Make links of the addresses in runs, except where parsers disagree on what is written in them."""
    parts = link_addresses(runs)
    if parts is runs:
        return runs
    unsafe = (is_address(part.link) and part.link == part.text and has_reference(f"{part.text};") for part in parts)
    return _joined(evolve(part, link="") if plain else part for part, plain in zip(parts, unsafe, strict=True))


_PLAIN = _style(Run(text=""))


@frozen
class _Line:
    """Writes one line; `emphasis` is its delimiter, the others are as for `escape`."""

    emphasis: str
    paired: str
    doubled: bool
    starts: bool

    def written(self, runs: Runs) -> str:
        """Write runs, with the delimiters between them; most lines are plain text."""
        if len(runs) == 1 and _style(runs[0]) == _PLAIN and not has_address(runs[0].text):
            return self._escape(runs[0].text, starts=self.starts, in_link=False)
        pieces: list[_Piece] = []
        stack: list[_Delimiter] = []
        for run in (*_addressed(runs), Run(text="")):
            alone = run.link == run.text and is_address(run.text)
            wanted = self._delimiters(evolve(run, link="") if alone else run)
            kept = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(stack, wanted, strict=False))))
            pieces += [_Piece(mark.closing, closes=mark.flanked) for mark in reversed(stack[kept:])]
            pieces += [_Piece(mark.opening, opens=mark.flanked) for mark in wanted[kept:]]
            stack = wanted
            if run.image:
                pieces.append(_Piece(self._picture(run.text, run.image)))
            elif run.code:
                pieces.append(_Piece(code_span(run.text)))
            elif alone:
                pieces.append(_Piece(f"<{run.text}>"))
            elif run.text:
                text = self._escape(run.text, starts=self.starts and not pieces, in_link=bool(run.link))
                pieces.append(_Piece(text, editable=True))
        return "".join(piece.text for piece in _flanked(pieces))

    def _escape(self, text: str, *, starts: bool, in_link: bool) -> str:
        return escape(text, paired=self.paired, starts=starts, in_link=in_link, doubled=self.doubled)

    def _picture(self, alt: str, image: Image) -> str:
        text = self._escape(alt, starts=False, in_link=True)
        title = f" {quoted(clean(image.title))}" if image.title else ""
        return f"![{text}]({address(clean(image.address))}{title})"

    def _delimiters(self, run: Run) -> list[_Delimiter]:
        """Return the delimiters of a run from the outside in, always in the same order."""
        marks = [_Delimiter("[", f"]({address(clean(run.link))})")] if run.link else []
        marks += [_Delimiter("**", "**")] if run.strong else []
        marks += [_Delimiter(self.emphasis, self.emphasis)] if run.emphasis else []
        return marks + ([_Delimiter("~~", "~~")] if run.strike else [])


def _flanked(pieces: list[_Piece]) -> list[_Piece]:
    """Change the text next to delimiters so that they open and close."""
    opened: list[int] = []
    for at, piece in enumerate(pieces):
        if piece.opens:
            opened.append(at)
            _set_apart(pieces, outer=at - 1, mark=at, inner=at + 1, opening=at)
        elif piece.closes:
            _set_apart(pieces, outer=at + 1, mark=at, inner=at - 1, opening=opened.pop())
        elif piece.text == "[" and at and pieces[at - 1].text.endswith("!"):
            # `![` would make the link an image.
            before = pieces[at - 1]
            pieces[at - 1] = evolve(before, text=before.text[:-1] + "\\!")
    return pieces


def _set_apart(pieces: list[_Piece], *, outer: int, mark: int, inner: int, opening: int) -> None:
    facing = -1 if inner < outer else 0
    away = 0 if facing else -1
    if pieces[inner].editable and pieces[inner].text[facing].isspace():
        _encode(pieces, inner, facing)
    edits = [(outer, away), (inner, facing)]
    tight = pieces[mark].text == "_" or is_punctuation_or_symbol(pieces[inner].text[facing])
    if tight and _is_editable(pieces, outer) and not is_boundary(pieces[outer].text[away]):
        _encode(pieces, *edits.pop(0))
    for at, end in edits:
        if _is_editable(pieces, at) and not _is_read(pieces, mark, opening):
            _encode(pieces, at, end)


def _is_read(pieces: list[_Piece], at: int, opening: int) -> bool:
    """Whether our own prose takes a delimiter for what it is; `opening` is the one of its pair that opens."""
    sign = _sign(pieces, at)
    if at != opening:
        return sign.closes and not (sign.inside and _sign(pieces, opening).inside)
    before, rest = _around(pieces, at)
    return sign.opens and not is_name(before + pieces[at].text + rest, len(before))


def _sign(pieces: list[_Piece], at: int) -> Sign:
    before, rest = _around(pieces, at)
    mark = pieces[at].text
    return sign_between(mark[0], len(mark), before, rest[:2])


def _around(pieces: list[_Piece], at: int) -> tuple[str, str]:
    """The two characters before a piece, and what follows it."""
    before = "".join(piece.text[-2:] for piece in pieces[max(at - 2, 0) : at])[-2:]
    return before, "".join(piece.text for piece in pieces[at + 1 : at + 4])


def _is_editable(pieces: list[_Piece], at: int) -> bool:
    return 0 <= at < len(pieces) and pieces[at].editable


def _encode(pieces: list[_Piece], at: int, end: int) -> None:
    pieces[at] = evolve(pieces[at], text=encode_end(pieces[at].text, end))
