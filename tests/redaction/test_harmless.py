"""What people write where they mean to give no secret."""

import pytest

from opshandover.redaction.harmless import (
    is_chinese_remark,
    is_english_remark,
    is_harmless,
    is_identifier,
    is_not_secret,
    is_phone,
    is_quantity,
    is_ticket,
)


@pytest.mark.parametrize(
    "value", ["******", "2026-11-20", "2026Q4", "shop.kdbx", "${X}", "a@b.cn", "10.0.0.1", "#FF6600"]
)
def test_a_value_of_another_kind_is_harmless(value: str) -> None:
    """Dates, files, variables, addresses, colours, and what is hidden already."""
    assert is_harmless(value)
    assert is_not_secret(value)


@pytest.mark.parametrize("value", ["see the vault", "none", "Stored/here", "——"])
def test_a_word_that_gives_nothing_is_talk(value: str) -> None:
    """What begins with such a word, or has no letter and no figure at all."""
    assert is_not_secret(value)
    assert not is_harmless(value)


@pytest.mark.parametrize("value", ["hunter2", "Text@123", "null#77", "Abc@12345"])
def test_a_value_is_no_talk(value: str) -> None:
    """Also where it begins with a word of talk and goes on as a password does."""
    assert not is_not_secret(value)


def test_talk_in_words() -> None:
    """Words about a secret are told from words that are one, in both languages."""
    assert is_chinese_remark("见保险库")
    assert not is_chinese_remark("我爱运营")
    assert is_english_remark("ask the service desk")
    assert not is_english_remark("correct horse battery staple")


@pytest.mark.parametrize(
    ("value", "phone", "ticket", "identifier"),
    [
        ("13800138000", True, False, False),
        ("0571-8888-1234", True, False, False),
        ("OPS-1234", False, True, False),
        ("SEC-OPS-12", False, True, False),
        ("20261111", True, True, False),
        ("order_id", False, False, True),
        ("db-main-01", False, False, True),
        ("hunter2", False, False, False),
    ],
)
def test_forms_of_numbers_and_names(value: str, phone: bool, ticket: bool, identifier: bool) -> None:
    """Telephones, tickets and days, and names in the style of programs."""
    assert (is_phone(value), is_ticket(value), is_identifier(value)) == (phone, ticket, identifier)


@pytest.mark.parametrize(("text", "counts"), [("12 位", True), ("12 days", True), ("12%", True), ("12 abc", False)])
def test_a_figure_that_counts(text: str, counts: bool) -> None:
    """What comes after a figure says whether it counts."""
    assert is_quantity(text, "12", 2) is counts
    assert not is_quantity(text, "ab", 2)
