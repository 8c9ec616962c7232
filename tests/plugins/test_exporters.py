"""Exporters of other distributions: good ones are used, all others are named with their fault."""

import sys

import pytest
from tests.plugins.fakes import EXPORTERS, GOOD_EXPORTER, Fake

import opshandover as oh
from opshandover import exporters
from opshandover.errors import (
    DuplicateNameError,
    ExporterLoadError,
    OpsHandoverWarning,
    OptionError,
    UnknownNameError,
)
from opshandover.testing import a_document, check_exporter
from opshandover.text import LANGUAGES

BROKEN = {
    "import nowhere_to_be_found": "ModuleNotFoundError: No module named 'nowhere_to_be_found'",
    "class Thing(:": "SyntaxError: invalid syntax",
    "raise SystemExit('bye')": "SystemExit: bye",
    "1 / 0": "ZeroDivisionError: division by zero",
    "Other = 1": "has no attribute 'Thing'",
    "class Own(BaseException): pass\nraise Own('mine')": "Own: mine",
    "raise GeneratorExit": "GeneratorExit",
    "class Bad(Exception):\n    def __str__(self): raise SystemExit(3)\nraise Bad": "Bad: ?",
    "raise RuntimeError('password: Hunter2x9')": "RuntimeError: password: ●●●●●●",
    "raise RuntimeError('a\\n\\x1b[31m' + 'b' * 10_000)": "RuntimeError: a\\n\\x1b[31mbbb",
}
HEAD = "class Thing:\n    suffix = '.x'\n    media_type = 'a/b'\n"
WRONG = {
    "def Thing(): pass": "class",
    "Thing = None": "class",
    "Thing = 'text'": "class",
    "class Thing:\n    media_type = 'a/b'\n    def export(self, document, *, lang): ...": ("suffix = '.…'"),
    "class Thing:\n    suffix = 'x'\n    media_type = 'a/b'\n"
    "    def export(self, document, *, lang): ...": "suffix = '.…'",
    "class Thing:\n    suffix = '.x'\n    def export(self, document, *, lang): ...": ("media_type = '…'"),
    HEAD + "    other_suffixes = '.y'\n    def export(self, document, *, lang): ...": "other_suffixes = ('.…',)",
    HEAD: "export(document, *, lang)",
    HEAD + "    export = 'text'": "export(document, *, lang)",
    HEAD + "    def export(self, document): ...": "export(document, *, lang)",
    HEAD + "    export = type": "export(document, *, lang)",
    "class Thing: pass": "suffix = '.…', media_type = '…', export(document, *, lang)",
}


def _said(error: oh.OpsHandoverError, *parts: str) -> None:
    for lang in LANGUAGES:
        text = error.in_lang(lang)
        assert "\n" not in text
        for part in parts:
            assert part in text


def test_a_good_exporter_is_used(fake: Fake) -> None:
    """It is listed, loaded, keeps the contract, and takes its options as text."""
    fake(EXPORTERS, "acme", GOOD_EXPORTER)
    assert "acme" in exporters.names()
    assert {"json", "markdown", "word"} < set(exporters.names())
    document = a_document(title="T")
    assert oh.export(document, "acme") == b"T zh 80 None False"
    options = {"width": "40", "title": "x", "hidden": "yes"}
    assert oh.export(document, "acme", None, "en", **options) == b"T en 40 x True"
    assert oh.export(document, "acme", title=None, width=7) == b"T zh 7 None False"
    check_exporter("acme", width=3)


def test_names_import_nothing(fake: Fake) -> None:
    """Listing names, and asking for another one, leaves a plugin alone."""
    module = fake(EXPORTERS, "acme", "raise AssertionError('imported')")
    assert "acme" in exporters.names()
    exporters.get("json")
    assert module not in sys.modules
    assert exporters.registry.EXPORTERS.distribution("acme") == "acme-plugin"
    assert module not in sys.modules


@pytest.mark.parametrize(("source", "cause"), BROKEN.items())
def test_broken(fake: Fake, source: str, cause: str) -> None:
    """Whatever happens at the import: the error names exporter, distribution and cause."""
    fake(EXPORTERS, "acme", source)
    with pytest.raises(ExporterLoadError) as caught:
        exporters.get("acme")
    _said(caught.value, "acme", "acme-plugin", cause)
    assert len(str(caught.value)) < 500
    assert caught.value.__cause__ is not None
    with pytest.raises(ExporterLoadError):
        oh.export(a_document(), "acme")


