"""Values, repeated parts and conditions in a form."""

from decimal import Decimal
from io import BytesIO
from itertools import takewhile
from pathlib import Path

import docx
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exporters.word.form.forms import DOCUMENT, QUIET, fill, form, lines, paragraphs, table
from tests.exporters.word.opened import Opened, opened, value
from tests.exporters.word.templates import written
from tests.support.docx_lint import W
from tests.support.office import plain, printed

import opshandover as oh
from opshandover.document.secrets import redacted
from opshandover.errors import ExportError
from opshandover.exporters.word.form import fill as filling
from opshandover.model import DataAnalysis, Goals, Metric, Person, Task, WorkProgress
from opshandover.ooxml.anchors import VALUE, bookmark_of


@pytest.mark.parametrize(
    ("mark", "zh", "en"),
    [
        ("{{giver.name}}", "何秋实", "何秋实"),
        ("{{ 移交人 . 姓名 }}", "何秋实", "何秋实"),
        ("{{移交人。姓名}}", "何秋实", "何秋实"),
        ("{{receivers[1].name}}", "Ann Lee", "Ann Lee"),
        ("{{接收人【0】.姓名}}", "罗一凡", "罗一凡"),
        ("{{receivers}}", "罗一凡、Ann Lee", "罗一凡, Ann Lee"),
        ("{{接收人.姓名}}", "罗一凡、Ann Lee", "罗一凡, Ann Lee"),
        ("{{prepared_on}}", "2026年11月6日", "6 November 2026"),
        ("{{编制日期.年}}/{{编制日期.月}}/{{prepared_on.day}}", "2026/11/6", "2026/11/6"),
        ("{{shift.start.time}} {{shift.start.iso}}", "07:00 2026-11-26 07:00", "07:00 2026-11-26 07:00"),
        ("{{班次}}", "早班（2026年11月26日 07:00 至 15:00）", "早班 (26 November 2026 07:00 to 15:00)"),
        ("{{tasks[0].status}}", "进行中", "In progress"),
        ("{{work_progress.tasks[0].support_needed}}", "一辆叉车；两个人", "一辆叉车; 两个人"),
        ("{{问题反馈[0].标题}}。", "秤不回零。", "秤不回零。"),
        ("[{{witness.name}}]", "[]", "[]"),
        ("{{tasks[0].title}}", "拣货 <A>", "拣货 <A>"),
        ("[{{reason}}]", "[]", "[]"),
        ("{{profile}}", "班次交接", "Shift handover"),
        ("{{ r giver.name }}", "何秋实", "何秋实"),
    ],
)
def test_values_by_path(tmp_path: Path, mark: str, zh: str, en: str) -> None:
    """By name or by label, with indexes, through lists, and dates in the language of the form."""
    assert lines(tmp_path, paragraphs(mark)) == [zh]
    assert lines(tmp_path, paragraphs(mark), lang="en") == [en]


ROW = ("{{#tasks}}{{序号}}", "{{标题}}", "{{owner.name}}", "{{due}}{{/tasks}}")
FILLED = ["序号", "任务", "谁", "何时", "1", "拣货 <A>", "何秋实", "2026年11月26日", "2", "贴标签"]


