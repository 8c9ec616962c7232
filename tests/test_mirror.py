"""A test stands where the module stands that it proves, and no module is without one."""

import ast
from pathlib import Path

import pytest
from tests.support.examples import ROOT

SOURCE = ROOT / "src" / "opshandover"
TESTS = ROOT / "tests"
OF_A_WHOLE = {
    "cli/test_bad_input": "every command refuses the same files in the same way",
    "cli/test_process": "cost, encoding, terminals and pipes are those of a process, not of a module",
    "codec/test_bounds": "readers of formats and the structuring of records have the same limits",
    "codec/test_faults": "readers of formats and the structuring of records find the faults of one file together",
    "codec/test_no_secrets": "every fault of a file or of settings leaves by one door",
    "codec/test_round_trip": "writing and reading are inverses of each other",
    "exporters/html/test_browser": "a browser shows and prints what the whole HTML wing wrote",
    "exporters/word/test_accessibility": "who has a page read out gets what the whole Word wing wrote",
    "exporters/word/test_first_page": "the layout and the Word wing decide together what comes on the first page",
    "exporters/word/test_office": "an office program prints what the whole Word wing wrote",
    "reading/returned/test_office": "an office program saves and edits what the whole Word wing wrote",
    "reading/foreign/test_word": "Word files of others go through the importer and the reading of foreign pages together",
    "exporters/word/test_survival": "an office program saves again what the whole Word wing wrote",
    "exporters/word/test_validators": "judges of the file format look at whole files",
    "model/test_declarations": "what holds for all classes of the model",
    "forms/test_filled": "a form is laid out, written, filled in and read",
    "fuzz/test_corpus": "what a search guided by the code found, in every reader",
    "reading/returned/test_conflicts": "merging, the Word wing and the reading of returned files settle a conflict together",
    "layout/test_derived": "every part of a page says whether it is shown a second time",
    "layout/test_run_paths": "every value on a page stands under its own path",
    "plugins/test_importers": "the same with the registry of importers",
    "plugins/test_exporters": "other distributions are found by `plugins` and judged by the registry of exporters",
    "plugins/test_profiles_and_rules": "the same with the registries of profiles and rules",
    "plugins/test_team_profiles": "kinds of document from packages and from configurations side by side",
    "redaction/test_measured": "all searches together are measured on corpora that they were not written for",
    "rules/test_any_document": "no rule fails with any document",
    "rules/test_pages": "the docstrings of all rules are pages with examples that hold",
    "scoring/test_properties": "what holds for the score of any document",
    "test_docs": "the documentation",
    "test_examples": "the examples",
    "test_honest": "rules and score together are judged by documents as people write them",
    "test_facade": "what `import opshandover` offers and costs",
    "test_mirror": "the tests themselves",
    "test_no_secrets": "every message, report and output gets its values by one door",
    "test_pre_commit": "the hook for pre-commit",
    "test_requirements": "the table of requirements",
    "test_typing": "what type checkers make of the whole library",
}
"""Tests that prove more than one module, and what they prove."""
PROVED_ELSEWHERE = {
    "__init__": "`test_facade`",
    "caching": "a type for `functools.cache`",
    "cli/__init__": "every test of a command goes through it",
    "codec/asked": "`forms/test_questions` and `codec/test_short_starter`",
    "cli/commands": "the options of the commands, which stand in `cli/run`",
    "cli/run/common": "every command with an output as data",
    "cli/run/files": "`cli/test_bad_input` and `cli/test_configuration`, for every command",
    "continuity/applying": "`continuity/test_merging`",
    "continuity/changes": "`continuity/test_comparing`",
    "continuity/decisions": "data, made by each merge",
    "continuity/nodes": "`continuity/test_merging`",
    "exporters/digest/lines": "`exporters/test_digest`",
    "exporters/word/__init__": "options, each proved with the module that it is for",
    "exporters/word/design": "a table of measures and colours",
    "exporters/word/flow": "`layout/views/test_flow`",
    "exporters/word/left_out": "an enumeration; `exporters/word/form/test_left_out`",
    "exporters/word/style": "`exporters/word/test_styles`",
    "exporters/word/table_styles": "`exporters/word/test_styles`",
    "importers/html/fragment": "`importers/markdown/test_parser`",
    "importers/html/inline": "`importers/test_html`",
    "importers/html/parse": "`importers/test_html`",
    "importers/html/reader": "`importers/test_html`",
    "importers/html/tables": "`importers/test_html`",
    "importers/html/tree": "`importers/test_html`",
    "importers/markdown/cells": "`importers/markdown/test_carried`",
    "pages/writing/blocks": "`pages/writing/test_prose` and `exporters/markdown/test_render`",
    "importers/markdown/parse": "`importers/test_markdown`",
    "importers/markdown/reader": "`importers/test_markdown` and `importers/markdown/test_carried`",
    "layout/view": "an enumeration",
    "importers/registry": "`plugins/test_importers`",
    "reading/foreign/content": "`reading/foreign/test_items` and `reading/foreign/test_foreign`",
    "reading/foreign/drafts": "`reading/foreign/test_items` and `reading/foreign/test_rows`",
    "reading/foreign/forms": "`reading/foreign/test_word`, by each table that is a form",
    "reading/foreign/minutes": "`reading/foreign/test_word` and `reading/foreign/test_foreign`",
    "reading/foreign/places": "`reading/foreign/test_foreign`, by the headings of each document",
    "reading/foreign/reader": "`reading/foreign/test_foreign`",
    "reading/foreign/sections": "`reading/foreign/test_items` and `reading/foreign/test_foreign`",
    "importers/word/beside": "`importers/test_word`",
    "importers/word/body": "`importers/test_word`",
    "importers/word/file": "what the readers of one file share; `importers/test_word`",
    "importers/word/headings": "`importers/test_word`",
    "importers/word/lists": "`importers/test_word` and `importers/word/test_carried`",
    "importers/word/numbering": "`importers/test_word`",
    "importers/word/reading": "`importers/test_word`",
    "importers/word/styles": "`importers/test_word`",
    "importers/word/tables": "`importers/test_word` and `importers/word/test_carried`",
    "importers/word/text": "`importers/test_word` and `importers/word/test_carried`",
    "ooxml/package": "`importers/test_word`",
    "reading/returned/account": "`reading/returned/test_returned`: every account there adds up",
    "reading/returned/additions": "`reading/returned/test_returned`",
    "reading/returned/comparing": "`reading/returned/test_returned`",
    "reading/returned/edits": "`reading/returned/test_returned`",
    "reading/returned/lines": "`reading/returned/test_returned`",
    "reading/returned/long_texts": "`reading/returned/test_returned`",
    "reading/returned/rows": "`reading/returned/test_returned`",
    "reading/returned/targets": "`reading/returned/test_returned`",
    "reading/returned/units": "`reading/returned/test_returned`",
    "reading/blanks": "`forms/test_filled`",
    "reading/imported": "data, made by each importer",
    "reading/original": "`reading/test_ours` and `reading/returned/test_returned`",
    "reading/result": "data, made by each way of reading",
    "reading/own/context": "`reading/own/test_page`, of every block that is read or left",
    "reading/own/lists": "`reading/own/test_page`, of every form of a list",
    "reading/own/records": "`reading/own/test_page`, of every class of records",
    "reading/own/signatures": "`reading/own/test_page`, of every line to sign",
    "reading/own/values": "`reading/own/test_page`, of every kind of value",
    "remarks": "data, made by each way of reading",
    "layout/views/digest": "`exporters/test_digest`",
    "layout/views/section_views": "`layout/views/test_matrix` and `layout/views/test_breakdown`",
    "layout/views/summaries": "`layout/views/test_one_page`",
    "layout/words/customary": "`layout/words/test_inverse`",
    "layout/words/labels": "a table of texts",
    "loading": "`test_importing`",
    "pages/table_rule": "`pages/test_markdown`",
    "pages/tokens": "`pages/test_markdown`",
    "profiles/profile": "a record; `profiles/test_builtin` and `profiles/test_checking` look into it",
    "reporting/checked": "a record; `reporting/test_formats`",
    "reporting/labels": "`cli/run/test_check`",
    "rules/crashed": "`rules/test_engine`",
    "rules/page": "`rules/test_pages`, for all rules",
}
"""Modules without a file of tests of their own, and what proves them or why there is little to prove."""


