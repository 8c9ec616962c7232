"""Makes the three forms in `forms/`, as offices have them: with marks that an export fills.

Run: python make_forms.py [FOLDER]; the folder is forms if left out. Needs python-docx, which opshandover brings along.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

BLACK, RED = RGBColor(0, 0, 0), RGBColor(0x9E, 0x1B, 0x32)
HEADINGS = ("Heading 1", "Heading 2", "Heading 3", "Title")


def new(latin: str, chinese: str, size: float, head: str, colour: RGBColor) -> Any:
    """Begins a file on A4 in the fonts of a company, with headings in its colour."""
    document = docx.Document()
    document.settings.element.find(qn("w:zoom")).set(qn("w:percent"), "100")
    for name in ("Normal", *HEADINGS):
        style = document.styles[name]
        style.font.name = latin
        fonts = style.element.rPr.rFonts
        for slot in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[slot]
        fonts.set(qn("w:eastAsia"), chinese if name == "Normal" else head)
        style.font.color.rgb = colour if name in HEADINGS else BLACK
    document.styles["Normal"].font.size = Pt(size)
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    for rule in document.styles["Title"].element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        rule.getparent().remove(rule)
    document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)
    return document


def grid(document: Any, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Any:
    """Adds a table with widths in millimetres; an empty text merges its cell with the one before."""
    table = document.add_table(rows=len(rows), cols=len(widths))
    table.style, table.autofit = "Table Grid", False
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(
        parse_xml(
            f'<w:tblCellMar {nsdecls("w")}><w:top w:w="57" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/></w:tblCellMar>'
        )
    )
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row, texts in zip(table.rows, rows, strict=True):
        cells = row.cells
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Mm(width)
        first = 0
        for place, text in enumerate(texts):
            if text:
                first = place
                cells[place].text = text
            elif place:
                cells[first].merge(cells[place])
    return table


def shade(cells: Sequence[Any], fill: str) -> None:
    """Makes labels stand out."""
    for cell in cells:
        cell._tc.get_or_add_tcPr().append(
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
        )
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        for run in cell.paragraphs[0].runs:
            run.bold = True


def office() -> Any:
    """A handover form of a Chinese office: cover table with merged cells, and a block to sign."""
    document = new("Times New Roman", "仿宋", 10.5, "黑体", BLACK)
    section = document.sections[0]
    section.top_margin, section.left_margin = Mm(37), Mm(28)
    section.right_margin, section.bottom_margin = Mm(26), Mm(35)
    title = document.add_paragraph("工 作 交 接 单", style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = document.add_paragraph("编号：{{编号}}")
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    cover = grid(
        document,
        [
            ("单位", "{{单位}}", "部门", "{{部门}}"),
            ("移交人", "{{移交人}}", "接收人", "{{接收人}}"),
            ("监交人", "{{监交人}}", "交接日期", "{{编制日期}}"),
            ("交班", "{{班次}}", "", ""),
            ("接班", "{{接班班次}}", "", ""),
            ("事由", "{{标题}}{{#交接事由}}；{{交接事由}}{{/交接事由}}", "", ""),
        ],
        (24, 54, 24, 54),
    )
    shade(
        [
            row.cells[place]
            for row in cover.rows
            for place in (0, 2)
            if place == 0 or row.cells[2]._tc is not row.cells[1]._tc
        ],
        "F2F2F2",
    )
    document.add_paragraph()
    tasks = grid(
        document,
        [
            ("一、移交事项", "", "", "", "", ""),
            ("序号", "事项", "状态", "负责人", "期限", "下一步"),
            (
                "{{#任务}}{{序号}}",
                "{{标题}}",
                "{{状态}} {{进度}}",
                "{{负责人.姓名}}",
                "{{截止日期.iso}}",
                "{{下一步}}{{/任务}}",
            ),
            ("二、问题与风险", "", "", "", "", ""),
            ("问题", "{{问题反馈}}", "", "", "", ""),
            ("风险", "{{风险与应急}}", "", "", "", ""),
            ("注意事项", "{{注意事项}}", "", "", "", ""),
            ("联系人", "{{重要联系人}}", "", "", "", ""),
        ],
        (14, 42, 20, 18, 24, 38),
    )
    shade([*tasks.rows[1].cells, *(tasks.rows[place].cells[0] for place in (0, 3, 4, 5, 6, 7))], "F2F2F2")
    document.add_paragraph()
    signed = grid(
        document,
        [
            ("移交人意见", "接收人意见", "监交人意见"),
            (
                "\n签字：{{移交人.姓名}}\n年    月    日",
                "\n签字：{{接收人.姓名}}\n年    月    日",
                "\n签字：{{监交人.姓名}}\n年    月    日",
            ),
        ],
        (52, 52, 52),
    )
    shade(signed.rows[0].cells, "F2F2F2")
    document.sections[0].footer.paragraphs[0].text = "一式三份：双方各执一份，存档一份。"
    return document


BOX = (
    f'<w:r {nsdecls("w")}><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" '
    'style="position:absolute;margin-left:318pt;margin-top:60pt;width:162pt;height:44pt;z-index:1" fillcolor="#f7ecee" '
    'strokecolor="#9e1b32"><v:textbox><w:txbxContent><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Takes over: '
    "{{receivers.name}}</w:t></w:r></w:p><w:p><w:r><w:t>{{#receivers}}{{name}} {{phone}} {{/receivers}}</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
)


def corporate() -> Any:
    """A corporate form: marks in header, footer and a text box, then a table, and the rest of the document."""
    document = new("Arial", "微软雅黑", 10.5, "微软雅黑", RED)
    section = document.sections[0]
    section.left_margin = section.right_margin = Mm(20)
    section.header.paragraphs[0].text = "HAICHUAN LOGISTICS\t{{department}}\t{{id}}"
    section.footer.paragraphs[0].text = "Shift handover\t\t{{shift.start}}"
    first = document.add_paragraph("{{title}}", style="Title")
    first._p.append(parse_xml(BOX))
    document.add_paragraph("{{shift.name}} hands over to {{next_shift.name}}")
    document.add_paragraph("From {{giver.name}}{{#giver.phone}}, {{giver.phone}}{{/giver.phone}}")
    document.add_paragraph()
    document.add_heading("Open work", 1)
    work = grid(
        document,
        [
            ("No.", "Task", "Status", "Owner", "Due"),
            ("{{#tasks}}", "", "", "", ""),
            ("{{index}}", "{{title}}", "{{status}}", "{{owner.name}}", "{{due}}"),
            ("Next", "{{next_step}}{{^next_step}}Nothing more to do{{/next_step}}", "", "", ""),
            ("{{/tasks}}", "", "", "", ""),
        ],
        (14, 66, 30, 30, 30),
    )
    shade(work.rows[0].cells, "F3E3E6")
    document.add_paragraph("{{^issues}}No open issues.{{/issues}}")
    document.add_paragraph("{{opshandover}}")
    return document


def plain() -> Any:
    """A plain list, such as goes out by mail."""
    document = new("Arial", "宋体", 11, "黑体", BLACK)
    document.add_heading("{{title}}", 1)
    document.add_paragraph("{{giver}} → {{receivers}}")
    document.add_heading("任务 / Tasks", 2)
    document.add_paragraph("{{#tasks}}")
    document.add_paragraph(
        "{{title}}，{{status}}{{#owner}}，{{name}}{{/owner}}{{#due}}，{{due}}{{/due}}", style="List Number"
    )
    document.add_paragraph("{{#next_step}}→ {{next_step}}{{/next_step}}", style="List Continue")
    document.add_paragraph("{{/tasks}}")
    document.add_paragraph("{{#issues}}")
    document.add_heading("问题 / Issues", 2)
    document.add_paragraph(
        "{{#issues}}{{title}}{{#approach}}：{{approach}}{{/approach}}{{/issues}}", style="List Bullet"
    )
    document.add_paragraph("{{/issues}}")
    document.add_paragraph(
        "{{^issues}}没有新问题 / No new issues{{#issues.reason}}：{{issues.reason}}{{/issues.reason}}{{/issues}}"
    )
    return document


MAKERS = {"office": office, "corporate": corporate, "plain": plain}


def main(folder: Path) -> None:
    """Writes the forms."""
    folder.mkdir(exist_ok=True)
    for name, make in MAKERS.items():
        make().save(folder / f"{name}.docx")
        print(folder / f"{name}.docx")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("forms"))
