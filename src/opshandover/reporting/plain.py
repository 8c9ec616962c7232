"""Texts, names and data made safe for a format that a program reads."""

import json
import os
import re
from pathlib import Path, PurePath
from urllib.parse import quote

import attrs

from opshandover.errors import Fault
from opshandover.findings import Finding
from opshandover.redaction import excerpt
from opshandover.text import Lang, Text

_LONGEST = 100_000
_UNSAFE = re.compile("[\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069]")
_PLACED = Text("{path}：{text}", "{path}: {text}")


def as_json(data: object) -> str:
    """Gives data as JSON, readable, and without what a terminal might take for a command."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def one_line(text: str) -> str:
    """Gives a text as one line without secrets, control characters shown as escapes."""
    return excerpt(text, _LONGEST)


def said(finding: Finding, lang: Lang) -> str:
    """Gives the place in the document and what is wrong there."""
    return _placed(finding.path, finding.message[lang], lang)


def told(fault: Fault, lang: Lang) -> str:
    """Gives a fault without line and column, which have places of their own."""
    bare = attrs.evolve(fault, line=None, column=None, path="")
    return _placed(fault.path, bare.in_lang(lang), lang)


def _placed(path: str, text: str, lang: Lang) -> str:
    return one_line(_PLACED[lang].format(path=path, text=text) if path else text)


def relative(name: str) -> PurePath:
    """Gives a file's name as seen from the current folder if the file is below it."""
    place = PurePath(name)
    here = Path.cwd()
    return place.relative_to(here) if place.is_relative_to(here) else place


def shown_name(name: str) -> str:
    """Gives a file's name with slashes, as seen from the current folder, safe to show."""
    return one_line(relative(name).as_posix())


def uri_of(name: str) -> str:
    """Gives a file's name as a relative reference, or as an address if it is elsewhere."""
    place = relative(name)
    path = quote(os.fsencode(place.as_posix()), safe="/")
    return f"file://{'' if path.startswith('/') else '/'}{path}" if place.is_absolute() else path
