"""Texts that a user sees: always in Chinese and English; the language is chosen on output."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from pathlib import PurePath
from typing import Literal, get_args

from attrs import field, frozen

Lang = Literal["zh", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)
DEFAULT_LANG: Lang = "zh"
"""The language where neither the user nor the document says one."""
LANGUAGE_TAGS: Mapping[str, str] = {"zh": "zh-CN", "en": "en"}
"""How a page of HTML names each language (BCP 47)."""


@frozen
class Text:
    """A text in both languages; may have `{name}` placeholders."""

    zh: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def filled(self, lang: Lang, **values: object) -> str:
        """The text in one language with its placeholders filled as those of a `Message`."""
        return Message(self, values)[lang]

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)


def _no_values() -> Mapping[str, object]:
    return {}


LONGEST_VALUE = 10_000
"""The most that a message shows of one value, in characters."""


def _safe(values: Mapping[str, object]) -> Mapping[str, object]:
    """The values of a message, each as it is if it cannot hold a secret, and otherwise as a text safe to show."""
    return {name: value if isinstance(value, _HARMLESS) else shown(value) for name, value in values.items()}


def shown(value: object) -> str:
    """Any value as a text that is safe to show, whatever it is."""
    from opshandover.redaction import Shown, excerpt, excerpt_path  # not needed while nothing is said

    if isinstance(value, Shown):
        return value
    try:
        return excerpt_path(value) if isinstance(value, PurePath) else excerpt(str(value), LONGEST_VALUE)
    except KeyboardInterrupt:
        raise
    except BaseException:  # the value of a plugin
        return "?"


@frozen
class Message:
    """A text with the values of its placeholders, in no language yet.

    Values that are a `Text` or a `Message` themselves are put into the language that is asked for. All
    others may come from a file, a plugin, the environment or the command line: they enter by one door,
    which masks secrets and shows control characters, so that no message can hold what must not be shown.
    """

    text: Text
    values: Mapping[str, object] = field(factory=_no_values, converter=_safe, hash=False)

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


def joined(messages: Iterable[Message], zh: str, en: str) -> Message:
    """Messages as one, with what stands between two of them in Chinese and in English."""
    values = {f"m{number}": one for number, one in enumerate(messages)}
    places = [f"{{{name}}}" for name in values]
    return Message(Text(zh.join(places), en.join(places)), values)


def _in_lang(value: object, lang: Lang) -> object:
    return value[lang] if isinstance(value, (Text, Message)) else value


_HARMLESS = (Text, Message, int, float, Decimal, date, time)
