"""The examples do what their texts claim: they load, are ready, score high, and can be run."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import attrs
import jsonschema
import pytest
from tests.exporters.word.opened import opened
from tests.support.docx_lint import lint
from tests.support.grids import in_turn
from tests.support.patience import PATIENCE

from opshandover import check, dumps, export, load, loads, schema, score
from opshandover.codec import Source
from opshandover.findings import Report, Severity
from opshandover.model import DocumentState, NotApplicable, Nothing, OpsDocument, Record, WorkProgress
from opshandover.model.fields import fields_of, section_fields
from opshandover.text import LANGUAGES, Lang

EXAMPLES = Path(__file__).parent.parent / "examples"
COMPLETE = {
    "charter.zh.yaml": ("charter", 85),
    "communication.zh.yaml": ("communication", 91),
    "daily_handover.en.yaml": ("daily_handover", 93),
    "daily_handover.zh.yaml": ("daily_handover", 93),
    "daily_work.zh.yaml": ("daily_work", 87),
    "offboarding.zh.yaml": ("offboarding", 94),
}
"""The kind of each filled-in document, and the score that it must not fall below.

They hold what a team would write in two or three pages, so that none of them is at 100.
"""
BRIEF = {
    "daily_report.zh.yaml": ("daily_report", 70, 7),
    "meeting_notes.en.yaml": ("meeting_notes", 80, 0),
    "offboarding_brief.zh.yaml": ("offboarding_brief", 85, 4),
    "shift_handover.en.yaml": ("shift_handover", 80, 1),
    "shift_handover.zh.yaml": ("shift_handover", 80, 0),
}
"""The kind of each short document, its least score, and how many warnings people put up with in it."""
DRAFT = "draft.zh.yaml"
EVERY = (*COMPLETE, *BRIEF, DRAFT)
FORMS = sorted((EXAMPLES / "forms").glob("*.docx"))
VALIDATOR: Any = jsonschema.Draft202012Validator(schema())

PLANTED = {
    ("HDR001", "receivers"): "nobody is named who takes over",
    ("GEN007", "shift.end"): "the shift ends before it starts",
    ("GEN003", "overview"): "the overview says 同上",
    ("GEN004", "customers.reason"): "no customers, and the reason is 无",
    ("GEN001", "resources"): "a required section is missing",
    ("GEN008", "work_progress.tasks[0].owner"): "a task has no owner",
    ("TSK002", "work_progress.tasks[1].reason_unfinished"): "a delayed task gives no reason",
    ("TSK007", "work_progress.tasks[2].status"): "a task says 进行中 and no more",
    ("ITM003", "work_progress.tasks[2].next_step"): "a task under way has no next step",
    ("TSK006", "work_progress.tasks[3].progress"): "a task is done, but only to 80 %",
    ("ISS006", "issues.items[0].affected_users"): "an issue does not say whom it affects",
    ("ITM002", "issues.items[0].owner"): "the owner is 相关同事",
    ("ITM005", "issues.items[1].resolution_progress"): "an overdue issue does not say why",
    ("GEN008", "risks.items[0].response"): "a risk has no response",
    ("DAT004", "data_analysis.metrics[0].target"): "a figure has nothing to be held against",
    ("SEC001", "systems.items[0].operation"): "a password stands in the text",
    ("TXT001", "documents.items[0].location"): "a file is kept on a local disk",
    ("TXT002", "documents.items[1].location"): "a placeholder is left",
    ("DOC001", "documents.items[1].location"): "a placeholder is no place where a file is kept",
    ("DOC001", "documents.items[1].version"): "nothing tells the versions of a contract apart",
    ("CON001", "contacts.items[0].person.phone"): "a contact cannot be reached",
}
UNWRITTEN = (
    "changes",
    "culture",
    "goals",
    "notes",
    "partners",
    "processes",
    "projects",
    "responsibilities",
    "routine_work",
    "support",
    "training",
)
"""The recommended sections that the author of the draft never came to."""


def _load(name: str) -> OpsDocument:
    return load(EXAMPLES / name)


def _run(script: str, folder: Path, *arguments: str) -> bytes:
    """Runs a script of the examples in a folder, and gives what it printed."""
    command = [sys.executable, "-W", "error", str(EXAMPLES / script), *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout


def test_every_file_is_known() -> None:
    """No document lies among the examples that these tests do not look at."""
    assert {path.name for path in EXAMPLES.glob("*.yaml")} == set(EVERY)


@pytest.mark.parametrize(("name", "profile"), [(n, p) for n, (p, _) in COMPLETE.items()])
def test_complete_examples_are_ready(name: str, profile: str) -> None:
    """A filled-in example is of its kind, and no rule finds an error or a warning in it."""
    document = _load(name)
    report = check(document)
    grave = [f for f in report.findings if f.severity is not Severity.INFO]
    assert document.profile == profile
    assert [(f.code, f.path) for f in grave] == []
    assert report.ready


@pytest.mark.parametrize(("name", "profile", "least", "most"), [(n, *rest) for n, rest in BRIEF.items()])
def test_brief_examples_are_ready(name: str, profile: str, least: int, most: int) -> None:
    """A short document as people write it has no error, few warnings and a good score, and fits on a page or two."""
    document = _load(name)
    report = check(document)
    warnings = [(f.code, f.path) for f in report.findings if f.severity is Severity.WARNING]
    assert document.profile == profile
    assert report.ready
    assert len(warnings) <= most, warnings
    assert (score(document).score or 0) >= least
    assert len((EXAMPLES / name).read_text("utf-8").splitlines()) <= 120


@pytest.mark.parametrize(("name", "least"), [(n, s) for n, (_, s) in COMPLETE.items()])
def test_complete_examples_score_high(name: str, least: int) -> None:
    """A filled-in example leaves out little of what its kind of document needs."""
    card = score(_load(name))
    assert card.score is not None
    assert card.score >= least, card.next_steps[:3]
    assert card.scored_on >= 90


@pytest.mark.parametrize("absence", [Nothing, NotApplicable])
def test_examples_show_how_to_say_that_nothing_is_there(absence: type[Record]) -> None:
    """Both ways to leave out a section, each with its reason, can be seen in the examples."""
    documents = [_load(name) for name in COMPLETE]
    sections = [getattr(d, f.name) for d in documents for f in section_fields(OpsDocument)]
    assert any(isinstance(section, absence) for section in sections)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("format", ["json", "yaml"])
def test_examples_round_trip(name: str, format: str) -> None:
    """An example is the same after it was written and read, by names and by either labels."""
    document = _load(name)
    for lang in (None, *LANGUAGES):
        assert loads(dumps(document, format=format, lang=lang), format=format) == document


@pytest.mark.parametrize("name", EVERY)
def test_examples_fit_the_schema(name: str) -> None:
    """The data of an example, as its format's reader gives it, is valid by the JSON Schema."""
    source = Source.of_file(EXAMPLES / name)
    VALIDATOR.validate(source.format.read(source.text).data)


