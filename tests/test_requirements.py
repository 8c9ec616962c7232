"""Every requirement is answered by something that is there, and says what it says."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import attrs
import pytest
from tests.support.trace import (
    ARTICLES,
    COLUMNS,
    Code,
    Reference,
    Requirement,
    UnresolvedError,
    all_faults,
    requirements,
)

from opshandover.model import OpsDocument, Record
from opshandover.model.fields import Field, Kind, field_map
from opshandover.model.tasks import Task
from opshandover.profiles import Share
from opshandover.spec import Need

ANSWERS = {
    "D": (135, 50, 60, 50),
    "O": (100, 37, 53, 64),
    "W": (105, 86, 78, 112),
    "C": (90, 44, 33, 54),
    "G": (86, 73, 89, 63),
}
"""How many requirements each of the four answers of each article makes."""

KINDS = {"section", "field", "value", "rule", "profile", "behaviour"}
CJK = re.compile(r"[\u4e00-\u9fff]")
ROWS = requirements()


@pytest.fixture(scope="module")
def live() -> Code:
    """The code as it is."""
    return Code.live()


@cache
def faults_now() -> frozenset[str]:
    """What is wrong with the live code, which no other test has to name again."""
    return frozenset(all_faults(Code.live(), ROWS))


def faulty(code: Code) -> set[str]:
    """The IDs of the rows that hold in the live code, but not in some other code."""
    return {fault.partition(":")[0] for fault in {*all_faults(code, ROWS)} - faults_now()}


def naming(kind: str, pattern: str) -> set[str]:
    """The IDs of the rows with a reference that fits."""
    return {
        row.id
        for row in ROWS
        for reference in row.references
        if reference.kind == kind and re.search(pattern, reference.name)
    }


def test_no_requirement_is_lost() -> None:
    """The rows of each answer are numbered without a gap, and stand in order."""
    expected = [
        f"{article}{answer}-{number:02}"
        for article, counts in ANSWERS.items()
        for answer, count in enumerate(counts, start=1)
        for number in range(1, count + 1)
    ]
    assert [row.id for row in ROWS] == expected
    assert len(ROWS) == 1462


def test_no_cell_is_empty() -> None:
    """Each row says in both languages what is asked, and where it is answered."""
    for row in ROWS:
        assert all(cell == cell.strip() != "" for cell in attrs.astuple(row)), row.id
        assert row.kind in KINDS, row.id
        assert CJK.search(row.zh), row.id
        assert not CJK.search(row.en), row.id
        assert not re.search(r"[,:;()!?]", row.zh), row.id
        assert len(set(row.references)) == len(row.references), row.id


def test_every_requirement_is_answered(live: Code) -> None:
    """All places that are named are there."""
    assert all_faults(live, ROWS) == []


def test_articles_are_about_the_kinds_of_documents(live: Code) -> None:
    """Each article asks of a kind of document of its own."""
    assert set(ARTICLES.values()) <= set(live.profiles)
    assert len(set(ARTICLES.values())) == len(ARTICLES)
    assert set(ANSWERS) == set(ARTICLES)


def test_a_renamed_field_takes_its_rows_along(live: Code) -> None:
    """Rows on `due` of a task fail once it is called otherwise; others do not."""

    def renamed(cls: type[Record]) -> Mapping[str, Field]:
        fields = field_map(cls)
        return {n if n != "due" else "by": f for n, f in fields.items()} if cls is Task else fields

    due = naming("field", r"\.tasks\.due = ")
    assert due
    assert faulty(attrs.evolve(live, fields=renamed)) == due


def test_a_field_of_another_type_takes_its_rows_along(live: Code) -> None:
    """A path alone is not enough: what the field holds counts as well."""

    def changed(cls: type[Record]) -> Mapping[str, Field]:
        fields = field_map(cls)
        if cls is not Task:
            return fields
        return {**fields, "due": attrs.evolve(fields["due"], kind=Kind.TEXT, type=str)}

    assert faulty(attrs.evolve(live, fields=changed)) == naming("field", r"\.tasks\.due = ")


def test_a_section_that_goes_takes_its_rows_along(live: Code) -> None:
    """Fields and weights below the section fail with it."""

    def without(cls: type[Record]) -> Mapping[str, Field]:
        fields = field_map(cls)
        return {n: f for n, f in fields.items() if cls is not OpsDocument or n != "support"}

    gone = naming("section", "^support$") | naming("field", r"^support\.")
    gone |= naming("profile", r"\.support ")
    assert faulty(attrs.evolve(live, fields=without)) == gone


def test_a_value_that_goes_takes_its_rows_along(live: Code) -> None:
    """Rows on the values of an enumeration fail when no field uses it any more."""
    choices = {name: cls for name, cls in live.choices.items() if name != "TaskStatus"}
    values = naming("value", r"^TaskStatus\.")
    assert values
    assert faulty(attrs.evolve(live, choices=choices)) == values


def test_a_rule_that_goes_takes_its_rows_along(live: Code) -> None:
    """Whichever rule is no longer registered, all its rows fail."""
    for row in ROWS:
        for code in (r.name for r in row.references if r.kind == "rule"):
            rules = {name: rule for name, rule in live.rules.items() if name != code}
            fault = f"{row.id}: rule: '{code}' is not registered"
            assert fault in attrs.evolve(live, rules=rules).faults(row)


def test_a_rule_for_other_kinds_of_documents_is_no_answer(live: Code) -> None:
    """What an article asks of its kind of document has to be asked of that kind."""
    row = Requirement("D1-01", "rule", "甲", "a", "rule: TSK005")
    assert list(live.faults(row)) == ["D1-01: rule: none is asked of a daily_handover"]


def test_a_weight_that_changes_takes_its_rows_along(live: Code) -> None:
    """The first section of a handover is the first no more when another outweighs it."""
    profile = live.profiles["daily_handover"]
    shares = {**profile.sections, "notes": Share(Need.RECOMMENDED, 50)}
    profiles = {**live.profiles, profile.name: attrs.evolve(profile, sections=shares)}
    heaviest = naming("profile", "^daily_handover.*greatest")
    assert heaviest
    assert faulty(attrs.evolve(live, profiles=profiles)) == heaviest


def test_a_need_that_changes_takes_its_rows_along(live: Code) -> None:
    """A section that is only recommended is not required."""
    profile = live.profiles["offboarding"]
    shares = {k: attrs.evolve(s, need=Need.RECOMMENDED) for k, s in profile.sections.items()}
    profiles = {**live.profiles, profile.name: attrs.evolve(profile, sections=shares)}
    required = naming("profile", r"^offboarding\.\w+ need = required")
    assert required
    assert faulty(attrs.evolve(live, profiles=profiles)) == required


def test_a_test_that_goes_takes_its_rows_along(live: Code, tmp_path: Path) -> None:
    """Without its proof a behaviour is no answer."""
    assert faulty(attrs.evolve(live, root=tmp_path)) == naming("behaviour", "")


@pytest.mark.parametrize(
    ("kind", "name", "says"),
    [
        ("field", "work_progress.tasks.deadline = date", "no 'deadline'"),
        ("field", "work_progress.tasks.title.more = str", "no 'more'"),
        ("field", "work_progress.tasks.due = datetime", "holds When"),
        ("field", "work_progress.tasks", "holds list of Task"),
        ("field", "", "no ''"),
        ("value", "TaskStatus.late", "no 'TaskStatus.late'"),
        ("value", "Choice.late", "no 'Choice.late'"),
        ("section", "title", "no section"),
        ("section", "WorkProgress", "no section"),
        ("rule", "TSK999", "not registered"),
        ("rule", "task-unassigned", "not registered"),
        ("profile", "handover.issues need = required", "no profile 'handover'"),
        ("profile", "charter.title need = required", "no section"),
        ("profile", "charter.issues need = required", "not so"),
        ("profile", "charter.goals need = optional", "not so"),
        ("profile", "charter.goals weight is greatest", "not so"),
        ("profile", "charter.goals weight >= 99", "not so"),
        ("profile", "charter.goals weight is among the 1 greatest", "not so"),
        ("profile", "charter.risks weight > equal share", "not so"),
        ("profile", "charter.goals weight is nice", "cannot be judged"),
        ("behaviour", "opshandover.nowhere:score tests/test_facade.py::test_dir", "imported"),
        ("behaviour", "opshandover.scoring:nothing tests/test_facade.py::test_dir", "imported"),
        ("behaviour", "score tests/test_facade.py::test_dir", "imported"),
        ("behaviour", "opshandover.text:LANGUAGES tests/test_facade.py::test_dir", "called"),
        ("behaviour", "opshandover.scoring:score tests/test_facade.py::test_no", "no test"),
        ("behaviour", "opshandover.scoring:score tests/none.py::test_dir", "no test"),
        ("behaviour", "opshandover.scoring:score", "no test"),
        ("answered", "Because", "both languages"),
        ("answered", "因为 | Because", "both languages"),
        ("planned", "later", "no kind of reference"),
    ],
)
def test_references_that_lead_nowhere(live: Code, kind: str, name: str, says: str) -> None:
    """A reference is looked up in full; what nearly fits does not."""
    with pytest.raises(UnresolvedError, match=re.escape(says)):
        live.resolve(Reference(kind, name))


@pytest.mark.parametrize(
    ("kind", "home", "says"),
    [
        ("rule", "answered: It would do harm | 会造成损害", "needs a place that stands for it"),
        ("rule", "field: title = str", "a rule has to be named, or why there is none"),
        ("field", "title", "no kind of reference"),
    ],
)
def test_rows_that_evade_their_question(live: Code, kind: str, home: str, says: str) -> None:
    """A row names a place of its own kind, or says why it does not, and what stands for it."""
    assert says in " ".join(live.faults(Requirement("D1-01", kind, "甲", "a", home)))


@pytest.mark.parametrize("text", ["", "id\tkind\n", "\t".join(COLUMNS) + "\nD1-01\tfield\n"])
def test_a_table_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    """Rows that lack a cell, or columns in another order, are not read."""
    path = tmp_path / "requirements.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((ValueError, TypeError, IndexError)):
        requirements(path)
