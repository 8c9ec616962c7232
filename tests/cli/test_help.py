"""Help, and the ways to ask for a language."""

import re

import pytest
from tests.cli.calls import call

from opshandover.cli import COMMANDS
from opshandover.text import LANGUAGES, Lang
from opshandover.text_width import cells

CHINESE = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"\b(?:Usage|Options|Commands|Arguments|Show this|default|required)\b")


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_in_one_language(command: str, option: str) -> None:
    """Help says everything in the language asked for, and nothing in the other."""
    args = [command] if command else []
    chinese = call(*args, option)
    english = call(*args, option, "--lang", "en")
    assert (chinese.exit_code, english.exit_code) == (0, 0)
    assert CHINESE.search(chinese.stdout)
    assert not ENGLISH.search(chinese.stdout)
    assert not CHINESE.search(english.stdout)
    assert english.stdout.startswith("Usage: opshandover")


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_fits_into_80_cells(command: str, lang: Lang) -> None:
    """No line of help is wider than a terminal."""
    args = [command] if command else []
    text = call(*args, "--help", "--lang", lang, env={"COLUMNS": "80"}).stdout
    assert max(map(cells, text.splitlines())) <= 80


def test_ways_to_ask_for_a_language() -> None:
    """Before the command, behind it, by the environment; what stands last wins over the rest."""
    english = call("exporters", "--lang", "en").stdout
    assert "from opshandover" in english
    assert call("--lang", "en", "exporters").stdout == english
    assert call("--lang=zh", "exporters", "--lang=en").stdout == english
    assert call("exporters", env={"OPSHANDOVER_LANG": "en"}).stdout == english
    assert call("exporters", "--lang", "zh", env={"OPSHANDOVER_LANG": "en"}).stdout != english


def test_the_locale_does_not_matter() -> None:
    """The language of the machine is not asked for."""
    english_machine = {"LANG": "en_US.UTF-8", "LANGUAGE": "en", "LC_ALL": "en_US.UTF-8"}
    assert "来自" in call("exporters", env=english_machine).stdout


@pytest.mark.parametrize("settings", [{"env": {"OPSHANDOVER_LANG": "fr"}}, {}])
def test_a_language_that_there_is_not(settings: dict[str, dict[str, str]]) -> None:
    """It is refused, wherever it was asked for."""
    args = () if settings else ("--lang", "fr")
    result = call("exporters", *args, **settings)
    assert result.exit_code == 2
    assert "未知的语言“fr”" in result.stderr


def test_no_command() -> None:
    """Without a command the help is shown, as the call cannot be understood."""
    result = call()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("用法：opshandover")
