"""Flows written as Mermaid flowcharts, which wikis and code hosts draw.

Labels are hostile ground: Mermaid knows no escape but numbered references (`#34;`), takes marks of
Markdown in a label for marks, and reads `style` or `%%` anywhere. So whatever is neither a letter
nor a digit is written as a reference where it could mean anything.
"""

import re

from opshandover.pages.blocks import Block, Code, Flow, FlowStep, Paragraph, Run
from opshandover.plain_text import clean

_ACROSS = 4
"""More steps than this stand below one another, for side by side they would shrink."""

_PLAIN = re.compile(
    r"""
      (?<=[^\W_])[.\-](?=[^\W_])   # inside of a number, a date or a word
    | [ ](?=\S)(?<!^[ ])           # a single space between words
    """,
    re.VERBOSE,
)
_SIGNS_OF_MERMAID = "ﬂ¶"
"""What Mermaid itself puts in the place of references while it works."""


def flow_blocks(flow: Flow) -> tuple[Block, ...]:
    """Gives a flow as its title and a fence with the flowchart; one without steps has no fence."""
    title = (Paragraph(runs=(Run(text=flow.title, strong=True),)),) if flow.title.strip() else ()
    return (*title, Code(text=_chart(flow), language="mermaid")) if flow.steps else title


def step_line(step: FlowStep) -> str:
    """Gives a step where there is no room for a drawing: in the cell of a table."""
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
    """Gives what stands in a box; Mermaid takes a chart with an empty label for faulty."""
    parts = (clean(part) for part in (step.label, step.note) if part.strip())
    return "<br/>".join(_escaped(line) for part in parts for line in part.split("\n")) or " "


def _escaped(line: str) -> str:
    plain = {found.start() for found in _PLAIN.finditer(line)}
    return "".join(char if at in plain or _is_harmless(char) else f"#{ord(char)};" for at, char in enumerate(line))


def _is_harmless(char: str) -> bool:
    if char.isascii():
        return char.isalnum()
    return char.isprintable() and char not in _SIGNS_OF_MERMAID
