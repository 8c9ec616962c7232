"""All exceptions of the library. Each has its message in both languages."""

import warnings
from typing import ClassVar

from attrs import evolve, field, frozen

from opshandover.limits import MOST_FAULTS, MOST_FAULTS_SHOWN
from opshandover.text import NO_MESSAGE, Lang, Message, Text


class OpsHandoverError(Exception):
    """The base class of all errors that the library raises on purpose."""

    def __init__(self, text: Message) -> None:
        """Keep the message; `str()` returns it in English."""
        super().__init__(text)
        self.message = text

    def in_lang(self, lang: Lang) -> str:
        """The whole message in one language."""
        return self.message[lang]

    def __str__(self) -> str:
        return self.in_lang("en")


@frozen(kw_only=True)
class Fault:
    """One thing in a file that cannot be understood.

    `path` is the place in the document, in field names, and `place` the same as people type it, if it is not that;
    `line` and `column` count from 1 and are `None` where the format gives no positions. The error that carries a
    fault makes it `safe`.
    """

    path: str
    problem: Message
    got: str = ""
    hint: Message = field(default=NO_MESSAGE)
    line: int | None = None
    column: int | None = None
    place: Text = field(default=Text("", ""))

    def in_lang(self, lang: Lang) -> str:
        """The fault as one line of text: position, path, problem, value found, hint."""
        at = ":".join(str(one) for one in (self.line, self.column) if one is not None)
        place = "  ".join(part for part in (at, self.place[lang] or self.path) if part)
        text = self.problem[lang]
        if self.got:
            text += _GOT[lang].format(got=self.got)
        if self.hint:
            text += _HINT[lang].format(hint=self.hint[lang])
        return f"{place}  {text}" if place else text


_GOT = Text("，实际为 {got}", ", got {got}")
_HINT = Text("；{hint}", "; {hint}")


_LONGEST = 120
"""The longest path, key or value of a fault that is shown, in characters."""


def safe(fault: Fault) -> Fault:
    """A fault in which every text from a file is short and without secrets.

    A secret may stand in a key, in a value, or be one only together with the key before it.
    """
    from opshandover.redaction import excerpt, redact  # not needed while nothing is wrong

    keys = {path.rpartition(".")[2] for path in (fault.path, fault.place.zh)}
    got = excerpt(fault.got, _LONGEST)
    if got and any(fault.got not in redact(f"{key}: {fault.got}") for key in keys):
        got = excerpt("…")
    return evolve(
        fault,
        path=excerpt(fault.path, _LONGEST),
        place=Text(excerpt(fault.place.zh, _LONGEST), excerpt(fault.place.en, _LONGEST)),
        got=got,
        problem=_shortened(fault.problem),
        hint=_shortened(fault.hint),
    )


def _shortened(text: Message) -> Message:
    """A message whose values, and those of the messages in it, are as short as a fault shows them."""
    from opshandover.redaction import excerpt

    def short(value: object) -> object:
        if isinstance(value, Message):
            return _shortened(value)
        return excerpt(value, _LONGEST) if isinstance(value, str) else value

    return Message(text.text, {name: short(value) for name, value in text.values.items()}) if text.values else text


class LoadError(OpsHandoverError):
    """A file or text that is not a valid document; carries all its faults at once."""

    summary: ClassVar[Text] = Text(
        "{source}：无法作为交接文档读取，共 {n} 处问题", "{source}: cannot be read as a document, {n} fault(s)"
    )

    def __init__(self, source: str, faults: tuple[Fault, ...], lang: Lang | None = None) -> None:
        """Keep the faults of `source`: a file name, or a word for where the text came from.

        Every fault becomes `safe` here, whoever found it. `lang` is the language that the document says it is
        written in, as far as that could be read; `str()` speaks it, and English otherwise.
        """
        n = len(faults) if len(faults) < MOST_FAULTS else f"{MOST_FAULTS}+"
        from opshandover.redaction import excerpt_path  # not needed while nothing is wrong

        self.source = excerpt_path(source)
        self.lang: Lang | None = lang
        super().__init__(Message(self.summary, {"source": self.source, "n": n}))
        self.faults = tuple(map(safe, faults))

    def __reduce__(self) -> tuple[type["LoadError"], tuple[str, tuple[Fault, ...], Lang | None]]:
        """Pickle the error with its faults, so that it can travel between processes."""
        return type(self), (self.source, self.faults, self.lang)

    def in_lang(self, lang: Lang) -> str:
        """The summary, then one line for each fault that is shown."""
        return "\n".join([self.message[lang], *(f"  {f.in_lang(lang)}" for f in self.shown)])

    def __str__(self) -> str:
        return self.in_lang(self.lang or "en")

    @property
    def shown(self) -> tuple[Fault, ...]:
        """The first faults, and one that counts the others: what people and reports are told."""
        more = len(self.faults) - MOST_FAULTS_SHOWN
        if more <= 0:
            return self.faults
        rest = Message(Text("……另有 {n} 处", "… and {n} more"), {"n": more})
        return (*self.faults[:MOST_FAULTS_SHOWN], Fault(path="", problem=rest))


