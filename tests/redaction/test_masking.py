"""What is shown instead of a secret, and of characters that are not seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.redaction import (
    MASK,
    Shown,
    excerpt,
    excerpt_path,
    find_secrets,
    is_bare_secret,
    masked,
    places,
    redact,
)


def test_mask_does_not_tell_the_length() -> None:
    """A short and a long secret look the same."""
    assert redact("密码：ab12") == redact("密码：" + "ab12" * 20)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        (" Kf#2025night ", True),
        ("Kf#2025", False),
        ("kf#2025night", False),
        ("Kf2025night", False),
        ("Kf#2025 night", False),
        ("https://Kf.example/#2025", False),
    ],
)
def test_a_word_made_like_a_password(text: str, bare: bool) -> None:
    """Eight characters without a space, of both cases, with a figure and a special character."""
    assert is_bare_secret(text) is bare


def test_only_the_spans_are_masked() -> None:
    """All between them stays; a text without any is the same object."""
    assert masked("abcdef", [(1, 2), (4, 6)]) == f"a{MASK}cd{MASK}"
    text = "abcdef"
    assert masked(text, ()) is text


def test_places_show_each_mask_with_the_words_before_it() -> None:
    """All places of a text in one line, without the secrets; of very many the first ones."""
    text = "账号 ops，密码：Abc@12345\n| WiFi | 密码 | Xyz@98765 |"
    assert places(text, find_secrets(text)) == f"账号 ops，密码：{MASK} / WiFi | 密码{MASK}"
    many = "密码：Abc@12345；" * 30
    assert places(many, find_secrets(many)).count(MASK) == 10
    assert places(many, find_secrets(many)).endswith("…")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He took his birthday as his own, PIN: 839201", f"his own, PIN:{MASK}"),
        ("登录 jira 的管理员 administrator 密码：Abc@12345", f"密码：{MASK}"),
        ("夜班的同事请注意门禁旁边的保险柜密码：Abc@12345", f"同事请注意门禁旁边的保险柜密码：{MASK}"),
        ("x" * 40 + "password: Abc@12345", f"xxxxxxpassword:{MASK}"),
    ],
)
def test_a_place_begins_at_a_word(text: str, shown: str) -> None:
    """A Latin word is shown whole or not at all; Chinese has no such gaps, and one long word stays cut."""
    assert places(text, find_secrets(text)) == shown


SECRET = st.from_regex(r"[A-Z][a-z]{3,6}[@#!][0-9]{3,6}", fullmatch=True)
WORDS = st.sampled_from(["密码：{}", "后台密码 {}", "password: {}", "密码（{}）", "口令为{}。", "PASSWORD={}"])


@given(st.text(alphabet="交接班次，。 \n", max_size=30), WORDS, SECRET)
def test_no_excerpt_shows_a_part_of_a_secret(before: str, words: str, secret: str) -> None:
    """Wherever the cut falls, hiding came first."""
    for limit in (10, 20, 40):
        assert secret[:4] not in excerpt(before + words.format(secret), limit)


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


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("交接/密码：Gs2025!xQ.yaml", f"交接/密码：{MASK}.yaml"),
        ("/a/password=Hunter2x9!kQ.tar.gz", f"/a/password={MASK}.tar.gz"),
        ("https:/ops:Tr0ub4dor9@nas/x.yaml", f"https://ops:{MASK}@nas/x.yaml"),
        ("/a/b/早班交接.2026.yaml", "/a/b/早班交接.2026.yaml"),
        ("C:\\a\\password_policy.xlsx", "C:\\a\\password_policy.xlsx"),
        ("密码重置记录.docx", "密码重置记录.docx"),
        ("a\nb", "a\\nb"),
    ],
)
def test_a_path_is_searched_name_by_name(path: str, shown: str) -> None:
    """The suffix of a name hides no secret, and harmless names stay; what is safe to show says so by its type."""
    assert excerpt_path(path) == excerpt_path(excerpt_path(path)) == shown
    assert isinstance(excerpt_path(path), Shown)
