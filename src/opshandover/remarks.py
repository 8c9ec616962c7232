"""Remarks on what was read: what became of each part of a file that people wrote or edited."""

from enum import Enum

from attrs import frozen

from opshandover.text import Message, Text


class RemarkKind(Enum):
    """What a remark is about."""

    MAPPED = "mapped"
    """A part found its place in the document."""
    GUESSED = "guessed"
    """A part was given a place that a person should confirm."""
    ASKED = "asked"
    """A person has to decide: a date without a year, tracked changes."""
    LEFT = "left"
    """A part has no place of its own, and is kept word for word in a free section."""
    DROPPED = "dropped"
    """Something was not taken over, such as a macro, or a secret that was written out."""

    @property
    def label(self) -> Text:
        """The name of the kind for people."""
        return _LABELS[self]


_LABELS = {
    RemarkKind.MAPPED: Text("已归位", "mapped"),
    RemarkKind.GUESSED: Text("推测", "guessed"),
    RemarkKind.ASKED: Text("请确认", "to confirm"),
    RemarkKind.LEFT: Text("原样保留", "kept as it is"),
    RemarkKind.DROPPED: Text("未采用", "left out"),
}


@frozen(kw_only=True)
class Remark:
    """One remark: what it says, and where in the file it applies.

    `path` is the place in the document, if there is one. `line` counts from 1 in a text file and is `None` elsewhere;
    `place` says in words where it is, such as the heading and the row of a table. `certainty` is the probability, 0 to
    1, that a guess is right. `near` are the keys of the sections that a heading without a sure place may belong to as
    well, the likeliest first.
    """

    kind: RemarkKind
    message: Message
    path: str = ""
    line: int | None = None
    place: str = ""
    certainty: float = 1.0
    near: tuple[str, ...] = ()
