"""The declaration of a field: label, need, weight, hint, range.

Nothing about a file format belongs here: no style, no width, no other key.
"""

from enum import Enum

from attrs import frozen

from opshandover.text import Text

SPEC = "opshandover"
"""The key of a field's `Spec` in the metadata of attrs."""


class Need(Enum):
    """How much a document needs a field or a section. The value is the default weight."""

    REQUIRED = 6
    RECOMMENDED = 1
    OPTIONAL = 0


REQUIRED, RECOMMENDED, OPTIONAL = Need


@frozen
class Spec:
    """The declaration of one field.

    `weight` is the field's share among its neighbours in the score (a whole number, no unit).
    `ge` and `le` bound a number, both included; `unit` is what the number counts ("%", "人").
    `guards_secret` marks a text that says where a secret is kept: if it looks like a secret itself, it
    is treated as one. `in_starter` puts a field that is not required into short starter files as well.
    `synonyms` are other words, in either language, by which people call the field in headings, tables and lines that
    they wrote elsewhere; files of ours do not take them for keys.
    """

    label: Text
    need: Need
    weight: int
    hint: Text
    unit: str = ""
    ge: int | None = None
    le: int | None = None
    guards_secret: bool = False
    in_starter: bool = False
    synonyms: tuple[str, ...] = ()


def spec(
    zh: str,
    en: str,
    hint_zh: str,
    hint_en: str,
    need: Need = OPTIONAL,
    *,
    weight: int | None = None,
    unit: str = "",
    ge: int | None = None,
    le: int | None = None,
    guards_secret: bool = False,
    in_starter: bool = False,
    synonyms: str = "",
) -> dict[str, Spec]:
    """The metadata of one attrs field: `field(metadata=spec("标题", "Title", ...))`.

    Args:
        zh: the label in Chinese, unique within its class.
        en: the label in English, unique within its class.
        hint_zh: what to write into the field, in one sentence, for starter files and editors.
        hint_en: the same in English.
        need: how much a document needs the field; sets the default weight.
        weight: the share in the score, if not the default of `need`.
        unit: what a number counts.
        ge: the smallest value allowed.
        le: the largest value allowed.
        guards_secret: whether the text says where a secret is kept.
        in_starter: whether short starter files have the field though it is not required.
        synonyms: other words for the field, with commas between them.
    """
    share = need.value if weight is None else weight
    label, hint = Text(zh, en), Text(hint_zh, hint_en)
    return {SPEC: Spec(label, need, share, hint, unit, ge, le, guards_secret, in_starter, words_in(synonyms))}


def words_in(synonyms: str) -> tuple[str, ...]:
    """Words that are declared as one text with commas between them."""
    return tuple(synonyms.split(", ")) if synonyms else ()
