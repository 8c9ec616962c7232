"""Full starter files: complete, explained, and loading however much of them is put to use."""

import re
from collections.abc import Callable
from typing import ClassVar

import attrs
import pytest
import yaml

import opshandover as oh
from opshandover.codec.short_starter import short_starter
from opshandover.codec.starter import _Writer, starter
from opshandover.document.walk import walk
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import Kind, fields_of, section_fields
from opshandover.model.header import Header
from opshandover.profiles import Profile, all_profiles, profile_of
from opshandover.spec import spec
from opshandover.text import LANGUAGES, Lang, Text

PROFILES = [p.name for p in all_profiles()]
_MARK = re.compile(r"^( *)# ", re.MULTILINE)
each_starter = pytest.mark.parametrize(("name", "lang"), [(name, lang) for name in PROFILES for lang in LANGUAGES])


def _opened_up(text: str) -> str:
    """Takes away one `# ` at the beginning of each line; explanations keep theirs."""
    return _MARK.sub(r"\1", text)


def _sections(profile: Profile) -> list[str]:
    known = {f.name for f in section_fields(OpsDocument)}
    return [key for key in profile.sections if key in known]


def _counts(cls: type[Record]) -> int:
    return sum(1 + (_counts(f.record) if f.kind is Kind.RECORD else 0) for f in fields_of(cls))


@each_starter
def test_loads_as_it_is(name: str, lang: Lang) -> None:
    """A starter is a document of its kind in its language, and holds nothing that it should not."""
    document = oh.loads(starter(profile_of(name), lang), format="yaml")
    assert document.profile == name
    assert document.lang is not None
    assert document.lang.value == lang
    given = [
        node.path
        for node in walk(document, object)
        if node.field is not None
        and node.value not in (node.field.default, None, ())
        and node.path not in ("profile", "lang")
    ]
    assert set(given) == set(_sections(profile_of(name)))


@each_starter
def test_scores_near_nothing(name: str, lang: Lang) -> None:
    """What a starter says by itself earns nothing."""
    score = oh.score(oh.loads(starter(profile_of(name), lang), format="yaml")).score
    assert score is not None
    assert score <= 5


@each_starter
@pytest.mark.parametrize("all_sections", [False, True])
def test_loads_however_much_is_opened_up(name: str, lang: Lang, all_sections: bool) -> None:
    """Layer for layer, taking the marks away leaves a file that loads."""
    text = starter(profile_of(name), lang, all_sections=all_sections)
    layers = 0
    while (opened := _opened_up(text)) != text:
        text = opened
        oh.loads(text, format="yaml")
        layers += 1
    assert layers > 2
    rest = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    assert all(line.lstrip().startswith("##") for line in rest)


@pytest.mark.parametrize("name", PROFILES)
def test_holds_every_field(name: str) -> None:
    """Opened up in full, a starter has a value for every field of its sections, however deep."""
    text = starter(profile_of(name), "en")
    while (opened := _opened_up(text)) != text:
        text = opened
    keys = re.findall(r"(?<![\w])([a-z_]+):(?= |$|})", _without_comments(text), re.MULTILINE)
    wanted = [f.record for f in section_fields(OpsDocument) if f.name in _sections(profile_of(name))]
    expected = _counts(Header) + sum(1 + _counts(cls) for cls in wanted)
    assert len(keys) == expected + 1  # the schema version


def _without_comments(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("##"))


@each_starter
def test_explains_every_field(name: str, lang: Lang) -> None:
    """Label and hint of every field of the profile stand in a comment."""
    comments = _joined_comments(starter(profile_of(name), lang))
    classes: set[type[Record]] = {Header}
    todo = [f.record for f in section_fields(OpsDocument) if f.name in _sections(profile_of(name))]
    while todo:
        cls = todo.pop()
        if cls not in classes:
            classes.add(cls)
            todo += [f.record for f in fields_of(cls) if f.kind is Kind.RECORD]
    for cls in classes:
        for field in fields_of(cls):
            assert _squeezed(field.label[lang]) in comments
            assert _squeezed(field.spec.hint[lang]) in comments, (cls, field.name)
            if field.kind is Kind.CHOICE and lang == "zh":
                assert all(_squeezed(choice.label.zh) in comments for choice in field.choice)


def _joined_comments(text: str) -> str:
    """All comments in one line without spaces, so that line breaks do not matter."""
    lines = [line.lstrip("# ") for line in text.splitlines() if "## " in line]
    return _squeezed("".join(lines))


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_lines_are_short() -> None:
    """Explanations are broken to the width of a page."""
    lines = starter(profile_of("daily_handover"), "en", all_sections=True).splitlines()
    assert max(len(line) for line in lines if line.startswith("##")) <= 100


def test_all_sections_are_there_when_asked_for() -> None:
    """With all sections, every section of the model and the free ones have their key."""
    text = starter(profile_of("charter"), "en", all_sections=True)
    for field in (*section_fields(OpsDocument), fields_of(OpsDocument)[-1]):
        assert re.search(rf"^{field.name}:$", text, re.MULTILINE)


def test_needs_follow_the_profile() -> None:
    """A field that the profile gives weight is called required, whatever its declaration says."""
    handover, charter = (starter(profile_of(name), "en") for name in ("offboarding", "charter"))
    assert "## Handed over by (required)" in handover
    assert "## Handed over by (optional)" in charter


def test_a_strange_profile_is_quoted() -> None:
    """Labels that mean something in YAML are written so that they stay labels."""
    strange = attrs.evolve(
        profile_of("charter"),
        label=Text("a: b # c\n[d", "a: b"),
        purpose=Text("line\nnext", "#"),
        weights={"title": 2},
    )
    text = starter(strange, "zh")
    assert yaml.safe_load(text)["文种"] == "a: b # c\n[d"
    assert "## a: b # c [d：line next" in text


WAIVER = {
    "zh": "豁免: [{规则: GEN001, 原因: 一页说完}]  # 组长同意",
    "en": "waivers:\n- rule: GEN001\n  reason: one page",
}


@each_starter
@pytest.mark.parametrize("write", [starter, short_starter])
def test_a_waiver_put_in_by_hand_loads(name: str, lang: Lang, write: Callable[[Profile, Lang], str]) -> None:
    """Above or below, whether the starter has an empty key for waivers or none."""
    text = write(profile_of(name), lang)
    for whole in (f"{WAIVER[lang]}\n{text}", f"{text}\n{WAIVER[lang]}\n"):
        (waiver,) = oh.loads(whole, format="yaml").waivers
        assert waiver.rule == "GEN001"


@attrs.frozen(kw_only=True)
class Branch(Record):
    """A record that holds records of its own kind."""

    label: ClassVar[Text] = Text("枝", "Branch")

    name: str = attrs.field(default="", metadata=spec("名称", "Name", "名称", "Name"))
    branches: tuple["Branch", ...] = attrs.field(default=(), metadata=spec("分枝", "Branches", "再分", "Those on it"))


def test_recursion_ends() -> None:
    """A record that may hold its own kind is followed for one step."""
    attrs.resolve_types(Branch)
    field = fields_of(Branch)[1]
    lines = list(_Writer(profile_of("charter"), "en", {})._field(field, "branches", (OpsDocument,)))
    assert [line for line in lines if "##" not in line] == [
        "branches:",
        "# - name:",
        "#   branches:",
    ]
