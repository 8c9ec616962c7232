"""The steps of a complex process as a flow, drawn before all else about it.

A process of which the table says everything needs no drawing of the same.
"""

from opshandover.layout.words.labels import PUNCTUATION
from opshandover.layout.words.short import person_name
from opshandover.model.processes import Process, ProcessStep
from opshandover.pages.blocks import Flow, FlowStep
from opshandover.plain_text import shortened
from opshandover.text import Lang

_LONGEST = 60
"""The maximum width of a text in a box."""


def flow_blocks(process: Process, lang: Lang) -> tuple[Flow, ...]:
    """Return the steps of a complex process, each with owner and duration; nothing for a single step."""
    if not process.complex or len(process.steps) < 2:
        return ()
    return (Flow(steps=tuple(_step(step, n, lang) for n, step in enumerate(process.steps, start=1))),)


def _step(step: ProcessStep, number: int, lang: Lang) -> FlowStep:
    name = shortened(step.name, _LONGEST) or step.label[lang]
    asides = (person_name(step.owner), step.time)
    note = PUNCTUATION[lang].comma.join(shortened(aside, _LONGEST) for aside in asides if aside.strip())
    return FlowStep(label=f"{number} · {name}", note=note)
