"""The command `exporters`."""

from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import attrs
from attrs import frozen

from opshandover.cli.run.common import FINE, write_json
from opshandover.cli.screen import Screen, output
from opshandover.errors import OpsHandoverError
from opshandover.exporters import registry
from opshandover.exporters.registry import EXPORTERS
from opshandover.plugin_options import Option, options_of
from opshandover.reporting.plain import one_line
from opshandover.text import DEFAULT_LANG, Lang, Text


@frozen(kw_only=True)
class ExporterRow:
    """One exporter in the list; `broken` says why it cannot be used, if it cannot."""

    name: str
    distribution: str = ""
    suffix: str = ""
    media_type: str = ""
    options: tuple[Option, ...] = ()
    broken: str = ""

    def as_data(self) -> dict[str, object]:
        """The row as plain data."""
        return {
            "name": self.name,
            "suffix": self.suffix,
            "media_type": self.media_type,
            "distribution": self.distribution,
            "options": [
                {
                    "name": o.name,
                    "type": o.type.__name__,
                    "default": _default(o.default),
                    "required": o.default is attrs.NOTHING,
                    "values": list(o.values),
                }
                for o in self.options
            ],
            "broken": self.broken or None,
        }


def run(format: str, lang: Lang | None) -> int:
    """List the exporters; see the command's help."""
    spoken = lang or DEFAULT_LANG
    rows = list(_rows(spoken))
    if format == "json":
        write_json([row.as_data() for row in rows])
        return FINE
    screen = output()
    for row in rows:
        _show(screen, row, spoken)
    return FINE


def _rows(lang: Lang) -> Iterator[ExporterRow]:
    for name in registry.names():
        try:
            distribution = EXPORTERS.distribution(name)
            exporter = registry.get(name)
            yield ExporterRow(
                name=one_line(name),
                distribution=one_line(distribution),
                suffix=exporter.suffix,
                media_type=exporter.media_type,
                options=options_of(exporter),
            )
        except OpsHandoverError as cause:
            yield ExporterRow(name=one_line(name), broken=cause.in_lang(lang))


def _show(screen: Screen, row: ExporterRow, lang: Lang) -> None:
    if row.broken:
        screen.line((row.name, "bold"), "  ", (f"✗ {_BROKEN[lang]}", "bold red"))
        screen.line("  ", row.broken, hang=4)
        return
    screen.line((row.name, "bold"), f"  {row.suffix}  {_FROM[lang]}{row.distribution}  {row.media_type}", hang=4)
    for option in row.options:
        screen.line(f"  --option {_option(option, lang)}", hang=4)


def _option(option: Option, lang: Lang) -> str:
    takes = "|".join(option.values) or _TAKES.get(option.type, _TEXT)[lang]
    if option.default is attrs.NOTHING:
        return f"{option.name}={takes}{_MUST[lang]}"
    default = _default(option.default)
    shown = _NONE[lang] if default in ("", None) else str(default)
    if option.type is bool:
        shown = shown.lower()
    return f"{option.name}={takes}{_DEFAULT[lang].format(default=shown)}"


def _default(default: object) -> object:
    """The default of an option as plain data."""
    if isinstance(default, Enum):
        return default.value
    return default if isinstance(default, str | int) else None


_BROKEN = Text("无法加载", "broken")
_FROM = Text("来自 ", "from ")
_MUST = Text("（必填）", " (required)")
_DEFAULT = Text("（默认 {default}）", " (default {default})")
_NONE = Text("空", "empty")
_TEXT = Text("文字", "TEXT")
_TAKES = {bool: Text("true|false", "true|false"), int: Text("整数", "NUMBER"), Path: Text("路径", "PATH")}
