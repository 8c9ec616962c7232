"""The digest exporter: what matters of a document in a few lines, to paste into a chat or a mail."""

from typing import ClassVar

from attrs import Attribute, field, frozen

from opshandover.errors import OptionError
from opshandover.model import OpsDocument
from opshandover.text import Lang, message

__all__ = ["DigestExporter"]


def _not_negative(_exporter: object, _attribute: "Attribute[int]", limit: int) -> None:
    if limit < 0:
        raise OptionError(message("limit 不能小于 0：{limit}", "limit must not be below 0: {limit}", limit=limit))


@frozen(kw_only=True)
class DigestExporter:
    """Writes what matters as plain text.

    `limit` is the greatest length in characters, line feeds included; 0 sets no limit.
    """

    suffix: ClassVar[str] = ".txt"
    media_type: ClassVar[str] = "text/plain;charset=utf-8"

    limit: int = field(default=0, validator=_not_negative)

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Gives the digest as text in UTF-8.

        Raises:
            OptionError: not even the title and the line that counts what is left out fit.
        """
        from opshandover.exporters.digest.lines import as_lines
        from opshandover.layout.views.digest import digest_page

        return as_lines(digest_page(document, lang), self.limit).encode()
