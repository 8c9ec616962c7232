"""The command `export`."""

import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from opshandover.cli.call_errors import DEFAULT, CallError
from opshandover.cli.run.common import FINE
from opshandover.cli.run.files import Opened, each
from opshandover.cli.run.labels import number_of
from opshandover.cli.screen import Screen, aside, printable
from opshandover.errors import OpsHandoverError
from opshandover.exporters import Exporter, make
from opshandover.exporters.registry import is_data
from opshandover.exporting import exported
from opshandover.files import make_folder, write_whole
from opshandover.findings import Severity
from opshandover.text import Lang, Text, message

Say = Callable[[str], None]


def run(files: Sequence[str], to: str, out: str | None, options: Sequence[str], lang: Lang | None) -> int:
    """Exports files; see the command's help."""
    exporter = make(to, _options(options))
    names = tuple(dict.fromkeys(files))
    if out == "-":
        _must_fit_standard_output(names, exporter)
        return each(names, lang, partial(_to_standard_output, exporter=exporter, called=to))
    targets = _targets(names, out, exporter.suffix)

    with _telling(aside(), len(names), lang or DEFAULT) as (say, done):

        def work(one: Opened) -> int:
            target = targets[one.name]
            write_whole(target, _bytes_of(one, exporter, to))
            say(_WRITTEN[one.lang].format(path=target))
            _note_draft(one, exporter, say)
            return FINE

        status = FINE
        for name in names:
            status = max(status, each((name,), lang, work, say))
            done()
    return status


def _options(written: Sequence[str]) -> dict[str, str]:
    """Takes `name=value` apart; each name may be given once."""
    given: dict[str, str] = {}
    for one in written:
        name, equals, value = one.partition("=")
        if not equals or not name:
            raise CallError(
                message(
                    "--option {got}：应写成 名称=值",
                    "--option {got}: write it as name=value",
                    got=one,
                )
            )
        if name in given:
            raise CallError(message("选项 {name} 写了两次", "the option {name} is given twice", name=name))
        given[name] = value
    return given


def _must_fit_standard_output(names: Sequence[str], exporter: Exporter) -> None:
    if len(names) > 1:
        raise CallError(
            message(
                "标准输出只能写一份文档，请用 -o 给出文件夹",
                "standard output takes one document; give a folder with -o",
            )
        )
    if sys.stdout.isatty() and not _is_text(exporter.media_type):
        raise CallError(
            message(
                "二进制文件不能显示在终端，请用 -o 给出文件名",
                "a binary file cannot be shown on a terminal; give a file with -o",
            )
        )


def _bytes_of(one: Opened, exporter: Exporter, called: str) -> bytes:
    """Exports a document; its findings are those of the team's settings, its pictures lie beside it."""
    return exported(
        one.document,
        exporter,
        one.lang,
        called=called,
        held=one.held,
        report=lambda: one.report,
        folder=Path(one.name).parent,
    )


def _is_text(media_type: str) -> bool:
    return media_type.startswith("text/") or media_type == "application/json"


def _to_standard_output(one: Opened, exporter: Exporter, called: str) -> int:
    data = _bytes_of(one, exporter, called)
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    screen = aside()
    _note_draft(one, exporter, screen.line)
    return FINE


def _targets(names: Sequence[str], out: str | None, suffix: str) -> dict[str, Path]:
    """Says which file is written for each document, and makes the folder where it is missing.

    Raises:
        CallError: a document would be overwritten, or two would be written to one file.
        OutputError: the folder cannot be made.
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
                    "{path} 是要导出的文档本身，不能覆盖；请用 -o 另给一个名字",
                    "{path} is a document to be exported and is not overwritten; give another name with -o",
                    path=target,
                )
            )
        if place in taken:
            raise CallError(
                message(
                    "{one} 和 {other} 都会写成 {path}；请分开导出",
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


def _note_draft(one: Opened, exporter: Exporter, say: Say) -> None:
    """Tells how many errors the document has, and where characters were replaced by signs.

    Who reads a page has to know that it is a draft. A program that reads data finds them to the
    letter, and can check them itself: then nothing is checked here. A check that fails does not stop
    an export.
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


@contextmanager
def _telling(screen: Screen, total: int, lang: Lang) -> Generator[tuple[Say, Callable[[], None]]]:
    """Gives how to say something and how to say that one more is done: with a bar on a terminal."""
    if total == 1 or not screen.terminal:
        yield (lambda text: screen.line(text, hang=4)), (lambda: None)
        return
    from rich.console import Console  # a pipe does without rich
    from rich.progress import Progress
    from rich.text import Text as Line

    console = Console(stderr=True)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(_EXPORTING[lang], total=total)
        yield (
            (lambda text: console.print(Line(printable(text)), soft_wrap=True)),
            (lambda: bar.advance(task)),
        )


_WRITTEN = Text("已写入 {path}", "wrote {path}")
_REPLACED = Text(
    "注意：{file} 有读不出的字符，导出时以 ␀ 之类的符号代替：{paths}",
    "note: {file} holds characters that mean nothing, for which signs such as ␀ stand: {paths}",
)
_EXPORTING = Text("导出", "exporting")
_DRAFT = Text(
    "注意：{file} 还有 {numbers}，导出的只是草稿；详情见：opshandover check {file}",
    "note: {file} has {numbers}, so this is a draft; see: opshandover check {file}",
)
_NOT_CHECKED = Text("注意：{file} 未能检查：{why}", "note: {file} could not be checked: {why}")
