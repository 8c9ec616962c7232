"""Forms as small pieces of XML, and documents to fill them from."""

import warnings
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.exporters.word.opened import Opened, opened
from tests.exporters.word.templates import template, written
from tests.support.docx_lint import lint

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.model import Nothing, Person, Shift, Task, TaskStatus, WorkProgress
from opshandover.model.document import FreeSection
from opshandover.model.issues import Issue, Issues
from opshandover.text import Lang

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")

DOCUMENT = oh.OpsDocument(
    profile="shift_handover",
    title="早班交接",
    id="SH-1",
    giver=Person(name="何秋实", phone="010-5550-0113"),
    receivers=(Person(name="罗一凡"), Person(name="Ann Lee")),
    shift=Shift(name="早班", start=datetime(2026, 11, 26, 7), end=datetime(2026, 11, 26, 15)),  # noqa: DTZ001
    prepared_on=date(2026, 11, 6),
    work_progress=WorkProgress(
        summary="完成大半",
        tasks=(
            Task(
                title="拣货 <A>",
                status=TaskStatus.IN_PROGRESS,
                owner=Person(name="何秋实"),
                due=date(2026, 11, 26),
                support_needed=("一辆叉车", "两个人"),
            ),
            Task(title="贴标签", status=TaskStatus.DONE, next_step="**先贴** D 区\n\n- 一\n- 二"),
        ),
    ),
    issues=Issues(items=(Issue(title="秤不回零"),)),
    extra=(FreeSection(title="其他", body="没有归处的话"),),
)
QUIET = evolve(DOCUMENT, issues=Nothing(reason="本班没有"))


def paragraphs(*texts: str) -> str:
    """Paragraphs of one run each."""
    return "".join(P.format(text.replace("<", "&lt;")) for text in texts)


def table(*rows: tuple[str, ...]) -> str:
    """A table whose cells have a paragraph each."""
    width = len(rows[0])
    grid = '<w:gridCol w:w="2000"/>' * width
    lines = "".join(f"<w:tr>{''.join(f'<w:tc>{paragraphs(text)}</w:tc>' for text in row)}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'


def form(*blocks: str, header: str = "") -> bytes:
    """A company's file with some blocks as its text."""

    def change(document: Any) -> None:
        body = document.element.body
        for element in body[:-1]:
            body.remove(element)
        for element in parse_xml(f"<w:body {NAMESPACES}>{''.join(blocks)}</w:body>"):
            body[-1].addprevious(element)
        if header:
            document.sections[-1].header.paragraphs[0].text = header

    return template(change)


def fill(
    folder: Path,
    *blocks: str,
    document: oh.OpsDocument = DOCUMENT,
    lang: Lang = "zh",
    header: str = "",
    **options: object,
) -> Opened:
    """Fills a form, which gives a sound file; what is left out is ignored unless an option says otherwise."""
    path = written(folder, form(*blocks, header=header))
    given: dict[str, Any] = {"left_out": "ignore", **options}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        data = oh.export(document, "word", lang=lang, template=path, **given)
    assert lint(data) == []
    return opened(data)


def lines(folder: Path, *blocks: str, **options: Any) -> list[str]:
    """The lines of a filled form that are not empty."""
    return [line for line in fill(folder, *blocks, **options).text().splitlines() if line.strip()]


def refusal(folder: Path, *blocks: str, lang: Lang = "en", **options: Any) -> str:
    """The reason why a form is refused."""
    with pytest.raises(OptionError) as caught:
        fill(folder, *blocks, **options)
    assert caught.value.in_lang("zh") != caught.value.in_lang("en")
    return caught.value.in_lang(lang)
