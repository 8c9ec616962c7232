"""The Hypothesis strategies for documents: any kind, any section, any field, hostile texts.

All of them ask `fields_of` what there is, so that a new field is drawn as soon as it is declared.
What they draw is valid by type and range, though not sensible: a span may end before its start.
Each strategy is made once: Hypothesis validates a new one each time, which takes longer than to draw from it.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any, TypeVar, cast

import attrs
from hypothesis import strategies as st

from opshandover.model.base import Absence, NotApplicable, Nothing, Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, Kind, field_map, fields_of, section_fields
from opshandover.model.header import Header
from opshandover.profiles.registry import PROFILES

R = TypeVar("R", bound=Record)

MOST_FIELDS = 6
"""The most fields of one record that are drawn."""
MOST_ITEMS = 3
MOST_SECTIONS = 4
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
ZONES = (
    None,
    UTC,
    timezone(timedelta(hours=8)),
    timezone(timedelta(hours=-9, minutes=-30)),
)

HOSTILE = (
    "a | b || c \\| d",
    "第一行\n第二行\r\n第三行\n\n另一段",
    "# 标题\n## 再一个\n---\n- 项\n1. 项",
    "<script>alert(1)</script> &amp; &#20; <w:p/> ]]>",
    "**粗** _斜_ `码` [链接](http://例.测试/?a=1&b=2) ![图](x.png)",
    "👍🏽👨‍👩‍👧‍👦🇨🇳",
    "𠮷野家 𠀀",
    "a\x00b\x01c\x1f\x7f\x85",
    "مرحبا \u202eabc\u202c שלום",
    "\ufeff零宽\u200b空格\u2028行\u2029段\xa0",
    "  前后空格\t ",
    "e\u0301 ﬁ Ａ１ ½",
    "null",
    "true",
    "1e3",
    "2026-08-01",
    "~",
    "- ",
    ": ",
    "{}",
    "{name}",
    "%s",
    "=1+1",
    "'\"\\",
    "```\n未闭合",
    "<!-- 未闭合",
    "$$x$$",
    "任务: [x]",
    "name:甲乙",
    "名称：甲乙",
    "长" * 10_000,
)
"""Texts that some format somewhere gives a meaning of its own."""

MARKDOWN = (
    '# 一\n\n## 二\n\n###### 六\n\n**粗 _斜 ~~删 `码`~~_** [见](http://例.测试/a?b=1&c=2 "名")',
    "[](https://a.cn/%E5.png) 见 [](https://a.cn/b) `data:image/gif;base64,AAAA` 与 data:image/png;base64,",
    "[](x) [空]() ![]() [内](<b c>) [坏](http://[::1) [脚本](javascript:alert(1)) <https://a.cn>",
    "<b>不是</b> &amp; &lt; &#0; &#xD800; &#x110000; \\<w:p/> ]]>",
    "9999999999. 太大\n\n999999999. 最大\n\n0. 零\n\n- \n  - \n\n1. ",
    "- [ ] 未做\n- [x] 已做\n  - [x] 里面\n\n> - 引\n>   > 1. 再引\n>   >    ```\n>   >    码\n",
    "| 甲 | 乙 |\n|:-:|--:|\n| 1\\|2 | `x\\|y` |\n\n| 丙 |\n|---|\n\n丁 | 戊\n--|--\n1 | 2",
    "- 项\n\n  | 表 | 中 |\n  |---|---|\n  | 1 | 2 |\n\n  > | 引 |\n  > |---|\n  > | 3 |",
    "\n".join(f"| {' | '.join([text] * 100)} |" for text in ("列", "---", "值", "a\x00 <b>")),
    "\n".join(f"{'  ' * depth}- 第 {depth} 层" for depth in range(30)),
    "\n".join(f"{'   ' * depth}{depth}. 第 {depth} 层" for depth in range(30)),
    f"{'> ' * 40}很深",
    "硬  \n换\\\n行\n\n---\n\n    缩进的码\n\n```py\n\tx\ty\x0c\n",
    "\ufffe不是字符\uffff\U0001ffff",
    f"{'x' * 10_000} | {'长' * 10_000}",
    '![图](不在.png) ![](../外.png "名") ![远](http://a.cn/b.png)',
)
"""Texts with all kinds of structure, some deep, wide or broken."""

CONTENT = ("上线八月活动页", "周岩", "Publish the August page", "客户要求 8 月 3 日前答复。")


@cache
def texts(max_size: int = 20) -> st.SearchStrategy[str]:
    """Draws any text without lone surrogates: empty, sensible, hostile or random."""
    characters = st.characters(exclude_categories=["Cs"])
    return st.one_of(st.sampled_from(CONTENT), st.sampled_from(HOSTILE), st.text(characters, max_size=max_size))


@cache
def prose() -> st.SearchStrategy[str]:
    """Draws a long text as people write it: a few paragraphs, lists, tables and quotations, with labels in bold."""
    return st.lists(_prose_block(), min_size=1, max_size=3).map("\n\n".join)


def _prose_block() -> st.SearchStrategy[str]:
    line = st.builds("{}{}".format, st.sampled_from(_STARTS), st.sampled_from(_PHRASES))
    mark = st.sampled_from(("- ", "1. ", "- [ ] ", "- [x] "))
    flat = st.builds(_listed, mark, st.lists(line, min_size=1, max_size=3))
    nested = st.builds(lambda outer, first, inner: f"{outer}{first}\n{_indented(inner)}", mark, line, flat)
    table = st.lists(st.sampled_from(_PHRASES), min_size=2, max_size=2).map(lambda two: _TABLE.format(*two))
    return st.one_of(
        line,
        st.lists(line, min_size=2, max_size=2).map("\n".join),
        flat,
        nested,
        table,
        flat.map(lambda text: f"{text}\n\n***"),
        flat.map(lambda text: "> " + text.replace("\n", "\n> ")),
        st.builds("{} {}".format, st.sampled_from(("#", "##", "###")), line),
        line.map(lambda text: f"```\n{text}\n```"),
    )


_PHRASES = (
    "复核备用金",
    "说明",
    "下一步",
    "任务 1",
    "无",
    "见下",
    "- 没有列表",
    "A; B",
    "甲；乙",
    "2026-08-03",
    "Title: x",
)
_STARTS = ("", "", "**重点**：", "**说明** ", "**下一步**: ", "**Kind** ", "**甲**")
"""Phrases and what may stand before them; some are labels of fields."""
_TABLE = "| {} | 值 |\n| --- | --- |\n| {} | 1 |"


def _listed(mark: str, lines: Sequence[str]) -> str:
    return "\n".join(f"{mark}{line}" for line in lines)


def _indented(text: str) -> str:
    return "\n".join(f"   {line}" for line in text.split("\n"))


def markdown() -> st.SearchStrategy[str]:
    """Draws a long text: some hostile ones and some with structure, one after another."""
    parts = st.lists(st.sampled_from((*HOSTILE, *MARKDOWN)), min_size=1, max_size=3)
    return parts.map("\n\n".join)


def _days(field: Field) -> st.SearchStrategy[Any]:
    return st.dates(FIRST_DAY, LAST_DAY)


def _moments(field: Field) -> st.SearchStrategy[Any]:
    least = datetime.combine(FIRST_DAY, datetime.min.time())
    most = datetime.combine(LAST_DAY, datetime.max.time())
    return st.datetimes(least, most, timezones=st.sampled_from(ZONES))


def _integers(field: Field) -> st.SearchStrategy[Any]:
    return st.integers(
        -(10**12) if field.spec.ge is None else field.spec.ge,
        10**12 if field.spec.le is None else field.spec.le,
    )


def _decimals(field: Field) -> st.SearchStrategy[Any]:
    least, most = field.spec.ge, field.spec.le
    return st.decimals(
        -(10**12) if least is None else least,
        10**12 if most is None else most,
        places=4,
        allow_nan=False,
        allow_infinity=False,
    )


def _records_in(field: Field) -> st.SearchStrategy[Any]:
    return records(field.record)


_VALUES: dict[Kind, Callable[[Field], st.SearchStrategy[Any]]] = {
    Kind.TEXT: lambda field: texts(),
    Kind.PROSE: lambda field: st.one_of(texts(60), prose()),
    Kind.PROFILE: lambda field: st.sampled_from(PROFILES.names()),
    Kind.INTEGER: _integers,
    Kind.DECIMAL: _decimals,
    Kind.BOOLEAN: lambda field: st.booleans(),
    Kind.DATE: _days,
    Kind.DATETIME: _moments,
    Kind.WHEN: lambda field: st.one_of(_days(field), _moments(field)),
    Kind.CHOICE: lambda field: st.sampled_from(list(field.choice)),
    Kind.RECORD: _records_in,
    Kind.SECTION: lambda field: st.one_of(_records_in(field), absences()),
}


def absences() -> st.SearchStrategy[Absence]:
    """Draws the statement that a section has nothing to report, or that it does not apply."""
    return st.one_of(st.builds(Nothing, reason=texts()), st.builds(NotApplicable, reason=texts()))


@cache
def values(field: Field) -> st.SearchStrategy[Any]:
    """Draws what a field may hold: a value, or a tuple of them."""
    one = _VALUES[field.kind](field)
    return st.lists(one, max_size=MOST_ITEMS).map(tuple) if field.many else one


def records(cls: type[R]) -> st.SearchStrategy[R]:
    """Draws a record of which some fields are given; those that must be given always are."""
    return cast("st.SearchStrategy[R]", _records(cast("Any", cls)))


@cache
def _records(cls: Any) -> st.SearchStrategy[Any]:
    return _chosen(fields_of(cls), MOST_FIELDS).map(lambda given: cls(**given))


@cache
def _chosen(fields: tuple[Field, ...], most: int) -> st.SearchStrategy[dict[str, Any]]:
    """Draws values for some of these fields, by name."""
    must = tuple(f for f in fields if f.default is attrs.NOTHING)
    may = [f for f in fields if f.default is not attrs.NOTHING]
    if not may:
        return _given(must)
    some = st.lists(st.sampled_from(may), max_size=most, unique_by=lambda f: f.name)
    return some.flatmap(lambda chosen: _given((*must, *chosen)))


def _given(fields: tuple[Field, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({f.name: values(f) for f in fields})


@st.composite
def documents(draw: st.DrawFn, profile: str | None = None, sections: Sequence[str] | None = None) -> OpsDocument:
    """Draws a document.

    Args:
        draw: given by Hypothesis.
        profile: the kind of document; any that is registered, if not given.
        sections: the keys of the sections to be drawn, each with content or as an absence; a few
            of all, if not given. The others are not there.
    """
    fields = {f.name: f for f in section_fields(OpsDocument)}
    if sections is None:
        keys = st.lists(st.sampled_from(list(fields)), max_size=MOST_SECTIONS, unique=True)
        sections = draw(keys)
    given = draw(_chosen(fields_of(Header), MOST_FIELDS))
    given |= draw(_given(tuple(fields[key] for key in sections)))
    if draw(st.booleans()):
        given["extra"] = draw(values(field_map(OpsDocument)["extra"]))
    if profile is not None:
        given["profile"] = profile
    return OpsDocument(**given)
