"""A path leads to the line and column of its value, whatever the keys in the file are."""

import pytest

from opshandover.codec.formats import format_named
from opshandover.codec.positions import Positions, position_of

TEXT = """\
profile: daily_work
工作进展:
  Tasks:
    - 标题: 对账
      负责人: {姓名: 周岩}
    - title: 发货
      备用: 1
"""


@pytest.mark.parametrize(
    ("path", "at"),
    [
        ("profile", (1, 1)),
        ("work_progress", (2, 1)),
        ("work_progress.tasks", (3, 3)),
        ("work_progress.tasks[0]", (4, 7)),
        ("work_progress.tasks[0].title", (4, 7)),
        ("work_progress.tasks[0].owner.name", (5, 13)),
        ("work_progress.tasks[1].title", (6, 7)),
        ("work_progress.tasks[1].备用", (7, 7)),
    ],
)
def test_a_value_is_found_by_its_fields(path: str, at: tuple[int, int]) -> None:
    """Labels, names and unknown keys in the file are all found."""
    assert position_of(format_named("yaml").marks(TEXT), path) == at


@pytest.mark.parametrize(
    ("path", "at"),
    [
        ("title", (1, 1)),
        ("work_progress.tasks[2]", (3, 3)),
        ("work_progress.tasks[0].due", (4, 7)),
        ("work_progress.tasks[0].owner.phone", (5, 7)),
        ("risks.items[0].title", (1, 1)),
        ("", (1, 1)),
    ],
)
def test_what_is_not_in_the_file_is_looked_for_where_it_belongs(path: str, at: tuple[int, int]) -> None:
    """The nearest value around it is where people have to add it."""
    assert position_of(format_named("yaml").marks(TEXT), path) == at


def test_of_a_field_given_twice_the_last_counts() -> None:
    """That is the one that is in the way."""
    assert position_of(format_named("yaml").marks("title: a\n标题: b"), "title") == (2, 1)


def test_without_marks_there_is_no_position() -> None:
    """A format without positions has none for any path."""
    assert Positions(None)("title") is None
