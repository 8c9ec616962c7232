"""Finds secrets in texts that people wrote, and hides them.

A value counts as a secret because of what stands beside it (`密码：`, `--password`, the heading of
a table, the account it belongs to) or because of its own form (tokens of known makers, private
keys). What only talks about secrets (`密码请咨询…`, `password policy`) stays as it is. No list of
forms is complete, so hiding is the last defence and never a licence to write secrets down. All
patterns are bounded, so that the time taken grows with the length of the text alone.
"""

from opshandover.redaction.keywords import is_heading
from opshandover.redaction.mask import MASK
from opshandover.redaction.masking import excerpt, is_bare_secret, masked, redact
from opshandover.redaction.search import SIGNS, find_secrets
from opshandover.redaction.values import Span

__all__ = [
    "MASK",
    "SIGNS",
    "Span",
    "excerpt",
    "find_secrets",
    "is_bare_secret",
    "is_heading",
    "masked",
    "redact",
]
