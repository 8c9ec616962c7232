"""The JSON Schema (2020-12) of the file format, derived from the model."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args

from opshandover.arguments import ensure_language
from opshandover.codec.names import ABSENCES, Naming, absence_words, key_for, label_or_name
from opshandover.codec.short_forms import only_list, takes_prose
from opshandover.codec.versions import SCHEMA_KEY, SCHEMA_VERSION, VERSION_KEY, VERSION_LABEL
from opshandover.errors import UnknownNameError
from opshandover.limits import DECIMAL_DIGITS, INTEGER_DIGITS
from opshandover.model import Choice, OpsDocument, Record
from opshandover.model.fields import Field, Kind, fields_of, main_field
from opshandover.plugins import unknown_name
from opshandover.profiles import all_profiles
from opshandover.spelling import fold
from opshandover.text import Lang, Text

Keys = Literal["name", "zh", "en", "all"]
"""Which keys the schema accepts: names, labels in one language, or all that can be loaded."""

KEYS: tuple[Keys, ...] = get_args(Keys)
_KEYS = Text("键的写法", "spelling of keys")
_URI = "https://json-schema.org/draft/2020-12/schema"
_NAMINGS: dict[Keys, tuple[Naming, ...]] = {
    "name": ("name",),
    "zh": ("zh",),
    "en": ("en",),
    "all": ("name", "zh", "en"),
}
Schema = dict[str, Any]


def schema(keys: Keys = "all", lang: Lang = "zh", *, typed: bool = False) -> Schema:
    """The JSON Schema of a document's file, as editors of YAML see it.

    Numbers and booleans may also be texts and the other way round, as every value of YAML is a text first;
    a record with a main field may be that field alone, and a list of one value that value; `null` is a value that
    is not filled in.

    Args:
        keys: which spellings of keys and enumeration values are accepted.
        lang: the language of the titles and descriptions that editors show.
        typed: whether values must have the types of JSON and TOML.
    """
    ensure_language(lang)
    if keys not in KEYS:
        raise UnknownNameError(unknown_name(_KEYS, keys, KEYS))
    builder = _SchemaBuilder(_NAMINGS[keys], lang, _TYPED if typed else _TEXTUAL)
    versions = [*range(1, SCHEMA_VERSION + 1)]
    body = builder.record(OpsDocument)
    about_the_file = {
        SCHEMA_KEY: {"type": "string"},
        **{
            label_or_name(VERSION_KEY, VERSION_LABEL, naming): {
                "enum": versions if typed else [*versions, *map(str, versions)]
            }
            for naming in builder.namings
        },
    }
    return {
        "$schema": _URI,
        "title": OpsDocument.label[lang],
        **body,
        "properties": {**about_the_file, **body["properties"]},
        "$defs": dict(sorted(builder.definitions.items())),
    }


_BLANKS = r"[ \t\r\n\u3000]*"


def _typed(pattern: str) -> Schema:
    """The schema of a text that is converted, with blanks around it."""
    return {"type": "string", "pattern": f"^{_BLANKS}{pattern}{_BLANKS}$"}


_D, _DASH, _SLASH, _COLON, _POINT = "[0-9０-９]", "[-－−]", "[/／]", "[:：]", "[.．]"
"""Digits and signs of numbers, dates and times, which may be wide."""
_SIGN = r"[-－−+＋]"
_DATE = rf"{_D}{{4}}({_DASH}{_D}{{1,2}}{_DASH}{_D}{{1,2}}|{_SLASH}{_D}{{1,2}}{_SLASH}{_D}{{1,2}}|年{_D}{{1,2}}月{_D}{{1,2}}日)"
_SECONDS = rf"({_COLON}{_D}{{2}}({_POINT}{_D}{{1,6}})?)?"
_OFFSET = rf"([ZＺ]|{_SIGN}{_D}{{2}}{_COLON}{_D}{{2}}{_SECONDS})?"
_TIME = rf"{_D}{{1,2}}{_COLON}{_D}{{2}}{_SECONDS}{_OFFSET}"
_CLOCK = rf"[TＴ \u3000]{_BLANKS}{_TIME}"
_WHOLE: Schema = {"type": "integer", "exclusiveMinimum": -(10**INTEGER_DIGITS), "exclusiveMaximum": 10**INTEGER_DIGITS}
_NUMBER: Schema = {
    "anyOf": [
        {"type": "number", "exclusiveMinimum": -(10**DECIMAL_DIGITS), "exclusiveMaximum": 10**DECIMAL_DIGITS},
        _typed(rf"{_SIGN}?({_D}+({_POINT}{_D}*)?|{_POINT}{_D}+)([eEｅＥ]{_SIGN}?{_D}+)?"),
    ]
}
_TYPED: Mapping[Kind, Schema] = {
    Kind.TEXT: {"type": "string"},
    Kind.PROSE: {"type": "string"},
    Kind.INTEGER: _WHOLE,
    Kind.DECIMAL: _NUMBER,
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.DATE: _typed(_DATE),
    Kind.DATETIME: _typed(_DATE + _CLOCK),
    Kind.WHEN: _typed(f"{_DATE}({_CLOCK})?"),
}
"""The values of formats with types of their own."""

_ANY_TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""A text in YAML: what other readers take for a number or a truth is the text that was written."""

