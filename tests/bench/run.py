"""Measures speed as ratios within one run, so that the machine does not matter; asserts nothing.

Each contest runs its two sides in turn, several times, and gives the least time that each side took of the processor:
what else runs on the machine only ever adds to it. Start-up is measured in fresh processes. Run it by `nox -s bench`, or
only some groups by `python -m tests.bench.run reading form`.
"""

import json
import shutil
import sys
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import cattrs
import yaml
from attrs import evolve
from tests.bench import form, reading, tricks, word
from tests.bench.contest import Contest, Side, measure, process, python

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

FEW, MANY = 1_000, 5_000


def document_of(count: int) -> OpsDocument:
    """A document of that many items, half of them tasks and half issues, none quite alike.

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
    """A document with that many tasks."""
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


def in_english(count: int) -> OpsDocument:
    """A document of that many items with texts in English."""
    document = document_of(count)
    work, issues = document.work_progress, document.issues
    if not (isinstance(work, WorkProgress) and isinstance(issues, Issues)):
        raise TypeError("a document of items has both sections")
    tasks = tuple(
        evolve(
            task,
            title=f"Launch page {n} of the autumn campaign & banner",
            remaining=f"{n % 9} pictures of the gallery are still missing",
            next_step=f"Ask design before Monday to finish the pictures of page {n}",
        )
        for n, task in enumerate(work.tasks)
    )
    items = tuple(
        evolve(
            issue,
            title=f"Customer {n} complains that the refund is slow",
            description=f"Order {n} was refunded three days late, called {n % 4} times",
            actions_taken=(f"Order {n} was given to finance at once",),
            approach="Finance pays again every day until the fix is live",
            response="Called back the same day and explained the delay",
            next_step="Check at 10:00 tomorrow that the money has arrived",
        )
        for n, issue in enumerate(issues.items)
    )
    return evolve(document, work_progress=evolve(work, tasks=tasks), issues=evolve(issues, items=items))


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
    script = script.replace("--version", "--help")
    yield Contest(
        what="opshandover --help",
        against="import click",
        one=process(at_prompt, "--help") if at_prompt else python(script),
        other=python("import click"),
        rounds=15,
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
    yield Contest(
        what=f"load YAML strictly, {FEW:,} items",
        against="bare events",
        one=lambda: oh.loads(as_yaml, format="yaml"),
        other=lambda: deque(yaml.parse(as_yaml, fast), maxlen=0),
    )
    tasks = oh.dumps(word.tasks_of(FEW), format="json")
    if lax(tasks) != oh.loads(tasks, format="json").work_progress:
        raise AssertionError("cattrs does not load what the model holds")
    yield Contest(
        what=f"load JSON strictly, {FEW:,} tasks",
        against="json.loads + cattrs, lax",
        one=lambda: oh.loads(tasks, format="json"),
        other=lambda: lax(tasks),
    )


def lax(text: str) -> WorkProgress:
    """The tasks of a document, as cattrs structures them without asking whether they are right."""
    return _LAX.structure(json.loads(text)["work_progress"], WorkProgress)


_LAX = cattrs.Converter(detailed_validation=False)
_LAX.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
_LAX.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))


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
            target=1.0,
        )

    english = in_english(MANY)
    as_json_in_english = oh.dumps(english, format="json")
    yield Contest(
        what=f"check {MANY:,} items in English",
        against="load them from JSON",
        one=_asked(oh.check, english),
        other=lambda: oh.loads(as_json_in_english, format="json"),
        target=1.0,
    )


def _asked(ask: Callable[[OpsDocument], object], document: OpsDocument) -> Side:
    return lambda: ask(document)


def main() -> None:
    """Prints one line for each contest."""
    say = sys.stdout.write
    say(f"{'what':34}{'against':26}{'ms':>9}{'ms':>9}{'ratio':>8}  target\n")
    groups = {
        "starting": starting(),
        "loading": loading(),
        "asking": asking(),
        "word": word.contests(),
        "form": form.contests(),
        "reading": reading.contests(document_of),
        "tricks": tricks.contests(document_of),
    }
    wanted = sys.argv[1:] or [*groups, "memory"]
    for contest in (one for name in wanted if name in groups for one in groups[name]):
        one, other, ratio = measure(contest)
        figures = f"{one * 1000:9.1f}{other * 1000:9.1f}{ratio:8.2f}"
        target = ""
        if contest.target is not None:
            target = f"  ≤ {contest.target:g}{'' if ratio <= contest.target else '  missed'}"
        say(f"{contest.what:34}{contest.against:26}{figures}{target}\n")
        sys.stdout.flush()
    if "memory" not in wanted:
        return
    say("\nthe most memory that a process uses to write a Word file, in MiB\n")
    for name in word.SIDES:
        sizes = (word.memory(name, count) for count in (FEW, MANY))
        say(f"{name:34}{next(sizes):9.0f}{next(sizes):9.0f}\n")


if __name__ == "__main__":
    main()
