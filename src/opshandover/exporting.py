"""Export a document: verify, check and redact it, run an exporter, write the file."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import assert_never, cast, overload

from opshandover.arguments import AnyPath, argument_error, as_path, ensure_language
from opshandover.collector import put_off
from opshandover.document.columns import RecordGroup
from opshandover.document.secrets import redacted
from opshandover.document.verify import ensure, ensure_document
from opshandover.errors import ExportError, OpsHandoverError, OptionError
from opshandover.exporters import Exporter, Want, make
from opshandover.exporters.registry import missing_members, wants_of
from opshandover.files import keeping_inputs, write_whole
from opshandover.findings import Report
from opshandover.model import OpsDocument
from opshandover.plugins import cause_text
from opshandover.rules.credentials import plaintext_secret
from opshandover.rules.engine import check_sound
from opshandover.rules.waivers import accepted_places
from opshandover.text import Lang, Message, Text, message


@overload
def export(
    document: OpsDocument, exporter: str | Exporter, path: None = None, lang: Lang | None = None, **options: object
) -> bytes: ...
@overload
def export(
    document: OpsDocument, exporter: str | Exporter, path: AnyPath, lang: Lang | None = None, **options: object
) -> Path: ...
def export(
    document: OpsDocument,
    exporter: str | Exporter,
    path: AnyPath | None = None,
    lang: Lang | None = None,
    **options: object,
) -> bytes | Path:
    """Export a document, with secrets masked.

    Args:
        document: the document.
        exporter: the name of an exporter, such as `"word"`, `"markdown"`, `"json"`; or an exporter object,
            which need not be registered.
        path: the file to write, completely or not at all; without it the bytes are returned.
        lang: the language of labels and headings; the document's own if left out, and Chinese if it has
            none. Texts of the document stay as they are.
        options: the options of the exporter, if it is given by name.

    Raises:
        ArgumentError: the document, the exporter or the path is something else.
        UnknownNameError, DuplicateNameError, ExporterLoadError: there is no such exporter, or it cannot be loaded.
        OptionError: an option is unknown or has an invalid value.
        ContentError: the document has values that do not fit their fields.
        ExportError: the exporter failed.
        OutputError: the file cannot be written; an existing file is unchanged.
    """
    ensure_document(document)
    ensure_language(lang)
    chosen = make(exporter, options) if isinstance(exporter, str) else _without_options(exporter, options)
    name = exporter if isinstance(exporter, str) else ""
    if path is None:
        return export_bytes(document, chosen, lang, name=name)
    return export_to(document, as_path(path), chosen, lang, name)


def _without_options(exporter: Exporter, options: Mapping[str, object]) -> Exporter:
    if any(missing_members(type(exporter))):
        raise argument_error(exporter, "exporter", _EXPORTER, _NAME_IT)
    if options:
        raise OptionError(
            message(
                "导出器对象不能再带选项：{options}",
                "an exporter object takes no options: {options}",
                options=", ".join(options),
            )
        )
    return exporter


_EXPORTER = Text("导出器的名称或导出器对象", "the name of an exporter, or an exporter object")
_NAME_IT = Text('例如 "word"；名称见 opshandover exporters', 'such as "word"; for the names see opshandover exporters')


def export_bytes(
    document: OpsDocument,
    exporter: Exporter,
    lang: Lang | None,
    *,
    name: str = "",
    groups: Sequence[RecordGroup] | None = None,
    report: Callable[[], Report] | None = None,
    folder: Path | None = None,
) -> bytes:
    """Return the bytes that an exporter makes of a document, with secrets masked.

    Args:
        document: the document.
        exporter: the exporter.
        lang: the language of labels and headings; the document's own if `None`.
        name: the exporter's name in error messages; the name of its class if empty.
        groups: the records of the document in groups, if it is verified already.
        report: returns the report of a check, for an exporter that wants one; without it the document is
            checked here, before its secrets are masked.
        folder: the folder of the document's files, for an exporter that wants it.

    Raises:
        ContentError: the document has values that do not fit their fields.
        ExportError: the exporter failed.
    """
    if groups is None:
        groups = ensure(document)
    name = name or type(exporter).__name__
    wanted: dict[str, object] = {}
    for want in wants_of(exporter):
        match want:
            case Want.REPORT:
                wanted[want.value] = report() if report else check_sound(document, groups)
            case Want.FOLDER:
                wanted[want.value] = folder
            case _:
                assert_never(want)
    export = cast("Callable[..., object]", exporter.export)
    try:
        with put_off():
            data = export(redacted(document, groups, no_secrets(document)), lang=lang or document.output_lang, **wanted)
    except OpsHandoverError:
        raise
    except KeyboardInterrupt:
        raise
    except BaseException as cause:
        raise failure(name, cause_text(cause)) from cause
    if not isinstance(data, bytes):
        got = type(data).__name__
        wrong = message("应返回 bytes，实际是 {got}", "expected bytes, got {got}", got=got)
        raise failure(name, wrong)
    return data


def no_secrets(document: OpsDocument) -> frozenset[str]:
    """The paths of texts that a waiver declares to be no secrets; they are exported as they are."""
    return accepted_places(document, plaintext_secret)


def failure(name: str, cause: str | Message) -> ExportError:
    """The error that says why an exporter failed."""
    return ExportError(
        message("导出器“{name}”出错：{cause}", "the exporter '{name}' failed: {cause}", name=name, cause=cause)
    )


def export_to(document: OpsDocument, path: Path, exporter: Exporter, lang: Lang | None, name: str) -> Path:
    """Export a document to a file, which is none of those that the exporter reads, and return its path."""
    with keeping_inputs():
        write_whole(path, export_bytes(document, exporter, lang, name=name))
    return path
