"""The JSON exporter: the document as structured data for other programs."""

from typing import ClassVar

from attrs import frozen

from opshandover.codec import dumps
from opshandover.model import Choice, OpsDocument
from opshandover.text import Lang


class Keys(Choice):
    """How keys and enumeration values are written."""

    NAME = "name", "名称", "Names"
    LABEL = "label", "标签", "Labels"


@frozen(kw_only=True)
class JsonExporter:
    """Writes JSON that loads as the same document.

    `keys` is `name` for field names, which stay the same in every language, or `label` for the
    labels of the language asked for.
    """

    suffix: ClassVar[str] = ".json"
    media_type: ClassVar[str] = "application/json"
    is_data: ClassVar[bool] = True

    keys: Keys = Keys.NAME

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Gives the document as JSON in UTF-8."""
        return dumps(document, format="json", lang=lang if self.keys is Keys.LABEL else None).encode()
