"""Single values on one line."""

import pytest

from opshandover.continuity.decisions import ABSENT
from opshandover.document.walk import walk
from opshandover.model import Nothing, OpsDocument, Task, WorkProgress
from opshandover.reporting.views.values import label_at, value_text
from opshandover.testing import a_document, a_full_document
from opshandover.text import LANGUAGES


def test_every_value_of_a_document() -> None:
    """Each has a text of one line, whatever its field."""
    document = a_full_document()
    for node in walk(document, object):
        for lang in LANGUAGES:
            text = value_text(node.value, node.path, document, lang)
            assert text.strip()
            assert "\n" not in text


@pytest.mark.parametrize(
    ("value", "path", "shown"),
    [
        (None, "giver", "（无）"),
        (ABSENT, "extra[0]", "（不在其中）"),
        (60, "work_progress.tasks[0].progress", "60%"),
        (("a", "b"), "work_progress.next_steps", "a；b"),
        ("**a**", "reason", "**a**"),
        (Task(), None, "（空）"),
        ("x", None, "x"),
        ("charter", "profile", "运营工作总则"),
        ("a_kind_of_a_team", "profile", "a_kind_of_a_team"),
    ],
)
def test_values(value: object, path: str | None, shown: str) -> None:
    """A number has its unit, a list its items, a text its marks, and nothing is said to be nothing."""
    assert value_text(value, path, a_document(), "zh") == shown


def test_labels() -> None:
    """The label of the field at a path below a record, also of one that says why a section is absent."""
    document = OpsDocument(profile="charter", risks=Nothing(reason="x"), work_progress=WorkProgress(tasks=(Task(),)))
    assert label_at("risks.reason", document, "en") == "Reason"
    assert label_at("title", Task(), "zh") == "标题"
