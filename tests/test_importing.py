"""What is exported for people comes back, with what people edited in it, and every failure names the file."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plugins.fakes import IMPORTERS, Fake, maker
from tests.reading.returned.edited import rewritten
from tests.support.documents import documents
from tests.support.examples import EXAMPLES
from tests.support.grids import in_turn

import opshandover as oh
from opshandover.continuity.ledger import Fate, Found
from opshandover.errors import LoadError, ReadingError, UnknownNameError
from opshandover.importers.word import WordImporter
from opshandover.importing import reading_of
from opshandover.limits import MOST_LINES_OF_TEXT
from opshandover.model import (
    FreeSection,
    HandoverItem,
    HandoverPhase,
    HandoverPlan,
    OpsDocument,
    Person,
    Process,
    Processes,
    ProcessStep,
    Signature,
    SignDecision,
    SignOff,
    WorkProgress,
)
from opshandover.model.base import Record
from opshandover.model.fields import filled_values
from opshandover.plain_text import clean
from opshandover.reading.normal import normal
from opshandover.reading.original import as_shown
from opshandover.reading.result import Reading
from opshandover.remarks import RemarkKind
from opshandover.testing import a_document, a_task
from opshandover.text import LANGUAGES, Lang

SUFFIXES = {"word": ".docx", "markdown": ".md", "html": ".html"}
each_format = pytest.mark.parametrize("format", SUFFIXES)
HIDDEN = "Hq7-vault-93"
DOCUMENT = a_document(title="交接", work_progress=WorkProgress(tasks=(a_task(id="T-1", progress=10),)))
TWO = "# 晨会纪要 2026-11-20\n\n主持：林晓\n\n# 晨会纪要 2026-11-21\n\n主持：周岩\n"
OPEN = """\
# 早班交接 2026-11-20

## 任务

| 任务 | 截止日期 |
| --- | --- |
| 报税 | 下周一 |

# 中班交接 2026-11-20

## 任务

