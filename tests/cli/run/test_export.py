"""The command `export`: where it writes, what it refuses, and what it says."""

import json
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs
import docx
import pytest
from docx.oxml import OxmlElement
from tests.cli.calls import FAULTY, call, names_in, written
from tests.support.pictures import png

import opshandover as oh
from opshandover import exporting, plugin_options
from opshandover.cli.run import export, files
from opshandover.pages import markdown
from opshandover.rules import engine
from opshandover.testing import a_document


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("name", "suffix"), [("word", ".docx"), ("markdown", ".md")])
def test_default_is_beside(here: Path, name: str, suffix: str) -> None:
    """Without OUT the file bears the document's name and the exporter's suffix, and is named."""
    path = written(here)
    result = call("export", path, "-t", name)
    assert result.exit_code == 0
    assert f"handover{suffix}" in result.stderr
    made = here / f"handover{suffix}"
    assert made.read_bytes() == oh.export(oh.load(path), name)


def test_a_word_file_opens(here: Path) -> None:
    """What is written is whole."""
    call("export", written(here), "-t", "word", "-o", "out.docx")
    assert zipfile.ZipFile(here / "out.docx").testzip() is None


def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts from now on what an export does that costs time, wherever it is called from."""
    counts = Counter[str]()
    places: dict[str, tuple[object, ...]] = {
        "ensure": (engine, exporting, files),
        "check_sound": (engine, exporting, files),
        "make": (exporting, export),
    }

    def counting(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **named: object) -> object:
            counts[name] += 1
            return function(*args, **named)

        return counted

    for name, owners in places.items():
        for owner in owners:
            monkeypatch.setattr(owner, name, counting(name, getattr(owner, name)))
    resolve = counting("options read", attrs.resolve_types)
    monkeypatch.setattr(attrs, "resolve_types", resolve)
    parser = markdown._parser()  # pyright: ignore[reportPrivateUsage]  # what all parsing goes through
    parse = counting("parse", parser.parse)
    monkeypatch.setattr(parser, "parse", parse)
    plugin_options.options_of.cache_clear()  # type: ignore[attr-defined]  # it is cached for each class
    markdown._parsed.cache_clear()  # pyright: ignore[reportPrivateUsage]  # what other tests parsed
    return counts


PROSE = "extra: [{title: 甲, body: '**一**'}, {title: 乙, body: '**一**'}]\n"


@pytest.mark.parametrize(
    ("name", "options", "checks"),
    [("word", (), 1), ("word", ("findings=true",), 1), ("markdown", (), 1), ("json", (), 0)],
)
def test_everything_is_done_once(
    here: Path, monkeypatch: pytest.MonkeyPatch, name: str, options: Sequence[str], checks: int
) -> None:
    """One exporter for all documents; each is verified once, and checked once unless it is data for programs."""
    given = [part for option in options for part in ("--option", option)]
    paths = written(here, FAULTY + PROSE), written(here, FAULTY, "two.yaml")
    counts = counted(monkeypatch)
    assert call("export", *paths, "-t", name, "-o", "out", *given).exit_code == 0
    parsed = 0 if name == "json" else 1
    assert counts == Counter({"make": 1, "options read": 1, "ensure": 2, "check_sound": 2 * checks, "parse": parsed})


def test_standard_output(here: Path) -> None:
    """`-o -` writes the bytes alone."""
    path = written(here)
    result = call("export", path, "-t", "word", "-o", "-")
    assert result.stdout_bytes == oh.export(oh.load(path), "word")
    assert "已写入" not in result.stderr


def test_options_reach_the_exporter(here: Path) -> None:
    """Options are taken by name and value."""
    result = call("export", written(here), "-t", "json", "-o", "-", "--option", "keys=label", "--lang", "en")
    assert "Title" in json.loads(result.stdout)


def pictures_in(path: Path) -> int:
    """Counts the pictures in a Word file."""
    return sum(name.startswith("word/media/") for name in zipfile.ZipFile(path).namelist())


def test_pictures_lie_beside_the_document(here: Path) -> None:
    """Their addresses are meant from the document, wherever the command is called."""
    (here / "sub").mkdir()
    (here / "sub" / "week.png").write_bytes(png(20, 10))
    path = written(here / "sub", f"{FAULTY}extra: [{{title: 图, body: '![周](week.png)'}}]")
    assert call("export", path, "-t", "word", "-o", "a.docx").exit_code == 0
    assert pictures_in(here / "a.docx") == 1
    call("export", path, "-t", "word", "-o", "b.docx", "--option", "folder=.")
    assert pictures_in(here / "b.docx") == 0
    result = call("export", path, "-t", "word", "-o", "c.docx", "--option", "logo=../x.png")
    assert result.exit_code == 2
    assert "选项 logo" in result.stderr
    assert not (here / "c.docx").exists()


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("keys", "name=value"),
        ("=x", "name=value"),
        ("keyz=label", "did you mean 'keys'?"),
        ("keys=shape", "option keys"),
    ],
)
def test_faulty_options(here: Path, option: str, said: str) -> None:
    """An option that is none is refused before anything is written."""
    result = call("export", written(here), "-t", "json", "--option", option, "--lang", "en")
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (here / "handover.json").exists()


def test_an_option_given_twice(here: Path) -> None:
    """It is not clear which of the two is meant."""
    twice = ["--option", "keys=name", "--option", "keys=label"]
    result = call("export", written(here), "-t", "json", *twice)
    assert result.exit_code == 2
    assert "keys 写了两次" in result.stderr


def test_the_document_is_not_overwritten(here: Path) -> None:
    """Neither by its own name nor by another that means the same file."""
    path = written(here, json.dumps({"profile": "charter"}), "a.json")
    (here / "link.json").symlink_to(path)
    for args in ((), ("-o", "a.json"), ("-o", "./link.json"), ("-o", str(here))):
        result = call("export", path, "-t", "json", *args)
        assert result.exit_code == 2
        assert json.loads(path.read_text()) == {"profile": "charter"}


@pytest.mark.parametrize("read", ["template.docx", "logo.png", "picture", "own.toml", "opshandover.toml"])
def test_nothing_that_is_read_is_overwritten(here: Path, read: str) -> None:
    """Neither the template, nor a picture, nor the settings: whatever a call reads stays as it is."""
    (here / "template.docx").write_bytes(oh.export(a_document(), "word"))
    for name in ("logo.png", "picture"):
        (here / name).write_bytes(png(8, 8))
    for name in ("own.toml", "opshandover.toml"):
        (here / name).touch()
    before = (here / read).read_bytes()
    path = written(here, "profile: charter\nextra:\n  - {title: 图, body: '![图](picture)'}\n")
    options = {"template": here / "template.docx", "logo": here / "logo.png"}
    options.pop("logo" if read == "template.docx" else "template")
    args = [part for key, value in options.items() for part in ("--option", f"{key}={value}")]
    if read == "own.toml":
        args += ["--config", read]
    (here / "link").symlink_to(here / read)
    result = call("export", path, "-t", "word", "-o", "link", *args)
    assert result.exit_code == 2
    assert "link" in result.stderr
    assert (here / read).read_bytes() == before


def test_several_go_into_a_folder(here: Path) -> None:
    """The folder is made, and each file bears its document's name."""
    one, two = written(here), written(here, name="two.yaml")
    result = call("export", one, two, "-t", "markdown", "-o", "new/folder")
    assert result.exit_code == 0
    assert names_in(here / "new/folder") == ["handover.md", "two.md"]
    assert result.stderr.count("已写入") == 2


