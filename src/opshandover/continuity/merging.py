"""The edits of two people to one document, together."""

from collections.abc import Callable
from functools import cached_property
from typing import Literal

from attrs import evolve, field, frozen

from opshandover.arguments import argument_error
from opshandover.continuity.applying import Application, Choices
from opshandover.continuity.deciding import decide
from opshandover.continuity.decisions import ABSENT, Branch, Decision, Matter, Place, Side
from opshandover.continuity.ledger import Ledger
from opshandover.continuity.plain_values import data_of, without_secrets
from opshandover.document.paths import written_path
from opshandover.document.verify import ensure
from opshandover.document.walk import walk
from opshandover.model.document import OpsDocument
from opshandover.redaction import excerpt_path
from opshandover.showing import Showing
from opshandover.text import Lang, Text

Answer = Literal["ours", "theirs"] | None
Policy = Literal["ours", "theirs"] | Callable[[Decision], Answer]
"""Who decides conflicts: one side always, or a function, whose `None` leaves a conflict open."""

OUR_NAME = Text("己方", "ours")
THEIR_NAME = Text("对方", "theirs")
BASE_NAME = Text("共同的原稿", "the common original")


@frozen(kw_only=True)
class Names:
    """Whose each version is, and from which file, as people are told it."""

    base: str = ""
    ours: str = ""
    theirs: str = ""

    def of(self, side: Side, lang: Lang) -> str:
        """The name of one side, without secrets."""
        name, default = (self.ours, OUR_NAME) if side is Side.OURS else (self.theirs, THEIR_NAME)
        return excerpt_path(name) or default[lang]


@frozen(kw_only=True, repr=False, slots=False)
class Merge(Showing):
    """The edits of both sides together, what was decided about each, and what is still open.

    `document` is valid in any case: where both sides contradict each other, ours stands, and the conflict has both
    values, so that nothing is lost. `str()` is what `opshandover merge` says, and a notebook shows a table.
    """

    plan: Branch
    base: OpsDocument = field(eq=False)
    ours: OpsDocument = field(eq=False)
    theirs: OpsDocument = field(eq=False)
    names: Names = field(factory=Names)
    choices: Choices = field(factory=dict[tuple[Matter, Place], Side])

    def __repr__(self) -> str:
        """Count instead of repeating texts."""
        return f"<Merge {len(self.decisions)} decisions, {len(self.conflicts)} open conflicts>"

    @cached_property
    def _application(self) -> Application:
        return Application(self.plan, self.choices)

    @property
    def document(self) -> OpsDocument:
        """The merged document."""
        return self._application.document

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """What was decided about each place that a side changed, in the order of the document."""
        return tuple(self._application.decisions)

    @cached_property
    def conflicts(self) -> tuple[Decision, ...]:
        """The conflicts that are open."""
        return tuple(decision for decision in self.decisions if decision.is_open)

    @cached_property
    def ledger(self) -> Ledger:
        """What became of every item and value of the three versions."""
        versions = (self.base, self.ours, self.theirs)
        taken_in = sum(1 for version in versions for _ in walk(version, object, filled=True))
        return Ledger(entries=tuple(self._application.entries()), taken_in=taken_in)

    @property
    def lang(self) -> Lang:
        """The language of the merged document."""
        return self.document.output_lang

    def resolve(self, policy: Policy) -> "Merge":
        """The merge with its open conflicts decided.

        Args:
            policy: `"ours"` or `"theirs"` for all of them, or a function that is asked about each and returns one of
                these, or `None` to leave it open.

        Raises:
            ArgumentError: the policy or an answer is something else.
        """
        chosen = dict(self.choices)
        for conflict in self.conflicts:
            answer = policy(conflict) if callable(policy) else policy
            if answer is not None:
                chosen[conflict.key] = _side(answer)
        return evolve(self, choices=chosen)

    def as_data(self, lang: Lang | None = None) -> dict[str, object]:
        """The decisions as plain data, their texts in one language and without secrets.

        Args:
            lang: the language; that of the document if not given.
        """
        speak = lang or self.lang
        return {
            "names": {side.value: self.names.of(side, speak) for side in Side},
            "conflicts": [self._decision_as_data(one, speak) for one in self.conflicts],
            "decisions": [self._decision_as_data(one, speak) for one in self.decisions if not one.is_open],
            "ledger": {
                "taken_in": self.ledger.taken_in,
                **{fate.value: number for fate, number in self.ledger.counts.items()},
            },
        }

    def _decision_as_data(self, decision: Decision, lang: Lang) -> dict[str, object]:
        values = zip(("base", "ours", "theirs"), decision.values, self.values_of(decision), strict=True)
        return {
            "matter": decision.matter.value,
            "outcome": decision.settled.value if decision.settled else decision.outcome.value,
            "message": decision.matter.label[lang],
            "path": decision.path,
            "place": written_path(decision.path, lang),
            **{name: data_of(safe) for name, value, safe in values if value is not ABSENT},
        }

    def values_of(self, decision: Decision) -> tuple[object, object, object]:
        """The value of a decision in the base, in ours and in theirs, without secrets."""
        versions = zip(decision.values, decision.place, (self.base, self.ours, self.theirs), strict=True)
        base, ours, theirs = (without_secrets(value, path or "", version) for value, path, version in versions)
        return base, ours, theirs


def merge(
    base: OpsDocument,
    ours: OpsDocument,
    theirs: OpsDocument,
    *,
    base_name: str = "",
    ours_name: str = "",
    theirs_name: str = "",
) -> Merge:
    """The edits of two people to one document, together: by item, by field, and in long texts by line and word.

    Args:
        base: the document from which both began.
        ours: one version of it, which stands where both contradict each other.
        theirs: the other version.
        base_name: how people know the base, such as "plan.yaml".
        ours_name: whose our version is, and from which file, such as "Li Min, night.docx".
        theirs_name: the same for theirs.

    Raises:
        ArgumentError: one of the three is no document.
        ContentError: a document holds values that its fields do not allow.
    """
    for document in (base, ours, theirs):
        ensure(document)
    names = Names(base=base_name, ours=ours_name, theirs=theirs_name)
    return Merge(plan=decide(base, ours, theirs), base=base, ours=ours, theirs=theirs, names=names)


def _side(answer: object) -> Side:
    for side in Side:
        if answer in (side, side.value):
            return side
    raise argument_error(answer, "policy", _POLICY, _SAY_ONE)


_POLICY = Text("ours、theirs 或函数", "ours, theirs or a function")
_SAY_ONE = Text("函数应返回 ours、theirs 或 None", "the function returns ours, theirs or None")
