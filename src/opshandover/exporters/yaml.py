"""The YAML exporter: the document as a file that people edit, from whatever it was read from."""

from typing import ClassVar

from attrs import frozen

from opshandover.codec import dumps
from opshandover.exporters.json import KeyForm
from opshandover.model import OpsDocument
from opshandover.text import Lang


@frozen(kw_only=True)
class YamlExporter:
    """Writes YAML that loads as the same document.

    `keys` is `name` for field names, which are the same in every language, or `label` for the labels in
    the language of the output.
    """

    suffix: ClassVar[str] = ".yaml"
    other_suffixes: ClassVar[tuple[str, ...]] = (".yml",)
    media_type: ClassVar[str] = "application/yaml"
    is_data: ClassVar[bool] = True

    keys: KeyForm = KeyForm.NAME

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Return the document as YAML in UTF-8."""
        return dumps(document, format="yaml", lang=lang if self.keys is KeyForm.LABEL else None).encode()
