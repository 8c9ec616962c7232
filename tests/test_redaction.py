"""Secrets are found and hidden; what only talks about secrets stays."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.redaction import MASK, excerpt, find_secrets, redact

DATA = Path(__file__).parent / "data"
MARKED = re.compile("⟦([^⟧]*)⟧")


def corpus(name: str) -> list[str]:
    """Reads the lines of a file of examples."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    signs = str.maketrans({"¦": None, "↵": "\n", "⇥": "\t"})
    return [line.translate(signs) for line in lines if line and not line.startswith("#")]


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


def test_mask_does_not_tell_the_length() -> None:
    """A short and a long secret look the same."""
    assert redact("密码：ab12") == redact("密码：" + "ab12" * 20)


@given(st.text(max_size=200))
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    """Any text at all gives spans that can be cut out one after the other."""
    end = 0
    for start, stop in find_secrets(text):
        assert end <= start < stop <= len(text)
        end = stop


SECRET = st.from_regex(r"[A-Z][a-z]{3,6}[@#!][0-9]{3,6}", fullmatch=True)
WORDS = st.sampled_from(["密码：{}", "后台密码 {}", "password: {}", "密码（{}）", "口令为{}。", "PASSWORD={}"])


@given(st.text(alphabet="交接班次，。 \n", max_size=30), WORDS, SECRET)
def test_no_excerpt_shows_a_part_of_a_secret(before: str, words: str, secret: str) -> None:
    """Wherever the cut falls, hiding came first."""
    for limit in (10, 20, 40):
        assert secret[:4] not in excerpt(before + words.format(secret), limit)


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


def test_excerpt_is_one_line_with_controls_shown() -> None:
    """Line breaks, NUL and marks that turn the direction of writing become visible."""
    assert excerpt("a\nb\x00c\u202ed\u2028e") == "a\\nb\\x00c\\u202ed\\u2028e"


def test_excerpt_shortens_with_an_ellipsis() -> None:
    """The limit counts the ellipsis, and a text that fits stays whole."""
    assert excerpt("交" * 40) == "交" * 40
    assert excerpt("交" * 10_000) == "交" * 39 + "…"
    assert excerpt("abcdef", 4) == "abc…"


def test_excerpt_never_cuts_an_escape() -> None:
    """Half an escape would read as something else."""
    assert excerpt("ab\x00\x00", 7) == "ab\\x00…"


def test_excerpt_keeps_emoji_and_rare_characters() -> None:
    """Joined emoji and characters outside the basic plane are no control characters."""
    assert excerpt("𠮷👨‍👩‍👧") == "𠮷👨‍👩‍👧"


def test_excerpt_bears_lone_surrogates() -> None:
    """What cannot be encoded is shown, not raised."""
    assert excerpt("a\ud800b") == "a\\ud800b"
