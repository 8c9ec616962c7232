"""The command `score`: the number, where it comes from, and what to do next."""

import json
from pathlib import Path

from tests.cli.calls import FAULTY, call, written

import opshandover as oh
from opshandover.document.paths import written_path

LEFT_OUT = FAULTY + "risks: {not_applicable: 由安全团队单独交接}\n"


def test_json_is_the_scorecard(tmp_path: Path) -> None:
    """The JSON of one file is its scorecard; of several, an object from file to scorecard."""
    one, two = written(tmp_path), written(tmp_path, LEFT_OUT, "two.yaml")
    data = json.loads(call("score", one, "--format", "json").stdout)
    assert data == oh.score(oh.load(one)).as_data("zh")
    assert list(data) == ["score", "scored_on", "scoring_id", "sections", "next"]
    both = json.loads(call("score", one, two, "--format", "json", "--lang", "en").stdout)
    assert both[str(two)] == oh.score(oh.load(two)).as_data("en")


def test_text_has_points_and_steps(tmp_path: Path) -> None:
    """The text has the score, each section's points, errors first and then what adds most."""
    path = written(tmp_path, LEFT_OUT)
    card = oh.score(oh.load(path))
    result = call("score", path)
    assert result.exit_code == 0
    assert f"得分 {card.score} / 100" in result.stdout
    assert f"按适用的 {card.scored_on} 分（满分 100）折算" in result.stdout
    for section in card.sections:
        line = next(t for t in result.stdout.splitlines() if section.label.zh in t)
        assert f"{section.earned:>3} / {section.weight}" in line
        assert ("#" in line) == (section.weight > 0 and section.earned * 20 >= section.weight)
    steps = [t for t in result.stdout.splitlines() if t.lstrip()[:1].isdigit()]
    assert "✗ 错误" in steps[0]
    assert written_path(card.next_steps[0].path, "zh") in result.stdout


def test_ten_steps_or_all(tmp_path: Path) -> None:
    """Ten steps are shown, both errors and gaps, and the rest on demand."""
    path = written(tmp_path)
    card = oh.score(oh.load(path))
    short = call("score", path, "--lang", "en").stdout
    assert " 10. " in short
    assert " 11. " not in short
    assert "✗ error" in short
    assert "points  " in short
    assert "--all" in short
    everything = call("score", path, "--all").stdout
    assert all(written_path(step.path, "zh") in everything for step in card.next_steps)
    english = call("score", path, "--all", "--lang", "en").stdout
    assert all(step.path in english for step in card.next_steps)


HOLLOW = """
profile: shift_handover
title: 早班交接
prepared_on: 2026-11-21
shift: {name: 早班, start: 2026-11-21 08:00, end: 2026-11-21 16:00}
next_shift: {name: 中班, start: 2026-11-21 16:00, end: 2026-11-22 00:00}
giver: 周岩
receivers: [王敏]
work_progress: {tasks: [{title: 跟进客户, status: in_progress, due: 2026-11-22, next_step: 继续跟进}]}
issues: {nothing: 一切正常}
risks: {nothing: 一切正常}
notes: {items: [{text: 注意安全}]}
contacts: {items: [{person: {name: 值班电话, phone: "110"}, relationship: 报警, emergency: true}]}
"""
"""A page of phrases."""


def test_a_hollow_page_is_not_complete(tmp_path: Path) -> None:
    """Phrases that fit anything earn nothing, and what is missing is said instead of that all is filled in."""
    path = written(tmp_path, HOLLOW)
    card = oh.score(oh.load(path))
    assert card.score is not None
    assert card.score < 70
    assert "都已填写" not in call("score", path).stdout
    assert {"work_progress.tasks[0].next_step", "issues.reason"} <= {step.path for step in card.next_steps}


def test_what_check_finds_is_mentioned(tmp_path: Path) -> None:
    """Warnings give and take no points, so the score says that there are some."""
    path = written(tmp_path, HOLLOW)
    warnings = oh.check(oh.load(path)).count(oh.Severity.WARNING)
    assert f"另有 {warnings} 条警告" in call("score", path).stdout
    assert f"besides, {warnings} warning(s)" in call("score", path, "--lang", "en").stdout


def test_fail_under(tmp_path: Path) -> None:
    """The status says whether the score reaches what is asked for; errors do not matter here."""
    path = written(tmp_path)
    score = oh.score(oh.load(path)).score
    assert score is not None
    assert call("score", path, "--fail-under", score).exit_code == 0
    result = call("score", path, "--fail-under", score + 1, "--lang", "en")
    assert result.exit_code == 1
    assert f"below {score + 1}" in result.stderr


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """It is reported, and leaves nothing on standard output."""
    result = call("score", tmp_path / "gone.yaml", "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "gone.yaml" in result.stderr
