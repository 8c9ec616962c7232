"""Secrets known by their own format: tokens of known vendors, private keys, webhooks."""

import re
from collections.abc import Iterator

from opshandover.redaction.harmless import is_identifier
from opshandover.redaction.prefilter import build_prefilter, mark, word
from opshandover.redaction.values import Span

_VENDORS = (
    *(("AKIA", "[0-9A-Z]{16}"), ("ASIA", "[0-9A-Z]{16}"), ("AKID", "[0-9A-Za-z]{32}")),
    *(("LTAI", "[0-9A-Za-z]{12,30}"), ("AKLT", "[0-9A-Za-z_-]{30,60}"), ("AIza", r"[\w-]{35}")),
    *(("SEC", "[0-9a-f]{32,64}"), ("dapi", "[0-9a-f]{32}"), ("ATATT3", r"[\w=-]{40,300}")),
)
"""Prefixes of tokens, and what follows them without a separator."""
_TOKENS = re.compile(
    rf"(?<![A-Za-z0-9])(?:{'|'.join(begin + rest for begin, rest in _VENDORS)}"
    r"""
    | gh[pousr]_[0-9A-Za-z]{30,80} | github_pat_\w{30,100} | glpat-[\w-]{20,64}
    | xox[abeprs]-[0-9A-Za-z-]{10,100} | (?:sk|rk|pk)_(?:live|test)_[0-9A-Za-z]{16,100}
    | sk-[\w-]{20,200} | ya29\.[\w-]{20,200} | SG\.[\w-]{16,32}\.[\w-]{16,64}
    | npm_[0-9A-Za-z]{36} | pypi-[\w-]{50,250} | hf_[0-9A-Za-z]{30,40} | GOCSPX-[\w-]{20,40}
    | whsec_[0-9A-Za-z]{20,64} | shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32} | dop_v1_[0-9a-f]{64}
    | \d{8,10}:AA[\w-]{30,40}
    | [0-9a-f]{32}-us\d{1,2} | ntn_[0-9A-Za-z]{30,60} | lin_api_[0-9A-Za-z]{30,60}
    | sntrys_[\w+/=-]{30,300} | PMAK-[0-9a-f-]{40,80}
    | NRAK-[0-9A-Z]{20,40} | figd_[\w-]{20,60} | gsk_[0-9A-Za-z]{30,80} | r8_[0-9A-Za-z]{30,50}
    | pat[0-9A-Za-z]{14}\.[0-9a-f]{64} | xkeysib-[0-9a-f]{64}-\w{16}
    | (?:[A-Z0-9]{5}-){4}[A-Z0-9]{5} | (?:\d{6}-){7}\d{6}
    | (?<!-)eyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{8,2000}
    )(?![A-Za-z0-9])""",
    re.VERBOSE | re.ASCII,
)
_KEY_BLOCK = re.compile(
    r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s\\]{0,20000}"
    r"(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?"
)
_WEBHOOK = re.compile(
    r"/[A-Za-z-]{0,24}?(?:[Ww]eb)?[Hh]ooks?/(?:[\w.-]{1,40}/){0,3}(?P<hook>(?=[A-Za-z_-]{0,60}\d)[\w-]{16,100})"
    r"|hooks\.slack\.com/(?:services|workflows)/(?P<slack>[\w/]{20,120})"
    r"|api\.telegram\.org/bot(?P<bot>[\w:-]{30,80})",
    re.ASCII,
)
_SEARCHES = (_TOKENS, _KEY_BLOCK, _WEBHOOK)
SIGNS = (
    *(word(begin) for begin, _ in _VENDORS),
    mark(r"\-_.:", "[!-~]{10}"),
    *map(word, ("-us", "-----BEGIN", "hook/", "hooks/", "hooks.", "/bot")),
)
"""All other tokens have a separator after their prefix, followed by many characters."""
_PREFILTER = build_prefilter(SIGNS)


def find_tokens(text: str) -> Iterator[Span]:
    """Yield the spans of values that are secrets wherever they appear."""
    if not _PREFILTER.search(text):
        return
    for search in _SEARCHES:
        found = (m for m in search.finditer(text) if not is_identifier(m["hook"] if m.lastgroup == "hook" else ""))
        yield from (m.span(m.lastgroup or 0) for m in found)
