"""What a rule is, as it was declared."""

from collections.abc import Iterator

from attrs import evolve

from opshandover.findings import Severity
from opshandover.model import Task, WorkProgress
from opshandover.profiles import profile_of
from opshandover.rules import Context, Hit, check, hit
from opshandover.rules import rule as made
from opshandover.testing import a_document
from opshandover.text import Text


def test_the_decorator_keeps_the_page_and_the_settings() -> None:
    """What is declared beside the function is what the rule holds."""

    @made(
        "XXX002",
        "some-rule",
        Severity.INFO,
        on=Task,
        message=("甲", "a"),
        hint=Text("乙", "b"),
        traits=["charter"],
        by_trait={"charter": Severity.ERROR},
        needs_previous=True,
    )
    def some_rule(_task: Task, _at: Context) -> Iterator[Hit]:
        """Finds nothing."""
        return iter(())

    assert (some_rule.code, some_rule.on, some_rule.needs_previous) == ("XXX002", Task, True)
    assert some_rule.severity_in(profile_of("charter")) is Severity.ERROR
    assert some_rule.applies_to(profile_of("charter"))
    assert not some_rule.applies_to(profile_of("daily_work"))
    assert some_rule.message == Text("甲", "a")
    assert some_rule.page == "Finds nothing."


def test_a_question_about_a_list_is_answered_once_in_a_check() -> None:
    """Rules on its items share the answer, and the next check finds out anew."""
    asked: list[int] = []

    def titles(section: WorkProgress) -> int:
        asked.append(len(section.tasks))
        return len(section.tasks)

    @made("XXX003", "many-tasks", Severity.INFO, on=Task, message=("{n} 个", "{n}"), hint=("甲", "a"))
    def many_tasks(_task: Task, at: Context) -> Iterator[Hit]:
        """Counts the tasks beside each."""
        if isinstance(at.owner, WorkProgress):
            yield hit("title", n=at.once(titles, at.owner))

    for tasks in (3, 2):
        document = evolve(a_document(), work_progress=WorkProgress(tasks=(Task(),) * tasks))
        report = check(document, rules=[many_tasks])
        assert [finding.message["en"] for finding in report.findings] == [str(tasks)] * tasks
    assert asked == [3, 2]
