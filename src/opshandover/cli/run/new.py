"""The command `new`."""

from pathlib import Path

from opshandover.cli.call_errors import DEFAULT, CallError
from opshandover.cli.run.common import FINE
from opshandover.cli.screen import aside, output
from opshandover.codec import format_of
from opshandover.codec.short_starter import short_starter
from opshandover.codec.starter import starter
from opshandover.codec.starter_lines import FORMAT
from opshandover.files import write_whole
from opshandover.profiles import profile_named
from opshandover.text import Lang, Text, message


def run(*, profile: str, out: str | None, force: bool, full: bool, all_sections: bool, lang: Lang | None) -> int:
    """Write a starter; see the command's help."""
    spoken, kind = lang or DEFAULT, profile_named(profile)
    text = starter(kind, spoken, all_sections=all_sections) if full or all_sections else short_starter(kind, spoken)
    if out is None or out == "-":
        output().stream.write(text)
        return FINE
    path = Path(out)
    _may_write(path, force)
    write_whole(path, text.encode())
    aside().line(_WRITTEN.filled(spoken, path=path))
    return FINE


def _may_write(path: Path, force: bool) -> None:
    if format_of(path).name != FORMAT:
        raise CallError(
            message(
                "{path}：初稿为 YAML 格式，文件名应以 .yaml 结尾",
                "{path}: a starter is YAML; expected a file name that ends in .yaml",
                path=path,
            )
        )
    if not force and (path.exists() or path.is_symlink()):
        raise CallError(
            message(
                "{path} 已存在，未改动；要覆盖请加 --force",
                "{path} already exists and was not changed; use --force to overwrite it",
                path=path,
            )
        )


_WRITTEN = Text(
    "已写入 {path}；填写后运行：opshandover check {path}",
    "wrote {path}; fill it in, then run: opshandover check {path}",
)