def test_an_interruption_is_not_swallowed(fake: Fake) -> None:
    """Who presses Ctrl-C while a plugin is imported means the program, not the plugin."""
    fake(EXPORTERS, "acme", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        exporters.get("acme")


@pytest.mark.parametrize(("source", "lacks"), WRONG.items())
def test_wrong(fake: Fake, source: str, lacks: str) -> None:
    """What is registered but is no exporter is said to be none, and what it lacks."""
    fake(EXPORTERS, "acme", source)
    with pytest.raises(ExporterLoadError) as caught:
        exporters.get("acme")
    _said(caught.value, "acme", "acme-plugin", lacks)
    assert "不是导出器：缺少" in caught.value.in_lang("zh")
    assert "not an exporter: missing" in caught.value.in_lang("en")


def test_options_whose_types_cannot_be_found(fake: Fake) -> None:
    """An annotation that names nothing is a fault of the exporter."""
    source = GOOD_EXPORTER.replace("width: int", "width: 'Missing'")
    fake(EXPORTERS, "acme", source)
    with pytest.raises(ExporterLoadError) as caught:
        exporters.get("acme")
    _said(caught.value, "acme", "acme-plugin", "NameError", "Missing")


def test_an_exporter_that_cannot_be_made(fake: Fake) -> None:
    """Who needs arguments that are no options cannot be used; who refuses options says why."""
    needy = HEAD + "    def __init__(self, x): ...\n    def export(self, document, *, lang): ..."
    picky = GOOD_EXPORTER + (
        "\n        def __attrs_post_init__(self):\n            if self.width < 10: raise ValueError('too narrow')\n"
    )
    fake(EXPORTERS, "needy", needy)
    fake(EXPORTERS, "picky", picky)
    with pytest.raises(ExporterLoadError) as load_error:
        exporters.make("needy", {})
    _said(load_error.value, "needy", "acme-plugin", "TypeError")
    assert exporters.make("picky", {"width": 10})
    with pytest.raises(OptionError) as option_error:
        exporters.make("picky", {"width": 9})
    _said(option_error.value, "picky", "ValueError: too narrow")


def test_an_entry_point_that_is_none(fake: Fake) -> None:
    """A value that is no `module:object` is an error of that plugin alone."""
    fake(EXPORTERS, "acme", "", value="{module} Thing ???")
    exporters.get("json")
    with pytest.raises(ExporterLoadError) as caught:
        exporters.get("acme")
    _said(caught.value, "acme", "acme-plugin")


def test_two_distributions_with_one_name(fake: Fake) -> None:
    """Neither is preferred: the error names both, and other names still work."""
    for distribution in ("acme-plugin", "zenith-plugin"):
        fake(EXPORTERS, "acme", GOOD_EXPORTER, distribution=distribution)
    assert exporters.names().count("acme") == 1
    with pytest.raises(DuplicateNameError) as caught:
        exporters.get("acme")
    _said(caught.value, "acme", "acme-plugin, zenith-plugin")
    exporters.get("json")


def test_two_distributions_that_mean_the_same(fake: Fake) -> None:
    """The same object under the same name is no conflict, as after a package was renamed."""
    for distribution in ("acme-plugin", "zenith-plugin"):
        value = "opshandover.exporters.json:JsonExporter"
        fake(EXPORTERS, "acme", "", distribution=distribution, value=value)
    assert exporters.get("acme") is exporters.get("json")


def test_a_built_in_name_taken_by_another(fake: Fake) -> None:
    """No plugin can stand in for a built-in exporter unseen."""
    fake(EXPORTERS, "word", GOOD_EXPORTER)
    with pytest.raises(DuplicateNameError) as caught:
        oh.export(a_document(), "word")
    _said(caught.value, "word", "acme-plugin, opshandover")


def test_one_distribution_found_twice(fake: Fake) -> None:
    """The first on the path counts, as for imports, however its name is written."""
    fake(EXPORTERS, "acme", GOOD_EXPORTER, distribution="acme-plugin")
    fake(EXPORTERS, "acme", GOOD_EXPORTER, distribution="Acme_Plugin", version="0.9")
    assert exporters.get("acme").suffix == ".txt"


def test_a_list_of_entry_points_that_cannot_be_read(fake: Fake) -> None:
    """The distribution with the broken list is named in a warning, and everything else can be used."""
    fake(EXPORTERS, "acme", GOOD_EXPORTER, value="x\nno equals sign")
    fake(EXPORTERS, "other", GOOD_EXPORTER, distribution="zenith-plugin")
    with pytest.warns(OpsHandoverWarning, match="acme-plugin"):
        names = exporters.names()
    assert {"word", "other"} <= set(names)
    assert "acme" not in names


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        ("class Thing(dict):\n    suffix = '.x'\n    def __init__(self): raise SystemExit(3)", "SystemExit"),
        ("class Bad(Exception):\n    def __str__(self): raise ValueError\nraise Bad", "Bad: ?"),
    ],
)
def test_an_exporter_that_ends_the_program_or_has_an_error_that_cannot_be_shown(
    fake: Fake, source: str, cause: str
) -> None:
    """Both are errors that name the exporter and the cause, and the program goes on."""
    body = "\n    media_type = 'text/x'\n    def export(self, document, *, lang): return b''"
    fake(EXPORTERS, "acme", source + (body if source.startswith("class Thing") else ""))
    with pytest.raises(ExporterLoadError) as caught:
        exporters.make("acme", {})
    _said(caught.value, "acme", "acme-plugin", cause)


def test_an_exporter_with_an_attribute_that_raises(fake: Fake) -> None:
    """Looking at the class is part of loading it."""
    fake(
        EXPORTERS,
        "acme",
        """
        class Meta(type):
            @property
            def suffix(cls): raise OSError("disk gone")

        class Thing(metaclass=Meta):
            media_type = "text/plain"
            def export(self, document, *, lang): return b""
        """,
    )
    with pytest.raises(ExporterLoadError) as caught:
        exporters.get("acme")
    _said(caught.value, "acme-plugin", "disk gone")


def test_an_unknown_name(fake: Fake) -> None:
    """The error names the nearest, plugins too, and lists what else there is: each name once."""
    fake(EXPORTERS, "markdeep", GOOD_EXPORTER)
    with pytest.raises(UnknownNameError) as caught:
        exporters.get("markdeeep")
    _said(caught.value, ", ".join(name for name in exporters.names() if name != "markdeep"))
    assert {"markdeep", "word"} <= set(exporters.names())
    assert "；是不是“markdeep”？" in caught.value.in_lang("zh")
    assert "; did you mean 'markdeep'?" in caught.value.in_lang("en")
    assert str(caught.value).count("markdeep'") == 1
    with pytest.raises(UnknownNameError) as caught:
        exporters.get("xyzzy")
    assert "did you mean" not in str(caught.value)
