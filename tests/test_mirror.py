"""A test stands where the module stands that it proves."""

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
    "exporters/word/test_first_page": "the layout and the Word wing decide together what comes on the first page",
    "exporters/word/test_office": "an office program prints what the whole Word wing wrote",
    "exporters/word/test_survival": "an office program saves again what the whole Word wing wrote",
    "exporters/word/test_validators": "judges of the file format look at whole files",
    "model/test_declarations": "what holds for all classes of the model",
    "layout/test_derived": "every part of a page says whether it is shown a second time",
    "layout/test_run_paths": "every value on a page stands under its own path",
    "plugins/test_exporters": "other distributions are found by `plugins` and judged by the registry of exporters",
    "plugins/test_profiles_and_rules": "the same with the registries of profiles and rules",
    "plugins/test_team_profiles": "kinds of document from packages and from configurations side by side",
    "redaction/test_measured": "all searches together are measured on corpora that they were not written for",
    "rules/test_any_document": "no rule fails with any document",
    "rules/test_pages": "the docstrings of all rules are pages with examples that hold",
    "scoring/test_properties": "what holds for the score of any document",
    "test_docs": "the documentation",
    "test_examples": "the examples",
    "test_facade": "what `import opshandover` offers and costs",
    "test_mirror": "the tests themselves",
    "test_pre_commit": "the hook for pre-commit",
    "test_requirements": "the table of requirements",
}
"""Tests that prove more than one module, and what they prove."""


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
