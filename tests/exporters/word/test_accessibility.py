"""Word files for people who have them read out: no fault in any example, theme, language, option or view."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.accessibility import inaccessible
from tests.support.examples import EXAMPLES
from tests.support.grids import in_turn

import opshandover as oh
from opshandover.exporters.word.themes import Theme
from opshandover.model.document import FreeSection
from opshandover.text import LANGUAGES, Lang

OPTIONS: tuple[dict[str, Any], ...] = (
    {"contents": True, "findings": True, "comments": True, "placeholders": True},
    {"view": "memo"},
    {"colour": "FFE000"},
)
BODIES = (
    "#### 很深的标题\n\n文\n\n## 高一级",
    "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n> 引文\n\n```\ncode\n```",
    "- [ ] 待办\n- \n- \n\n![](a.png)\n\n[](https://example.com) [ ](https://example.com)",
    "| | |\n|---|---|\n| | |",
    f"|{'很长的列名很长的列名|' * 12}\n|{'---|' * 12}\n|{'每晚十点之后先看一遍待发的单子|' * 12}",
    "1. 项\n\n   | 甲 | 乙 |\n   |---|---|\n   | 1 | 2 |",
)


@pytest.mark.parametrize(("path", "theme", "lang"), in_turn(EXAMPLES, Theme, LANGUAGES))
def test_the_examples_are_accessible(path: Path, theme: Theme, lang: Lang) -> None:
    """Documents of all kinds, in every theme and language."""
    assert inaccessible(oh.export(oh.load(path), "word", lang=lang, theme=theme.value)) == []


@pytest.mark.parametrize(("path", "options"), in_turn(EXAMPLES, OPTIONS))
def test_no_option_shuts_anybody_out(path: Path, options: dict[str, Any]) -> None:
    """What an option adds is as accessible as the rest."""
    assert inaccessible(oh.export(oh.load(path), "word", **options)) == []


@pytest.mark.parametrize("body", BODIES)
def test_what_people_write_is_accessible(body: str) -> None:
    """Headings of any level, tables, lists and empty links in free text."""
    document = oh.OpsDocument(profile="daily_work", title="文", extra=(FreeSection(title="其他", body=body),))
    assert inaccessible(oh.export(document, "word")) == []
