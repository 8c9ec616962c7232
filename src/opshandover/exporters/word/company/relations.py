"""The entries of the company's file, and how they are related."""

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from attrs import Factory, field, frozen

from opshandover.ooxml.archive import CONTENT_TYPES
from opshandover.ooxml.tree import STRICT, Element, parse

_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_KNOWN = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://schemas.microsoft.com/office/",
    STRICT,
)


class BrokenError(Exception):
    """A part that is missing, has no content type, or is at the end of too long a chain."""


@frozen
class Relation:
    """One relationship; `target` is the name of an entry, or an address outside the file."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last segment of its type, which is its purpose; "" for a type in an unknown namespace."""
        known = self.type.startswith(_KNOWN)
        return self.type.rsplit("/", 1)[-1] if known else ""


@frozen
class Archive:
    """The entries of a file, with their content types and relationships."""

    entries: Mapping[str, bytes]
    _names: Mapping[str, str] = field(
        init=False, default=Factory(lambda self: {n.casefold(): n for n in self.entries}, takes_self=True)
    )
    _types: Mapping[str, str] = field(
        init=False, default=Factory(lambda self: _types_in(self.entries[CONTENT_TYPES]), takes_self=True)
    )

    _roots: dict[str, str] = field(init=False, factory=dict[str, str])

    def holds(self, name: str) -> bool:
        """Whether there is an entry of this name."""
        return name.casefold() in self._names

    def type_of(self, name: str) -> str:
        """Return the content type of an entry, "" if it has none."""
        folded = name.casefold()
        extension = posixpath.splitext(folded)[1]
        return self._types.get(folded) or self._types.get(extension, "")

    def root(self, name: str) -> str:
        """Return the name of an entry's root element, "" if there is no such entry; each is parsed once."""
        if name not in self._roots:
            self._roots[name] = str(parse(self.entries[name]).tag) if name in self.entries else ""
        return self._roots[name]

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Return the relationships of an entry; those of the package for ""."""
        folder, file = posixpath.split(name)
        entry = self._names.get(posixpath.join(folder, "_rels", f"{file}.rels").casefold(), "")
        if not entry:
            return ()
        return tuple(self._relation(e, folder) for e in parse(self.entries[entry]).iter(_RELATION))

    def _relation(self, element: Element, folder: str) -> Relation:
        target = element.get("Target", "")
        external = element.get("TargetMode") == "External"
        return Relation(
            id=element.get("Id", ""),
            type=element.get("Type", ""),
            target=target if external else self._entry(folder, target),
            external=external,
        )

    def _entry(self, folder: str, target: str) -> str:
        """Return the name of the entry that a relationship leads to, "" if it does not exist."""
        for written in (target, unquote(target)):
            if not written.isprintable():
                continue
            path = posixpath.normpath(posixpath.join("/", folder, written)).lstrip("/")
            if found := self._names.get(path.casefold()):
                return found
        return ""


def _types_in(part: bytes) -> Mapping[str, str]:
    """Return content types by entry name, or by extension."""
    root = parse(part)
    endings = {f".{e.get('Extension', '')}".casefold(): e.get("ContentType", "") for e in root.iter(f"{_TYPE}Default")}
    names = {
        e.get("PartName", "").lstrip("/").casefold(): e.get("ContentType", "") for e in root.iter(f"{_TYPE}Override")
    }
    return endings | names
