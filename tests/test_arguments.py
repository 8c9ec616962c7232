"""Whoever calls a function of the facade with something else is told what it takes, in both languages."""

import inspect
import io
import os
from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

import opshandover as oh
from opshandover.arguments import as_path
from opshandover.errors import ArgumentError, OptionError, UnknownNameError
from opshandover.model import Person
from opshandover.testing import a_document
from opshandover.text import LANGUAGES

Call = Callable[[Any], object]

DOCUMENT = a_document()
ANY: Any = object()
NO_DOCUMENTS: list[Any] = ["secret.yaml", b"title: secret", None, {"title": "secret"}, 5, [DOCUMENT], oh.OpsDocument]
OF_A_DOCUMENT: dict[str, Call] = {
    "check": oh.check,
    "previous": lambda given: oh.check(DOCUMENT, previous=given if given is not None else ANY),
    "score": oh.score,
    "export": lambda given: oh.export(given, "json"),
    "export_many": lambda given: oh.export_many([given], "json", "nowhere"),
    "dumps": lambda given: oh.dumps(given, format="yaml"),
    "dump": lambda given: oh.dump(given, "nowhere.yaml"),
}
NO_PATHS: list[Any] = [b"title: secret", None, {"title": "secret"}, 5, io.StringIO("secret"), DOCUMENT]


def exported(path: Any) -> object:
    """Export to what is no path, of which `None` would be none."""
    export: Any = oh.export
    result: object = export(DOCUMENT, "json", ANY if path is None else path)
    return result


OF_A_PATH: dict[str, Call] = {
    "load": oh.load,
    "dump": lambda given: oh.dump(DOCUMENT, given),
    "export": exported,
    "export_many": lambda given: oh.export_many([DOCUMENT], "json", given),
    "Config.load": oh.Config.load,
    "Config.find": oh.Config.find,
}
OTHERS: dict[str, Callable[[Any], object]] = {
    "content: expected text or bytes": lambda oh: oh.loads({"title": "secret"}, format="yaml"),
    "content: expected text or": lambda oh: oh.loads(None, format="yaml"),
    "data: expected a mapping": lambda oh: oh.from_data("secret"),
    "config: expected a configuration": lambda oh: oh.check(DOCUMENT, config="opshandover.toml"),
    "config: expected a": lambda oh: oh.check(DOCUMENT, config={"select": ["SEC"]}),
    "rules: expected rules": lambda oh: oh.check(DOCUMENT, rules=["SEC001"]),
    "profile: expected a kind of document": lambda oh: oh.score(DOCUMENT, "charter"),
    "exporter: expected the name of an exporter": lambda oh: oh.export(DOCUMENT, None),
    "exporter: expected the name": lambda oh: oh.export(DOCUMENT, object()),
    "name: expected the name of an exporter": lambda oh: oh.export_many([DOCUMENT], None, "nowhere"),
    "documents: expected several documents": lambda oh: oh.export_many(DOCUMENT, "json", "nowhere"),
    "executor: expected an executor": lambda oh: oh.export_many([DOCUMENT], "json", "nowhere", executor=4),
}


def said(call: Callable[[], object]) -> str:
    """The error of a call in English; it holds nothing of what was given, in either language."""
    with pytest.raises(ArgumentError) as caught:
        call()
    texts = [caught.value.in_lang(lang) for lang in LANGUAGES]
    assert not any("secret" in text or "\n" in text for text in texts)
    assert texts[0].startswith("参数 ")
    return texts[1]


@pytest.mark.parametrize("given", NO_DOCUMENTS)
@pytest.mark.parametrize("name", OF_A_DOCUMENT)
def test_no_document(name: str, given: object) -> None:
    """Where a document is needed, the error says how to get one."""
    text = said(lambda: OF_A_DOCUMENT[name](given))
    assert "expected a document (OpsDocument), got " in text
    assert "oh.load(path)" in text
    assert not Path("nowhere").exists()


@pytest.mark.parametrize("given", NO_PATHS)
@pytest.mark.parametrize("name", OF_A_PATH)
def test_no_path(name: str, given: object) -> None:
    """Where a path is needed, the error says what may be one, and how to load a content."""
    text = said(lambda: OF_A_PATH[name](given))
    assert "expected the path of a file, got " in text
    assert ("oh.loads(content, format=…)" in text) == (name == "load")


@pytest.mark.parametrize("expected", OTHERS)
def test_other_arguments(expected: str) -> None:
    """Contents, settings, rules, kinds of document and exporters likewise, by the name of the argument."""
    assert f"argument {expected}" in said(lambda: OTHERS[expected](oh))


@pytest.mark.parametrize("name", [None, 5, ["yaml"], "ymal"])
def test_formats(name: Any) -> None:
    """An unknown format lists those there are, whatever it is."""
    for call in (lambda: oh.loads("title: x", format=name), lambda: oh.dumps(DOCUMENT, format=name)):
        with pytest.raises(UnknownNameError, match=r"yaml"):
            call()


