"""The score in HTML."""

from attrs import evolve
from lxml import html
from tests.support.examples import FOLDER

import opshandover as oh
from opshandover.findings import Report
from opshandover.model import NotApplicable
from opshandover.reporting.html.score import card_of, ring, score_section

DOCUMENT = oh.load(FOLDER / "draft.zh.yaml")


def test_each_section_has_its_points() -> None:
    """Sections stand in a row each with bar and points, and what brings most comes first."""
    card = oh.score(DOCUMENT)
    page = html.fragment_fromstring(score_section(card, DOCUMENT, 2, "zh"))
    rows = [[cell.text_content() for cell in row] for row in page.iterfind(".//tbody/tr")]
    assert [(row[0], row[2]) for row in rows] == [(s.label.zh, f"{s.earned} / {s.weight}") for s in card.sections]
    shares = [bar.get("style") for bar in page.iterfind(".//i")]
    assert shares == [f"width: {100 * s.earned // s.weight}%" for s in card.sections]
    gains = [
        float((one.text or "+0 ")[1:].split()[0]) for one in page.iterfind(".//li/span") if one.get("class") == "gain"
    ]
    assert gains == sorted(gains, reverse=True)
    assert gains[0] == max(round(float(step.gain), 1) for step in card.next_steps)


def test_what_does_not_apply() -> None:
    """A section that counts for nothing has a word instead of a bar."""
    without = evolve(DOCUMENT, risks=NotApplicable(reason="由安全团队单独交接"))
    page = html.fragment_fromstring(score_section(oh.score(without), without, 2, "zh"))
    row = next(row for row in page.iterfind(".//tbody/tr") if "风险" in row.text_content())
    assert "不适用" in row.text_content()
    assert row.find(".//i") is None


def test_the_ring() -> None:
    """It shows the score, or that there is none; a report without a document has no card."""
    card = oh.score(DOCUMENT)
    assert f"--share: {card.score}%" in ring(card, "zh")
    assert "不计分" in ring(evolve(card, score=None), "zh")
    assert card_of(oh.check(DOCUMENT)) == card
    assert card_of(Report(findings=())) is None
