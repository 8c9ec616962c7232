"""The anchors of values."""

import pytest

from opshandover.pages.anchors import anchor_of, anchored_paths


@pytest.mark.parametrize(
    ("path", "anchor"),
    [
        ("title", "title"),
        ("work_progress.tasks[0].title", "work_progress.tasks.0.title"),
        ("data_analysis.reports[1].metrics[12]", "data_analysis.reports.1.metrics.12"),
        ('a "b"<c>', "a--b--c-"),
    ],
)
def test_an_anchor_is_a_readable_path(path: str, anchor: str) -> None:
    """Indices are parts like any other; nothing in an anchor needs an escape in an address."""
    assert anchor_of(path) == anchor


@pytest.mark.parametrize(
    ("path", "anchored"),
    [
        ("", []),
        ("overview", ["overview"]),
        ("overview.purpose.text", ["overview", "overview.purpose.text"]),
        ("projects.items[1].tasks[0].due", ["projects", "projects.items[1]", "projects.items[1].tasks[0]"]),
        ("receivers[0]", ["receivers", "receivers[0]"]),
    ],
)
def test_what_a_value_is_in_has_an_anchor_too(path: str, anchored: list[str]) -> None:
    """The section and each item around a value are there as soon as the value is."""
    assert list(anchored_paths(path)) == (anchored if path in ("", *anchored) else [*anchored, path])
