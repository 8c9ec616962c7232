"""Texts that a user sees: always in Chinese and English, put into one language late."""

from collections.abc import Mapping
from typing import Literal, get_args

from attrs import field, frozen

Lang = Literal["zh", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)


@frozen
class Text:
    """One text in both languages; may hold `{name}` places for values."""

    zh: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)


def _no_values() -> Mapping[str, object]:
    return {}


@frozen
class Message:
    """A text together with the values of its places, not yet put into a language.

    Values that are a `Text` or a `Message` themselves follow the language asked for.
    """

    text: Text
    values: Mapping[str, object] = field(factory=_no_values, hash=False)

    def __getitem__(self, lang: Lang) -> str:
        if not self.values:
            return self.text[lang]
        return self.text[lang].format(**{k: _spoken(v, lang) for k, v in self.values.items()})

    def __bool__(self) -> bool:
        return bool(self.text)


SILENCE = Message(Text("", ""))
"""Stands where there is nothing to say."""


def message(zh: str, en: str, **values: object) -> Message:
    """Makes a `Message` from a text in both languages and the values of its places."""
    return Message(Text(zh, en), values)


def _spoken(value: object, lang: Lang) -> object:
    return value[lang] if isinstance(value, (Text, Message)) else value
