"""The command `export`."""

import re
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from opshandover.cli.call_errors import CallError
from opshandover.cli.run.common import FINE
from opshandover.cli.run.files import OpenedFile, for_each_file
from opshandover.cli.screen import Screen, aside
from opshandover.document.paths import written_path
from opshandover.document.receivers import for_receiver
from opshandover.document.secrets import hidden
from opshandover.errors import OpsHandoverError
from opshandover.exporters import Exporter, get, make
from opshandover.exporters.registry import EXPORTERS, is_data
from opshandover.exporting import export_bytes, no_secrets
from opshandover.files import ensure_no_input, make_folder, note_input, resolved, write_whole
from opshandover.findings import Severity
from opshandover.plain_text import printable
from opshandover.plugin_options import options_of
from opshandover.redaction import excerpt_path, places
from opshandover.reporting.labels import number_of
from opshandover.rules.credentials import plaintext_secret
from opshandover.text import DEFAULT_LANG, Lang, Text, message

Say = Callable[[str], None]


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
    to = _format(to, out)
    exporter = make(to, {**_draft_options(to, draft=draft), **_options(options)})
    names = tuple(dict.fromkeys(files))
    if out == "-":
        _ensure_one_text(names, exporter)
        return for_each_file(
            names,
            lang,
            partial(_to_standard_output, exporter=exporter, name=to, receiver=receiver, show_hidden=show_hidden),
        )
    targets = _targets(names, out, f"-{receiver}" if receiver else "", exporter.suffix)

    with _progress(aside(), len(names), lang or DEFAULT_LANG) as (say, done):

        def work(one: OpenedFile) -> int:
            target = targets[one.name]
            write_whole(target, _bytes_of(one, exporter, to, receiver))
            say(_WRITTEN.filled(one.lang, path=target))
            _note_draft(one, exporter, say)
            if show_hidden:
                _note_hidden(one, say)
            return FINE

        status = FINE
        for name in names:
            status = max(status, for_each_file((name,), lang, work, say))
            done()
    return status


def _format(to: str | None, out: str | None) -> str:
    """The name of the exporter: as given, by the suffix that people call it by, or by that of the output.

    Raises:
        CallError: the call does not say which format to write.
    """
    if to and to in EXPORTERS.names():
        return to
    suffix = f".{to.lower().removeprefix('.')}" if to else Path(out or "").suffix.lower()
    if suffix:
        found = [exporter for exporter in EXPORTERS.usable(_named) if exporter[1].suffix == suffix]
        if len(found) == 1:
            return found[0][0]
    near = _NEAR.get(suffix)
    if near:
        raise CallError(
            message(
                "没有 {suffix} 格式，是不是 {near}？",
                "there is no format {suffix}; did you mean {near}?",
                suffix=suffix,
                near=f"-t {near.lstrip('.')}" if to else Path(out or "").with_suffix(near),
            )
        )
    if to:
        raise EXPORTERS.unknown(to, EXPORTERS.names())
    raise CallError(
        message(
            "请用 -t 指定格式：{names}",
            "give the format with -t: {names}",
            names=", ".join(EXPORTERS.names()),
        )
    )


def _named(name: str) -> tuple[str, type[Exporter]]:
    return name, get(name)


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
    _note_draft(one, exporter, screen.line)
    if show_hidden:
        _note_hidden(one, screen.line)
    return FINE


def _targets(names: Sequence[str], out: str | None, ending: str, suffix: str) -> dict[str, Path]:
    """The file to write for each document, if OUT does not name it: its name, an ending and the suffix.

    Creates a missing folder.

    Raises:
        CallError: two documents would be written to the same file, or the file's suffix is that of another format.
        OutputError: a document would be overwritten, or the folder cannot be created.
    """
    folder = Path(out or ".")
    if out and len(names) == 1 and not folder.is_dir() and not out.endswith(("/", "\\")):
        if folder.suffix.lower() in _FORMATS - {suffix}:
            raise CallError(
                message(
                    "{path} 的后缀与格式不符：这种格式的文件以 {suffix} 结尾",
                    "the suffix of {path} does not fit the format, whose files end in {suffix}",
                    path=folder,
                    suffix=suffix,
                )
            )
        targets = {names[0]: folder}
    else:
        targets = {name: folder / f"{Path(name).stem}{_UNSAFE.sub('_', ending)}{suffix}" for name in names}
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
_NEAR = {
    **dict.fromkeys((".doc", ".wps", ".docm", ".dot", ".dotx", ".rtf", ".odt", ".pages"), ".docx"),
    **dict.fromkeys((".xls", ".xlsx", ".et", ".ods", ".numbers", ".tsv"), ".csv"),
    **dict.fromkeys((".markdown", ".mdown", ".mkd", ".htm"), ".md"),
    ".text": ".txt",
    **dict.fromkeys((".yaml", ".yml", ".toml"), ".json"),
}
"""The suffix of the format that is nearest to one which is not written."""
_FORMATS = frozenset(
    f".{name}"
    for name in "csv doc docm docx dotx htm html jpg json md odt pdf png ppt pptx rtf toml txt xls xlsx xml yaml yml zip".split()
)
"""Suffixes that promise a format, unlike those of `handover.2026` or `charter.v2`."""


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
        say(_NOT_CHECKED.filled(one.lang, file=one.shown_name, why=cause.in_lang(one.lang)))
        return
    replaced = [written_path(f.path, one.lang) for f in report.findings if f.code == character_unreadable.code]
    if replaced:
        say(_REPLACED.filled(one.lang, file=one.shown_name, paths=", ".join(replaced)))
    errors = report.count(Severity.ERROR)
    if errors:
        numbers = number_of(Severity.ERROR, errors, one.lang)
        say(_DRAFT.filled(one.lang, file=one.shown_name, numbers=numbers))


def _note_hidden(one: OpenedFile, say: Say) -> None:
    """Print each text in which something was masked, and how to declare that it is no secret."""
    found = [
        (written_path(node.path, one.lang), places(node.value, spans))
        for node, spans in hidden(one.document, no_secrets(one.document))
    ]
    say(_HIDDEN.filled(one.lang, file=one.shown_name, n=len(found)))
    for path, shown in found:
        say(f"  {path}  {shown}")
    if found:
        say(_NOT_SECRET[one.lang].format(code=plaintext_secret.code, path=found[0][0]))


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
_HIDDEN = Text("{file} 有 {n} 处文字被遮住", "{file}: something is masked in {n} texts")
_NOT_SECRET = Text(
    "如果不是密码，在文档的豁免中写明：豁免: [{{规则: {code}, 位置: '{path}', 原因: 不是密码，因为……}}]",
    "if it is no secret, say so in the document: waivers: [{{rule: {code}, path: '{path}', reason: 'not a secret, because …'}}]",
)
_NOT_CHECKED = Text("注意：{file} 未能检查：{why}", "note: {file} could not be checked: {why}")
