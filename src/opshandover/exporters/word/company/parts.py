"""The parts of the company's file and how they are related."""

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
"""Parts are a few relationships away from the beginning; a longer chain is a trap."""


class BrokenError(Exception):
    """A part that is missing, has no content type, or lies at the end of too long a chain."""


@frozen
class Relation:
    """One relationship; `target` is the name of an entry, or an address outside the file."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of its type, which tells what it is for; "" for a type of anybody else."""
        known = self.type.startswith(_KNOWN)
        return self.type.rsplit("/", 1)[-1] if known else ""


@frozen
class Archive:
    """The entries of a file, and what they say about one another."""

    entries: Mapping[str, bytes]
    _names: Mapping[str, str] = field(
        init=False,
        default=Factory(lambda self: {n.casefold(): n for n in self.entries}, takes_self=True),
    )
    _types: Mapping[str, str] = field(
        init=False,
        default=Factory(lambda self: _types_in(self.entries[CONTENT_TYPES]), takes_self=True),
    )

    def holds(self, name: str) -> bool:
        """Says whether there is an entry of this name."""
        return name.casefold() in self._names

    def type_of(self, name: str) -> str:
        """Gives the content type of an entry, "" if it has none."""
        folded = name.casefold()
        extension = posixpath.splitext(folded)[1]
        return self._types.get(folded) or self._types.get(extension, "")

    def root(self, name: str) -> str:
        """Gives the name of an entry's root element, "" if there is no such entry."""
        return str(parse(self.entries[name]).tag) if name in self.entries else ""

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Gives the relationships of an entry; those of the file itself for ""."""
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
        """Gives the name of the entry that a relationship leads to, "" if it is not there."""
        for written in (target, unquote(target)):
            if not written.isprintable():
                continue
            path = posixpath.normpath(posixpath.join("/", folder, written)).lstrip("/")
            if found := self._names.get(path.casefold()):
                return found
        return ""


def _types_in(part: bytes) -> Mapping[str, str]:
    """Gives content types by the name of an entry, or by how its name ends."""
    root = parse(part)
    endings = {f".{e.get('Extension', '')}".casefold(): e.get("ContentType", "") for e in root.iter(f"{_TYPE}Default")}
    names = {
        e.get("PartName", "").lstrip("/").casefold(): e.get("ContentType", "") for e in root.iter(f"{_TYPE}Override")
    }
    return endings | names


@define
class Taken:
    """Makes parts of entries, each once, with all that they are related to."""

    archive: Archive
    made: dict[str, Part]

    def part(self, name: str, depth: int = 0) -> Part:
        """Gives the part of an entry.

        Raises:
            BrokenError, BadXmlError: it, or a part that it needs, cannot be had.
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
        """Gives a part its relationships, under the ids that its text uses.

        Raises:
            BrokenError, BadXmlError: a relationship that is used is not there, or leads nowhere.
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
        self,
        main: Part,
        relations: Sequence[Relation],
        used: frozenset[str],
        replaced: Mapping[str, Part],
    ) -> None:
        """Gives the main part its relationships, to parts of ours in the place of some of theirs.

        Args:
            main: the main part.
            relations: its relationships that stay.
            used: the ids of relationships that its text uses.
            replaced: our parts by the type of relationship; they take over the names of theirs.
        """
        names = {relation.type: relation.target for relation in reversed(relations)}
        for kind, part in replaced.items():
            if kind in names:
                part.partname = PackURI(f"/{names[kind]}")
                self.made[names[kind]] = part
        self.relate(main, relations, used)
        for kind, part in replaced.items():
            if kind not in names:
                part.partname = self._free(part.partname)
                main.relate_to(part, kind)
                continue
            needed = relations_in(parse(part.blob)) if part.blob else frozenset[str]()
            own = self.archive.relations(names[kind])
            self.relate(part, [r for r in own if r.id in needed or not part.blob], needed)

    def _free(self, wanted: PackURI) -> PackURI:
        """Gives a part that is added a name that none of the file has."""
        stem, ending = posixpath.splitext(wanted)
        found, number = wanted, 1
        while self.archive.holds(found.lstrip("/")):
            number += 1
            found = PackURI(f"{stem}{number}{ending}")
        return found


def _name_of(name: str, content_type: str) -> PackURI:
    """Gives a part its name; the usual names of pictures are left to ours."""
    folder, file = posixpath.split(name)
    called = f"company-{file}" if content_type.startswith("image/") else file
    return PackURI(posixpath.join("/", folder, called))
