"""What the documentation says is so: its commands run, its links lead somewhere, nothing is left out."""

import contextlib
import importlib.util
import re
import shlex
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner
from tests.cli.calls import COMMAND
from tests.support.measure import FIRST, measure

import opshandover
from opshandover import limits, model
from opshandover.model import Choice, Record
from opshandover.model.fields import fields_of
from opshandover.profiles import all_profiles
from opshandover.rules import all_rules

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
READMES = ("README.md", "README.zh-CN.md")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = """\
python -m pip install . && opshandover export examples/daily_handover.zh.yaml -t word -o handover.docx
python -m pip install nox && python -m nox
"""


def script(name: str) -> ModuleType:
    """Imports a script of the documentation, which is no package."""
    spec = importlib.util.spec_from_file_location(f"docs_{name}", DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TUTORIAL = script("run_tutorial")
GENERATE = script("generate")


def read(name: str) -> str:
    """Reads a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_readme_begins_with_the_two_commands(name: str) -> None:
    """Whoever copies the first block installs, exports, and runs all checks."""
    assert BLOCK.findall(read(name))[0] == ("sh", COMMANDS)


def test_both_readmes_have_the_same_parts() -> None:
    """Neither language lacks a part: headings, blocks, tables, list items and links agree."""
    one, other = map(read, READMES)
    assert [kind for kind, _ in BLOCK.findall(one)] == [kind for kind, _ in BLOCK.findall(other)]
    for part in (r"^## ", r"^\| ", r"^- ", r"\]\("):
        assert len(re.findall(part, one, re.MULTILINE)) == len(re.findall(part, other, re.MULTILINE))


@pytest.mark.parametrize("name", READMES)
def test_readmes_lead_to_each_other_at_the_top(name: str) -> None:
    """A reader of the other language is one step away."""
    (other,) = set(READMES) - {name}
    assert f"]({other})" in "\n".join(read(name).splitlines()[:4])


@pytest.mark.parametrize("name", TUTORIAL.BOTH)
def test_pages_in_both_languages_lead_to_each_other(name: str) -> None:
    """Each names its twin in its first lines, and both stand in the contents."""
    english, chinese = read(f"docs/{name}.md"), read(f"docs/zh/{name}.md")
    assert f"](zh/{name}.md" in english[:900]
    assert f"](../{name}.md" in chinese[:900]
    assert f"\n{name}\nzh/{name}\n" in read("docs/index.md")


def test_every_chinese_page_has_a_twin_that_is_run() -> None:
    """No page is in Chinese alone, and none is left out when the pages are run."""
    assert sorted(path.stem for path in (DOCS / "zh").glob("*.md")) == sorted(TUTORIAL.BOTH)


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_to_files(name: str) -> None:
    """A link that is not to another host is to a file that is there."""
    for link in re.findall(r"\]\(([^)\s]+)\)", read(name)):
        if "://" not in link:
            assert (ROOT / link.partition("#")[0]).is_file(), link


@pytest.mark.parametrize("name", READMES)
def test_files_of_the_readme_load(name: str) -> None:
    """What is shown as a file is one."""
    (text,) = [body for kind, body in BLOCK.findall(read(name)) if kind == "yaml"]
    assert opshandover.loads(text, format="yaml").title


def test_pictures_of_pages_are_small_shown_and_told() -> None:
    """Each is a PNG of at most 80 KB, both languages show it or their own, and nobody needs to see it."""
    pictures = sorted((DOCS / "_static" / "pages").iterdir())
    assert len(pictures) >= 8
    for picture in pictures:
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert picture.stat().st_size <= 80_000
    for pages in (
        ("docs/word.md", "docs/shift.md", "docs/form.md", "docs/filling.md", "README.md"),
        ("docs/zh/word.md", "docs/zh/shift.md", "docs/zh/form.md", "docs/zh/filling.md", "README.zh-CN.md"),
    ):
        targets: set[Path] = set()
        for page in pages:
            shown = re.findall(r"!\[([^\]]+)\]\((\S+/_static/\S+|_static/\S+)\)", read(page))
            targets |= {((ROOT / page).parent / target).resolve() for _, target in shown if "/pages/" in target}
            assert all(len(told) > 10 for told, _ in shown)
        of_a_language = {one for one in pictures if one.stem.startswith(("shift-", "form-"))}
        assert targets | of_a_language == set(pictures)
        assert targets & of_a_language


def test_changelog_knows_the_version() -> None:
    """A version is not released without a word on it."""
    assert f"## [{opshandover.__version__}]" in read("CHANGELOG.md")


STARTED = "README.md"
"""The page whose commands are started as a reader starts them; those of the others are called in this process."""


def called_here(run: Any, command: str) -> str:
    """Runs a command of the prompt without a new interpreter, which costs more than the command."""
    name, *arguments = shlex.split(command)
    if name != "opshandover":
        return str(START(run, command))
    env = {"OPSHANDOVER_LANG": None, "NO_COLOR": "1", "COLUMNS": "100"}
    with contextlib.chdir(run.folder):
        done = CliRunner().invoke(COMMAND, arguments, prog_name=name, env=env)
    run.status = done.exit_code
    return done.output


START = TUTORIAL.Run.call


@pytest.mark.parametrize("name", TUTORIAL.PAGES)
def test_examples_of_a_page_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All commands and blocks of a page do what the page says."""
    if name != STARTED:
        monkeypatch.setattr(TUTORIAL.Run, "call", called_here)
    assert TUTORIAL.run(ROOT / name) > 0


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("nothing here", "nothing to run"),
        ("```console\n$ opshandover --version\nopshandover 0\n```\n", "--- expected"),
        ("```console\n$ opshandover check missing.yaml\n...\n```\n", "ended with 2"),
        ("```console\n$ rm -r examples\n```\n", "only these are run"),
        ("```console\nno prompt\n```\n", "begins with"),
        ("```python\nprint(1)\n# -> 2\n```\n", "--- expected"),
        ("```python\nprint(1)\n```\n", "--- expected"),
        ("```python\n1 / 0\n```\n", "ZeroDivisionError"),
    ],
)
def test_a_wrong_page_is_found_out(tmp_path: Path, page: str, says: str) -> None:
    """The runner does not pass what is not so."""
    path = tmp_path / "page.md"
    path.write_text(page, encoding="utf-8")
    with pytest.raises(TUTORIAL.PageError, match=re.escape(says)):
        TUTORIAL.run(path)