@pytest.mark.parametrize("name", EVERY)
def test_examples_say_what_they_are(name: str) -> None:
    """Each file begins with one comment line that tells what it is and names a command for it."""
    first, second = (EXAMPLES / name).read_text(encoding="utf-8").splitlines()[:2]
    assert first.startswith("# ")
    assert "opshandover " in first
    assert name in first
    assert not second.startswith("#")


def places(report: Report) -> set[tuple[str, str]]:
    """The code and path of all that a report names, parts one by one."""
    return {(part.code, part.path) for f in report.findings for part in f.parts or (f,)}


def test_draft_has_the_planted_faults() -> None:
    """Each fault planted in the draft is found at its place, and nothing else is."""
    document = _load(DRAFT)
    report = check(document)
    found = places(report)
    assert {place: why for place, why in PLANTED.items() if place not in found} == {}
    assert found == PLANTED.keys()
    final = places(check(attrs.evolve(document, state=DocumentState.FINAL)))
    assert {("GEN001", section) for section in UNWRITTEN} <= final
    assert not report.ready
    assert (score(document).score or 0) < 60


def test_draft_does_not_leak_its_secret() -> None:
    """The password in the draft is in no finding's text and in no export."""
    document = _load(DRAFT)
    planted = "Hemai@2026"
    assert planted in dumps(document, format="yaml")
    data = [f.as_data(lang) for f in check(document).findings for lang in LANGUAGES]
    assert planted not in repr(data)
    assert planted not in export(document, "markdown").decode()


@pytest.mark.parametrize("kind", ["daily_handover", "shift_handover"])
def test_both_languages_tell_the_same(kind: str) -> None:
    """The English and the Chinese handover have the same sections with as many items each."""
    zh, en = _load(f"{kind}.zh.yaml"), _load(f"{kind}.en.yaml")
    for field in section_fields(OpsDocument):
        one, other = getattr(zh, field.name), getattr(en, field.name)
        assert type(one) is type(other), field.name
        assert _sizes(one) == _sizes(other), field.name


def _sizes(section: Record | None) -> dict[str, int]:
    """Counts the items of each list of a section."""
    many = [f.name for f in fields_of(type(section)) if f.many] if section else []
    return {name: len(getattr(section, name)) for name in many}


def test_script_builds_from_a_table(tmp_path: Path) -> None:
    """The script reads its table, says what is missing and writes Word where it is told to."""
    out = tmp_path / "out.docx"
    said = _run("build_from_csv.py", tmp_path, str(out)).decode()
    assert out.read_bytes().startswith(b"PK")
    assert "完整度" in said
    assert "TSK002 work_progress.tasks[2].reason_unfinished" in said.replace("  ", " ")


def test_script_has_a_default_place(tmp_path: Path) -> None:
    """Without an argument the Word file is written into the current folder."""
    _run("build_from_csv.py", tmp_path)
    assert [path.suffix for path in tmp_path.iterdir()] == [".docx"]


