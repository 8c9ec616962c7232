"""The steps of a process as a flow, to be drawn above their table."""

from collections.abc import Sequence

from opshandover.layout.words.labels import PUNCTUATION
from opshandover.layout.words.short import person_name
from opshandover.model.processes import ProcessStep
from opshandover.pages.blocks import Flow, FlowStep
from opshandover.plain_text import shortened
from opshandover.text import Lang

_LONGEST = 60
"""The maximum width of a text in a box."""


def flow_blocks(steps: Sequence[ProcessStep], lang: Lang) -> tuple[Flow, ...]:
    """Return the flow of some steps, each with owner and duration; nothing for a single step."""
    if len(steps) < 2:
        return ()
    return (Flow(steps=tuple(_step(step, n, lang) for n, step in enumerate(steps, start=1))),)


def _step(step: ProcessStep, number: int, lang: Lang) -> FlowStep:
    name = shortened(step.name, _LONGEST) or step.label[lang]
    asides = (person_name(step.owner), step.time)
    note = PUNCTUATION[lang].comma.join(shortened(aside, _LONGEST) for aside in asides if aside.strip())
    return FlowStep(label=f"{number} · {name}", note=note)