- 换锁
"""


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """A function that puts fake distributions on the path."""
    monkeypatch.syspath_prepend(tmp_path)
    return maker(tmp_path)


def exported(document: OpsDocument, format: str, folder: Path, lang: Lang | None = None, **options: object) -> Path:
    """The file that a document is exported to."""
    path = folder / f"file{SUFFIXES[format]}"
    oh.export(document, format, path, lang, **options)
    return path


def shown_as_it_is(record: Record) -> Any:
    """A copy of a record without what files for people show as something else.

    Control characters are signs there, pictures that are not there and links to files are text in some places; and the
    document in a Word file has no zeros at the end of its figures, as those of its page have.
    """

    def of(value: object) -> object:
        if isinstance(value, str):
            plain = "".join(filter(_is_shown, value)) if clean(value) != value or "\t" in value else value
            return _WITHOUT_SCHEME.sub("](https://example.com/", plain.replace("![", "["))
        if isinstance(value, tuple):
            return tuple(map(of, value))
        if isinstance(value, Decimal):
            return Decimal(f"{value.normalize():f}")
        return shown_as_it_is(value) if isinstance(value, Record) else value

    return evolve(record, **{field.name: of(value) for field, value in filled_values(record)})


_WITHOUT_SCHEME = re.compile(r"\]\((?=[^\s():]+\))")


def _is_shown(sign: str) -> bool:
    return sign != "\t" and clean(sign) == sign


def read_both_ways(path: Path, against: OpsDocument | None = None) -> tuple[Reading, Reading]:
    """A Word file of ours that nobody has saved, read as such, and read from its pages."""
    unsaved = oh.read(path, against)
    assert set(unsaved.ledger.found) == {Found.FILE}
    return unsaved, reading_of(WordImporter().parse(path.read_bytes()), str(path), against)


def assert_same(unsaved: Reading, shown: Reading) -> None:
    """Assert that two readings say the same, but for how many values were found in which way."""
    assert unsaved.documents == shown.documents
    assert [part.document for part in unsaved.parts] == [part.document for part in shown.parts]
    assert unsaved.remarks == shown.remarks
    assert unsaved.merged == shown.merged
    assert [part.places for part in unsaved.parts] == [part.places for part in shown.parts]
    for reading in (unsaved, shown):
        assert reading.ledger.adds_up
        assert set(reading.ledger.counts) == {Fate.KEPT}


def comes_back(document: OpsDocument, format: str, folder: Path, lang: Lang) -> None:
    """Assert that a document is the same after it was a file, as far as the file shows it."""
    document = shown_as_it_is(document)
    reading = oh.read(exported(document, format, folder, lang))
    shown = as_shown(document)
    assert reading.document == (shown if format == "word" else normal(shown, lang))
    assert reading.ledger.adds_up


@each_format
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_come_back(path: Path, format: str, tmp_path: Path) -> None:
    """In both languages all is kept and nothing is to be decided, so that a file for people loads as one of data."""
    for lang in LANGUAGES:
        comes_back(oh.load(path), format, tmp_path, lang)
        file = tmp_path / f"file{SUFFIXES[format]}"
        reading = oh.read(file)
        assert set(reading.ledger.counts) == {Fate.KEPT}
        assert oh.load(file) == reading.document


@each_format
@settings(max_examples=300)
@given(document=documents(), lang=st.sampled_from(LANGUAGES))
def test_any_document_comes_back(document: OpsDocument, lang: Lang, format: str, tmp_path: Path) -> None:
    """Whatever it holds."""
    comes_back(document, format, tmp_path, lang)


A_STEP, ANOTHER = ProcessStep(name='核对"库存"#1'), ProcessStep(name="发货", time="2 天", owner=Person(name="周岩"))


@each_format
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "processes",
    [
        (Process(name="退货", complex=True, steps=(A_STEP, ANOTHER)),),
        (Process(complex=True, steps=(ProcessStep(), ProcessStep())),),
        (
            Process(name="退货", complex=True, steps=(A_STEP,) * 6),
            Process(name="换货", complex=True, steps=(ANOTHER,) * 2),
        ),
        (Process(name="退货", steps=(A_STEP, ProcessStep(name="发货"))), Process(name="换货", steps=(A_STEP,))),
    ],
)
def test_steps_and_what_draws_them_come_back(
    processes: tuple[Process, ...], format: str, lang: Lang, tmp_path: Path
) -> None:
    """A drawing repeats the steps and is no content; short steps of several processes are on one line of a table."""
    comes_back(OpsDocument(profile="charter", processes=Processes(items=processes)), format, tmp_path, lang)


@each_format
def test_a_title_of_several_lines_comes_back(format: str, tmp_path: Path) -> None:
    """It stands in bold before what follows on its last line, whatever a format makes of the breaks in it."""
    item = HandoverItem(title="第一行\n第二行\n\n另一段", content="上线", phase=HandoverPhase.PREPARATION)
    plan = HandoverPlan(items=(HandoverItem(), item))
    comes_back(OpsDocument(profile="charter", handover_plan=plan), format, tmp_path, "zh")


@each_format
@pytest.mark.parametrize("decision", [None, SignDecision.ACCEPTED])
def test_an_opinion_that_no_cell_can_show_comes_back(decision: SignDecision, format: str, tmp_path: Path) -> None:
    """It stands below the table, with the number of its line; one that says what its cell would say stays there."""
    long = Signature(decision=decision, opinion="# 意见\n---\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```")
    signatures = (long, Signature(decision=decision, opinion="见下"), Signature(opinion="- 甲\n- 乙"))
    comes_back(OpsDocument(profile="charter", sign_off=SignOff(signatures=signatures)), format, tmp_path, "zh")


@pytest.mark.nightly
@each_format
@settings(max_examples=20_000)
@given(document=documents(), lang=st.sampled_from(LANGUAGES))
def test_very_many_documents_come_back(document: OpsDocument, lang: Lang, format: str, tmp_path: Path) -> None:
    """The same, as often as a night has time for."""
    comes_back(document, format, tmp_path, lang)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_markdown_that_carries_its_document_is_equal_to_it(path: Path, tmp_path: Path) -> None:
    """So is Markdown or HTML that carries nothing, read against its document, with its secrets as well."""
    document = oh.load(path)
    file = exported(document, "markdown", tmp_path, carry=True)
    assert oh.load(file) == as_shown(document)
    assert oh.read(file, document).document == document
    for format in ("markdown", "html"):
        assert oh.read(exported(document, format, tmp_path), document).document == document


@each_format
def test_edits_in_a_file_and_in_its_document(format: str, tmp_path: Path) -> None:
    """Both sides' edits stand together, secrets stay, and a contradiction is a conflict until somebody decides it."""
    task = a_task(id="T-1", title="补货", progress=10, next_step=f"登录密码：{HIDDEN}，先看")
    base = evolve(DOCUMENT, work_progress=WorkProgress(tasks=(task,)))
    options: dict[str, Any] = {"carry": True} if format == "markdown" else {}
    file = exported(evolve(base, title="改过"), "html", tmp_path) if format == "html" else tmp_path / "x.md"
    if format == "html":
        reading = oh.read(file, base)
        assert (reading.merged, reading.document) == (None, evolve(base, title="改过"))
        return
    file = exported(base, format, tmp_path, **options)
    now = evolve(base, work_progress=WorkProgress(tasks=(evolve(task, progress=60),)))
    reading = oh.read(file, now)
    assert reading.document == now
    assert reading.merged is not None
    assert [one.path for one in reading.merged.decisions] == ["work_progress.tasks[0].progress"]
    if format == "word":
        return
    file.write_text(file.read_text("utf-8").replace("10%", "90%").replace("补货", "补货和盘点"), "utf-8")
    reading = oh.read(file, now)
    assert [one.path for one in reading.conflicts] == ["work_progress.tasks[0].progress"]
    both = {side: reading.resolved(side) for side in ("ours", "theirs")}
    for side, progress in (("ours", 60), ("theirs", 90)):
        expected = evolve(task, title="补货和盘点", progress=progress)
        assert both[side].document == evolve(base, work_progress=WorkProgress(tasks=(expected,)))
        assert not both[side].conflicts


