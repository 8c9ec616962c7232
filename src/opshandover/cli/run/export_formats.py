"""Which format the command `export` writes: as the call names it, or by the suffix of the file."""

from pathlib import Path

from opshandover.cli.call_errors import CallError
from opshandover.exporters import Exporter, get
from opshandover.exporters.registry import EXPORTERS, suffixes_of
from opshandover.spelling import nearest
from opshandover.text import message


def format_of_call(to: str | None, out: str | None) -> str:
    """The name of the exporter: as given, by the suffix that people call it by, or by that of the output.

    Raises:
        CallError: the call does not say which format to write.
    """
    if to and to in EXPORTERS.names():
        return to
    suffix = f".{to.lower().removeprefix('.')}" if to else Path(out or "").suffix.lower()
    if suffix:
        usable = tuple(EXPORTERS.usable(_named))
        found = [name for name, exporter in usable if suffix in suffixes_of(exporter)]
        if len(found) == 1:
            return found[0]
        near = None if found else _nearest_suffix(suffix, {exporter.suffix for _, exporter in usable})
        if near and not (to and nearest(to, EXPORTERS.names())):
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


def ensure_suffix(path: Path, exporter: Exporter) -> None:
    """Refuse a file name that promises another format.

    Raises:
        CallError: it ends in the suffix of a format that the exporter does not write.
    """
    suffix = path.suffix.lower()
    if suffix in _FORMATS and suffix not in suffixes_of(exporter):
        raise CallError(
            message(
                "{path} 的后缀与格式不符：这种格式的文件以 {suffix} 结尾",
                "the suffix of {path} does not fit the format, whose files end in {suffix}",
                path=path,
                suffix=exporter.suffix,
            )
        )


def _named(name: str) -> tuple[str, type[Exporter]]:
    return name, get(name)


def _nearest_suffix(suffix: str, written: set[str]) -> str | None:
    """The suffix of the format in which the same can be read, or else that of which another is a slip of the pen."""
    if suffix in _FORMATS:
        return _NEAR.get(suffix)
    word = nearest(suffix.removeprefix("."), (each.removeprefix(".") for each in written))
    return word and f".{word}"


_NEAR = {
    other: near
    for near, others in {
        ".docx": "doc docm dot dotx dotm odt ott pages rtf wps wpt",
        ".csv": "et numbers ods tsv xls xlsm xlsx",
        ".html": "mht mhtml xhtml",
        ".json": "json5 jsonc jsonl ndjson",
        ".yaml": "toml",
    }.items()
    for other in (f".{name}" for name in others.split())
}
"""The suffix of the format that is nearest to one which is not written."""
_FORMATS = frozenset(_NEAR) | {
    f".{name}"
    for name in "csv docx htm html jpg json markdown md mdown mkd odp pdf png ppt pptx ps svg tex text txt xml xps yaml yml zip".split()
}
"""Suffixes that promise a format, unlike those of `handover.2026` or `charter.v2`."""
