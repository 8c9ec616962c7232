"""Single values for people and programs outside."""

from datetime import UTC, date, datetime
from decimal import Decimal

from opshandover.continuity.decisions import ABSENT
from opshandover.continuity.plain_values import data_of, without_secrets
from opshandover.document.walk import walk
from opshandover.model import CredentialRef, Nothing, OpsDocument, Priority, System, Systems, Task, WorkProgress
from opshandover.model.document import FreeSection
from opshandover.redaction import MASK
from opshandover.testing import a_full_document

HIDDEN = "Tr0ub4dor-and-3"


def test_every_text_is_masked_by_its_place() -> None:
    """A secret is one by the words around it, the field it is in, or the heading above it; other texts stay."""
    document = OpsDocument(
        profile="charter",
        risks=Nothing(reason=f"password: {HIDDEN}"),
        work_progress=WorkProgress(
            tasks=(Task(title="登录", remaining=f"密码：{HIDDEN}"),), next_steps=(f"密码：{HIDDEN}",)
        ),
        systems=Systems(
            items=(System(name="后台", credentials=(CredentialRef(account="ops", vault_ref="Xy7#kLm92q"),)),)
        ),
        extra=(FreeSection(title="密码", body=HIDDEN),),
    )
    for node in walk(document, str, filled=True):
        shown = str(without_secrets(node.value, node.path, document))
        assert HIDDEN not in shown
        assert "Xy7#" not in shown
        assert (MASK in shown) == (HIDDEN in node.value or "Xy7#" in node.value)
    assert HIDDEN not in repr(data_of(without_secrets(document.work_progress, "work_progress", document)))
    assert without_secrets((f"密码：{HIDDEN}",), "work_progress.next_steps", document) == (f"密码：{MASK}",)


def test_every_path_of_a_document_has_a_value() -> None:
    """Whatever stands in a document can be shown."""
    document = a_full_document()
    for node in walk(document, object):
        data_of(without_secrets(node.value, node.path, document))


def test_data() -> None:
    """Records, lists, choices, dates and numbers become what JSON can hold."""
    assert data_of(Task(title="a")) == {"title": "a"}
    assert data_of(("a", Priority.DEFERRABLE)) == ["a", "deferrable"]
    assert data_of((date(2026, 1, 2), datetime(2026, 1, 2, 3, tzinfo=UTC))) == [
        "2026-01-02",
        "2026-01-02 03:00:00+00:00",
    ]
    assert data_of((Decimal(3), Decimal("3.5"), 7, True)) == [3, "3.5", 7, True]
    assert data_of(ABSENT) is None
