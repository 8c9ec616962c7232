"""A Word file that other programs wrote: its parts, and which part belongs to which.

Real files lack parts that they name, or have them under other names than they say; whatever is there can be read.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from attrs import define, field, frozen

from opshandover.ooxml.archive import MOST_TAGS_READ, UnusableError, unpacked
from opshandover.ooxml.template_errors import BAD_XML, GIVE_WORD_FILE, SAVE_AS_DOCX, damage
from opshandover.ooxml.tree import STRICT, BadXmlError, Element, W, parse
from opshandover.text import Text, message

MOST_XML = 60_000_000
"""The maximum size of a part that is read (bytes)."""

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = re.compile(re.escape(STRICT).encode() + rb"(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
"""The namespaces of a file saved as Strict Open XML, and those of all others: they name the same elements."""
_WORD = "word/document.xml"
_OTHERS = {
    "xl/workbook.xml": Text("Excel 文件", "an Excel file"),
    "ppt/presentation.xml": Text("PowerPoint 文件", "a PowerPoint file"),
}


@frozen
class Relation:
    """What a part is related to: the kind without its address, and the name of a part or an address."""

    kind: str
    target: str
    external: bool


@define
class Package:
    """The parts of a file, and its main part."""

    parts: Mapping[str, bytes]
    main: str = field(init=False, default="")
    missing: list[str] = field(factory=list[str], init=False)
    """The parts that the file names and does not have, or that cannot be read."""
    _names: dict[str, str] = field(factory=dict[str, str], init=False)
    _relations: dict[str, Mapping[str, Relation]] = field(factory=dict[str, Mapping[str, Relation]], init=False)

    @classmethod
    def of(cls, data: bytes) -> "Package":
        """Open a file.

        Raises:
            UnusableError: it is no Word file, is locked, damaged or too large.
        """
        package = cls(unpacked(data, MOST_TAGS_READ))
        package._names = {name.lower(): name for name in package.parts}
        package.main = package._main()
        return package

    def _main(self) -> str:
        found = [one.target for one in self.relations("").values() if one.kind == "officeDocument"]
        for name in (*found, _WORD):
            for other, kind in _OTHERS.items():
                if name.lower() == other:
                    problem = message("这不是 Word 文件，而是{kind}", "it is not a Word file but {kind}", kind=kind)
                    raise UnusableError(problem, GIVE_WORD_FILE)
            if name.lower() in self._names:
                return name
        if any(other in self._names for other in _OTHERS):
            raise UnusableError(Text("这不是 Word 文件", "it is not a Word file"), GIVE_WORD_FILE)
        raise UnusableError(damage(_WORD), SAVE_AS_DOCX)

    def body(self) -> Element:
        """Return the body of the main part.

        Raises:
            UnusableError: it cannot be read.
        """
        try:
            root = self._parsed(self.main)
        except BadXmlError as cause:
            raise UnusableError(damage(BAD_XML), SAVE_AS_DOCX) from cause
        body = root.find(f"{W}body")
        if body is None:
            raise UnusableError(damage(self.main), SAVE_AS_DOCX)
        return body

    def tree(self, name: str) -> Element | None:
        """Return the root of a part; `None` if it is not there or cannot be read, which is remembered."""
        try:
            return self._parsed(name)
        except (KeyError, BadXmlError):
            if name not in self.missing:
                self.missing.append(name)
            return None

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower() in self._names

    def _parsed(self, name: str) -> Element:
        data = self.parts[self._names[name.lower()]]
        if STRICT.encode() in data:
            data = _STRICT.sub(_TRANSITIONAL, data)
        return parse(data, MOST_XML)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return what a part is related to, by id; "" is the file itself."""
        if part not in self._relations:
            self._relations[part] = dict(self._read_relations(part))
        return self._relations[part]

    def _read_relations(self, part: str) -> Iterator[tuple[str, Relation]]:
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        root = self.tree(path) if self.has(path) else None
        for each in root.iter(_RELATIONSHIP) if root is not None else ():
            target, external = str(each.get("Target", "")), each.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            yield str(each.get("Id", "")), Relation(str(each.get("Type", "")).rsplit("/", 1)[-1], target, external)

    def related(self, kind: str) -> Iterator[str]:
        """Yield the names of the parts of a kind that the main part is related to."""
        yield from (
            each.target for each in self.relations(self.main).values() if each.kind == kind and not each.external
        )
