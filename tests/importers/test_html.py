"""HTML from elsewhere comes in as a browser shows it, and ours with the paths of its values."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.importers.words import heading_lines
from tests.support.steps import growth

import opshandover as oh
from opshandover.errors import LoadError
from opshandover.importers.html import HtmlImporter
from opshandover.importers.html.parse import parse
from opshandover.limits import MOST_BYTES
from opshandover.pages.blocks import (
    Cell,
    Code,
    Column,
    Fact,
    Facts,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Run,
    Table,
)
from opshandover.reading.imported import Imported
from opshandover.remarks import RemarkKind
from opshandover.testing import a_document


def imported(source: str | bytes) -> Imported:
    """A file as the importer reads it."""
    return HtmlImporter().parse(source if isinstance(source, bytes) else source.encode())


def shown(*parts: str | Run) -> Paragraph:
    """A paragraph of runs, or of texts without a style."""
    return Paragraph(tuple(Run(part) if isinstance(part, str) else part for part in parts))


WIKI = """<!DOCTYPE html><html><head><title>x</title><style>p{}</style><script>let a = 1</script></head>
<body><nav><a href="/">首页</a></nav>
<h1>值班 <em>手册</em></h1>
<!-- 作者：何苗 -->
<div class="content">开门前
  先开总闸。<br>再验钞。
<h2 id="a">步骤</h2>
<ol start="3"><li>登录<ul><li>口令在密码库</ul><li><p>领备用金</p><p>500 元</p></ol>
<p><input type="checkbox" checked> 已交<input type="checkbox"> 未交</p>
<ul><li><input type="checkbox" checked> 钥匙<li><input type="checkbox"> 印章</ul>
<table><caption>联系人</caption>
<tr><th rowspan="2">姓名</th><th colspan="2">联系</th></tr><tr><th>电话</th><th>邮箱</th></tr>
<tr><td rowspan=2>周岩</td><td>010-5550-0142</td><td><a href="mailto:z@a.cn">z@a.cn</a></td></tr>
<tr><td>备用</td><td>无</td></tr></table>
<dl><dt>柜号<dd>A1<dd>A2<dt>空</dl>
<pre><code class="language-bash">ls  -l
cd ..</code></pre>
<blockquote>老话：<b>少动</b></blockquote>
<img src="a.png" alt="门锁"> <a href="https://a.cn/x">看这里</a>
<details><summary>更多</summary>没有了</details>
<iframe src="https://a.cn"></iframe><p hidden>看不见</p>
</div></body></html>"""


def test_a_page_of_a_wiki() -> None:
    """Headings, lists, boxes, tables with joined cells, terms, code and pictures have their blocks."""
    found = imported(WIKI)
    blocks = found.page.blocks
    assert heading_lines(found.page) == ["# 值班 手册", "## 步骤"]
    assert shown("开门前先开总闸。\n再验钞。") in blocks
    assert (
        ListBlock(
            (
                ListItem((shown("登录"), ListBlock((ListItem((shown("口令在密码库"),)),)))),
                ListItem((shown("领备用金"), shown("500 元"))),
            ),
            True,
            3,
        )
        in blocks
    )
    assert shown("☑ 已交☐ 未交") in blocks
    assert ListBlock((ListItem((shown("钥匙"),), True), ListItem((shown("印章"),), False))) in blocks

    def cells(*texts: str) -> Row:
        return Row(tuple(Cell((shown(text),)) for text in texts))

    columns = (Column("姓名"), Column("联系 / 电话"), Column("邮箱"))
    address = Run("z@a.cn", link="mailto:z@a.cn")
    first = Row((*cells("周岩", "010-5550-0142").cells, Cell((shown(address),))))
    assert Table(columns, (first, cells("周岩", "备用", "无"))) in blocks
    assert Facts((Fact("柜号", Cell((shown("A1"), shown("A2")))), Fact("空", Cell(())))) in blocks
    assert Code("ls  -l\ncd ..", "bash") in blocks
    assert Quote((shown("老话：", Run("少动", strong=True)),)) in blocks
    assert shown(Run("门锁", image=Image("a.png")), " ", Run("看这里", link="https://a.cn/x")) in blocks
    assert shown("没有了") in blocks


def test_what_is_left_out_is_said() -> None:
    """Scripts, style sheets, embedded pages and hidden parts are named with their number; comments are kept aside."""
    found = imported(WIKI)
    assert {remark.kind for remark in found.remarks} == {RemarkKind.DROPPED}
    said = [remark.message["zh"] for remark in found.remarks]
    assert said == [
        "样式表未采用，共 1 处",
        "脚本未采用，共 1 处",
        "嵌入的网页未采用，共 1 处",
        "隐藏的内容未采用，共 1 处",
    ]
    assert found.beside[0].blocks == (shown("作者：何苗"),)


def test_what_word_saves_as_html() -> None:
    """Its encoding, its instructions and its spaces are understood, and a table around everything is none."""
    source = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<style><!-- p.MsoNormal {margin:0cm} --></style>
<!--[if gte mso 9]><xml><o:p>x</o:p></xml><![endif]--></head><body lang=ZH-CN>
<table><tr><td>
<p class=MsoNormal align=center><b><span style='font-size:16.0pt'>交接单<o:p></o:p></span></b></p>
<p class=MsoNormal>移交人：<span lang=EN-US>&nbsp;&nbsp;</span>周岩<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
</td></tr></table></body></html>"""
    found = imported(source.encode("gb18030"))
    assert found.page.title == "交接单"
    assert found.page.blocks == (shown("移交人： 周岩"),)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_our_own_export_has_its_paths(lang: str) -> None:
    """Values stand under their paths, what is derived is marked, and nothing of the frame is taken for text."""
    data = oh.export(a_document(), "html", lang="zh" if lang == "zh" else "en")
    found = imported(data)
    assert found.remarks == ()
    assert found.beside == ()
    assert found.page.lang == lang
    headings = {block.path for block in found.page.blocks if isinstance(block, Heading)}
    assert "work_progress" in headings
    assert headings - {""} <= {path for path, _ in found.found}


