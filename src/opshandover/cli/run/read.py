"""The command `read`."""

import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from opshandover.cli.call_errors import CallError
from opshandover.cli.run.common import FINE, FOUND, write_json
from opshandover.cli.run.export import options_of_call, progress
from opshandover.cli.run.files import for_each_name, open_file
from opshandover.cli.run.headings import Asking
from opshandover.cli.run.merge import policy_of
from opshandover.cli.screen import aside, output
from opshandover.codec import dumps, format_of
from opshandover.errors import OutputError
from opshandover.files import ensure_no_input, make_folder, note_input, write_whole
from opshandover.importers.registry import suffixes
from opshandover.importing import read
from opshandover.model import OpsDocument
from opshandover.reading.foreign import Mapping, mapping_of, read_mapping
from opshandover.reading.result import Part
from opshandover.reporting.plain import unique_name
from opshandover.reporting.views.reading import MOST_REMARKS, reading_lines
from opshandover.text import DEFAULT_LANG, Lang, Text, message

YAML = ".yaml"


def run(
    *,
    files: Sequence[str],
    out: str | None,
    against: str | None,
    kind: str | None,
    mapping: str | None,
    save_mapping: str | None,
    options: Sequence[str],
    keep_ours: bool,
    keep_theirs: bool,
    ask: bool,
    show_all: bool,
    format: str,
    lang: Lang | None,
) -> int:
    """Read files; see the command's help."""
    names = tuple(dict.fromkeys(_each_file(files)))
    if not names:
        raise CallError(message("没有可读取的文件：{files}", "no file to read in {files}", files=", ".join(files)))
    if against and len(names) > 1:
        raise CallError(message("--against 只能用于一个文件", "--against is for one file"))
    for name in filter(None, (*names, against, mapping)):
        note_input(Path(name))
    if save_mapping:
        ensure_no_input(Path(save_mapping))
    targets = _Targets(out, several=len(names) > 1)
    policy = policy_of(keep_ours=keep_ours, keep_theirs=keep_theirs, ask=ask)
    before = open_file(against, lang).document if against else None
    given = options_of_call(options)
    places = Asking(read_mapping(mapping) if mapping else Mapping())
    screen = aside() if out == "-" else output()
    found: dict[str, object] = {}
    parts: list[Part] = []
    worst = FINE
    with progress(aside(), len(names), _READING[lang or DEFAULT_LANG]) as (say, done):

        def work(name: str) -> int:
            reading = read(name, before, profile=kind, mapping=places.mapping, **given)
            speak = lang or reading.lang
            if ask and places.ask(reading, speak):
                reading = read(name, before, profile=kind, mapping=places.mapping, **given)
            if policy and reading.merged:
                reading = reading.resolved(policy(reading.merged, speak))
            parts.extend(reading.parts)
            if format == "json":
                found[unique_name(name, found)] = reading.as_data(speak)
            else:
                screen.lines(reading_lines(reading, speak, None if show_all else MOST_REMARKS))
            for target, document in targets.of(name, reading.documents):
                _write(target, document, speak, say)
            return FOUND if reading.conflicts else FINE

        for name in names:
            worst = max(worst, for_each_name((name,), lang, work, say))
            done()
    if save_mapping:
        write_whole(Path(save_mapping), mapping_of(parts).encode())
        speaks = lang or (parts[0].document.output_lang if parts else DEFAULT_LANG)
        aside().line(_WRITTEN.filled(speaks, path=save_mapping))
    if found:
        write_json(found if len(names) > 1 else next(iter(found.values())))
    return worst


def _each_file(files: Sequence[str]) -> Iterator[str]:
    """The files that were named; of a folder all that importers read, those in folders below it as well."""
    known = suffixes()
    for file in files:
        folder = Path(file)
        if not folder.is_dir():
            yield file
            continue
        inside = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in known)
        yield from (str(path) for path in inside if path.is_file() and not path.name.startswith((".", "~$")))


class _Targets:
    """Where each document is written: to one file, or to files in a folder that are named after what was read."""

    def __init__(self, out: str | None, *, several: bool) -> None:
        self.out = out
        path = Path(out) if out and out != "-" else None
        as_folder = path is not None and (several or path.is_dir() or str(out).endswith(("/", "\\")))
        self.folder = path if as_folder else None
        self.file = None if as_folder else path
        self.taken: set[Path] = set()
        if several and out == "-":
            raise CallError(message("标准输出只能写一份文档", "only one document can be written to standard output"))
        if self.file:
            format_of(self.file, writing=True)
        if self.folder:
            make_folder(self.folder)

    def of(self, name: str, documents: Sequence[OpsDocument]) -> Iterator[tuple[Path | None, OpsDocument]]:
        """The documents of a file with their targets; `None` is standard output.

        Raises:
            OutputError: there is one target for several documents.
        """
        if self.out is None:
            return
        if self.folder is None and len(documents) > 1:
            raise OutputError(
                message(
                    "{file} 里有 {n} 份文档；请用 -o 指定文件夹",
                    "{file} holds {n} documents; give a folder with -o",
                    file=name,
                    n=len(documents),
                )
            )
        for number, document in enumerate(documents, start=1):
            if self.folder is None:
                yield self.file, document
                continue
            stem = Path(name).stem + (f"-{number}" if len(documents) > 1 else "")
            stems = (stem if again == 1 else f"{stem}_{again}" for again in count(1))
            path = next(path for one in stems if (path := self.folder / f"{one}{YAML}") not in self.taken)
            self.taken.add(path)
            yield path, document


def _write(target: Path | None, document: OpsDocument, lang: Lang, say: Callable[[str], None]) -> None:
    """Write a document with labels for keys in Chinese, and names in English, as starters have them."""
    labels: Lang | None = "zh" if document.output_lang == "zh" else None
    if target is None:
        sys.stdout.write(dumps(document, format="yaml", lang=labels))
        return
    ensure_no_input(target)
    write_whole(target, dumps(document, format=format_of(target, writing=True).name, lang=labels).encode())
    say(_WRITTEN.filled(lang, path=target))


_READING = Text("读取", "reading")
_WRITTEN = Text("已写入 {path}", "wrote {path}")
