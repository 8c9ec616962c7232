"""No input takes long or much memory: it is read, or refused with one clear fault."""

import tracemalloc
from collections.abc import Callable
from contextlib import suppress

import pytest
from tests.support.growth import growth

from opshandover.codec import loads
from opshandover.errors import LoadError
from opshandover.limits import MOST_BYTES, MOST_DEPTH, MOST_FAULTS, MOST_FAULTS_SHOWN, MOST_VALUES


def refused(text: str, name: str) -> LoadError:
    """The error of a text that must not load."""
    with pytest.raises(LoadError) as caught:
        loads(text, format=name)
    return caught.value


@pytest.mark.parametrize("name", ["json", "yaml", "toml"])
@pytest.mark.parametrize("make", [lambda text: text, str.encode])
def test_size_is_limited(name: str, make: Callable[[str], str | bytes]) -> None:
    """More than the stated number of bytes is not looked at."""
    with pytest.raises(LoadError, match="larger than 10 MB"):
        loads(make("#" * (MOST_BYTES + 1)), format=name)


MANY = MOST_VALUES + 2
TOO_MANY = {
    "list": ("json", f"[{'1,' * MANY}1]"),
    "objects": ("json", f"[{'{},' * MANY}1]"),
    "brackets": ("json", "[" * MANY),
    "yaml list": ("yaml", "- 1\n" * MANY),
    "yaml flow": ("yaml", f"a: [{'1,' * MANY}]"),
    "toml list": ("toml", f"a = [{'1,' * MANY}]"),
    "toml tables": ("toml", "[[a]]\n" * MANY),
    "toml keys": ("toml", "".join(f"a{n} = 1\n" for n in range(MANY))),
}


