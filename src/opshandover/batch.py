"""Export many documents into a folder, here or by an executor."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import partial
from pathlib import Path

from opshandover.arguments import AnyPath, argument_error, as_path, ensure_argument, ensure_language
from opshandover.document.verify import ensure_document
from opshandover.errors import BatchError, OpsHandoverError
from opshandover.exporters import make
from opshandover.exporting import export_to, failure
from opshandover.files import make_folder, remove_leftovers
from opshandover.model import OpsDocument
from opshandover.plugins import cause_text
from opshandover.profiles import Profile, in_force, team_profiles
from opshandover.redaction import redact
from opshandover.text import Lang, Text, joined, message


def export_many(
    documents: Iterable[OpsDocument],
    name: str,
    folder: AnyPath,
    *,
    lang: Lang | None = None,
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
        lang: the language of labels and headings; each document's own if left out.
        executor: any `concurrent.futures.Executor` to do the work; without it, this thread does.
        progress: called after each document with the number done and the total.
        options: the exporter's options.

    Raises:
        ArgumentError: the documents, the name or the folder are something else.
        BatchError: documents could not be exported; raised after all others are done, and lists the failed ones
            with their errors. A worker process that dies, such as one out of memory, fails one document: those
            that were lost with it are exported in processes of their own.
        UnknownNameError, DuplicateNameError, ExporterLoadError, OptionError, OutputError: before any is begun,
            what `export` raises about the exporter and its options, or the folder cannot be created.
    """
    ensure_argument(documents, Iterable, "documents", _DOCUMENTS, _LIST_THEM)
    todo = tuple(documents)
    for number, document in enumerate(todo):
        ensure_document(document, f"documents[{number}]")
    if executor is not None and not hasattr(executor, "submit"):
        raise argument_error(executor, "executor", _EXECUTOR, _FOR_INSTANCE)
    if progress is not None and not callable(progress):
        raise argument_error(progress, "progress", _PROGRESS, _CALLED_WITH)
    place = as_path(folder, "folder")
    ensure_language(lang)
    exporter = make(name, options)
    make_folder(place)
    paths = tuple(place / f"{stem}{exporter.suffix}" for stem in _stems(todo))
    calls = [partial(export_to, doc, path, exporter, lang, name) for doc, path in zip(todo, paths, strict=True)]
    failures: list[tuple[int, OpsHandoverError]] = []
    for number, attempt in enumerate(_attempts(calls, paths, executor)):
        try:
            attempt()
        except OpsHandoverError as cause:
            failures.append((number, cause))
        except BrokenExecutor:
            remove_leftovers(paths[number])
            failures.append((number, failure(name, _KILLED)))
        except Exception as cause:  # whatever an executor raises, such as values that cannot be sent
            failures.append((number, failure(name, cause_text(cause))))
        if progress is not None:
            progress(number + 1, len(todo))
    if failures:
        raise _batch_error(failures, paths)
    return paths


_EXECUTOR = Text("执行器（concurrent.futures.Executor）", "an executor (concurrent.futures.Executor)")
_PROGRESS = Text("函数", "a function")
_CALLED_WITH = Text("它会以已完成数和总数调用", "it is called with the number done and the total")
_FOR_INSTANCE = Text("例如 ProcessPoolExecutor(4)", "such as ProcessPoolExecutor(4)")
_DOCUMENTS = Text("若干文档", "several documents")
_LIST_THEM = Text("一份文档请写成 [文档]，或用 oh.export", "write [document] for a single one, or use oh.export")


def _attempts(
    calls: Sequence[Callable[[], Path]], paths: Sequence[Path], executor: Executor | None
) -> Iterable[Callable[[], object]]:
    """Functions that return the result of each call; with an executor, all calls are submitted first."""
    if executor is None:
        return calls
    team = team_profiles()
    isolated = [partial(_in_force, team, call) for call in calls]
    return [
        partial(_result, executor, _submit(executor, call), call, path)
        for call, path in zip(isolated, paths, strict=True)
    ]


def _submit(executor: Executor, call: Callable[[], Path]) -> "Future[Path]":
    """The future of a call; an executor that is broken already fails it."""
    try:
        return executor.submit(call)
    except BrokenExecutor as cause:
        failed = Future[Path]()
        failed.set_exception(cause)
        return failed


def _result(executor: Executor, future: "Future[Path]", call: Callable[[], Path], path: Path) -> Path:
    """The result of a call, which is made again in a process of its own if another one broke the executor.

    A broken executor takes no more work; it is waited for, so that no worker still writes.
    """
    try:
        return future.result()
    except BrokenExecutor:
        executor.shutdown()
        remove_leftovers(path)
        with ProcessPoolExecutor(max_workers=1) as own:
            return own.submit(call).result()


_KILLED = message("工作进程意外终止，可能是内存不足", "the worker process ended unexpectedly, possibly out of memory")
_MOST_LISTED = 50


def _batch_error(failures: Sequence[tuple[int, OpsHandoverError]], paths: Sequence[Path]) -> BatchError:
    lines = [
        message("{path}：{why}", "{path}: {why}", path=paths[number], why=cause.message)
        for number, cause in failures[:_MOST_LISTED]
    ]
    if more := len(failures) - len(lines):
        lines.append(message("另有 {n} 份", "and {n} more", n=more))
    return BatchError(
        message(
            "{n} 份文档中有 {failed} 份未能导出：\n{lines}",
            "{failed} of {n} documents could not be exported:\n{lines}",
            n=len(paths),
            failed=len(failures),
            lines=joined(lines, "\n", "\n"),
        ),
        tuple(failures),
    )


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
