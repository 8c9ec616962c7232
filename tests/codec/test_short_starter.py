"""Short starter files: a page, loading as it is, whose examples are found if they are left."""

import json
import re
from typing import Any

import attrs
import pytest
import yaml

import opshandover as oh
from opshandover.codec.plain import plain
from opshandover.codec.short_starter import short_starter
from opshandover.document.walk import walk
from opshandover.model import OpsDocument
from opshandover.model.fields import section_fields
from opshandover.model.header import Header
from opshandover.placeholders import EXAMPLE, is_example
from opshandover.plain_text import width
from opshandover.profiles import Profile, all_profiles, profile_of
from opshandover.spec import Need
from opshandover.text import LANGUAGES, Lang, Text

PROFILES = [p.name for p in all_profiles()]
MOST_LINES = {"shift_handover": 40, "daily_report": 40, "meeting_notes": 30, "offboarding_brief": 35}
each_starter = pytest.mark.parametrize(("name", "lang"), [(name, lang) for name in PROFILES for lang in LANGUAGES])


def _sections(profile: Profile, need: Need) -> set[str]:
    return {f.name for f in section_fields(OpsDocument) if profile.need(f.name) is need}


@each_starter
def test_is_a_page(name: str, lang: Lang) -> None:
    """No starter is longer than a screen or two, and explanations keep to the width of a page."""
    lines = short_starter(profile_of(name), lang).splitlines()
    assert len(lines) <= MOST_LINES.get(name, 60)
    assert max(width(line) for line in lines if line.startswith("##")) <= 100


@pytest.mark.parametrize("lang", LANGUAGES)
def test_four_sections_are_short(lang: Lang) -> None:
    """Whichever four sections a team keeps, and whatever it needs them for, the starter has 40 lines at most."""
    base = profile_of("daily_handover")
    keys = [key for key in base.sections if key != "header"]
    for start in range(0, len(keys), 4):
        kept = {key: attrs.evolve(base.sections[key], need=Need.REQUIRED) for key in keys[start : start + 4]}
        profile = attrs.evolve(base, sections={"header": base.sections["header"], **kept})
        assert len(short_starter(profile, lang).splitlines()) <= 40


@each_starter
def test_loads_as_it_is(name: str, lang: Lang) -> None:
    """A starter is a document of its kind in its language, and says nothing but examples."""
    document = oh.loads(short_starter(profile_of(name), lang), format="yaml")
    assert document.profile == name
    assert document.output_lang == lang
    texts = {node.value for node in walk(document, str, filled=True)} - {name}
    assert texts
    assert all(is_example(text) for text in texts)
    present = {f.name for f in section_fields(OpsDocument) if getattr(document, f.name) is not None}
    assert present == _sections(profile_of(name), Need.REQUIRED)
    assert oh.score(document).score == 0


@each_starter
def test_what_is_commented_out_loads(name: str, lang: Lang) -> None:
    """Without its mark, each line of a recommended section is that section."""
    text = short_starter(profile_of(name), lang)
    document = oh.loads(re.sub(r"^# ", "", text, flags=re.MULTILINE), format="yaml")
    bare = {f.name for f in section_fields(OpsDocument) if getattr(document, f.name) is not None}
    with_key_alone = {line for line in text.splitlines() if re.match(r"# \S+:  #", line)}
    wanted = _sections(profile_of(name), Need.REQUIRED) | _sections(profile_of(name), Need.RECOMMENDED)
    assert bare <= wanted
    assert len(wanted - bare) <= len(with_key_alone)


@each_starter
def test_each_example_is_found(name: str, lang: Lang) -> None:
    """What was left is an error, once for an item or the fields of a section, and nothing else is said of it."""
    report = oh.check(oh.loads(short_starter(profile_of(name), lang), format="yaml"))
    left = [f for f in report.findings if f.code == "TXT006"]
    assert {f.severity for f in left} == {oh.Severity.ERROR}
    assert {f.path.partition(".")[0] for f in left} <= _sections(profile_of(name), Need.REQUIRED)
    for finding in report.findings:
        inside = [f for f in left if f is not finding and finding.path.startswith(f.path)]
        assert inside == [], (finding.code, finding.path)


@each_starter
def test_header_has_what_the_profile_asks_for(name: str, lang: Lang) -> None:
    """Each field of the header that counts has a line of its own, with a hint, and others have none."""
    lines = short_starter(profile_of(name), lang).splitlines()
    for field in attrs.fields(Header):
        label = field.metadata["opshandover"].label.zh if lang == "zh" else field.name
        own = [line for line in lines if line.startswith(f"{label}:")]
        if profile_of(name).weights.get(field.name):
            assert len(own) == 1
            assert "  # " in own[0]
        elif field.name not in {"profile", "lang"}:
            assert own == []


FILLED: dict[str, Any] = {
    "标题": "11 月 28 日中班交晚班",
    "移交人": "林晓",
    "接收人": ["周岩"],
    "班次": {"名称": "中班", "开始": "2026-11-28 08:00", "结束": "2026-11-28 16:00"},
    "接班班次": {"名称": "晚班", "开始": "2026-11-28 16:00", "结束": "2026-11-29 00:00"},
}
ITEM = {"状态": "处理中", "截止日期": "2026-11-29", "负责人": "周岩", "已采取措施": ["已报障给支付渠道"]}


def test_is_filled_in_from_top_to_bottom() -> None:
    """With the examples replaced and each empty value given, no error is left but of the new owner."""
    data = yaml.safe_load(short_starter(profile_of("shift_handover"), "zh"))
    data |= FILLED
    for section, items in (("工作进展", "任务"), ("问题反馈", "问题")):
        (item,) = data[section][items]
        for key, value in item.items():
            item[key] = ITEM.get(key) or value.removeprefix(EXAMPLE.zh)
    data["工作进展"]["任务"][0]["状态"] = "进行中"
    document = oh.loads(json.dumps(data), format="json")
    errors = [f for f in oh.check(document).findings if f.severity is oh.Severity.ERROR]
    assert {f.code for f in errors} <= {"ITM001"}
    assert len(errors) <= 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_known_is_filled_in(lang: Lang) -> None:
    """Header fields and sections that are given stand there, also those that the kind does not ask for."""
    contacts = {"contacts": {"items": [{"person": {"name": "陈洁", "phone": "8023"}}]}}
    given = {"department": "客服: 一组", "receivers": ["周岩"], **contacts}
    document = oh.loads(short_starter(profile_of("shift_handover"), lang, given), format="yaml")
    wanted = oh.loads(json.dumps({"profile": "shift_handover", **given}), format="json")
    shown = plain(document)
    assert {key: shown[key] for key in given} == {key: plain(wanted)[key] for key in given}


def test_a_strange_profile_is_quoted() -> None:
    """Labels that mean something in YAML are written so that they stay labels."""
    strange = attrs.evolve(
        profile_of("charter"), label=Text("a: b # c\n[d", "a: b"), purpose=Text("line\nnext", "#"), weights={"title": 2}
    )
    text = short_starter(strange, "zh")
    assert yaml.safe_load(text)["文种"] == "a: b # c\n[d"
    assert yaml.safe_load(text)["标题"] is None
