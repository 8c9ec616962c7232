"""Find secrets in texts that people wrote, and mask them.

A value counts as a secret because of what is next to it (`密码：`, `--password`, the heading above it,
the account it belongs to) or because of its own format (tokens of known vendors, private keys). A text
that only mentions secrets (`密码请咨询…`, `password policy`) stays as it is: what is masked in error is
lost to the reader. No list of formats is complete, so masking is the last line of defence and no
permission to write secrets down.

Words are looked for before patterns, and each pattern is compiled when it is first used. All patterns
are bounded: the time taken is linear in the length of the text.
"""

from opshandover.redaction.folding import Span
from opshandover.redaction.mask import MASK
from opshandover.redaction.masking import Shown, excerpt, excerpt_path, is_bare_secret, masked, places, redact
from opshandover.redaction.search import SIGNS, find_secrets, is_heading, merged

__all__ = [
    "MASK",
    "SIGNS",
    "Shown",
    "Span",
    "excerpt",
    "excerpt_path",
    "find_secrets",
    "is_bare_secret",
    "is_heading",
    "masked",
    "merged",
    "places",
    "redact",
]