def test_one_bad_file_does_not_stop_the_rest(here: Path) -> None:
    """What can be exported is; the status says that something could not."""
    bad = written(here, "", "bad.yaml")
    result = call("export", bad, written(here), "-t", "json", "-o", "out")
    assert result.exit_code == 2
    assert names_in(here / "out") == ["handover.json"]
    assert "bad.yaml" in result.stderr


def test_equal_names(here: Path) -> None:
    """Two documents that would become one file are refused before anything is written."""
    (here / "sub").mkdir()
    one, two = written(here), written(here / "sub")
    result = call("export", one, two, "-t", "json", "-o", "out")
    assert result.exit_code == 2
    assert not (here / "out").exists()


def test_several_on_standard_output(here: Path) -> None:
    """Standard output takes one document."""
    result = call("export", written(here), written(here, name="b.yaml"), "-t", "json", "-o", "-")
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_file_in_the_place_of_the_folder(here: Path) -> None:
    """A folder that cannot be made is one clear message, and the file stays what it was."""
    (here / "out").write_text("mine")
    result = call("export", written(here), written(here, name="b.yaml"), "-t", "json", "-o", "out")
    assert result.exit_code == 2
    assert (here / "out").read_text() == "mine"


def test_a_missing_folder(here: Path) -> None:
    """A single file is not written into a folder that is not there."""
    result = call("export", written(here), "-t", "json", "-o", "gone/x.json")
    assert result.exit_code == 2
    assert "gone 不存在" in result.stderr


