"""Importers are found by name or by the suffix of a file; broken ones are named with their fault."""

from pathlib import Path

import pytest
from tests.plugins.fakes import GOOD_IMPORTER, IMPORTERS, Fake

from opshandover.errors import ImporterLoadError, OpsHandoverWarning, OptionError, UnknownNameError
from opshandover.importers.registry import get, make, name_for, names, suffixes
from opshandover.text import LANGUAGES

HEAD = "class Thing:\n    suffixes = ('.x',)\n"
WRONG = {
    "def Thing(): pass": "class",
    "class Thing:\n    def parse(self, data): ...": "suffixes",
    "class Thing:\n    suffixes = '.x'\n    def parse(self, data): ...": "suffixes",
    "class Thing:\n    suffixes = ('.X',)\n    def parse(self, data): ...": "suffixes",
    "class Thing:\n    suffixes = ()\n    def parse(self, data): ...": "suffixes",
    HEAD: "parse(data)",
    HEAD + "    def parse(self): ...": "parse(data)",
}


def test_a_good_importer_is_used(fake: Fake) -> None:
    """It is listed, found by each of its suffixes in any case, and takes its options as text."""
    fake(IMPORTERS, "acme", GOOD_IMPORTER)
    assert "acme" in names()
    assert {name_for(Path(f"交接.{suffix}")) for suffix in ("acme", "ACM", "acm")} == {"acme"}
    assert {".acme", ".acm"} <= set(suffixes())
    imported = make("acme", {"title": "交接"}).parse("内容".encode())
    assert imported.page.title == "交接"
    with pytest.raises(OptionError):
        make("acme", {"name": "x"})


@pytest.mark.parametrize(("source", "lacks"), WRONG.items())
def test_what_is_no_importer_is_said_to_be_none(fake: Fake, source: str, lacks: str) -> None:
    """The error names what it lacks, in both languages, and files of others are still read."""
    fake(IMPORTERS, "acme", source)
    with pytest.raises(ImporterLoadError) as caught:
        get("acme")
    for lang in LANGUAGES:
        assert all(part in caught.value.in_lang(lang) for part in ("acme", "acme-plugin", lacks))


def test_a_broken_importer_stops_only_itself(fake: Fake) -> None:
    """Its failure is a warning where a suffix is looked for, an error where its name is."""
    fake(IMPORTERS, "acme", "1 / 0")
    with pytest.warns(OpsHandoverWarning, match="ZeroDivisionError"):
        assert name_for(Path("a.acme")) is None
    with pytest.raises(ImporterLoadError, match="ZeroDivisionError"):
        get("acme")


def test_an_unknown_name_is_answered_with_those_there_are(fake: Fake) -> None:
    """The nearest is proposed."""
    fake(IMPORTERS, "acme", GOOD_IMPORTER)
    with pytest.raises(UnknownNameError, match="did you mean 'acme'"):
        get("acmee")
