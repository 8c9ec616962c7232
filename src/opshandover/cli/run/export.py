"""The command `export`."""

import logging
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from opshandover.cli.call_errors import DEFAULT, CallError
from opshandover.cli.run.common import FINE
from opshandover.cli.run.files import OpenedFile, for_each_file
from opshandover.cli.run.labels import number_of
from opshandover.cli.screen import Screen, aside, printable
from opshandover.errors import OpsHandoverError
from opshandover.exporters import Exporter, make
from opshandover.exporters.registry import is_data
from opshandover.exporting import export_bytes
from opshandover.files import make_folder, write_whole
from opshandover.findings import Severity
from opshandover.text import Lang, Message, Text, message

Say = Callable[[str], None]


def run(files: Sequence[str], to: str, out: str | None, options: Sequence[str], lang: Lang | None) -> int:
    """Export files; see the command's help."""
    exporter = make(to, _options(options))
    names = tuple(dict.fromkeys(files))
    with _notes(lang or DEFAULT):
        return _run(names, to, out, exporter, lang)


def _run(names: tuple[str, ...], to: str, out: str | None, exporter: Exporter, lang: Lang | None) -> int:
    if out == "-":
        _ensure_one_text(names, exporter)
        return for_each_file(names, lang, partial(_to_standard_output, exporter=exporter, name=to))
    targets = _targets(names, out, exporter.suffix)

    with _progress(aside(), len(names), lang or DEFAULT) as (say, done):

        def work(one: OpenedFile) -> int:
            target = targets[one.name]
            write_whole(target, _bytes_of(one, exporter, to))
            say(_WRITTEN[one.lang].format(path=target))
            _note_draft(one, exporter, say)
            return FINE

        status = FINE
        for name in names:
            status = max(status, for_each_file((name,), lang, work, say))
            done()
    return status


def _options(written: Sequence[str]) -> dict[str, str]:
    """Parse options written as `name=value`; each name may be given once."""
    given: dict[str, str] = {}
    for one in written:
        name, equals, value = one.partition("=")
        if not equals or not name:
            raise CallError(message("--option {got}：应写成 名称=值", "--option {got}: expected name=value", got=one))
        if name in given:
            raise CallError(message("选项 {name} 写了两次", "option {name} is given twice", name=name))
        given[name] = value
    return given


def _ensure_one_text(names: Sequence[str], exporter: Exporter) -> None:
    if len(names) > 1:
        raise CallError(
            message(
                "标准输出只能写一份文档，请用 -o 指定文件夹",
                "only one document can be written to standard output; give a folder with -o",
            )
        )
    if sys.stdout.isatty() and not _is_text(exporter.media_type):
        raise CallError(
            message(
                "二进制文件不能显示在终端，请用 -o 指定文件名",
                "a binary file cannot be shown on a terminal; give a file with -o",
            )
        )


def _bytes_of(one: OpenedFile, exporter: Exporter, name: str) -> bytes:
    """Export a document, checked with the team's settings; its pictures are in its own folder."""
    return export_bytes(
        one.document,
        exporter,
        one.lang,
        name=name,
        groups=one.groups,
        report=lambda: one.report,
        folder=Path(one.name).parent,
    )


def _is_text(media_type: str) -> bool:
    return media_type.startswith("text/") or media_type == "application/json"


def _to_standard_output(one: OpenedFile, exporter: Exporter, name: str) -> int:
    data = _bytes_of(one, exporter, name)
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    screen = aside()
    _note_draft(one, exporter, screen.line)
    return FINE


