"""What a page shows a second time is marked, and nothing else is."""

from functools import partial
from itertools import takewhile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.layout.placed import own_paths, placed
from tests.support.documents import documents

from opshandover.codec import load
from opshandover.layout import View, lay_out
from opshandover.layout.views.digest import digest_page
from opshandover.model import OpsDocument
from opshandover.pages.blocks import Block, Heading, Page, Paragraph, Role, Table, is_derived
from opshandover.rules import check
from opshandover.text import LANGUAGES, Lang

EXAMPLES = sorted(Path("examples").glob("*.yaml"))


def unplaced(page: Page) -> list[str]:
    """The texts of a page that are not derived and stand under no path; labels and what people sign are none."""
    return [
        one.text
        for one in placed(page.blocks)
        if not (one.derived or one.path or one.signed or not one.text.strip()) and not _is_label(one.block)
    ]


def _is_label(block: object) -> bool:
    strong = isinstance(block, Paragraph) and all(run.strong or not run.text.strip() for run in block.runs)
    return strong or isinstance(block, Heading)


def empty_headings(page: Page) -> list[str]:
    """The headings without a path that are not derived, though all below them is."""
    found: list[str] = []
    for at, block in enumerate(page.blocks):
        if isinstance(block, Heading) and not (block.derived or block.path):
            below = takewhile(partial(_is_within, block), page.blocks[at + 1 :])
            if all(map(is_derived, below)):
                found.append(block.text)
    return found


def _is_within(heading: Heading, block: Block) -> bool:
    return not isinstance(block, Heading) or block.level > heading.level


def is_sound(page: Page) -> bool:
    """Whether derived blocks carry no path, all others stand under one, and headings go with what is below."""
    assert set(own_paths(page.blocks)) <= {""}
    assert unplaced(page) == []
    assert empty_headings(page) == []
    tables = [block for block in page.blocks if isinstance(block, Table) and not block.derived]
    assert all(table.path or table.role is Role.SIGNATURE for table in tables)
    return True


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples(path: Path, lang: Lang) -> None:
    """Whatever an example shows that has no path is derived, in every view and with what a check found."""
    document = load(path)
    for view in View:
        assert is_sound(lay_out(document, lang, view=view, report=check(document)))
    assert is_sound(digest_page(document, lang))


@settings(max_examples=40)
@given(documents(), st.sampled_from(LANGUAGES), st.sampled_from(View))
def test_any_document(document: OpsDocument, lang: Lang, view: View) -> None:
    """So it is whatever a document holds."""
    assert is_sound(lay_out(document, lang, view=view))
    assert is_sound(digest_page(document, lang))