def test_a_folder_with_a_slash_is_made(here: Path) -> None:
    """A name that ends in a slash can only mean a folder."""
    assert call("export", written(here), "-t", "json", "-o", "out/").exit_code == 0
    assert (here / "out" / "handover.json").is_file()


def test_what_was_there_is_replaced_as_a_whole(here: Path) -> None:
    """An older export is replaced, and nothing else is left over."""
    (here / "x.md").write_text("old " * 100_000)
    path = written(here)
    assert call("export", path, "-t", "markdown", "-o", "x.md").exit_code == 0
    assert (here / "x.md").read_bytes() == oh.export(oh.load(path), "markdown")
    assert names_in(here) == ["handover.yaml", "x.md"]


def test_language_of_the_export(here: Path) -> None:
    """The language asked for, or else that of the document, or else Chinese."""
    path = written(here, f"lang: en\n{FAULTY}")
    assert b"Handed over by" in call("export", path, "-t", "markdown", "-o", "-").stdout_bytes
    chinese = call("export", path, "-t", "markdown", "-o", "-", "--lang", "zh").stdout_bytes
    assert "移交人".encode() in chinese


@pytest.mark.parametrize("name", ["markdown", "word", "json"])
def test_a_draft_shows_what_is_missing(here: Path, name: str) -> None:
    """It is the option `placeholders` of those that have it, which one may still give; others are the same."""
    path = written(here, "profile: daily_handover\ntitle: 早班\n")

    def made(*options: str) -> bytes:
        assert call("export", path, "-t", name, "-o", "out", *options).exit_code == 0
        return (here / "out").read_bytes()

    plain, draft = made(), made("--draft")
    assert (plain == draft) is (name == "json")
    if name != "json":
        assert draft == made("--option", "placeholders=true")
        assert plain == made("--draft", "--option", "placeholders=false")


def test_what_the_library_tells_is_noted(here: Path) -> None:
    """A template's link to another one stays behind, and that is said in the language of the prompt, once."""
    company = docx.Document()
    company.settings.element.insert(0, OxmlElement("w:mailMerge"))
    company.save(str(here / "company.docx"))
    paths = [written(here, name=f"{number}.yaml") for number in range(2)]
    options = ("--option", "template=company.docx", "--lang", "zh", "-o", f"{here}/out/")
    result = call("export", *paths, "-t", "word", *options)
    assert result.stderr.count("注意：模板 company.docx") == 1
    assert "邮件合并的数据源" in result.stderr
    assert names_in(here / "out") == ["0.docx", "1.docx"]
