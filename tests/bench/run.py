"""Measures speed as ratios within one run, so that the machine does not matter; asserts nothing.

Each contest runs its two sides in turn, several times, and gives the median of the ratios of each
round. Start-up is measured in fresh processes. Run it by `nox -s bench`.
"""

import io
import json
import shutil
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from attrs import evolve, frozen
from docx import Document
from lxml import etree

import opshandover as oh
from opshandover.model import (
    FeedbackSource,
    Issue,
    IssueKind,
    Issues,
    IssueStatus,
    OpsDocument,
    WorkProgress,
)
from opshandover.testing import a_document, a_person, a_task

Side = Callable[[], object]
FEW, MANY = 1_000, 5_000
COLUMNS = ("title", "status", "progress", "owner", "due", "next_step", "remaining")


@frozen(kw_only=True)
class Contest:
    """What is measured against what; `target` is the greatest ratio that is wanted, if any."""

    what: str
    against: str
    one: Side
    other: Side
    rounds: int = 5
    target: float | None = None


def process(*command: str) -> Side:
    """Gives what runs a command to its end in a process of its own."""
    return lambda: subprocess.run(command, check=True, capture_output=True)


def python(code: str) -> Side:
    """Gives what runs some code in a new interpreter."""
    return process(sys.executable, "-c", code)