def test_facts_without_a_home_are_kept(tmp_path: Path) -> None:
    """Labels and their values in a section that a person added are its text."""
    path = exported(DOCUMENT, "html", tmp_path)
    added = "<section><h2>杂项</h2><dl><dt>暗号</dt><dd>老地方</dd></dl></section></main>"
    path.write_text(path.read_text("utf-8").replace("</main>", added), "utf-8")
    assert oh.read(path).document.extra[-1] == FreeSection(title="杂项", body="- **暗号**：老地方")


def test_an_original_is_needed_only_where_there_is_none(tmp_path: Path) -> None:
    """Without it, a page of ours is read from what it shows; one of others is read as theirs."""
    file = exported(DOCUMENT, "markdown", tmp_path)
    assert oh.read(file).merged is None
    file.write_text("# 王芳的交接\n\n## 待办\n\n- 报税\n", "utf-8")
    kinds = {remark.kind for remark in oh.read(file).remarks}
    assert RemarkKind.GUESSED in kinds
    assert oh.read(file, profile="offboarding").document.profile == "offboarding"
    with pytest.raises(UnknownNameError, match="offboardin"):
        oh.read(file, profile="offboardin")


def test_data_is_read_as_it_is_loaded(tmp_path: Path) -> None:
    """All of it is kept."""
    path = tmp_path / "a.json"
    oh.export(DOCUMENT, "json", path)
    reading = oh.read(path)
    assert reading.document == oh.load(path) == DOCUMENT
    assert (reading.ledger.adds_up, set(reading.ledger.counts)) == (True, {Fate.KEPT})
    assert set(reading.ledger.found) == {Found.LABEL}


def test_what_a_person_has_to_decide_is_not_loaded(tmp_path: Path) -> None:
    """Several documents, and a date that depends on today: the faults have their lines, and say what to do."""
    path = tmp_path / "two.md"
    path.write_text(OPEN, "utf-8")
    assert len(oh.read(path).documents) == 2
    with pytest.raises(LoadError, match=r"two\.md") as caught:
        oh.load(path)
    assert "opshandover read" in caught.value.in_lang("zh")
    assert [fault.line for fault in caught.value.faults] == [None, 7]
    with pytest.raises(ReadingError, match=r"two\.md.*opshandover read"):
        _ = oh.read(path).document


IMPORTED = """
    from opshandover.codec.baseline import Baseline
    from opshandover.pages import Page, Paragraph, Run
    from opshandover.reading.imported import Imported

    class Thing:
        suffixes = (".acme",)

        def parse(self, data):
            {body}
"""
PAGE = "Page(title='', kind='', lang='zh', blocks=({blocks}))"