def names() -> list[str]:
    """The paths of all files with tests, without their suffix."""
    return sorted(path.relative_to(TESTS).with_suffix("").as_posix() for path in TESTS.rglob("test_*.py"))


def mirrored(test: str) -> list[Path]:
    """The places of the module or package that a test is named for.

    What a package does as a whole may be proved beside its modules, in a file of its own name;
    what helps the tests has tests as well.
    """
    folder = Path(test).parent
    name = Path(test).name.removeprefix("test_")
    package = [SOURCE / folder] if name == folder.name else []
    return [SOURCE / folder / f"{name}.py", SOURCE / folder / name, *package, TESTS / folder / f"{name}.py"]


@pytest.mark.parametrize("test", names())
def test_each_file_of_tests_mirrors_a_module(test: str) -> None:
    """A module that moves or goes takes its tests along, unless they prove a whole."""
    assert (test in OF_A_WHOLE) != any(place.exists() for place in mirrored(test))


def test_the_table_names_files_that_are_there() -> None:
    """No entry outlives its file."""
    assert set(OF_A_WHOLE) <= set(names())


def modules() -> list[str]:
    """The paths of all modules with functions or classes of their own, without their suffix.

    The data classes of `model` are left out: `model/test_declarations` proves them together.
    """
    found = (path.relative_to(SOURCE) for path in SOURCE.rglob("*.py") if defines(path))
    return sorted(path.with_suffix("").as_posix() for path in found if path.parts[0] != "model")


def defines(path: Path) -> bool:
    """Whether a module has a function or class of its own."""
    nodes = ast.parse(path.read_text("utf-8")).body
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for node in nodes)


def places_of_tests(module: str) -> list[Path]:
    """The places where the tests of a module or package may stand; for many of them, a folder of its name."""
    path = Path(module)
    package = path.name == "__init__"
    folder, name = (path.parent.parent, path.parent.name) if package else (path.parent, path.name)
    inside = [TESTS / folder / name / f"test_{name}.py"] if package else [TESTS / folder / name]
    return [TESTS / folder / f"test_{name}.py", *inside]


@pytest.mark.parametrize("module", modules())
def test_each_module_has_tests_of_its_own(module: str) -> None:
    """A module that comes brings its tests along; one that is excused is no longer when it has them."""
    has_tests = any(place.exists() for place in places_of_tests(module))
    assert (module in PROVED_ELSEWHERE) != has_tests


def test_excuses_are_for_modules_that_are_there() -> None:
    """No entry outlives its module."""
    assert set(PROVED_ELSEWHERE) <= set(modules())