@pytest.fixture(scope="module")
def reference() -> dict[str, str]:
    """The generated pages by name."""
    return {name: "\n".join(lines) for name, lines in GENERATE.pages()}


def test_the_reference_in_the_repository_is_that_of_the_code(reference: dict[str, str]) -> None:
    """Each page is there as it would be written now, and no other; if not, run `python docs/generate.py`."""
    written = {
        str(path.relative_to(GENERATE.OUT).with_suffix("")): path.read_text(encoding="utf-8")
        for path in GENERATE.OUT.rglob("*.md")
    }
    assert sorted(written) == sorted(reference)
    stale = [name for name, text in reference.items() if written[name] != f"{text}\n"]
    assert stale == []


def part(pages: dict[str, str], heading: str) -> str:
    """The part of a page below a heading of the second level."""
    for text in pages.values():
        _, found, rest = f"\n{text}".partition(f"\n## {heading}")
        if found:
            return rest.partition("\n## ")[0]
    pytest.fail(f"no page has the heading {heading}")


CLASSES = [getattr(model, name) for name in model.__all__ if isinstance(getattr(model, name), type)]
ABSTRACT = (Record, Choice, model.Section, model.OpenItem)
RECORDS = [c for c in CLASSES if issubclass(c, Record) and c not in ABSTRACT]
CHOICES = [c for c in CLASSES if issubclass(c, Choice) and c not in ABSTRACT]


@pytest.mark.parametrize("cls", RECORDS, ids=lambda c: c.__name__)
def test_every_field_is_in_the_reference(cls: type[Record], reference: dict[str, str]) -> None:
    """Each class has a part of its own, with each field by name and both labels."""
    text = part(reference, f"{cls.__name__} · ")
    inherited = fields_of(model.Header) if cls is model.OpsDocument else ()
    for field in fields_of(cls):
        if field not in inherited:
            row = f"| `{field.name}` | {GENERATE.safe(field.label.zh)} | "
            assert row + f"{GENERATE.safe(field.label.en)} |" in text


