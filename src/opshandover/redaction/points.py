"""The one score: how closely a value is linked to what announces it, and how much it looks like a secret.

Each has points. A colon behind `密码` needs little of a value; further on in its clause only what could be
nothing else is a secret.
"""

from opshandover.redaction.folding import Span
from opshandover.redaction.values import (
    code_at,
    ends_clause,
    has_digit,
    is_harmless,
    is_machine_made,
    is_mixed,
    is_phone,
    is_quantity,
    look,
    value_at,
)
from opshandover.redaction.words import PINYIN, is_about, spelled_at, words_at

ENOUGH = 6
"""The points at which a value is a secret."""
COLON, IS, NEAR, BESIDE, FAR = 6, 5, 4, 3, 2
"""Behind a colon; stated; said to be the one, or behind a colon further on; side by side; in one clause."""


def secret_at(text: str, at: int, kind: str, link: int) -> Span | None:
    """Return the span of the secret that begins at an offset.

    Args:
        text: a folded text.
        at: the offset.
        kind: the kind of the keyword that announces the secret.
        link: the points of the link between the two.
    """
    if link > FAR and (words := spelled_at(text, at, kind)):
        return words
    code = code_at(text, at) if kind != "strict" else None
    if code and link + _look_of_code(text, code, link) >= ENOUGH:
        return code
    span = value_at(text, at)
    if span and link + _look(text, span, kind, link) >= ENOUGH:
        return span
    return words_at(text, at) if link >= IS and kind == "open" else None


def _look_of_code(text: str, code: Span, link: int) -> int:
    """How much digits look like a secret, in points."""
    if is_phone(text[slice(*code)]):
        return 0
    follows = text[code[1] : code[1] + 1]
    return (
        3
        if link >= IS or ends_clause(text, code[1]) or (link == BESIDE and (follows == " " or follows > "\u2e80"))
        else 0
    )


def _look(text: str, span: Span, kind: str, link: int) -> int:
    """How much a value looks like a secret of a kind, in points."""
    value = text[slice(*span)]
    quoted = text[span[0] - 1 : span[0]] in ("'", '"', "`")
    if (" " in value and not quoted) or not value.isascii() or is_harmless(value) or is_quantity(text, span):
        return -ENOUGH
    if kind == "strict":
        return 3 if is_machine_made(value, 8 if link >= IS else 10) else -ENOUGH
    digits = has_digit(value)
    if kind == "codes":
        short = is_mixed(value) and digits and len(value) <= 24 and (link >= IS or "=" not in value)
        return 3 if short or is_machine_made(value, 16) else -ENOUGH
    points = look(value)
    if points > 3:
        return 4
    ends = ends_clause(text, span[1])
    if points:
        return 3 if digits or (ends and len(value) > 8 and value[0].isalnum()) else 1 + ends
    if value.isdigit():
        return 3 * (len(value) >= 4 and not is_phone(value))
    if not ends or len(value) < 3 or (link != COLON and is_about(text, span)):
        return -ENOUGH
    return 3 if PINYIN.fullmatch(value) and not text[max(0, span[0] - 8) : span[0]].isascii() else 1
