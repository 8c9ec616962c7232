"""The head of the document."""

from datetime import date, datetime

import attrs
import pytest

from opshandover.layout import lay_out
from opshandover.model.base import Shift
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.header import DocumentState, Language
from opshandover.model.people import Person
from opshandover.pages.blocks import Facts, Role
from opshandover.text import LANGUAGES, Lang

HANDOVER = OpsDocument(
    profile="daily_handover", giver=Person(name="周岩"), receivers=(Person(name="林珊"), Person(name="孙宁"))
)


@pytest.mark.parametrize(("profile", "waiting"), [("daily_handover", 3), ("shift_handover", 2), ("charter", 0)])
def test_a_handover_asks_who_and_when(profile: str, waiting: int) -> None:
    """The head names giver, receivers and date, even where they are missing."""
    blocks = lay_out(OpsDocument(profile=profile), "zh", placeholders=True).blocks
    heads = [b for b in blocks if isinstance(b, Facts) and b.role is Role.METADATA]
    cells = [fact.cell for head in heads for fact in head.items]
    assert sum(cell.role is Role.PLACEHOLDER for cell in cells) == waiting


def test_the_head_is_a_table_of_two_and_keeps_long_texts_apart() -> None:
    """Short facts stand side by side; a long reason has the width of the page."""
    document = attrs.evolve(HANDOVER, reason="调岗。" * 60, organisation="某某公司")
    heads = [b for b in lay_out(document, "zh").blocks if isinstance(b, Facts)]
    assert [head.across for head in heads[:2]] == [2, 1]
    assert [fact.label for fact in heads[0].items][:2] == ["移交人", "接收人"]


def test_properties_hold_the_head() -> None:
    """Front matter and file properties get the filled fields of the header as data, whatever the language."""
    document = attrs.evolve(
        HANDOVER,
        giver=Person(name="周岩", department="客服部"),
        prepared_on=date(2026, 11, 21),
        shift=Shift(name="夜班", start=datetime(2026, 11, 20, 22)),  # noqa: DTZ001
        state=DocumentState.FINAL,
        manages_people=True,
    )
    for lang in LANGUAGES:
        assert dict(lay_out(document, lang).properties) == {
            "profile": "daily_handover",
            "state": "final",
            "shift": {"name": "夜班", "start": datetime(2026, 11, 20, 22)},  # noqa: DTZ001
            "prepared_on": date(2026, 11, 21),
            "giver": {"name": "周岩", "department": "客服部"},
            "receivers": ("林珊", "孙宁"),
            "manages_people": True,
        }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_is_told_only_where_it_is_another(lang: Lang) -> None:
    """Readers see which language a page is in; that its texts are in another than its labels, they may wonder at."""
    for language in Language:
        heads = [b for b in lay_out(attrs.evolve(HANDOVER, lang=language), lang).blocks if isinstance(b, Facts)]
        said = field_map(OpsDocument)["lang"].label[lang] in [fact.label for fact in heads[0].items]
        assert said is (language.value != lang)


def test_both_shifts_stand_in_the_order_of_time() -> None:
    """Only one of them is too wide for half a line, and the other does not go before it."""
    shift = Shift(start=datetime(2026, 11, 28, 16), end=datetime(2026, 11, 29, 0, 30), name="晚班")  # noqa: DTZ001
    document = attrs.evolve(HANDOVER, shift=shift, next_shift=Shift(name="早班"), department="客服部")
    (head, *_) = [b for b in lay_out(document, "zh").blocks if isinstance(b, Facts)]
    assert [fact.label for fact in head.items][-3:] == ["部门", "班次", "接班班次"]
