"""Exports documents: what every format needs before and after its exporter does its work."""

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
from opshandover.document.columns import Group
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
from opshandover.rules.engine import check_sound
from opshandover.text import LANGUAGES, Lang, Message, Text, message

AnyPath = str | os.PathLike[str]


@overload
def export(
    document: OpsDocument,
    exporter: str | Exporter,
    path: None = None,
    lang: Lang = "zh",
    **options: object,
) -> bytes: ...
@overload
def export(
    document: OpsDocument,
    exporter: str | Exporter,
    path: AnyPath,
    lang: Lang = "zh",
    **options: object,
) -> Path: ...
def export(
    document: OpsDocument,
    exporter: str | Exporter,
    path: AnyPath | None = None,
    lang: Lang = "zh",
    **options: object,
) -> bytes | Path:
    """Writes a document in the format of an exporter, secrets blacked out.

    Args:
        document: the document.
        exporter: the exporter's name, such as `"word"`, `"markdown"`, `"json"`; or one that was
            made already, which need not be registered.
        path: the file to write, as a whole or not at all; without it the bytes are given back.
        lang: the language of labels and headings; what people wrote stays as it is.
        options: the options of the exporter that is named.

    Raises:
        UnknownNameError, DuplicateNameError, ExporterLoadError: the exporter cannot be had.
        OptionError: an option is unknown or has a value that it does not take.
        ContentError: the document holds values that its fields do not allow.
        ExportError: the exporter failed.
        OutputError: the file cannot be written; what stood there is unchanged.
    """
    _ensure_known(lang)
    made = make(exporter, options) if isinstance(exporter, str) else _as_made(exporter, options)
    called = exporter if isinstance(exporter, str) else ""
    if path is None:
        return exported(document, made, lang, called=called)
    return _export_to(document, Path(path), made, lang, called)


def _as_made(exporter: Exporter, options: Mapping[str, object]) -> Exporter:
    if options:
        raise OptionError(
            message(
                "导出器已经建好，不能再给选项：{options}",
                "the exporter is made already and takes no more options: {options}",
                options=", ".join(options),
            )
        )
    return exporter


def _ensure_known(lang: str) -> None:
    if lang not in LANGUAGES:
        raise OptionError(unknown_name(Text("语言", "language"), str(lang), LANGUAGES))


def exported(
    document: OpsDocument,
    exporter: Exporter,
    lang: Lang,
    *,
    called: str = "",
    held: Sequence[Group] | None = None,
    report: Callable[[], Report] | None = None,
    folder: Path | None = None,
) -> bytes:
    """Return what an exporter makes of a document, secrets blacked out.

    Args:
        document: the document.
        exporter: the exporter, made with its options.
        lang: the language of labels and headings.
        called: the exporter's name in errors, if it is not that of its class.
        held: all of the document in groups, if its values are known to fit their fields.
        report: makes what a check of the document says, for an exporter that wants it; without it
            the document is checked here, before its secrets are blacked out.
        folder: where the document's files lie, for an exporter that wants it.

    Raises:
        ContentError: the document holds values that its fields do not allow.
        ExportError: the exporter failed.
    """
    if held is None:
        held = ensure(document)
    name = called or type(exporter).__name__
    wanted: dict[str, object] = {}
    for want in wants_of(exporter):
        match want:
            case Want.REPORT:
                wanted[want.value] = report() if report else check_sound(document, held)
            case Want.FOLDER:
                wanted[want.value] = folder
            case _:
                assert_never(want)
    export = cast("Callable[..., object]", exporter.export)
    try:
        with put_off():
            data = export(redacted(document, held), lang=lang, **wanted)
    except OpsHandoverError:
        raise
    except (Exception, SystemExit) as cause:
        raise _failure(name, cause_text(cause)) from cause
    if not isinstance(data, bytes):
        got = type(data).__name__
        wrong = message("应返回 bytes，实际是 {got}", "expected bytes, got {got}", got=got)
        raise _failure(name, wrong)
    return data


def _failure(name: str, cause: str | Message) -> ExportError:
    return ExportError(
        message(
            "导出器“{name}”出错：{cause}",
            "the exporter '{name}' failed: {cause}",
            name=name,
            cause=cause,
        )
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
    """Exports many documents into a folder, one file each, and gives their paths in order.

    Files are called after the document's id or title; equal names are numbered.

    Args:
        documents: the documents.
        name: the exporter's name.
        folder: where the files go; made if it is not there.
        lang: the language of labels and headings.
        executor: where the work is done, any `concurrent.futures.Executor`; here if not given.
        progress: called with how many are done and how many there are, after each document.
        options: the exporter's options.

    Raises:
        the error of the first document that failed, in their order, after all others are done;
        and whatever `export` raises about the exporter and its options, before any is begun.
    """
    todo = tuple(documents)
    place = Path(folder)
    _ensure_known(lang)
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
    """What to call for each document's result, all of them begun if there is an executor."""
    if executor is None:
        return calls
    team = team_profiles()
    futures: list[Future[Path]] = [executor.submit(_with, team, call) for call in calls]
    return [future.result for future in futures]


def _export_to(document: OpsDocument, path: Path, exporter: Exporter, lang: Lang, called: str) -> Path:
    write_whole(path, exported(document, exporter, lang, called=called))
    return path


def _with(team: tuple[Profile, ...], call: Callable[[], Path]) -> Path:
    """Calls in another thread or process, where the team's profiles have to be brought along."""
    with in_force(team):
        return call()


_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*\x7f-\x9f\u2028-\u202e\u2066-\u2069]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST_STEM = 120
"""In bytes: file systems take 255, and a number and the suffix come behind it."""


def _stems(documents: tuple[OpsDocument, ...]) -> Iterable[str]:
    """Gives a file name without suffix for each document, all different on any file system."""
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
    """Gives a name for the file of a document, which may still hold what its fields forbid."""
    called = redact(str(document.id or document.title or document.profile))
    wanted = _UNSAFE.sub("_", called).strip(" .")
    cut = wanted.encode(errors="ignore")[:_LONGEST_STEM].decode(errors="ignore")
    return f"_{cut}" if _RESERVED.fullmatch(cut) else cut or "document"
