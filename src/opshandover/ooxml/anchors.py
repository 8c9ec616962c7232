"""Content controls around values and bookmarks at tables and headings, so that edits can be read back.

A reader lays out the baseline again, and finds each of its paragraphs in the edited file by the tag
of its content control. Some programs drop all tags, but keep bookmarks: each row of a table, and each
label of a form, has one that is named after what the row shows. Rows that a person adds have neither; they are
read by the heads of their columns.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from attrs import define, field, frozen

from opshandover.ooxml.ids import Ids
from opshandover.ooxml.xml import escaped

LONGEST_TAG = 64
"""The maximum length that Word accepts."""
_LONGEST_ALIAS = 32
"""Half of what Word accepts, because it counts some characters twice."""
MOST_CELLS = 2_000
"""A table of more cells gets no controls: they would double its size and the time to write it."""
MOST_CONTROLS = 10_000
"""The maximum number of controls in a document."""

TAG = "oh:"
TABLE, SECTION, ROW, FACT, VALUE = "_oh_tbl_", "_oh_sec_", "_oh_row_", "_oh_fact_", "_oh_val_"
"""Prefixes of bookmark names; the underscore hides them from Word's list."""
BOOKMARKS = (TABLE, SECTION, ROW, FACT, VALUE)
_CELL_PROPERTIES, _PARAGRAPH, _PROPERTIES, _END_OF_PROPERTIES = "</w:tcPr>", "<w:p>", "<w:pPr>", "</w:pPr>"

CHECKBOXES = {True: "☑", False: "☐"}

_DIGITS = 16
_PLAIN_PATH = re.compile(r"[A-Za-z0-9_.\[\]]+")
_NO_NAME = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_STEM = 33
"""Word accepts names of 40 characters; a number may have to follow."""


def tag_of(path: str, number: int = 1) -> str:
    """Return the tag of a value: `oh:work_progress.tasks[0].title`.

    A value of several paragraphs has a content control for each; from the second on, the tag ends in
    their number: `oh:overview.purpose/2`. Where the tag would be too long, `#` and the first 16
    hexadecimal digits of the path's SHA-256 replace the path: a reader computes them for every path of
    the baseline to find which one is meant.
    """
    suffix = f"/{number}" if number > 1 else ""
    tag = f"{TAG}{path}{suffix}"
    if len(tag) <= LONGEST_TAG and _PLAIN_PATH.fullmatch(path):
        return tag
    return f"{TAG}#{digest(path)}{suffix}"


def bookmark_of(kind: str, path: str) -> str:
    """Return the name of a bookmark: `_oh_tbl_work_progress_tasks`; a long one ends in a hash."""
    before, _, index = path.removesuffix("]").rpartition("[") if path.endswith("]") else (path, "", "")
    name = kind + "_".join(filter(None, (_stem(before), index)))
    if len(name) <= _LONGEST_STEM:
        return name
    return f"{name[: _LONGEST_STEM - _DIGITS - 1]}_{digest(path)}"


@lru_cache(maxsize=4096)
def _stem(path: str) -> str:
    """What of a path may stand in a name; the rows of a table share all but their index."""
    return _NO_NAME.sub("_", path).strip("_")


def digest(path: str) -> str:
    """Return what stands for a path in a name that would be too long."""
    return sha256(path.encode(errors="surrogatepass")).hexdigest()[:_DIGITS]


@frozen
class Prompt:
    """How a blank in a form is filled in: by one of some choices, by a day of a calendar, or else by any text."""

    choices: tuple[str, ...] = ()
    is_date: bool = False

    def xml(self, language: str) -> str:
        """The properties of its content control."""
        if self.choices:
            items = (f'<w:listItem w:displayText="{escaped(one)}" w:value="{escaped(one)}"/>' for one in self.choices)
            return f"<w:dropDownList>{''.join(items)}</w:dropDownList>"
        if self.is_date:
            return (
                f'<w:date><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="{language}"/>'
                '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
            )
        return ""


Prompts = Mapping[str, Prompt]
"""How the blanks of a form are filled in, by their paths."""


def _no_prompts() -> Prompts:
    return {}


