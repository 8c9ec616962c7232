"""What a rule is, as it was declared."""

from collections.abc import Iterator

from opshandover.findings import Severity
from opshandover.model import (
    Task,
)
from opshandover.profiles import profile_of
from opshandover.rules import Context, Hit
from opshandover.rules import rule as made
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
