"""Mask secrets, and make texts safe to show."""

import unicodedata
from collections.abc import Iterable, Sequence

from opshandover.redaction.folding import Span
from opshandover.redaction.mask import MASK
from opshandover.redaction.patterns import Pattern
from opshandover.redaction.search import find_secrets
from opshandover.redaction.values import look

_LATIN = "".join(filter(str.isalnum, map(chr, range(0x250))))
_JOINERS = frozenset("\u200c\u200d")
_INVISIBLE_CATEGORIES = ("Cc", "Cf", "Cs", "Zl", "Zp")
_BEFORE = 16
"""How many characters before a masked place are shown with it."""
_READ = 20_000
"""How many characters of a text are looked at for the beginning that is shown; no secret is nearly as long."""
_PLACES = 10
"""How many places of one text are shown."""


class Shown(str):
    """A text that is safe to show; only `excerpt` makes one, so that nothing is made safe twice."""

    __slots__ = ()


def is_bare_secret(text: str) -> bool:
    """Whether a text is one word that mixes lower case, upper case, digits and special characters.

    Too broad for prose; right for a field that says where a secret is kept.
    """
    seen = look(text.strip())
    one_word = 8 <= len(seen.value) <= 64 and not set(" /:").intersection(seen.value)
    return (
        one_word and seen.value.isascii() and seen.value.isprintable() and seen.cases and seen.digits > 0 and seen.signs
    )


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


def places(text: str, spans: Sequence[Span]) -> str:
    """Return a line that shows each masked place of a text with a few words before it, the first ones if many."""
    ends = (0, *(stop for _, stop in spans))
    shown = [
        excerpt(text[_word_at(text, max(end, start - _BEFORE), start) : start].rpartition("\n")[2].strip(" |")) + MASK
        for (start, _), end in zip(spans[:_PLACES], ends, strict=False)
    ]
    return " / ".join((*shown, "…") if len(spans) > _PLACES else shown)


def _word_at(text: str, at: int, end: int) -> int:
    """The first place from `at` that does not cut a Latin word; `at` itself if only a part of one comes before `end`."""
    if not at or text[at - 1] not in _LATIN or text[at : at + 1] not in _LATIN:
        return at
    rest = text[at:end].lstrip(_LATIN).lstrip(" ,.;:'\"()-")
    return end - len(rest) if rest else at


def excerpt(text: str, limit: int = 40) -> Shown:
    """Return the beginning of a text as one line that is safe to show.

    Secrets are masked before the text is shortened, so that no part of one is left over. Control
    characters, including those that change the writing direction, are shown as escapes.

    Args:
        text: any text.
        limit: the maximum length in characters, including the ellipsis.
    """
    shown = [_visible(c) for c in redact(text[: max(_READ, 20 * limit)])[: limit + 1]]
    whole = "".join(shown)
    if len(whole) <= limit:
        return Shown(whole)
    while shown and sum(map(len, shown)) > limit - 1:
        shown.pop()
    return Shown("".join(shown) + "…")


def excerpt_path(path: object, limit: int = 10_000) -> Shown:
    """Return the path of a file as one line that is safe to show.

    Each name in it is looked at without its suffix, with which a password looks like the name of a file.
    """
    folders = redact(_ADDRESS.compiled.sub("://", str(path))).split("/")
    return excerpt("/".join("\\".join(map(_masked_name, folder.split("\\"))) for folder in folders), limit)


_ADDRESS = Pattern(r"(?<=[A-Za-z]{2}):/(?=[^/])")
"""What a path makes of `://` in an address that was taken for a file."""


def _masked_name(name: str) -> str:
    stem = name
    while stem:
        if (masked := redact(stem)) != stem:
            return masked + name[len(stem) :]
        stem = stem.rpartition(".")[0]
    return name


def _visible(char: str) -> str:
    if char in _JOINERS or unicodedata.category(char) not in _INVISIBLE_CATEGORIES:
        return char
    return char.encode("unicode_escape").decode("ascii")
