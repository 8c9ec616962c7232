"""What the checks of plugins share: how they fail, without any test runner, and what texts for users are like."""

import re
from string import Formatter

from opshandover.findings import Finding, Report
from opshandover.text import Text

_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Chinese characters and their punctuation."""


def require(holds: object, otherwise: str) -> None:
    """Raise `AssertionError` if a condition does not hold; unlike `assert`, also under `python -O`."""
    if not holds:
        raise AssertionError(otherwise)


def require_both_languages(text: Text, what: str) -> None:
    """Raise `AssertionError` unless a text is there in both languages, each in its own script."""
    require(text.en.strip() and text.zh.strip(), f"{what}: expected a text in Chinese and one in English, got {text!r}")
    require(not _CHINESE.search(text.en), f"{what}: Chinese characters in the English text: {text.en!r}")
    require(_CHINESE.search(text.zh), f"{what}: no Chinese characters in the Chinese text: {text.zh!r}")


def require_same_places(text: Text, what: str) -> None:
    """Raise `AssertionError` unless both languages show the same values."""
    zh, en = _places(text.zh), _places(text.en)
    require(zh == en, f"{what}: different places: {sorted(zh)} in Chinese, {sorted(en)} in English")


def _places(text: str) -> set[str]:
    """The names of the places of a text that values fill."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def single_findings(report: Report) -> list[Finding]:
    """The findings of a report, with the parts of those that have some in their place."""
    return [part for finding in report.findings for part in finding.parts or (finding,)]
