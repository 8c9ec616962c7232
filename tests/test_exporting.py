"""What every export does before and after its exporter: checks, blacks out, writes whole."""

import io
import zipfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any, ClassVar, cast

import pytest
from attrs import evolve, field, frozen
from tests.support.spoiled import spoiled

import opshandover as oh
from opshandover.errors import (
    ContentError,
    ExportError,
    OptionError,
    OutputError,
    UnknownNameError,
)
from opshandover.exporters import Want, names, registry
from opshandover.exporters.json import JsonExporter
from opshandover.exporting import export_bytes
from opshandover.findings import Report
from opshandover.model import Choice, FreeSection, Language, Nothing, OpsDocument, Person, WorkProgress
from opshandover.redaction import MASK
from opshandover.testing import a_document, a_task
from opshandover.text import LANGUAGES, Lang, message

SECRET = "Hunter2x9!kQ"  # noqa: S105 - what must not come out
Raising = Callable[[], object]


class Paper(Choice):
    """A choice among the options of the exporter below."""

    A4 = "a4", "A4 纸", "A4"
    LETTER = "letter", "信纸", "Letter"


@frozen(kw_only=True)
class Given:
    """An exporter that gives what its test wants."""

    suffix = ".x"
    media_type = "text/x"

    width: int
    paper: Paper = Paper.A4
    note: str = ""
    gives: object = field(default=b"data", init=False)
    raises: BaseException | None = field(default=None, init=False)

    def export(self, document: OpsDocument, *, lang: Lang) -> object:
        """The result of the export, or its error."""
        if self.raises is not None:
            raise self.raises
        return self.gives


Use = Callable[..., None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """A function that makes `Given` the exporter of every name, with other defaults."""

    def use(cls: type[Any] = Given, **attributes: object) -> None:
        def changed(self: object) -> None:
            for name, value in attributes.items():
                object.__setattr__(self, name, value)

        body = {"__attrs_post_init__": changed, "__annotations__": {}}
        made = frozen(kw_only=True)(type("Given", (cls,), body))
        monkeypatch.setattr(registry, "get", lambda name: made)

    return use


def _texts(data: bytes) -> Iterator[str]:
    """All texts of an export; of a Word file, those of all its parts and their names."""
    if not data.startswith(b"PK"):
        yield data.decode()
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            yield name + package.read(name).decode("utf-8", "replace")


@pytest.mark.parametrize("name", names())
def test_to_bytes_and_to_a_file(name: str, tmp_path: Path) -> None:
    """The file holds the bytes that are given without a path; the path is given back."""
    for path in (tmp_path / "交接", str(tmp_path / "text")):
        for lang in LANGUAGES:
            data = oh.export(a_document(), name, lang=lang)
            written = oh.export(a_document(), name, path, lang)
            assert written == Path(path)
            assert written.read_bytes() == data
    assert len(list(tmp_path.iterdir())) == 2


FAILURES: dict[str, Any] = {
    "ValueError: no": ValueError("no"),
    "RecursionError": RecursionError(),
    "RuntimeError: 密码：●●●●●●": RuntimeError(f"密码：{SECRET}"),
}


@pytest.mark.parametrize(("said", "cause"), FAILURES.items())
def test_a_failing_exporter(tmp_path: Path, use: Use, said: str, cause: Exception) -> None:
    """The old file stays byte for byte, nothing lies beside it, the error names who and why."""
    path = tmp_path / "out"
    path.write_bytes(b"old")
    use(raises=cause)
    with pytest.raises(ExportError) as caught:
        oh.export(a_document(), "given", path, width=1)
    assert caught.value.__cause__ is cause
    for lang in LANGUAGES:
        text = caught.value.in_lang(lang)
        assert "given" in text
        assert said in text
        assert SECRET not in text
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("gives", ["text", None, bytearray(b"x"), [b"x"]])
def test_an_exporter_that_gives_no_bytes(tmp_path: Path, use: Use, gives: object) -> None:
    """It is an error that names the type, in both languages, and no file is made."""
    use(gives=gives)
    with pytest.raises(ExportError) as caught:
        oh.export(a_document(), "given", tmp_path / "out", width=1)
    got = type(gives).__name__
    assert caught.value.in_lang("zh") == f"导出器“given”出错：应返回 bytes，实际是 {got}"
    assert f"expected bytes, got {got}" in caught.value.in_lang("en")
    assert list(tmp_path.iterdir()) == []


def test_errors_of_the_library_and_interruptions_pass(use: Use) -> None:
    """An exporter may raise what the library raises, and is no obstacle to Ctrl-C."""
    for cause in (OptionError(message("甲", "a")), KeyboardInterrupt()):
        use(raises=cause)
        with pytest.raises(type(cause)) as caught:
            oh.export(a_document(), "given", width=1)
        assert caught.value is cause


def test_all_faults_of_the_options_at_once(use: Use) -> None:
    """Unknown names, wrong values and what is missing come in one error, in both languages."""
    use()
    with pytest.raises(OptionError) as caught:
        oh.export(a_document(), "given", paper="a5", notes="x", note=3)
    zh, en = (caught.value.in_lang(lang) for lang in LANGUAGES)
    for part in ("paper", "'a5'", "a4", "letter", "notes", "did you mean 'note'?", "width"):
        assert part in en
    for part in ("paper", "'a5'", "A4 纸", "notes", "是不是“note”？", "缺少选项 width"):
        assert part in zh
    assert en.count("; ") >= 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"width": "wide"}, "expected a whole number, got 'wide'"),
        ({"width": 1.5}, "expected a value of type int, got 1.5"),
        ({"width": True}, "expected a value of type int, got true"),
        ({"width": None}, "expected a value of type int"),
        ({"width": 1, "note": f"密码：{SECRET}", "paper": f"密码：{SECRET}"}, f"'密码：{MASK}'"),
        ({"width": 1, "gives": b""}, "unknown option of given 'gives'"),
    ],
)
def test_a_wrong_option(use: Use, options: dict[str, object], said: str) -> None:
    """The error says what was expected and what was given, without secrets."""
    use()
    with pytest.raises(OptionError) as caught:
        oh.export(a_document(), "given", None, "zh", **options)
    assert said in str(caught.value)
    assert SECRET not in caught.value.in_lang("zh") + str(caught.value)


