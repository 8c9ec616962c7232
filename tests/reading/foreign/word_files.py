"""Word files as people make them elsewhere, with invented content, by their kind."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def form(grid: list[tuple[str, ...]], columns: int, before: str = "", upright: tuple[int, int] | None = None) -> Any:
    """A table whose short rows go over all columns, with a line before it.

    Args:
        grid: the texts of its rows.
        columns: the number of its columns.
        before: the line before it.
        upright: the first and last row over which a label in the first column goes.
    """
    file = Document()
    if before:
        file.add_paragraph(before)
    table = file.add_table(rows=len(grid), cols=columns)
    for row, texts in enumerate(grid):
        cells = table.rows[row].cells
        if len(texts) < min(columns, 3):
            cells[len(texts) - 1].merge(cells[columns - 1])
        for column, text in enumerate(texts):
            if text:
                table.cell(row, column).text = text
    if upright:
        label = table.cell(upright[0], 0).text
        table.cell(upright[0], 0).merge(table.cell(upright[1], 0)).text = label
    return file


def written(blocks: list[dict[str, Any]]) -> Any:
    """A file from blocks as data: a bold `title` in the middle, `bold` and plain `p` lines, `heading`, `list`, `table`.

    A cell `<` is merged with the one before it, `^` with the one above; a line break begins a paragraph.
    """
    file = Document()
    for block in blocks:
        ((kind, value),) = block.items()
        match kind:
            case "title" | "bold" | "p":
                paragraph = file.add_paragraph()
                paragraph.add_run(value).bold = kind != "p"
                if kind == "title":
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            case "heading":
                file.add_heading(value[1], value[0])
            case "list":
                for text in value:
                    file.add_paragraph(text, style="List Bullet")
            case _:
                _table(file, value)
    return file


def _table(file: Any, rows: list[list[object]]) -> None:
    table = file.add_table(len(rows), max(map(len, rows)))
    merges = {"<": (0, -1), "^": (-1, 0)}
    places = [(row, column, str(text)) for row, texts in enumerate(rows) for column, text in enumerate(texts)]
    for row, column, text in places:
        if text in merges:
            down, right = merges[text]
            table.cell(row, column).merge(table.cell(row + down, column + right))
    for row, column, text in places:
        if text not in merges:
            cell = table.cell(row, column)
            for paragraph in cell.paragraphs[1:]:
                paragraph._p.getparent().remove(paragraph._p)
            first, *more = text.split("\n")
            cell.paragraphs[0].text = first
            for line in more:
                cell.add_paragraph(line)


def merged_form() -> Any:
    """A form in one table: labels beside values, a title over all columns, and text over several rows."""
    file = Document()
    table = file.add_table(rows=9, cols=4)
    table.style = "Table Grid"
    grid = [
        ("岗位工作交接单",),
        ("移交人", "邱岚", "部门", "客服部"),
        ("接收人", "邵一帆", "监交人", "戚明"),
        ("移交日期", "2026年3月6日", "交接原因", "调岗"),
        ("移交事项", "退换货工单台账，每周五下班前核对一次"),
        ("", "双十二遗留的十七张补偿券，名单在共享盘"),
        ("未完事项", "与仓库核对三月破损件，责任人：邵一帆，3月20日前完成"),
        ("账号", "客服后台 kf_admin，密码：Qx7#mule22"),
        ("备注", "快递柜钥匙放在前台抽屉"),
    ]
    for row, texts in enumerate(grid):
        cells = table.rows[row].cells
        if len(texts) < 4:
            (cells[0] if len(texts) == 1 else cells[1]).merge(cells[3])
        for column, text in enumerate(texts):
            if text:
                table.cell(row, column).text = text
    table.cell(4, 0).merge(table.cell(5, 0)).text = "移交事项"
    return file


def bilingual_table_in_table() -> Any:
    """A frame with a heading row of both languages, and the risks as a table in one of its cells."""
    file = Document()
    file.add_paragraph("门店夜间值守交接 Night Duty Handover")
    outer = file.add_table(rows=4, cols=2)
    for row, (label, text) in enumerate(
        [
            ("移交人 Outgoing", "尹沐 Mu Yin"),
            ("接收人 Incoming", "裴川 Chuan Pei"),
            ("日期 Date", "2026-04-18"),
            ("风险 Risks", ""),
        ]
    ):
        outer.cell(row, 0).text = label
        outer.cell(row, 1).text = text
    inner = outer.cell(3, 1).add_table(rows=3, cols=3)
    for row, texts in enumerate(
        [
            ("风险 Risk", "责任人 Owner", "截止日期 Due"),
            ("二号冷库压缩机异响 compressor noise", "裴川 Chuan Pei", "2026-04-20"),
            ("收银机备用电池老化", "尹沐 Mu Yin", "2026-04-25"),
        ]
    ):
        for column, text in enumerate(texts):
            inner.cell(row, column).text = text
    return file


def numbered_without_styles() -> Any:
    """Sections and tasks that are numbered by hand or by the program, in plain paragraphs."""
    file = Document()
    for text in ("仓库岗位交接说明", "移交人：石楠", "接收人：莫飞", "交接日期：2026年5月11日", "一、待办事项"):
        file.add_paragraph(text)
    for text in (
        "补录四月出库单，责任人：莫飞，截止：2026年5月15日",
        "给叉车续保，责任人：石楠，截止：2026年5月13日",
        "清点B区样品",
    ):
        file.add_paragraph(text, style="List Number")
    file.add_paragraph("二、风险")
    file.add_paragraph("1. 雨季屋顶渗水，三号垛要盖布")
    file.add_paragraph("2. 临时工合同六月底到期")
    file.add_paragraph("三、联系人")
    file.add_paragraph("物业老蒋 13900001111")
    file.add_paragraph("四、其他说明")
    file.add_paragraph("门禁卡在工位左手第二格")
    return file


def bold_and_box() -> Any:
    """Bold paragraphs for headings, and a note in a text box."""
    file = Document()
    title = file.add_paragraph()
    title.add_run("社群运营交接").bold = True

    def head(text: str) -> None:
        file.add_paragraph().add_run(text).bold = True

    file.add_paragraph("交接人：贺兰")
    file.add_paragraph("接手人：董小北")
    head("工作概况")
    file.add_paragraph("负责三个读书群和一个打卡小程序，每晚九点发当日话题。")
    head("待办")
    file.add_paragraph("发布六月书单（董小北，2026年6月1日前）")
    file.add_paragraph("回收问卷二百份")
    head("已知问题")
    file.add_paragraph("打卡排行榜凌晨不刷新")
    box = (
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>提醒：群公告改动先问</w:t></w:r><w:r><w:t>贺兰</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    put(file.paragraphs[4], box)
    return file


def minutes_as_grid() -> Any:
    """The minutes of a meeting in one table: labels and values above, what was decided below."""
    file = Document()
    table = file.add_table(rows=7, cols=4)
    grid = [
        ("春季上新筹备会会议纪要",),
        ("时间", "2026年2月9日 14:00", "地点", "三楼小会议室"),
        ("主持人", "崔颖", "参会人", "崔颖、田木、罗依依"),
        ("议题", "结论", "责任人", "期限"),
        ("主图风格", "沿用去年蓝白底", "田木", "2026年2月16日"),
        ("首批备货", "按八百件下单，分两次到仓", "罗依依", "2026年2月20日"),
        ("备注", "下次会议改到周四下午"),
    ]
    for row, texts in enumerate(grid):
        cells = table.rows[row].cells
        if len(texts) < 4:
            (cells[0] if len(texts) == 1 else cells[1]).merge(cells[3])
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    return file


def localized_headings() -> Any:
    """Headings in styles that a Chinese program names."""
    file = Document()
    for number in (1, 2):
        style = file.styles.add_style(f"标题 {number}x", 1)
        style.element.find(f"{{{WORD}}}name").set(f"{{{WORD}}}val", f"标题 {number}")
        style.element.set(f"{{{WORD}}}styleId", str(number))
    texts = [
        ("标题 1", "直播间运营交接文档"),
        ("", "移交人：颜朵"),
        ("", "接收人：江河、卓越"),
        ("", "移交日期：2026/07/03"),
        ("标题 2", "系统与账号"),
        ("", "推流助手：账号 live_ops，找颜朵要权限"),
        ("标题 2", "待办事项"),
        ("", "续签主播协议，责任人：江河，截止：2026/07/10"),
        ("标题 2", "应急预案"),
        ("", "断流时先切备用线路，再通知江河"),
        ("标题 2", "花絮"),
        ("", "绿萝每周浇一次水"),
    ]
    for style, text in texts:
        paragraph = file.add_paragraph(text)
        if style:
            paragraph.style = file.styles[style]
    return file


def tracked() -> Any:
    """A shift report in English with words inserted and deleted."""
    file = Document()
    file.add_heading("Night shift handover", 0)
    file.add_paragraph("From: Dana Osei")
    file.add_paragraph("To: Marek Blum")
    file.add_paragraph("Date: 2026-09-14")
    file.add_heading("Open tasks", 1)
    line = file.add_paragraph("Restart the label printer ", style="List Bullet")
    author = f'{nsdecls("w")} w:id="7" w:author="Marek" w:date="2026-09-14T06:00:00Z"'
    put(line, f"<w:del {author}><w:r><w:delText>every Monday</w:delText></w:r></w:del>")
    put(line, f"<w:ins {author}><w:r><w:t>before each wave</w:t></w:r></w:ins>")
    file.add_paragraph("Call the carrier about trailer 51, owner: Marek Blum, due: 2026-09-15", style="List Bullet")
    file.add_heading("Incidents", 1)
    file.add_paragraph("Conveyor 3 stopped twice, fuse replaced at 02:40")
    return file


def missing_part() -> bytes:
    """A file whose relations name a part that is not in it."""
    file = Document()
    file.add_heading("行政岗位离职交接", 0)
    for text in ("离职人：蓝心", "接收人：阮成", "最后工作日：2026年8月28日"):
        file.add_paragraph(text)
    file.add_heading("待办事项", 1)
    file.add_paragraph("与保洁公司续约，责任人：阮成，截止：2026年8月31日", style="List Bullet")
    file.add_heading("资产", 1)
    file.add_paragraph("投影仪两台，在储物间", style="List Bullet")
    return without(saved(file), "word/numbering.xml", "word/settings.xml")


def put(paragraph: Any, xml: str) -> None:
    """Put XML at the end of a paragraph."""
    paragraph._p.append(parse_xml(xml))


def saved(file: Any) -> bytes:
    """A file as it is written."""
    data = BytesIO()
    file.save(data)
    return data.getvalue()


def without(data: bytes, *names: str) -> bytes:
    """A file without some parts that it goes on to name."""
    found = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(found, "w") as after:
        for name in before.namelist():
            if name not in names:
                after.writestr(name, before.read(name))
    return found.getvalue()


def table_beside_a_label() -> Any:
    """A label over three rows with a table beside it, and signatures and the day at the end."""
    grid = [
        ("离职交接表",),
        ("姓名", "钱川", "部门", "市场部"),
        ("工作交接", "序号", "内容", "接收人"),
        ("", "1", "公众号后台权限移交", "孙禾"),
        ("", "2", "合作方名单", "孙禾"),
        ("移交人签字", "", "接收人签字", ""),
        ("监交人", "周武", "日期", "2026年5月6日"),
    ]
    return form(grid, 4, upright=(2, 4))


def rows_as_headings() -> Any:
    """Rows over the whole table that are headings with Chinese numbers, with tables below them."""
    grid = [
        ("一、交接双方",),
        ("移交人", "邱岚", "接收人", "戚明"),
        ("二、待办事项",),
        ("内容", "责任人", "期限", "状态"),
        ("与供应商对账", "戚明", "2026-03-09", "进行中"),
        ("催要样品款", "邱岚", "2026-03-10", "未开始"),
        ("三、注意事项",),
        ("周五不发货",),
    ]
    return form(grid, 4, "采购交接清单")


def accounts_in_a_cell() -> Any:
    """A table of accounts in a cell of a form, with a secret and an account that look alike."""
    file = form([("移交人", "邱岚"), ("接收人", "戚明"), ("账号清单", "")], 2, "交接单")
    inner = file.tables[0].cell(2, 1).add_table(rows=3, cols=3)
    for row, texts in enumerate(
        [("系统", "账号", "密码"), ("进销存", "qiulan01", "Zx9!plum77"), ("邮箱", "mail_q", "找管理员")]
    ):
        for column, text in enumerate(texts):
            inner.cell(row, column).text = text
    return file
