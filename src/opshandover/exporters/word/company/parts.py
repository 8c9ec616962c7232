"""The parts of the company's file and their relationships."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import unquote

from attrs import Factory, define, field, frozen
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from opshandover.exporters.word.company.frame import relations_in
from opshandover.ooxml.archive import CONTENT_TYPES
from opshandover.ooxml.tree import STRICT, Element, parse

_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_KNOWN = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://schemas.microsoft.com/office/",
    STRICT,
)
_DEEPEST = 30
"""The maximum length of a chain of relationships; a longer one is an attack."""


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

    def holds(self, name: str) -> bool:
        """Whether there is an entry of this name."""
        return name.casefold() in self._names

    def type_of(self, name: str) -> str:
        """Return the content type of an entry, "" if it has none."""
        folded = name.casefold()
        extension = posixpath.splitext(folded)[1]
        return self._types.get(folded) or self._types.get(extension, "")

    def root(self, name: str) -> str:
        """Return the name of an entry's root element, "" if there is no such entry."""
        return str(parse(self.entries[name]).tag) if name in self.entries else ""

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


@define
class CopiedParts:
    """Creates parts from entries, each once, with all parts that they are related to."""

    archive: Archive
    made: dict[str, Part]

    def part(self, name: str, depth: int = 0) -> Part:
        """Return the part of an entry.

        Raises:
            BrokenError, BadXmlError: it, or a part that it needs, is missing or unreadable.
        """
        if name in self.made:
            return self.made[name]
        content_type = self.archive.type_of(name)
        data = self.archive.entries.get(name)
        if data is None or not content_type or depth > _DEEPEST:
            raise BrokenError(name or "_rels")
        part = self.made[name] = Part(_name_of(name, content_type), content_type, data)
        used = relations_in(parse(data)) if content_type.endswith("xml") else frozenset[str]()
        self.relate(part, self.archive.relations(name), used, depth)
        return part

    def relate(self, part: Part, relations: Iterable[Relation], used: frozenset[str], depth: int = 0) -> None:
        """Add the relationships of a part, under the ids that its text uses.

        Raises:
            BrokenError, BadXmlError: a relationship that is used does not exist, or its target does not.
        """
        for relation in relations:
            if not relation.id or relation.id in part.rels:
                raise BrokenError(part.partname)
            outside = relation.external
            target = relation.target if outside else self.part(relation.target, depth + 1)
            part.load_rel(relation.type, target, relation.id, outside)
        if used - {"", *part.rels}:
            raise BrokenError(part.partname)

    def relate_main(
        self, main: Part, relations: Sequence[Relation], used: frozenset[str], replaced: Mapping[str, Part]
    ) -> None:
        """Add the relationships of the main part, with our parts in place of some of theirs.

        Args:
            main: the main part.
            relations: its relationships that are kept.
            used: the ids of relationships that its text uses.
            replaced: our parts by type of relationship; they take over the names of theirs.
        """
        names = {relation.type: relation.target for relation in reversed(relations)}
        for kind, part in replaced.items():
            if kind in names:
                part.partname = PackURI(f"/{names[kind]}")
                self.made[names[kind]] = part
        self.relate(main, relations, used)
        for kind, part in replaced.items():
            if kind not in names:
                part.partname = self._unused_name(part.partname)
                main.relate_to(part, kind)
                continue
            needed = relations_in(parse(part.blob)) if part.blob else frozenset[str]()
            own = self.archive.relations(names[kind])
            self.relate(part, [r for r in own if r.id in needed or not part.blob], needed)

    def _unused_name(self, wanted: PackURI) -> PackURI:
        """Return a name for an added part that no entry of the file has."""
        stem, ending = posixpath.splitext(wanted)
        found, number = wanted, 1
        while self.archive.holds(found.lstrip("/")):
            number += 1
            found = PackURI(f"{stem}{number}{ending}")
        return found


def _name_of(name: str, content_type: str) -> PackURI:
    """Return the name of a part; the default names of pictures are reserved for ours."""
    folder, file = posixpath.split(name)
    called = f"company-{file}" if content_type.startswith("image/") else file
    return PackURI(posixpath.join("/", folder, called))
