"""Waivers: findings that a document's authors let stand, with a reason.

A waiver names one rule, and may limit itself to a place and a time. What it covers is taken from
the findings and kept beside them, so nothing disappears. One that is refused or has expired covers
nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve

from opshandover.findings import Finding, Severity
from opshandover.model import OpsDocument
from opshandover.model.header import Waiver
from opshandover.placeholders import says_nothing
from opshandover.rules.required import classes_to
from opshandover.rules.retired import RETIRED
from opshandover.rules.rule import Hit, Outcome, Place, Rule, hit, rule, rules_of
from opshandover.rules.settings import unknown_selector
from opshandover.text import Message, message

Keys = Mapping[str, Rule]
"""All rules, by code and by name; those that are retired stand for what covers them now."""
_OLD = {key: old for old in RETIRED for key in (old.code, old.name)}


def waive(document: OpsDocument, findings: Sequence[Finding], known: Sequence[Rule]) -> Iterator[tuple[Finding, bool]]:
    """Gives each finding, and whether a waiver covers it.

    A finding that only an expired waiver would cover says so.
    """
    keys = _by_key(known)
    good = [w for w in document.waivers if _refusal(w, keys) is None]
    for finding in findings:
        covering = [w for w in good if _means(w, finding, keys)]
        if any(not _expired(w, document.as_of) for w in covering):
            yield finding, True
        elif covering:
            yield _with_note(finding, covering[0]), False
        else:
            yield finding, False


def _with_note(finding: Finding, waiver: Waiver) -> Finding:
    said = message(
        "{said}（豁免已于 {until} 到期）",
        "{said} (a waiver of this expired on {until})",
        said=finding.message,
        until=waiver.until,
    )
    return evolve(finding, message=said)


def _by_key(known: Sequence[Rule]) -> Keys:
    by_key = {key: rule for rule in known for key in (rule.code, rule.name)}
    return by_key | {key: by_key[old.now] for key, old in _OLD.items() if old.now in by_key}


def _key(waiver: Waiver, keys: Keys) -> str:
    """Gives the key of the rule that a waiver means, or an empty text."""
    written = waiver.rule.strip()
    return next((k for k in (written.upper(), written.lower()) if k in keys), "")


def _refusal(waiver: Waiver, keys: Keys) -> tuple[str, Message] | None:
    """Says which field makes a waiver one that counts for nothing, and why."""
    found = _key(waiver, keys)
    if not found:
        if says_nothing(waiver.rule):
            return "rule", message("没有写明规则", "it names no rule")
        rules = tuple(rule for rule in keys.values() if not rule.late)
        return "rule", unknown_selector(waiver.rule, rules) or message(
            "要写一条规则的完整代码或名称，不能只写开头",
            "it should have the whole code or name of one rule, not the beginning",
        )
    if keys[found].late:
        return "rule", message("这条规则不能豁免", "this rule cannot be waived")
    if says_nothing(waiver.reason):
        return "reason", message("没有写明原因", "it gives no reason")
    return None


def _expired(waiver: Waiver, as_of: date | None) -> bool:
    """Says whether a waiver has ended by the document's own date; its last day is included."""
    return waiver.until is not None and as_of is not None and as_of > waiver.until


def _means(waiver: Waiver, finding: Finding, keys: Keys) -> bool:
    """Whether a waiver is about a finding; one of a retired rule is only about what that asked for."""
    key = _key(waiver, keys)
    old = _OLD.get(key)
    if keys[key].code != finding.code or not _within(waiver, finding):
        return False
    return old is None or old.renamed or any(issubclass(cls, tuple(old.fields)) for cls in classes_to(finding.path))


def _within(waiver: Waiver, finding: Finding) -> bool:
    """Says whether a finding is at the waiver's place or inside it."""
    path = waiver.path.strip()
    rest = finding.path.removeprefix(path)
    return not path or (finding.path.startswith(path) and rest[:1] in ("", ".", "["))


def _outcome(at: Place) -> Outcome:
    if at.outcome is None:
        raise ValueError("a late rule was asked before the others had answered")
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
        "give the code of one rule and why the finding is accepted, or take the waiver out",
    ),
    late=True,
)
def waiver_refused(waiver: Waiver, at: Place) -> Iterator[Hit]:
    """A waiver gives no reason, or names no rule that can be waived.

    Whoever reads the document later must be able to see why a finding was accepted. A waiver that is refused covers
    nothing: the findings stay.

    zh: 豁免没有写原因，或没有写明一条可以豁免的规则。
    zh: 以后看文档的人要能看到当初为什么接受这个问题。不成立的豁免不起作用，原来的问题照常报告。

    Bad::
        waivers: [{rule: HDR001, by: 周岩}]
    Good::
        waivers: [{rule: HDR001, reason: 接班人周五才到岗，由主管代收, by: 周岩}]
    """
    if refusal := _refusal(waiver, _by_key(_outcome(at).known)):
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
        "solve what it covers and take it out; to prolong it, change the day and the reason",
    ),
    late=True,
)
def waiver_expired(waiver: Waiver, at: Place) -> Iterator[Hit]:
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
    if _refusal(waiver, _by_key(_outcome(at).known)) is None and _expired(waiver, at.as_of):
        yield hit("until", until=waiver.until)


@rule(
    "WAV003",
    "waiver-unused",
    Severity.WARNING,
    on=Waiver,
    message=("对“{item}”的豁免没有对应的问题", "the waiver of '{item}' covers no finding"),
    hint=(
        "问题已解决就删去这条豁免；路径写错就改正",
        "take it out if the matter is settled; correct its path if that is wrong",
    ),
    late=True,
)
def waiver_unused(waiver: Waiver, at: Place) -> Iterator[Hit]:
    """A waiver covers nothing: the matter is settled, or it means another place or document.

    Waivers that are left behind cover the next fault that turns up in the same place. Nothing is said of rules that
    were not asked, because nobody knows what they would have found.

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
    keys = _by_key(outcome.known)
    if _refusal(waiver, keys) is not None or _expired(waiver, at.as_of):
        return
    meant = keys[_key(waiver, keys)]
    possible = meant.applies_to(at.profile)
    if possible and meant.code not in outcome.asked:
        return
    if not any(_means(waiver, f, keys) for f in outcome.findings):
        yield hit()


RULES = rules_of(__name__)
