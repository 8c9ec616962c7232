"""The one score: how closely a value is linked to what announces it, and how much it looks like a secret.

Each has points. A colon behind `密码` needs little of a value; further on in its clause only what could be
nothing else is a secret.
"""

import re

from opshandover.redaction.folding import Span
from opshandover.redaction.patterns import Pattern, either
from opshandover.redaction.values import code_at, ends_clause, is_about, is_quantity, look, value_at
from opshandover.redaction.vocabulary import LEADS, OTHER_FIGURES, QUESTIONS
from opshandover.redaction.words import PINYIN, spelled_at, words_at

ENOUGH = 6
"""The points at which a value is a secret."""
COLON, IS, NEAR, BESIDE, FAR = 6, 5, 4, 3, 2
"""Behind a colon; stated; said to be the one, or behind a colon further on; side by side; in one clause."""

START = Pattern(r"(?<![!-~])[`(\[<=:>-]*(?=[!-~])")
"""Where a value may begin."""
LED = Pattern(rf"(?:{either(LEADS)})[了下]?[,.!:]? ?[\"'`(]?$", re.IGNORECASE)
"""What leads to a value, further on in a clause or in an answer."""
ASKS = Pattern(rf"[?？](?![\w%])|{either(QUESTIONS)}", re.IGNORECASE)
"""How somebody asks for a value."""
ANOTHER = Pattern(rf"[室楼层号] ?\d|\broom \d|\bon $|{either(OTHER_FIGURES)}", re.IGNORECASE)
"""What else a line speaks of, and figures in it may be."""


def secret_at(text: str, at: int, kind: str, link: int) -> Span | None:
    """Return the span of the secret that begins at an offset.

    Args:
        text: a folded text.
        at: the offset.
        kind: the kind of the keyword that announces the secret.
        link: the points of the link between the two.
    """
    if kind == "answer":
        return words_at(text, at, plain=True) if link > FAR else None
    if link > FAR and (spelled := spelled_at(text, at, kind)):
        return spelled
    code = code_at(text, at) if kind != "strict" else None
    if code and link + _points_of_code(text, code, link) >= ENOUGH:
        return code
    span = value_at(text, at)
    if span and link + _points(text, span, kind, link) >= ENOUGH:
        return span
    return words_at(text, at) if link >= IS and kind == "open" else None


def _points_of_code(text: str, code: Span, link: int) -> int:
    """How much digits look like a secret."""
    follows = text[code[1] : code[1] + 1]
    alone = link >= IS or ends_clause(text, code[1]) or (link == BESIDE and (follows == " " or follows > "\u2e80"))
    return 3 * (alone and not look(text[slice(*code)]).phone)


def _points(text: str, span: Span, kind: str, link: int) -> int:
    """How much a value looks like a secret of a kind."""
    value = look(text[slice(*span)])
    quoted = text[span[0] - 1 : span[0]] in ("'", '"', "`")
    if (" " in value.value and not quoted) or not value.value.isascii() or value.harmless or is_quantity(text, span):
        return -ENOUGH
    if kind == "strict":
        return 3 if value.made() else -ENOUGH
    if kind == "codes":
        short = value.mixed and value.digits and len(value.value) <= 24 and (link >= IS or "=" not in value.value)
        return 3 if short or value.made(16) else -ENOUGH
    if value.strong:
        return 4
    ends = ends_clause(text, span[1])
    if value.strength:
        return 3 if value.digits or (ends and len(value.value) > 8 and value.value[0].isalnum()) else 1 + ends
    if value.value.isdigit():
        return 3 * (len(value.value) >= 4 and not value.phone)
    if not ends or len(value.value) < 3 or (link != COLON and is_about(value.value)):
        return -ENOUGH
    return 3 if PINYIN.fullmatch(value.value) and not text[max(0, span[0] - 8) : span[0]].isascii() else 1
