"""What is true of a field wherever it is used: label, need, weight, hint, range.

Nothing of a format belongs here: no style, no width, no key of another name.
"""

from enum import Enum

from attrs import frozen

from opshandover.text import Text

SPEC = "opshandover"
"""The key under which a field's `Spec` stands in the metadata of attrs."""


class Need(Enum):
    """How much a document needs a field or a section. The value is the default weight."""

    REQUIRED = 3
    RECOMMENDED = 1
    OPTIONAL = 0


REQUIRED, RECOMMENDED, OPTIONAL = Need


@frozen
class Spec:
    """The declaration of one field.

    `weight` is the field's share among its neighbours in the score (a whole number, no unit).
    `ge` and `le` bound a number, both included; `unit` is what the number counts ("%", "人").
    `guards_secret` marks a text that says where a secret is kept: one that is made like a secret
    itself is taken for one.
    """

    label: Text
    need: Need
    weight: int
    hint: Text
    unit: str = ""
    ge: int | None = None
    le: int | None = None
    guards_secret: bool = False


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
) -> dict[str, Spec]:
    """The metadata of one attrs field: `field(metadata=spec("标题", "Title", ...))`.

    Args:
        zh: the label in Chinese, unique within its class.
        en: the label in English, unique within its class.
        hint_zh: what to write there, in one sentence, for starter files and editors.
        hint_en: the same in English.
        need: how much a document needs the field; sets the default weight.
        weight: the share in the score, where it differs from the need's default.
        unit: what a number counts.
        ge: the least value allowed.
        le: the greatest value allowed.
        guards_secret: whether the text says where a secret is kept.
    """
    share = need.value if weight is None else weight
    label, hint = Text(zh, en), Text(hint_zh, hint_en)
    return {SPEC: Spec(label, need, share, hint, unit, ge, le, guards_secret)}
