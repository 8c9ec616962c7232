"""Secrets known by their own format: tokens of known vendors, private keys, webhooks."""

import re
from collections.abc import Iterator

from opshandover.redaction.folding import Span
from opshandover.redaction.patterns import Pattern, any_of
from opshandover.redaction.vocabulary import TOKENS

_FORMATS = {
    "a token of a vendor": rf"(?:{any_of(TOKENS)})(?=[\w.=-]{{0,60}}\d)[\w.=-]{{15,300}}[\w=-]",
    "an access key": r"(?:A[KS]IA|AKID|LTAI)[0-9A-Za-z]{12,32}|SEC[0-9a-f]{32,64}|[0-9a-f]{32}-us\d{1,2}|\d{8,10}:AA[\w-]{30,40}",
    "a web token": r"eyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{8,2000}",
    "a licence, a recovery key": r"(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}|(?:\d{6}-){7}\d{6}",
}
_PLACES = {
    "a private key": r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s\\]{0,20000}(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?",
    "a webhook": r"[Hh]ooks?/(?:[\w.-]{1,40}/){0,3}?(?P<hook>(?=[A-Za-z_-]{0,60}\d)(?=[\w-]{0,60}[A-Za-z])(?![a-z]+-[a-z\d-]+(?![\w-]))[\w-]{16,100})",
    "a bot": r"hooks\.slack\.com/(?:services|workflows)/(?P<slack>[\w/]{20,120})|api\.telegram\.org/bot(?P<bot>[\w:-]{30,80})",
}
_TOKEN = Pattern(
    rf"(?<![A-Za-z0-9-])(?:{'|'.join(_FORMATS.values())})(?![A-Za-z0-9])|{'|'.join(_PLACES.values())}", re.ASCII
)
LONG_RUN = "(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{16}"
"""What every token has."""
_SIGN = Pattern(LONG_RUN)
_BESIDE = {
    Pattern(r"(?i:\bCV[VC]|安全码)"): Pattern(r"(?<![\d-])\d{4}(?:[ -]?\d{4}){3}(?!\d)"),
    Pattern(r"\bA[KS]IA[0-9A-Z]{16}\b"): Pattern(
        r"(?<![\w/+])(?=[\w/+]{0,39}[a-z])(?=[\w/+]{0,39}[A-Z])(?=[\w/+]{0,39}\d)[\w/+]{40}(?![\w/+=])", re.ASCII
    ),
}
"""Secrets in a text that also has what belongs to them: the number of a card, the other half of a key."""


def find_tokens(text: str) -> Iterator[Span]:
    """Yield the spans of values that are secrets wherever they appear."""
    if _SIGN.search(text) or "-----BEGIN" in text:
        yield from (found.span(found.lastgroup or 0) for found in _TOKEN.finditer(text))
    for sign, pattern in _BESIDE.items():
        if sign.search(text):
            yield from (found.span() for found in pattern.finditer(text))
