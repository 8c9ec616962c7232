"""What holds for every format: all that was found, safe to show, no secrets, the same each time."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.reporting.samples import HIDDEN, checked, finding, mixed, real, unknown, unread
from tests.support.documents import HOSTILE

from opshandover.redaction import MASK, excerpt
from opshandover.reporting import WRITERS, FileResult, write
from opshandover.rules import all_rules
from opshandover.text import LANGUAGES, Lang, Text

each_format = pytest.mark.parametrize("form", WRITERS)
TEXTS = st.sampled_from(HOSTILE) | st.text(max_size=30)


def plain(text: str) -> str:
    """A text without the escapes of all formats, so that it can be searched."""
    undo = {"%25": "%", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", '\\"': '"', "&amp;": "&"}
    for written, meant in undo.items():
        text = text.replace(written, meant)
    return text


@each_format
@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_that_was_found_is_said(form: str, lang: Lang) -> None:
    """Each finding is there with its code, message and hint in the language asked for."""
    one = real(lang)
    text = plain(write(form, [one], lang))
    assert len(one.report.findings) > 5
    for found in one.report.findings:
        assert found.code in text
        assert found.message[lang] in text
        assert found.hint[lang] in text


@each_format
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_place_in_a_file_without_lines_is_said(form: str, lang: Lang) -> None:
    """Heading and row, in the language asked for."""
    place = Text("《工作进展》表格第 2 行", "“Work progress”, table row 2")
    shown = write(form, [checked(evolve(finding(), line=None, column=None, place=place), lang=lang)], lang)
    assert place[lang] in plain(shown)


@each_format
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_not_checked_is_said(form: str, lang: Lang) -> None:
    """A rule that was not asked is named with the reason; so is what a waiver covers."""
    text = plain(write(form, [mixed(lang)], lang))
    assert "compares-two" in text
    assert {"zh": "没有前一份", "en": "no document before"}[lang] in text
    assert ("let be" in text) == (form != "github")


@each_format
def test_files_that_cannot_be_read_are_reported(form: str) -> None:
    """Each fault is there, but in the JSON, which has reports alone."""
    text = plain(write(form, [unread(), mixed(), unknown()], "en"))
    for said in ("unknown field", "got a: b, 100%", "format not known"):
        assert (said in text) == (form != "json")
    assert "no. 0" in text


@each_format
def test_secrets_are_in_no_format(form: str) -> None:
    """A document with a secret is reported without it."""
    assert HIDDEN not in write(form, [real()], "en")


@pytest.mark.parametrize("form", [name for name in WRITERS if name != "json"])
def test_secrets_that_a_rule_lets_slip_are_hidden(form: str) -> None:
    """Neither the message of a rule of one's own nor a file's name is trusted."""
    text = write(form, [checked(finding(f"password: {HIDDEN}"), name=f"pwd={HIDDEN}.txt")], "en")
    assert MASK in text
    assert f": {HIDDEN}" not in text


def test_the_rules_own_texts_are_not_taken_for_secrets() -> None:
    """Hiding secrets once more takes nothing from what the rules say."""
    for rule in all_rules():
        for text in (rule.message, rule.hint):
            for lang in LANGUAGES:
                assert excerpt(text[lang], 10_000) == text[lang]


@each_format
@given(texts=st.lists(TEXTS, max_size=3), name=TEXTS)
def test_hostile_texts_are_harmless(form: str, texts: list[str], name: str) -> None:
    """Whatever texts hold, nothing reaches a terminal as a command, and all can be encoded."""
    looked: list[FileResult] = [checked(*(finding(t, path=t) for t in texts), name=name), unread()]
    text = write(form, looked, "zh")
    text.encode()
    assert not set(text) & {"\0", "\x1b", "\x07", "\x7f", "\x9b", "\u202e", "\u2028", "\r"}
    assert text == write(form, looked, "zh")
