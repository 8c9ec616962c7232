"""The command `export`."""

import re
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from opshandover.cli.call_errors import CallError
from opshandover.cli.run.common import FINE
from opshandover.cli.run.export_formats import ensure_suffix, format_of_call
from opshandover.cli.run.export_notes import Say, note_draft, note_hidden
from opshandover.cli.run.files import OpenedFile, for_each_file
from opshandover.cli.screen import Screen, aside
from opshandover.document.receivers import for_receiver
from opshandover.exporters import Exporter, get, make
from opshandover.exporting import export_bytes
from opshandover.files import ensure_no_input, make_folder, note_input, resolved, write_whole
from opshandover.plain_text import printable
from opshandover.plugin_options import options_of
from opshandover.redaction import excerpt_path
from opshandover.text import DEFAULT_LANG, Lang, Text, message


def run(
    *,
    files: Sequence[str],
    to: str | None,
    out: str | None,
    options: Sequence[str],
    receiver: str | None,
    draft: bool,
    show_hidden: bool,
    lang: Lang | None,
) -> int:
    """Export files; see the command's help."""
    to = format_of_call(to, out)
    exporter = make(to, {**_draft_options(to, draft=draft), **options_of_call(options)})
    names = tuple(dict.fromkeys(files))
    if out == "-":
        _ensure_one_text(names, exporter)
        return for_each_file(
            names,
            lang,
            partial(_to_standard_output, exporter=exporter, name=to, receiver=receiver, show_hidden=show_hidden),
        )
    targets = _targets(names, out, f"-{receiver}" if receiver else "", exporter)

    with progress(aside(), len(names), _EXPORTING[lang or DEFAULT_LANG]) as (say, done):

        def work(one: OpenedFile) -> int:
            target = targets[one.name]
            write_whole(target, _bytes_of(one, exporter, to, receiver))
            say(_WRITTEN.filled(one.lang, path=target))
            note_draft(one, exporter, say)
            if show_hidden:
                note_hidden(one, say)
            return FINE

        status = FINE
        for name in names:
            status = max(status, for_each_file((name,), lang, work, say))
            done()
    return status


def options_of_call(written: Sequence[str]) -> dict[str, str]:
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


def _draft_options(name: str, *, draft: bool) -> dict[str, str]:
    """Return the option that makes a draft, if one is wanted and the exporter has it."""
    return {option.name: "true" for option in options_of(get(name)) if draft and option.name == "placeholders"}


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


def _bytes_of(one: OpenedFile, exporter: Exporter, name: str, receiver: str | None) -> bytes:
    """Export a document, checked with the team's settings; its pictures are in its own folder."""
    return export_bytes(
        for_receiver(one.document, receiver, one.lang) if receiver else one.document,
        exporter,
        one.lang,
        name=name,
        groups=None if receiver else one.groups,
        report=lambda: one.report,
        folder=Path(one.name).parent,
    )


def _is_text(media_type: str) -> bool:
    return media_type.startswith("text/") or media_type == "application/json"


def _to_standard_output(one: OpenedFile, exporter: Exporter, name: str, receiver: str | None, show_hidden: bool) -> int:
    data = _bytes_of(one, exporter, name, receiver)
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    screen = aside()
    note_draft(one, exporter, screen.line)
    if show_hidden:
        note_hidden(one, screen.line)
    return FINE


def _targets(names: Sequence[str], out: str | None, ending: str, exporter: Exporter) -> dict[str, Path]:
    """The file to write for each document, if OUT does not name it: its name, an ending and the suffix.

    Creates a missing folder.

    Raises:
        CallError: two documents would be written to the same file, or the file's suffix is that of another format.
        OutputError: a document would be overwritten, or the folder cannot be created.
    """
    folder = Path(out or ".")
    if out and len(names) == 1 and not folder.is_dir() and not out.endswith(("/", "\\")):
        ensure_suffix(folder, exporter)
        targets = {names[0]: folder}
    else:
        targets = {name: folder / f"{Path(name).stem}{_UNSAFE.sub('_', ending)}{exporter.suffix}" for name in names}
    for name in names:
        note_input(Path(name))
    taken: dict[Path, str] = {}
    for name, target in targets.items():
        place = resolved(target)
        ensure_no_input(target)
        if place in taken:
            raise CallError(
                message(
                    "{one} 和 {other} 都会写入 {path}；请分开导出",
                    "{one} and {other} would both be written to {path}; export them one by one",
                    one=excerpt_path(taken[place]),
                    other=excerpt_path(name),
                    path=target,
                )
            )
        taken[place] = name
    if len(names) > 1 or (out and out.endswith(("/", "\\"))):
        make_folder(folder)
    return targets


_UNSAFE = re.compile(r"[^\w.-]")
"""What the name of a file had better not hold."""


@contextmanager
def progress(screen: Screen, total: int, label: str) -> Generator[tuple[Say, Callable[[], None]]]:
    """Functions that print a line and that count one more document as done, with a progress bar on a terminal."""
    if total == 1 or not screen.terminal:
        yield (lambda text: screen.line(text, hang=4)), (lambda: None)
        return
    from rich.console import Console  # imported only for a terminal
    from rich.progress import Progress
    from rich.text import Text as Line

    console = Console(stderr=True)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield ((lambda text: console.print(Line(printable(text)), soft_wrap=True)), (lambda: bar.advance(task)))


_WRITTEN = Text("已写入 {path}", "wrote {path}")
_EXPORTING = Text("导出", "exporting")
