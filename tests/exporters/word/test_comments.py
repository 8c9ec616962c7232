"""Comments: each finding once, at the value that it is about or as near to it as the page allows."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from attrs import evolve
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exporters.word.form.forms import DOCUMENT, fill, paragraphs, refusal, table
from tests.exporters.word.opened import Opened, cell, opened, page_of, para, text_in, value
from tests.exporters.word.templates import MARK
from tests.support.documents import documents
from tests.support.docx_lint import W, lint
from tests.support.examples import FOLDER
from tests.support.office import saved_again

import opshandover as oh
from opshandover.exporters.word.comments import Remark, first_unused_id
from opshandover.exporters.word.render import render
from opshandover.layout import lay_out
from opshandover.model import Person, Task, WorkProgress
from opshandover.ooxml import archive
from opshandover.pages.blocks import Column, Heading, Page, Row, Table
from opshandover.text import LANGUAGES, Lang

PART = "word/comments.xml"
DRAFT = FOLDER / "draft.zh.yaml"


def commented(file: Opened) -> dict[str, str]:
    """The text that each comment is about, by the number of the comment."""
    found: dict[str, str] = {}
    for paragraph in file.root().iter(f"{W}p"):
        open_now: set[str] = set()
        for element in paragraph.iter():
            if element.tag == f"{W}commentRangeStart":
                open_now.add(value(element, "id"))
                found[value(element, "id")] = ""
            elif element.tag == f"{W}commentRangeEnd":
                open_now.remove(value(element, "id"))
            elif element.tag == f"{W}t":
                found |= {number: found[number] + (element.text or "") for number in open_now}
    return found


def comments(file: Opened) -> dict[str, str]:
    """The text of each comment by its number."""
    return {value(each, "id"): text_in(each) for each in file.find("./comment", PART)}


def made(document: oh.OpsDocument, **options: Any) -> Opened:
    """Writes a document with comments into a file that is sound, and opens it."""
    data = oh.export(document, "word", comments=True, **options)
    assert lint(data) == []
    assert data == oh.export(document, "word", comments=True, **options)
    return opened(data)


def remarked(page: Page, *paths: str) -> list[str]:
    """The texts of a page at which remarks on some values stand."""
    file = opened(render(page, remarks=[Remark(path, ("说",)) for path in paths]))
    return list(commented(file).values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_finding_is_a_comment(lang: Lang) -> None:
    """It says how grave it is, which rule says so, about what, what is wrong and what to do, in the page's language."""
    document = oh.load(DRAFT)
    findings = oh.check(document).findings
    file = made(document, lang=lang)
    said = comments(file)
    assert len(said) == len(findings) > 10
    assert commented(file).keys() == said.keys()
    for finding, text in zip(findings, said.values(), strict=True):
        assert finding.code in text
        assert finding.severity.label[lang] in text
        assert finding.message[lang] in text
        assert finding.hint[lang] in text


def test_a_comment_is_at_the_value_or_as_near_as_can_be() -> None:
    """At the value, else at the first value of its item, else at the section, else at the title."""
    task = Task(title="催付", progress=140, owner=Person(name="周岩"))
    document = oh.OpsDocument(
        profile="daily_work", title="本日", work_progress=WorkProgress(tasks=(task, evolve(task, title="对账")))
    )
    page = lay_out(document, "zh")
    assert remarked(page, "work_progress.tasks[1].progress") == ["140%"]
    assert remarked(page, "work_progress.tasks[1].due") == ["对账"]
    assert remarked(page, "work_progress.tasks[1]") == ["对账"]
    assert remarked(page, "work_progress.summary") == ["工作进展"]
    assert remarked(page, "work_progress") == ["工作进展"]
    assert remarked(page, "risks.items[3].owner", "", "title") == ["本日"] * 3


def test_large_tables_have_their_comments_in_the_row() -> None:
    """A table that is read by its grid has no controls, but comments at its cells."""
    rows = tuple(
        Row(cells=tuple(evolve(cell(f"{n}-{name}"), path=f"rows[{n}].{name}") for name in "ab")) for n in range(1_200)
    )
    page = page_of(Heading(1, "表", path="rows"), Table(columns=(Column(label="甲"), Column(label="乙")), rows=rows))
    assert remarked(page, "rows[1199].b", "rows[7].c") == ["7-a", "1199-b"]


def test_several_remarks_share_a_place() -> None:
    """Each is a comment of its own, and none hides another; hostile text is text."""
    remarks = [Remark("", ("<w:p>&\x00", "二\n行")), Remark("title", ("三",))]
    file = opened(render(page_of(para("文")), remarks=remarks))
    assert list(comments(file).values()) == ["\n<w:p>&␀\n二\n行", "\n三"]
    assert list(commented(file).values()) == ["交接单"] * 2
    assert lint(render(page_of(para("文")), remarks=remarks)) == []


@settings(max_examples=15)
@given(documents(), st.sampled_from(["full", "memo"]), st.booleans())
def test_no_finding_is_lost(document: oh.OpsDocument, view: str, contents: bool) -> None:
    """Whatever the page shows, each finding has a comment, and no mark is left in the file."""
    file = made(document, view=view, contents=contents)
    expected = len(oh.check(document).findings)
    assert len(commented(file)) == expected
    assert b"\0" not in file.parts["word/document.xml"]


def test_without_the_option_there_are_none() -> None:
    """Nor are there any with it, if nothing was found."""
    assert PART not in opened(oh.export(oh.load(DRAFT), "word")).parts
    assert PART not in opened(render(page_of(para("文")), remarks=())).parts


def test_comments_and_the_appendix_go_together() -> None:
    """The appendix lists what the comments say at their places."""
    file = made(oh.load(DRAFT), findings=True)
    assert "检查结果" in file.text()
    assert comments(file)


