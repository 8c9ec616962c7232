"""Find exporters, validate them and set their options.

An exporter is a class with `suffix`, `media_type` and `export(document, *, lang) -> bytes`. The fields of
an attrs class are its options. Arguments that it needs besides the document are declared in `wants`.
"""

import inspect
from collections.abc import Collection, Iterable, Mapping
from enum import Enum
from typing import ClassVar, Protocol, cast

from opshandover.arguments import ensure_argument
from opshandover.errors import ExporterLoadError
from opshandover.model import OpsDocument
from opshandover.plugin_options import configured, judged, parameters_of
from opshandover.plugins import Plugins
from opshandover.text import Lang, Text

EXPORTERS = Plugins(group="opshandover.exporters", kind=Text("导出器", "exporter"), load_error=ExporterLoadError)


class Want(Enum):
    """An argument of `export` besides the document, passed by the keyword of that name."""

    REPORT = "report"
    """The `Report` of a check of the document."""
    FOLDER = "folder"
    """The folder, a `Path`, of the files that the document refers to; `None` if unknown."""


class Exporter(Protocol):
    """The members of an exporter.

    `suffix` begins with a dot (`".docx"`), `media_type` is the type of the bytes that `export`
    returns (`"text/markdown"`).

    Three members are optional. `other_suffixes` are those by which files of the format are known as well (`(".htm",)`).
    `wants`, a collection of `Want`, lists the arguments that `export` takes
    besides the document; others are not computed. `is_data` is true for a format that programs read and
    that has all texts unchanged: then there are no notes about drafts and replaced characters.
    """

    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Return the document in this format, with labels in `lang`."""
        ...


def names() -> tuple[str, ...]:
    """Return the names of all exporters without importing them."""
    return EXPORTERS.names()


def get(name: str) -> type[Exporter]:
    """Return the exporter class of a name.

    Raises:
        UnknownNameError: there is none; the message lists the available names.
        DuplicateNameError: two distributions register the name.
        ExporterLoadError: it cannot be imported or is not an exporter; the message has distribution and cause.
    """
    return cast("type[Exporter]", judged(EXPORTERS, name, missing_members))


def wants_of(exporter: Exporter) -> Collection[Want]:
    """The arguments that an exporter takes besides the document; most take none."""
    wants: Collection[Want] = getattr(exporter, "wants", ())
    return wants


def suffixes_of(exporter: Exporter | type[Exporter]) -> tuple[str, ...]:
    """The suffixes of an exporter's files in lower case; the first is that of a file which it names itself."""
    return tuple(suffix.lower() for suffix in (exporter.suffix, *getattr(exporter, "other_suffixes", ())))


def is_data(exporter: Exporter) -> bool:
    """Whether programs read the format of an exporter, and it has all texts unchanged."""
    return bool(getattr(exporter, "is_data", False))


def missing_members(found: object) -> Iterable[str]:
    """The members of an exporter that an object does not have; none if it is an exporter."""
    if not inspect.isclass(found):
        yield "class"
        return
    suffix = getattr(found, "suffix", None)
    if not (isinstance(suffix, str) and suffix.startswith(".")):
        yield "suffix = '.…'"
    others: Iterable[object] = getattr(found, "other_suffixes", ())
    if not all(isinstance(other, str) and other.startswith(".") for other in others):
        yield "other_suffixes = ('.…',)"
    if not isinstance(getattr(found, "media_type", None), str):
        yield "media_type = '…'"
    export = getattr(found, "export", None)
    if not (callable(export) and "lang" in parameters_of(export)):
        yield "export(document, *, lang)"


def make(name: str, options: Mapping[str, object]) -> Exporter:
    """Create the exporter of a name with its options.

    Options given as text (`"--option paper=a4"`) are parsed strictly by the type of their field; values of
    that type are used as they are.

    Raises:
        OptionError: options are unknown, missing or have invalid values; the message lists all of them.
        UnknownNameError, DuplicateNameError, ExporterLoadError: as for `get`.
    """
    ensure_argument(name, str, "name", _NAME, _ONE_OF)
    exporter = get(name)
    return configured(exporter, name, EXPORTERS, options)


_NAME = Text("导出器的名称", "the name of an exporter")
_ONE_OF = Text('例如 "word"；名称见 opshandover exporters', 'such as "word"; for the names see opshandover exporters')
