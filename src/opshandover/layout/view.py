"""The views of a document."""

from opshandover.model.base import Choice


class View(Choice):
    """How much a page shows: the whole document, or a memo of one page."""

    FULL = "full", "全文", "Everything"
    MEMO = "memo", "备忘录", "Memo of one page"
