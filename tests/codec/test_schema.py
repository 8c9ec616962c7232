"""The JSON Schema says what the loader takes."""

from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from tests.support.documents import documents

from opshandover.codec import dumps, loads, schema
from opshandover.codec.formats import format_named
from opshandover.codec.schema import KEYS, Keys
from opshandover.errors import LoadError
from opshandover.model import OpsDocument
from opshandover.model.fields import fields_of, section_fields
from opshandover.text import Lang

VALIDATORS = {keys: jsonschema.Draft202012Validator(schema(keys)) for keys in KEYS}
MODEST = settings(
    max_examples=25,
)


def raw(text: str, name: str) -> Any:
    """Gives the data of a text as the format's reader gives it."""
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
        "profile: daily_work\nreceivers: 李雯",
        "profile: daily_work\nprepared_on: 明天",
        "profile: daily_work\nshift: {start: 2026-01-01}",
        "profile: daily_work\nrisks: 无",
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
        assert set(found) == set(body["properties"]), name
        for key, shape in body["properties"].items():
            held = found[key]["anyOf"][0]
            assert (held.get("type") == "array") == (shape.get("type") == "array"), f"{name}.{key}"
            for one in shape.get("anyOf", [shape]):
                if values := theirs.get(one.get("$ref"), {}).get("enum"):
                    assert sorted(held["enum"]) == sorted(values), f"{name}.{key}"
