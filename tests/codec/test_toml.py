"""TOML is read with types of its own; its faults have lines where the parser tells them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.codec.faulty import faults

from opshandover.codec import loads
from opshandover.codec.toml import key_lines, marks, read
from opshandover.limits import MOST_DEPTH
from opshandover.model import Shift, Task, WorkProgress


def test_toml_is_read() -> None:
    """A TOML file may hold the same document, with dates of its own."""
    text = """
        "文种" = "日常交接"
        prepared_on = 2026-11-21
        [["工作进展"."任务"]]
        "标题" = "对账"
        "进度" = 60
        ["班次"]
        "开始" = 2026-11-20T22:30:00
    """
    document = loads(text, format="toml")
    assert document.prepared_on == date(2026, 11, 21)
    assert isinstance(document.work_progress, WorkProgress)
    assert document.work_progress.tasks == (Task(title="对账", progress=60),)
    assert document.shift == Shift(start=datetime.fromisoformat("2026-11-20T22:30:00"))


def test_values_have_their_types() -> None:
    """Numbers keep their digits; dates and truths are what they are."""
    raw = read("a = 1.10\nb = true\nc = 2026-01-02\nd = [1, 'x']")
    assert raw.data == {"a": Decimal("1.10"), "b": True, "c": date(2026, 1, 2), "d": [1, "x"]}
    assert str(raw.data["a"]) == "1.10"
    assert (raw.faults, raw.textual) == ((), False)


@pytest.mark.parametrize(
    ("text", "at"),
    [('a = 1\nb = "x\n', (2, 7)), ("a = 1\na = 2\n", (2, 6)), ("标题 = 1", (1, 1)), ("a = 1 2", (1, 7))],
)
def test_a_syntax_error_has_its_place(text: str, at: tuple[int, int]) -> None:
    """The place is told apart from the message, which has none in it."""
    (fault,) = read(text).faults
    assert (fault.line, fault.column) == at
    assert "at line" not in fault.in_lang("en")


def test_quotes_are_proposed_for_chinese_keys_alone() -> None:
    """The hint stands where it helps: not at a key that has quotes, nor at a fault of another kind."""
    assert "in quotes" in faults("标题 = 1", "toml")[0].hint["en"]
    assert faults("title = ", "toml")[0].hint["en"] == ""
    assert faults('"标题" = ', "toml")[0].hint["en"] == ""


@pytest.mark.parametrize("number", ["9" * 600, "1_" * 600 + "1", "0." + "1" * 600])
def test_a_number_that_would_take_long_is_refused(number: str) -> None:
    """The parser converts every number in full; in a text the same digits are harmless."""
    (fault,) = read(f"a = {number}").faults
    assert fault.problem["en"] == "contains a number that is too long"
    assert read(f"a = '{number}' # {number}").data == {"a": number}


def test_dots_in_quotes_are_no_depth() -> None:
    """A key of many parts is refused, one with many dots in its quotes is not."""
    assert read(f"'{'a.' * 2 * MOST_DEPTH}' = 1").faults == ()
    assert read(f"a{'.a' * MOST_DEPTH} = 1").data is None


def test_there_are_no_positions() -> None:
    """Faults of a document in TOML have a path and no line."""
    assert marks("a = 1") is None
    (fault,) = faults('profile = "charter"\ntitel = "x"', "toml")
    assert (fault.path, fault.line) == ("titel", None)


def test_keys_have_lines() -> None:
    """Tables and keys, also dotted and in quotes; what only looks like one in a text or a comment is none."""
    text = '''note = """
[no]
x = 1
"""
# y = 2
a."b c".'d' = [
  "e = 1",
]
[ t . u ]
  "移交人" = {k = 1}
[[v]]
w = 1
'''
    assert dict(key_lines(text)) == {
        ("note",): 1,
        ("a",): 6,
        ("a", "b c"): 6,
        ("a", "b c", "d"): 6,
        ("t",): 9,
        ("t", "u"): 9,
        ("t", "u", "移交人"): 10,
        ("v",): 11,
        ("v", "w"): 12,
    }
