"""Every class of the model keeps the promises that loader, schema, layout and score rely on."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import opshandover.model
from opshandover.document.walk import walk
from opshandover.model import Choice, OpsDocument, Record
from opshandover.model.fields import Field, Kind, field_map, fields_of
from opshandover.spec import Need
from opshandover.spelling import fold
from opshandover.text import LANGUAGES

CJK = re.compile(r"[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")


def reachable(cls: type[Record], seen: dict[type[Record], None]) -> dict[type[Record], None]:
    """Collects a class and all record classes that its fields hold."""
    if cls not in seen:
        seen[cls] = None
        for field in fields_of(cls):
            if field.kind in (Kind.RECORD, Kind.SECTION):
                reachable(field.record, seen)
    return seen


CLASSES = tuple(reachable(OpsDocument, {}))
CHOICES = tuple(
    sorted(
        {f.choice for cls in CLASSES for f in fields_of(cls) if f.kind is Kind.CHOICE},
        key=lambda c: c.__name__,
    )
)


def all_fields() -> Iterator[tuple[type[Record], Field]]:
    """Every field of every class."""
    return ((cls, field) for cls in CLASSES for field in fields_of(cls))


def test_walk_over_the_classes_finds_the_whole_model() -> None:
    """The model is as large as it is meant to be, so that the tests below look at all of it."""
    assert len(CLASSES) > 80
    assert len(CHOICES) > 40
    assert sum(1 for _ in all_fields()) > 550


@pytest.mark.parametrize("cls", CLASSES, ids=lambda c: c.__name__)
def test_no_two_fields_of_a_class_can_be_taken_for_each_other(cls: type[Record]) -> None:
    """Whatever a key may be written as, it means one field of its class."""
    seen: dict[str, str] = {}
    for field in fields_of(cls):
        for written in {field.name, *(field.label[lang] for lang in LANGUAGES)}:
            assert seen.setdefault(fold(written), field.name) == field.name, written


@pytest.mark.parametrize("cls", CHOICES, ids=lambda c: c.__name__)
def test_no_two_values_of_an_enumeration_can_be_taken_for_each_other(cls: type[Choice]) -> None:
    """Whatever a value may be written as, it means one value, called like its member."""
    seen: dict[str, Choice] = {}
    for choice in cls:
        assert choice.value == choice.name.lower()
        for written in {choice.value, *(choice.label[lang] for lang in LANGUAGES)}:
            assert seen.setdefault(fold(written), choice) is choice, written


def test_every_field_speaks_both_languages() -> None:
    """Labels and hints are there in Chinese and in English, and no English text has Chinese in it."""
    for cls, field in all_fields():
        for text in (field.label, field.spec.hint):
            where = f"{cls.__name__}.{field.name}: {text}"
            assert CJK.search(text.zh), where
            assert text.en, where
            assert not CJK.search(text.en), where


def test_every_content_field_has_a_default() -> None:
    """A draft with nothing in it can be loaded, so that it can be scored; only its kind is needed."""
    needed = {(cls.__name__, f.name) for cls, f in all_fields() if f.default is attrs.NOTHING}
    assert needed == {("OpsDocument", "profile")}


def test_weights_follow_the_needs() -> None:
    """What is required weighs something, what is optional nothing unless it says so."""
    for cls, field in all_fields():
        assert field.spec.weight >= 0
        if field.spec.need is Need.REQUIRED and field.default is not attrs.NOTHING:
            assert field.spec.weight > 0, f"{cls.__name__}.{field.name}"


def test_main_field_is_a_single_value_of_its_class() -> None:
    """What may be written alone is one field, and not a list."""
    for cls in CLASSES:
        if cls.main:
            assert not field_map(cls)[cls.main].many, cls.__name__


def test_bounds_stand_only_at_numbers() -> None:
    """Least and greatest values are declared where there is a number to bound."""
    for _, field in all_fields():
        if field.spec.ge is not None or field.spec.le is not None:
            assert field.kind in (Kind.INTEGER, Kind.DECIMAL)


def test_package_exports_every_public_class() -> None:
    """`opshandover.model` offers each public class of its files, in alphabetical order."""
    folder = Path(opshandover.model.__file__).parent
    inside = {"base", "columns", "fields", "verify", "__init__"}
    defined = {
        node.name
        for path in folder.glob("*.py")
        if path.stem not in inside
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }
    exported = opshandover.model.__all__
    assert defined <= set(exported)
    assert all(hasattr(opshandover.model, name) for name in exported)


def test_walk_visits_every_value_with_its_path() -> None:
    """Each value is met once, under the path that leads to it."""
    document = OpsDocument(
        profile="daily_work",
        receivers=(opshandover.model.Person(name="a"), opshandover.model.Person(name="b")),
    )
    met = {node.path: node.value for node in walk(document, object)}
    assert met["receivers[1].name"] == "b"
    assert met["giver"] is None
    assert len(met) == sum(1 for _ in walk(document, object))


def test_records_show_what_was_filled_in() -> None:
    """The text of a record names its class and its filled fields, and can be evaluated again."""
    person = opshandover.model.Person(name="周岩", phone="8012")
    assert repr(person) == "Person(name='周岩', phone='8012')"
    assert eval(repr(person), vars(opshandover.model)) == person  # noqa: S307 - our own text
