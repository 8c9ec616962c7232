"""Word files from anywhere: all of their text is read in its order, and what is left out is said."""

import re
from typing import Any

import pytest
from lxml import etree
from tests.exporters.word.opened import opened
from tests.importers.word.files import KINDS, NAMESPACES, docx, p, package, parsed, relation, relations
from tests.reading.returned.edited import rewritten
from tests.support.docx_lint import W
from tests.support.examples import EXAMPLES, READY

import opshandover as oh
from opshandover.continuity.ledger import Found
from opshandover.errors import LoadError
from opshandover.importers.word import Baselines, Changes, WordImporter
from opshandover.pages.blocks import Block, Code, Facts, Flow, Heading, ListBlock, Paragraph, Quote, Run, Table, text_of
from opshandover.reading.imported import Imported
from opshandover.remarks import RemarkKind

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TRACKED = (
    '<w:p><w:r><w:t>前</w:t></w:r><w:ins w:author="张三"><w:r><w:t>插入</w:t></w:r></w:ins>'
    '<w:del w:author="李四"><w:r><w:delText>删除</w:delText></w:r></w:del><w:r><w:t>后</w:t></w:r></w:p>'
)
SHAPE = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
    f"<wps:txbx><w:txbxContent>{p('框内')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
    f"{p('框内')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    "<w:r><w:t>正文</w:t></w:r></w:p>"
)


