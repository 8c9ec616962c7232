"""Mask secrets, and make texts safe to show."""

import re
import unicodedata
from collections.abc import Iterable

from opshandover.redaction.mask import MASK
from opshandover.redaction.search import find_secrets
from opshandover.redaction.values import Span

_PASSWORD_LIKE = re.compile(r"(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[@#$%^&*!?+=~])[!-.0-9;-~]{8,64}")
_JOINERS = frozenset("\u200c\u200d")
_INVISIBLE_CATEGORIES = ("Cc", "Cf", "Cs", "Zl", "Zp")


def is_bare_secret(text: str) -> bool:
    """Whether a text is one word that mixes lower case, upper case, digits and special characters.

    Too broad for prose; right for a field that says where a secret is kept.
    """
    return bool(_PASSWORD_LIKE.fullmatch(text.strip()))


def redact(text: str) -> str:
    """Return the text with each secret replaced by dots; the words around it stay."""
    return masked(text, find_secrets(text))


def masked(text: str, spans: Iterable[Span]) -> str:
    """Return the text with dots in place of each span."""
    parts: list[str] = []
    end = 0
    for start, stop in spans:
        parts += (text[end:start], MASK)
        end = stop
    return "".join((*parts, text[end:])) if parts else text


def excerpt(text: str, limit: int = 40) -> str:
    """Return the beginning of a text as one line that is safe to show.

    Secrets are masked before the text is shortened, so that no part of one is left over. Control
    characters, including those that change the writing direction, are shown as escapes.

    Args:
        text: any text.
        limit: the maximum length in characters, including the ellipsis.
    """
    shown = [_visible(c) for c in redact(text)[: limit + 1]]
    whole = "".join(shown)
    if len(whole) <= limit:
        return whole
    while shown and sum(map(len, shown)) > limit - 1:
        shown.pop()
    return "".join(shown) + "…"


def _visible(char: str) -> str:
    if char in _JOINERS or unicodedata.category(char) not in _INVISIBLE_CATEGORIES:
        return char
    return char.encode("unicode_escape").decode("ascii")
