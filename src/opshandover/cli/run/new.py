"""The command `new`."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from opshandover.cli.call_errors import CallError
from opshandover.cli.configuration import config_for, is_configured
from opshandover.cli.run.common import FINE
from opshandover.cli.screen import aside, output
from opshandover.codec import format_named, from_data
from opshandover.codec.known_values import Values, as_plain, fitting, taken_from
from opshandover.codec.short_starter import short_starter
from opshandover.codec.starter import starter
from opshandover.codec.starter_lines import FORMAT
from opshandover.files import write_whole
from opshandover.model import OpsDocument
from opshandover.model.fields import fields_of
from opshandover.profiles import Profile, profile_named
from opshandover.text import DEFAULT_LANG, Lang, Text, message

if TYPE_CHECKING:
    from opshandover.cli.run.files import OpenedFile


def run(
    *,
    profile: str,
    out: str | None,
    force: bool,
    earlier: str | None,
    full: bool,
    all_sections: bool,
    lang: Lang | None,
) -> int:
    """Write a starter; see the command's help."""
    before = _opened(earlier, lang) if earlier else None
    spoken, kind = before.lang if before else lang or DEFAULT_LANG, profile_named(profile)
    path = None if out is None or out == "-" else Path(out)
    if path is not None:
        _may_write(path, force)
    given = _given(kind, before, spoken)
    if path is not None and (write := _FORMS.get(path.suffix.lower())):
        if full or all_sections:
            raise CallError(
                message("--full 和 --all 只用于 YAML 初稿", "--full and --all are for starters in YAML only")
            )
        write_whole(path, write(kind, spoken, given))
        aside().line(_FORM_WRITTEN.filled(spoken, path=path))
        return FINE
    text = (
        starter(kind, spoken, given, all_sections=all_sections)
        if full or all_sections
        else short_starter(kind, spoken, given)
    )
    if path is None:
        output().stream.write(text)
        return FINE
    write_whole(path, text.encode())
    aside().line(_WRITTEN.filled(spoken, path=path))
    return FINE


def _browser_form(kind: Profile, lang: Lang, given: Mapping[str, object]) -> bytes:
    from opshandover.forms.browser import browser_form

    return browser_form(kind, lang, given).encode()


def _word_form(kind: Profile, lang: Lang, given: Mapping[str, object]) -> bytes:
    from opshandover.forms.word import word_form

    return word_form(kind, lang, from_data({"profile": kind.name, **given}))


_FORMS: Mapping[str, Callable[[Profile, Lang, Mapping[str, object]], bytes]] = {
    ".html": _browser_form,
    ".htm": _browser_form,
    ".docx": _word_form,
}
"""Forms to be filled in elsewhere than in an editor, by the suffix of their files."""


def _opened(file: str, lang: Lang | None) -> "OpenedFile":
    from opshandover.cli.run.files import open_file  # loads the rules, which a starter alone does not need

    return open_file(file, lang)


def _given(kind: Profile, before: "OpenedFile | None", lang: Lang) -> Mapping[str, object]:
    """What is known already, as plain data; says where it was taken from."""
    defaults: Values = config_for().defaults if is_configured() else {}
    taken: Values = fitting(taken_from(before.document), kind) if before else {}
    given = fitting({**defaults, **taken}, kind)
    if before:
        _say_taken(taken, before.shown_name, lang)
        if kind.handover and len(before.document.receivers) > 1:
            aside().line(_SEVERAL.filled(lang, n=len(before.document.receivers)), hang=4)
    if rest := [name for name in given if name not in taken]:
        _say_taken(rest, _SETTINGS[lang], lang)
    return as_plain(given, kind, "zh" if lang == "zh" else "name")


def _say_taken(names: Iterable[str], source: str, lang: Lang) -> None:
    labels = [field.label[lang] for field in fields_of(OpsDocument) if field.name in set(names)]
    fields = _COMMA[lang].join(labels) or _NOTHING[lang]
    aside().line(_TAKEN.filled(lang, source=source, fields=fields), hang=4)


def _may_write(path: Path, force: bool) -> None:
    if path.suffix.lower() not in (*_FORMS, *format_named(FORMAT).suffixes):
        raise CallError(
            message(
                "{path}：文件名应以 .yaml（初稿）或 {forms}（表单）结尾",
                "{path}: expected a file name that ends in .yaml for a starter, or in {forms} for a form",
                path=path,
                forms="、".join(_FORMS),
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


_COMMA = Text("、", ", ")
_NOTHING = Text("无", "nothing")
_SETTINGS = Text("设置", "the settings")
_TAKEN = Text("取自 {source}：{fields}", "taken from {source}: {fields}")
_SEVERAL = Text(
    "移交人未取：原接收人有 {n} 位，请填写其中一位", "no giver taken: {n} people received; write the one who hands over"
)
_FORM_WRITTEN = Text("已写入表单 {path}", "wrote the form {path}")
_WRITTEN = Text(
    "已写入 {path}；填写后运行：opshandover check {path}",
    "wrote {path}; fill it in, then run: opshandover check {path}",
)