def write_company(path: Path, text: str) -> None:
    """Writes a company's file with a comment on its cover and a text below; python-docx has comments only since 1.2."""
    company = docx.Document()
    company.add_paragraph(text)
    ns = f'xmlns:w="{W[1:-1]}"'
    comment = (
        f'<w:comments {ns}><w:comment w:id="0" w:author="行政" w:initials="行"><w:p><w:r><w:t>请用 120 克纸</w:t></w:r></w:p>'
        "</w:comment></w:comments>"
    )
    cover = (
        f'<w:p {ns}><w:commentRangeStart w:id="0"/><w:r><w:t>封面</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r>'
        '<w:commentReference w:id="0"/></w:r></w:p>'
    )
    body: Any = company.element.body
    body.insert(0, parse_xml(cover))
    part = Part(PackURI("/word/comments.xml"), CONTENT_TYPE.WML_COMMENTS, comment.encode(), company.part.package)
    company.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
    company.save(str(path))


def test_the_comments_of_a_company_stay(tmp_path: Path) -> None:
    """Ours come after theirs, under numbers of their own; a file without any gets a part for them."""
    write_company(tmp_path / "company.docx", MARK)
    document = oh.load(DRAFT)
    file = made(document, template=str(tmp_path / "company.docx"))
    said = list(comments(file).values())
    assert "请用 120 克纸" in said[0]
    assert len(said) == 1 + len(oh.check(document).findings)
    assert commented(file)["0"] == "封面"
    assert commented(file).keys() == comments(file).keys()
    docx.Document().save(str(tmp_path / "bare.docx"))
    assert comments(made(document, template=str(tmp_path / "bare.docx")))


def in_form(folder: Path, *blocks: str, document: oh.OpsDocument = DOCUMENT, **options: Any) -> dict[str, str]:
    """What the comments in a form are about, by the codes of the findings."""
    file = fill(folder, *blocks, document=document, comments=True, **options)
    said = comments(file)
    found = oh.check(document).findings
    assert len(said) == len(found)
    places = commented(file)
    return {finding.path: places[number] for finding, number in zip(found, said, strict=True)}


OVERDONE = evolve(
    DOCUMENT,
    receivers=(),
    work_progress=WorkProgress(tasks=(Task(title="催付", progress=140, owner=Person(name="周岩")), Task(title="对账"))),
)
"""Work that is at 140 %, work that nobody does, and nobody who takes over."""


def test_a_form_has_comments_at_its_marks(tmp_path: Path) -> None:
    """In the row of the item, at a value that is not there, and else as near as the form allows."""
    rows = table(("{{#tasks}}{{title}}", "{{progress}}", "{{owner}}{{/tasks}}"))
    places = in_form(tmp_path, paragraphs("{{id}} {{title}} {{receivers}}"), rows, document=OVERDONE)
    assert places == {
        "receivers": "",
        "work_progress.tasks[0]": "催付",
        "work_progress.tasks[0].progress": "140%",
        "work_progress.tasks[1]": "对账",
        "issues.items[0]": "早班交接",
    }
    whole = in_form(tmp_path, paragraphs("{{id}}", "{{work_progress}}"), document=OVERDONE)
    assert whole["work_progress.tasks[1]"] == "对账"
    assert whole["receivers"] == "SH-1"
    rest = in_form(tmp_path, paragraphs("{{giver}}", "{{正文}}"), document=OVERDONE, contents=True)
    assert rest["work_progress.tasks[0].progress"] == "140%"


def test_headers_and_text_boxes_have_no_comments(tmp_path: Path) -> None:
    """Word allows none there; a form that has its values nowhere else is refused."""
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{paragraphs('{{title}}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    assert set(in_form(tmp_path, box, paragraphs("{{id}}"), header="{{giver}}").values()) == {"SH-1"}
    assert "option comments has no effect" in refusal(tmp_path, box, header="{{giver}}", comments=True)


def test_each_copy_of_a_form_has_comments_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is opened once for documents with and without any, and what one adds is not in the next."""
    write_company(tmp_path / "company.docx", "{{title}} {{giver.name}}")
    opened_files: list[str] = []

    def counted(path: str, data: bytes) -> Mapping[str, bytes]:
        opened_files.append(path)
        return archive.parts_in(path, data)

    monkeypatch.setattr("opshandover.exporters.word.company.opening.parts_in", counted)
    options: dict[str, Any] = {"template": str(tmp_path / "company.docx"), "left_out": "ignore"}
    before = oh.export(DOCUMENT, "word", **options)
    assert list(comments(opened(before)).values()) == ["\n请用 120 克纸"]
    assert len(comments(made(OVERDONE, **options))) == 1 + len(oh.check(OVERDONE).findings)
    assert len(comments(made(DOCUMENT, **options))) == 1 + len(oh.check(DOCUMENT).findings)
    assert oh.export(DOCUMENT, "word", **options) == before
    assert len(opened_files) == 1


def test_numbers_begin_above_those_that_are_used() -> None:
    """Numbers that are none are passed over."""
    part = f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7"/><w:comment w:id="x"/><w:comment/></w:comments>'
    assert first_unused_id(part.encode()) == 8


@pytest.mark.office
def test_an_office_program_keeps_them(tmp_path: Path) -> None:
    """LibreOffice finds each comment, and writes it again."""
    data = oh.export(oh.load(DRAFT), "word", comments=True)
    before, after = comments(opened(data)), comments(opened(saved_again(data, tmp_path)))
    assert sorted("".join(text.split()) for text in after.values()) == sorted(
        "".join(text.split()) for text in before.values()
    )
