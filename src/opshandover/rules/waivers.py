"""Waivers: findings that the authors of a document accept, with a reason.

A waiver names one rule, and may be limited to a path and to a last day. The findings that it covers
are reported apart from the others, so nothing disappears. A waiver that is refused or has expired
covers nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import Self

from attrs import evolve, frozen

from opshandover.document.paths import containing, named_path
from opshandover.findings import Finding, Severity
from opshandover.model import OpsDocument
from opshandover.model.header import Waiver
from opshandover.placeholders import says_nothing
from opshandover.rules.required import classes_to
from opshandover.rules.retired import RETIRED
from opshandover.rules.rule import Context, Hit, Outcome, Rule, hit, rule, rules_of
from opshandover.rules.settings import unknown_selector
from opshandover.text import Message, message

Keys = Mapping[str, Rule]
"""All rules by code and by name; a retired one stands for the rule that covers it now."""
_Place = tuple[str, str]
"""What a waiver names: the key of a rule, and a path."""
_RETIRED = {key: old for old in RETIRED for key in (old.code, old.name)}


@frozen
class Waivers:
    """The waivers of a document, found by what they name: no waiver is compared with each finding.

    `best` has for each place the waiver that decides, with its number: one that has not expired, or
    else the first.
    """

    keys: Keys
    best: Mapping[_Place, tuple[int, Waiver]]
    as_of: date | None

    @classmethod
    def of(cls, document: OpsDocument, rules: Sequence[Rule]) -> Self:
        """Return the waivers of a document that are not refused."""
        keys, as_of = _by_key(rules if document.waivers else ()), document.as_of
        best: dict[_Place, tuple[int, Waiver]] = {}
        for number, waiver in enumerate(document.waivers):
            if not _is_refused(waiver, keys):
                place = _place(waiver, keys)
                known = best.get(place)
                if known is None or (_expired(known[1], as_of) and not _expired(waiver, as_of)):
                    best[place] = number, waiver
        return cls(keys, best, as_of)

    def covered(self, findings: Iterable[Finding]) -> frozenset[_Place]:
        """Return the places of all waivers that would cover one of some findings."""
        return frozenset(chain.from_iterable(map(self._places, findings)))

    def judge(self, findings: Iterable[Finding]) -> Iterator[tuple[Finding, bool]]:
        """Yield each finding, and whether a waiver covers it.

        A finding that only an expired waiver would cover says so.
        """
        for finding in findings:
            covering = self._covering(finding)
            if any(not _expired(waiver, self.as_of) for _, waiver in covering):
                yield finding, True
            elif covering:
                yield _with_note(finding, covering[0][1]), False
            else:
                yield finding, False

    def deciding(self, finding: Finding) -> Waiver | None:
        """Return the waiver by which a finding, or the first of its parts, is accepted."""
        for one in (finding, *finding.parts):
            for _, waiver in self._covering(one):
                if not _expired(waiver, self.as_of):
                    return waiver
        return None

    def _covering(self, finding: Finding) -> list[tuple[int, Waiver]]:
        """The waivers that would cover a finding, with their numbers, expired ones included."""
        covering = (self.best[place] for place in self._places(finding) if place in self.best)
        return sorted(covering, key=itemgetter(0))

    def _places(self, finding: Finding) -> Iterator[_Place]:
        """Yield the places of the waivers that cover a finding; a retired rule covers only its own fields."""
        for key in self._keys_of.get(finding.code, ()):
            old = _RETIRED.get(key)
            fields = () if old is None or old.renamed else tuple(old.fields)
            if not fields or any(issubclass(cls, fields) for cls in classes_to(finding.path)):
                places = (finding.path,) if self.keys[key].one_place else containing(finding.path)
                yield from ((key, path) for path in places)

    @cached_property
    def _keys_of(self) -> Mapping[str, Sequence[str]]:
        named: dict[str, list[str]] = {}
        for key, of in self.keys.items():
            named.setdefault(of.code, []).append(key)
        return named


def accepted_places(document: OpsDocument, rule: Rule) -> frozenset[str]:
    """The paths at which valid waivers accept what a rule finds."""
    waivers = Waivers.of(document, (rule,))
    best = waivers.best.items()
    return frozenset(path for (_, path), (_, waiver) in best if not _expired(waiver, waivers.as_of))


def _with_note(finding: Finding, waiver: Waiver) -> Finding:
    with_note = message(
        "{finding}（豁免已于 {until} 到期）",
        "{finding} (a waiver of this expired on {until})",
        finding=finding.message,
        until=waiver.until,
    )
    return evolve(finding, message=with_note)


def _by_key(rules: Sequence[Rule]) -> Keys:
    by_key = {key: rule for rule in rules for key in (rule.code, rule.name)}
    return by_key | {key: by_key[old.now] for key, old in _RETIRED.items() if old.now in by_key}


def _place(waiver: Waiver, keys: Keys) -> _Place:
    return _key(waiver, keys), named_path(waiver.path)


def _key(waiver: Waiver, keys: Keys) -> str:
    """The code or name of the rule that a waiver names, or an empty text."""
    written = waiver.rule.strip()
    return next((k for k in (written.upper(), written.lower()) if k in keys), "")


def _is_refused(waiver: Waiver, keys: Keys) -> bool:
    found = _key(waiver, keys)
    rule = keys.get(found)
    if rule is None or rule.late or says_nothing(waiver.reason):
        return True
    return rule.one_place and not waiver.path.strip()


def _refusal(waiver: Waiver, keys: Keys) -> tuple[str, Message] | None:
    """The field because of which a waiver is refused, and the reason; `None` if it is valid."""
    found = _key(waiver, keys)
    if not found:
        if says_nothing(waiver.rule):
            return "rule", message("没有写明规则", "no rule")
        rules = tuple(rule for rule in keys.values() if not rule.late)
        return "rule", unknown_selector(waiver.rule, rules) or message(
            "要写一条规则的完整代码或名称，不能只写开头",
            "needs the whole code or name of one rule, not only its beginning",
        )
    if keys[found].late:
        return "rule", message("这条规则不能豁免", "this rule cannot be waived")
    if keys[found].one_place and not waiver.path.strip():
        return "path", message("这条规则要写明豁免的位置", "this rule is waived at one place only, so a path is needed")
    if says_nothing(waiver.reason):
        return "reason", message("没有写明原因", "no reason")
    return None


def _expired(waiver: Waiver, as_of: date | None) -> bool:
    """Whether a waiver ended before the document's own date; its last day is included."""
    return waiver.until is not None and as_of is not None and as_of > waiver.until


