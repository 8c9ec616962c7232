"""Enumerations whose values have names, labels and synonyms, and how a written word finds its value."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Self, TypeVar

from opshandover.caching import per_class
from opshandover.errors import ContentError
from opshandover.spelling import fold
from opshandover.text import LANGUAGES, Text, message

AnyChoice = TypeVar("AnyChoice", bound="Choice")


class Choice(Enum):
    """An enumeration whose values have a name for files and a label in both languages.

    `synonyms` are other words that people use for a value, and that files may have. `related` are words that are
    near it and say more, less or something else: from these the value is only proposed, or each of the values that
    have the same word. Any spelling of a file is taken by the class as well: `TaskStatus("已完成")`.
    """

    _value_: str
    label: Text
    synonyms: tuple[str, ...]
    related: tuple[str, ...]

    def __new__(cls, value: str, zh: str = "", en: str = "", synonyms: str = "", related: str = "") -> Self:
        """Split the value into its name, its two labels, its synonyms and related words with commas between them.

        The labels have defaults only for type checkers, which read a look-up by one word as a call of this.
        """
        choice = object.__new__(cls)
        choice._value_ = value
        choice.label = Text(zh, en)
        choice.synonyms = tuple(synonyms.split(", ")) if synonyms else ()
        choice.related = tuple(related.split(", ")) if related else ()
        return choice

    @classmethod
    def _missing_(cls, value: object) -> Self:
        """Find a value by its label or a synonym.

        Raises:
            ContentError: no value has such a name; the message lists them.
        """
        known = choice_for(cls, value) if isinstance(value, str) else None
        if known is None:
            raise ContentError(
                message(
                    "{cls} 应为以下之一：{names}，实际是 {got}",
                    "{cls}: expected one of {names}, got {got}",
                    cls=cls.__name__,
                    names=Text("、".join(one.label.zh for one in cls), ", ".join(one.value for one in cls)),
                    got=f"'{value}'" if isinstance(value, str) else type(value).__name__,
                )
            )
        return known


@per_class
def choices_of(cls: type[Choice]) -> Mapping[str, Any]:
    """All spellings of the values of an enumeration, folded, with the values: names, labels and synonyms."""
    known = ((word, choice) for choice in cls for word in spellings_of(choice))
    return {key: choice for word, choice in known for key in (fold(word), spaced(word))}


def spellings_of(choice: Choice) -> tuple[str, ...]:
    """All words that a file may have for a value."""
    return (choice.value, *(choice.label[lang] for lang in LANGUAGES), *choice.synonyms)


def choice_for(cls: type[AnyChoice], written: str) -> AnyChoice | None:
    """The value that a word stands for, also with blanks, hyphens and underscores for each other, or `None`."""
    known = choices_of(cls)
    return known.get(written) or known.get(fold(written)) or known.get(spaced(written))


def spaced(written: str) -> str:
    """A word folded, with one blank for each run of blanks, hyphens and underscores."""
    return " ".join(fold(written).replace("-", " ").replace("_", " ").split())
