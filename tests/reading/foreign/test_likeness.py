"""Tests of the sections that headings without a place are most like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.model import OpsDocument
from opshandover.model.fields import section_fields
from opshandover.reading.foreign.likeness import nearest_sections
from opshandover.text import LANGUAGES

SECTIONS = {section.name for section in section_fields(OpsDocument)}


@pytest.mark.parametrize(
    ("heading", "below", "section"),
    [
        ("会务与开会的那些规矩", "", "communication"),
        ("养新人", "", "training"),
        ("Servers and machines we look after", "", "systems"),
        ("How our customers like to be treated", "", "customers"),
        ("客户与设备", "客户回访，客户投诉，客户画像", "customers"),
        ("成员与设备", "设备清单，资产台账，资产盘点", "assets"),
        ("成员与设备", "成员分工，团队成员", "team"),
    ],
)
def test_a_heading_is_most_like_the_section_whose_words_it_shares(heading: str, below: str, section: str) -> None:
    """Pieces of declared words speak for a section, though none stands there as a whole; so does what stands below."""
    assert nearest_sections(heading, below)[0] == section


def test_content_alone_speaks_for_nothing() -> None:
    """Below a heading that says nothing, words of a section are no reason to name it."""
    assert nearest_sections("甲乙丙", "供应商和合作方的联系人，供应商的合同") == ()


@pytest.mark.parametrize("heading", ["", "Zyxwv", "甲乙丙", "说明", "Other", "12", "How to"])
def test_a_heading_that_says_nothing_is_like_no_section(heading: str) -> None:
    """A name, a number and words that all sections share have no likeness worth a word."""
    assert nearest_sections(heading, "") == ()


def test_sections_are_like_their_own_labels() -> None:
    """A label names its section, if not always first: “Follow-up support” speaks of work that is left, too."""
    labels = {(one.name, lang): one.label[lang] for one in section_fields(OpsDocument) for lang in LANGUAGES}
    found = {key: nearest_sections(label, "") for key, label in labels.items()}
    told = {key: names for key, names in found.items() if names}
    assert len(told) >= 0.9 * len(found)
    assert not {key: names for key, names in told.items() if key[0] not in names}


def test_a_section_that_a_heading_has_got_is_not_named_again() -> None:
    """Beside the place that a heading was given stand two others at most."""
    every = nearest_sections("客户投诉与供应商问题", "")
    assert len(every) == 3
    assert nearest_sections("客户投诉与供应商问题", "", without=every[0])[:2] == every[1:]


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_has_at_most_three_sections(heading: str, below: str) -> None:
    """Whatever the text, at most three sections are named, each once."""
    found = nearest_sections(heading, below)
    assert len(found) <= 3
    assert len(set(found)) == len(found)
    assert set(found) <= SECTIONS