class ConfigError(LoadError):
    """A configuration that cannot be read or has invalid settings; carries all its faults at once."""

    summary: ClassVar[Text] = Text(
        "{source}：配置无法读取，共 {n} 处问题", "{source}: cannot be read as a configuration, {n} fault(s)"
    )


class TableError(LoadError):
    """A table that cannot be read as records; carries all its faults at once."""

    summary: ClassVar[Text] = Text(
        "{source}：表格无法读取，共 {n} 处问题", "{source}: the table cannot be read, {n} fault(s)"
    )


class ArgumentError(OpsHandoverError, TypeError):
    """A function was called with something of another type than it takes."""


class ContentError(OpsHandoverError, ValueError):
    """A document built by a program holds a value that its field does not allow."""


class PathError(OpsHandoverError):
    """A path that leads to no value of a document, or is no path."""


class UnknownNameError(OpsHandoverError):
    """The name of an exporter, profile, rule or format that is not registered."""


class NotReadyError(OpsHandoverError):
    """A document that is not what a script asks for: it has errors, too many warnings, or too low a score.

    `str()` speaks the language of the document.
    """

    def __init__(self, text: Message, lang: Lang) -> None:
        """Keep the message with the language of the document."""
        super().__init__(text)
        self.lang: Lang = lang

    def __reduce__(self) -> "tuple[type[NotReadyError], tuple[Message, Lang]]":
        """Pickle the error with its parts."""
        return type(self), (self.message, self.lang)

    def __str__(self) -> str:
        return self.in_lang(self.lang)


class OpsHandoverWarning(UserWarning):
    """Something is broken and left out, such as a plugin, while everything else goes on."""

    def __init__(self, text: Message) -> None:
        """Keep the message; `str()` returns it in English."""
        super().__init__(text)
        self.message = text

    def __str__(self) -> str:
        return self.message["en"]


def warn(problem: Message) -> None:
    """Issue an `OpsHandoverWarning`; the prompt shows each once, in the language of the user."""
    warnings.warn(OpsHandoverWarning(problem), stacklevel=3)


class OptionError(OpsHandoverError):
    """An option that a plugin does not have, or a value that it does not accept."""


class PluginLoadError(OpsHandoverError):
    """A plugin is registered, but cannot be loaded or is not of the expected type."""


class ExporterLoadError(PluginLoadError):
    """An exporter is registered, but cannot be loaded or does not meet the protocol."""


class ImporterLoadError(PluginLoadError):
    """An importer is registered, but cannot be loaded or does not meet the protocol."""


class DuplicateNameError(OpsHandoverError):
    """Two distributions register different things under one name."""


class ExportError(OpsHandoverError):
    """An exporter failed while writing a document."""


class ReadingError(OpsHandoverError):
    """An importer failed while reading a file, or what was read needs a decision before it is one document."""


class BatchError(ExportError):
    """Documents of a batch that could not be exported; all others were.

    `failures` has the number of each document in the batch, from 0, with its error.
    """

    def __init__(self, text: Message, failures: "tuple[tuple[int, OpsHandoverError], ...]") -> None:
        """Keep the errors with the message that lists them."""
        super().__init__(text)
        self.failures = failures

    def __reduce__(self) -> "tuple[type[BatchError], tuple[Message, tuple[tuple[int, OpsHandoverError], ...]]]":
        """Pickle the error with its parts."""
        return type(self), (self.message, self.failures)


class OutputError(OpsHandoverError):
    """A file cannot be written; an existing file is left unchanged."""