@pytest.mark.parametrize(
    ("body", "error", "said"),
    [
        ("1 / 0", ReadingError, "'acme' failed: ZeroDivisionError"),
        ("raise SystemExit(3)", ReadingError, "'acme' failed: SystemExit"),
        ("return data", ReadingError, "'acme' failed: TypeError: parse: expected an Imported, got bytes"),
        (f"return Imported(page={PAGE.format(blocks='')})", LoadError, "there is no text"),
        (
            f"""return Imported(page={PAGE.format(blocks="Paragraph((Run('甲' * 200_001),)),")})""",
            LoadError,
            "extra[0].body: the text has more than 200000",
        ),
        (
            'base = Baseline(json=\'{"profile": "charter", "schema_version": 99}\', lang=\'zh\')\n            '
            f"return Imported(page={PAGE.format(blocks='')}, baseline=base, found=(('a', None),))",
            LoadError,
            "upgrade",
        ),
    ],
)
def test_failures_name_the_file(body: str, error: type[Exception], said: str, fake: Fake, tmp_path: Path) -> None:
    """Whatever an importer raises or returns, the error says of which file and of which importer."""
    fake(IMPORTERS, "acme", IMPORTED.replace("{body}", body))
    path = tmp_path / "交接.acme"
    path.write_bytes(b"x")
    with pytest.raises(error) as caught:
        oh.read(path)
    text = str(caught.value.in_lang("en"))  # type: ignore[attr-defined]
    assert "交接.acme" in text
    assert said in text


def test_remarks_of_an_importer_are_said_once(fake: Fake, tmp_path: Path) -> None:
    """Also in a file of several documents."""
    remark = "Remark(kind=RemarkKind.DROPPED, message=message('宏', 'macro'))"
    body = (
        "from opshandover.importers.markdown import MarkdownImporter; from attrs import evolve; "
        "from opshandover.remarks import Remark, RemarkKind; from opshandover.text import message; "
        f"return evolve(MarkdownImporter().parse(data), remarks=({remark},))"
    )
    fake(IMPORTERS, "acme", IMPORTED.replace("{body}", body))
    path = tmp_path / "a.acme"
    for text in (TWO, oh.export(DOCUMENT, "markdown").decode(), oh.export(DOCUMENT, "markdown", carry=True).decode()):
        path.write_text(text, "utf-8")
        assert [one.kind for one in oh.read(path).remarks].count(RemarkKind.DROPPED) == 1


def test_too_many_lines_are_refused(tmp_path: Path) -> None:
    """A file of ours may have them; what people wrote elsewhere is looked at from many sides."""
    path = tmp_path / "team.md"
    path.write_text("| 任务 | 负责人 |\n| --- | --- |\n" + "| 上线 | 周岩 |\n" * (MOST_LINES_OF_TEXT // 2), "utf-8")
    with pytest.raises(LoadError, match="lines of text in the file") as caught:
        oh.read(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("example", "options", "lang"),
    in_turn(EXAMPLES, [{}, {"view": "memo"}, {"findings": True, "mark": "内部", "contents": True}], LANGUAGES),
)
def test_a_file_that_nobody_has_saved_is_what_its_pages_say(
    example: Path, options: dict[str, object], lang: Lang, tmp_path: Path
) -> None:
    """Of a file as it was written the document within is read, which is what its pages say, with the source or without."""
    document = shown_as_it_is(oh.load(example))
    path = exported(document, "word", tmp_path, lang, **options)
    assert_same(*read_both_ways(path))
    assert_same(*read_both_ways(path, evolve(document, title=f"{document.title}（改）")))


@settings(max_examples=40)
@given(documents(), st.sampled_from(LANGUAGES), st.booleans())
def test_any_file_that_nobody_has_saved_is_what_its_pages_say(
    tmp_path_factory: pytest.TempPathFactory, document: OpsDocument, lang: Lang, known: bool
) -> None:
    """The same for documents of all kinds with hostile texts."""
    document = shown_as_it_is(document)
    path = exported(document, "word", tmp_path_factory.mktemp("unsaved"), lang)
    unsaved, shown = read_both_ways(path, document if known else None)
    assert unsaved.document == shown_as_it_is(shown.document)


def test_an_edit_is_never_passed_over(tmp_path: Path) -> None:
    """A file of which one letter was changed is read from its pages, though the document within is as it was."""
    path = exported(DOCUMENT, "word", tmp_path)
    path.write_bytes(
        rewritten(path.read_bytes(), "word/document.xml", lambda xml: xml.replace("交接".encode(), "交办".encode()))
    )
    reading = oh.read(path)
    assert reading.document.title == "交办"
    assert reading.ledger.counts[Fate.CHANGED] == 1


def test_secrets_of_the_source_stay_in_a_file_that_nobody_has_saved(tmp_path: Path) -> None:
    """What the file has blacked out is what the source says there."""
    task = a_task(id="T-1", title="补货", next_step=f"登录密码：{HIDDEN}，先看")
    secret = a_document(work_progress=WorkProgress(tasks=(task,)))
    unsaved, shown = read_both_ways(exported(secret, "word", tmp_path), secret)
    assert unsaved.document == shown.document == secret
