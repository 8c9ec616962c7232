"""Secrets that are known by their own form: tokens of known makers, private keys, webhooks."""

import re
from collections.abc import Iterator

from opshandover.redaction.values import Span

_TOKENS = re.compile(
    r"""(?<![A-Za-z0-9])(?:
      (?:AKIA|ASIA)[0-9A-Z]{16} | LTAI[0-9A-Za-z]{12,30} | AKID[0-9A-Za-z]{32}
    | gh[pousr]_[0-9A-Za-z]{30,80} | github_pat_\w{30,100} | glpat-[\w-]{20,64}
    | xox[abeprs]-[0-9A-Za-z-]{10,100} | (?:sk|rk|pk)_live_[0-9A-Za-z]{16,100}
    | sk-[\w-]{20,200} | AIza[\w-]{35} | ya29\.[\w-]{20,200} | SG\.[\w-]{16,32}\.[\w-]{16,64}
    | npm_[0-9A-Za-z]{36} | pypi-[\w-]{50,250} | hf_[0-9A-Za-z]{30,40} | GOCSPX-[\w-]{20,40}
    | whsec_[0-9A-Za-z]{20,64} | shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32} | dop_v1_[0-9a-f]{64}
    | SEC[0-9a-f]{32,64} | \d{8,10}:AA[\w-]{30,40}
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
    r"/(?:web)?hooks?/(?:[\w.-]{1,40}/){0,3}(?P<hook>(?=[A-Za-z_-]{0,60}\d)[\w-]{16,100})"
    r"|hooks\.slack\.com/(?:services|workflows)/(?P<slack>[\w/]{20,120})"
    r"|api\.telegram\.org/bot(?P<bot>[\w:-]{30,80})",
    re.ASCII,
)
_SEARCHES = (_TOKENS, _KEY_BLOCK, _WEBHOOK)


def of_known_form(text: str) -> Iterator[Span]:
    """Gives what is a secret wherever it stands."""
    for search in _SEARCHES:
        yield from (m.span(m.lastgroup or 0) for m in search.finditer(text))
