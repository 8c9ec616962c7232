"""How much of a document a page shows."""

from opshandover.model.base import Choice


class View(Choice):
    """What a reader asks for: everything, or what fits on a page."""

    FULL = "full", "全文", "Everything"
    MEMO = "memo", "备忘录", "Memo of one page"