def lines(blocks: tuple[Block, ...]) -> list[str]:
    """The texts of blocks one below the other."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(runs=runs):
                found.append(text_of(runs))
            case Heading(text=text) | Code(text=text):
                found.append(text)
            case ListBlock(items=items):
                found += [line for item in items for line in lines(item.blocks)]
            case Quote(blocks=inner):
                found += lines(inner)
            case Table():
                found += [column.label for column in block.columns]
                found += [line for row in block.rows for cell in row.cells for line in lines(cell.blocks)]
            case Facts(items=facts):
                found += [line for fact in facts for line in (fact.label, *lines(fact.cell.blocks))]
            case Flow(steps=steps):
                found += [text for step in steps for text in (step.label, step.note)]
            case _:
                pass
    return found


def all_text(imported: Imported) -> str:
    """All text that was read, without blanks."""
    read = [imported.page.title, imported.page.kind, *lines(imported.page.blocks)]
    read += [line for beside in imported.beside for line in lines(beside.blocks)]
    return re.sub(r"\s", "", "".join(read))


def said(imported: Imported, kind: RemarkKind) -> str:
    """The remarks of a kind."""
    return "\n".join(remark.message["zh"] for remark in imported.remarks if remark.kind is kind)


def problem(data: bytes, **options: Any) -> str:
    """The one fault of a file that is refused, with what to do."""
    with pytest.raises(LoadError) as caught:
        WordImporter(**options).parse(data)
    (fault,) = caught.value.faults
    assert fault.hint["zh"]
    assert fault.hint["en"]
    return fault.problem["en"]


def test_headings_by_style_name_and_outline() -> None:
    """Names in either language, styles that are based on others, and outline levels of no heading style."""
    body = p("题", "t") + p("一", "1") + p("二", "2") + p("三", "x") + p("四", "y") + p("五", "o")
    page = parsed(body + p("六", more='<w:outlineLvl w:val="2"/>')).page
    assert page.title == "题"
    assert [block.level for block in page.blocks if isinstance(block, Heading)] == [1, 2, 3, 1, 2, 3]


@pytest.mark.parametrize(
    ("body", "title", "levels"),
    [
        (p("唯一", "1") + p("二", "2") + p("三", "2"), "唯一", [1, 1]),
        (p("一", "1") + p("二", "1"), "", [1, 1]),
        (p("文") + p("一", "1") + p("二", "2"), "", [1, 2]),
        (p("二", "2") + p("三", "x") + p("二", "2"), "", [1, 2, 1]),
        (p("内部") + p("题", "t") + p("一", "1"), "题", [1]),
    ],
)
def test_the_title_is_the_only_heading_of_the_highest_level(body: str, title: str, levels: list[int]) -> None:
    """Otherwise there is none, and the highest level of headings is the first."""
    page = parsed(body).page
    assert page.title == title
    assert [block.level for block in page.blocks if isinstance(block, Heading)] == levels


def test_a_list_whose_first_item_begins_anew_goes_on() -> None:
    """LibreOffice gives that item a numbering of its own; the list ends where another item begins anew."""
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering += "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{anew}</w:num>' for number in (2, 3))
    body = "".join(
        p("甲", more=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>') for number in (2, 1, 1, 3, 1)
    )
    page = parsed(body, relation("n", "numbering", "numbering.xml"), word__numbering=f"{numbering}</w:numbering>").page
    assert [len(block.items) for block in page.blocks if isinstance(block, ListBlock)] == [3, 2]


def test_lists_by_their_numbering() -> None:
    """Nested by level, counted on from where the numbering begins, and begun anew by another numbering."""
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>'
    )

    def item(text: str, number: int, level: int = 0) -> str:
        return p(text, more=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    body = item("甲", 1) + item("乙", 1, 1) + item("丙", 1) + p("间") + item("丁", 1) + item("戊", 2)
    blocks = parsed(body, relation("n", "numbering", "numbering.xml"), word__numbering=numbering).page.blocks
    first, _, second, third = blocks
    assert isinstance(first, ListBlock)
    assert (first.ordered, first.start, len(first.items)) == (True, 3, 2)
    inner = first.items[0].blocks[1]
    assert isinstance(inner, ListBlock)
    assert not inner.ordered
    assert isinstance(second, ListBlock)
    assert second.start == 5
    assert isinstance(third, ListBlock)
    assert third.start == 7


def test_boxes_begin_items() -> None:
    """Content controls and the fields of old forms, ticked or not; the sign is not part of the text."""
    control = (
        '<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> 已上传</w:t></w:r></w:p>"
    )
    old = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
        '</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:t> 未上传</w:t></w:r></w:p>"
    )
    (boxes,) = parsed(control + old).page.blocks
    assert isinstance(boxes, ListBlock)
    assert [(item.checked, lines(item.blocks)) for item in boxes.items] == [(True, ["已上传"]), (False, ["未上传"])]


def test_a_sign_that_differs_from_its_state_is_asked_about() -> None:
    """Some programs change only one of them."""
    body = (
        '<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> 甲</w:t></w:r></w:p>"
    )
    assert "1 个复选框" in said(parsed(body), RemarkKind.ASKED)


def test_merged_cells_and_tables_in_tables() -> None:
    """A cell over several columns stands in the first; one over several rows in the first; nothing is said twice."""
    inner = f"<w:tbl><w:tr><w:tc>{p('内头')}</w:tc><w:tc>{p('内二')}</w:tc></w:tr><w:tr><w:tc>{p('内值')}</w:tc></w:tr></w:tbl>"
    body = (
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("甲")}</w:tc><w:tc>{p("子")}</w:tc></w:tr>'
        f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("乙")}</w:tc><w:tc>{p("丙")}</w:tc><w:tc>{inner}<w:p/></w:tc>'
        f"</w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>{p('丁')}</w:tc></w:tr></w:tbl>"
    )
    (table,) = parsed(body).page.blocks
    assert isinstance(table, Table)
    assert [column.label for column in table.columns] == ["甲", "", "子"]
    assert [[lines(cell.blocks) for cell in row.cells] for row in table.rows] == [
        [["乙"], ["丙"], ["内头", "内二", "内值"]],
        [[], ["丁"], []],
    ]


def test_a_frame_of_one_cell_is_no_table() -> None:
    """Boxes around text are made so; they say nothing."""
    assert lines(parsed(f"<w:tbl><w:tr><w:tc>{p('文')}</w:tc></w:tr></w:tbl>").page.blocks) == ["文"]


def test_runs_keep_what_they_look_like() -> None:
    """Bold, italics and links, also as fields; the sign of a switched-off property; signs of symbol fonts."""
    body = (
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r><w:r><w:rPr><w:rStyle w:val="b"/></w:rPr><w:t>也粗</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="b"/><w:b w:val="0"/><w:strike/></w:rPr><w:t>删</w:t></w:r><w:hyperlink r:id="l"><w:r>'
        '<w:t>链</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK '
        '"https://b.cn/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>接</w:t></w:r><w:r>'
        '<w:fldChar w:fldCharType="end"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:br/><w:t>行</w:t><w:tab/>'
        "</w:r></w:p>"
    )
    (line,) = parsed(body, relation("l", "hyperlink", "https://a.cn/", external=True)).page.blocks
    assert isinstance(line, Paragraph)
    assert line.runs == (
        Run("粗也粗", strong=True),
        Run("删", strike=True),
        Run("链", link="https://a.cn/"),
        Run("接", link="https://b.cn/"),
        Run("☑\n行\t"),
    )


def test_text_boxes_are_read_once() -> None:
    """A shape has an older form of itself for older programs."""
    imported = parsed(SHAPE)
    assert lines(imported.page.blocks) == ["正文"]
    assert [(beside.label.en, lines(beside.blocks)) for beside in imported.beside] == [("Text box", ["框内"])]


def test_hidden_text_and_notes_stand_beside_the_text() -> None:
    """Nothing of them is mixed into what people see, and nothing is lost."""
    notes = f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{p("脚注")}</w:footnote></w:footnotes>'
    header = f"<w:hdr {NAMESPACES}>{p('页眉文字')}</w:hdr>"
    body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>见</w:t></w:r></w:p>"
    related = (relation("f", "footnotes", "footnotes.xml"), relation("h", "header", "header1.xml"))
    imported = parsed(body, *related, word__footnotes=notes, word__header1=header)
    assert lines(imported.page.blocks) == ["见"]
    assert [(each.label.zh, lines(each.blocks), each.apart) for each in imported.beside] == [
        ("隐藏文字", ["藏"], False),
        ("页眉", ["页眉文字"], True),
        ("脚注", ["脚注"], False),
    ]


def test_placeholders_are_empty() -> None:
    """What a control asks for is not what somebody wrote."""
    body = (
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击输入</w:t></w:r></w:sdtContent></w:sdt>"
        "</w:p>"
    )
    assert parsed(body).page.blocks == ()


@pytest.mark.parametrize(("changes", "text"), [(Changes.ACCEPT, "前插入后"), (Changes.REJECT, "前删除后")])
def test_tracked_changes_are_said(changes: Changes, text: str) -> None:
    """Deleted text is not shown, or inserted text, as is asked for; how many there are and whose is said."""
    imported = parsed(TRACKED, changes=changes)
    assert lines(imported.page.blocks) == [text]
    assert "插入 1 处、删除 1 处（张三、李四）" in said(imported, RemarkKind.ASKED)


def test_tracked_rows_and_ends_of_paragraphs() -> None:
    """A deleted row is not there, and a deleted end of a paragraph joins it with the next."""
    row = "<w:tr>{}<w:tc>" + p("{}") + "</w:tc></w:tr>"
    table = row.format("", "头") + row.format('<w:trPr><w:del w:author="a"/></w:trPr>', "删") + row.format("", "留")
    joined = '<w:p><w:pPr><w:rPr><w:del w:author="a"/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>' + p("后")
    imported = parsed(f"<w:tbl>{table}</w:tbl>{joined}")
    assert lines(imported.page.blocks) == ["头", "留", "前后"]
    assert "删除 2 处" in said(imported, RemarkKind.ASKED)


def test_tracked_changes_can_be_refused() -> None:
    """Whoever wants them settled first is told how."""
    assert "1 insertion(s), 1 deletion(s)" in problem(docx(TRACKED), changes=Changes.REFUSE)
    assert lines(WordImporter(changes=Changes.REFUSE).parse(docx(p("甲"))).page.blocks) == ["甲"]


def test_comments_are_said_and_kept_apart() -> None:
    """They are no text of the document."""
    comments = f'<w:comments {NAMESPACES}><w:comment w:id="0" w:author="王五">{p("批注文字")}</w:comment></w:comments>'
    imported = parsed(p("文"), relation("c", "comments", "comments.xml"), word__comments=comments)
    assert lines(imported.page.blocks) == ["文"]
    assert [(each.label.zh, each.apart) for each in imported.beside] == [("批注（王五）", True)]
    assert "批注 1 条（王五）" in said(imported, RemarkKind.ASKED)


def test_what_is_left_out_is_said() -> None:
    """Macros, embedded objects and what leads out of the file; nothing of it is opened."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{p('文')}<w:p><w:r><w:object/></w:r></w:p></w:body></w:document>",
        "word/_rels/document.xml.rels": relations(relation("x", "image", "http://a.cn/x.png", external=True)),
        "word/vbaProject.bin": b"x",
    }
    dropped = said(WordImporter().parse(package(parts)), RemarkKind.DROPPED)
    assert "宏" in dropped
    assert "嵌入的对象" in dropped
    assert "文件之外" in dropped


