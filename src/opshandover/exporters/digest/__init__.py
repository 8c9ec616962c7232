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
    other_suffixes: ClassVar[tuple[str, ...]] = (".text",)
    media_type: ClassVar[str] = "text/plain;charset=utf-8"

    limit: int = field(default=0, validator=_not_negative)

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Return the digest as text in UTF-8.

        Raises:
            OptionError: the limit is too small for the title and the number of lines left out.
        """
        from opshandover.exporters.digest.lines import as_lines
        from opshandover.layout import digest_page, shortened_page

        page = digest_page(document, lang)
        whole = as_lines(page)
        if not self.limit or len(whole) <= self.limit:
            return whole.encode()
        text = as_lines(shortened_page(page, lambda shown: len(as_lines(shown)) <= self.limit))
        if len(text) > self.limit:
            raise _too_small(self.limit, min(len(text), len(whole)))
        return text.encode()


def _too_small(limit: int, least: int) -> OptionError:
    return OptionError(
        message(
            "limit 太小：{limit}；这份文档至少需要 {least}",
            "limit is too small: {limit}; this document needs at least {least}",
            limit=limit,
            least=least,
        )
    )
