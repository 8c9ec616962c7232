"""Front matter is data, and what only looks like it is text."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from opshandover.importers.markdown.front_matter import FrontMatter, front_matter
from opshandover.importers.markdown.parse import parse
from opshandover.pages.blocks import Code


def test_values_have_their_types() -> None:
    """Numbers, days, lists and records are read as such; times, leading zeros and whatever is quoted are texts."""
    source = (
        "---\ntitle: '2026'\nn: 12\nx: 1.50\nday: 2026-03-02\nat: 2026-03-02 08:30:00\ntime: 22:30\nno: 007\nyes: yes\n"
        "ok: true\nempty:\nlist: [a, 1]\nwho:\n  name: 周岩\n---\n# 甲\n"
    )
    found, rest = front_matter(source)
    assert rest == "# 甲\n"
    assert found.lines == source.count("\n") - 1
    assert dict(found.properties) == {
        "title": "2026",
        "n": 12,
        "x": Decimal("1.50"),
        "day": date(2026, 3, 2),
        "at": datetime(2026, 3, 2, 8, 30),  # noqa: DTZ001  as the file has it
        "time": "22:30",
        "no": "007",
        "yes": "yes",
        "ok": True,
        "empty": "",
        "list": ("a", 1),
        "who": {"name": "周岩"},
    }


@pytest.mark.parametrize(
    "source", ["---\n\n# 甲\n---\n", "---\n- a\n---\n", "---\na: 1\n", "# 甲\n---\na: 1\n---\n", "---"]
)
def test_dividers_are_no_front_matter(source: str) -> None:
    """Two lines of hyphens around something else stay what they are."""
    assert front_matter(source) == (FrontMatter(), source)


@pytest.mark.parametrize("text", ["a: b: c", "a: *x", "a: &x 1\nb: *x", "a: 1\na: 2", "a: [", "a:\n" + " - [" * 200])
def test_what_cannot_be_read_is_shown(text: str) -> None:
    """A mistake in front matter, or something that it does not need, loses no word: it is shown as code."""
    source = f"---\n{text}\n---\n\n甲\n"
    first = parse(source.encode()).page.blocks[0]
    assert isinstance(first, Code)
    assert first.language == "yaml"
    assert text.split("\n", maxsplit=1)[0] in first.text