def test_missing_and_broken_parts_do_not_stop_the_rest() -> None:
    """Real files lack parts that they name."""
    related = (relation("h", "header", "header9.xml"), relation("f", "footer", "footer1.xml"))
    imported = parsed(p("文"), *related, word__footer1="<w:ftr")
    assert lines(imported.page.blocks) == ["文"]
    assert "word/header9.xml" in said(imported, RemarkKind.DROPPED)
    assert "word/footer1.xml" in said(imported, RemarkKind.DROPPED)


def test_strict_open_xml_is_read_as_any_other() -> None:
    """Its namespaces are others, its elements the same."""
    kind = KINDS.replace(
        "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(f'<Relationship Id="d" Type="{kind}officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        f"{p('严格')}</w:body></w:document>",
    }
    assert lines(WordImporter().parse(package(parts)).page.blocks) == ["严格"]


ENTITIES = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document {NAMESPACES}><w:body/></w:document>'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (OLD + b"0" * 600, "old Office format"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "password-protected"),
        (b"%PDF-1.4 x", "PDF"),
        ("你好".encode(), "another kind"),
        (package({"a.txt": "x"}), "zip archive"),
        (docx(p("文"))[:-30], "damaged"),
        (package({"[Content_Types].xml": "<Types/>", "word/document.xml": ENTITIES}), "DTD"),
        (package({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document"}), "malformed"),
        (package({"[Content_Types].xml": "<Types/>", "word/document.xml": f"<w:document {NAMESPACES}/>"}), "damaged"),
        (package({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "not a Word file"),
        (package({"[Content_Types].xml": "<Types/>", "word/document.xml": b"0" * 200_000_001}), "too large"),
        (docx("<w:p/>" * 2_000_001), "too large"),
    ],
    ids=[
        "empty",
        "doc",
        "locked",
        "pdf",
        "text",
        "zip",
        "cut",
        "entities",
        "malformed",
        "bodiless",
        "excel",
        "bomb",
        "tags",
    ],
)
def test_what_cannot_be_read_is_one_clear_fault(data: bytes, expected: str) -> None:
    """It names what is wrong and what to do, in both languages."""
    assert expected in problem(data)


def test_a_changed_baseline_is_refused_unless_it_is_not_used() -> None:
    """Compared with a wrong document, the text of others would seem to be new or deleted."""
    data = oh.export(oh.load(EXAMPLES[0]), "word")
    with_other = rewritten(data, "customXml/item1.xml", lambda part: part.replace(b'"title":"', b'"title":"x', 1))
    assert "SHA-256" in problem(with_other)
    imported = WordImporter(baseline=Baselines.IGNORE).parse(with_other)
    assert imported.baseline is None
    assert imported.page.blocks


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_word_of_a_file_is_lost(path: Any, lang: Any) -> None:
    """Every text of every part stands in the page or beside it."""
    data = oh.export(oh.load(path), "word", lang=lang, contents=True, mark="内部", comments=True)
    read = all_text(WordImporter().parse(data))
    file = opened(data)
    for name in (name for name in file.parts if re.fullmatch(r"word/(document|header|footer|comments)\w*\.xml", name)):
        for paragraph in file.root(name).iter(f"{W}p"):
            shown = re.sub(r"\s", "", "".join(each.text or "" for each in paragraph.iter(f"{W}t")))
            assert shown.strip("☐☑") in read, etree.tostring(paragraph, encoding="unicode")


def test_paths_by_tag_and_by_bookmark() -> None:
    """The page says of each block which value it shows, and how that was found."""
    imported = WordImporter().parse(oh.export(oh.load(READY), "word"))
    assert {"work_progress", "issues", "risks"} <= {b.path for b in imported.page.blocks if isinstance(b, Heading)}
    (tasks,) = (b for b in imported.page.blocks if isinstance(b, Table) and b.path == "work_progress.tasks")
    assert [row.path for row in tasks.rows] == [f"work_progress.tasks[{n}]" for n in range(len(tasks.rows))]
    (title,) = tasks.rows[1].cells[0].blocks
    assert isinstance(title, Paragraph)
    assert title.path == "work_progress.tasks[1].title"
    found = dict(imported.found)
    assert found["work_progress.tasks[1].title"] is Found.TAG
    assert found["work_progress.tasks[1]"] in (Found.TAG, Found.BOOKMARK)
    assert imported.baseline is not None
