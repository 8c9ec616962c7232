"""The JSON Schema says what the loader takes."""

import json
from typing import Any

import jsonschema
import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.documents import documents

from opshandover import model
from opshandover.codec import dumps, loads, schema
from opshandover.codec.formats import format_named
from opshandover.codec.json import write
from opshandover.codec.schema import KEYS, Keys
from opshandover.errors import LoadError
from opshandover.model import OpsDocument
from opshandover.model.fields import Kind, fields_of, section_fields
from opshandover.text import Lang

VALIDATORS = {keys: jsonschema.Draft202012Validator(schema(keys)) for keys in KEYS}
MODEST = settings(
    max_examples=25,
)


def raw(text: str, name: str) -> Any:
    """The data that a format's reader finds in a text."""
    return format_named(name).read(text).data


@pytest.mark.parametrize("keys", KEYS)
def test_schema_is_one(keys: Keys) -> None:
    """What is printed is a valid schema of draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(schema(keys))


@MODEST
@given(documents())
def test_saved_documents_are_valid(document: OpsDocument) -> None:
    """Whatever is saved, in any format and naming, the schema takes it."""
    ways: list[tuple[Lang | None, Keys]] = [(None, "name"), ("zh", "zh"), ("en", "en")]
    for lang, keys in ways:
        for name in ("json", "yaml"):
            data = raw(dumps(document, format=name, lang=lang), name)
            VALIDATORS[keys].validate(data)
            VALIDATORS["all"].validate(data)


@pytest.mark.parametrize(
    "text",
    [
        "title: x",
        "profile: nothing_known",
        "profile: daily_work\ntitel: x",
        "profile: daily_work\nprepared_on: 明天",
        "profile: daily_work\nshift: {start: 2026-01-01}",
        "profile: daily_work\nrisks: 没有新的",
        "profile: daily_work\nrisks: {nothing: a, items: [{title: x}]}",
        "profile: daily_work\noverview: {focus: {x: y}}",
        "profile: daily_work\ngoals: {tracking: x, milestones: [x]}",
        "profile: daily_work\nrisks: {nothing: a, 不适用: b}",
        "profile: daily_work\nwork_progress: {tasks: [{status: 快了}]}",
        "profile: daily_work\nwork_progress: {tasks: [{progress: 3.9}]}",
        "profile: daily_work\nschema_version: 9",
        "profile: daily_work\nmanages_people: perhaps",
        "profile: daily_work\ndata_analysis: {metrics: [{value: '1,2'}]}",
    ],
)
def test_schema_refuses_what_the_loader_refuses(text: str) -> None:
    """A file that does not load is not valid either."""
    with pytest.raises(LoadError):
        loads(text, format="yaml")
    assert list(VALIDATORS["all"].iter_errors(raw(text, "yaml")))


@pytest.mark.parametrize(
    "fields",
    [
        *(
            f"work_progress: {{tasks: [{{status: {word}}}]}}"
            for word in "DONE In-Progress not-started Ｄｏｎｅ".split()
        ),
        "work_progress: {tasks: [{status: In Progress, progress: 50.0}]}",
        *(
            f"issues: {word}"
            for word in ("None", "N/A", "无。", "（无）", "Nothing to report.", "{None: x}", "{无内容: x}")
        ),
        *(f"lang: {word}" for word in ("ZH", "chinese", "English")),
        "issues: {nothing: x, items: [{title: （示例）a, status: }]}",
        "notes: Headset 3 is broken",
        "contacts: [Li Na]",
    ],
)
def test_schema_takes_words_as_people_type_them(fields: str) -> None:
    """Case, width, blanks and full stops make no difference to either; the schema suggests the usual spelling."""
    text = f"profile: daily_work\n{fields}"
    loads(text, format="yaml")
    VALIDATORS["all"].validate(yaml.safe_load(text))
    assert "done" in schema("all")["$defs"]["TaskStatus"]["anyOf"][0]["enum"]


def test_editor_finds_keys_with_titles_and_descriptions() -> None:
    """Each property says what it is called and what belongs there, in the language asked for."""
    for lang in ("zh", "en"):
        properties = schema("zh", lang)["properties"]
        for field in fields_of(OpsDocument):
            shown = properties[field.label.zh]
            assert shown["title"] == field.label[lang]
            assert shown["description"] == field.spec.hint[lang]


def test_another_reader_of_the_types_finds_the_same_classes_and_fields() -> None:
    """msgspec, which reads the same annotations, finds the same fields and shapes in each class."""
    sections = tuple(f.type for f in section_fields(OpsDocument))
    _, theirs = msgspec.json.schema_components(sections, ref_template="{name}")
    mine = schema("name")["$defs"]
    records = {name: body for name, body in theirs.items() if "properties" in body}
    assert set(records) <= set(mine)
    assert len(records) > 75
    for name, body in records.items():
        found = mine[name].get("properties") or mine[name]["anyOf"][0]["properties"]
        main = next((f for f in fields_of(getattr(model, name)) if f.name == getattr(model, name).main), None)
        beside = {f.name for f in fields_of(main.record)} if main and main.kind is Kind.RECORD else set()
        assert set(found) == set(body["properties"]) | beside, name
        for key, shape in body["properties"].items():
            held = found[key]["anyOf"][0]
            assert (held.get("type") == "array") == (shape.get("type") == "array"), f"{name}.{key}"
            for one in shape.get("anyOf", [shape]):
                if values := theirs.get(one.get("$ref"), {}).get("enum"):
                    assert sorted(held["enum"]) == sorted(values), f"{name}.{key}"


TYPED = jsonschema.Draft202012Validator(schema(typed=True))
LEAVES = st.sampled_from(
    [
        *(
            None,
            True,
            False,
            0,
            7,
            40,
            -3,
            2.5,
            10**18,
            10**18 - 1,
            1e39,
            "",
            "x",
            "是",
            "yes",
            "true",
            "40",
            "40%",
            "４０％",
        ),
        *(
            "1.5",
            ".5",
            "１．５",
            "1e5",
            "2026-03-05",
            "２０２６／３／５",
            "2026年3月5日",
            "2026-03-05 18:30",
            "daily_work",
        ),
        *(
            "2026-03-05T24:00",
            "2026-03-05　18：30",
            "2026-03-05 18:30:00+08:00:01",
            "1900-01-01 1:00Z",
            "done",
            "DONE",
            "In-Progress ",
            "Ｄｏｎｅ",
            40.0,
            "40.0",
            "40.5",
            "NONE.",
            {"None": "x"},
            ["x", {"text": "y"}],
            "已完成",
            "todo",
            "完成",
            "blocked",
        ),
        *(
            "1,200",
            "昨天",
            "10²",
            "٤",
            [],
            {},
            ["x"],
            [None],
            {"x": 1},
            {"name": "x"},
            {"nothing": "x"},
            {"nothing": None, "title": [{"x": ""}]},
            {"name": "x", "relationship": "y"},
            {"title": "x", "due": "2026-03-05 9:30"},
            "无",
            "n/a",
            {"不适用": None},
        ),
    ]
)
SPELLED = st.sampled_from(
    ["profile", "title", "标题", "name", "姓名", "status", "状态", "due", "value", "x", "nothing", "id"]
)


def changed(draw: st.DrawFn, data: Any) -> Any:
    """Data in which one value, key or item is another."""
    if isinstance(data, dict) and data and draw(st.integers(0, 4)):
        key = draw(st.sampled_from(sorted(data)))
        match draw(st.integers(0, 5)):
            case 0:
                return {k: v for k, v in data.items() if k != key}
            case 1:
                return {**data, draw(SPELLED): draw(LEAVES)}
            case _:
                return {**data, key: changed(draw, data[key])}
    if isinstance(data, list) and data and draw(st.integers(0, 4)):
        at = draw(st.integers(0, len(data) - 1))
        return [*data[:at], changed(draw, data[at]), *data[at + 1 :]]
    return draw(LEAVES)


@st.composite
def nearly_documents(draw: st.DrawFn) -> Any:
    """The data of a document with some values changed."""
    data = json.loads(dumps(draw(documents()), format="json"))
    for _ in range(draw(st.integers(0, 3))):
        data = changed(draw, data)
    return data


NOT_IN_A_SCHEMA = ("is the same field as", "expected a valid date", "contains the character", "nothing else can")
"""What a schema cannot express: a field given by name and by label, days that no month has, characters that YAML forbids,
two reasons why a section has nothing."""


@settings(max_examples=100)
@given(nearly_documents(), st.booleans())
def test_schema_and_loader_agree(data: Any, typed: bool) -> None:
    """Whatever the data, the loader and the schema take it or refuse it alike."""
    try:
        loads(write(data), format="json" if typed else "yaml")
    except LoadError as cause:
        refused = [f for f in cause.faults if not any(one in f.problem["en"] for one in NOT_IN_A_SCHEMA)]
        faulty = bool(refused)
        if not refused:
            return
    else:
        faulty = False
    errors = list((TYPED if typed else VALIDATORS["all"]).iter_errors(data))
    assert bool(errors) == faulty, (data, errors[:1])


@pytest.mark.parametrize(
    "field", ["version: 1.0", "id: 20260305", "title: 2026", "title: true", "giver: {name: 林晓, phone: 057155500142}"]
)
def test_texts_that_look_like_numbers(field: str) -> None:
    """What loads in YAML is valid in an editor, which takes it for a number."""
    text = f"profile: daily_work\n{field}"
    loads(text, format="yaml")
    data = yaml.safe_load(text)
    VALIDATORS["all"].validate(data)
    assert list(TYPED.iter_errors(data))
