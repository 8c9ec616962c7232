"""A file for people carries the document it was made from, if that is asked for."""

import pytest

import opshandover as oh
from opshandover.codec import canonical
from opshandover.exporters.carrying import baseline_of
from opshandover.exporters.html import HtmlExporter
from opshandover.exporters.markdown import MarkdownExporter
from opshandover.importers.html import HtmlImporter
from opshandover.importers.markdown import MarkdownImporter
from opshandover.layout.view import View
from opshandover.testing import a_document

IMPORTERS: dict[str, type[MarkdownImporter] | type[HtmlImporter]] = {"markdown": MarkdownImporter, "html": HtmlImporter}


@pytest.mark.parametrize("name", IMPORTERS)
def test_the_document_comes_back(name: str) -> None:
    """The whole document and the options of the page are in the file, and the page is the same without them."""
    document = a_document()
    plain = oh.export(document, name, placeholders=True)
    carrying = oh.export(document, name, placeholders=True, carry=True)
    assert carrying.startswith(plain)
    found = IMPORTERS[name]().parse(carrying)
    assert found.baseline is not None
    assert found.baseline.json == canonical(document)
    assert found.baseline.options == {"placeholders": "true", "carry": "true"}
    assert (found.page, found.beside) == (IMPORTERS[name]().parse(plain).page, ())
    assert IMPORTERS[name]().parse(plain).baseline is None


def test_only_what_was_asked_for_is_an_option() -> None:
    """Options are written as the prompt takes them, and no path of the machine is among them."""
    document = a_document()
    assert baseline_of(MarkdownExporter(view=View.MEMO, front_matter=False), document, "en").options == {
        "view": "memo",
        "front_matter": "false",
    }
    assert baseline_of(HtmlExporter(colour="AA0000"), document, "en").options == {"colour": "AA0000"}