@pytest.mark.parametrize("lang", ["fr", 5, ["zh"]])
def test_languages(lang: Any) -> None:
    """So does an unknown language; nothing is written in another one instead."""
    for call in (lambda: oh.dumps(DOCUMENT, format="yaml", lang=lang), lambda: oh.schema("all", lang)):
        with pytest.raises(OptionError, match="zh"):
            call()


class Broken:
    """What cannot even be shown."""

    def __str__(self) -> str:
        raise RuntimeError("secret")

    __repr__ = __str__


SILLY: list[Any] = [
    *(None, True, False, 5, -1, 1.5, float("nan"), 10**400, Decimal(1), "", "secret", "a\0b", "\ud800", b"", b"secret"),
    *([], [5], ["secret"], (), (None,), {}, {"a": 1}, {5: "secret"}, set[int](), frozenset({5}), range(3)),
    *(object(), int, oh.OpsDocument, Exception("secret"), Exception, io.StringIO("secret"), os, DOCUMENT, [DOCUMENT]),
    Broken(),
]
RECEIVED = oh.OpsDocument(profile="shift_handover", receivers=(Person(name="张凯"),))
GIVEN: dict[str, tuple[Callable[..., object], dict[str, object]]] = {
    "check": (oh.check, {"document": DOCUMENT}),
    "diff": (oh.diff, {"old": DOCUMENT, "new": DOCUMENT}),
    "dump": (oh.dump, {"document": DOCUMENT, "path": "a.yaml"}),
    "dumps": (oh.dumps, {"document": DOCUMENT, "format": "yaml"}),
    "export": (oh.export, {"document": DOCUMENT, "exporter": "json"}),
    "export_many": (oh.export_many, {"documents": [DOCUMENT], "name": "json", "folder": "many"}),
    "for_receiver": (oh.for_receiver, {"document": RECEIVED, "name": "张凯"}),
    "from_data": (oh.from_data, {"data": {"profile": "charter"}}),
    "load": (oh.load, {"path": "a.yaml"}),
    "loads": (oh.loads, {"content": "profile: charter", "format": "yaml"}),
    "merge": (oh.merge, {"base": DOCUMENT, "ours": DOCUMENT, "theirs": DOCUMENT}),
    "read": (oh.read, {"path": "a.md"}),
    "schema": (oh.schema, {}),
    "score": (oh.score, {"document": DOCUMENT}),
    "Config.load": (oh.Config.load, {"path": "opshandover.toml"}),
    "Config.find": (oh.Config.find, {}),
    "Config": (lambda **fields: oh.check(DOCUMENT, config=oh.Config(**fields), path="a.yaml"), {}),
    "OpsDocument": (lambda **fields: oh.check(oh.OpsDocument(**{"profile": "charter", **fields})), {}),
}
"""Every function and constructor of the facade, with arguments that it takes."""
NOT_OURS: dict[tuple[str, str], tuple[type[Exception], ...]] = {("export_many", "progress"): (TypeError, ValueError)}
"""What fails on its own: a callable that takes other arguments."""


def parameters(name: str) -> list[str]:
    """The names of what a function of the facade may be given, and one option where it takes some."""
    found = attrgetter(name)(oh)
    return [one.name for one in inspect.signature(found).parameters.values()]


def test_every_function_is_tried() -> None:
    """A function that is added to the facade is called with silly arguments too."""
    functions = {name for name in oh.__all__ if inspect.isfunction(getattr(oh, name))}
    assert functions == {name for name in GIVEN if name[0].islower()}


@pytest.mark.parametrize(("name", "argument"), [(name, argument) for name in GIVEN for argument in parameters(name)])
def test_silly_arguments(name: str, argument: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever any argument is, a call works or ends in an error of ours, which can be shown and holds no content."""
    monkeypatch.chdir(tmp_path)
    oh.dump(DOCUMENT, "a.yaml")
    oh.export(DOCUMENT, "markdown", "a.md")
    Path("opshandover.toml").write_text("", encoding="utf-8")
    function, arguments = GIVEN[name]
    errors: list[oh.OpsHandoverError] = []
    for silly in SILLY:
        try:
            function(**{**arguments, argument: silly})
        except oh.OpsHandoverError as error:
            errors.append(error)
        except NOT_OURS.get((name, argument), ()):
            pass
    assert all(error.in_lang(lang) for error in errors for lang in LANGUAGES)


def test_what_is_taken(tmp_path: Path) -> None:
    """Paths as texts and as objects, and contents as texts and as bytes, are taken as they are."""
    assert as_path(str(tmp_path)) == as_path(tmp_path) == tmp_path
    text = oh.dumps(DOCUMENT, format="yaml")
    assert oh.loads(text, format="yaml") == oh.loads(text.encode(), format="yaml") == DOCUMENT
    with pytest.raises(TypeError):
        oh.load(None)  # type: ignore[arg-type]
