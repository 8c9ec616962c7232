"""Secrets are found and hidden; what only talks about secrets stays."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.redaction.corpus import MARKED, corpus

from opshandover.redaction import MASK, find_secrets, redact

SECRETS = corpus("secrets.txt")
HARMLESS = corpus("harmless.txt")


def test_corpus_is_large_enough() -> None:
    """A file that was emptied by mistake does not pass for a corpus."""
    assert len(SECRETS) >= 40
    assert len(HARMLESS) >= 40


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is replaced."""
    assert redact(MARKED.sub(r"\1", marked)) == MARKED.sub(MASK, marked)


@pytest.mark.xfail(strict=True, reason="forms that are not known yet")
@pytest.mark.parametrize("marked", corpus("missed.txt"))
def test_known_misses(marked: str) -> None:
    """What is missed is written down, so that nobody promises more than there is."""
    assert redact(MARKED.sub(r"\1", marked)) == MARKED.sub(MASK, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """Talk about secrets, places of safe-keeping and other figures raise no alarm."""
    assert find_secrets(line) == ()
    assert redact(line) is line


@pytest.mark.parametrize("marked", SECRETS)
def test_redacting_twice_changes_nothing(marked: str) -> None:
    """The mask itself is never taken for a secret, and frees no new one."""
    once = redact(MARKED.sub(r"\1", marked))
    assert redact(once) == once


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_amid_other_text(marked: str) -> None:
    """The forms do not depend on standing alone in a text."""
    text = "交接说明 #1 <b>\n" + MARKED.sub(r"\1", marked) + "\n𠮷 🙂 done"
    assert redact(text) == "交接说明 #1 <b>\n" + MARKED.sub(MASK, marked) + "\n𠮷 🙂 done"


def test_several_secrets_in_one_text() -> None:
    """Each is hidden, and the spans are in order and apart."""
    text = "密码：Abc@12345，口令：Xyz@98765；password: hunter2"
    assert redact(text) == f"密码：{MASK}，口令：{MASK}；password: {MASK}"
    assert [text[a:b] for a, b in find_secrets(text)] == ["Abc@12345", "Xyz@98765", "hunter2"]


@given(st.text(max_size=200))
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    """Any text at all gives spans that can be cut out one after the other."""
    end = 0
    for start, stop in find_secrets(text):
        assert end <= start < stop <= len(text)
        end = stop


HOSTILE = (
    *(
        "密码",
        "密码：",
        "password ",
        "password: ",
        "password for ",
        "密码（",
        "“",
        "://a:",
        "x",
        " ",
    ),
    *("mysql ", "curl -u ", "eyJ-", "eyJaaaaaaaa.", "-----BEGIN PRIVATE KEY-----", "账号：a/"),
    *("密码\t\n", "密码,a\n", "密码|", "a|", "\n", "Bearer ", "a.", "a@", "\x00", "secret", "1"),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """100,000 characters of any pattern's beginning are done with in a moment."""
    begun = time.process_time()
    redact(unit * (100_000 // len(unit)))
    assert time.process_time() - begun < 5


BEHIND_A_WORD = (
    "大写a",
    "密码是大写a",
    "密码：a+",
    "密码 a b ",
    "密码？a ",
    "密码：淘宝 tb7788，",
    "密码生日",
    "root/",
    "login for a",
    "what login?",
    "unzip with a1",
    "保险柜左3",
    "/hook/",
    "key is a",
    "🔑",
    "password: the plus ",
    "new password to a1",
    "try a1#B2 if ",
    "capital a then ",
    "1:1:1:",
)


@pytest.mark.parametrize("unit", BEHIND_A_WORD)
def test_hostile_text_behind_a_word_takes_linear_time(unit: str) -> None:
    """The same where a word has announced a secret, so that every search is at work."""
    begun = time.process_time()
    redact("密码 " + unit * (100_000 // len(unit)))
    assert time.process_time() - begun < 5
