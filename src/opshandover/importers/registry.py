"""Find importers, by name or by the suffix of a file, and set their options.

An importer is a class with `suffixes` and `parse(data) -> Imported`. The fields of an attrs class are its options.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import ClassVar, Protocol, cast, runtime_checkable

from opshandover.arguments import ensure_argument
from opshandover.codec.baseline import Baseline
from opshandover.errors import ImporterLoadError
from opshandover.plugin_options import configured, judged, parameters_of
from opshandover.plugins import Plugins
from opshandover.reading.imported import Imported
from opshandover.text import Text

IMPORTERS = Plugins(group="opshandover.importers", kind=Text("导入器", "importer"), load_error=ImporterLoadError)


class Importer(Protocol):
    """The members of an importer.

    `suffixes` are those of the files that it reads, in lower case, each with its dot (`(".md", ".markdown")`). `parse`
    says what is wrong with a file by raising `LoadError` with all faults; the name of the file is added to it.
    """

    suffixes: ClassVar[tuple[str, ...]]

    def parse(self, data: bytes) -> Imported:
        """Return what a file shows, as a page."""
        ...


@runtime_checkable
class KnowsUnsaved(Protocol):
    """A member that an importer may have beside the others."""

    def unsaved(self, data: bytes) -> Baseline | None:
        """The document that a file was made from, if nobody has saved the file since: its page is not read then."""
        ...


def names() -> tuple[str, ...]:
    """Return the names of all importers without importing them."""
    return IMPORTERS.names()


def get(name: str) -> type[Importer]:
    """Return the importer class of a name.

    Raises:
        UnknownNameError: there is none; the message lists the available names.
        DuplicateNameError: two distributions register the name.
        ImporterLoadError: it cannot be imported or is not an importer; the message has distribution and cause.
    """
    return cast("type[Importer]", judged(IMPORTERS, name, missing_members))


def missing_members(found: object) -> Iterable[str]:
    """The members of an importer that an object does not have; none if it is an importer."""
    if not inspect.isclass(found):
        yield "class"
        return
    suffixes: object = getattr(found, "suffixes", None)
    if not (isinstance(suffixes, tuple) and suffixes and all(map(_is_suffix, cast("tuple[object, ...]", suffixes)))):
        yield "suffixes = ('.…',)"
    parse = cast("Callable[..., object] | None", getattr(found, "parse", None))
    if not (callable(parse) and "data" in parameters_of(parse)):
        yield "parse(data)"


def _is_suffix(text: object) -> bool:
    return isinstance(text, str) and text.startswith(".") and text == text.lower()


def make(name: str, options: Mapping[str, object]) -> Importer:
    """Create the importer of a name with its options, which may be given as text.

    Raises:
        OptionError: options are unknown, missing or have invalid values; the message lists all of them.
        UnknownNameError, DuplicateNameError, ImporterLoadError: as for `get`.
    """
    ensure_argument(name, str, "name", _NAME, _ONE_OF)
    return configured(get(name), name, IMPORTERS, options)


_NAME = Text("导入器的名称", "the name of an importer")
_ONE_OF = Text('例如 "word"、"markdown"', 'such as "word" or "markdown"')


def name_for(path: PurePath) -> str | None:
    """The name of the importer that reads files with the suffix of a path; `None` if there is none.

    Of several, our own has precedence only over none: the first by name counts, and a broken one is warned of.
    """
    suffix = path.suffix.lower()
    return next((name for name, importer in IMPORTERS.usable(_named) if suffix in importer.suffixes), None)


def suffixes() -> tuple[str, ...]:
    """The suffixes of all files that importers read."""
    return tuple(sorted({suffix for _, importer in IMPORTERS.usable(_named) for suffix in importer.suffixes}))


def _named(name: str) -> tuple[str, type[Importer]]:
    return name, get(name)
