"""Documents as files: JSON, YAML and TOML, loaded strictly."""

from opshandover.codec.files import Source, canonical, dump, dumps, from_data, load, loads
from opshandover.codec.formats import FORMATS, format_named, format_of
from opshandover.codec.names import Naming
from opshandover.codec.plain import plain
from opshandover.codec.schema import schema
from opshandover.codec.versions import SCHEMA_VERSION

__all__ = [
    "FORMATS",
    "SCHEMA_VERSION",
    "Naming",
    "Source",
    "canonical",
    "dump",
    "dumps",
    "format_named",
    "format_of",
    "from_data",
    "load",
    "loads",
    "plain",
    "schema",
]
