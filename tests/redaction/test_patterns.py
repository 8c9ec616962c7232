"""Patterns that are compiled late, and words that are looked for first."""

import importlib
import pkgutil
import re
import subprocess
import sys
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import opshandover.redaction
from opshandover.redaction.patterns import Pattern, Signs, any_of, either

WORDS = ("密", "pass", "pw", "token", "a.b")
SIGNS = Signs(WORDS, "[@#]")


def modules() -> list[ModuleType]:
    """All modules of the room."""
    path = opshandover.redaction.__path__
    return [importlib.import_module(f"opshandover.redaction.{found.name}") for found in pkgutil.iter_modules(path)]


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.__name__.rsplit(".", 1)[1])
def test_nothing_is_compiled_when_a_module_is_made(module: ModuleType) -> None:
    """No module holds a compiled expression of its own."""
    assert [name for name, value in vars(module).items() if isinstance(value, re.Pattern)] == []


def test_import_compiles_none_of_the_patterns() -> None:
    """Nor does importing everything that hides secrets, or showing a harmless text."""
    code = (
        "import gc, opshandover.redaction as r, opshandover.rules.texts\n"
        "from opshandover.redaction.patterns import Pattern\n"
        "made = [p for p in gc.get_objects() if isinstance(p, Pattern)]\n"
        "print(len(made) > 40, sum('compiled' in vars(p) for p in made))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.split() == ["True", "0"]


def test_a_pattern_is_compiled_once() -> None:
    """The second search uses the expression of the first."""
    pattern = Pattern("a+")
    assert pattern.search("caab")
    assert pattern.compiled is pattern.compiled
    assert (pattern.match("b"), bool(pattern.fullmatch("aa")), len([*pattern.finditer("aba")])) == (None, True, 2)


@given(st.text(alphabet="密pastoken.bPW@# \n", max_size=20))
def test_any_of_matches_where_one_of_the_words_begins(text: str) -> None:
    """The same as the plain alternatives."""
    plain = re.search("|".join(map(re.escape, WORDS)), text)
    grouped = re.search(any_of(WORDS), text)
    assert (plain and plain.start()) == (grouped and grouped.start())


@pytest.mark.parametrize(
    ("text", "found"),
    [("our API-key", "API-key"), ("apikey", "apikey"), ("apikeys", None), ("密码箱", "密码箱"), ("密码", "密码")],
)
def test_either_finds_the_longest_word_and_latin_ones_whole(text: str, found: str | None) -> None:
    """A `_` stands for any sign between two parts."""
    match = re.search(either(("api_key", "密码", "密码箱")), text, re.IGNORECASE)
    assert (match and match[0]) == found


@given(st.lists(st.text(alphabet="密pastoken.bPW@#\u0130 \n", max_size=8), max_size=12))
def test_many_texts_are_searched_like_one(texts: list[str]) -> None:
    """Whether few or many, each text with a sign is found and no other."""
    expected = {text for text in texts if SIGNS.search(text)}
    assert SIGNS.among(texts) == expected
    assert SIGNS.among([*texts, *(f"{n}" for n in range(1_000))]) == expected