def _outcome(at: Context) -> Outcome:
    if at.outcome is None:
        raise ValueError("a late rule was run before the others")
    return at.outcome


@rule(
    "WAV001",
    "waiver-refused",
    Severity.ERROR,
    on=Waiver,
    covers=("rule", "reason"),
    message=("这条豁免不成立：{why}", "this waiver is refused: {why}"),
    hint=(
        "写明一条规则的代码和接受该问题的原因，或删去这条豁免",
        "give the code of one rule and why the finding is accepted, or remove the waiver",
    ),
    late=True,
)
def waiver_refused(waiver: Waiver, at: Context) -> Iterator[Hit]:
    """A waiver gives no reason, or names no rule that can be waived.

    Later readers must be able to see why a finding was accepted. A waiver that is refused covers nothing: the
    findings stay.

    zh: 豁免没有写原因，或没有写明一条可以豁免的规则。
    zh: 以后看文档的人要能看到当初为什么接受这个问题。不成立的豁免不起作用，原来的问题照常报告。

    Bad::
        waivers: [{rule: HDR001, by: 周岩}]
    Good::
        waivers: [{rule: HDR001, reason: 接班人周五才到岗，由主管代收, by: 周岩}]
    """
    if refusal := _refusal(waiver, _outcome(at).keys):
        field, why = refusal
        yield hit(field, why=why)


@rule(
    "WAV002",
    "waiver-expired",
    Severity.WARNING,
    on=Waiver,
    message=("对“{item}”的豁免已于 {until} 到期", "the waiver of '{item}' expired on {until}"),
    hint=(
        "解决问题后删去这条豁免；确需延长时，改截止日期并更新原因",
        "solve the problem and remove the waiver; to prolong it, change its last day and its reason",
    ),
    late=True,
)
def waiver_expired(waiver: Waiver, at: Context) -> Iterator[Hit]:
    """A waiver ended before the document's own date.

    What it covered is reported again, with a note. The last day of a waiver is included.

    zh: 豁免的截止日期早于文档自己的日期。
    zh: 它原先豁免的问题重新报告，并附说明。截止日期当天仍然有效。

    Bad::
        prepared_on: 2026-11-21
        waivers: [{rule: HDR001, reason: 接班人周五才到岗, by: 周岩, until: 2026-11-20}]
    Good::
        prepared_on: 2026-11-21
        waivers: [{rule: HDR001, reason: 接班人周五才到岗, by: 周岩, until: 2026-11-21}]
    """
    if not _is_refused(waiver, _outcome(at).keys) and _expired(waiver, at.as_of):
        yield hit("until", until=waiver.until)


@rule(
    "WAV003",
    "waiver-unused",
    Severity.WARNING,
    on=Waiver,
    message=("对“{item}”的豁免没有对应的问题", "the waiver of '{item}' covers no finding"),
    hint=(
        "问题已解决就删去这条豁免；路径写错就改正",
        "remove the waiver if the problem is solved; correct its path if that is wrong",
    ),
    late=True,
)
def waiver_unused(waiver: Waiver, at: Context) -> Iterator[Hit]:
    """A waiver covers nothing: the problem is solved, or its path or the document is the wrong one.

    A waiver that is left behind hides the next problem at the same path. Waivers of rules that were not run are not
    reported, because it is not known what these would have found.

    zh: 豁免没有覆盖任何问题：问题已经解决，或者写错了位置、用错了文档。
    zh: 留下的豁免会盖住以后出现在同一处的新问题。没有运行的规则不在此列，因为不知道它会发现什么。

    Bad::
        profile: daily_handover
        waivers: [{rule: charter-no-effect, reason: 总则正在修订, by: 周岩}]
    Good::
        profile: charter
        waivers: [{rule: charter-no-effect, reason: 总则正在修订, by: 周岩}]
    """
    outcome = _outcome(at)
    if _is_refused(waiver, outcome.keys) or _expired(waiver, at.as_of):
        return
    place = _place(waiver, outcome.keys)
    named = outcome.keys[place[0]]
    not_run = named.applies_to(at.profile) and named.code not in outcome.applied
    if not not_run and place not in outcome.covered:
        yield hit()


RULES = rules_of(__name__)
