"""Errors say the same in both languages, wherever they are caught."""

import pickle

import pytest

import opshandover as oh
from opshandover.errors import (
    ConfigError,
    Fault,
    LoadError,
    OpsHandoverError,
    UnknownNameError,
    safe,
)
from opshandover.testing import a_document
from opshandover.text import LANGUAGES, message


def test_the_error_is_one_line_and_its_faults() -> None:
    """Both languages say that a configuration is meant."""
    error = ConfigError("x.toml", ())
    assert [error.in_lang(lang) for lang in LANGUAGES] == [
        "x.toml：配置无法读取，共 0 处问题",
        "x.toml: cannot be read as a configuration, 0 fault(s)",
    ]


def test_errors_survive_the_way_between_processes() -> None:
    """An error that a worker raised says the same here, in both languages."""
    with pytest.raises(OpsHandoverError) as caught:
        oh.export(a_document(), "wrod")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert type(copy) is UnknownNameError
    assert [copy.in_lang(lang) for lang in LANGUAGES] == [caught.value.in_lang(lang) for lang in LANGUAGES]


def test_what_is_wrong_with_a_document_is_said_in_its_language() -> None:
    """A traceback tells the author of a file; where no language could be read it is English."""
    for text, said in (("lang: zh\ntilte: x", "未知字段"), ("lang: en\ntilte: x", "unknown field")):
        with pytest.raises(LoadError) as caught:
            oh.loads(text, format="yaml")
        assert said in str(caught.value)
    assert str(LoadError("x.yaml", (), "zh")) == "x.yaml：无法作为交接文档读取，共 0 处问题"
    assert str(LoadError("x.yaml", ())) == "x.yaml: cannot be read as a document, 0 fault(s)"


WRONG = message("不对", "wrong")


@pytest.mark.parametrize(
    ("fault", "zh", "en"),
    [
        (Fault(path="", problem=WRONG), "不对", "wrong"),
        (Fault(path="title", problem=WRONG, got="3"), "title  不对，实际为 3", "title  wrong, got 3"),
        (
            Fault(path="title", problem=WRONG, hint=message("改", "mend it"), line=2, column=5),
            "2:5  title  不对；改",
            "2:5  title  wrong; mend it",
        ),
    ],
)
def test_a_fault_is_one_line(fault: Fault, zh: str, en: str) -> None:
    """Position, path, problem, what was found and what to do, as far as they are known."""
    assert (fault.in_lang("zh"), fault.in_lang("en")) == (zh, en)


def test_faults_travel_with_their_error() -> None:
    """Between processes nothing is lost, and all faults are listed below the summary."""
    error = LoadError("a.yaml", (Fault(path="title", problem=WRONG), Fault(path="id", problem=WRONG)))
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert copy.faults == error.faults
    assert str(copy) == str(error) == "a.yaml: cannot be read as a document, 2 fault(s)\n  title  wrong\n  id  wrong"


@pytest.mark.parametrize("key", ["密码", "a.password"])
def test_a_value_is_hidden_that_is_secret_by_its_key(key: str) -> None:
    """A fault shows what was found, but not below a key that makes it a secret; messages in it are cut as well."""
    inner = message("{x}", "{x}", x="长" * 1_000)
    fault = safe(Fault(path=key, problem=message("坏{inner}", "bad {inner}", inner=inner), got="'Abc@12345xyz'"))
    assert (fault.path, fault.got) == (key, "…")
    assert len(fault.problem["en"]) < 200
    assert safe(Fault(path="title", problem=message("坏", "bad"), got="'x'")).got == "'x'"
