"""Why a file cannot be used as a template, in words."""

import pytest
from tests.exporters.word.company.filled import (
    document_with,
)

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.ooxml.template_errors import damaged_template, reject_options
from opshandover.text import LANGUAGES


@pytest.mark.parametrize(("name", "given"), [("theme", "formal"), ("paper", "letter"), ("colour", "7A1F1F")])
def test_options_that_the_template_decides_are_refused(name: str, given: str) -> None:
    """They would be without effect, so the message names both."""
    with pytest.raises(OptionError) as caught:
        oh.export(document_with("文"), "word", path=None, lang="zh", template="company.docx", **{name: given})
    for lang in LANGUAGES:
        assert name in caught.value.in_lang(lang)
        assert "template" in caught.value.in_lang(lang)


def test_an_error_names_the_file_and_the_part() -> None:
    """Both are shortened: the name of a part is the file's own, and may be of any length."""
    error = damaged_template("a" * 5000 + ".docx", "word/" + "b" * 5000)
    for lang in LANGUAGES:
        said = error.in_lang(lang)
        assert "aaa" in said
        assert "word/bbb" in said
        assert len(said) < 800


def test_all_options_are_named_at_once() -> None:
    """Without any, nothing is refused."""
    reject_options(())
    with pytest.raises(OptionError, match="option theme, paper cannot"):
        reject_options(("theme", "paper"))
