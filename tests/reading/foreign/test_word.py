"""Word files that people wrote elsewhere, read from end to end: no word is lost, and what is said has its home."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from tests.reading.foreign import word_files as files
from tests.reading.foreign.measuring import facts_missing, lost_from
from tests.reading.foreign.word_files import WORD, saved

import opshandover as oh
from opshandover.model.communication import Communication


def shown(data: bytes) -> Iterator[str]:
    """The texts of a file, each paragraph as one, without what was deleted; text boxes stand in the one around them."""
    with ZipFile(BytesIO(data)) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    for paragraph in root.iter(f"{{{WORD}}}p"):
        runs = paragraph.xpath("./w:r/w:t|./w:ins/w:r/w:t", namespaces={"w": WORD})
        yield "".join(run.text or "" for run in runs)


KINDS: dict[str, tuple[Callable[[], Any], dict[str, Any]]] = {
    "merged form": (
        files.merged_form,
        {
            "giver": "邱岚",
            "receivers": ["邵一帆"],
            "witness": "戚明",
            "dates": ["2026-03-06", "2026-03-20"],
            "owners": ["邵一帆"],
            "secrets": ["Qx7#mule22"],
            "items": {"handover_plan.items": 2, "work_progress.tasks": 1, "systems.items": 1, "notes.items": 1},
            "title": "岗位工作交接单",
            "profile": "daily_handover",
        },
    ),
    "bilingual table in a table": (
        files.bilingual_table_in_table,
        {
            "giver": "尹沐 Mu Yin",
            "receivers": ["裴川 Chuan Pei"],
            "dates": ["2026-04-18", "2026-04-20", "2026-04-25"],
            "owners": ["裴川 Chuan Pei", "尹沐 Mu Yin"],
            "items": {"risks.items": 2},
            "title": "门店夜间值守交接 Night Duty Handover",
        },
    ),
    "numbers without styles": (
        files.numbered_without_styles,
        {
            "giver": "石楠",
            "receivers": ["莫飞"],
            "dates": ["2026-05-11", "2026-05-15", "2026-05-13"],
            "owners": ["莫飞", "石楠"],
            "items": {"work_progress.tasks": 3, "risks.items": 2, "contacts.items": 1, "notes.items": 1},
            "title": "仓库岗位交接说明",
        },
    ),
    "bold lines and a box": (
        files.bold_and_box,
        {
            "giver": "贺兰",
            "receivers": ["董小北"],
            "dates": ["2026-06-01"],
            "owners": ["董小北"],
            "items": {"work_progress.tasks": 2, "issues.items": 1},
            "title": "社群运营交接",
            "extra": 1,
        },
    ),
    "minutes as a grid": (
        files.minutes_as_grid,
        {
            "dates": ["2026-02-09", "2026-02-16", "2026-02-20"],
            "owners": ["田木", "罗依依"],
            "items": {"communication.meetings": 1, "notes.items": 1},
            "profile": "meeting_notes",
            "title": "春季上新筹备会会议纪要",
        },
    ),
    "localized headings": (
        files.localized_headings,
        {
            "giver": "颜朵",
            "receivers": ["江河", "卓越"],
            "dates": ["2026-07-03", "2026-07-10"],
            "owners": ["江河"],
            "accounts": ["live_ops"],
            "items": {"work_progress.tasks": 1, "risks.items": 1, "systems.items": 1},
            "title": "直播间运营交接文档",
            "extra": 1,
        },
    ),
    "tracked changes": (
        files.tracked,
        {
            "giver": "Dana Osei",
            "receivers": ["Marek Blum"],
            "dates": ["2026-09-14", "2026-09-15"],
            "owners": ["Marek Blum"],
            "items": {"work_progress.tasks": 2, "issues.items": 1},
            "asked": 1,
            "profile": "shift_handover",
            "title": "Night shift handover",
        },
    ),
    "a part is missing": (
        files.missing_part,
        {
            "giver": "蓝心",
            "receivers": ["阮成"],
            "dates": ["2026-08-28", "2026-08-31"],
            "owners": ["阮成"],
            "items": {"work_progress.tasks": 1, "assets.assets": 1},
            "profile": "offboarding",
            "title": "行政岗位离职交接",
        },
    ),
    "table beside a label": (
        files.table_beside_a_label,
        {
            "giver": "钱川",
            "witness": "周武",
            "dates": ["2026-05-06"],
            "items": {"handover_plan.items": 2},
            "profile": "offboarding",
            "title": "离职交接表",
        },
    ),
    "rows as headings": (
        files.rows_as_headings,
        {
            "giver": "邱岚",
            "receivers": ["戚明"],
            "dates": ["2026-03-09", "2026-03-10"],
            "owners": ["戚明", "邱岚"],
            "items": {"work_progress.tasks": 2, "notes.items": 1},
            "title": "采购交接清单",
        },
    ),
    "accounts in a cell": (
        files.accounts_in_a_cell,
        {
            "giver": "邱岚",
            "receivers": ["戚明"],
            "accounts": ["qiulan01", "mail_q"],
            "secrets": ["Zx9!plum77"],
            "items": {"systems.items": 2},
            "title": "交接单",
        },
    ),
}
"""The kinds of file, and what is to be found in each."""


def read(kind: str, folder: Path) -> tuple[bytes, oh.Reading]:
    """A file of a kind, and what it says."""
    made = KINDS[kind][0]()
    data = made if isinstance(made, bytes) else saved(made)
    path = folder / "foreign.docx"
    path.write_bytes(data)
    return data, oh.read(path)


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_of_a_file_is_lost(kind: str, tmp_path: Path) -> None:
    """Every text that a reader of the file sees is in the document, or a secret of which it is said; but row numbers."""
    data, reading = read(kind, tmp_path)
    secrets = tuple(KINDS[kind][1].get("secrets", ()))
    assert list(lost_from((text for text in shown(data) if not text.isdigit()), reading.parts, secrets)) == []
    assert sum(remark.kind.value == "dropped" and bool(remark.path) for remark in reading.remarks) == len(secrets)
    assert all(part.ledger.taken_in == len(part.ledger.entries) for part in reading.parts)


@pytest.mark.parametrize("kind", KINDS)
def test_persons_dates_and_items_have_their_homes(kind: str, tmp_path: Path) -> None:
    """Who hands over what to whom and by when is found wherever it stands, and nothing else is made of it."""
    expected = KINDS[kind][1]
    _, reading = read(kind, tmp_path)
    (part,) = reading.parts
    assert list(facts_missing(expected, reading.parts)) == []
    assert part.document.title == expected["title"]
    assert part.document.profile == expected.get("profile", part.document.profile)
    assert len(part.document.extra) == expected.get("extra", 0)


def test_minutes_say_what_was_settled_and_who_does_what(tmp_path: Path) -> None:
    """A table of topics, decisions, persons and days fills the meeting that the rows above it speak of."""
    _, reading = read("minutes as a grid", tmp_path)
    document = reading.parts[0].document
    assert isinstance(document.communication, Communication)
    (meeting,) = document.communication.meetings
    assert (meeting.place, meeting.organiser and meeting.organiser.name) == ("三楼小会议室", "崔颖")
    assert [person.name for person in meeting.attendees] == ["崔颖", "田木", "罗依依"]
    assert [decision.content for decision in meeting.decisions] == [
        "主图风格：沿用去年蓝白底",
        "首批备货：按八百件下单，分两次到仓",
    ]
    assert [(action.title, action.owner and action.owner.name) for action in meeting.actions] == [
        ("主图风格", "田木"),
        ("首批备货", "罗依依"),
    ]


def test_deleted_words_do_not_come_back(tmp_path: Path) -> None:
    """What a tracked change took away is no part of the document, and what it added is."""
    _, reading = read("tracked changes", tmp_path)
    text = oh.dumps(reading.parts[0].document, format="json")
    assert "before each wave" in text
    assert "every Monday" not in text
