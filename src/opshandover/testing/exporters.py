"""The contract of exporters."""

import copy
import re
from typing import Any, cast

from opshandover.exporters import Exporter, Want, get, make, options_of
from opshandover.exporters.registry import missing_members, suffixes_of, wants_of
from opshandover.model import Choice, OpsDocument
from opshandover.plugin_options import FROM_TEXT, Option, parameters_of
from opshandover.testing.requiring import require
from opshandover.testing.samples import each_document
from opshandover.text import LANGUAGES, Lang


def check_exporter(exporter: type[Exporter] | str, **options: object) -> None:
    """Check that an exporter keeps the contract; does nothing if it does.

    It has `suffix`, `media_type` and `export`, which takes what it wants, and accepts its absence; its
    options can be given as text; it returns bytes for every kind of document in both languages, whatever
    the document holds or lacks; equal documents give equal bytes, whatever was exported before; and the
    document is not changed.

    Args:
        exporter: the class, or its registered name.
        options: the options to check it with, of the types of their fields.

    Raises:
        AssertionError: the first violation, with the document that showed it.
        OpsHandoverError: the name cannot be loaded, or the options are not accepted.
    """
    cls = get(exporter) if isinstance(exporter, str) else exporter
    name = exporter if isinstance(exporter, str) else getattr(cls, "__name__", repr(cls))
    lacks = tuple(missing_members(cls))
    require(not lacks, f"{name} is not an exporter: missing {', '.join(lacks)}")
    _check_declaration(cls, name)

    def fresh() -> Exporter:
        factory = cast("type[Any]", cls)
        return make(exporter, options) if isinstance(exporter, str) else factory(**options)

    used = fresh()
    _check_wants(used, name)
    for what, document in each_document():
        for lang in LANGUAGES:
            where = f"{name}, given {what}, lang={lang!r}"
            before = copy.deepcopy(document)
            first = _exported(fresh(), document, lang, where)
            again = _exported(used, document, lang, where)
            require(document == before, f"{where}: the document was changed")
            require(first == again, f"{where}: a second export gave different bytes")


def _check_wants(exporter: Exporter, name: str) -> None:
    takes = parameters_of(exporter.export)
    for want in wants_of(exporter):
        require(isinstance(cast("object", want), Want), f"{name}: wants should hold members of Want, holds {want!r}")
        require(want.value in takes, f"{name}: wants {want.value!r}, but export takes no such keyword")


def _check_declaration(cls: type[Exporter], name: str) -> None:
    media_type = cls.media_type
    for suffix in suffixes_of(cls):
        require(
            bool(re.fullmatch(r"\.[^./\\:\s][^/\\:\s]*", suffix)),
            f"{name}: expected suffix to be a dot and a few letters, got {suffix!r}",
        )
    require(
        bool(re.fullmatch(r"[^\s/;]+/[^\s/;]+(?:; ?[^\s;]+)*", media_type)),
        f"{name}: expected media_type to be like 'text/plain', got {media_type!r}",
    )
    for option in options_of(cls):
        require(
            _from_text(option),
            f"{name}: option {option.name} is of type {option.type!r}, which cannot be given as "
            f"text; use a Choice or one of {', '.join(t.__name__ for t in FROM_TEXT)}",
        )


def _from_text(option: Option) -> bool:
    declared = cast("object", option.type)
    chosen = isinstance(declared, type) and issubclass(declared, Choice)
    return chosen or declared in FROM_TEXT


def _exported(exporter: Exporter, document: OpsDocument, lang: Lang, where: str) -> bytes:
    try:
        data = cast("object", exporter.export(document, lang=lang))
    except KeyboardInterrupt:
        raise
    except BaseException as cause:
        raise AssertionError(f"{where}: raised {type(cause).__name__}: {cause}") from cause
    if not isinstance(data, bytes):
        got = type(data).__name__
        raise AssertionError(f"{where}: expected bytes, got {got}")  # noqa: TRY004 - a contract
    return data