_TEXTUAL: Mapping[Kind, Schema] = {
    **_TYPED,
    Kind.TEXT: _ANY_TEXT,
    Kind.PROSE: _ANY_TEXT,
    Kind.INTEGER: {"anyOf": [_WHOLE, _typed(rf"{_SIGN}?{_D}{{1,{INTEGER_DIGITS}}}({_POINT}[0０]+)?({_BLANKS}[%％])?")]},
    Kind.BOOLEAN: {"enum": [True, False, "true", "false", "yes", "no", "是", "否"]},
}
_EMPTY: Schema = {"type": "null"}

_SPECIAL = re.compile(r"([\\^$.|?*+()\[\]{}])")
_AROUND_A_WORD = r"[。.!()\[\]“”！（）［］ \t]*"
"""What is disregarded around a word for an absence."""


def _in_any_case(words: Iterable[str], *, spaced: bool = False, around: str = _BLANKS) -> str:
    """A pattern of words whatever their case and width; if `spaced`, with blanks, `-` and `_` for each other."""
    return f"^{around}({'|'.join(dict.fromkeys(_word_in_any_case(word, spaced) for word in words))}){around}$"


def _word_in_any_case(word: str, spaced: bool) -> str:
    return "".join(
        f"[{char}{char.upper()}{_wide(char)}{_wide(char.upper())}]"
        if "a" <= char <= "z"
        else "[-_ ]+"
        if spaced and char in " -_"
        else _SPECIAL.sub(r"\\\1", char)
        for char in fold(word)
    )


def _wide(char: str) -> str:
    return chr(ord(char) + 0xFEE0)


_UNUSED: Schema = {
    "anyOf": [
        {"enum": [None, ""]},
        {"type": "string", "pattern": r"^\s*[（(【\[]\s*(示例|[Ee][Xx][Aa][Mm][Pp][Ll][Ee])\s*[)）】\]]"},
        {"type": "array", "items": {"$ref": "#/$defs/Unused"}},
        {"type": "object", "additionalProperties": {"$ref": "#/$defs/Unused"}},
    ]
}
"""Keys and items without any value."""


