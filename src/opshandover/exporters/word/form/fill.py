"""Fill a form: run its programs for one document."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import assert_never, cast

from attrs import Factory, define, evolve, field, frozen

from opshandover.document.paths import child_path
from opshandover.errors import ExportError
from opshandover.exporters.word.body import BodyWriter
from opshandover.exporters.word.comments import Comments
from opshandover.exporters.word.form.names import Name, Special
from opshandover.exporters.word.form.names import Part as DatePart
from opshandover.exporters.word.form.program import (
    Container,
    Document,
    FreshId,
    Paragraphs,
    Part,
    Program,
    Show,
    Step,
    may_be_blocks,
)
from opshandover.exporters.word.form.rest import section_of_page, without_heading
from opshandover.exporters.word.form.words import Found, in_words, is_there
from opshandover.exporters.word.left_out import LeftOut
from opshandover.exporters.word.paragraphs import BlockContext
from opshandover.exporters.word.runs import RunWriter
from opshandover.exporters.word.tables import in_cell
from opshandover.layout.fill_in import FillIn
from opshandover.layout.records import unlabelled_blocks
from opshandover.layout.signoff import SECTION as SIGN_OFF
from opshandover.layout.words.labels import EMPTY
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Kind
from opshandover.ooxml.anchors import MOST_CONTROLS, VALUE
from opshandover.ooxml.ids import Ids
from opshandover.pages.blocks import Block, Page, Paragraph, Role, Run, Runs
from opshandover.pages.markdown import blocks_of
from opshandover.text import message

MOST_REPEATED = 100_000
"""The maximum number of times that parts of a form are written for one document."""
HERE = "\0"
"""Stands among the pieces for the document itself, which is written last."""
_LEVEL = 2
_ROW = re.compile(r"<w:tr[ >]")
_ENDS_IN_PARAGRAPH = re.compile(r"(?:</w:p>|<w:p(?: [^<>]*)?/>|\0)\s*\Z")


@frozen(kw_only=True)
class Source:
    """What a form is filled from, and how.

    `page` lays out what is written in the place of the document, `whole` the whole document, of which a form
    shows sections; both only if a form asks for it. `in_document` are the names of options that
    need the place of the document.
    """

    document: OpsDocument
    page: Callable[[], Page]
    whole: Callable[[], Page]
    placeholders: bool = False
    left_out: LeftOut = LeftOut.WARN
    in_document: tuple[str, ...] = ()


@frozen
class _Scope:
    value: object
    path: str
    number: int = 0


@define
class Filler:
    """Writes the programs of one form for one document.

    `shown` collects the paths of what they show, `findable` those of values with a bookmark.

    `adapt` turns the styles and numbers of our XML into those of the file.
    """

    source: Source
    body: BodyWriter
    ids: Ids
    adapt: Callable[[str], str]
    shown: set[str] = field(factory=set[str], init=False)
    findable: set[str] = field(factory=set[str], init=False)
    _scopes: list[_Scope] = field(
        default=Factory(lambda self: [_Scope(self.source.document, "")], takes_self=True), init=False
    )
    _repeated: int = field(default=0, init=False)

    def write(self, program: Program, runs: RunWriter) -> list[str]:
        """Return a part in pieces, with `HERE` in the place of the document."""
        return list(_Writing(self, runs).steps(program.steps))

    def found(self, name: Name) -> Found:
        """Return the values to which a name leads, and note that they are shown."""
        scope = self._scopes[name.level]
        return name.follow(scope.value, scope.path)

    def show(self, found: Found) -> None:
        """Note what is shown."""
        self.shown.update(path for path, _, _ in found)

    def number(self, level: int) -> int:
        """Return the number of an item among those that a part is repeated for, from 1."""
        return self._scopes[level].number

    def each(self, part: Part) -> Iterator[None]:
        """Enter a part as often as it is to be shown."""
        found = self.found(part.name)
        there = [one for one in found if is_there(part.name.field, one[1])]
        if part.each:
            for number, (path, value) in enumerate(_items(there), start=1):
                yield from self._within(_Scope(value, path, number))
        elif bool(there) is not part.negated:
            path, value, _ = there[0] if there else ("", None, None)
            yield from self._within(_Scope(value, path))

    def _within(self, scope: _Scope) -> Iterator[None]:
        self._repeated += 1
        if self._repeated > MOST_REPEATED:
            raise ExportError(
                message(
                    "模板里重复的部分超过 {most} 次",
                    "the parts of the template would be repeated more than {most} times",
                    most=MOST_REPEATED,
                )
            )
        self._scopes.append(scope)
        yield
        self._scopes.pop()


def kept_apart(pieces: Iterable[str], gap: str) -> Iterator[str]:
    """Yield the pieces of a part with a gap between tables that touch, which Word would join.

    They do where the paragraph between them is not shown, or where a section begins with a table.
    """
    after_table = False
    for piece in pieces:
        if after_table and piece.lstrip().startswith(("<w:tbl>", "<w:tbl ")):
            yield gap
        yield piece
        after_table = piece.rstrip().endswith("</w:tbl>") if piece.strip() else after_table


def _items(found: Found) -> Iterator[tuple[str, object]]:
    for path, value, _ in found:
        if isinstance(value, tuple):
            for i, item in enumerate(cast("tuple[object, ...]", value)):
                yield child_path(path, i), item
        else:
            yield path, value


@frozen(slots=False)
class _Writing:
    """Writes one part, with the links and pictures that belong to it."""

    filler: Filler
    runs: RunWriter

    def steps(self, steps: Iterable[Step]) -> Iterator[str]:
        for step in steps:
            match step:
                case str():
                    yield step
                case Show():
                    yield self._show(step)
                case Paragraphs():
                    yield from self._paragraphs(step)
                case Part():
                    for _ in self.filler.each(step):
                        yield from self.steps(step.steps)
                case Container():
                    yield from self._container(step)
                case FreshId():
                    yield str(self.filler.ids.next())
                case Document():
                    yield HERE
                case _:
                    assert_never(step)

    def _container(self, step: Container) -> Iterator[str]:
        pieces = list(self.steps(step.steps))
        content = "".join(pieces)
        if step.is_table and not _ROW.search(content):
            return
        yield from pieces
        if not (step.is_table or _ENDS_IN_PARAGRAPH.search(content)):
            yield "<w:p/>"

    def _show(self, show: Show) -> str:
        name = show.name
        if name.special is Special.NUMBER:
            return self._line((Run(str(self.filler.number(name.level))),), show)
        found = self.filler.found(name)
        self.filler.show(found)
        paths = [path for path, _, _ in found]
        pieces = [(path, self._line(runs, show)) for path, runs in in_words(name, found, self.runs.lang)]
        content = "".join(self._findable(piece, path, show) for path, piece in pieces if piece)
        if not content and self.filler.source.placeholders:
            prompt = self._formatted(self.runs.xml((Run(EMPTY[self.runs.lang]),), Role.PLACEHOLDER), show)
            content = self._findable(prompt, paths[0], show) if len(paths) == 1 else prompt
        return self._marked(content, show, *paths)

    def _is_in_text(self, show: Show) -> bool:
        """Whether a mark is in the text itself; headers, footers and text boxes repeat what stands there."""
        return self.runs is self.filler.body.runs and not show.in_box

    def _findable(self, content: str, path: str, show: Show) -> str:
        """Put a bookmark around a value where it is shown first, and whole, so that it can be read back.

        It is no content control: many scripts read filled forms with python-docx, which passes over text in these.
        """
        filler = self.filler
        if not path or path in filler.findable or filler.body.anchors.has_control(path):
            return content
        return self._bookmarked(content, path, show)

    def _bookmarked(self, content: str, path: str, show: Show) -> str:
        filler = self.filler
        whole = show.name.part in (None, DatePart.ISO)
        if not whole or not self._is_in_text(show) or len(filler.findable) >= MOST_CONTROLS:
            return content
        filler.findable.add(path)
        return filler.body.anchors.bookmark(content, VALUE, path)

    def _comments(self, show: Show) -> Comments | None:
        """Return what marks places for comments; Word has none in headers, footers and text boxes."""
        return self.filler.body.comments if self._is_in_text(show) else None

    def _marked(self, content: str, show: Show, *paths: str) -> str:
        """Mark where values are shown, for comments on them; what is about the whole document stands at its title."""
        comments = self._comments(show)
        about_all = ("",) if "title" in paths else ()
        return comments.mark(content, *paths, *about_all) if comments else content

    def _line(self, runs: Runs, show: Show) -> str:
        if show.in_link:
            return self._formatted("".join(self.runs.plain(run.text) for run in runs), show)
        return self._formatted(self.runs.xml(runs), show)

    def _formatted(self, xml: str, show: Show) -> str:
        return show.run_format.apply(self.filler.adapt(xml))

    def _paragraphs(self, step: Paragraphs) -> Iterator[str]:
        name = step.show.name
        found = self.filler.found(name)
        blocks = self._blocks(step, found)
        if blocks is None:
            yield step.before + self._show(step.show) + step.after
            return
        self.filler.show(found)
        context = self._context(step)
        writer, comments = self.filler.body, self._comments(step.show)
        if self.runs is not writer.runs or comments is not writer.comments:
            writer = evolve(writer, runs=self.runs, comments=comments)
        if name.field and name.field.kind is Kind.PROSE:
            path = found[0][0]
            is_first = path not in self.filler.findable and not writer.anchors.has_control(path)
            for block in blocks:
                if isinstance(block, Paragraph):
                    content = self._formatted(self.runs.xml(block.runs), step.show)
                    content = self._bookmarked(content, path, step.show) if is_first else content
                    yield step.before + self._marked(content, step.show, block.path or path) + step.after
                else:
                    yield from map(self.filler.adapt, writer.blocks((block,), context))
        else:
            yield from map(self.filler.adapt, writer.blocks(blocks, context))
        if step.ends_section:
            yield step.before + step.after

    def _context(self, step: Paragraphs) -> BlockContext:
        design, shown = self.runs.design, step.show.name.field
        above = ((0, ""), (1, shown.label[self.runs.lang])) if shown else ()
        if step.width:
            return in_cell(BlockContext(above=above), step.width, label="")
        return BlockContext(width=design.text_width, style="BodyText", step=design.list_step, above=above)

    def _blocks(self, step: Paragraphs, found: Found) -> tuple[Block, ...] | None:
        """Return a value as blocks; `None` if it fits into the line."""
        name, lang = step.show.name, self.runs.lang
        if name.field is None or not found or name.part or not may_be_blocks(name):
            return None
        there = found[0][1] is not None or self.filler.source.placeholders or name.field.name == SIGN_OFF
        if name.is_section and there:
            blocks = section_of_page(self._page.blocks, name.field.name)
            if blocks and (step.width or name.field.label[lang] in step.label):
                blocks = without_heading(blocks)
            return blocks or None
        if name.is_section or len(found) > 1 or not found[0][1]:
            return None
        path, value, _ = found[0]
        if name.field.kind is Kind.PROSE:
            match blocks_of(value, path):
                case () | (Paragraph(),):
                    return None
                case parsed:
                    return parsed
        if not name.listed:
            return None
        blocks = unlabelled_blocks(name.field, value, path, lang, _LEVEL, fill_in=FillIn.NOTHING)
        match blocks:
            case (Paragraph(),):
                return None
            case _:
                return blocks or None

    @cached_property
    def _page(self) -> Page:
        return self.filler.source.whole()
