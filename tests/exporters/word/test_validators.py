"""Word files before their judges: no fault in any example, theme, language, option or hostile text.

The judges are our own lint and openxml-audit. What they say is not filtered: the two alarms that
openxml-audit is known to give wrongly, at `w:tblHeader w:val="true"` and at stylesWithEffects, do
not go off, as the exporter writes neither.
"""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters.word.templates import (
    Change,
    entry,
    landscape_in_columns,
    rewritten,
    template,
    with_chinese_text,
    with_cover,
    written,
)
from tests.support.audit import audit
from tests.support.documents import documents, markdown, texts
from tests.support.docx_lint import lint
from tests.support.examples import EXAMPLES, READY
from tests.support.grids import in_turn
from tests.support.patience import one_in
from tests.support.pictures import png

import opshandover as oh
from opshandover.errors import ContentError
from opshandover.exporters import get, options_of
from opshandover.exporters.word.themes import Paper, Theme
from opshandover.layout.view import View
from opshandover.model.document import FreeSection
from opshandover.model.header import DocumentState
from opshandover.text import LANGUAGES, Lang

CHANGES: dict[str, tuple[Change, ...]] = {
    "usual": (),
    "cover": (with_cover,),
    "landscape": (landscape_in_columns,),
    "Chinese": (with_chinese_text,),
}
OPTIONS: dict[str, dict[str, Any]] = {
    "contents": {"contents": True},
    "contents, refreshed": {"contents": True, "refresh": True, "theme": "formal"},
    "watermark": {"watermark": True},
    "watermark, formal": {"watermark": True, "theme": "formal"},
    "mark": {"mark": "内部资料", "theme": "plain"},
    "header and footer": {"header_text": "<页眉> & “引”", "footer_text": "页脚 | 𠮷"},
    "no numbers": {"page_numbers": False, "theme": "formal"},
    "logo": {"logo": "logo.png"},
    "colour": {"colour": "7A1F3D"},
    "letter": {"paper": "letter", "theme": "formal"},
    "findings": {"findings": True},
    "comments": {"comments": True},
    "memo": {"view": "memo"},
    "no placeholders": {"placeholders": False},
    "all": {
        "contents": True,
        "watermark": True,
        "mark": "秘密",
        "logo": "logo.png",
        "findings": True,
        "comments": True,
        "footer_text": "海川科技",
        "theme": "formal",
    },
}


def faults_of(data: bytes, folder: Path) -> list[str]:
    """The findings of both judges."""
    return [*lint(data), *audit(data, folder)]


@pytest.mark.parametrize(("path", "theme", "lang"), in_turn(EXAMPLES, Theme, LANGUAGES))
def test_the_examples_have_no_fault(path: Path, theme: Theme, lang: Lang, tmp_path: Path) -> None:
    """Documents of all kinds are sound in every theme and in every language: both judges say so."""
    assert faults_of(oh.export(oh.load(path), "word", lang=lang, theme=theme.value), tmp_path) == []


@pytest.mark.parametrize(("name", "lang"), in_turn(OPTIONS, LANGUAGES))
def test_no_option_makes_a_fault(name: str, lang: Lang, tmp_path: Path) -> None:
    """Each option alone, and all together, in both languages; the document is a draft."""
    (tmp_path / "logo.png").write_bytes(png(320, 96))
    usual = oh.load(READY)
    draft = evolve(usual, state=DocumentState.DRAFT)
    data = oh.export(draft, "word", lang=lang, folder=str(tmp_path), **OPTIONS[name])
    assert faults_of(data, tmp_path) == []


@pytest.mark.parametrize(("name", "lang"), in_turn(CHANGES, LANGUAGES))
def test_no_template_makes_a_fault(name: str, lang: Lang, tmp_path: Path) -> None:
    """What is written into a company's file is sound, with the contents and in both languages."""
    company = written(tmp_path, template(*CHANGES[name]))
    document = oh.load(EXAMPLES[0].with_name("offboarding.zh.yaml"))
    data = oh.export(document, "word", lang=lang, template=company, contents=True)
    assert faults_of(data, tmp_path) == []


@st.composite
def options(draw: st.DrawFn) -> dict[str, Any]:
    """Draws options that go together, with hostile texts."""
    short = texts().map(lambda text: text[:40])
    flags = (option.name for option in options_of(get("word")) if option.type is bool)
    drawn: dict[str, Any] = {name: draw(st.booleans()) for name in flags}
    drawn |= {name: draw(short) for name in ("mark", "header_text", "footer_text")}
    drawn |= {"theme": draw(st.sampled_from(Theme)), "paper": draw(st.sampled_from(Paper))}
    if drawn["theme"] is Theme.MODERN:
        drawn["colour"] = draw(st.sampled_from(("", "#FFE000", "1f4e63")))
    drawn["view"] = draw(st.sampled_from((View.FULL, View.FULL, View.MEMO)))
    return drawn


@one_in(10)
@given(lang=st.sampled_from(LANGUAGES), document=documents(), bodies=st.lists(markdown(), max_size=2), drawn=options())
def test_no_text_makes_a_fault(
    lang: Lang,
    document: oh.OpsDocument,
    bodies: list[str],
    drawn: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Whatever people write, the file is sound, and the same each time."""
    free = tuple(FreeSection(title=body[:80], body=body) for body in bodies)
    full = evolve(document, extra=(*document.extra, *free), profile="daily_handover")
    data = oh.export(full, "word", lang=lang, **drawn)
    assert faults_of(data, tmp_path_factory.getbasetemp()) == []
    assert oh.export(full, "word", lang=lang, **drawn) == data


def test_half_of_a_character_is_refused(tmp_path: Path) -> None:
    """A lone surrogate is no text; nothing is written."""
    broken = oh.OpsDocument(profile="daily_work", extra=(FreeSection(title="\ud800", body="文"),))
    with pytest.raises(ContentError, match="surrogate"):
        oh.export(broken, "word", tmp_path / "broken.docx")
    assert not list(tmp_path.iterdir())


def test_the_second_judge_sees_faults(tmp_path: Path) -> None:
    """Its silence says something: it names a cell without a paragraph, put into a good file."""
    good = oh.export(oh.load(EXAMPLES[0]), "word")
    text = entry(good, "word/document.xml")
    broken = text.replace(b"<w:sectPr", b"<w:tbl><w:tr><w:tc/></w:tr></w:tbl><w:sectPr", 1)
    found = audit(rewritten(good, {"word/document.xml": broken}), tmp_path)
    assert any("tc" in fault for fault in found)
