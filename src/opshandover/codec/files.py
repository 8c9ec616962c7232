"""Load and save documents."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast, overload

import attrs
from attrs import frozen

from opshandover.arguments import AnyPath, as_path, ensure_argument, ensure_language
from opshandover.codec.data import read as read_data
from opshandover.codec.formats import Format, format_named, format_of
from opshandover.codec.hints import full_width_colon, space_after_colon
from opshandover.codec.names import Naming, label_or_name
from opshandover.codec.plain import plain
from opshandover.codec.positions import Positions
from opshandover.codec.raw import Mark, Raw, depth_fault
from opshandover.codec.scalars import show_value
from opshandover.codec.structure import structure
from opshandover.codec.versions import SCHEMA_VERSION, VERSION_KEY, VERSION_LABEL, upgrade
from opshandover.document.paths import written_path
from opshandover.document.verify import ensure
from opshandover.errors import Fault, LoadError
from opshandover.files import decode, read_text, too_large, write_whole
from opshandover.limits import MOST_BYTES, MOST_FAULTS
from opshandover.model import OpsDocument
from opshandover.model.choice import choice_for
from opshandover.model.fields import field_for_key
from opshandover.model.header import Language
from opshandover.text import LANGUAGES, NO_MESSAGE, Lang, Text, message


@frozen(kw_only=True)
class Source:
    """A text with its format: the document in it, and the position of each value.

    `name` says where the text came from, for error messages.
    """

    text: str
    format: Format
    name: str

    @classmethod
    def of_file(cls, path: AnyPath, format: str | None = None) -> "Source":
        """Read a file; its format is that of its suffix, unless given by name.

        Raises:
            UnknownNameError: the format is unknown.
            LoadError: the file cannot be read, or is not UTF-8 text.
            ArgumentError: the path is no path.
        """
        place = as_path(path, advice=_USE_LOADS)
        text = read_text(place)
        chosen = format_of(place) if format is None else format_named(format)
        return cls(text=text, format=chosen, name=str(path))

    @classmethod
    def of_content(cls, content: str | bytes, format: str, name: str = "<text>") -> "Source":
        """Takes what a file would hold, as text or as bytes in UTF-8, in the format named.

        Raises:
            UnknownNameError: the format is not known.
            LoadError: the bytes are no text in UTF-8.
            ArgumentError: the content is neither text nor bytes.
        """
        ensure_argument(content, (str, bytes, bytearray), "content", _CONTENT, _WRITE_IT)
        chosen = format_named(format)
        if len(content) > MOST_BYTES:
            raise too_large(Path(name))
        text = content.removeprefix("\ufeff") if isinstance(content, str) else decode(content, Path(name))
        return cls(text=text, format=chosen, name=name)

    def document(self) -> OpsDocument:
        """Parse the document.

        Raises:
            LoadError: the text is not a valid document; carries all faults, each with its position.
        """
        if not self.text.strip():
            problem = message("文件为空", "the file is empty")
            hint = message("可用 opshandover new 生成带说明的初稿", "create a starter with: opshandover new PROFILE")
            raise _error([Fault(path="", problem=problem, hint=hint)], None, self.name, self.marks)
        return document_of(self.format.read(self.text), self.name, self.marks)

    def marks(self) -> Mark | None:
        """The position of every value in the text, if the format has positions."""
        return self.format.marks(self.text)


def document_of(raw: Raw, name: str, marks: Callable[[], Mark | None]) -> OpsDocument:
    """The document in what was parsed from a source of a name, with the positions of its values on demand.

    Raises:
        LoadError: it is not a valid document; carries all faults.
    """

    def error(faults: Sequence[Fault]) -> LoadError:
        return _error(faults, raw.data, name, marks)

    if raw.data is None and raw.faults:
        raise error(raw.faults)
    root: object = raw.data
    if not isinstance(root, dict):
        raise error([*raw.faults, _not_a_mapping(raw.data)])
    data, faults = upgrade(cast("dict[str, Any]", root), textual=raw.textual)
    if any(not data for _ in faults):
        raise error([*raw.faults, *faults])
    document, more_faults = structure(data, OpsDocument, textual=raw.textual)
    if document is None or raw.faults or faults:
        raise error([*raw.faults, *faults, *more_faults])
    return document


def _error(faults: Sequence[Fault], data: object, name: str, marks: Callable[[], Mark | None]) -> LoadError:
    """The error with all faults, each with its line, in the order of the text; or that it is nested too deep."""
    lang = _lang_of(data)
    found = marks() if data is not None and any(f.line is None for f in faults) else None
    if isinstance(data, (dict, list)) and (too_deep := depth_fault(cast("object", data), found)):
        return LoadError(name, (too_deep,), lang)
    position_of = Positions(found)
    positioned = [_with_position(f, position_of) for f in faults]
    positioned.sort(key=lambda f: (f.line is None, f.line or 0, f.column or 0))
    return LoadError(name, tuple(dict.fromkeys(positioned))[:MOST_FAULTS], lang)


def _lang_of(data: object) -> Lang | None:
    """The language that a document says it is written in, before anything else of it is understood."""
    for key, value in cast("dict[str, object]", data).items() if isinstance(data, dict) else ():
        field = field_for_key(OpsDocument, key)
        if field and field.type is Language and isinstance(value, str):
            chosen = choice_for(Language, value)
            return next((lang for lang in LANGUAGES if chosen and chosen.value == lang), None)
    return None


def _with_position(fault: Fault, position_of: Positions) -> Fault:
    """A fault with the line and column of its path, and with the path as people type it."""
    line, column = fault.line, fault.column
    if line is None and fault.path:
        line, column = position_of(fault.path) or (None, None)
    place = Text(written_path(fault.path, "zh"), written_path(fault.path, "en"))
    return attrs.evolve(fault, path=place.en, place=place, line=line, column=column)


def _not_a_mapping(data: object) -> Fault:
    hint = NO_MESSAGE
    if isinstance(data, str):
        hint = full_width_colon() if "：" in data else space_after_colon() if ":" in data else NO_MESSAGE
    return Fault(
        path="",
        problem=message("最外层应为键和值", "expected keys and values at the top level"),
        got=show_value(data),
        hint=hint,
    )


_CONTENT = Text("文字或字节", "text or bytes")
_WRITE_IT = Text(
    "字典请用 oh.from_data(数据)，文件请用 oh.load(路径) 读入",
    "read a dictionary with oh.from_data(data), and a file with oh.load(path)",
)
_MAPPING = Text("键和值（dict）", "a mapping of keys and values")
_USE_LOAD = Text(
    "文字请用 oh.loads(文字, format=…)，文件请用 oh.load(路径) 读入",
    "read a text with oh.loads(text, format=…), and a file with oh.load(path)",
)
_USE_LOADS = Text(
    "文件的内容请用 oh.loads(内容, format=…)，字典请用 oh.from_data(数据) 读入",
    "read the content of a file with oh.loads(content, format=…), and a dictionary with oh.from_data(data)",
)


def load(path: AnyPath, *, format: str | None = None) -> OpsDocument:
    """Load a document from a JSON, YAML or TOML file.

    Args:
        path: the file, in UTF-8.
        format: `"json"`, `"yaml"` or `"toml"`, if not that of the suffix.

    Raises:
        LoadError: the file cannot be read or is not a valid document; carries all faults at once.
        UnknownNameError: the format is unknown.
    """
    return Source.of_file(path, format).document()


@overload
def loads(content: str, *, format: str) -> OpsDocument: ...
@overload
def loads(content: bytes, *, format: str) -> OpsDocument: ...
def loads(content: str | bytes, *, format: str = "") -> OpsDocument:
    """Load a document from a text, or from its bytes in UTF-8, in the given format.

    Raises:
        LoadError: the bytes are not text, or the text is not a valid document; carries all faults at once.
        UnknownNameError: the format is unknown, or none was given.
        ArgumentError: the content is something else; of a dictionary it says how that is read.
    """
    return Source.of_content(content, format).document()


def from_data(data: Mapping[str, object]) -> OpsDocument:
    """Load a document from data as a file would hold it: keys and values, in mappings and lists.

    Keys and values are written as in a file, by name or by label, in short forms too; dates may be texts
    or dates.

    Raises:
        LoadError: the data is not a valid document; carries all faults at once, each with its path.
        ArgumentError: it is no mapping.
    """
    ensure_argument(data, Mapping, "data", _MAPPING, _USE_LOAD)
    return document_of(read_data(data), "<data>", lambda: None)


def dumps(document: OpsDocument, *, format: str, lang: Lang | None = None) -> str:
    """The text of a document, which loads as an equal document.

    Args:
        document: the document.
        format: `"json"` or `"yaml"`.
        lang: the language of the labels that are written for keys and enumeration values; names are
            written if it is not given.

    Raises:
        ContentError: the document holds values that its fields do not allow.
        UnknownNameError: the format is unknown or read-only.
    """
    return _serialized(document, format_named(format, writing=True), lang)


def canonical(document: OpsDocument) -> str:
    """The JSON of a valid document in a canonical form, equal for equal documents whose numbers have the same digits.

    Keys are sorted and there is no white space, so that a digest of it identifies the document. A number that is shown
    as 1.50 comes back as such: otherwise it would look edited in a file that people return.
    """
    data = {VERSION_KEY: SCHEMA_VERSION, **plain(document, exact=True)}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def dump(document: OpsDocument, path: AnyPath, *, format: str | None = None, lang: Lang | None = None) -> Path:
    """Save a document to a JSON or YAML file atomically; returns the path.

    Raises:
        ContentError: the document holds values that its fields do not allow.
        OutputError: the file cannot be written; an existing file is left unchanged.
        UnknownNameError: the format is unknown or read-only.
    """
    place = as_path(path)
    chosen = format_of(place, writing=True) if format is None else format_named(format, writing=True)
    write_whole(place, _serialized(document, chosen, lang).encode())
    return place


def _serialized(document: OpsDocument, chosen: Format, lang: Lang | None) -> str:
    ensure(document)
    ensure_language(lang)
    naming: Naming = lang or "name"
    version = {label_or_name(VERSION_KEY, VERSION_LABEL, naming): SCHEMA_VERSION}
    return chosen.write({**version, **plain(document, naming, brief=chosen.brief)})
