"""Tests of the mapping of headings that a person confirmed."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as DocxFile
from tests.support.foreign import imported

import opshandover as oh
from opshandover.errors import ConfigError
from opshandover.importers.word import WordImporter
from opshandover.importing import reading_of
from opshandover.model import WorkProgress
from opshandover.reading.foreign import Mapping, mapping_of, read_foreign, read_mapping
from opshandover.reading.foreign.mapping import mapping_in
from opshandover.remarks import RemarkKind
from opshandover.testing import a_document, a_task

TEXT = "# 交接\n\n## 一、待办事项\n\n- a\n\n## 致谢\n\n感谢小林\n\n## 机房服务器问题\n\n- c\n"


def test_a_proposal_is_a_mapping_with_how_sure_it_is() -> None:
    """What was read is written as a mapping that reads the same again."""
    proposed = mapping_of(read_foreign(imported(TEXT)))
    assert dict(mapping_in(proposed).headings) == {
        "待办事项": "work_progress",
        "致谢": "extra",
        "机房服务器问题": "issues",
    }
    assert re.search(r'"机房服务器问题": issues  # \d\d%', proposed)


def test_headings_of_items_are_no_part_of_a_proposal() -> None:
    """A risk that is called 系统 says nothing of the systems in the next file."""
    proposed = mapping_of(read_foreign(imported("# 交接\n\n## 风险\n\n### 系统\n\n- 宕机\n\n### 主库\n\n- 磁盘\n")))
    assert dict(mapping_in(proposed).headings) == {"风险": "risks"}


def test_lines_of_an_edited_export_are_no_part_of_a_proposal() -> None:
    """They have remarks with a place as well, and are no headings that anybody maps."""
    source = a_document(work_progress=WorkProgress(tasks=(a_task(title="补货"),)))
    file = DocxFile(BytesIO(oh.export(source, "word")))
    file.add_heading("停车", 1)
    file.add_paragraph("周一换锁")
    out = BytesIO()
    file.save(out)
    reading = reading_of(WordImporter().parse(out.getvalue()), "a.docx")
    assert any(remark.kind is RemarkKind.LEFT and remark.place for remark in reading.remarks)
    assert dict(mapping_in(mapping_of(reading.parts)).headings) == {}


def test_a_mapping_is_read_from_its_file(tmp_path: Path) -> None:
    """Sections are written by name or label; numbers and signs of a heading do not matter."""
    path = tmp_path / "headings.yaml"
    path.write_text("headings:\n  '1. 心情': 注意事项\n  待办: work_plan.tasks\n", encoding="utf-8")
    given = read_mapping(path)
    found = [given.home("二、心情"), given.home("待办"), given.home("天气")]
    assert [one and one.path for one in found] == [("notes",), ("work_plan", "tasks"), None]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("headings:\n  a: isues\n", "headings.a"),
        ("headings:\n  a: issues.nothing_like_it\n", "headings.a"),
        ("headings:\n  a: [issues]\n", "headings.a"),
        ("headings:\n  a: issues\n  1. a: risks\n", "headings.1. a"),
        ("heading:\n  a: issues\n", "heading"),
        ("headings: issues\n", "headings"),
    ],
)
def test_each_fault_is_named_at_its_place(text: str, path: str) -> None:
    """A mapping is taken whole or not at all."""
    with pytest.raises(ConfigError) as caught:
        mapping_in(text)
    assert path in {fault.path for fault in caught.value.faults}


def test_a_script_may_give_the_places_themselves(tmp_path: Path) -> None:
    """A mapping need not be in a file."""
    path = tmp_path / "note.md"
    path.write_text("# 交接\n\n## 停车\n\n周一换锁\n", encoding="utf-8")
    assert oh.read(path, mapping=Mapping(headings={"停车": "notes"})).document.notes


def test_an_empty_reading_gives_an_empty_mapping() -> None:
    """No heading, no line."""
    assert dict(mapping_in(mapping_of(())).headings) == {}
