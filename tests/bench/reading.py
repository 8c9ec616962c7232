"""How fast files for people are read back, beside the strict loading of the same document."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.contest import Contest
from tests.bench.word import tasks_of
from tests.reading.returned.edited import rewritten

import opshandover as oh
from opshandover.model import OpsDocument
from opshandover.reading.normal import normal

ROWS = 5_000
MOST = 3.0
"""How many times the time of loading a file for people may take."""


def contests(document_of: Callable[[int], OpsDocument]) -> Iterator[Contest]:
    """What reading takes of the time in which a document with as many rows is loaded from JSON."""
    with TemporaryDirectory() as folder:
        for what, document in (("tasks", tasks_of(ROWS)), ("items", document_of(ROWS))):
            yield from _of(document, f"{ROWS:,} {what}", Path(folder))


def _of(document: OpsDocument, what: str, folder: Path) -> Iterator[Contest]:
    as_json = folder / "rows.json"
    as_json.write_text(oh.dumps(document, format="json"), encoding="utf-8")
    for exporter, name in (("markdown", "rows.md"), ("html", "rows.html"), ("word", "rows.docx")):
        oh.export(document, exporter, folder / name)
    edited = rewritten((folder / "rows.docx").read_bytes(), "word/document.xml", _edited)
    (folder / "edited.docx").write_bytes(edited)
    files = {"Markdown": "rows.md", "HTML": "rows.html", "Word": "rows.docx", "edited Word": "edited.docx"}
    for format, name in files.items():
        shown = document if name.endswith(".docx") else normal(document, document.output_lang)
        if (oh.read(folder / name).document == shown) is (name == "edited.docx"):
            raise AssertionError(f"{name} is not read as it was written")
        yield Contest(
            what=f"read {format}, {what}",
            against="load them from JSON",
            one=partial(oh.read, folder / name),
            other=partial(oh.load, as_json),
            target=MOST if name in ("rows.md", "rows.docx") else None,
        )


def _edited(body: bytes) -> bytes:
    """A body of which the title of one task was changed."""
    return body.replace("第 77 个".encode(), "第 077 个".encode())