def test_embedded_pictures_do_not_count() -> None:
    """A large picture within the file is left out before its size is judged, and its text is kept."""
    found = imported(f'<p><img alt="门锁" src="data:image/png;base64,{"A" * (MOST_BYTES + 9)}"></p>')
    assert found.page.blocks == (shown("门锁"),)
    styled = imported(
        f"<style>p {{ background: url(data:image/png;base64,{'A' * (MOST_BYTES + 9)}) }}</style><p>甲</p>"
    )
    assert styled.page.blocks == (shown("甲"),)


def test_the_address_of_an_embedded_picture_in_a_text_is_text() -> None:
    """Only attributes and styles lose what a picture is made of."""
    found = imported("<p>改为 data:image/gif;base64,R0lGOD 开头</p>")
    assert found.page.blocks == (shown("改为 data:image/gif;base64,R0lGOD 开头"),)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (b"<p>" + b"a" * MOST_BYTES, "MB"),
        (b"<div>" * 5000 + "底".encode(), "nested too deep"),
        ("<p>祎翀</p>".encode("gb18030"), "GBK"),
        (b"<p>\0</p>", "binary"),
    ],
)
def test_what_cannot_be_read_is_refused(source: bytes, problem: str) -> None:
    """What is too large, nested too deep or no text is one clear error."""
    with pytest.raises(LoadError, match=problem) as raised:
        imported(source)
    assert len(raised.value.faults) == 1


def test_nothing_is_fetched_or_declared() -> None:
    """Entities of a file are not expanded, and what lies elsewhere is not read."""
    source = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "bbbbbbbb">]><p>甲 &a; &b;</p>'
    assert "bbbbbbbb" not in repr(imported(source).page.blocks)
    assert imported(b"").page.blocks == imported(b" \n").page.blocks == ()


@pytest.mark.parametrize(
    "unit",
    [
        *("<b>", "<div>a", "</div>", "<table><tr><td>", "<td rowspan=99 colspan=99>", "<li>", "<p>a", "<a href=x>"),
        *("<!-- a -->", "<!--", "<br>", "a ", "&#65;", "<dl><dt>a<dd>b", "<script>", "<h1>a</h1>", "<input>"),
    ],
)
def test_no_file_takes_long(unit: str) -> None:
    """Four times as much hostile HTML takes no more than about four times the steps, and is answered or refused."""

    def work(source: bytes) -> None:
        with suppress(LoadError):
            imported(source)

    assert growth(lambda size: (unit * (size // len(unit))).encode(), work, 2_000) < 6


_PARTS = (
    *("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<table>", "<tr>", "<td colspan=3>", "<th>", "</table>", "<li>"),
    *(
        "<ul>",
        "</ul>",
        "<ol start=x>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<h2>",
        "</h2>",
        "<pre>",
        "</pre>",
        "<a href=x>",
        "<br>",
    ),
    *("甲", "a", " ", "\n", "&nbsp;", "&#0;", "&#xD800;", "<img src=x alt=y>", "<input type=checkbox>", "<hr>"),
    *('<meta name="generator" content="opshandover">', "<main>", "<section>", '<span data-path=".a">', "<figure>"),
)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """There is never another error than one that says what is wrong with the file."""
    with suppress(LoadError):
        assert isinstance(parse(data), Imported)


@given(st.lists(st.sampled_from(_PARTS), max_size=40).map("".join))
def test_any_elements_are_read(source: str) -> None:
    """Whatever elements are mixed, the result is a page."""
    assert isinstance(imported(source), Imported)
