"""Runs and their paths: relative ones go on from the block, and formats without paths see whole values."""

from hypothesis import given
from hypothesis import strategies as st

from opshandover.pages.blocks import Run, Runs, merge_runs, nest_paths, run_path, set_paths, text_of

PATHS = st.sampled_from(["", ".", ".a", ".a.b", ".ab", "[0]", "[0].a", "x.y"])
RUNS = st.lists(st.builds(Run, text=st.text(max_size=3), strong=st.booleans(), path=PATHS)).map(tuple)


@given(RUNS)
def test_one_stretch_loses_no_text_and_no_style(runs: Runs) -> None:
    """Each letter is there, in its order and style; what has no path is left alone."""
    found = merge_runs(runs)
    assert [(run.strong, letter) for run in found for letter in run.text] == [
        (run.strong, letter) for run in runs for letter in run.text
    ]
    assert text_of(found) == text_of(runs)
    bare = tuple(Run(run.text, strong=run.strong) for run in runs)
    assert merge_runs(bare) == bare


@given(RUNS, PATHS)
def test_paths_go_on_from_the_block(runs: Runs, above: str) -> None:
    """Placed below a path and then in a block, a run stands where it does when the block has both."""
    for run, one, whole in zip(runs, nest_paths(runs, f".q{above}"), set_paths(runs, ".q"), strict=True):
        assert one.path == "" if not run.path else run_path(one, "doc").startswith(("doc.q", "x.y"))
        assert run_path(whole, "doc") == run_path(run, "doc.q")
