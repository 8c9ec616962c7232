"""Processes as flows."""

import re

from attrs import evolve
from tests.exporters.word.opened import value
from tests.layout.shown import in_markdown, in_word

from opshandover.layout import lay_out
from opshandover.layout.views.flow import flow_blocks
from opshandover.model.document import OpsDocument
from opshandover.model.people import Person
from opshandover.model.processes import Process, Processes, ProcessStep
from opshandover.pages.blocks import Flow, FlowStep, Page

STEPS = (
    ProcessStep(name="受理", owner=Person(name="周岩"), time="当场", operation="登记诉求"),
    ProcessStep(name="答复", time="24 小时内"),
    ProcessStep(operation="没有名称"),
)


def processes(*steps: ProcessStep, drawn: bool = True) -> OpsDocument:
    """A charter with one process."""
    section = Processes(items=(Process(name="投诉", steps=steps, complex=drawn),))
    return OpsDocument(profile="charter", processes=section)


def test_steps_are_drawn_before_they_are_told() -> None:
    """Boxes hold number, name, owner and time; the table below keeps everything."""
    page = lay_out(processes(*STEPS), "zh")
    assert flow_blocks(Process(complex=True, steps=STEPS), "zh") == (
        Flow(
            steps=(
                FlowStep(label="1 · 受理", note="周岩，当场"),
                FlowStep(label="2 · 答复", note="24 小时内"),
                FlowStep(label="3 · 流程步骤"),
            )
        ),
    )
    text = in_markdown(page)
    assert text.index("flowchart LR") < text.index("登记诉求")
    assert '    s1["1 · 受理<br/>周岩，当场"]\n' in text
    assert "    s1 --> s2 --> s3\n```" in text
    word = in_word(page).text()
    assert word.index("1 · 受理") < word.index("→") < word.index("2 · 答复") < word.index("登记诉求")


def test_steps_are_told_once() -> None:
    """Of a process that is not complex, the table says everything, without a heading that says what its head does."""
    text = in_markdown(lay_out(processes(*STEPS, drawn=False), "zh"))
    assert "mermaid" not in text
    assert text.count("受理") == 1
    assert "# 步骤" not in text
    assert "| 步骤 " in text


def test_one_step_does_not_flow() -> None:
    """A single step is no flow."""
    assert "mermaid" not in in_markdown(lay_out(processes(STEPS[0]), "zh"))


def test_long_names_are_shortened_in_the_drawing_only() -> None:
    """A box stays a box; the table below has the whole name."""
    steps = (ProcessStep(name="长" * 10_000), ProcessStep(name="b"))
    (flow,) = flow_blocks(Process(complex=True, steps=steps), "zh")
    assert flow.steps[0].label == f"1 · {'长' * 29}…"


def of(*labels: str) -> Page:
    """A page with a flow of some labels."""
    steps = tuple(FlowStep(label=label) for label in labels)
    return Page(title="x", kind="", lang="zh", blocks=(Flow(steps=steps),))


def test_many_steps_go_down_in_markdown_and_on_in_word() -> None:
    """More than four boxes side by side would shrink: they go on in the next row."""
    page = of(*"abcdef")
    assert "flowchart TD" in in_markdown(page)
    rows = in_word(page).find(".//w:tr")
    texts = [["".join(cell.itertext()) for cell in row.findall("{*}tc")] for row in rows]
    assert texts == [
        ["a", "→", "b", "→", "c", "→", "d", "→"],
        [""] * 8,
        ["e", "→", "f", "", "", "", "", ""],
    ]


def test_boxes_have_borders_and_arrows_have_none() -> None:
    """The drawing is a table without lines of its own; each box brings its border."""
    file = in_word(of("a", "b"))
    assert len(file.find(".//w:tcBorders")) == 2
    assert [value(width, "w") for width in file.find(".//w:tcW")][1] == "380"


def test_a_title_stands_above_and_nothing_else_without_steps() -> None:
    """A flow without steps is at most its title."""
    page = of()
    assert not re.search("mermaid|flowchart", in_markdown(page))
    assert in_word(page).find(".//w:tbl") == []
    titled = evolve(page, blocks=(Flow(steps=(FlowStep(label="a"),), title="流程 *"),))
    assert "**流程 \\***" in in_markdown(titled)
    assert "流程 *" in in_word(titled).text()
