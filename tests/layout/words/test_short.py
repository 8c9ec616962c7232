"""Texts for views: short, on one line, without a path."""

from datetime import date

from opshandover.layout.words.short import due_text, name_of, person_name, sentence, text_table, with_details
from opshandover.model.people import Person
from opshandover.model.tasks import Task
from opshandover.pages.blocks import text_of

ZHOU = Person(name="周岩", phone="138")


def test_a_record_has_a_short_name() -> None:
    """What has no title is called by its kind, and nothing is called nothing."""
    assert name_of(Task(title="甲"), "zh") == "甲"
    assert name_of(Task(), "en") == "Task"
    assert name_of(None, "zh") == ""
    assert name_of(Task(title="长" * 500), "zh", 20).startswith("长长")
    assert len(name_of(Task(title="长" * 500), "zh", 20)) <= 11


def test_prose_becomes_one_line() -> None:
    """Its words stay, whatever they stood in; its markup goes."""
    prose = "**甲**\n\n- 一\n- 二\n\n> 引\n\n| 列 |\n|---|\n| 格 |\n\n```\n码\n```\n\n---"
    assert sentence(prose, "zh") == "甲 一；二 引 格 码"
    assert sentence("- a\n- b", "en") == "a; b"


def test_a_long_text_ends_with_a_clause() -> None:
    """Half a clause may leave out the word that matters."""
    step = "If p99 > 4 s turn off flag reco_inline (runbook section 3); otherwise wait for the team on Monday"
    assert sentence(step, "en", 80) == "If p99 > 4 s turn off flag reco_inline (runbook section 3)…"


def test_a_person_is_shown_by_name() -> None:
    """Nobody has no name."""
    assert (person_name(ZHOU), person_name(None)) == ("周岩", "")


def test_details_stand_in_brackets() -> None:
    """Those that are empty leave no mark behind."""
    assert text_of(with_details("甲", ("乙", "", due_text(date(2026, 11, 21))), "zh")) == "甲（乙，2026-11-21）"
    assert text_of(with_details("甲", ("", due_text(None)), "en")) == "甲"


def test_what_is_repeated_is_marked_as_such() -> None:
    """Table and cells say that their values stand elsewhere, and lead to none."""
    table = text_table((("列", 1), ("空", 2)), (("a", ""),))
    assert [column.share for column in table.columns] == [1, 2]
    filled, empty = table.rows[0].cells
    assert table.derived
    assert filled.derived
    assert (filled.path, empty.blocks) == ("", ())
