"""Flows as Mermaid flowcharts, which wikis and code hosts draw.

Mermaid has no escape but numeric references (`#34;`), interprets Markdown in labels, and reads
`style` or `%%` anywhere. So every character that is neither a letter nor a digit is written as a
reference where it could have a meaning.
"""

import re
import sys

from opshandover.pages.blocks import Block, Code, Flow, FlowStep, Paragraph, Run
from opshandover.plain_text import clean

_ACROSS = 4
"""More steps than this are drawn top down; side by side they would shrink."""

_PLAIN = re.compile(
    r"""
      (?<=[^\W_])[.\-](?=[^\W_])   # within a number, a date or a word
    | [ ](?=\S)(?<!^[ ])           # a single space between words
    """,
    re.VERBOSE,
)
_SIGNS_OF_MERMAID = "ﬂ¶"
"""What Mermaid itself substitutes for references internally."""


def mermaid_blocks(flow: Flow) -> tuple[Block, ...]:
    """Return a flow as its title and a fence with the flowchart; one without steps has no fence."""
    title = (Paragraph(runs=(Run(text=flow.title, strong=True),)),) if flow.title.strip() else ()
    return (*title, Code(text=_chart(flow), language="mermaid")) if flow.steps else title


def as_flow(block: Block) -> Block:
    """The flow that a fence draws as `mermaid_blocks` does, its steps numbered; any other block is returned as it is."""
    match block:
        case Code(language="mermaid", text=text) if labels := _BOX.findall(text):
            lines = [[_REFERENCE.sub(_meant, line) for line in label.split("<br/>")] for label in labels]
            flow = Flow(tuple(FlowStep(label, "\n".join(note)) for label, *note in lines))
            numbered = all(step.label.startswith(f"{n} · ") for n, step in enumerate(flow.steps, start=1))
            return flow if numbered and len(labels) > 1 and _chart(flow) == text else block
        case _:
            return block


_BOX = re.compile(r'^ {4}s\d+\["([^"\n]*)"\]$', re.MULTILINE)
_REFERENCE = re.compile(r"#(\d{1,7});")


def _meant(found: re.Match[str]) -> str:
    number = int(found[1])
    return chr(number) if number <= sys.maxunicode else found[0]


def step_line(step: FlowStep) -> str:
    """Return a step as one line, for a table cell, which has no room for a drawing."""
    return " / ".join(part for part in (step.label, step.note) if part.strip())


def _chart(flow: Flow) -> str:
    direction = "LR" if len(flow.steps) <= _ACROSS else "TD"
    names = [f"s{number}" for number in range(1, len(flow.steps) + 1)]
    boxes = (f'{name}["{_label(step)}"]' for name, step in zip(names, flow.steps, strict=True))
    lines = [f"flowchart {direction}", *boxes]
    if len(names) > 1:
        lines.append(" --> ".join(names))
    return "\n    ".join(lines)


def _label(step: FlowStep) -> str:
    """Return the label of a box; Mermaid rejects a chart with an empty label."""
    parts = (clean(part) for part in (step.label, step.note) if part.strip())
    return "<br/>".join(_escaped(line) for part in parts for line in part.split("\n")) or " "


def _escaped(line: str) -> str:
    plain = {found.start() for found in _PLAIN.finditer(line)}
    return "".join(char if at in plain or _is_harmless(char) else f"#{ord(char)};" for at, char in enumerate(line))


def _is_harmless(char: str) -> bool:
    if char.isascii():
        return char.isalnum()
    return char.isprintable() and char not in _SIGNS_OF_MERMAID
