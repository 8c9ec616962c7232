"""The report as one page of HTML: for each file a part, complete, safe, and by itself."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tests.reporting.samples import HIDDEN, checked, finding, mixed, real, unknown, unread
from tests.support.documents import HOSTILE, documents
from tests.support.examples import FOLDER

import opshandover as oh
from opshandover.cli.run.files import open_file
from opshandover.reporting import Checked, FileResult
from opshandover.reporting.html import write
from opshandover.reporting.html.style import STYLE
from opshandover.reporting.plain import one_line
from opshandover.text import LANGUAGES, Lang

ELEMENTS = set(
    "html head meta title style body main article header section footer div p span b i h1 h2 h3 h4 dl dt dd ul ol li"
    " table thead tbody tr th td code pre a".split()
)
"""All that a page is made of: nothing that runs, loads or sends anything."""
ATTRIBUTES = set("charset name content lang class id style scope href aria-hidden aria-label tabindex role".split())


def of_file(name: str) -> Checked:
    """The check of an example as the prompt does it, with lines."""
    one = open_file(str(FOLDER / name), None)
    return Checked(name=name, report=one.check(), lang=one.lang)


def parsed(*results: FileResult, lang: Lang = "en") -> html.HtmlElement:
    """A page with these parts."""
    return html.document_fromstring(write(results, lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_is_there(lang: Lang) -> None:
    """Its message, hint, code and severity by word stand in one entry."""
    one = real(lang)
    page = parsed(one, lang=lang)
    entries = [entry.text_content() for entry in page.iterfind(".//li[@class]") if "finding" in entry.get("class", "")]
    assert len(entries) == len(one.report.findings)
    for found in one.report.findings:
        said = (one_line(found.message[lang]), one_line(found.hint[lang]), found.severity.label[lang], *found.codes)
        assert any(all(text in entry for text in said) for entry in entries)


@pytest.mark.parametrize("texts", [HOSTILE, ("</style><script>alert(1)</script>", "<img src=x onerror=alert(1)>")])
def test_no_text_becomes_markup(texts: tuple[str, ...]) -> None:
    """Whatever messages, names, titles and values hold, the page has our elements and attributes alone."""
    tasks = tuple(oh.model.Task(title=text, next_step=text) for text in texts)
    document = oh.OpsDocument(
        profile="daily_handover",
        title=texts[-1],
        giver=oh.model.Person(name=texts[-1]),
        work_progress=oh.model.WorkProgress(tasks=tasks),
        waivers=(oh.model.Waiver(rule="GEN008", reason=texts[-1]),),
    )
    fixed = checked(*(finding(text, name=text, code=text, path=text) for text in texts), name=texts[-1])
    report = oh.check(document)
    assert report.waived
    page = parsed(Checked(name="a.yaml", report=report, lang="en"), fixed, unread(), unknown(), mixed())
    assert {element.tag for element in page.iter()} <= ELEMENTS
    assert {name for element in page.iter() for name in element.attrib} <= ATTRIBUTES
    assert [style.text for style in page.iter("style")] == [STYLE]


@settings(max_examples=25)
@given(documents(), st.sampled_from(LANGUAGES))
def test_any_document(document: oh.OpsDocument, lang: Lang) -> None:
    """Whatever a document holds, all findings are in the page, and nothing but our elements."""
    report = oh.check(document)
    page = parsed(Checked(name="", report=report, lang=lang), lang=lang)
    said = page.text_content()
    assert all(one_line(found.message[lang]) in said for found in (*report.findings, *report.waived))
    assert {element.tag for element in page.iter()} <= ELEMENTS
    for value in (document, report, oh.score(document)):
        assert html.fragment_fromstring(value._repr_html_()).tag == "div"
        assert str(value)


def test_it_stands_by_itself() -> None:
    """Nothing is fetched: links lead only within the page, and the style names no address."""
    page = parsed(of_file("draft.zh.yaml"), of_file("shift_handover.en.yaml"))
    anchors = {element.get("id") for element in page.iter() if element.get("id")}
    links = [element.get("href") or "" for element in page.iter("a")]
    assert links
    assert {link.removeprefix("#") for link in links} == anchors
    assert not re.search(r"url\(|@import|https?:", STYLE)


def test_secrets_are_masked() -> None:
    """Neither messages nor excerpts nor titles hold one."""
    assert HIDDEN not in write([real()], "en")
    assert "Hm" not in re.findall(r"hm-pos-07，密码：(\S*?)[，<]", write([of_file("draft.zh.yaml")], "zh"))


def test_headings_go_down_one_by_one() -> None:
    """One first heading, no level left out, and every header cell says of what."""
    for page in (parsed(of_file("draft.zh.yaml")), parsed(of_file("draft.zh.yaml"), unread(), mixed())):
        levels = [int(str(element.tag)[1]) for element in page.iter("h1", "h2", "h3", "h4")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert all(cell.get("scope") in ("row", "col") for cell in page.iter("th"))
        assert page.findtext(".//title")


def test_each_part_has_its_language() -> None:
    """A page says in which language it is, and so does each part."""
    page = parsed(of_file("draft.zh.yaml"), of_file("shift_handover.en.yaml"), lang="en")
    assert page.get("lang") == "en"
    assert [part.get("lang") for part in page.iter("article")] == ["zh-CN", "en"]


def test_the_same_each_time() -> None:
    """The same documents give the same page: there is no time in it."""
    assert write([of_file("draft.zh.yaml")], "zh") == write([of_file("draft.zh.yaml")], "zh")


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("number", range(3), ids=["light", "dark", "paper"])
def test_everything_can_be_read(number: int) -> None:
    """Each colour of a text stands out from each ground that it is on, as WCAG 2.2 AA asks (4.5 to 1)."""
    palettes = [dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6})", part)) for part in re.split(r":root \{", STYLE)[1:]]
    colours = palettes[number]
    for ink in ("ink", "muted"):
        for ground in ("paper", "panel", "warning-soft"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5
    for severity in ("error", "warning", "info", "ok"):
        assert _contrast(colours[severity], colours[f"{severity}-soft"]) >= 4.5
        assert _contrast(colours[severity], colours["paper"]) >= 4.5
