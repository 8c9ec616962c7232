"""What fits where: in a column, beside a label, on one line."""

from typing import Any

import pytest

from opshandover.layout.tables.fitting import (
    can_all_name_rows,
    fits_beside_label,
    fits_half,
    fits_on_one_line,
    is_brief,
    is_compact,
    is_flat,
)
from opshandover.model.fields import field_map
from opshandover.model.people import Person
from opshandover.model.tasks import Task

DRAWN = "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |"
ZHOU = Person(name="周岩", phone="138")


@pytest.mark.parametrize(
    ("name", "value", "compact", "beside"),
    [
        ("title", "甲", True, True),
        ("title", "长" * 40, True, True),
        ("title", "长" * 41, False, True),
        ("title", "一\n二", False, True),
        ("result", "一段", True, True),
        ("result", "- 项", False, True),
        ("result", "长" * 401, False, False),
        ("result", DRAWN, False, False),
        ("support_needed", ("甲", "乙", "丙"), True, True),
        ("support_needed", ("甲", "乙", "丙", "丁"), False, True),
        ("owner", ZHOU, True, True),
        ("owner", Person(name="长" * 50), False, True),
        ("progress", 60, True, True),
    ],
)
def test_where_a_value_fits(name: str, value: Any, compact: bool, beside: bool) -> None:
    """What is short and simple is compared in a table, what is longer has a label beside it."""
    field = field_map(Task)[name]
    assert is_compact(field, value, "zh") is compact
    assert fits_beside_label(field, value, "zh") is beside


def test_titles_may_be_longer_than_other_cells() -> None:
    """Any text names a row; a table within a text does not."""
    assert can_all_name_rows(field_map(Task)["title"], ["长" * 300, "甲"], "zh")
    assert not can_all_name_rows(field_map(Task)["result"], ["甲", DRAWN], "zh")


def test_a_record_is_flat_without_tables() -> None:
    """One part that needs room of its own is enough to give it a heading."""
    assert is_flat(Task(title="甲", result="长" * 100, owner=ZHOU), "zh")
    assert not is_flat(Task(title="甲", result=DRAWN), "zh")


def test_brief_values_share_a_line() -> None:
    """Lists and prose never do; half a line is less than a line."""
    task = Task(title="长" * 18, owner=ZHOU, result="短", support_needed=("甲",))
    fields = field_map(Task)
    found = {name for name in ("title", "owner", "result", "support_needed") if is_brief(task, fields[name], "zh")}
    assert found == {"title", "owner"}
    assert [fits_half(task, fields[name], "zh") for name in ("title", "owner")] == [False, True]


@pytest.mark.parametrize(
    ("texts", "fits"),
    [
        (("甲", "乙"), True),
        (("甲",) * 7, False),
        (("长" * 21,), False),
        (("甲；乙",), False),
        (("一\n二",), False),
        (("完了。",), False),
    ],
)
def test_few_short_texts_are_one_line(texts: tuple[str, ...], fits: bool) -> None:
    """Sentences, and texts with the mark that would part them, are listed one by one."""
    assert fits_on_one_line(texts, "zh") is fits
