"""A form as a Word file: a blank for each field that is asked, filled in the way that fits it."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from tests.support.docx_lint import lint

from opshandover.codec.asked import asked_fields, asked_header
from opshandover.forms.word import word_form
from opshandover.model import OpsDocument, Person, System, Systems, Task, TaskStatus
from opshandover.profiles import profile_named
from opshandover.profiles.registry import profile_names
from opshandover.text import LANGUAGES, Lang

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def _body(data: bytes) -> Any:
    with ZipFile(BytesIO(data)) as file:
        return etree.fromstring(file.read("word/document.xml"))


def _controls(data: bytes) -> dict[str, Any]:
    """The properties of the controls of a file by their tags."""
    found = (one.find(f"{W}sdtPr") for one in _body(data).iter(f"{W}sdt"))
    tagged = ((one.find(f"{W}tag"), one) for one in found)
    return {tag.get(f"{W}val"): one for tag, one in tagged if tag is not None}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", profile_names())
def test_every_form_is_sound_and_asks_for_the_header(kind: str, lang: Lang) -> None:
    """Each field of the header that is asked for has a blank, and the file keeps the rules of the format."""
    data = word_form(profile_named(kind), lang)
    assert lint(data) == []
    tags = set(_controls(data))
    header = [one.name for one in asked_header(profile_named(kind)) if one.name not in ("profile", "lang")]
    assert {f"oh:{name}" for name in header} <= tags


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_blank_is_filled_in_as_its_field_is(lang: Lang) -> None:
    """A choice has its labels, a date a calendar, a text neither; all of them show what belongs there."""
    profile = profile_named("shift_handover")
    controls = _controls(word_form(profile, lang))
    at = "oh:work_progress.tasks[1]"
    asked = [one.name for one in asked_fields(Task, "work_progress.tasks", profile)]
    assert {f"{at}.{name}" for name in asked} == {tag for tag in controls if tag.startswith(at)}
    choices = controls[f"{at}.status"].iter(f"{W}listItem")
    assert [one.get(f"{W}displayText") for one in choices] == [status.label[lang] for status in TaskStatus]
    assert controls[f"{at}.due"].find(f"{W}date/{W}lid").get(f"{W}val") == {"zh": "zh-CN", "en": "en"}[lang]
    assert controls[f"{at}.title"].find(f"{W}date") is None
    assert all(one.find(f"{W}showingPlcHdr") is not None for one in controls.values())


def test_rows_of_tables_can_be_added() -> None:
    """Word repeats a row with its controls, for each table of items."""
    body = _body(word_form(profile_named("shift_handover"), "zh"))
    sections = [one for one in body.iter(f"{W}sdt") if one.find(f"{W}sdtPr/{W15}repeatingSection") is not None]
    assert sections
    for section in sections:
        rows = section.findall(f"{W}sdtContent/{W}sdt")
        assert all(row.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None for row in rows)
        assert [len(row.findall(f"{W}sdtContent/{W}tr")) for row in rows] == [1, 1, 1]


def test_what_is_known_stands_in_its_place() -> None:
    """Known values are no placeholders, and known items come before the blank ones."""
    known = OpsDocument(
        profile="daily_handover",
        giver=Person(name="周岩", phone="138-0000-0001"),
        systems=Systems(items=(System(name="订单后台", purpose="查订单"),)),
    )
    data = word_form(profile_named("daily_handover"), "zh", known)
    controls = _controls(data)
    text = "".join(_body(data).itertext())
    assert "周岩（138-0000-0001）" in text.replace("电话 ", "")
    assert "订单后台" in text
    assert controls["oh:systems.items[0].name"].find(f"{W}showingPlcHdr") is None
    assert controls["oh:systems.items[1].name"].find(f"{W}showingPlcHdr") is not None