def _targets(names: Sequence[str], out: str | None, suffix: str) -> dict[str, Path]:
    """The file to write for each document; creates a missing folder.

    Raises:
        CallError: a document would be overwritten, or two documents would be written to the same file.
        OutputError: the folder cannot be created.
    """
    folder = Path(out or ".")
    if out and len(names) == 1 and not folder.is_dir() and not out.endswith(("/", "\\")):
        targets = {names[0]: folder}
    else:
        targets = {name: folder / f"{Path(name).stem}{suffix}" for name in names}
    sources = {Path(name).resolve() for name in names}
    taken: dict[Path, str] = {}
    for name, target in targets.items():
        place = target.resolve()
        if place in sources:
            raise CallError(
                message(
                    "{path} 是要导出的文档本身，不能覆盖；请用 -o 指定另一个文件名",
                    "{path} is one of the documents to export and is not overwritten; give another name with -o",
                    path=target,
                )
            )
        if place in taken:
            raise CallError(
                message(
                    "{one} 和 {other} 都会写入 {path}；请分开导出",
                    "{one} and {other} would both be written to {path}; export them one by one",
                    one=taken[place],
                    other=name,
                    path=target,
                )
            )
        taken[place] = name
    if len(names) > 1 or (out and out.endswith(("/", "\\"))):
        make_folder(folder)
    return targets


def _note_draft(one: OpenedFile, exporter: Exporter, say: Say) -> None:
    """Print how many errors the document has, and where unreadable characters were replaced.

    People have to know that a page is a draft. Formats for programs have all texts unchanged, and programs
    can check them, so nothing is checked for them. A failed check does not stop an export.
    """
    if is_data(exporter):
        return
    from opshandover.rules.texts import character_unreadable

    try:
        report = one.report
    except OpsHandoverError as cause:
        say(_NOT_CHECKED[one.lang].format(file=one.name, why=cause.in_lang(one.lang)))
        return
    replaced = [f.path for f in report.findings if f.code == character_unreadable.code]
    if replaced:
        say(_REPLACED[one.lang].format(file=one.name, paths=", ".join(replaced)))
    errors = report.count(Severity.ERROR)
    if errors:
        numbers = number_of(Severity.ERROR, errors, one.lang)
        say(_DRAFT[one.lang].format(file=one.name, numbers=numbers))


class _Notes(logging.Handler):
    """Prints what the library tells its caller, in one language."""

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self.lang: Lang = lang

    def emit(self, record: logging.LogRecord) -> None:
        """Print one record; those of ours carry a message in both languages."""
        told = getattr(record, "told", None)
        text = told[self.lang] if isinstance(told, Message) else record.getMessage()
        aside().line(_NOTE[self.lang].format(text=text), hang=4)


@contextmanager
def _notes(lang: Lang) -> Generator[None]:
    handler, logger = _Notes(lang), logging.getLogger("opshandover")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


@contextmanager
def _progress(screen: Screen, total: int, lang: Lang) -> Generator[tuple[Say, Callable[[], None]]]:
    """Functions that print a line and that count one more document as done, with a progress bar on a terminal."""
    if total == 1 or not screen.terminal:
        yield (lambda text: screen.line(text, hang=4)), (lambda: None)
        return
    from rich.console import Console  # imported only for a terminal
    from rich.progress import Progress
    from rich.text import Text as Line

    console = Console(stderr=True)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(_EXPORTING[lang], total=total)
        yield ((lambda text: console.print(Line(printable(text)), soft_wrap=True)), (lambda: bar.advance(task)))


_NOTE = Text("注意：{text}", "note: {text}")
_WRITTEN = Text("已写入 {path}", "wrote {path}")
_REPLACED = Text(
    "注意：{file} 有无法显示的字符，导出时以 ␀ 之类的符号代替：{paths}",
    "note: {file} has unreadable characters, replaced by symbols such as ␀: {paths}",
)
_EXPORTING = Text("导出", "exporting")
_DRAFT = Text(
    "注意：{file} 还有 {numbers}，导出的只是草稿；详情见：opshandover check {file}",
    "note: {file} has {numbers}, so this is a draft; see: opshandover check {file}",
)
_NOT_CHECKED = Text("注意：{file} 未能检查：{why}", "note: {file} could not be checked: {why}")
