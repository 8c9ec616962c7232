"""The digest exporter: the most important content in a few lines of text, for a chat or a mail."""

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
    """The digest as plain text.

    `limit` is the maximum length in characters, line feeds included; 0 means no limit.
    """

    suffix: ClassVar[str] = ".txt"
    media_type: ClassVar[str] = "text/plain;charset=utf-8"

    limit: int = field(default=0, validator=_not_negative)

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Return the digest as text in UTF-8.

        Raises:
            OptionError: the limit is too small for the title and the number of lines left out.
        """
        from opshandover.exporters.digest.lines import as_lines
        from opshandover.layout.views.digest import digest_page

        return as_lines(digest_page(document, lang), self.limit).encode()
