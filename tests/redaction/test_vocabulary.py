"""Each list of words is declared once, in order."""

import pytest

from opshandover.redaction import vocabulary

LISTS: dict[str, tuple[str, ...]] = {
    name: getattr(vocabulary, name)
    for name in dir(vocabulary)
    if name.isupper() and isinstance(getattr(vocabulary, name), tuple)
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_each_word_once(name: str) -> None:
    """A word that is there twice was added without a look at the list."""
    words = LISTS[name]
    assert len(words) > 1
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", [name for name in LISTS if name != "STATES_ZH"])
def test_a_list_is_sorted(name: str) -> None:
    """So that a word is found, and two who add words meet in one place."""
    assert list(LISTS[name]) == sorted(LISTS[name])


def test_remarks_are_in_lower_case() -> None:
    """Values are compared in lower case."""
    words = vocabulary.REMARKS | vocabulary.KEEPERS | vocabulary.KNOWN_ACCOUNTS
    assert {word.casefold() for word in words} == words
