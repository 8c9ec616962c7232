"""The document that a file for people was made from, kept in that file to compare with what people edited."""

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256

from attrs import field, frozen

from opshandover.model.document import OpsDocument
from opshandover.text import Lang

FORM = "form"
"""The option of a file that is a form: it is laid out by what it asks, not as the document that is known so far."""


@frozen(kw_only=True, slots=False)
class Baseline:
    """A document as it was written, with all options that a reader needs to lay it out the same again.

    `json` is the document with its secrets masked, as the exporter received it; `options` are those of the exporter
    that differ from their defaults, as text, by name.
    """

    json: str
    lang: Lang
    options: Mapping[str, str] = field(factory=dict[str, str])

    @property
    def is_form(self) -> bool:
        """Whether the file is a form to fill in."""
        return FORM in self.options

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the document, in hexadecimal digits: whether somebody changed it."""
        return sha256(self.json.encode(errors="surrogatepass")).hexdigest()

    def document(self) -> OpsDocument:
        """The document.

        Raises:
            LoadError: it is no valid document.
        """
        from opshandover.codec.files import loads  # reads documents with all formats, which a writer does not need

        return loads(self.json, format="json")
