"""How fields and values are written in files: by name, or by label in either language."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

from opshandover.caching import per_class
from opshandover.model import Choice, NotApplicable, Nothing, OpsDocument, Record
from opshandover.model.fields import Field, fields_of, keys_of
from opshandover.spelling import fold, nearest, slip_of
from opshandover.text import LANGUAGES, Message, Text, message

Naming = Literal["name", "zh", "en"]
"""How keys and values are written: by name, or by label in one language."""

ABSENCES: Mapping[str, type[Nothing | NotApplicable]] = {"nothing": Nothing, "not_applicable": NotApplicable}
"""The keys that may replace the content of a section."""


_WORDS: Mapping[type[Nothing | NotApplicable], str] = {
    Nothing: "无, 没有, 暂无, 没有内容, 暂时没有, 目前没有, 无事项, 无事, nothing, none, nil, no, nothing to report, /, —, ——",
    NotApplicable: "不适用, 不涉及, 不需要, 无需, not applicable, not needed, n/a, na",
}
"""The words that people write for a section that is absent, without a reason."""


@cache
def all_keys() -> frozenset[str]:
    """All spellings of the fields of all classes of a document, folded."""
    waiting: list[type[Record]] = [OpsDocument]
    known: dict[type[Record], None] = {}
    while waiting:
        cls = waiting.pop()
        if cls not in known:
            known[cls] = None
            waiting += [field.record for field in fields_of(cls) if issubclass(field.type, Record)]
    return frozenset(key for cls in known for key in keys_of(cls))


@per_class
def choices_of(cls: type[Choice]) -> Mapping[str, Choice]:
    """All spellings of the values of an enumeration, folded, with the values: names, labels and synonyms."""
    known = ((word, choice) for choice in cls for word in spellings_of(choice))
    return {key: choice for word, choice in known for key in (fold(word), _spaced(word))}


def spellings_of(choice: Choice) -> tuple[str, ...]:
    """All words that a file may have for a value."""
    return (choice.value, *(choice.label[lang] for lang in LANGUAGES), *choice.synonyms)


def choice_for(cls: type[Choice], written: str) -> Choice | None:
    """The value that a word stands for, also with blanks, hyphens and underscores for each other, or `None`."""
    return choices_of(cls).get(fold(written)) or choices_of(cls).get(_spaced(written))


def _spaced(written: str) -> str:
    return " ".join(fold(written).replace("-", " ").replace("_", " ").split())


@per_class
def related_to(cls: type[Choice]) -> Mapping[str, tuple[Choice, ...]]:
    """The words that are near values of an enumeration, folded, with the values that each may mean."""
    near = {word: _spaced(word) for choice in cls for word in choice.related}
    return {key: tuple(c for c in cls if word in c.related) for word, key in near.items()}


@cache
def absence_keys() -> Mapping[str, type[Nothing | NotApplicable]]:
    """All spellings of the keys of an absence, folded, with its class."""
    known: dict[str, type[Nothing | NotApplicable]] = {}
    for key, cls in ABSENCES.items():
        for written in (key, *(cls.label[lang] for lang in LANGUAGES)):
            known[fold(written)] = cls
    return {**known, **absence_words()}


@cache
def absence_words() -> Mapping[str, type[Nothing | NotApplicable]]:
    """All words for a section that is absent, folded, with the class of the absence."""
    return {fold(word): cls for cls, words in _WORDS.items() for word in words.split(", ")}


def absence_meant(written: str) -> type[Nothing | NotApplicable] | None:
    """The absence that a bare word states, in place of a section."""
    return absence_keys().get(fold(fold(written).strip("。.!()[]“”")))


def key_for(field: Field, naming: Naming) -> str:
    """The key of a field in one way of naming."""
    return field.name if naming == "name" else field.label[naming]


def label_or_name(name: str, label: Text, naming: Naming) -> str:
    """The name or the label, as one way of naming requires."""
    return name if naming == "name" else label[naming]


def did_you_mean(written: str, known: Iterable[tuple[str, Text]]) -> Message | None:
    """A hint with the known name or label that is nearest to what was written."""
    return _proposal(
        *filter(None, [nearest(written, (one for name, label in known for one in (name, label.zh, label.en)))])
    )


_WAITING = re.compile(
    "(?:还|仍|正)?(?:在|要)?(?:等|待)|(?:still )?(?:waiting|awaiting|pending|blocked by|blocked on)\\b"
)
_PARTS = re.compile("[，,；;。（(：:、]| - ")


def choice_meant(cls: type[Choice], written: str) -> Message | None:
    """A hint with the value of an enumeration that was meant.

    That is by a word near it, by a slip in its spelling, or by how the text begins: `进行中，等技术`, `在等技术`.
    """
    related = related_to(cls).get(_spaced(written), ())
    if not related:
        head = _PARTS.split(written, 1)[0]
        begun = choice_for(cls, head) if head != written else None
        waiting = related_to(cls).get("waiting", ()) if _WAITING.match(fold(written)) else ()
        if meant := (begun,) if begun else waiting:
            return message(
                "{proposal}其余的话写进“下一步”",
                "{proposal} Put the rest into `next_step`",
                proposal=_proposal(*_as_typed(meant, written)),
            )
        known = (one for name, label in choice_names(cls) for one in (name, label.zh, label.en))
        return _proposal(*filter(None, [slip_of(written, known)]))
    return _proposal(*_as_typed(related, written))


def _as_typed(choices: Iterable[Choice], written: str) -> list[str]:
    """The names of values, in the language in which another was written."""
    return [choice.value if written.isascii() else choice.label.zh for choice in choices]


def _proposal(*names: str) -> Message | None:
    if not names:
        return None
    several = Text("”或“".join(names), "' or '".join(names))
    return message("是不是“{name}”？", "did you mean '{name}'?", name=several)


def listing(known: Iterable[tuple[str, Text]], limit: int = 12) -> Text:
    """A list of names: labels for readers of Chinese, names for readers of English."""
    pairs = list(known)
    more = len(pairs) - limit
    zh = "、".join(label.zh for _, label in pairs[:limit])
    en = ", ".join(name for name, _ in pairs[:limit])
    if more <= 0:
        return Text(zh, en)
    return Text(f"{zh} 等 {len(pairs)} 个", f"{en} and {more} more")


def field_names(cls: type[Record]) -> list[tuple[str, Text]]:
    """Name and label of each field of a class."""
    return [(f.name, f.label) for f in fields_of(cls)]


def choice_names(cls: type[Choice]) -> list[tuple[str, Text]]:
    """Name and label of each value of an enumeration."""
    return [(c.value, c.label) for c in cls]