class Wanting:
    """An exporter that tells what it was handed."""

    suffix: ClassVar[str] = ".txt"
    media_type: ClassVar[str] = "text/plain"
    wants: ClassVar[Collection[Want]] = (Want.REPORT, Want.FOLDER)

    def export(self, document: OpsDocument, *, lang: Lang, **handed: object) -> bytes:
        """Tell it."""
        return " ".join(f"{name}={type(value).__name__}" for name, value in handed.items()).encode()


class Modest(Wanting):
    """One that wants nothing, though it would take anything, and has a name for it among its options."""

    wants = ()
    findings = True
    folder = "here"


def test_an_exporter_is_handed_what_it_declares() -> None:
    """What counts is what it says that it wants, not what its parameters or options are called."""
    assert oh.export(a_document(), Wanting()) == b"report=Report folder=NoneType"
    assert oh.export(a_document(), Modest()) == b""
    handed = export_bytes(a_document(), Wanting(), "zh", folder=Path("x"), report=lambda: Report(findings=()))
    assert handed == f"report=Report folder={type(Path()).__name__}".encode()


@pytest.mark.parametrize(("width", "paper"), [("7", "letter"), (7, Paper.LETTER), ("7", "信纸")])
def test_options_as_text_or_as_values(use: Use, width: object, paper: object) -> None:
    """What the prompt gives as text, and a script as a value, come to the same."""
    use()
    made = cast("Any", registry.make("given", {"width": width, "paper": paper}))
    assert (made.width, made.paper, made.note) == (7, Paper.LETTER, "")


