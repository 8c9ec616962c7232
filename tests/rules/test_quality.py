"""Rules about quality standards and improvement."""

import pytest
from tests.rules.asked import found

from opshandover.rules.quality import improvement_not_judged, standard_not_checkable

STANDARD = "quality_standards: {items: [{subject: 在线%s}]}"


def test_each_part_of_a_standard() -> None:
    """Check and measure are asked if neither is there, feedback once it is final; in a charter only."""
    at = "quality_standards.items[0]."
    expected = [f"error {at}check_method", f"error {at}metric"]
    assert found(standard_not_checkable, STANDARD % "", "charter") == expected
    assert found(standard_not_checkable, STANDARD % ", check_method: 抽检", "charter") == []
    final = "state: final\n" + STANDARD
    assert found(standard_not_checkable, final % "", "charter") == [*expected, f"warning {at}feedback_method"]
    assert found(standard_not_checkable, STANDARD % "", "daily_work") == []


@pytest.mark.parametrize(
    ("criterion", "measurable"),
    [
        ("抽检 90 分以上", True),
        ("９０ 分以上", True),
        ("三天内答复", True),
        ("统一口径", False),
        ("good service", False),
    ],
)
def test_figure_in_the_wording(criterion: str, measurable: bool) -> None:
    """A figure in either script makes a standard measurable; 一 within a word does not."""
    text = STANDARD % f", criterion: {criterion}"
    expected = [] if measurable else ["error quality_standards.items[0].metric"]
    assert found(standard_not_checkable, text, "charter")[1:] == expected


def test_metric_of_its_own() -> None:
    """A metric measures; one without any content does not."""
    text = STANDARD % ", metric: %s"
    assert found(standard_not_checkable, text % "{name: 合格率, target: 95}", "charter") == []
    assert len(found(standard_not_checkable, text % "{name: TBD}", "charter")) == 2


@pytest.mark.parametrize("profile", ["charter", "daily_work"])
def test_improvement_is_judged(profile: str) -> None:
    """The evaluation is asked for; a placeholder is none."""
    text = "improvement: {items: [{subject: 台账, finding: 3 份过期, evaluation: 待定}]}"
    assert found(improvement_not_judged, text, profile) == [
        "warning improvement.items[0].evaluation",
    ]
    assert found(improvement_not_judged, text, "communication") == []


def test_a_measure_just_proposed_has_nothing_to_be_judged() -> None:
    """Nothing has been found yet, or the effect that it shall have is written."""
    proposed = "improvement: {items: [{subject: 台账, action: 加提醒%s}]}"
    assert found(improvement_not_judged, proposed % "", "charter") == []
    assert found(improvement_not_judged, proposed % ", finding: 3 份过期, expected_effect: 不再过期", "charter") == []
