"""Sections as blocks: filled, empty, or absent for a reason."""

import pytest
from tests.support.pages import texts_in

from opshandover.layout import lay_out
from opshandover.layout.sections import content_blocks
from opshandover.model.base import Nothing
from opshandover.model.document import OpsDocument
from opshandover.model.tasks import Task, WorkProgress
from opshandover.pages.blocks import (
    Facts,
    Heading,
    Paragraph,
    Role,
    Run,
    text_of,
)
from opshandover.text import Lang


def test_a_single_record_without_tables_needs_no_heading() -> None:
    """Beside other lists of a section, one record alone is a fact with its title in bold."""
    section = WorkProgress(summary="概述", tasks=(Task(title="甲", id="T-1", progress=60),), coordination=("乙",))
    blocks = content_blocks(section, "x", "zh")
    assert not any(isinstance(block, Heading) for block in blocks)
    facts = blocks[-1]
    assert isinstance(facts, Facts)
    title, aside, line = facts.items[0].cell.blocks
    assert title == Paragraph(runs=(Run(text="甲", strong=True),), path="x.tasks[0].title")
    assert isinstance(aside, Paragraph)
    assert aside.role is Role.METADATA
    assert isinstance(line, Paragraph)
    assert text_of(line.runs) == "进度 60%"


def test_a_required_section_that_is_absent_asks_to_be_filled_in() -> None:
    """What a profile requires stands there with a hint; what it recommends is left out."""
    page = lay_out(OpsDocument(profile="daily_handover"), "zh", placeholders=True)
    waiting = [b for b in page.blocks if getattr(b, "role", None) is Role.PLACEHOLDER]
    assert "work_progress" in {getattr(block, "path", "") for block in waiting}
    assert "客户" not in [b.text for b in page.blocks if isinstance(b, Heading)]


@pytest.mark.parametrize(("lang", "said"), [("zh", "无内容：一切正常"), ("en", "Nothing to report: 一切正常")])
def test_nothing_is_said_calmly(lang: Lang, said: str) -> None:
    """A section in which there is nothing shows a sentence with the reason."""
    document = OpsDocument(profile="daily_work", issues=Nothing(reason="一切正常"))
    page = lay_out(document, lang)
    assert said in texts_in(page)
    assert Role.NOTHING in {getattr(block, "role", None) for block in page.blocks}