def document_of(count: int) -> OpsDocument:
    """Makes a document of that many items, half of them tasks and half issues, none quite alike.

    They are filled in as in a document that is ready.
    """
    issue = Issue(
        title="退款到账慢",
        kind=IssueKind.COMPLAINT,
        status=IssueStatus.HANDLING,
        source=FeedbackSource.HOTLINE,
        reported_on=_day(0),
        affected_users=1,
        approach="财务每天补跑一次",
        response="当天回电说明",
        next_step="明天 10:00 核对到账",
        owner=a_person(),
        new_owner=a_person(),
        customer_informed=True,
    )
    return evolve(
        with_tasks(count // 2),
        issues=Issues(
            items=tuple(
                evolve(
                    issue,
                    id=f"I-{n}",
                    title=f"第 {n} 位客户投诉退款慢",
                    description=f"订单 {n} 退款三天未到账，客户来电 {n % 4} 次",
                    actions_taken=(f"第 {n} 单已加急",),
                    due=_day(n),
                )
                for n in range(count // 2)
            )
        ),
    )


def with_tasks(count: int) -> OpsDocument:
    """Makes a document with that many tasks."""
    tasks = (
        evolve(
            a_task(),
            id=f"T-{n}",
            title=f"上线第 {n} 个活动页",
            progress=n % 100,
            due=_day(n),
            remaining=f"还差 {n % 9} 张图",
            next_step=f"周一前找设计补齐第 {n} 页的图",
            new_owner=a_person(),
        )
        for n in range(count)
    )
    return evolve(a_document(), work_progress=WorkProgress(tasks=tuple(tasks)))


def _day(number: int) -> date:
    return date(2026, 8, 1) + timedelta(days=number % 30)


def starting() -> Iterator[Contest]:
    """What a script or the prompt pays before any work is done."""
    yield Contest(
        what="import opshandover, OpsDocument",
        against="import cattrs",
        one=python("import opshandover; opshandover.OpsDocument"),
        other=python("import cattrs"),
        rounds=15,
        target=2.2,
    )
    at_prompt = shutil.which("opshandover", path=str(Path(sys.executable).parent))
    script = "import sys; sys.argv[1:] = ['--version']; from opshandover.cli import main; main()"
    yield Contest(
        what="opshandover --version",
        against="import click",
        one=process(at_prompt, "--version") if at_prompt else python(script),
        other=python("import click"),
        rounds=15,
        target=1.3,
    )


def loading() -> Iterator[Contest]:
    """Strict loading against parsing the same text into dicts and lists."""
    document = document_of(FEW)
    as_json = oh.dumps(document, format="json")
    as_yaml = oh.dumps(document, format="yaml")
    fast: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    yield Contest(
        what=f"load JSON strictly, {FEW:,} items",
        against="json.loads",
        one=lambda: oh.loads(as_json, format="json"),
        other=lambda: json.loads(as_json),
    )
    yield Contest(
        what=f"load YAML strictly, {FEW:,} items",
        against=f"yaml {fast.__name__}",
        one=lambda: oh.loads(as_yaml, format="yaml"),
        other=lambda: yaml.load(as_yaml, fast),  # noqa: S506 - it is a safe loader
        rounds=3,
    )


def asking() -> Iterator[Contest]:
    """How check and score grow, and what they cost beside loading."""
    few, many = document_of(FEW), document_of(MANY)
    as_json, as_yaml = (oh.dumps(many, format=name) for name in ("json", "yaml"))
    for name, ask in (("check", oh.check), ("score", oh.score)):
        one: Callable[[OpsDocument], object] = ask
        yield Contest(
            what=f"{name} {MANY:,} items",
            against=f"{name} {FEW:,} items",
            one=_asked(one, many),
            other=_asked(one, few),
            rounds=3,
            target=5.5,
        )
        yield Contest(
            what=f"{name} {MANY:,} items",
            against="load them from YAML",
            one=_asked(one, many),
            other=lambda: oh.loads(as_yaml, format="yaml"),
            target=1.0,
        )
        yield Contest(
            what=f"{name} {MANY:,} items",
            against="load them from JSON",
            one=_asked(one, many),
            other=lambda: oh.loads(as_json, format="json"),
        )


def _asked(ask: Callable[[OpsDocument], object], document: OpsDocument) -> Side:
    return lambda: ask(document)


def writing(count: int) -> Iterator[Contest]:
    """Word against a template engine, and against serialising and packing the finished trees."""
    document = with_tasks(count)
    what = f"export {count:,} tasks to Word"

    def ours() -> object:
        return oh.export(document, "word")

    rounds = 3 if count == FEW else 1
    yield Contest(
        what=what,
        against="serialise and deflate",
        one=ours,
        other=_floor(oh.export(document, "word")),
        rounds=rounds,
    )
    if find_spec("docxtpl") is not None:
        yield Contest(
            what=what, against="docxtpl", one=ours, other=_docxtpl(document), rounds=rounds
        )


def _floor(data: bytes) -> Side:
    """Gives what writes a finished Word file again from its trees, which no exporter can beat."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        trees = {name: etree.fromstring(package.read(name)) for name in package.namelist()}

    def write() -> object:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as target:
            for name, tree in trees.items():
                target.writestr(name, etree.tostring(tree, encoding="UTF-8", standalone=True))
        return None

    return write


def _docxtpl(document: OpsDocument) -> Side:
    """Gives what fills a template that shows of each task what the exporter shows, in one table."""
    template = Document()
    table = template.add_table(rows=4, cols=len(COLUMNS))
    table.cell(1, 0).text = "{%tr for t in tasks %}"
    for place, name in enumerate(COLUMNS):
        table.cell(0, place).text = name
        table.cell(2, place).text = f"{{{{ t.{name} }}}}"
    table.cell(3, 0).text = "{%tr endfor %}"
    stored = io.BytesIO()
    template.save(stored)
    tasks = json.loads(oh.dumps(document, format="json"))["work_progress"]["tasks"]

    def fill() -> object:
        filled = import_module("docxtpl").DocxTemplate(io.BytesIO(stored.getvalue()))
        filled.render({"tasks": tasks}, autoescape=True)
        filled.save(io.BytesIO())
        return None

    return fill


def measure(contest: Contest) -> tuple[float, float, float]:
    """Gives the median times of both sides in seconds, and the median of the ratios."""
    if contest.rounds > 1:
        contest.one()
        contest.other()
    rounds = [(_timed(contest.one), _timed(contest.other)) for _ in range(contest.rounds)]
    ones, others = zip(*rounds, strict=True)
    ratio = statistics.median(one / other for one, other in rounds)
    return statistics.median(ones), statistics.median(others), ratio


def _timed(side: Side) -> float:
    start = time.perf_counter()
    side()
    return time.perf_counter() - start


def main() -> None:
    """Prints one line for each contest."""
    say = sys.stdout.write
    say(f"{'what':34}{'against':26}{'ms':>9}{'ms':>9}{'ratio':>8}  target\n")
    groups = (starting(), loading(), asking(), writing(FEW), writing(MANY))
    for contest in (one for group in groups for one in group):
        one, other, ratio = measure(contest)
        figures = f"{one * 1000:9.1f}{other * 1000:9.1f}{ratio:8.2f}"
        target = ""
        if contest.target is not None:
            target = f"  ≤ {contest.target:g}{'' if ratio <= contest.target else '  missed'}"
        say(f"{contest.what:34}{contest.against:26}{figures}{target}\n")
        sys.stdout.flush()
    if find_spec("docxtpl") is None:
        say("docxtpl is not installed, so Word is not measured against it\n")


if __name__ == "__main__":
    main()
