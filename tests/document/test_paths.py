"""Paths are taken apart and put together, followed, and lead to the fields declared there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.documents import documents

from opshandover.document.paths import Path, child_path, containing, named_path, written_path
from opshandover.document.walk import walk
from opshandover.errors import PathError
from opshandover.model import Nothing, OpsDocument, Task, WorkProgress
from opshandover.model.fields import field_map
from opshandover.redaction import excerpt
from opshandover.text import Lang

DOCUMENT = OpsDocument(
    profile="daily_work",
    issues=Nothing(reason="无"),
    work_progress=WorkProgress(tasks=(Task(title="甲"), Task(title="乙", support_needed=("丙",)))),
)


@settings(max_examples=40)
@given(documents())
def test_every_value_is_found_by_its_path(document: OpsDocument) -> None:
    """What the walk meets is what its path leads to; the field there is the one that holds it."""
    for node in walk(document, object):
        path = Path.parse(node.path)
        assert str(path) == node.path
        assert path.get(document) is node.value
        if not any(isinstance(step, str) and step == "reason" for step in path.steps):
            assert path.field(OpsDocument) == node.field


@settings(max_examples=40)
@given(documents(), st.data())
def test_what_was_put_is_there_and_nothing_else_changed(document: OpsDocument, data: st.DataObject) -> None:
    """One text is replaced; putting the old one back gives an equal document."""
    nodes = list(walk(document, str))
    node = data.draw(st.sampled_from(nodes))
    path = Path.parse(node.path)
    changed = path.put(document, f"{node.value}!")
    assert path.get(changed) == f"{node.value}!"
    assert path.put(changed, node.value) == document
    others = [other.path for other in nodes if other.path != node.path]
    assert all(Path.parse(other).get(changed) is Path.parse(other).get(document) for other in others)


def test_an_item_is_appended_behind_the_last() -> None:
    """An index one too high adds an item, a higher one is refused."""
    longer = Path.parse("work_progress.tasks[2]").put(DOCUMENT, Task(title="丁"))
    assert Path.parse("work_progress.tasks[2].title").get(longer) == "丁"
    with pytest.raises(PathError, match=r"no 3 in work_progress\.tasks"):
        Path.parse("work_progress.tasks[3]").put(DOCUMENT, Task())


@pytest.mark.parametrize(
    "text", ["a..b", ".a", "a.", "[0]", "a[", "a[x]", "a[0]b", "a[-1]", "a b[0]]", "a.[0]"], ids=str
)
def test_no_path(text: str) -> None:
    """What cannot be taken apart into steps is refused."""
    with pytest.raises(PathError, match="invalid path"):
        Path.parse(text)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("work_progress.task", "no task in work_progress"),
        ("issues.items[0]", "no items in issues"),
        ("risks.items", "no items in risks"),
        ("title[0]", "no 0 in title"),
        ("work_progress.tasks.title", "no title in work_progress.tasks"),
        ("work_progress.tasks[1].support_needed[1]", "no 1 in work_progress.tasks[1].support_needed"),
    ],
)
def test_a_path_that_leads_nowhere(text: str, lost: str) -> None:
    """The error names the step that is not there, and where it was looked for."""
    with pytest.raises(PathError) as caught:
        Path.parse(text).get(DOCUMENT)
    assert lost in str(caught.value)


@pytest.mark.parametrize("text", ["", "title.x", "title[0]", "work_progress.nothing", "work_progress.tasks[0][1]"])
def test_no_field_is_declared_there(text: str) -> None:
    """The root is no field; texts have none, single values no items."""
    with pytest.raises(PathError):
        Path.parse(text).field(OpsDocument)


def test_an_item_has_the_field_of_its_list() -> None:
    """A reader that meets one item converts it as its field says."""
    assert Path.parse("work_progress.tasks[7]").field(OpsDocument) is field_map(WorkProgress)["tasks"]
    assert Path.parse("work_progress.tasks[7].title").field(OpsDocument) is field_map(Task)["title"]


def test_containment_is_by_whole_steps() -> None:
    """`tasks[1]` does not hold `tasks[10]`, and the root holds everything."""
    assert [*containing("")] == [""]
    assert [*containing("title")] == ["", "title"]
    assert [*containing("work_progress.tasks[10].title")] == [
        "",
        "work_progress",
        "work_progress.tasks",
        "work_progress.tasks[10]",
        "work_progress.tasks[10].title",
    ]
    assert Path.parse("a.b[2]").parent == Path(("a", "b"))
    assert child_path("", "a") == "a"


@settings(max_examples=40)
@given(documents())
def test_a_path_can_be_typed_in_labels(document: OpsDocument) -> None:
    """The labels of a path lead back to it, in both languages, and hold nothing that a message would hide."""
    for node in walk(document, object):
        in_labels = written_path(node.path, "zh")
        assert named_path(in_labels) == named_path(node.path) == node.path
        assert written_path(in_labels, "en") == written_path(node.path, "en") == node.path
        assert excerpt(in_labels, 1_000) == in_labels
        assert not any(word.isascii() and word.isalpha() for word in in_labels.split("."))


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("问题反馈.问题[0].已采取措施", "issues.items[0].actions_taken"),
        ("问题反馈.原因", "issues.reason"),
        (" 问题反馈 . 问题 [0] ", "issues.items[0]"),
        ("问题反馈。问题【０】．描述", "issues.items[0].description"),
        ("Issues.items[0].Description", "issues.items[0].description"),
        ("问题反馈.别的[0].描述", "issues.别的[0].描述"),
        ("a..b[x].[", "a..b[x].["),
        ("", ""),
    ],
)
def test_a_typed_path_is_understood(typed: str, path: str) -> None:
    """Names, labels, wide signs and blanks stand for the same path; what is no field stays."""
    assert named_path(typed) == path


@given(st.text(alphabet="ab.[]0 问题反馈"), st.sampled_from(["zh", "en"]))
def test_any_key_of_a_file_can_be_shown(path: str, lang: Lang) -> None:
    """A path that leads nowhere is shown as it is, or at least with all its signs."""
    shown = written_path(path, lang)
    assert [c for c in shown if c in ".[]"] == [c for c in path if c in ".[]"]
