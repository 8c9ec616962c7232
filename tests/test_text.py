"""Every text that a user may see is there in both languages, and says the same in both."""

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from attrs.exceptions import FrozenInstanceError

import opshandover
from opshandover.text import LANGUAGES, Message, Text, message

SOURCES = Path(opshandover.__file__).parent
CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
TYPED_AS_IT_STANDS = {"true|false"}
"""What people type in either language."""
HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff])[,;!?](?=[\u4e00-\u9fff]|$)")


class Pair(NamedTuple):
    """A text as it stands in the sources."""

    where: str
    zh: str
    en: str


def _pairs() -> Iterator[Pair]:
    """All texts written as constants: `Text(…)`, `message(…)`, `spec(…)`, enumerations."""
    for path in sorted(SOURCES.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            texts: list[ast.expr] = []
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = _given(node)
                if node.func.id == "spec":
                    yield from _pair(path, node.args[2:4])
            elif isinstance(node, ast.ClassDef) and _is_choice(node):
                for value in (a.value for a in node.body if isinstance(a, ast.Assign)):
                    if isinstance(value, ast.Tuple):
                        yield from _pair(path, value.elts[1:])
            yield from _pair(path, texts)


def _given(call: ast.Call) -> list[ast.expr]:
    if not isinstance(call.func, ast.Name) or call.func.id not in ("Text", "message", "spec"):
        return []
    named = {k.arg: k.value for k in call.keywords}
    return [*call.args[:2], *(named[lang] for lang in LANGUAGES if lang in named)]


def _is_choice(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id == "Choice" for base in node.bases)


def _pair(path: Path, texts: list[ast.expr]) -> Iterator[Pair]:
    given = [t.value for t in texts if isinstance(t, ast.Constant) and isinstance(t.value, str)]
    if len(given) == len(texts) == 2:
        yield Pair(f"{path.relative_to(SOURCES).as_posix()}:{texts[0].lineno}", *given)


@cache
def all_pairs() -> tuple[Pair, ...]:
    """All of them, looked for once."""
    return tuple(_pairs())


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _bare(text: str) -> str:
    """The text without its places and without what it quotes as an example."""
    return re.sub(r"\{[^{}]*\}|“[^”]*”|\"[^\"]*\"|'[^']*'|`[^`]*`", "", text)


def test_the_texts_are_found() -> None:
    """The search finds texts of every layer, so that the tests below say something."""
    tops = {pair.where.partition("/")[0] for pair in all_pairs()}
    assert len(all_pairs()) > 800
    assert {"model", "rules", "codec", "layout", "cli", "profiles", "scoring"} <= tops


def test_both_languages() -> None:
    """No text is there in one language alone."""
    assert [p for p in all_pairs() if bool(p.zh.strip()) is not bool(p.en.strip())] == []


def test_equal_places() -> None:
    """Both languages show the same values; a text that shows none may hold braces as they are."""
    assert [p for p in all_pairs() if _places(p.zh) != _places(p.en)] == []


def test_no_chinese_in_english() -> None:
    """Who reads English alone understands all; only what is quoted as an example may be Chinese."""
    assert [p for p in all_pairs() if CJK.search(_bare(p.en))] == []


def test_chinese_is_chinese() -> None:
    """Only symbols, values in whatever order, and what is typed as it stands have no Chinese in them."""
    left = [p for p in all_pairs() if p.zh and not CJK.search(re.sub(r"(?<!\{)\{[^{}]*\}", "", p.zh))]
    assert [p for p in left if re.sub(r"\{\w+\}", "", p.zh) != re.sub(r"\{\w+\}", "", p.en)] == []
    worded = {p.zh for p in left if re.search("[A-Za-z]", re.sub(r"\{[^{}]*\}", "", p.zh))}
    assert worded <= TYPED_AS_IT_STANDS


def test_chinese_punctuation() -> None:
    """Between Chinese characters stand the marks of Chinese writing."""
    assert [p for p in all_pairs() if HALF_WIDTH.search(_bare(p.zh))] == []


def test_a_text_in_either_language() -> None:
    """It gives what is asked for, is false only when empty, and cannot be changed."""
    text = Text("中", "en {x}")
    assert (text["zh"], text["en"], bool(text)) == ("中", "en {x}", True)
    assert not Text("", "")
    with pytest.raises(FrozenInstanceError):
        text.zh = "x"  # type: ignore[misc]  # that it cannot be set is what is tested


def test_messages_put_values_in_late() -> None:
    """Values that are texts follow the language, and braces in values stay as they are."""
    inner = message("第{n}", "no. {n}", n=3)
    outer = message("{a}：{b}{c}", "{a}: {b}{c}", a=Text("甲", "A"), b=inner, c="{n} {0} {")
    assert outer["zh"] == "甲：第3{n} {0} {"
    assert outer["en"] == "A: no. 3{n} {0} {"
    assert Message(Text("{无值}", "{}"))["zh"] == "{无值}"
    assert not Message(Text("", ""))
