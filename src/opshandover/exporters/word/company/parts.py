"""The parts of the company's file that are taken over."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from opshandover.exporters.word.company.active_content import ActiveContentError, Place, problems_in, relation_problem
from opshandover.exporters.word.company.frame import relations_in
from opshandover.exporters.word.company.relations import Archive, BrokenError, Relation
from opshandover.ooxml.tree import Element, parse
from opshandover.text import Message

_DEEPEST = 30
"""The maximum length of a chain of relationships; a longer one is an attack."""

_SHARED = ("word/charts", "word/embeddings")
"""The folders of parts that the main part does not name, and that both sides may have."""

_MANY = 100
"""The number of active things in a file after which no more are looked for."""


@define
class CopiedParts:
    """Creates parts from entries, each once, with all parts that they are related to.

    What is active in them, or leads outside, is left out and collected in `refused`.
    """

    archive: Archive
    made: dict[str, Part]
    refused: list[Place] = field(factory=list[Place], init=False)

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
        used = self.judge(part, parse(data)) if content_type.endswith("xml") else frozenset[str]()
        self.relate(part, self.archive.relations(name), used, depth)
        return part

    def judge(self, part: Part, root: Element) -> frozenset[str]:
        """Look for active content in the XML of a part, and return the ids of the relationships that it uses."""
        for problem in problems_in(root, part.content_type):
            self._refuse(part, problem)
        return relations_in(root)

    def _refuse(self, part: Part, problem: Message) -> None:
        self.refused.append((part, problem))
        if len(self.refused) >= _MANY:
            raise ActiveContentError(self.refused)

    def relate(self, part: Part, relations: Iterable[Relation], used: frozenset[str], depth: int = 0) -> None:
        """Add the relationships of a part, under the ids that its text uses.

        Raises:
            BrokenError, BadXmlError: a relationship that is used does not exist, or its target does not.
            ActiveContentError: there is too much active content to list it all.
        """
        before = len(self.refused)
        for relation in relations:
            outside = relation.external
            if not relation.id or relation.id in part.rels or not (outside or relation.target):
                raise BrokenError(part.partname)
            if problem := relation_problem(relation, "" if outside else self.archive.type_of(relation.target)):
                self._refuse(part, problem)
                continue
            target = relation.target if outside else self.part(relation.target, depth + 1)
            part.load_rel(relation.type, target, relation.id, outside)
        if used - {"", *part.rels} and len(self.refused) == before:
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
                part.partname = self.unused_name(part.partname)
                main.relate_to(part, kind)
                continue
            needed = self.judge(part, parse(part.blob)) if part.blob else frozenset[str]()
            own = self.archive.relations(names[kind])
            self.relate(part, [r for r in own if r.id in needed or not part.blob], needed)

    def unused_name(self, wanted: PackURI) -> PackURI:
        """Return a name for an added part that no entry of the file has."""
        stem, ending = posixpath.splitext(wanted)
        found, number = wanted, 1
        while self.archive.holds(found.lstrip("/")):
            number += 1
            found = PackURI(f"{stem}{number}{ending}")
        return found


def _name_of(name: str, content_type: str) -> PackURI:
    """Return the name of a part; pictures, charts and workbooks of a company never have the names that ours have."""
    folder, file = posixpath.split(name)
    called = f"company-{file}" if content_type.startswith("image/") or folder in _SHARED else file
    return PackURI(posixpath.join("/", folder, called))
