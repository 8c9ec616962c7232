"""A value of an enumeration is found by any word that a file may have for it."""

import pickle
from typing import Any

import pytest

from opshandover.errors import ContentError
from opshandover.model import Choice, TaskStatus
from opshandover.model.choice import spellings_of

CHOICES = sorted(Choice.__subclasses__(), key=lambda cls: cls.__name__)


@pytest.mark.parametrize("cls", CHOICES)
def test_an_enumeration_takes_every_spelling(cls: type[Choice]) -> None:
    """Calling the class finds a value by name, label or synonym, and the value itself is itself."""
    for choice in cls:
        assert cls(choice.value) is choice
        assert choice in {cls(word) for word in spellings_of(choice)}
        assert pickle.loads(pickle.dumps(choice)) is choice  # noqa: S301 - made here


@pytest.mark.parametrize("written", ["已完成", " DONE ", "Ｄｏｎｅ", "完成", "closed"])
def test_a_status_by_its_words(written: str) -> None:
    """Case, width and blanks around do not matter."""
    assert TaskStatus(written) is TaskStatus.DONE


@pytest.mark.parametrize("given", ["nonsense", "", 3, None, "密码：Gs2025!xy"])
def test_a_word_of_no_value(given: Any) -> None:
    """It is an error of ours and a `ValueError`, with all names, and never with a secret."""
    with pytest.raises(ContentError, match="TaskStatus: expected one of not_started, in_progress") as caught:
        TaskStatus(given)
    assert isinstance(caught.value, ValueError)
    assert "应为以下之一：未开始、进行中" in caught.value.in_lang("zh")
    assert "Gs2025" not in str(caught.value)
