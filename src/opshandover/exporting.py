"""Export documents: verify, check and redact them, run an exporter, write the file."""

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor, Future
from functools import partial
from pathlib import Path
from typing import assert_never, cast, overload

from opshandover.collector import put_off
from opshandover.document.columns import RecordGroup
from opshandover.document.secrets import redacted
from opshandover.document.verify import ensure
from opshandover.errors import ExportError, OpsHandoverError, OptionError
from opshandover.exporters import Exporter, Want, make
from opshandover.exporters.registry import wants_of
from opshandover.files import make_folder, write_whole
from opshandover.findings import Report
from opshandover.model import OpsDocument
from opshandover.plugins import cause_text, unknown_name
from opshandover.profiles import Profile, in_force, team_profiles
from opshandover.redaction import redact
from opshandover.rules.credentials import plaintext_secret
from opshandover.rules.engine import check_sound
from opshandover.rules.waivers import accepted_places
from opshandover.text import LANGUAGES, Lang, Message, Text, message

AnyPath = str | os.PathLike[str]


@overload
def export(
    document: OpsDocument, exporter: str | Exporter, path: None = None, lang: Lang = "zh", **options: object
) -> bytes: ...
@overload
def export(
    document: OpsDocument, exporter: str | Exporter, path: AnyPath, lang: Lang = "zh", **options: object
) -> Path: ...
def export(
    document: OpsDocument, exporter: str | Exporter, path: AnyPath | None = None, lang: Lang = "zh", **options: object
) -> bytes | Path:
    """Export a document, with secrets masked.

    Args:
        document: the document.
        exporter: the name of an exporter, such as `"word"`, `"markdown"`, `"json"`; or an exporter object,
            which need not be registered.
        path: the file to write, completely or not at all; without it the bytes are returned.
        lang: the language of labels and headings; texts of the document stay as they are.
        options: the options of the exporter, if it is given by name.

    Raises:
        UnknownNameError, DuplicateNameError, ExporterLoadError: there is no such exporter, or it cannot be loaded.
        OptionError: an option is unknown or has an invalid value.
        ContentError: the document has values that do not fit their fields.
        ExportError: the exporter failed.
        OutputError: the file cannot be written; an existing file is unchanged.
    """
    _ensure_language(lang)
    chosen = make(exporter, options) if isinstance(exporter, str) else _without_options(exporter, options)
    name = exporter if isinstance(exporter, str) else ""
    if path is None:
        return export_bytes(document, chosen, lang, name=name)
    return _export_to(document, Path(path), chosen, lang, name)


def _without_options(exporter: Exporter, options: Mapping[str, object]) -> Exporter:
    if options:
        raise OptionError(
            message(
                "导出器对象不能再带选项：{options}",
                "an exporter object takes no options: {options}",
                options=", ".join(options),
            )
        )
    return exporter


def _ensure_language(lang: str) -> None:
    if lang not in LANGUAGES:
        raise OptionError(unknown_name(Text("语言", "language"), str(lang), LANGUAGES))


def export_bytes(
    document: OpsDocument,
    exporter: Exporter,
    lang: Lang,
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
        lang: the language of labels and headings.
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
            data = export(redacted(document, groups, no_secrets(document)), lang=lang, **wanted)
    except OpsHandoverError:
        raise
    except (Exception, SystemExit) as cause:
        raise _failure(name, cause_text(cause)) from cause
    if not isinstance(data, bytes):
        got = type(data).__name__
        wrong = message("应返回 bytes，实际是 {got}", "expected bytes, got {got}", got=got)
        raise _failure(name, wrong)
    return data


def no_secrets(document: OpsDocument) -> frozenset[str]:
    """The paths of texts that a waiver declares to be no secrets; they are exported as they are."""
    return accepted_places(document, plaintext_secret)


def _failure(name: str, cause: str | Message) -> ExportError:
    return ExportError(
        message("导出器“{name}”出错：{cause}", "the exporter '{name}' failed: {cause}", name=name, cause=cause)
    )


def export_many(
    documents: Iterable[OpsDocument],
    name: str,
    folder: AnyPath,
    *,
    lang: Lang = "zh",
    executor: Executor | None = None,
    progress: Callable[[int, int], object] | None = None,
    **options: object,
) -> tuple[Path, ...]:
    """Export documents into a folder, one file each, and return the paths in order.

    Files are named after the document's ID or title; equal names are numbered.

    Args:
        documents: the documents.
        name: the exporter's name.
        folder: the folder of the files; created if it does not exist.
        lang: the language of labels and headings.
        executor: any `concurrent.futures.Executor` to do the work; without it, this thread does.
        progress: called after each document with the number done and the total.
        options: the exporter's options.

    Raises:
        the error of the first document in order that failed, after all others are done; before any is begun,
        all that `export` raises about the exporter and its options.
    """
    todo = tuple(documents)
    place = Path(folder)
    _ensure_language(lang)
    exporter = make(name, options)
    make_folder(place)
    paths = tuple(place / f"{stem}{exporter.suffix}" for stem in _stems(todo))
    calls = (partial(_export_to, doc, path, exporter, lang, name) for doc, path in zip(todo, paths, strict=True))
    attempts = _attempts(calls, executor)
    errors: list[OpsHandoverError] = []
    for done, attempt in enumerate(attempts, start=1):
        try:
            attempt()
        except OpsHandoverError as cause:
            errors.append(cause)
        if progress is not None:
            progress(done, len(todo))
    if errors:
        raise errors[0]
    return paths


def _attempts(calls: Iterable[Callable[[], Path]], executor: Executor | None) -> Iterable[Callable[[], object]]:
    """Functions that return the result of each call; with an executor, all calls are submitted first."""
    if executor is None:
        return calls
    team = team_profiles()
    futures: list[Future[Path]] = [executor.submit(_in_force, team, call) for call in calls]
    return [future.result for future in futures]


def _export_to(document: OpsDocument, path: Path, exporter: Exporter, lang: Lang, name: str) -> Path:
    write_whole(path, export_bytes(document, exporter, lang, name=name))
    return path


def _in_force(team: tuple[Profile, ...], call: Callable[[], Path]) -> Path:
    """Call in another thread or process, to which the team's profiles are passed."""
    with in_force(team):
        return call()


_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*\x7f-\x9f\u2028-\u202e\u2066-\u2069]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST_STEM = 120
"""In bytes: file systems allow 255, and a number and the suffix are appended."""


def _stems(documents: tuple[OpsDocument, ...]) -> Iterable[str]:
    """A file name without suffix for each document, all different on any file system."""
    taken: set[str] = set()
    numbers = Counter[str]()
    for document in documents:
        base = stem = _stem(document)
        while (key := unicodedata.normalize("NFC", stem).casefold()) in taken:
            numbers[base] += 1
            stem = f"{base}-{numbers[base] + 1}"
        taken.add(key)
        yield stem


def _stem(document: OpsDocument) -> str:
    """A file name for a document that is not verified yet."""
    called = redact(str(document.id or document.title or document.profile))
    wanted = _UNSAFE.sub("_", called).strip(" .")
    cut = wanted.encode(errors="ignore")[:_LONGEST_STEM].decode(errors="ignore")
    return f"_{cut}" if _RESERVED.fullmatch(cut) else cut or "document"
