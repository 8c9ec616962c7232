"""The result of reading a file that people edited or wrote."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from attrs import evolve, field, frozen

from opshandover.continuity.decisions import Decision
from opshandover.continuity.ledger import Ledger
from opshandover.continuity.merging import Merge, Policy
from opshandover.document.paths import nearest_first
from opshandover.errors import ReadingError
from opshandover.findings import NOWHERE
from opshandover.model.document import OpsDocument
from opshandover.redaction import excerpt
from opshandover.remarks import Remark
from opshandover.showing import Showing
from opshandover.text import Lang, Text, message


@frozen
class Place:
    """Where a value stands in what was read: its line, or its heading and the row of the table below that.

    Lines and rows count from 1, rows below the head of the table; both are 0 if unknown.
    """

    line: int = 0
    heading: str = ""
    row: int = 0

    @property
    def words(self) -> Text:
        """The heading and the row, in words; empty without a heading."""
        heading = excerpt(self.heading.strip())
        if not heading:
            return NOWHERE
        row = Text(f"表格第 {self.row} 行", f", table row {self.row}") if self.row else NOWHERE
        return Text(f"《{heading}》{row.zh}", f"“{heading}”{row.en}")


@frozen(kw_only=True)
class Part:
    """One document that a file holds, with the remarks on it and the account of its texts.

    `account` makes the ledger, once somebody looks at it: it is a third of reading 5,000 rows. `places` says where in the
    file each record was found, by its path.
    """

    document: OpsDocument
    remarks: tuple[Remark, ...] = ()
    account: Callable[[], Ledger] = field(eq=False, repr=False)
    places: Mapping[str, Place] = field(factory=dict[str, Place])

    @cached_property
    def ledger(self) -> Ledger:
        """The account of the texts of the document."""
        return self.account()


@frozen(kw_only=True, repr=False)
class Reading(Showing):
    """What a file says: its documents, what became of each part of it, and an account of all texts.

    `str()` is what `opshandover read` prints, and a notebook shows a table.

    Args:
        name: the file.
        parts: the documents that it holds, each with its remarks and its ledger; most files hold one.
        merged: both sides' edits together, if the document that the file was made from has been changed meanwhile.
    """

    name: str
    parts: tuple[Part, ...]
    merged: Merge | None = field(default=None)

    def __repr__(self) -> str:
        """Count instead of repeating texts."""
        return f"<Reading {len(self.parts)} document(s), {len(self.remarks)} remark(s)>"

    @property
    def documents(self) -> tuple[OpsDocument, ...]:
        """All documents of the file; where it was merged, the result of that."""
        return (self.merged.document,) if self.merged else tuple(part.document for part in self.parts)

    @property
    def document(self) -> OpsDocument:
        """The document of a file that holds one.

        Raises:
            ReadingError: it holds several.
        """
        if len(self.parts) > 1:
            raise ReadingError(
                message(
                    "{file} 里有 {n} 份文档；请用 opshandover read -o 文件夹 分成几个文件，在脚本中则用 documents",
                    "{file} holds {n} documents; write them to files with: opshandover read -o FOLDER; in a script, take `documents`",
                    file=self.name,
                    n=len(self.parts),
                )
            )
        return self.documents[0]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What became of each part of the file, in its order."""
        return tuple(remark for part in self.parts for remark in part.remarks)

    @property
    def conflicts(self) -> tuple[Decision, ...]:
        """The conflicts with a document that was changed meanwhile that are still open."""
        return self.merged.conflicts if self.merged else ()

    @property
    def has_lines(self) -> bool:
        """Whether the file is a text, in which places are lines."""
        return any(place.line for part in self.parts for place in part.places.values())

    def position(self, path: str) -> tuple[int, int] | None:
        """The line, and the column 1, of the record in the file that holds the value at a path; `None` if unknown."""
        return next(((place.line, 1) for place in self._around(path) if place.line), None)

    def place(self, path: str) -> Text:
        """The heading and the table row, in words, at which the value at a path stands in a file without lines."""
        if self.has_lines:
            return NOWHERE
        return next((place.words for place in self._around(path) if place.heading), NOWHERE)

    def _around(self, path: str) -> Iterator[Place]:
        """The places of the records that hold a value, the nearest first."""
        places = self.parts[0].places
        return (places[at] for at in nearest_first(path) if at in places)

    def resolved(self, policy: Policy) -> "Reading":
        """The reading with its open conflicts decided; see `Merge.resolve`."""
        return evolve(self, merged=self.merged.resolve(policy)) if self.merged else self

    @property
    def ledger(self) -> Ledger:
        """The account of all texts of the file."""
        ledgers = [part.ledger for part in self.parts]
        entries = tuple(entry for ledger in ledgers for entry in ledger.entries)
        return Ledger(entries=entries, taken_in=sum(ledger.taken_in for ledger in ledgers))

    @property
    def lang(self) -> Lang:
        """The language of the first document."""
        return self.documents[0].output_lang

    def as_data(self, lang: Lang | None = None) -> dict[str, object]:
        """The remarks and the account as plain data, their texts in one language and without secrets.

        Args:
            lang: the language; that of the first document if not given.
        """
        speak = lang or self.lang
        return {
            "documents": [document.profile for document in self.documents],
            "remarks": [
                {
                    "kind": remark.kind.value,
                    "path": remark.path,
                    "line": remark.line,
                    "place": remark.place,
                    "certainty": remark.certainty,
                    "near": list(remark.near),
                    "message": remark.message[speak],
                }
                for remark in self.remarks
            ],
            "ledger": {
                "taken_in": self.ledger.taken_in,
                **{fate.value: n for fate, n in self.ledger.counts.items()},
            },
            "found": {found.value: n for found, n in self.ledger.found.items()},
            "merge": self.merged.as_data(speak) if self.merged else None,
        }
