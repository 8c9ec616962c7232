"""What the parsers say in English only is translated to Chinese."""

import re

import pytest
from tests.codec.faulty import faults

from opshandover.codec.reasons import reason
from opshandover.text import LANGUAGES, Lang


def test_reasons_of_the_parsers_are_told_in_chinese_too() -> None:
    """What PyYAML, json and tomllib say in English is said in Chinese to readers of Chinese."""
    for text, name in (("a: b: c", "yaml"), ("a: [b", "yaml"), ("{", "json"), ("a = ", "toml")):
        said_in_zh = faults(text, name)[0].problem["zh"]
        assert not re.search("[a-z]{4}", said_in_zh), said_in_zh


def test_the_more_exact_message_counts() -> None:
    """A message that begins like another one has a translation of its own."""
    assert reason("found character that cannot start any token").zh != reason("found character '\\x00'").zh
    assert reason("Expected '=' after a key in a key/value pair").zh == "键后面缺少等号"


def test_a_message_without_translation_is_quoted() -> None:
    """A newer parser may say something else: readers of Chinese see that, shortened."""
    text = reason("something new")
    assert (text.zh, text.en) == ("这里的写法不对（something new）", "something new")
    assert len(reason("new " * 1_000).zh) < 150


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_secret_in_a_message_is_hidden(lang: Lang) -> None:
    """Parsers quote what they stumble over."""
    assert "Abc@12345xyz" not in reason("odd: password=Abc@12345xyz")[lang]
