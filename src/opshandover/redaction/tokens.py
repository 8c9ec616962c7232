"""Secrets known by their own format: tokens of known vendors, private keys, webhooks."""

import re
from collections.abc import Iterator

from opshandover.redaction.folding import Span
from opshandover.redaction.patterns import Pattern

_TOKEN = Pattern(
    r"""(?:(?<![A-Za-z0-9-])(?:
    A[KS]IA[0-9A-Z]{16} | AKID[0-9A-Za-z]{32} | LTAI[0-9A-Za-z]{12,30} | AKLT[\w-]{30,60} | AIza[\w-]{35}
    | SEC[0-9a-f]{32,64} | dapi[0-9a-f]{32} | ATATT3[\w=-]{40,300} | gh[pousr]_[0-9A-Za-z]{30,80} | github_pat_\w{30,100}
    | glpat-[\w-]{20,64} | xox[abeprs]-[0-9A-Za-z-]{10,100} | (?:sk|rk|pk)_(?:live|test)_[0-9A-Za-z]{16,100}
    | sk-[\w-]{20,200} | hv[bs]\.[\w-]{20,200} | ya29\.[\w-]{20,200} | SG\.[\w-]{16,32}\.[\w-]{16,64} | npm_[0-9A-Za-z]{36} | pypi-[\w-]{50,250}
    | hf_[0-9A-Za-z]{30,40} | GOCSPX-[\w-]{20,40} | whsec_[0-9A-Za-z]{20,64} | shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}
    | dop_v1_[0-9a-f]{64} | ntn_[0-9A-Za-z]{30,60} | lin_api_[0-9A-Za-z]{30,60} | sntrys_[\w+/=-]{30,300}
    | PMAK-[0-9a-f-]{40,80} | NRAK-[0-9A-Z]{20,40} | figd_[\w-]{20,60} | gsk_[0-9A-Za-z]{30,80} | r8_[0-9A-Za-z]{30,50}
    | xkeysib-[0-9a-f]{64}-\w{16} | eyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{8,2000} | \d{8,10}:AA[\w-]{30,40}
    | [0-9a-f]{32}-us\d{1,2} | pat[0-9A-Za-z]{14}\.[0-9a-f]{64} | (?:[A-Z0-9]{5}-){4}[A-Z0-9]{5} | (?:\d{6}-){7}\d{6}
    )(?![A-Za-z0-9])
    | -----BEGIN[ ][A-Z0-9 ]{0,40}PRIVATE[ ]KEY(?:[ ]BLOCK)?-----[A-Za-z0-9+/=\s\\]{0,20000}
      (?:-----END[ ][A-Z0-9 ]{0,40}PRIVATE[ ]KEY(?:[ ]BLOCK)?-----)?
    | [Hh]ooks?/(?:[\w.-]{1,40}/){0,3}?(?P<hook>(?=[A-Za-z_-]{0,60}\d)(?=[\w-]{0,60}[A-Za-z])(?![a-z]+-[a-z\d-]+(?![\w-]))[\w-]{16,100})
    | hooks\.slack\.com/(?:services|workflows)/(?P<slack>[\w/]{20,120})|api\.telegram\.org/bot(?P<bot>[\w:-]{30,80}))""",
    re.VERBOSE | re.ASCII,
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
