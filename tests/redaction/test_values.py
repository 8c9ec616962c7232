"""Where a value begins and ends, and whether it can be a secret."""

import pytest

from opshandover.redaction.mask import MASK
from opshandover.redaction.values import (
    code_at,
    ends_clause,
    is_about,
    is_quantity,
    is_remark,
    look,
    value_at,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Abc@1，好", "Abc@1"),
        ('"a b!1" x', "a b!1"),
        ("（Abc@1）", "Abc@1"),
        ("【Abc@1】", "Abc@1"),
        ("(`Abc@1`).", "Abc@1"),
        ("Abc@1;Uid=sa", "Abc@1"),
        ("Abc@1|x", "Abc@1"),
        ("Abc@1).", "Abc@1"),
        ("***Abc@1***", "Abc@1"),
        ("a1&next=2", "a1"),
    ],
)
def test_a_value_ends_where_a_reader_would_end_it(text: str, value: str) -> None:
    """Quotes, brackets, final punctuation and the next setting are no part of it."""
    span = value_at(text, 0)
    assert span
    assert text[slice(*span)] == value


@pytest.mark.parametrize("text", ["", " a", "。", MASK, '""'])
def test_no_value(text: str) -> None:
    """White space, punctuation and a mask begin none."""
    assert value_at(text, 0) is None


HARMLESS = (
    *(
        "10.2.3.4:8080",
        "2026-03-05",
        "18:30",
        "v2.8.1",
        "1.2.3+build.5",
        "50%",
        "${TOKEN}",
        "$DB_PASS",
        "$1",
        "<password>",
        "******",
    ),
    *("{{ vault.x }}", "https://a.example/b", "/api/v1/password/reset", "report%202026.xlsx", "logo@3x.png", "a@b.com"),
    *(
        'os.environ["X"]',
        "getToken(id)",
        "req.body.password",
        "1Password",
        "OPS-2231",
        "none",
        "required",
        "varchar(64)",
    ),
    *("changeme", "your_key", "docs/a/b2", "D:\\a", "see-above", "#FF6600", "@RateLimit"),
)


@pytest.mark.parametrize("value", HARMLESS)
def test_known_to_be_harmless(value: str) -> None:
    """Dates, versions, variables, code, paths, addresses, tools, tickets and remarks."""
    assert look(value).harmless
    assert not look(value).strong
    assert not look(value).made()


@pytest.mark.parametrize("value", ["Gs2025!x", "Abc@12345678", "Ty!88213", "Qwer12345", "B1@x9Kq"])
def test_strong_wherever_it_stands(value: str) -> None:
    """Letters and digits, and a special sign or both cases."""
    assert look(value).strong
    assert look(value).mixed


@pytest.mark.parametrize(
    "value",
    ["lodash@4.17.21", "Node@20", "Mate60", "web03", "deploy@web03", "key=value1", "sha256:ab1", "A#12", "f(x)1!"],
)
def test_not_strong(value: str) -> None:
    """Versions, models, hosts, settings and expressions have such signs as well."""
    assert not look(value).strong


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ("9d3f1a7c5b2e", True),
        ("qwkzmvbtyhnlcdea", True),
        ("order-lock-v2", False),
        ("ops-prod-01", False),
        ("abc", False),
    ],
)
def test_made_by_a_program(value: str, made: bool) -> None:
    """Long, with letters and digits, and no name made of words."""
    assert look(value).made() is made


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("4471#，好", "4471#"),
        ("48-07-93", "48-07-93"),
        ("719 402 668", "719 402 668"),
        ("12 位", None),
        ("2026-11-03", None),
    ],
)
def test_a_code_is_of_digits(text: str, code: str | None) -> None:
    """Also in groups or with keys; dates and quantities are none."""
    span = code_at(text, 0)
    assert (text[slice(*span)] if span else None) == code


def test_small_questions() -> None:
    """The end of a clause, quantities, phones, names and remarks."""
    assert ends_clause("ab，", 2)
    assert not ends_clause("abc", 2)
    assert is_quantity("12 位", (0, 2))
    assert not is_quantity("12，", (0, 2))
    assert look("13800138000").phone
    assert not look("1234").phone
    assert look("Mate60").named
    assert look("order-lock-v2").named
    assert not look("Qwer12345x").named
    assert is_remark("保管人李娜")
    assert not is_remark("春江花月夜")
    assert is_about("Expiring")
    assert not is_about("sycamore")


@pytest.mark.parametrize(
    ("value", "strength"),
    [("Gs2025!x", 6), ("B1@x", 3), ("Ab12x", 4), ("mendian88", 3), ("Harbour!", 1), ("harbour", 0), ("2026-03-05", 0)],
)
def test_strength_grows_with_what_is_mixed(value: str, strength: int) -> None:
    """Letters and a sign, letters and digits, both cases beside them, all amid signs."""
    assert look(value).strength == strength


def test_a_shape_is_of_digits_letters_and_capitals() -> None:
    """Values of one list are alike in it."""
    assert look("kd93-ppw2").shape == look("mm47-xa0q").shape == (True, True, False)
    assert look("kd93-ppw2").shape != look("Kd93-ppw2").shape
