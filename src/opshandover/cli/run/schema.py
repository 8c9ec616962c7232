"""The command `schema`."""

from pathlib import Path

from opshandover.cli.run.common import FINE, write_json
from opshandover.codec import schema
from opshandover.codec.schema import Keys
from opshandover.files import write_whole
from opshandover.reporting.plain import as_json
from opshandover.text import DEFAULT_LANG, Lang


def run(keys: Keys, out: str | None, lang: Lang | None) -> int:
    """Write the schema; see the command's help."""
    content = schema(keys, lang or DEFAULT_LANG)
    if out is None or out == "-":
        write_json(content)
    else:
        write_whole(Path(out), as_json(content).encode())
    return FINE
