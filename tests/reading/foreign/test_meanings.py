"""Tests of what words mean: those that stand in like company are near each other."""

import math
from operator import mul
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.reading.foreign.meanings import Meanings, meanings, meant


def _near(one: str, other: str) -> float:
    """How near two texts are: 1 for the same direction."""
    of = meanings().of
    return float(sum(map(mul, of(one), of(other))))


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("budget", "funding", "password"),
        ("server", "database", "lunch"),
        ("bug", "error", "meeting"),
        ("预算", "成本", "密码"),
        ("会议", "讨论", "接口"),
        ("培训", "学习", "端口"),
    ],
)
def test_words_of_like_company_are_near(word: str, near: str, far: str) -> None:
    """What is near was not declared anywhere; it was learned."""
    assert _near(word, near) > _near(word, far)


def test_what_is_meant_are_words_and_pairs_of_characters() -> None:
    """The number of a heading and signs mean nothing; the ending of several does not matter."""
    assert list(meant("3. 周报的 server's list，人")) == ["周报", "报的", "server", "list", "人"]
    assert list(meant("Servers")) == list(meant("server")) == ["server"]


WORDS = st.lists(st.sampled_from("budget server 预算 会议 培训 qqqq 2026 ——".split()), max_size=8)


@given(WORDS, st.randoms())
def test_a_text_has_a_direction_whatever_the_order(words: list[str], chance: Random) -> None:
    """Of length 1; a word that is said twice counts once, and a text without a known word has none."""
    text = " ".join(words)
    direction = meanings().of(text)
    mixed = [*words, *words]
    chance.shuffle(mixed)
    assert meanings().of(" ".join(mixed)) == direction
    assert bool(direction) is any(word in meanings().vectors for word in meant(text))
    assert not direction or math.isclose(math.hypot(*direction), 1)


def test_a_sign_counts_from_the_middle() -> None:
    """Each sign is a number of steps up or down; only the direction is left of them."""
    small = Meanings({"up": "RS", "down": "LK"})
    assert small.of("up") == pytest.approx((0.6, 0.8))
    assert small.of("down") == pytest.approx((-0.6, -0.8))
    assert small.of("up down") == small.of("neither") == ()


def test_the_vectors_are_of_single_words() -> None:
    """All of one length, in signs that can be printed; nothing of a document can be read out of them."""
    vectors = meanings().vectors
    assert len({len(vector) for vector in vectors.values()}) == 1
    assert all("!" <= sign <= "~" for vector in vectors.values() for sign in vector)
    assert all(list(meant(word)) == [word] for word in vectors)