@pytest.mark.parametrize("cls", CHOICES, ids=lambda c: c.__name__)
def test_every_value_is_in_the_reference(cls: type[Choice], reference: dict[str, str]) -> None:
    """Each enumeration has a part with all its values and labels."""
    text = part(reference, f"{cls.__name__}\n")
    for choice in cls:
        assert f"| `{choice.value}` | {GENERATE.safe(choice.label.zh)} |" in text


def test_every_rule_is_in_the_reference(reference: dict[str, str]) -> None:
    """Each rule has its page in both languages, and is in the list of all."""
    for rule in all_rules():
        text = part(reference, f"{rule.code} · {rule.name}\n")
        assert GENERATE.safe(rule.message.en) in text
        assert GENERATE.safe(rule.message.zh) in text
        assert text.count("```yaml") == 2
        assert f"(#rule-{rule.code.lower()})" in reference["rules"]


def test_every_profile_is_in_the_reference(reference: dict[str, str]) -> None:
    """All weights of a kind of document stand in its column, the header's first."""
    lines = reference["profiles"].splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("| Key | Section |"))
    for column, profile in enumerate(all_profiles(), start=3):
        rows = (line.split(" | ") for line in lines[start + 2 :] if line.startswith("| `"))
        shown = [cells[column - 1].strip(" *|") for cells in rows if len(cells) == 2 + len(all_profiles())]
        assert sorted(map(int, filter(None, shown))) == sorted(share.weight for share in profile.sections.values())


def test_text_of_the_reference_is_shown_as_it_is() -> None:
    """Signs that mean something to Markdown are escaped, except in code."""
    assert GENERATE.safe("a|b <c> *d* `e|f_g` {h}") == r"a\|b \<c\> \*d\* `e\|f_g` \{h\}"


def test_figures_of_redaction_are_counted(reference: dict[str, str]) -> None:
    """What is known to be missed is shown, and counted as missed."""
    missed = GENERATE.corpus("missed")
    for half, first in FIRST.items():
        shown = f"| `{half}` | {first} of 40 | {measure(half).found} of 40 "
        assert shown in reference["redaction"]
    assert all(line in reference["redaction"] for line in missed)


def test_limits_are_those_of_the_code() -> None:
    """The page on files states each limit as the code has it."""
    page = read("docs/files.md").partition("## Limits")[2].partition("## ")[0]
    stated = {int(found.replace(",", "")) for found in re.findall(r"\| ([\d,]+)(?: MB)? \|", page)}
    assert stated == {
        limits.MOST_BYTES // limits.MEGABYTE,
        limits.MOST_VALUES,
        limits.MOST_CHARACTERS,
        limits.MOST_DEPTH,
        limits.INTEGER_DIGITS,
        limits.DECIMAL_DIGITS,
        limits.MOST_FAULTS,
        limits.MOST_FAULTS_SHOWN,
    }


def project_files() -> Iterator[Path]:
    """The files of the project, without what its tools leave behind."""
    ignored = [line.strip("/") for line in read(".gitignore").splitlines() if line]
    ignored += [".git", *(line.removeprefix("docs/") for line in ignored)]
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if path.is_file() and not any(fnmatch(p, name) for p in parts for name in ignored):
            yield path


FOLDERS = ("work", "root", "home", "tmp")
MACHINE = re.compile(rf"(?<![\w.])/(?:{'|'.join(FOLDERS)})\b(?=/)")
REGISTRY = re.compile(r"\b(?:pypi|pythonhosted|npmjs|crates|rubygems)\.(?:org|com|io)\b")
ABOUT_PATHS = {
    "tests/rules/test_texts.py",
    *(f"tests/data/corpus_{name}.tsv" for name in ("manuals", "second", "third", "fourth", "fifth")),
}
"""Files in which a path of some machine is the matter at hand, or part of an invented command."""


def test_no_file_names_a_machine_or_a_registry() -> None:
    """What is written on one machine holds on every other."""
    found: list[str] = []
    count = 0
    for path in project_files():
        count += 1
        name = path.relative_to(ROOT).as_posix()
        text = path.read_bytes().decode("utf-8", errors="replace")
        if REGISTRY.search(text) or (MACHINE.search(text) and name not in ABOUT_PATHS):
            found.append(name)
    assert found == []
    assert count > 100
