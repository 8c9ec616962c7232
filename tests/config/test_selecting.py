"""Settings about rules: what may stand in them."""

import pytest
from tests.config.conftest import Write
from tests.config.refused import faults

FAULTS: dict[str, tuple[str, str, str]] = {
    'selct = ["TSK"]': ("selct", "是不是“select”", "did you mean 'select'"),
    'extend_select = ["TSK"]': ("extend_select", "是不是“extend-select”", "'extend-select'"),
    '"选择" = 1': ('"选择"', "可用：", "available: select"),
    "select = 3": ("select", "文字列表", "a list of texts"),
    'select = ["TSK", 3]': ("select[1]", "应为文字", "expected a text"),
    'select = ["TKS003"]': ("select[0]", "是不是“TSK003”", "did you mean 'TSK003'"),
    'ignore = ["task-undatd"]': ("ignore[0]", "task-undated", "task-undated"),
    'extend-select = "ZZZ"': ("extend-select", "没有代码", "no rule has 'ZZZ'"),
    "per-document-ignores = []": ("per-document-ignores", "键和值", "keys and values"),
    '[per-document-ignores]\n"a/*" = "ZZZ"': ('per-document-ignores."a/*"', "ZZZ", "ZZZ"),
    'severity = "error"': ("severity", "键和值", "keys and values"),
    '[severity]\nTSK001 = "fatal"': ("severity.TSK001", "error、warning", "error, warning, info"),
    "[severity]\nTSK001 = false": ("severity.TSK001", "false", "false"),
    '[severity]\nZZZ001 = "error"': ("severity.ZZZ001", "没有代码", "no rule has 'ZZZ001'"),
    "[freshness]\ndayly_work = 3": ("freshness.dayly_work", "是不是“daily_work”", "'daily_work'"),
    "[freshness]\ncharter = -1": ("freshness.charter", "不小于 0", "0 or more"),
    "[freshness]\ncharter = true": ("freshness.charter", "整数", "a whole number"),
    '[freshness]\ncharter = "7"': ("freshness.charter", "整数", "a whole number"),
    'lang = "fr"': ("lang", "zh, en", "one of zh, en"),
    "lang = 1": ("lang", "应为文字", "expected a text"),
    "profile = 3": ("profile", "键和值", "keys and values"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_each_fault(write: Write, text: str) -> None:
    """It has its place, and says what was expected, in both languages."""
    where, zh, en = FAULTS[text]
    found = faults(write(text))
    assert list(found) == [where]
    assert zh in found[where][0]
    assert en in found[where][1]


def test_all_faults_at_once(write: Write) -> None:
    """A file with a fault of every kind names each of them."""
    tables = [text for text in FAULTS if text.startswith("[")]
    merged: dict[str, list[str]] = {}
    for text in tables:
        head, line = text.split("\n")
        if line.partition(" ")[0] not in {li.partition(" ")[0] for li in merged.get(head, ())}:
            merged.setdefault(head, []).append(line)
    tops = ['selct = ["TSK"]', 'select = ["TSK", 3]', 'ignore = ["task-undatd"]', 'lang = "fr"']
    text = "\n".join([*tops, *("\n".join([head, *lines]) for head, lines in merged.items())])
    expected = {FAULTS[t][0] for t in tops} | {FAULTS[t][0] for t in tables}
    assert set(faults(write(text))) == expected
