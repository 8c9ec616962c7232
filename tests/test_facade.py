"""What `import opshandover` offers, and how little it costs."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import opshandover as oh

SOURCE = Path(oh.__file__)
PROMPT_AND_FORMATS = {"docx", "lxml", "markdown_it", "mdit_py_plugins", "click", "rich", "yaml"}
"""What costs much and is needed for some things alone."""
DEAR = {*PROMPT_AND_FORMATS, "cattrs", "attr", "attrs"}


def _typed_imports() -> dict[str, str]:
    """The module from which type checkers think that each name comes."""
    tree = ast.parse(SOURCE.read_text("utf-8"))
    block = next(n for n in tree.body if isinstance(n, ast.If))
    imports = (n for n in block.body if isinstance(n, ast.ImportFrom))
    return {alias.name: str(n.module) for n in imports for alias in n.names}


def _loaded_by(code: str) -> set[str]:
    """The top-level modules that a new interpreter has after running some code."""
    script = f"{code}\nimport sys\nprint(*{{m.partition('.')[0] for m in sys.modules}})"
    run = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        cwd=SOURCE.parents[1],
    )
    return set(run.stdout.split())


def test_the_names() -> None:
    """They are sorted, each once, and the same for people, type checkers and at run time."""
    assert oh.__all__ == sorted(set(oh.__all__))
    typed = _typed_imports()
    assert {*typed, "__version__"} == set(oh.__all__)
    for name, module in typed.items():
        assert getattr(oh, name) is getattr(import_module(module), name)
        assert vars(oh)[name] is getattr(oh, name), "the second look should cost nothing"


def test_dir() -> None:
    """What is not imported yet is listed all the same."""
    assert dir(oh) == oh.__all__


def test_the_homes() -> None:
    """The table that finds names at run time says the same as the imports for type checkers."""
    homes: dict[str, tuple[str, ...]] = vars(oh)["_HOMES"]
    rooms = dict.fromkeys(vars(oh)["_ROOMS"], "opshandover")
    found = {name: f"opshandover.{home}" for home, names in homes.items() for name in names}
    assert {**found, **rooms} == _typed_imports()


@pytest.mark.parametrize("name", ["exprot", "_private", "Text2", "__wrapped__"])
def test_an_unknown_attribute(name: str) -> None:
    """It is an error like that of any module, so that `hasattr` and `import` work as usual."""
    with pytest.raises(AttributeError, match=f"module 'opshandover' has no attribute '{name}'"):
        getattr(oh, name)
    assert not hasattr(oh, name)


def test_a_bare_import_loads_nothing() -> None:
    """The package alone brings nothing of weight."""
    assert not DEAR & _loaded_by("import opshandover")


@pytest.mark.parametrize(
    "code",
    [
        "from opshandover import OpsDocument",
        "from opshandover import OpsDocument, load, loads, dump, check, score",
        "import opshandover as oh; d = oh.OpsDocument(profile='charter'); oh.check(d); oh.score(d)",
        "import opshandover as oh; oh.export(oh.OpsDocument(profile='charter'), 'json')",
    ],
)
def test_imports_are_paid_for_when_used(code: str) -> None:
    """Neither the model nor loading, checking, scoring or JSON bring what they do not need."""
    loaded = _loaded_by(code)
    assert "attrs" in loaded
    assert not (PROMPT_AND_FORMATS - {"yaml"}) & loaded


def test_the_model_alone_needs_no_yaml() -> None:
    """Who builds documents, checks and scores them reads no file."""
    code = "from opshandover import OpsDocument, check, score, Report, Scorecard, Text, LoadError"
    assert not PROMPT_AND_FORMATS & _loaded_by(code)


def test_the_version_at_the_prompt_builds_no_classes() -> None:
    """`opshandover --version` answers before anything but click is imported."""
    code = (
        "import sys; sys.argv[1:] = ['--version']\n"
        "from opshandover.cli import main\n"
        "try: main()\nexcept SystemExit: pass"
    )
    loaded = _loaded_by(code)
    assert "click" in loaded
    assert not (DEAR - {"click"}) & loaded
