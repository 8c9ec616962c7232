"""The names of tags and bookmarks lead back to the paths that they were made of."""

import pytest
from hypothesis import given, settings
from tests.support.documents import documents

from opshandover.codec.baseline import Baseline
from opshandover.codec.files import canonical
from opshandover.document.walk import walk
from opshandover.importers.word.names import Names
from opshandover.model.document import OpsDocument
from opshandover.ooxml.anchors import FACT, ROW, SECTION, TABLE, bookmark_of, tag_of


@settings(max_examples=50)
@given(documents())
def test_every_path_of_a_document_is_found_again(document: OpsDocument) -> None:
    """However long it is: a hash is looked up in the baseline."""
    names = Names(Baseline(json=canonical(document), lang="zh"))
    for path in {node.path for node in walk(document, object, filled=True)}:
        assert names.tagged(tag_of(path)) == path
        assert names.tagged(tag_of(path, 2)) == path
        for kind in (ROW, FACT, TABLE, SECTION):
            assert names.marked(bookmark_of(kind, path)) == (kind, path)


def test_short_names_need_no_baseline() -> None:
    """Some programs drop it, and keep the bookmarks."""
    names = Names(None)
    assert names.marked("_oh_row_work_progress_tasks_12") == (ROW, "work_progress.tasks[12]")
    assert names.marked("_oh_row_work_progress_tasks_12__2") == (ROW, "work_progress.tasks[12]")
    assert names.marked("_oh_fact_risks_reason") == (FACT, "risks.reason")


@pytest.mark.parametrize("name", ["_Toc1", "_oh_row_nothing_of_ours_1", "_oh_row_", "x"])
def test_other_names_mean_nothing(name: str) -> None:
    """A bookmark of somebody else is no value of the document."""
    assert not Names(None).marked(name)[1]
    assert not Names(None).tagged(name)
