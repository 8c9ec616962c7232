"""Where a value begins and ends, and whether it can be a secret."""

import pytest

from opshandover.redaction.values import (
    Span,
    can_be_secret,
    character_kinds,
    code_at,
    counted_at,
    ends_clause,
    is_password_like,
    is_quoted,
    span_at,
    words_at,
)


def cut(text: str, span: Span | None) -> str | None:
    """The text of a span."""
    return None if span is None else text[slice(*span)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("「Ops-1」。", "Ops-1"),
        ("Abc@12345，请改", "Abc@12345"),
        ("a1b2&x=1", "a1b2"),
        ("(abc).", "abc"),
        ("s3c;d=1", "s3c"),
        ("。", None),
        ("", None),
    ],
)
def test_where_a_value_ends(text: str, value: str | None) -> None:
    """Quotes, brackets, the end of a sentence and the next parameter are no part of it."""
    assert cut(text, span_at(text, 0)) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [("48-07-93", "48-07-93"), ("8841#", "8841#"), ("2026-11-20", None), ("12 位", None), ("139-1234-5678", None)],
)
def test_codes(text: str, code: str | None) -> None:
    """Figures, also in groups, that are no day, no count and no telephone."""
    assert cut(text, code_at(text, 0)) == code


def test_values_in_words() -> None:
    """Counting, a phrase, an answer: each only where its kind of word allows it, up to the end of the clause."""
    assert cut("六个8。", counted_at("六个8。", 0)) == "六个8"
    assert counted_at("六个8元", 0) is None
    phrase = "correct horse battery staple"
    assert cut(phrase, words_at(phrase, 0, "open")) == phrase
    assert words_at(phrase, 0, "codes") is None
    assert words_at("ask the service desk", 0, "open") is None
    assert cut("绿岛，", words_at("绿岛，", 0, "answer")) == "绿岛"
    seed = "apple river stone cloud table grass"
    assert cut(seed, words_at(seed, 0, "phrase")) == seed


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ("Abc@12345", True),
        ("Abc123", True),
        ("x9_kfq2", True),
        ("hunter2", False),
        ("OPS-1234", False),
        ("abcdef", False),
    ],
)
def test_what_looks_made(value: str, made: bool) -> None:
    """Letters, figures, and a sign or both cases; neither a ticket nor the name of a server."""
    assert is_password_like(value) is made


@pytest.mark.parametrize(
    ("text", "kind", "explicit", "expected"),
    [
        ("hunter2", "open", True, True),
        ("swordfish", "open", True, True),
        ("swordfish", "open", False, False),
        ("swordfish swims", "open", True, False),
        ("see", "open", True, False),
        ("12 位", "open", True, False),
        ("8841", "digits", False, True),
        ("8841 orders", "digits", False, False),
        ("a8k2", "codes", False, True),
        ("8841", "codes", False, False),
        ("0f1e2d3c", "strict", False, True),
        ("order_id", "strict", False, False),
        ("0f1e2d3c", "key", False, False),
        ("0f1e2d3c0f1e2d3c", "key", False, True),
        ("hunter2", "answer", True, False),
    ],
)
def test_what_can_be_a_secret(text: str, kind: str, explicit: bool, expected: bool) -> None:
    """The word beside it and the sign between the two say how much is asked of a value."""
    span = span_at(text, 0)
    assert span is not None
    assert can_be_secret(text, span, kind, explicit=explicit) is expected


def test_what_stands_around_a_value() -> None:
    """The end of a clause, quotes, and the kinds of characters it is made of."""
    assert ends_clause("abc，d", 3)
    assert not ends_clause("abcd", 3)
    assert is_quoted("「a」", (1, 2))
    assert not is_quoted("a", (0, 1))
    assert character_kinds("tb7788") == character_kinds("jd5566") != character_kinds("Jd5566")
