"""What all checks of plugins share."""

import pytest

from opshandover.rules import check
from opshandover.testing import a_document
from opshandover.testing.requiring import require, require_both_languages, require_same_places, single_findings
from opshandover.text import Text


def test_a_condition() -> None:
    """What does not hold is an error without any test runner."""
    require("x", "never")
    with pytest.raises(AssertionError, match="why"):
        require((), "why")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (Text("", "a"), "expected a text in Chinese and one in English"),
        (Text("甲", " "), "expected a text in Chinese and one in English"),
        (Text("甲", "a，b"), "Chinese characters in the English text"),
        (Text("a", "a"), "no Chinese characters"),
    ],
)
def test_texts_in_both_languages(text: Text, said: str) -> None:
    """Neither language is missing, nor written in the script of the other."""
    require_both_languages(Text("甲", "a"), "it")
    with pytest.raises(AssertionError, match=f"it: {said}"):
        require_both_languages(text, "it")


def test_places() -> None:
    """A value that one language shows is shown by the other as well, in any order."""
    require_same_places(Text("{a}{b}", "{b} {a:>3} {{c}}"), "it")
    with pytest.raises(AssertionError, match=r"it: different places: \['a'\] in Chinese, \[\] in English"):
        require_same_places(Text("{a}", "a"), "it")


def test_findings_one_by_one() -> None:
    """A finding that has parts is counted by them."""
    report = check(a_document())
    assert any(finding.parts for finding in report.findings)
    assert not any(finding.parts for finding in single_findings(report))
    assert {f.code for f in single_findings(report)} == {code for f in report.findings for code in f.codes}
