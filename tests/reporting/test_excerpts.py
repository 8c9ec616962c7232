"""The line of a file below a finding: cut to fit, marked, and without secrets."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.documents import HOSTILE

from opshandover import OpsDocument, loads
from opshandover.model import CredentialRef, System, Systems, Task, WorkProgress
from opshandover.plain_text import printable
from opshandover.redaction import MASK
from opshandover.reporting.excerpts import Excerpts
from opshandover.text_width import cells

HIDDEN = "Tr0ub4dor-and-3"
EMPTY = OpsDocument(profile="charter")


def around(text: str, line: int, column: int, width: int = 60) -> tuple[str, str] | None:
    """A line of a text that belongs to an empty document."""
    return Excerpts(text, EMPTY, (1, 1)).around(line, column, width)


@pytest.mark.parametrize(
    ("text", "column", "shown"),
    [
        ("a: b", 4, ("a: b", "   ^")),
        ("    标题: 交接", 9, ("标题: 交接", "      ^")),
        ("\t👍e\u0301: x\r", 7, ("👍e\u0301: x", "     ^")),
        ("a\x1b[2Jb: \u202ex", 6, ("a\\x1b[2Jb: \\u202ex", "        ^")),
        ("ab", 9, ("ab", "  ^")),
    ],
)
def test_the_mark_is_under_the_place(text: str, column: int, shown: tuple[str, str]) -> None:
    """Indentation goes, wide characters count twice, commands to the terminal are escapes."""
    assert around(f"first\n{text}\nlast", 2, column) == shown


def test_long_lines_are_cut_round_the_place() -> None:
    """What is cut off is shown as dots, and the place stays in sight."""
    assert around("x\n" + "字" * 10_000, 2, 1, 21) == ("字" * 10 + "…", "^")
    shown, mark = around("x\n" + "a" * 5_000 + "B" + "c" * 5_000, 2, 5_001, 40) or ("", "")
    assert shown.startswith("…a")
    assert shown.endswith("c…")
    assert shown[len(mark) - 1] == "B"


@settings(max_examples=60)
@given(st.sampled_from(HOSTILE) | st.text(max_size=300), st.integers(1, 400), st.integers(30, 100))
def test_lines_fit(text: str, column: int, width: int) -> None:
    """Whatever a line holds, it is no wider than there is room and has no breaks of its own."""
    found = around(f"x\n{text}", 2, column, width)
    if found is not None:
        shown, mark = found
        assert cells(shown) <= width
        assert len(mark) <= width + 1
        assert printable(shown) == shown


@pytest.mark.parametrize(("line", "column"), [(None, None), (3, None), (1, 1), (2, 1), (9, 1)])
def test_nothing_to_show(line: int | None, column: int | None) -> None:
    """No position, the document as a whole, a blank line, or none of that number."""
    assert Excerpts("a: b\n  \nc: d", EMPTY, (1, 1)).around(line, column, 60) is None


def test_lines_that_are_counted_in_two_ways() -> None:
    """A break that not every format counts would put all lines behind it in doubt."""
    assert around("a: \u2028b\nc: d\n", 2, 1) is None


@pytest.mark.parametrize(
    "text",
    [
        f"title: 'password: {HIDDEN}'",
        f"title: |\n  password:\n  {HIDDEN}",
        f"title: |\n  | 账号 | 密码 |\n  | a | {HIDDEN} |",
        f"title: x  # password: {HIDDEN}",
        f'title: "pass\\u0077ord: {HIDDEN}"',
        f'title: "password: {HIDDEN[:6]}\\\n  {HIDDEN[6:]}"',
        f"systems: {{items: [{{name: a, credentials: [{{vault_ref: {HIDDEN.replace('-', '#')}}}]}}]}}",
    ],
)
def test_secrets_are_hidden(text: str) -> None:
    """However a file spells a secret, and whichever of its lines is shown."""
    whole = f"profile: charter\n{text}\n"
    excerpts = Excerpts(whole, loads(whole, format="yaml"), None)
    shown = [excerpts.around(n, 1, 200) for n in range(1, len(whole.splitlines()) + 1)]
    assert shown[0] == ("profile: charter", "^")
    seen = " ".join(line for pair in shown if pair for line in pair)
    assert HIDDEN[:6] not in seen
    assert HIDDEN[-6:] not in seen


def test_what_the_document_knows_as_a_secret_is_hidden_everywhere() -> None:
    """The same word in another place is no less secret."""
    hidden = "Ab1!Ab1!Ab"
    ref = CredentialRef(vault_ref=hidden)
    document = OpsDocument(profile="charter", systems=Systems(items=(System(name="a", credentials=(ref,)),)))
    shown = Excerpts(f"x\ny: <{hidden}>", document, None).around(2, 1, 60)
    assert shown is not None
    assert hidden not in shown[0]
    assert MASK in shown[0]


def test_a_file_of_one_long_line() -> None:
    """Many findings in one line of a million characters are shown, none by reading all of it."""
    text = json.dumps({"profile": "charter", "title": "字 a" * 300_000})
    excerpts = Excerpts(text, EMPTY, (1, 1))
    for column in range(2, 200_000, 1000):
        assert excerpts.around(1, column, 80) is not None


def shown_lines(number: int) -> float:
    """The time to show a line for each of many tasks with a secret of its own, seconds of the processor."""
    titles = [f"后台 {n} 密码：Ab@{n:05}xY" for n in range(number)]
    document = OpsDocument(profile="charter", work_progress=WorkProgress(tasks=tuple(Task(title=t) for t in titles)))
    excerpts = Excerpts("\n".join(["first", *(f"- title: {title}" for title in titles)]), document, (1, 1))
    begun = time.process_time()
    for line in range(2, number + 2):
        shown = excerpts.around(line, 3, 80)
        assert shown
        assert MASK in shown[0]
    return time.process_time() - begun


def test_time_is_linear_in_the_number_of_secrets() -> None:
    """Four times the findings, each with a secret, take about four times as long to show."""
    assert shown_lines(1_200) < 9 * shown_lines(300) + 0.3
