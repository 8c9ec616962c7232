"""Notes: points that the receiver must not overlook."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Record, Section, record
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class NoteKind(Choice):
    """Why a note matters."""

    FOCUS = "focus", "重点关注", "Focus"
    CAUTION = "caution", "注意", "Caution"
    CHALLENGE = "challenge", "可能挑战", "Possible challenge"
    LESSON = "lesson", "经验教训", "Lesson"
    IMPORTANT = "important", "重要事项", "Important"


@record(kw_only=True)
class Note(Record):
    """One note for the receiver."""

    label: ClassVar[Text] = Text("提示", "Note")
    main: ClassVar[str] = "text"

    kind: NoteKind | None = field(
        default=None,
        metadata=spec("类别", "Kind", "重点、注意还是可能的挑战", "Focus, caution, possible challenge …", RECOMMENDED),
    )
    text: Prose = field(
        default="", metadata=spec("内容", "Text", "要记住什么、为什么", "What to keep in mind, and why", REQUIRED)
    )


@record(kw_only=True)
class Notes(Section):
    """Points of attention that fit no other section."""

    label: ClassVar[Text] = Text("注意事项", "Notes and reminders")
    hint: ClassVar[Text] = Text("接手后要特别留意的事", "What the receiver has to watch out for")

    items: tuple[Note, ...] = field(
        default=(), metadata=spec("提示", "Notes", "一条只写一件事", "One matter in each", REQUIRED)
    )
