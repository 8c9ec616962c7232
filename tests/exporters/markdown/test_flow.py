"""Flows are Mermaid flowcharts that no label can break."""

import pytest
from tests.exporters.markdown.writing import written

from opshandover.exporters.markdown.flow import mermaid_blocks, step_line
from opshandover.pages.blocks import Code, Flow, FlowStep


@pytest.mark.parametrize(
    ("label", "box"),
    [
        ('a"b', "a#34;b"),
        ("end", "end"),
        ("a[b](c){d}", "a#91;b#93;#40;c#41;#123;d#125;"),
        ("a;b#quot;", "a#59;b#35;quot#59;"),
        ("```\nx", "#96;#96;#96;<br/>x"),
        ("`code`", "#96;code#96;"),
        ("1. x", "1#46; x"),
        ("- x --> y", "#45; x #45;#45;#62; y"),
        ("%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;"),
        ("<b>&amp;</b>", "#60;b#62;#38;amp#59;#60;#47;b#62;"),
        ("2026-11-21 v1.5", "2026-11-21 v1.5"),
        ("ﬂ°°34¶ß", "#64258;°°34#182;ß"),
        ("a\u2028b\u202ec\0", "a#8232;b#8238;c␀"),
        ("  x  y", "#32; x#32; y"),
        (" \n", " "),
        ("😀 𠮷 周：“岩”", "😀 𠮷 周：“岩”"),
    ],
)
def test_labels_cannot_break_the_chart(label: str, box: str) -> None:
    """What could mean something to Mermaid or to Markdown is written as a reference."""
    assert f's1["{box}"]' in written(Flow(steps=(FlowStep(label=label),)))


@pytest.mark.parametrize(("count", "direction"), [(1, "LR"), (4, "LR"), (5, "TD")])
def test_steps_are_boxes_in_a_row(count: int, direction: str) -> None:
    """Each box has a name of its own; arrows lead from one to the next, if there is a next."""
    (code,) = mermaid_blocks(Flow(steps=tuple(FlowStep(label=str(number)) for number in range(count))))
    assert isinstance(code, Code)
    first, *lines = code.text.split("\n    ")
    assert first == f"flowchart {direction}"
    assert lines[:count] == [f's{number}["{number - 1}"]' for number in range(1, count + 1)]
    assert lines[count:] == ([" --> ".join(f"s{number}" for number in range(1, count + 1))] if count > 1 else [])


def test_the_note_stands_below_the_label() -> None:
    """A step in a cell has both on one line, and only what is not blank."""
    assert 's1["甲<br/>乙"]' in written(Flow(steps=(FlowStep(label="甲", note="乙"),)))
    assert step_line(FlowStep(label="甲", note="乙")) == "甲 / 乙"
    assert step_line(FlowStep(label="甲", note=" ")) == "甲"


def test_a_flow_without_steps_is_at_most_its_title() -> None:
    """Mermaid refuses a chart without boxes."""
    assert mermaid_blocks(Flow(steps=())) == ()
    assert written(Flow(steps=(), title="流程")) == "**流程**"
