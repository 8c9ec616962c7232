"""How fast files for people are read back, beside the strict loading of the same document."""

from collections.abc import Callable, Iterator

from tests.bench.contest import Contest

import opshandover as oh
from opshandover.importers.html import HtmlImporter
from opshandover.importers.markdown import MarkdownImporter
from opshandover.model import OpsDocument

ROWS = 5_000


def contests(document_of: Callable[[int], OpsDocument]) -> Iterator[Contest]:
    """What an importer takes of the time that a document with as many rows takes to load from JSON."""
    document = document_of(ROWS)
    as_json = oh.dumps(document, format="json")
    markdown, html = (oh.export(document, name) for name in ("markdown", "html"))
    yield Contest(
        what=f"parse Markdown, {ROWS:,} rows",
        against="load them from JSON",
        one=lambda: MarkdownImporter().parse(markdown),
        other=lambda: oh.loads(as_json, format="json"),
        target=2.0,
    )
    yield Contest(
        what=f"parse HTML, {ROWS:,} rows",
        against="load them from JSON",
        one=lambda: HtmlImporter().parse(html),
        other=lambda: oh.loads(as_json, format="json"),
    )
