"""What a notebook shows of results."""

import pytest
from lxml import html
from tests.reporting.samples import HIDDEN, checked, finding, real
from tests.support.documents import HOSTILE
from tests.support.examples import FOLDER

import opshandover as oh
from opshandover.reporting.html.notebook import MOST_ROWS, report_fragment, score_fragment
from opshandover.text import LANGUAGES, Lang

ELEMENTS = set("div p span b ul ol li table thead tbody tr th td code".split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_findings_are_rows(lang: Lang) -> None:
    """Each finding is a row with severity by word, code and message; the verdict is above."""
    report = real(lang).report
    page = html.fragment_fromstring(report_fragment(report, lang))
    rows = [row.text_content() for row in page.iterfind(".//tbody/tr")]
    assert len(rows) == len(report.findings)
    for found in report.findings:
        assert any(found.severity.label[lang] in row and found.message[lang] in row for row in rows)
    assert {"zh": "还不能定稿", "en": "not ready"}[lang] in page.text_content()


def test_many_findings_are_cut() -> None:
    """The rest is counted, with where to find it."""
    report = checked(*(finding(f"no. {i}") for i in range(MOST_ROWS + 3))).report
    page = html.fragment_fromstring(report_fragment(report, "en"))
    assert len(page.findall(".//tbody/tr")) == MOST_ROWS
    assert "and 3 more" in page.text_content()


def test_the_score_is_a_table() -> None:
    """Each section has its points, and what brings most is below."""
    card = oh.score(oh.load(FOLDER / "draft.zh.yaml"))
    page = html.fragment_fromstring(score_fragment(card, "zh"))
    assert f"得分 {card.score} / 100" in page.text_content()
    assert len(page.findall(".//tbody/tr")) == len(card.sections)
    assert len(page.findall(".//li")) == 5


def test_it_needs_nothing_else() -> None:
    """Only elements that show something, their styles in them, no classes, no secrets, whatever texts hold."""
    document = oh.OpsDocument(
        profile="charter",
        title=f"password: {HIDDEN}",
        waivers=tuple(oh.model.Waiver(rule=text, reason=text) for text in HOSTILE),
    )
    results = (document, oh.check(document), oh.score(document), checked(*map(finding, HOSTILE)).report)
    for value in results:
        written = value._repr_html_()
        page = html.fragment_fromstring(written)
        assert {element.tag for element in page.iter()} <= ELEMENTS
        assert {name for element in page.iter() for name in element.attrib} <= {"style", "scope"}
        assert HIDDEN not in written
