"""Samples for tests of plugins."""

from collections.abc import Iterator

from tests.exporters.sound import Sound

from opshandover.document.verify import ensure
from opshandover.document.walk import walk
from opshandover.exporters import Exporter
from opshandover.model import OpsDocument
from opshandover.model.fields import section_fields
from opshandover.profiles import profile_names
from opshandover.scoring import score
from opshandover.testing import HOSTILE_TEXTS, a_document, a_full_document, a_person, a_task
from opshandover.testing.samples import each_document, full_of
from opshandover.text import LANGUAGES


def _samples() -> Iterator[object]:
    for lang in LANGUAGES:
        yield a_person(lang).name
        yield a_task(lang).title
        yield a_document(lang=lang).title


def test_small_ones() -> None:
    """The factories speak both languages, and take whatever fields a test is about."""
    samples = list(_samples())
    assert len(set(samples)) == len(samples)
    assert a_person(name="王敏").name == "王敏"
    assert a_task(owner=None, title="x").owner is None
    assert a_document("charter", issues=None).issues is None
    exporter: Exporter = Sound()
    assert exporter.export(a_document(title="T"), lang="en") == b"en T"


def test_a_full_one() -> None:
    """No section is absent and no list empty, so that of every kind it scores all there is."""
    for profile in profile_names():
        document = a_full_document(profile)
        assert document.profile == profile
        assert score(document).score == 100
    assert all(getattr(document, section.name) for section in section_fields(OpsDocument))
    assert all(node.value not in (None, "", ()) for node in walk(document, object))


def test_those_that_must_be_borne() -> None:
    """Each is sound, tells what it is, and the hostile texts are all there."""
    documents = dict(each_document())
    for document in documents.values():
        ensure(document)
    for text in HOSTILE_TEXTS:
        assert documents[f"a document full of {text[:40]!r}"].title == text
        assert {node.value for node in walk(full_of(text, a_full_document()), str) if node.path != "profile"} == {text}