@define
class Anchors:
    """The content controls and bookmarks of one document; no tag and no name is used twice.

    Controls surround the runs of a paragraph and declare no content type: LibreOffice duplicates Chinese
    text in plain-text controls, and truncates controls around whole paragraphs.
    """

    ids: Ids
    symbols: str
    """The font of checkboxes."""
    prompts: Prompts = field(factory=_no_prompts, kw_only=True)
    language: str = field(default="", kw_only=True)
    """The language of a form, for its calendars (BCP 47)."""
    _count: int = field(default=0, init=False)
    _path: str = field(default="", init=False)
    _number: int = field(default=0, init=False)
    _known: set[str] = field(factory=set[str], init=False)
    _names: dict[str, int] = field(factory=dict[str, int], init=False)

    def has_room_for(self, cells: int) -> bool:
        """Whether a table of so many cells gets content controls, or is read by its grid alone."""
        return cells <= MOST_CELLS and self._count + cells <= MOST_CONTROLS

    def has_control(self, path: str) -> bool:
        """Whether the value at a path is shown already, so that it is only repeated where it is shown again."""
        return path in self._known

    def control(self, content: str, path: str, *, label: str = "", prompt: bool = False) -> str:
        """Put a content control around the runs of a paragraph that shows the value at a path, or part of it.

        A path that occurs again after others gets no control: the value is repeated there.

        Args:
            content: the XML of the runs.
            path: the path of the value in the document.
            label: the label of the value, for the person who edits it.
            prompt: whether the text is a placeholder, in the words that `layout.words` has for it; what
                is typed replaces it.
        """
        if path == self._path:
            self._number += 1
        elif path in self._known:
            self._path = ""
            return content
        else:
            self._path, self._number = path, 1
            self._known.add(path)
        if not content or self._count >= MOST_CONTROLS:
            return content
        self._count += 1
        alias = f'<w:alias w:val="{escaped(label[:_LONGEST_ALIAS])}"/>' if label else ""
        showing = "<w:showingPlcHdr/>" if prompt else ""
        if prompt and path in self.prompts:
            showing += self.prompts[path].xml(self.language)
        return (
            f'<w:sdt><w:sdtPr>{alias}<w:tag w:val="{tag_of(path, self._number)}"/>'
            f'<w:id w:val="{self.ids.next()}"/>{showing}</w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def checkbox(self, *, checked: bool) -> str:
        """Return a checkbox; the content control of its paragraph says which value it belongs to."""
        states = "".join(
            f'<w14:{name}State w14:val="{ord(CHECKBOXES[state]):X}" w14:font="{self.symbols}"/>'
            for name, state in (("checked", True), ("unchecked", False))
        )
        return (
            f'<w:sdt><w:sdtPr><w:id w:val="{self.ids.next()}"/>'
            f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/>{states}</w14:checkbox>'
            '</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="Tick"/></w:rPr>'
            f"<w:t>{CHECKBOXES[checked]}</w:t></w:r></w:sdtContent></w:sdt>"
        )

    def bookmark(self, content: str, kind: str, path: str) -> str:
        """Put a bookmark around the runs of a paragraph, if there is a path to name it after.

        Equal names are numbered: `_oh_tbl_work_progress_tasks__2`.
        """
        if not path:
            return content
        name = bookmark_of(kind, path)
        count = self._names[name] = self._names.get(name, 0) + 1
        number = self.ids.next()
        numbered = f"{name}__{count}" if count > 1 else name
        return f'<w:bookmarkStart w:id="{number}" w:name="{numbered}"/>{content}<w:bookmarkEnd w:id="{number}"/>'

    def repeated(self, row: str) -> str:
        """Return one row of a form in a control with which Word adds another one like it."""
        return (
            f'<w:sdt><w:sdtPr><w:id w:val="{self.ids.next()}"/><w15:repeatingSectionItem/></w:sdtPr>'
            f"<w:sdtContent>{row}</w:sdtContent></w:sdt>"
        )

    def repeating(self, rows: str) -> str:
        """Return the repeated rows of a table."""
        return (
            f'<w:sdt><w:sdtPr><w:id w:val="{self.ids.next()}"/><w15:repeatingSection/></w:sdtPr>'
            f"<w:sdtContent>{rows}</w:sdtContent></w:sdt>"
        )

    def row(self, cells: Sequence[str], path: str) -> str:
        """Return the cells of a row, with a bookmark before the text of the first that begins with a paragraph.

        It surrounds nothing, so that it is still there when a person types another text. Without a path there is none.
        """
        for number, cell in enumerate(cells if path else ()):
            at = cell.find(_CELL_PROPERTIES) + len(_CELL_PROPERTIES)
            if cell.startswith(_PARAGRAPH, at):
                at += len(_PARAGRAPH)
                if cell.startswith(_PROPERTIES, at):
                    at = cell.find(_END_OF_PROPERTIES, at) + len(_END_OF_PROPERTIES)
                marked = f"{cell[:at]}{self.bookmark('', ROW, path)}{cell[at:]}"
                return "".join((*cells[:number], marked, *cells[number + 1 :]))
        return "".join(cells)