class _SchemaBuilder:
    """Builds the schemas of records, and keeps each in `definitions` once."""

    def __init__(self, namings: tuple[Naming, ...], lang: Lang, plain: Mapping[Kind, Schema]) -> None:
        self.namings = namings
        self.takes_all = namings == _NAMINGS["all"]
        self.plain = plain
        self.lang: Lang = lang
        self.definitions: dict[str, Schema] = {}

    def record(self, cls: type[Record]) -> Schema:
        """The schema of a record's object: closed, every field under each of its keys.

        The fields of a main field that is a record may stand beside the others.
        """
        main = main_field(cls)
        properties: Schema = {}
        if main and main.kind is Kind.RECORD:
            properties |= self.record(main.record)["properties"]
        required: list[list[str]] = []
        for field in fields_of(cls):
            keys = self._spellings(key_for(field, naming) for naming in self.namings)
            properties |= dict.fromkeys(keys, self._field(field))
            if field.kind is Kind.PROFILE:
                required.append(keys)
        body: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        for keys in required:
            body["anyOf"] = [{"required": [key]} for key in keys]
        return body

    def _field(self, field: Field) -> Schema:
        one = self._value(field)
        contents: list[Schema] = [{"type": "array", "items": one}, one] if field.many else [one]
        about = {"title": field.label[self.lang], "description": field.spec.hint[self.lang]}
        return {**about, "anyOf": contents if field.kind is Kind.PROFILE else [*contents, _EMPTY]}

    def _value(self, field: Field) -> Schema:
        match field.kind:
            case Kind.RECORD:
                return self._ref(field.record)
            case Kind.SECTION:
                return {"anyOf": [self._ref(field.record), *self._short(field.record), *map(self._absence, ABSENCES)]}
            case Kind.CHOICE:
                return self._choice(field.choice)
            case Kind.PROFILE:
                return {"enum": self._profiles()}
            case _:
                return self.plain[field.kind]

    def _short(self, cls: type[Record]) -> list[Schema]:
        """The schemas of what may stand for a section: its only list, or a sentence that is an item of it."""
        only = only_list(cls)
        short = [{"type": "array", "items": self._value(only)}] if only else []
        return [*short, self.plain[Kind.TEXT]] if takes_prose(cls) else short

    def _ref(self, cls: type[Record]) -> Schema:
        name = cls.__name__
        if name not in self.definitions:
            body = {"title": cls.label[self.lang], **self.record(cls)}
            main = next((f for f in fields_of(cls) if f.name == cls.main), None)
            self.definitions[name] = {"anyOf": [body, self._value(main)]} if main else body
        return {"$ref": f"#/$defs/{name}"}

    def _absence(self, key: str) -> Schema:
        """The schema of the statement that a section is absent: a word, or a key beside which all others are empty."""
        cls = ABSENCES[key]
        name = cls.__name__
        if name not in self.definitions:
            words = [word for word, of in absence_words().items() if of is cls and self.takes_all]
            spellings = self._spellings([*(label_or_name(key, cls.label, n) for n in self.namings), *words])
            self.definitions["Unused"] = _UNUSED
            statement: Schema = {
                "type": "object",
                "properties": {one: {"anyOf": [self.plain[Kind.TEXT], _EMPTY]} for one in spellings},
                "additionalProperties": {"$ref": "#/$defs/Unused"},
                "anyOf": [{"required": [one]} for one in spellings],
            }
            typed: list[Schema] = []
            if self.takes_all:
                key = _in_any_case(spellings)
                statement["patternProperties"] = {key: {"anyOf": [self.plain[Kind.TEXT], _EMPTY]}}
                statement["anyOf"] = [{"not": {"propertyNames": {"not": {"pattern": key}}}}]
                typed = [{"type": "string", "pattern": _in_any_case(spellings, around=_AROUND_A_WORD)}]
            self.definitions[name] = {"title": cls.label[self.lang], "anyOf": [statement, {"enum": spellings}, *typed]}
        return {"$ref": f"#/$defs/{name}"}

    def _choice(self, cls: type[Choice]) -> Schema:
        """The schema of an enumeration: its words as editors suggest them, and as they may be typed."""
        words = self._choices(cls)
        if not self.takes_all:
            return {"enum": words}
        pattern = _in_any_case(words, spaced=True)
        self.definitions[cls.__name__] = {"anyOf": [{"enum": words}, {"type": "string", "pattern": pattern}]}
        return {"$ref": f"#/$defs/{cls.__name__}"}

    def _choices(self, cls: type[Choice]) -> list[str]:
        synonyms = [word for c in cls for word in c.synonyms] if self.takes_all else []
        return self._spellings(
            [*(label_or_name(c.value, c.label, naming) for naming in self.namings for c in cls), *synonyms]
        )

    def _profiles(self) -> list[str]:
        profiles = all_profiles()
        written: list[tuple[str, Text]] = [pair for p in profiles for pair in ((p.name, p.label), (p.name, p.short))]
        return self._spellings(label_or_name(name, label, naming) for naming in self.namings for name, label in written)

    def _spellings(self, written: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(written))