@pytest.mark.parametrize("kind", TOO_MANY)
def test_number_of_values_is_limited(kind: str) -> None:
    """Tiny values cost much more than their bytes: their number is limited, whatever the format."""
    name, text = TOO_MANY[kind]
    (fault,) = refused(text, name).faults
    assert f"more than {MOST_VALUES} keys and values" in fault.problem["en"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("json", '{{"profile": "daily_work", "title": "{prose}"}}'),
        ("yaml", 'profile: daily_work\ntitle: "{prose}"'),
        ("toml", 'profile = "daily_work"\ntitle = "{prose}"'),
        ("toml", 'profile = "daily_work"\ntitle = """{prose}"""'),
        ("toml", "profile = 'daily_work'\ntitle = '''{prose}''' # [[,,"),
    ],
)
def test_signs_inside_of_texts_are_no_values(name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long text with many commas, brackets and dots is one value."""
    monkeypatch.setattr(f"opshandover.codec.{name}.MOST_VALUES", 1_000)
    prose = "a.b, [c] = {d}: e. " * 1_000
    assert loads(text.format(prose=prose), format=name).title == prose


DEEP = {
    "json": ("json", '{"a":' * 100_000),
    "yaml": ("yaml", "a: " + "[" * 1_000_000),
    "yaml block": ("yaml", "- " * 100_000),
    "toml": ("toml", "a = " + "[" * 20_000),
    "dotted": ("toml", f"a{'.a' * 20_000} = 1"),
    "dotted table": ("toml", f"[a{' . a' * MOST_DEPTH}]"),
    "dotted and quoted": ("toml", f'"a"{".b" * 99} = 1'),
}


@pytest.mark.parametrize("kind", DEEP)
def test_depth_is_limited(kind: str) -> None:
    """Deep nesting is one fault, however it is written."""
    name, text = DEEP[kind]
    (fault,) = refused(text, name).faults
    assert f"nested deeper than {MOST_DEPTH}" in fault.problem["en"]


NESTED = {
    "json lists": ("json", '{"x": %s}', "["),
    "json objects": ("json", '{"x": %s}', '{"a":'),
    "json at the top": ("json", "%s", "["),
    "json beside the document": ("json", '{"title": "t", "$schema": %s}', "["),
    "yaml": ("yaml", "x: %s", "["),
    "toml": ("toml", "x = %s", "["),
    "toml tables": ("toml", "x = %s", "{a="),
}


@pytest.mark.parametrize("kind", NESTED)
@pytest.mark.parametrize("above", [1, 2, 500, 20_000])
def test_every_format_has_the_same_limit_of_depth(kind: str, above: int) -> None:
    """A level more than the limit is refused as such, at its position where there is one; the limit itself is not."""
    name, text, opening = NESTED[kind]
    closing = "]" if opening == "[" else "}"
    levels = MOST_DEPTH if text == "%s" else MOST_DEPTH - 1
    begin = text.index("%s")

    allowed = refused(text % (opening * levels + "1" + closing * levels), name).faults
    assert not any("nested" in fault.problem["en"] for fault in allowed)

    levels += above
    (fault,) = refused(text % (opening * levels + "1" + closing * levels), name).faults
    assert f"nested deeper than {MOST_DEPTH}" in fault.problem["en"]
    if name == "json":
        first = begin + len(opening) * (levels - above)
        assert fault.line == 1
        assert fault.column is not None
        assert first - len(opening) < fault.column <= first + 1


MANY_FAULTS = {
    "unknown keys": ("json", "{" + ",".join(f'"x{n}": 1' for n in range(9_000)) + "}"),
    "unknown keys of tasks": ("json", '{"work_progress": {"tasks": [' + '{"x": 1},' * 9_000 + "{}]}}"),
    "doubled keys": ("json", "{" + '"a": 1,' * 9_000 + '"a": 1}'),
    "wrong items": ("json", f'{{"receivers": [{"null," * 9_000}null]}}'),
    "wrong in two lists": ("json", f'{{"receivers": [{"null," * 9_000}null], "work_progress": {{"tasks": []}}}}'),
    "yaml aliases": ("yaml", f"a: [{'*a,' * 60_000}]"),
    "yaml keys": ("yaml", "".join(f"x{n}: 1\n" for n in range(9_000))),
    "yaml doubled": ("yaml", "a: 1\n" * 9_000),
    "yaml comments": ("yaml", "- a #b\n" * 9_000),
    "yaml controls": ("yaml", "a: \x07\n" * 9_000),
    "toml keys": ("toml", "".join(f"x{n} = 1\n" for n in range(9_000))),
}


@pytest.mark.parametrize("kind", MANY_FAULTS)
def test_number_of_faults_is_limited(kind: str) -> None:
    """So many faults are collected, and only the first of them shown, with the number of the others."""
    name, text = MANY_FAULTS[kind]
    error = refused(text, name)
    assert MOST_FAULTS - 2 <= len(error.faults) <= MOST_FAULTS
    for lang in ("zh", "en"):
        lines = error.in_lang(lang).splitlines()
        assert len(lines) == 1 + MOST_FAULTS_SHOWN + 1
        assert str(len(error.faults) - MOST_FAULTS_SHOWN) in lines[-1]
    assert len(str(error)) < 300 * MOST_FAULTS_SHOWN


GROWING: dict[str, Callable[[int], tuple[str, str]]] = {
    "blanks before a text": lambda n: ("yaml", f"title:{' ' * n}x"),
    "blanks before a comment": lambda n: ("yaml", f"title: x{' ' * n}# y"),
    "blanks before a sign": lambda n: ("yaml", f"title: x{' ' * n}#y"),
    "blanks in a text": lambda n: ("yaml", f"title: x{' ' * n}y"),
    "tabs": lambda n: ("yaml", f"title:{chr(9) * n}x"),
    "blanks in a line that is no YAML": lambda n: ("yaml", f"a: 1\n{' ' * n}\tx{' ' * n}: y: z"),
    "letters in a line that is no YAML": lambda n: ("yaml", f"a: 1\n{'x' * n}\nb: 1"),
    "wide colons": lambda n: ("yaml", f"a: 1\n{'x：' * n}\nb: 1"),
    "quotes": lambda n: ("yaml", "a: " + '"x" ' * n),
    "directives": lambda n: ("yaml", "".join(f"%TAG !a{k}! b\n" for k in range(n // 10)) + "--- a"),
    "empty lines": lambda n: ("yaml", "\n" * n + "a: 1"),
    "escapes": lambda n: ("json", f'{{"title": "{chr(92) * 2 * n}", "title": 1}}'),
    "blanks in JSON": lambda n: ("json", f'{{"title":{" " * n}"x", "title": 1}}'),
    "open quotes": lambda n: ("toml", 'a = "' + '\\"' * n),
    "dots": lambda n: ("toml", f"a = '{'.' * n}'\n{'.' * n}"),
    "blanks in TOML": lambda n: ("toml", f"a{' ' * n}= {' ' * n}"),
    "letters in TOML": lambda n: ("toml", "a" * n),
}


@pytest.mark.parametrize("kind", GROWING)
def test_time_grows_with_the_size(kind: str) -> None:
    """Four times the signs take about four times as long, never the square of it."""

    def work(size: int) -> Callable[[], object]:
        name, text = GROWING[kind](size)

        def read() -> None:
            with suppress(LoadError):
                loads(text, format=name)

        return read

    assert growth(work, 20_000) < 10


KEYS: dict[str, Callable[[int], tuple[str, str]]] = {
    "unknown keys": lambda n: ("yaml", "".join(f"x{k}: 1\n" for k in range(n))),
    "many keys and few faults": lambda n: ("yaml", "extra: [" + "{title: x}, " * n + "{titel: x}]"),
}


@pytest.mark.parametrize("kind", KEYS)
def test_time_grows_with_the_number_of_keys(kind: str) -> None:
    """The line of a faulty key is found without looking through all keys again."""

    def work(size: int) -> Callable[[], object]:
        name, text = KEYS[kind](size)
        return lambda: refused(text, name)

    assert growth(work, 1_000) < 10


def test_memory_stays_small() -> None:
    """Digits, escapes and dotted keys that took a gigabyte are refused or read within a few megabytes."""
    texts = [
        ("toml", f"a{'.a' * 20_000} = 1"),
        ("toml", f"a = {'1' * 500_000}"),
        ("json", '{"a": "' + "\\n" * 250_000 + '"}'),
    ]
    for name, text in texts:
        tracemalloc.start()
        refused(text, name)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 20 * len(text) + 5_000_000, name
