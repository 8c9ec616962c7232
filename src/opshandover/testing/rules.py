"""The contract of rules."""

import copy
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from types import FrameType
from typing import Any

import attrs

from opshandover.codec import loads
from opshandover.document.paths import Path
from opshandover.document.verify import ensure
from opshandover.errors import LoadError, PathError
from opshandover.findings import Report
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import fields_of, section_fields
from opshandover.profiles import all_profiles, profile_names, profile_of
from opshandover.rules import Context, Hit, Rule, all_rules, check, rule_named
from opshandover.rules.engine import check_sound
from opshandover.rules.page import page_of
from opshandover.rules.retired import RETIRED
from opshandover.testing.requiring import require, require_both_languages, require_same_places, single_findings
from opshandover.testing.samples import HOSTILE_TEXTS, a_full_document, each_document, full_of
from opshandover.text import LANGUAGES

_FEW, _TIMES, _GROWTH = 10, 4, 8
"""The items of a list, how many times as many in a longer one, and how many times the steps for these may be."""


def check_rule(*rules: Rule | str) -> None:
    """Check that rules keep the contract; does nothing if they do.

    Each has a code of three letters and three digits and a name of words with hyphens, which no other rule has or had;
    its message, hint and page are there in both languages. Of the two examples on its page, it finds something in the
    bad one and nothing in the good one, and if a list in them becomes longer, its work grows no faster than the list.
    What it finds can be said in both languages and stands at a place of the document. Whatever a document holds or
    lacks, no rule fails or changes anything.

    Args:
        rules: the rules, or the codes or names of registered ones.

    Raises:
        AssertionError: the first violation, with the rule, and the document that showed it.
        UnknownNameError: no rule has that code or name.
    """
    given = tuple(rule_named(rule) if isinstance(rule, str) else rule for rule in rules)
    require(given, "expected at least one rule")
    for rule in given:
        _check_names(rule)
        _check_texts(rule)
        for example in (_check_example(rule, which) for which in ("Bad", "Good")):
            _check_growth(rule, example)
    for what, document, before in _documents():
        _check_bearing(given, document, f"given {what}")
        if document != before:
            _documents.cache_clear()
            raise AssertionError(f"given {what}: one of {', '.join(one.code for one in given)} changed the document")


def _check_bearing(rules: Sequence[Rule], document: OpsDocument, where: str) -> None:
    """Check that rules do not fail with a document."""
    groups = ensure(document)
    for previous in (None, OpsDocument(profile=document.profile), document):
        if previous is None or any(rule.needs_previous for rule in rules):
            _check_findings(rules, check_sound(document, groups, previous, rules=rules), document, where)


def _check_names(rule: Rule) -> None:
    what = f"the rule {rule.code}"
    well_formed = re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    require(well_formed, f"{what}: expected a code of three capital letters and three digits, such as ACM001")
    well_formed = re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    require(well_formed, f"{what}: expected a name of small letters and hyphens, got {rule.name!r}")
    others = [other for other in all_rules() if other is not rule]
    for key in (rule.code, rule.name):
        require(key not in {k for one in others for k in (one.code, one.name)}, f"{what}: another rule is called {key}")
        given_up = {k for one in RETIRED if not (one.renamed and one.code == rule.code) for k in (one.code, one.name)}
        require(key not in given_up, f"{what}: a rule that was given up was called {key}, and is so in old files")


def _check_texts(rule: Rule) -> None:
    prose = page_of(rule).text
    require_both_languages(prose, f"the page of {rule.code}, from its docstring")
    for what, text in (("message", rule.message), ("hint", rule.hint)):
        require_both_languages(text, f"the {what} of {rule.code}")
        require_same_places(text, f"the {what} of {rule.code}")


def _check_example(rule: Rule, which: str) -> OpsDocument:
    """Check one of the examples, and return it as a document."""
    where = f"the example under {which}:: of {rule.code}"
    text = page_of(rule).bad if which == "Bad" else page_of(rule).good
    require(text, f"{where} is missing; it is an indented block of YAML in the docstring")
    try:
        document = loads(_with_profile(rule, text), format="yaml")
    except LoadError as cause:
        raise AssertionError(f"{where} is not a document: {cause}") from cause
    asked = rule.applies_to(profile_of(document.profile))
    require(asked, f"{where} is of the kind {document.profile}, of which the rule is not asked")
    previous = OpsDocument(profile=document.profile) if rule.needs_previous else None
    report = check(document, previous, rules=[rule])
    _check_findings([rule], report, document, where)
    found = single_findings(report)
    if which == "Good":
        require(not found, f"{where}: the rule finds {', '.join(f.path or 'the document' for f in found)}")
    else:
        require(found, f"{where}: the rule finds nothing")
        for finding in found:
            for text in (said[lang] for said in (finding.message, finding.hint) for lang in LANGUAGES):
                require(not re.search(r"[{}]", text), f"{where}: nothing fills a place of the text: {text}")
    return document


