"""A reading as people and programs see it."""

import json
from pathlib import Path

import pytest
from attrs import evolve

import opshandover as oh
from opshandover.model import WorkProgress
from opshandover.reading.result import Reading
from opshandover.reporting.views.reading import reading_lines
from opshandover.styled import plain
from opshandover.testing import a_document, a_task
from opshandover.text import LANGUAGES, Lang

HIDDEN = "Hq7-vault-93"
FOREIGN = f"""\
# 早班交接 2026-11-20

## 任务

| 任务 | 截止日期 |
| --- | --- |
| 报税 | 下周一 |

## 服务器

账号 deploy，密码：{HIDDEN}

## 心情

晴
"""


@pytest.fixture
def foreign(tmp_path: Path) -> Reading:
    """What a file of others says."""
    path = tmp_path / "早班.md"
    path.write_text(FOREIGN, "utf-8")
    return oh.read(path)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("班次交接", "收支：", "请确认  第 7 行", "把握", "已归位")),
        ("en", ("Shift handover", "account: ", "to confirm  line 7", "% sure", "mapped")),
    ],
)
def test_at_the_prompt(lang: Lang, words: tuple[str, ...], foreign: Reading) -> None:
    """The kind, the account, and what a person has to decide first, with its line."""
    shown = plain(reading_lines(foreign, lang))
    assert [word for word in words if word not in shown] == []
    assert shown.index("早班.md") < shown.index(words[1]) < shown.index(words[2])


def test_no_secret_is_shown(foreign: Reading) -> None:
    """In no form and language; the remarks say that one was left out."""
    shown = [str(foreign), repr(foreign), foreign._repr_html_()]
    for lang in LANGUAGES:
        shown += [plain(reading_lines(foreign, lang, None)), json.dumps(foreign.as_data(lang), ensure_ascii=False)]
    assert not [one for one in shown if HIDDEN in one]
    assert str(foreign) == plain(reading_lines(foreign, "zh"))


def test_only_some_remarks_are_listed(foreign: Reading) -> None:
    """The others are counted, unless all are asked for."""
    one = plain(reading_lines(foreign, "zh", 1))
    assert "加 --all" in one
    every = plain(reading_lines(foreign, "zh", None))
    assert "另有" not in every
    assert every.count("已归位") == sum(remark.kind.value == "mapped" for remark in foreign.remarks)


def test_in_a_notebook(foreign: Reading) -> None:
    """A table of the remarks, in which texts of the file are no markup."""
    document = foreign.parts[0].document
    html = evolve(foreign, name="<b>.md")._repr_html_()
    assert "&lt;b&gt;.md" in html
    assert html.count("<tr") >= len(foreign.remarks)
    assert document.profile == "shift_handover"


def test_as_data(foreign: Reading) -> None:
    """The account adds up there as well, and the remarks are in the language that is asked for."""
    data = {lang: json.loads(json.dumps(foreign.as_data(lang))) for lang in LANGUAGES}
    for one in data.values():
        ledger = one["ledger"]
        assert ledger.pop("taken_in") == sum(ledger.values()) == len(foreign.ledger.entries)
        assert (one["documents"], one["merge"]) == (["shift_handover"], None)
    asked = {lang: next(r for r in one["remarks"] if r["kind"] == "asked") for lang, one in data.items()}
    assert asked["zh"]["line"] == asked["en"]["line"] == 7
    assert "相对的日期" in asked["zh"]["message"]
    assert "相对" not in asked["en"]["message"]


def test_a_merge_is_shown_with_it(tmp_path: Path) -> None:
    """What was decided, and what is open."""
    base = a_document(title="单子", work_progress=WorkProgress(tasks=(a_task(id="T-1", title="补货", progress=10),)))
    path = tmp_path / "a.md"
    oh.export(base, "markdown", path, carry=True)
    path.write_text(path.read_text("utf-8").replace("10%", "90%"), "utf-8")
    now = evolve(base, work_progress=WorkProgress(tasks=(a_task(id="T-1", title="补货", progress=60),)))
    reading = oh.read(path, now)
    assert "1 处冲突待定" in str(reading)
    assert reading.as_data("en")["merge"]
    assert "60%" in str(reading)
    assert "90%" in str(reading)
