"""Texts in their plainest form, and the way back to the original characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.redaction import MASK, find_secrets, redact
from opshandover.redaction.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ｐａｓｓｗｏｒｄ：１", "password:1"),
        ("密碼＝ａ", "密码=a"),
        ("密\u200b码", "密码"),
        ("口 令：", "口令:"),
        ("密　码", "密码"),
        ("**密**码", "密码"),
        ("*密码*", "密码"),
        ("&#23494;&#x7801;", "密码"),
        ("a&amp;b", "a&b"),
        ("<b>密码</b>", "密码"),
        ("DB\\_PASSWORD", "DB_PASSWORD"),
        ("раssword", "password"),
        ("𝐩ass", "pass"),
        ("138****0142，5 * 3", "138****0142，5 * 3"),
        ("<password> &unknown;", "<password> &unknown;"),
    ],
)
def test_what_looks_the_same_becomes_the_same(text: str, folded: str) -> None:
    """Width, script, entities, invisible characters and emphasis; runs of asterisks and tags of others stay."""
    assert fold(text).text == folded


PIECES = st.lists(st.sampled_from(["密", "码", "：", "a", "１", "\u200b", "**", "&#23494;", "&amp;", "<b>", "\n", " "]))


@given(PIECES)
def test_every_folded_character_has_its_original(pieces: list[str]) -> None:
    """Spans lead back in order and stay inside the text; of a character that was not folded, to itself."""
    text = "".join(pieces)
    folded = fold(text)
    end = 0
    for at, char in enumerate(folded.text):
        start, stop = folded.original((at, at + 1))
        assert end <= start < stop <= len(text)
        assert stop - start == 1 or text[start] == "&"
        assert char in text[start:stop] or stop - start > 1 or not char.isascii() or char in "1:"
        end = stop


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("密码：Gs20\u200b25!x", "Gs20\u200b25!x"),
        ("密码：Ａｂｃ＠２０２６", "Ａｂｃ＠２０２６"),
        ("密码：a&amp;b12&#33;，谢谢", "a&amp;b12&#33;"),
        ("&#23494;码：Ent!2026", "Ent!2026"),
        ("ｐｗｄ： **Fox1234** 好", "Fox1234"),
    ],
)
def test_exactly_the_original_characters_are_masked(text: str, secret: str) -> None:
    """What was dropped inside a secret goes with it, what is around it stays."""
    assert [text[slice(*span)] for span in find_secrets(text)] == [secret]
    assert redact(text) == text.replace(secret, MASK)
