"""Front matter: every value is the same text again, for readers of YAML 1.1 and of YAML 1.2."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.exporters.markdown.writing import page, paragraph

from opshandover.exporters.markdown.front_matter import properties_as_yaml
from opshandover.exporters.markdown.render import render
from opshandover.plain_text import clean


class Core(yaml.SafeLoader):
    """Reads YAML with the core schema of version 1.2 (10.3.2), and no type of version 1.1."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # as the class above has it


def _refused(_loader: yaml.SafeLoader, node: yaml.Node) -> object:
    raise AssertionError(f"no text: {node.value}")


for kind, pattern in {
    "null": r"null|Null|NULL|~|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN",
}.items():
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"(?:{pattern})\\Z"), None)
    Core.add_constructor(f"tag:yaml.org,2002:{kind}", _refused)

TYPED = (
    "7E10 1e3 1E+3 0o17 0x1F 0b11 017 1_000 12:30 12:30:45 3.14 3. .5 -1 +1 .inf -.INF .nan ~ null Null yes no on"
    " off Y n true False 2026-03-05 2026-03-05T20:00:00Z = << 20260305"
).split()
ODD = (
    "",
    " ",
    "-",
    "- a",
    "a: b",
    "# a",
    "a #b",
    "'",
    '"',
    "\\",
    "---",
    "a\n---\nb",
    "...",
    "%a",
    "@a",
    "`a`",
    "|",
    ">",
)
HOSTILE = (
    "<script>alert(1)</script>",
    "![](https://a.example/x.png)",
    "[a](javascript:x)",
    "[a][b]",
    "x\u2028<b>\x85\u2029",
    "\U0001f600<i>",
    "&lt;b&gt; <",
    "a\n\n<img src=x onerror=y>",
)


def read(text: str, loader: type[yaml.SafeLoader]) -> object:
    """Reads what stands between the lines of hyphens, up to the first line that ends it."""
    front = text.removeprefix("---\n").partition("\n---")[0]
    return yaml.load(front, loader)  # noqa: S506  # both loaders are safe


@pytest.mark.parametrize("value", [*TYPED, *ODD, *HOSTILE])
@pytest.mark.parametrize("loader", [yaml.SafeLoader, Core])
def test_a_text_stays_a_text(value: str, loader: type[yaml.SafeLoader]) -> None:
    """Neither a number nor a date nor a truth value comes of it, and nothing ends the front matter too early."""
    written = properties_as_yaml([("title", value), ("id", "HO-1")])
    assert read(written, loader) == {"title": clean(value), "id": "HO-1"}


SIGNS = st.text(st.sampled_from("0123456789abcdefoxEyn_+-.:~<>[]()'\"\\#&*!|%@` \n\u2028\x85\ufeff交"), max_size=12)


@given(st.lists(st.one_of(SIGNS, st.text()), min_size=1, max_size=3))
def test_any_text_comes_back(values: list[str]) -> None:
    """Whatever people type as a title or an ID."""
    written = properties_as_yaml([(f"key{number}", value) for number, value in enumerate(values)])
    expected = {f"key{number}": clean(value) for number, value in enumerate(values)}
    assert read(written, yaml.SafeLoader) == read(written, Core) == expected


DATA = st.recursive(
    st.one_of(SIGNS, st.booleans(), st.integers(), st.dates(), st.datetimes()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple), st.dictionaries(st.sampled_from(("name", "start", "k")), inner)
    ),
    max_leaves=8,
)


@given(DATA)
def test_data_comes_back_as_data(value: Any) -> None:
    """Days, moments, numbers, lists and records are what they were, and texts in them stay texts."""
    assert read(properties_as_yaml([("id", "HO-1"), ("x", value)]), yaml.SafeLoader) == {
        "id": "HO-1",
        "x": loaded(value),
    }


def loaded(value: Any) -> object:
    """A value as a reader of YAML gives it."""
    match value:
        case str():
            return clean(value)
        case tuple():
            return [loaded(one) for one in value]
        case dict():
            return {key: loaded(one) for key, one in value.items()}
        case _:
            return value


def test_a_program_can_use_it() -> None:
    """Lists are lists, days are days, and a person with a department has both by name."""
    written = properties_as_yaml(
        [
            ("prepared_on", date(2026, 3, 5)),
            ("giver", {"name": "周岩", "department": "客服部"}),
            ("receivers", ("林珊", {"name": "孙宁", "phone": "138"})),
            ("cost", Decimal("1E+3")),
        ]
    )
    assert written.splitlines() == [
        "---",
        "prepared_on: 2026-03-05",
        "giver:",
        "  name: 周岩",
        "  department: 客服部",
        "receivers:",
        "  - 林珊",
        "  - name: 孙宁",
        "    phone: '138'",
        "cost: 1000",
        "---",
    ]


@pytest.mark.parametrize("value", HOSTILE)
def test_nothing_in_it_is_markup(value: str) -> None:
    """A program that knows no front matter shows it as Markdown: no HTML, no picture and no link of it."""
    tokens = MarkdownIt().parse(properties_as_yaml([("title", value), ("receivers", (value, {"name": value}))]))
    kinds = {each.type for token in tokens for each in (token, *(token.children or ()))}
    assert kinds.isdisjoint({"html_block", "html_inline", "image", "link_open"})


def test_plain_values_are_written_plainly() -> None:
    """No more signs than are needed: a title, a version, a phone number with its country."""
    assert properties_as_yaml([("title", "夜班交接"), ("version", "1.2.0"), ("phone", "+86 138")]) == (
        "---\ntitle: 夜班交接\nversion: 1.2.0\nphone: +86 138\n---"
    )


def test_front_matter_holds_the_properties_as_text() -> None:
    """Properties come back from the front matter as they were, even if they look like more."""
    values = (("id", "0012"), ("date", "2026-11-21"), ("title", "a: b # c\n---\n𠮷"), ("x", "no"))
    laid_out = evolve(page(paragraph("x")), title="标题 #", properties=values)
    front, body = render(laid_out).removeprefix("---\n").split("\n---\n\n", 1)
    assert yaml.safe_load(front) == dict(values)
    assert body == render(laid_out, front_matter=False)
    assert render(laid_out, front_matter=False) == "# 标题 \\#\n\nx\n"
