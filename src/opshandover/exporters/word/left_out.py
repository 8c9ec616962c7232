"""What happens to content that a company's form has no place for."""

from opshandover.model.base import Choice


class LeftOut(Choice):
    """What happens if a form has no place for some of the content of a document."""

    WARN = "warn", "提示", "Warn"
    REFUSE = "refuse", "拒绝", "Refuse"
    IGNORE = "ignore", "忽略", "Ignore"
