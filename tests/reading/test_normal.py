"""What a page can show of a document."""

from datetime import date

import attrs
from hypothesis import given, settings
from tests.support.documents import documents

from opshandover.model import DocumentRef, Documents, Language, OpsDocument, Overview, Person, Task, WorkProgress
from opshandover.model.signoff import SignatoryRole, Signature, SignDecision, SignOff
from opshandover.reading.normal import normal
from opshandover.testing.samples import a_document

ZHOU = Person(name="周岩", role="主管", phone="138")


def test_what_a_page_shows_stays() -> None:
    """A document as people write it differs in nothing but its language, if it names none."""
    document = attrs.evolve(a_document(lang="en"), lang=None)
    shown = normal(document)
    assert shown.lang is Language.ZH
    assert normal(document, "en").lang is Language.EN
    assert attrs.evolve(shown, lang=None, issues=document.issues, work_progress=document.work_progress) == attrs.evolve(
        document, prepared_by=document.prepared_by
    )
    assert normal(shown) == shown


def test_what_holds_nothing_is_not_there() -> None:
    """Blank titles, empty records and empty sections go."""
    document = OpsDocument(
        profile="daily_work",
        title=" ",
        overview=Overview(),
        work_progress=WorkProgress(tasks=(Task(), Task(title="甲"))),
    )
    assert normal(document) == OpsDocument(
        profile="daily_work", lang=Language.ZH, work_progress=WorkProgress(tasks=(Task(title="甲"),))
    )


def test_people_and_documents_stand_as_they_are_shown() -> None:
    """Details of a person stand where the person is introduced, documents by category."""
    references = tuple(DocumentRef(title=title, category=title) for title in ("乙", "甲"))
    document = OpsDocument(
        profile="daily_work",
        giver=ZHOU,
        work_progress=WorkProgress(tasks=(Task(title="甲", owner=ZHOU),)),
        documents=Documents(items=references),
    )
    shown = normal(document)
    assert shown.giver == ZHOU
    assert shown.work_progress == WorkProgress(tasks=(Task(title="甲", owner=Person(name="周岩")),))


def test_lines_to_sign_are_no_signatures() -> None:
    """A signature has the role and the name of its line."""
    signatures = (
        Signature(role=SignatoryRole.RECEIVER),
        Signature(person=Person(name="周岩"), on=date(2026, 1, 1)),
        Signature(decision=SignDecision.REFUSED),
    )
    document = OpsDocument(profile="offboarding", giver=ZHOU, sign_off=SignOff(signatures=signatures))
    shown = normal(document).sign_off
    assert isinstance(shown, SignOff)
    assert shown.signatures == (
        Signature(role=SignatoryRole.GIVER, person=Person(name="周岩"), on=date(2026, 1, 1)),
        Signature(decision=SignDecision.REFUSED),
    )


@settings(max_examples=60)
@given(documents())
def test_it_is_not_changed_twice(document: OpsDocument) -> None:
    """What a page shows of what it shows is the same, apart from who is matched with a line to sign."""
    shown = attrs.evolve(normal(document), sign_off=None)
    assert normal(shown) == shown
