"""Texts that a user sees: always in Chinese and English; the language is chosen on output."""

from collections.abc import Mapping
from typing import Literal, get_args

from attrs import field, frozen

Lang = Literal["zh", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)
DEFAULT_LANG: Lang = "zh"
"""The language where neither the user nor the document says one."""


@frozen
class Text:
    """A text in both languages; may have `{name}` placeholders."""

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
    """A text with the values of its placeholders, in no language yet.

    Values that are a `Text` or a `Message` themselves are put into the language that is asked for.
    """

    text: Text
    values: Mapping[str, object] = field(factory=_no_values, hash=False)

    def __getitem__(self, lang: Lang) -> str:
        if not self.values:
            return self.text[lang]
        try:
            return self.text[lang].format(**{k: _in_lang(v, lang) for k, v in self.values.items()})
        except Exception:  # a plugin's text with a placeholder that nothing fills, or a value that cannot be shown
            return self.text[lang]

    def __bool__(self) -> bool:
        return bool(self.text)


NO_MESSAGE = Message(Text("", ""))
"""An empty message: false, and an empty string in both languages."""


def message(zh: str, en: str, **values: object) -> Message:
    """A `Message` from a text in both languages and the values of its placeholders."""
    return Message(Text(zh, en), values)


def _in_lang(value: object, lang: Lang) -> object:
    return value[lang] if isinstance(value, (Text, Message)) else value