def test_forms_are_those_that_the_script_makes(tmp_path: Path) -> None:
    """Part by part: the archives have the times at which they were made."""
    _run("make_forms.py", tmp_path, str(tmp_path / "forms"))
    for stored in FORMS:
        with ZipFile(stored) as ours, ZipFile(tmp_path / "forms" / stored.name) as made:
            assert ours.namelist() == made.namelist()
            changed = [name for name in ours.namelist() if ours.read(name) != made.read(name)]
            assert [name for name in changed if name != "docProps/core.xml"] == []


@pytest.mark.parametrize(("name", "form", "lang"), in_turn(EVERY, FORMS, LANGUAGES))
def test_forms_are_filled(name: str, form: Path, lang: Lang) -> None:
    """Every example fits into every form: sound, without braces left over, with all tasks that it has."""
    document = load(EXAMPLES / name)
    data = export(document, "word", template=form, left_out="ignore", lang=lang)
    assert lint(data) == []
    text = "".join(
        opened(data).text(part) for part in opened(data).parts if part.startswith("word/") and "xml" in part[-3:]
    )
    assert "{{" not in text
    assert "}}" not in text
    tasks = document.work_progress.tasks if isinstance(document.work_progress, WorkProgress) else ()
    assert all(task.title in text for task in tasks)


def test_the_night_run_fills_a_form(tmp_path: Path) -> None:
    """200 documents of 20 tickets, in as few lines as a script should have."""
    assert "200 份，第一份 NS-000.docx" in _run("nightly.py", tmp_path).decode()
    made = sorted((tmp_path / "nightly").iterdir())
    assert len(made) == 200
    assert opened(made[-1].read_bytes()).text().count("工单 199-") == 20
    assert len((EXAMPLES / "nightly.py").read_text(encoding="utf-8").splitlines()) <= 40


def test_own_exporter_writes_open_tasks(tmp_path: Path) -> None:
    """The exporter lists open tasks only, and is short enough to be read at a glance."""
    _run("own_exporter.py", tmp_path, str(EXAMPLES / "daily_handover.zh.yaml"))
    page = (tmp_path / "checklist.html").read_text("utf-8")
    assert page.count("<li>") == 3
    assert "补发漏放的赠品保温杯" in page
    assert "接完双十一当晚的排队会话" not in page
    assert len((EXAMPLES / "own_exporter.py").read_text(encoding="utf-8").splitlines()) < 30


def test_own_exporter_can_be_registered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named by an entry point as its comment says, the exporter is found and used by name."""
    about = tmp_path / "own-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: own\nVersion: 1.0\n")
    entry = "[opshandover.exporters]\nchecklist = own_exporter:Checklist\n"
    (about / "entry_points.txt").write_text(entry)
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(EXAMPLES), *sys.path])
    assert export(_load(DRAFT), "checklist").decode().count("<li>") == 3


PACKAGES = sorted((EXAMPLES / "plugins").iterdir())
API = (EXAMPLES.parent / "docs" / "api.md").read_text("utf-8")
PUBLIC = ("", ".pages", ".layout", ".exporters", ".rules", ".profiles", ".model", ".testing")
"""The modules of which all names in `__all__` are public; other public names stand on the page of the API."""


def _is_public(module: str, name: str) -> bool:
    if module.removeprefix("opshandover") in PUBLIC:
        return name in getattr(import_module(module), "__all__", ())
    members = re.findall(rf"automodule:: {re.escape(module)}\n   :members: (.+)", API)
    return (
        name in ", ".join(members).split(", ")
        or re.search(rf":: {re.escape(f'{module}.{name}')}$", API, re.MULTILINE) is not None
    )


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_example_packages_import_public_names_only(package: Path) -> None:
    """Whoever copies a package relies on nothing that may change without notice."""
    imports = [
        (node.module, alias.name)
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "opshandover"
        for alias in node.names
    ]
    assert imports
    assert [one for one in imports if not _is_public(*one)] == []


def test_what_is_not_public() -> None:
    """The page of the API and the lists of names are really asked."""
    assert _is_public("opshandover.errors", "OptionError")
    assert _is_public("opshandover.text", "message")
    assert not _is_public("opshandover.errors", "excerpt")
    assert not _is_public("opshandover.pages.blocks", "Heading")
    assert not _is_public("opshandover.text", "mess")


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_example_packages_are_complete(package: Path) -> None:
    """Each can be installed, says what it is in both languages, is typed, has tests, and is registered."""
    project = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))["project"]
    (source,) = (package / "src").iterdir()
    assert (source / "py.typed").is_file()
    assert (package / "README.md").read_text("utf-8").startswith(f"# {project['name']}\n")
    assert "\n## 中文\n" in (package / "README.md").read_text("utf-8")
    assert list((package / "tests").glob("test_*.py"))
    for group, entries in project["entry-points"].items():
        assert group.startswith("opshandover.")
        for value in entries.values():
            module, _, name = value.partition(":")
            path = source / (module.partition(".")[2] or "__init__")
            assert f'"{name}"' in path.with_suffix(".py").read_text("utf-8").partition("__all__")[2].partition("]")[0]
