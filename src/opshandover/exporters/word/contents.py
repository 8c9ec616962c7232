"""The table of contents: a Word field, with its entries and page numbers already written.

No program computes the pages by itself when it opens a file. Word does so when a person presses F9,
or when a setting requires it, which it then asks the reader to confirm; LibreOffice shows what the
file contains. So the file contains estimates, which are right except near the ends of pages, and the
setting is left to the caller. Outside of the field LibreOffice would update the references, but then
nobody could update the table after adding a heading.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import define, field, frozen

from opshandover.exporters.word import design
from opshandover.exporters.word.design import NumberFormat
from opshandover.exporters.word.paging import pages_of
from opshandover.exporters.word.paragraphs import BlockContext, paragraph
from opshandover.exporters.word.runs import RunWriter
from opshandover.exporters.word.styles import styles_xml
from opshandover.ooxml.ids import Ids
from opshandover.ooxml.xml import field_xml, template
from opshandover.pages.blocks import Block, Heading, Role
from opshandover.text import Text

LISTED_LEVELS = 2
"""The number of heading levels that are listed."""

CONTENTS_PLACEHOLDER = "\0contents"
"""Marks the position of the table of contents in the body until all pages are known."""
TITLE = Text("目录", "Contents")
_CODE = rf'TOC \o "1-{LISTED_LEVELS}" \h \z \u'
_TAB = "<w:r><w:tab/></w:r>"
_SPACE_AFTER = {"space": " ", "nothing": ""}


@frozen
class ContentsEntry:
    """A heading in the table of contents; `level` counts from 0."""

    level: int
    text: str
    bookmark: str
    number: int


@define
class Contents:
    """Lists the headings of a page, and adds a bookmark to each when it is written."""

    runs: RunWriter
    entries: Sequence[ContentsEntry]
    _written: int = field(default=0, init=False)

    def put_into(self, body: Sequence[str], section: str) -> list[str]:
        """Insert the table of contents into the body, with the pages of all that follows.

        `section` are the properties of the last section, with its page.
        """
        at = body.index(CONTENTS_PLACEHOLDER)
        head, rest = body[:at], body[at + 1 :]
        pages = self._pages([*head, *self._xml({}), *rest], section)
        return [*head, *self._xml(pages), *rest]

    def _pages(self, body: Sequence[str], section: str) -> Mapping[str, int]:
        frame = template("document.xml").substitute(body="".join(body), section=section)
        return pages_of(frame, styles_xml(self.runs.design, self.runs.lang))

    def _xml(self, pages: Mapping[str, int]) -> Iterator[str]:
        """Yield the field; nothing if there are no headings to list."""
        if not self.entries:
            return
        start, _, end = field_xml(_CODE, "\0").partition("\0")
        yield paragraph(self.runs.plain(TITLE[self.runs.lang]), BlockContext(), style="TOCHeading")
        for at, entry in enumerate(self.entries):
            content = self.runs.plain(entry.text) + _TAB
            page = self.runs.plain(str(pages.get(entry.bookmark, 1)))
            content += field_xml(rf"PAGEREF {entry.bookmark} \h", page)
            link = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{content}</w:hyperlink>'
            begin = start if at == 0 else ""
            yield paragraph(begin + link, BlockContext(), style=f"TOC{entry.level + 1}")
        yield paragraph(end, BlockContext(), style="TableGap")

    def marked(self, content: str, heading: Heading) -> str:
        """Put a bookmark around the runs of a heading that is listed; headings come in order."""
        if not is_listed(heading):
            return content
        entry = self.entries[self._written]
        self._written += 1
        return (
            f'<w:bookmarkStart w:id="{entry.number}" w:name="{entry.bookmark}"/>{content}'
            f'<w:bookmarkEnd w:id="{entry.number}"/>'
        )


def contents_of(blocks: Iterable[Block], runs: RunWriter, ids: Ids) -> Contents:
    """Collect the headings to list, with the numbers that Word will give them."""
    entries: list[ContentsEntry] = []
    for number, heading in numbered_headings(blocks, runs.design.heading_numbers(runs.lang)):
        if is_listed(heading):
            mark = ids.next()
            text = number + " ".join(heading.text.split())
            entries.append(ContentsEntry(_level(heading), text, f"_Toc{mark:09}", mark))
    return Contents(runs, entries)


def is_listed(heading: Heading) -> bool:
    """Whether a heading is in the table of contents; Word leaves out those without text."""
    return heading.level <= LISTED_LEVELS and bool(heading.text.strip())


def numbered_headings(blocks: Iterable[Block], forms: Sequence[NumberFormat]) -> Iterator[tuple[str, Heading]]:
    """Yield the headings with their numbers, which are not in the file: Word counts them."""
    counts = [0] * len(forms)
    for heading in blocks:
        if not isinstance(heading, Heading):
            continue
        level = _level(heading)
        if level >= len(forms) or heading.role is Role.ATTENTION:
            yield "", heading
            continue
        counts[level] += 1
        counts[level + 1 :] = [0] * (len(forms) - level - 1)
        yield _number(counts, forms, level), heading


def _level(heading: Heading) -> int:
    return min(max(heading.level, 1), design.HEADING_LEVELS) - 1


def _number(counts: Sequence[int], forms: Sequence[NumberFormat], level: int) -> str:
    """Return a number as text; a level above that has not begun counts as its first."""
    text = forms[level].form
    for above in range(level + 1):
        said = _COUNTED[forms[above].kind](max(1, counts[above]))
        text = text.replace(f"%{above + 1}", said)
    return text + _SPACE_AFTER[forms[level].after]


_DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """Return a number below 10,000 as Word counts in Chinese: 十, 十一, 二十, 一百零五."""
    if number >= 10_000:
        return str(number)
    text, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if not digit:
            gap = bool(text)
            continue
        one = "" if power == 10 and digit == 1 and not text else _DIGITS[digit]
        text += ("零" if gap else "") + one + unit
        gap = False
    return text


_COUNTED: Mapping[str, Callable[[int], str]] = {"decimal": str, "chineseCountingThousand": chinese_number}
"""The function that writes a number in each of Word's number formats."""