@pytest.mark.parametrize(
    "rows",
    [
        [ROW],
        [("{{#work_progress.tasks}}{{index}}", *ROW[1:3], "{{due}}{{/}}")],
        [("{{#任务}}", "", "", ""), ("{{序号}}", "{{标题}}", "{{owner.name}}", "{{due}}"), ("{{/任务}}", "", "", "")],
        [
            ("{%tr for t in tasks %}", "", "", ""),
            ("{{ loop.index }}", "{{ t.title }}", "{{ t.owner.name }}", "{{ t.due }}"),
            ("{%tr endfor %}", "", "", ""),
        ],
        [("{{#work_progress}}{{序号}}", "{{标题}}", "{{负责人}}", "{{截止日期}}{{/work_progress}}")],
    ],
)
def test_rows_are_repeated(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    """With the marks in one row, in rows of their own, and as docxtpl has them."""
    assert lines(tmp_path, table(("序号", "任务", "谁", "何时"), *rows)) == FILLED
    (found,) = fill(tmp_path, table(("序号", "任务", "谁", "何时"), *rows)).find(".//w:tbl")
    assert len(found.findall(f"{W}tr")) == 3


def test_paragraphs_are_repeated(tmp_path: Path) -> None:
    """Marks in paragraphs of their own, round one paragraph, within a line, and one in another."""
    body = paragraphs(
        "{{#tasks}}",
        "{{index}}. {{title}}",
        "  {{next_step}}",
        "{{/tasks}}",
        "{{#receivers}}- {{name}}{{/receivers}}",
        "收：{{#receivers}}{{姓名}}；{{/receivers}}完",
        "{{#tasks}}{{title}}：{{#support_needed}}[{{.}}]{{/support_needed}}{{/tasks}}",
    )
    assert lines(tmp_path, body) == [
        "1. 拣货 <A>",
        "2. 贴标签",
        "  先贴 D 区",
        "一",
        "二",
        "- 罗一凡",
        "- Ann Lee",
        "收：罗一凡；Ann Lee；完",
        "拣货 <A>：[一辆叉车][两个人]",
        "贴标签：",
    ]


CONDITION = paragraphs(
    "{{#issues}}",
    "有问题",
    "{{/issues}}",
    "{{^issues}}没有：{{issues.reason}}{{/issues}}",
    "{{#tasks}}只一次{{/tasks}}",
    "{{#witness}}监交 {{name}}{{/witness}}",
    "{%p if witness %}",
    "不写",
    "{%p endif %}",
    "{%if not witness%}无监交{%endif%}",
    "{{#giver}}{{姓名}}在{{/giver}}",
)


def test_conditions(tmp_path: Path) -> None:
    """A part that shows nothing of the items is shown once if there are any; a section may say there is nothing."""
    assert lines(tmp_path, CONDITION) == ["有问题", "只一次", "无监交", "何秋实在"]
    assert lines(tmp_path, CONDITION, document=QUIET) == ["没有：本班没有", "只一次", "无监交", "何秋实在"]


def test_sections_of_issues_repeat_their_items(tmp_path: Path) -> None:
    """A section is the list that it is about, where something of an item is shown."""
    body = table(("问题",), ("{{#issues}}{{title}}{{/issues}}",))
    assert lines(tmp_path, body) == ["问题", "秤不回零"]
    assert lines(tmp_path, body, document=QUIET) == ["问题"]


def test_what_is_left_empty_is_sound(tmp_path: Path) -> None:
    """A cell keeps a paragraph, and a table that loses all its rows goes."""
    cell = table(("{{#issues}}有{{/issues}}", "{{issues}}"))
    gone = table(("{{#issues}}{{title}}", "{{kind}}{{/issues}}"))
    file = fill(tmp_path, cell, gone, paragraphs("完"), document=evolve(DOCUMENT, issues=None))
    assert len(file.find(".//w:tbl")) == 1
    assert file.text().split() == ["完"]


def test_tables_stay_apart(tmp_path: Path) -> None:
    """Word joins tables that touch, as those do whose paragraph between is not shown; the lint looks at each file."""
    cover = table(("标题", "{{title}}"))
    for between in ("{{#witness}}不写{{/witness}}", "{{正文}}", "{{goals}}"):
        file = fill(tmp_path, cover, paragraphs(between), table(("完",)))
        assert len(file.find("./w:body/w:tbl")) > 1
    assert list(filling.kept_apart(["a</w:tbl> ", "", "<w:tbl>b"], "-")) == ["a</w:tbl> ", "", "-", "<w:tbl>b"]


def test_a_whole_section(tmp_path: Path) -> None:
    """As on our own page, with its heading in the text; without it in a cell, and below a line that says it."""
    alone = lines(tmp_path, paragraphs("{{issues}}"))
    assert alone[:2] == ["问题反馈", "秤不回零"]
    assert lines(tmp_path, paragraphs("一、问题反馈", "{{issues}}"))[:2] == ["一、问题反馈", "秤不回零"]
    assert lines(tmp_path, table(("问题", "{{问题反馈}}")))[:2] == ["问题", "秤不回零"]
    assert lines(tmp_path, paragraphs("{{issues}}"), document=QUIET) == ["问题反馈", "无内容：本班没有"]
    assert lines(tmp_path, paragraphs("{{issues}}"), lang="en")[0] == "Issues"
    signed = lines(tmp_path, paragraphs("{{正文}}", "{{交接确认}}"))
    assert signed.count("签字（盖章）") == 1
    assert signed.index("交接确认") > signed.index("没有归处的话")


def test_the_document_is_the_rest(tmp_path: Path) -> None:
    """Sections that the form shows are not in it, nor is what it shows of the header; nothing is twice or lost."""
    body = table(("标题", "{{title}}"), ("移交人", "{{giver.name}}"), ("接收人", "{{receivers}}"))
    told = lines(tmp_path, body, paragraphs("{{#tasks}}{{title}}{{/tasks}}", "{{正文}}"))
    assert told.count("早班交接") == 1
    assert "工作进展" not in told
    assert "问题反馈" in told
    assert "没有归处的话" in told
    assert told.count("罗一凡、Ann Lee") == 1
    assert any("010-5550-0113" in line for line in told)


def places(file: Opened) -> dict[str, str]:
    """The texts within the bookmarks of values, by name."""
    found: dict[str, str] = {}
    for start in file.find(".//w:bookmarkStart"):
        if start.get(f"{W}name").startswith(VALUE):
            assert start.get(f"{W}name") not in found
            inside = takewhile(lambda one: one.tag != f"{W}bookmarkEnd", start.itersiblings())
            found[start.get(f"{W}name")] = "".join(text.text for one in inside for text in one.iter(f"{W}t"))
    return found


def test_values_can_be_read_back(tmp_path: Path) -> None:
    """Each has a bookmark named for its path, where it is shown first and whole, and with its own text alone."""
    body = paragraphs(
        "由{{giver.name}}交给{{receivers.name}}，{{shift.start.year}}年，{{shift.start.iso}}",
        "{{giver.name}}{{giver.name}}{{#tasks}}{{序号}}{{title}}{{/tasks}}",
        "{{reason}}",
    )
    file = fill(tmp_path, body, header="{{id}}", document=evolve(DOCUMENT, reason="一\n\n二"))
    assert places(file) == {
        bookmark_of(VALUE, "giver.name"): "何秋实",
        bookmark_of(VALUE, "receivers[0].name"): "罗一凡",
        bookmark_of(VALUE, "receivers[1].name"): "Ann Lee",
        bookmark_of(VALUE, "shift.start"): "2026-11-26 07:00",
        bookmark_of(VALUE, "work_progress.tasks[0].title"): "拣货 <A>",
        bookmark_of(VALUE, "work_progress.tasks[1].title"): "贴标签",
        bookmark_of(VALUE, "reason"): "一",
        f"{bookmark_of(VALUE, 'reason')}__2": "二",
    }
    assert file.text().count("何秋实") == 3


def test_a_filled_form_is_a_form_again(tmp_path: Path) -> None:
    """The bookmarks of an earlier export go, as its names would stand twice."""
    first = written(tmp_path, form(paragraphs("{{giver.name}}")))
    again = docx.Document(BytesIO(oh.export(DOCUMENT, "word", template=first, left_out="ignore")))
    again.add_paragraph("{{giver.name}}")
    again.save(str(tmp_path / "again.docx"))
    file = opened(oh.export(DOCUMENT, "word", template=tmp_path / "again.docx", left_out="ignore"))
    assert list(places(file)) == ["_oh_val_giver_name"]


def test_scripts_see_the_values(tmp_path: Path) -> None:
    """Text in content controls is none for python-docx, so values have none: what is filled in is text of its line."""
    path = written(tmp_path, form(paragraphs("由{{giver.name}}交接"), table(("{{title}}",))))
    filled = docx.Document(BytesIO(oh.export(DOCUMENT, "word", template=path, left_out="ignore")))
    assert [line.text for line in filled.paragraphs if line.text] == ["由何秋实交接"]
    assert filled.tables[0].cell(0, 0).text == "早班交接"


def test_places_to_fill_in_can_be_read_back(tmp_path: Path) -> None:
    """What is typed into one belongs to the value that is missing there."""
    file = fill(tmp_path, paragraphs("单位：{{organisation}}"), placeholders=True)
    assert places(file) == {"_oh_val_organisation": "待填写"}


def test_everywhere_in_a_file(tmp_path: Path) -> None:
    """In a header, a nested table, a text box and a content control, whose prompt and kind go."""
    nested = f"<w:tbl><w:tr><w:tc>{table(('{{giver.name}}',))}<w:p/></w:tc></w:tr></w:tbl>"
    nested = nested.replace("<w:tbl><w:tr>", '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr>', 1)
    control = (
        '<w:sdt><w:sdtPr><w:id w:val="7"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr>'
        '<w:rStyle w:val="X"/><w:b/></w:rPr><w:t>{{title}}</w:t></w:r></w:p></w:sdtContent></w:sdt>'
    )
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{paragraphs('{{#tasks}}{{title}}{{/tasks}}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    file = fill(tmp_path, nested, control, box, header="{{id}} {{shift.name}}")
    assert file.text().split() == ["何秋实", "早班交接", "拣货", "<A>", "贴标签"]
    assert "SH-1 早班" in file.text("word/header1.xml")
    assert file.find(".//w:sdt") == []
    assert sorted(places(file)) == ["_oh_val_giver_name", "_oh_val_title"]
    (bold,) = (run for run in file.find(".//w:r") if run.find(f"{W}rPr/{W}b") is not None)
    assert bold.find(f"{W}rPr/{W}rStyle") is None


def test_placeholders_are_an_option(tmp_path: Path) -> None:
    """A value that is not there stays empty, or is to be filled in."""
    body = paragraphs("监交人：{{witness.name}}", "{{#witness}}不写{{/witness}}")
    assert lines(tmp_path, body) == ["监交人："]
    assert lines(tmp_path, body, placeholders=True) == ["监交人：待填写"]
    assert lines(tmp_path, body, placeholders=True, lang="en") == ["监交人：to be filled in"]


def test_a_blank_text_is_empty(tmp_path: Path) -> None:
    """White space alone is no paragraph."""
    assert lines(tmp_path, paragraphs("{{reason}}", "完"), document=evolve(DOCUMENT, reason=" \n ")) == ["完"]


def test_secrets_are_masked(tmp_path: Path) -> None:
    """What goes into a form went through the one door for all exports."""
    secret = evolve(DOCUMENT, reason="密码：Abc@12345678")
    assert "Abc@12345678" not in fill(tmp_path, paragraphs("{{reason}}"), document=secret, header="{{reason}}").text()


def test_repeated_parts_have_ids_of_their_own(tmp_path: Path) -> None:
    """Bookmarks and paragraph ids may be only once in a file, and drawings need an id each."""
    row = (
        '<w:p><w:bookmarkStart w:id="3" w:name="x"/><w:r><w:t>{{#tasks}}{{title}}{{/tasks}}</w:t></w:r>'
        '<w:bookmarkEnd w:id="3"/></w:p>'
    )
    control = (
        "<w:p><w:r><w:t>{{#tasks}}{{title}}</w:t></w:r></w:p><w:p><w:sdt><w:sdtPr><w:id w:val='9'/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>{{/tasks}}</w:t></w:r></w:p>"
    )
    file = fill(tmp_path, row, control)
    names = [each.get(f"{W}name") for each in file.find(".//w:bookmarkStart")]
    assert "x" not in names
    ids = [each.get(f"{W}id") for each in file.find(".//w:bookmarkStart")]
    ids += [each.get(f"{W}val") for each in file.find(".//w:sdtPr/w:id")]
    assert len(set(ids)) == len(ids) == 4


def test_parts_within_parts_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small form must not ask for millions of lines."""
    monkeypatch.setattr(filling, "MOST_REPEATED", 100)
    many = evolve(DOCUMENT, work_progress=WorkProgress(tasks=tuple(Task(title=str(n)) for n in range(20))))
    body = paragraphs("{{#tasks}}{{title}}{{#work_progress.tasks}}{{title}}{{/work_progress.tasks}}{{/tasks}}")
    with pytest.raises(ExportError, match="more than 100 times"):
        fill(tmp_path, body, document=many)


@pytest.mark.office
def test_what_is_filled_is_printed(tmp_path: Path) -> None:
    """LibreOffice shows the values, the rows and the document in the form."""
    path = written(
        tmp_path, form(table(("{{#tasks}}{{序号}}", "{{title}}{{/tasks}}")), paragraphs("{{receivers}}", "{{正文}}"))
    )
    shown = printed(oh.export(DOCUMENT, "word", template=path, left_out="ignore"), tmp_path)
    for text in ("拣货<A>", "贴标签", "罗一凡、AnnLee", "秤不回零", "没有归处的话"):
        assert plain(text) in shown


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30).filter(str.strip)


@settings(max_examples=25)
@given(names=st.lists(TEXTS, min_size=1, max_size=4))
def test_every_value_is_there_as_it_is(tmp_path: Path, names: list[str]) -> None:
    """Whatever signs it has: braces of marks, angle brackets, quotation marks."""
    document = evolve(DOCUMENT, receivers=tuple(Person(name=name) for name in names))
    row = fill(tmp_path, paragraphs("{{#receivers}}{{name}}{{/receivers}}"), document=document)
    kept = redacted(document).receivers
    assert row.text().split("\n")[1 : len(names) + 1] == [person.name for person in kept]


def test_charts_and_tables_of_sections(tmp_path: Path) -> None:
    """Charts of the form and of the rest are counted together, and a table without its heading has it as its title."""
    figures = tuple(Metric(name=name, value=Decimal(8), target=Decimal(10)) for name in ("到货", "出库"))
    document = evolve(DOCUMENT, goals=Goals(kpis=figures), data_analysis=DataAnalysis(metrics=figures))
    file = fill(tmp_path, table(("{{goals}}",)), paragraphs("{{正文}}"), document=document)
    charts = [name for name in file.parts if name.startswith("word/charts/") and name.endswith(".xml")]
    assert charts == ["word/charts/figure1.xml", "word/charts/figure2.xml"]
    assert "目标与指标" not in file.text()
    assert value(file.find(".//w:tblCaption")[0]).startswith("目标与指标")
