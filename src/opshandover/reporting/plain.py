"""Texts, names and data made safe for machine-readable formats."""

import json
import os
import re
from collections.abc import Collection
from pathlib import Path, PurePath
from urllib.parse import quote

import attrs

from opshandover.document.paths import written_path
from opshandover.errors import Fault
from opshandover.findings import Finding
from opshandover.redaction import MASK, excerpt, excerpt_path
from opshandover.text import Lang, Text

_MAX_LENGTH = 100_000
_UNSAFE = re.compile("[\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069]")
_WITH_PATH = Text("{path}：{text}", "{path}: {text}")


def as_json(data: object) -> str:
    """Data as readable JSON, with terminal control characters escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def one_line(text: str) -> str:
    """A text as one line without secrets, control characters shown as escapes."""
    return excerpt(text, _MAX_LENGTH)


def finding_text(finding: Finding, lang: Lang) -> str:
    """The path of a finding, its place in a file without lines, and its message."""
    path, place = written_path(finding.path, lang), finding.place[lang]
    return _with_path(_AT[lang].format(path=path, place=place) if place else path, finding.message[lang], lang)


_AT = Text("{path}（{place}）", "{path} ({place})")


def fault_text(fault: Fault, lang: Lang) -> str:
    """A fault without line and column, which are reported separately."""
    bare = attrs.evolve(fault, line=None, column=None, path="", place=Text("", ""))
    return _with_path(fault.place[lang] or fault.path, bare.in_lang(lang), lang)


def _with_path(path: str, text: str, lang: Lang) -> str:
    return one_line(_WITH_PATH[lang].format(path=path, text=text) if path else text)


def relative(name: str) -> PurePath:
    """The name of a file relative to the current folder, if the file is below it."""
    place = PurePath(name)
    try:
        here = Path.cwd()
    except FileNotFoundError:  # the working directory was deleted
        return place
    return place.relative_to(here) if place.is_relative_to(here) else place


def display_name(name: str) -> str:
    """The name of a file with slashes, relative to the current folder, safe to show."""
    return excerpt_path(relative(name).as_posix())


def unique_name(name: str, taken: Collection[str]) -> str:
    """The name of a file as a key, without secrets and different from those that are taken."""
    masked = masked_name(name)
    return masked if masked not in taken else f"{masked} ({len(taken) + 1})"


def masked_name(name: str) -> str:
    """The name of a file as it is, or one that is safe to show if there is a secret in it."""
    shown = excerpt_path(name)
    return shown if MASK in shown else name


def uri_of(name: str) -> str:
    """The name of a file as a relative URI reference, or as a file URI if it is elsewhere; without secrets."""
    place = relative(name)
    path = quote(os.fsencode(masked_name(place.as_posix())), safe="/")
    return f"file://{'' if path.startswith('/') else '/'}{path}" if place.is_absolute() else path