def test_the_language_of_the_document_is_that_of_its_labels(tmp_path: Path) -> None:
    """Unless the call asks for another one; a document without a language is shown in Chinese."""
    english, silent = a_document(lang="en"), evolve(a_document(), lang=None)
    assert english.lang is Language.EN
    assert b"Daily operations handover" in oh.export(english, "markdown")
    assert "运营日常交接".encode() in oh.export(english, "markdown", lang="zh")
    assert "运营日常交接".encode() in oh.export(silent, "markdown")
    (path,) = oh.export_many([english], "markdown", tmp_path)
    assert "Daily operations handover" in path.read_text("utf-8")


@pytest.mark.parametrize("lang", ["fr", "", "ZH"])
def test_an_unknown_language(lang: Any, tmp_path: Path) -> None:
    """The error lists those there are; nothing is begun."""
    calls: list[Raising] = [
        lambda: oh.export(a_document(), "json", tmp_path / "out", lang),
        lambda: oh.export_many([a_document()], "json", tmp_path / "new", lang=lang),
    ]
    for call in calls:
        with pytest.raises(OptionError, match="zh") as caught:
            call()
        assert "en" in caught.value.in_lang("zh")
    assert list(tmp_path.iterdir()) == []


def test_unknown_exporters_and_wrong_documents(tmp_path: Path) -> None:
    """Neither leaves a file; the faults of the document are all named."""
    with pytest.raises(UnknownNameError, match="did you mean 'word'"):
        oh.export(a_document(), "wrod", tmp_path / "out")
    wrong = spoiled(a_document(department="\ud800"), title=5)
    with pytest.raises(ContentError, match=r"title.*department"):
        oh.export(wrong, "json", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    """A missing folder, a folder, and a place below a file are errors that name the place."""
    file = tmp_path / "file"
    file.write_bytes(b"old")
    for path in (tmp_path / "missing" / "out", tmp_path, file / "out"):
        with pytest.raises(OutputError, match=path.name):
            oh.export(a_document(), "json", path)
    for folder in (file, file / "folder"):
        with pytest.raises(OutputError, match="folder"):
            oh.export_many([a_document()], "json", folder)
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_secrets_are_blacked_out(name: str, lang: Lang) -> None:
    """A secret in any text of the document is in no part of the file; its document keeps it."""
    leak = f"登录密码：{SECRET}"
    document = a_document(
        title=leak,
        id=leak,
        giver=Person(name="周岩", role=leak),
        work_progress=WorkProgress(
            summary=f"| 账号 | 密码 |\n|---|---|\n| zhou | {SECRET} |",
            tasks=(a_task(title=leak, next_step=f"**{leak}**", support_needed=(leak,)),),
        ),
        risks=Nothing(reason=leak),
        extra=(FreeSection(title=leak, body=f"```\n{leak}\n```"),),
    )
    texts = list(_texts(oh.export(document, name, lang=lang)))
    assert not [text[:80] for text in texts if SECRET in text]
    assert any(MASK in text for text in texts)
    assert document.title == leak


def test_exporter_that_was_made_need_not_be_registered(tmp_path: Path) -> None:
    """An exporter of one's own is used as it is: secrets hidden, files whole, no more options."""
    made = JsonExporter()
    document = OpsDocument(profile="daily_work", title="密码：Abc@12345")
    assert oh.export(document, made, tmp_path / "a.json") == tmp_path / "a.json"
    assert "Abc@12345" not in (tmp_path / "a.json").read_text("utf-8")
    with pytest.raises(OptionError, match="an exporter object takes no options: keys"):
        oh.export(document, made, keys="label")


def test_findings_are_those_of_the_document_before_its_secrets_were_hidden() -> None:
    """An appendix that lacked the plaintext password would make the document look better."""
    title = "后台账号 admin 密码：Night#2026"
    document = OpsDocument(profile="daily_work", title=title)
    shown = oh.export(document, "markdown", findings=True).decode()
    assert "SEC001" in shown
    assert "Night#2026" not in shown
    assert "SEC001" not in oh.export(document, "markdown").decode()