def _with_profile(rule: Rule, example: str) -> str:
    """An example with a kind of document, where it leaves that out because any of the rule's will do."""
    if re.search(r"^profile:", example, re.MULTILINE):
        return example
    able = [profile.name for profile in all_profiles() if rule.applies_to(profile)]
    require(able, f"the rule {rule.code} is asked of no kind of document")
    return f"profile: {'daily_handover' if 'daily_handover' in able else able[0]}\n{example}"


def _check_findings(rules: Sequence[Rule], report: Report, document: OpsDocument, where: str) -> None:
    codes = {rule.code for rule in rules}
    for finding in single_findings(report):
        place = finding.path or "the document"
        require(finding.code in codes, f"{where}, {place}: {finding.message['en']}")
        found = f"{where}: {finding.code} finds something at {place}"
        require(_is_place(finding.path, document), f"{found}, which is not there")
        said = [text[lang].strip() for text in (finding.message, finding.hint) for lang in LANGUAGES]
        require(all(said), f"{found}, but a message or hint is empty")


def _is_place(path: str, document: OpsDocument) -> bool:
    """Whether a path leads to a value, or to a declared field of a record that is not there."""
    try:
        whole = Path.parse(path)
        for length in range(1, len(whole.steps)):
            if Path(whole.steps[:length]).get(document) is None:
                return bool(whole.field(OpsDocument))
        whole.get(document)
    except PathError:
        return False
    return True


@cache
def _documents() -> tuple[tuple[str, OpsDocument, OpsDocument], ...]:
    """The documents that rules must bear, each with a description, and a copy to compare it with."""
    full = a_full_document()
    documents = [
        *each_document(),
        *((f"a full {profile} document", a_full_document(profile)) for profile in profile_names()),
        *((f"a full document, all of {text[:40]!r}", full_of(text, full)) for text in HOSTILE_TEXTS),
    ]
    return tuple((what, document, copy.deepcopy(document)) for what, document in documents)


def _check_growth(rule: Rule, example: OpsDocument) -> None:
    for section, name in _lists(example):
        few, many = (_with_longer(example, section, name, times) for times in (_FEW, _FEW * _TIMES))
        _steps(rule, few)  # what is built only once, is built
        before, after = _steps(rule, few), _steps(rule, many)
        require(
            after <= _GROWTH * max(before, 1),
            f"{rule.code}: if {section}.{name} of an example has {_TIMES} times as many items, the rule takes "
            f"{after / max(before, 1):.0f} times as many steps",
        )


def _lists(document: OpsDocument) -> Iterator[tuple[str, str]]:
    """The keys of the sections and of the lists in them that hold something."""
    for section in section_fields(OpsDocument):
        value = getattr(document, section.name)
        if isinstance(value, Record):
            yield from ((section.name, f.name) for f in fields_of(type(value)) if f.many and getattr(value, f.name))


def _with_longer(document: OpsDocument, section: str, name: str, times: int) -> OpsDocument:
    """A document with each item of a list so many times."""
    path = Path((section, name))
    return path.put(document, path.get(document) * times)


def _steps(rule: Rule, document: OpsDocument) -> int:
    """The number of steps of the interpreter that the rule takes for a document."""
    steps = 0

    def traced(frame: FrameType, event: str, _arg: object) -> Any:
        nonlocal steps
        frame.f_trace_opcodes = True
        steps += event == "opcode"
        return traced

    def ask(value: Any, at: Context) -> Iterable[Hit]:
        before = sys.gettrace()
        sys.settrace(traced)
        try:
            return list(rule.ask(value, at))
        finally:
            sys.settrace(before)

    check(document, OpsDocument(profile=document.profile), rules=[attrs.evolve(rule, ask=ask)])
    return steps
