"""Writes the pages that show which place in the code answers each requirement.

The table of requirements is read as the tests read it, which look up every place it names.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from runpy import run_path
from typing import Any

from opshandover.model import OpsDocument
from opshandover.model.fields import Kind, field_map
from opshandover.profiles import profile_of

TRACE = run_path(str(Path(__file__).resolve().parent.parent / "tests" / "support" / "trace.py"))
KINDS = ("section", "field", "value", "rule", "profile", "behaviour")
ANSWERED = "answered"
QUESTIONS = {
    "D": "What does the daily handover of an operations team hold?",
    "O": "What does somebody hand over who leaves an operations post?",
    "W": "What does a day of operations work consist of, and how is it written down?",
    "C": "What do operations people talk about every day, and with whom?",
    "G": "How is the charter of an operations team written?",
}

Pages = Iterator[tuple[str, Iterable[str]]]
Safe = Callable[[str], str]
Table = Callable[[Iterable[str], Iterable[Iterable[str]]], Iterator[str]]


def pages(safe: Safe, table: Table) -> Pages:
    """The name of each page and its lines; how Markdown is written, the caller knows."""
    rows = TRACE["requirements"]()
    answers: dict[str, list[Any]] = {}
    for row in rows:
        answers.setdefault(row.answer, []).append(row)
    yield "requirements", overview(answers, table)
    for answer, found in answers.items():
        yield f"requirements/{answer.lower()}", answer_page(answer, found, safe, table)


def overview(answers: dict[str, list[Any]], table: Table) -> Iterator[str]:
    """Counts the requirements of each answer by what kind of place answers them."""
    total = sum(map(len, answers.values()))
    yield from ("# Requirements", "")
    yield (
        f"The model was drawn from {total} requirements: what {len(answers)} answers to five "
        "questions ask of the documents of an operations team. Each names the places that answer "
        "it, and a test looks every place up in the code, so that none is lost when the code "
        "changes. In the table: how many requirements name a place of that kind."
    )
    heads = ("Question", "Answer", "Kind of document", "All", *map(str.capitalize, KINDS))
    lines = (line(answer, found) for answer, found in answers.items())
    yield from table((*heads, "Answered otherwise"), lines)
    yield "## Answered otherwise"
    yield ""
    yield (
        "Where articles contradict each other, or ask for what would do harm, the library does "
        "something else. The last column counts these requirements; their pages say why."
    )
    yield from ("", "```{toctree}", ":hidden:", "")
    yield from (f"requirements/{answer.lower()}" for answer in answers)
    yield "```"


def line(answer: str, rows: Sequence[Any]) -> tuple[str, ...]:
    """A line of the overview."""
    count = Counter(kind for row in rows for kind in {r.kind for r in row.references})
    question = QUESTIONS[answer[0]] if answer.endswith("1") else ""
    page = f"[{answer}](requirements/{answer.lower()}.md)"
    kinds = (str(count[kind] or "") for kind in (*KINDS, ANSWERED))
    return (question, page, profile_of(rows[0].profile).label.en, str(len(rows)), *kinds)


def answer_page(answer: str, rows: Sequence[Any], safe: Safe, table: Table) -> Iterator[str]:
    """Lists the requirements of one answer with the places that answer them."""
    yield from (f"# Requirements: {answer}", "", QUESTIONS[answer[0]])
    lines = (
        (
            row.id,
            f"{safe(row.en)}<br>{safe(row.zh)}",
            "<br>".join(shown(reference, safe) for reference in row.references),
        )
        for row in rows
    )
    yield from table(("ID", "Requirement", "Where it is answered"), lines)


def shown(reference: Any, safe: Safe) -> str:
    """A reference as a link to the place in the reference pages, where there is one."""
    kind, name = reference.kind, reference.name
    if kind == ANSWERED:
        return "<br>".join(f"*{safe(text)}*" for text in name.split(" | "))
    anchor = ANCHORS[kind](name) if kind in ANCHORS else ""
    return f"{kind} [`{name}`](#{anchor})" if anchor else f"{kind} `{name}`"


def record_of(path: str) -> str:
    """The anchor of the class that declares the last field of a path."""
    owner = OpsDocument
    for step in path.split(".")[:-1]:
        owner = field_map(owner)[step].record
    field = field_map(owner)[path.rpartition(".")[2]]
    shows = field.record if field.kind is Kind.SECTION else owner
    in_header = owner is OpsDocument and field.kind is not Kind.SECTION
    return f"record-{'header' if in_header else shows.__name__.lower()}"


ANCHORS: dict[str, Callable[[str], str]] = {
    "field": lambda name: record_of(name.partition(" = ")[0]),
    "section": record_of,
    "value": lambda name: f"choice-{name.partition('.')[0].lower()}",
    "rule": lambda name: f"rule-{name.lower()}",
}
