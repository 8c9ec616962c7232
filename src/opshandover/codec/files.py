"""Loads and saves documents."""

import json
import os
from pathlib import Path
from typing import Any, cast

import attrs
from attrs import frozen

from opshandover.codec.formats import Format, format_named, format_of
from opshandover.codec.hints import full_width_colon
from opshandover.codec.names import Naming, label_or_name
from opshandover.codec.places import place_of
from opshandover.codec.plain import plain
from opshandover.codec.raw import Mark
from opshandover.codec.scalars import described
from opshandover.codec.structure import structure
from opshandover.codec.versions import SCHEMA_VERSION, VERSION_KEY, VERSION_LABEL, current
from opshandover.document.verify import ensure
from opshandover.errors import Fault, LoadError
from opshandover.files import decode, read_text, write_whole
from opshandover.model import OpsDocument
from opshandover.text import SILENCE, Lang, message

AnyPath = str | os.PathLike[str]


@frozen(kw_only=True)
class Source:
    """A text together with its format: it gives the document, and where each value stands.

    `name` says where the text came from, for error messages.
    """

    text: str
    format: Format
    name: str

    @classmethod
    def of_file(cls, path: AnyPath, format: str | None = None) -> "Source":
        """Reads a file; its format is told by its suffix, unless it is given by name.

        Raises:
            UnknownNameError: the format is not known.
            LoadError: the file cannot be read, or is no text in UTF-8.
        """
        place = Path(path)
        text = read_text(place)
        chosen = format_named(format) if format else format_of(place)
        return cls(text=text, format=chosen, name=str(path))

    @classmethod
    def of_content(cls, content: str | bytes, format: str, name: str = "<text>") -> "Source":
        """Takes what a file would hold, as text or as bytes in UTF-8, in the format named.

        Raises:
            UnknownNameError: the format is not known.
            LoadError: the bytes are no text in UTF-8.
        """
        chosen = format_named(format)
        text = content if isinstance(content, str) else decode(content, Path(name))
        return cls(text=text, format=chosen, name=name)

    def document(self) -> OpsDocument:
        """Makes the document.

        Raises:
            LoadError: the text is no valid document; carries all faults, each with its place.
        """
        if not self.text.strip():
            problem = message("文件是空的", "the file is empty")
            hint = message(
                "用 opshandover new 生成一份带说明的初稿",
                "make a starter with: opshandover new PROFILE",
            )
            raise self._error([Fault(path="", problem=problem, hint=hint)])
        raw = self.format.read(self.text)
        if raw.data is None and raw.faults:
            raise self._error(list(raw.faults))
        top: object = raw.data
        if not isinstance(top, dict):
            raise self._error([*raw.faults, _no_object(top)])
        data, faults = current(cast("dict[str, Any]", top), textual=raw.textual)
        if any(not data for _ in faults):
            raise self._error([*raw.faults, *faults])
        document, more = structure(data, textual=raw.textual)
        if document is None or raw.faults or faults:
            raise self._error([*raw.faults, *faults, *more])
        return document

    def marks(self) -> Mark | None:
        """Gives where everything stands in the text, if the format tells."""
        return self.format.marks(self.text)

    def _error(self, faults: list[Fault]) -> LoadError:
        """Gives the error with all faults, each at its line, in the order of the text."""
        wanted = any(f.line is None and f.path for f in faults)
        marks = self.marks() if wanted else None
        placed = [f if f.line is not None else _placed(f, marks) for f in faults]
        placed.sort(key=lambda f: (f.line is None, f.line or 0, f.column or 0))
        return LoadError(self.name, tuple(dict.fromkeys(placed)))


def _placed(fault: Fault, marks: Mark | None) -> Fault:
    at = place_of(marks, fault.path) if fault.path else None
    return attrs.evolve(fault, line=at[0], column=at[1]) if at else fault


def _no_object(data: object) -> Fault:
    wide = isinstance(data, str) and "：" in data
    return Fault(
        path="",
        problem=message("最外层应为键和值", "expected keys and values at the top level"),
        got=described(data),
        hint=full_width_colon() if wide else SILENCE,
    )


def load(path: AnyPath, *, format: str | None = None) -> OpsDocument:
    """Loads a document from a JSON, YAML or TOML file.

    Args:
        path: the file, in UTF-8.
        format: `"json"`, `"yaml"` or `"toml"`, where the suffix does not tell.

    Raises:
        LoadError: the file cannot be read or is no valid document; carries all faults at once.
        UnknownNameError: the format is not known.
    """
    return Source.of_file(path, format).document()


def loads(content: str | bytes, *, format: str) -> OpsDocument:
    """Loads a document from a text, or from its bytes in UTF-8, in the format named.

    Raises:
        LoadError: the bytes are no text, or the text is no valid document; carries all faults at once.
        UnknownNameError: the format is not known.
    """
    return Source.of_content(content, format).document()


def dumps(document: OpsDocument, *, format: str, lang: Lang | None = None) -> str:
    """Gives a document as a text that loads as the same document.

    Args:
        document: the document.
        format: `"json"` or `"yaml"`.
        lang: writes keys and enumeration values by their labels in that language; by name if not
            given.

    Raises:
        ContentError: the document holds values that its fields do not allow.
        UnknownNameError: the format is not known, or cannot be written.
    """
    return _written(document, format_named(format, writing=True), lang)


def canonical(document: OpsDocument) -> str:
    """Gives a sound document as JSON in the one form that all equal documents share.

    Keys are sorted and nothing stands between the signs, so that a digest of it identifies the
    document.
    """
    data = {VERSION_KEY: SCHEMA_VERSION, **plain(document)}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def dump(
    document: OpsDocument,
    path: AnyPath,
    *,
    format: str | None = None,
    lang: Lang | None = None,
) -> Path:
    """Saves a document to a JSON or YAML file, as a whole or not at all, and gives its path.

    Raises:
        ContentError: the document holds values that its fields do not allow.
        OutputError: the file cannot be written; what stood there is unchanged.
        UnknownNameError: the format is not known, or cannot be written.
    """
    place = Path(path)
    chosen = format_named(format, writing=True) if format else format_of(place, writing=True)
    write_whole(place, _written(document, chosen, lang).encode())
    return place


def _written(document: OpsDocument, chosen: Format, lang: Lang | None) -> str:
    ensure(document)
    naming: Naming = lang or "name"
    version = {label_or_name(VERSION_KEY, VERSION_LABEL, naming): SCHEMA_VERSION}
    return chosen.write({**version, **plain(document, naming, brief=chosen.brief)})
