"""All that is checked before a change is good: `nox` runs it, `nox -l` lists it."""

import os
import shutil
import subprocess
from pathlib import Path

import nox

nox.needs_version = ">=2024.4.15"
nox.options.sessions = ["lint", "typing", "tests", "docs", "examples", "plugins", "build"]
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_missing_interpreters = True

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
"""Tests and tutorials start hundreds of processes; without compiled modules each takes 2.5 s instead of 1."""

EXAMPLES = Path("examples")


def _runs(python: str) -> bool:
    """Whether an interpreter is there and starts: managers of versions leave names that do not."""
    found = shutil.which(python)
    return found is not None and subprocess.run([found, "-c", ""], check=False, capture_output=True).returncode == 0


INTERPRETERS = [
    version
    for version in nox.project.python_versions(nox.project.load_toml("pyproject.toml"))
    if _runs(f"python{version}")
]


@nox.session
def lint(session: nox.Session) -> None:
    """Style, formatting, and the layers of the design."""
    session.install("-e", ".", "--group", "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def typing(session: nox.Session) -> None:
    """Checks the types: mypy everywhere, pyright in what is shipped, both strict; and scripts that use the library."""
    session.install("-e", ".", "--group", "typing")
    session.run("mypy")
    session.run("pyright")
    session.run("pytest", "tests/test_typing.py")


@nox.session
def tests(session: nox.Session) -> None:
    """The tests, on all processors; `nox -s tests -- -k word` runs some of them."""
    session.install("-e", ".", "--group", "tests")
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session
def nightly(session: nox.Session) -> None:
    """The tests with many more examples of each property, and those that are too slow for every run."""
    session.install("-e", ".", "--group", "tests")
    session.run("pytest", "-n", "auto", "--hypothesis-profile", "nightly", *session.posargs)


@nox.session
def lowest(session: nox.Session) -> None:
    """The tests on the oldest versions of what the package needs, as pyproject.toml states them."""
    needed = nox.project.load_toml("pyproject.toml")["project"]["dependencies"]
    session.install("-e", ".", *(one.replace(">=", "==") for one in needed), "--group", "tests")
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session(python=INTERPRETERS, reuse_venv=False)
def newest(session: nox.Session) -> None:
    """The tests on the newest versions there are, on each Python that is on this machine."""
    session.install("-e", ".", "--group", "tests")
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Builds the documentation; a warning is an error, and the tutorial is executed."""
    session.install("-e", ".", "--group", "docs")
    session.run("python", "docs/generate.py")
    session.run("python", "docs/run_tutorial.py")
    session.run("sphinx-build", "-W", "--keep-going", "-q", "-b", "html", "docs", "docs/_build/html")


@nox.session
def examples(session: nox.Session) -> None:
    """Checks, scores and exports every example as a user would, and runs the example scripts."""
    session.install(".")
    out = session.create_tmp()
    for path in sorted(EXAMPLES.glob("*.yaml")):
        draft = "draft" in path.name
        session.run("opshandover", "check", str(path), success_codes=[1] if draft else [0])
        session.run("opshandover", "score", str(path))
        for exporter in ("word", "html", "markdown", "json"):
            target = f"{out}/{path.stem}.{exporter}"
            session.run("opshandover", "export", str(path), "-t", exporter, "-o", target)
    scripts = sorted(path.resolve() for path in EXAMPLES.glob("*.py"))
    session.chdir(out)
    for script in scripts:
        session.run("python", str(script), env={"PYTHONUTF8": "1"})


@nox.session
def plugins(session: nox.Session) -> None:
    """Installs the example packages beside the library, as their users would, and tests them and their types."""
    packages = sorted(path.parent.resolve() for path in EXAMPLES.glob("plugins/*/pyproject.toml"))
    session.install(".", *map(str, packages), "mypy>=1.15", "pytest>=8.3")
    for package in packages:
        session.chdir(package)
        session.run("pytest", "-q")
        session.run("mypy")


@nox.session
def build(session: nox.Session) -> None:
    """Builds wheel and source distribution, and uses the wheel in a bare environment."""
    session.install("build", "twine")
    dist = Path(session.create_tmp()).resolve() / "dist"
    session.run("python", "-m", "build", "--outdir", str(dist))
    session.run("twine", "check", "--strict", *(str(p) for p in sorted(dist.iterdir())))
    wheel = max(dist.glob("*.whl"), key=os.path.getmtime)
    session.install("--force-reinstall", str(wheel))
    target = str(dist / "handover.docx")
    example = str((EXAMPLES / "daily_handover.zh.yaml").resolve())
    session.chdir(dist)
    session.run("opshandover", "export", example, "-t", "word", "-o", target)


@nox.session
def pages(session: nox.Session) -> None:
    """Draws the pictures of pages that the documentation shows; needs LibreOffice and Chromium."""
    session.install("-e", ".")
    session.run("python", "docs/make_pages.py", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Feeds every reader with hostile bytes for ten minutes, or as long as is said: `nox -s fuzz -- yaml 60`."""
    session.install("-e", ".", "--group", "fuzz")
    session.run("python", "-m", "tests.fuzz.run", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measures speed, as ratios within one run; asserts nothing."""
    session.install(".", "--group", "bench")
    session.run("python", "-m", "tests.bench.run", *session.posargs)


@nox.session
def learn(session: nox.Session) -> None:
    """Learns what headings are like from documents that people labelled: `nox -s learn -- FOLDER -o FILE`.

    Without a folder, it tests how that is done.
    """
    session.install("-e", ".", "--group", "learn")
    if not session.posargs:
        session.run("pytest", "tests/reading/foreign/test_vectors.py", "tests/reading/foreign/test_learning.py")
        return
    session.run("python", "-m", "tests.reading.foreign.learning", *session.posargs)
