"""Find secrets in texts that people wrote, and mask them.

A value counts as a secret because of what is next to it (`密码：`, `--password`, the heading of a
table column, the account it belongs to) or because of its own format (tokens of known vendors,
private keys). A text that only mentions secrets (`密码请咨询…`, `password policy`) stays as it is. No
list of formats is complete, so masking is the last line of defence and no permission to write
secrets down. All patterns are bounded: the time taken is linear in the length of the text.
"""

from opshandover.redaction.keywords import is_heading
from opshandover.redaction.mask import MASK
from opshandover.redaction.masking import excerpt, is_bare_secret, masked, redact
from opshandover.redaction.search import SIGNS, find_secrets
from opshandover.redaction.values import Span

__all__ = ["MASK", "SIGNS", "Span", "excerpt", "find_secrets", "is_bare_secret", "is_heading", "masked", "redact"]
