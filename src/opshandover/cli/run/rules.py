"""The command `rules`."""

import re

from opshandover.cli.run.common import FINE, write_json
from opshandover.cli.screen import Screen, output
from opshandover.findings import Severity
from opshandover.profiles import Profile, all_profiles
from opshandover.reporting.labels import STYLES, shown_severity
from opshandover.rules import Rule, all_rules, rule_named
from opshandover.rules.page import page_of
from opshandover.text import DEFAULT_LANG, Lang, Text
from opshandover.text_width import cells, padded

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def run(code: str | None, format: str, lang: Lang | None) -> int:
    """List the rules or explain one; see the command's help."""
    spoken = lang or DEFAULT_LANG
    screen = output()
    if code is not None:
        rule = rule_named(code)
        if format == "json":
            write_json({**_as_data(rule, spoken), **_page_data(rule, spoken)})
        else:
            _show_page(screen, rule, spoken)
    elif format == "json":
        write_json([_as_data(rule, spoken) for rule in all_rules()])
    else:
        _show_table(screen, all_rules(), spoken)
    return FINE


def _as_data(rule: Rule, lang: Lang) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "by_profile": {p.name: s.value for p, s in _departing(rule)},
        "profiles": [p.name for p in _only(rule)],
        "needs_previous": rule.needs_previous,
        "message": rule.message[lang],
        "hint": rule.hint[lang],
    }


def _only(rule: Rule) -> list[Profile]:
    """The kinds of document that a rule is limited to; none, if it is asked of all."""
    return [p for p in all_profiles() if rule.applies_to(p)] if rule.traits else []


def _departing(rule: Rule) -> list[tuple[Profile, Severity]]:
    """The kinds of document in which a rule is more or less grave than elsewhere."""
    asked = [(p, rule.severity_in(p)) for p in all_profiles() if rule.applies_to(p)]
    return [(p, severity) for p, severity in asked if severity is not rule.severity]


def _page_data(rule: Rule, lang: Lang) -> dict[str, object]:
    page = page_of(rule)
    return {"text": page.text[lang], "bad": page.bad, "good": page.good}


def _show_table(screen: Screen, rules: tuple[Rule, ...], lang: Lang) -> None:
    severity = max(cells(shown_severity(s, lang)) for s in Severity)
    name = max((cells(rule.name) for rule in rules), default=0)
    for rule in rules:
        screen.line(
            (rule.code, "bold"),
            "  ",
            (padded(shown_severity(rule.severity, lang), severity), STYLES[rule.severity]),
            "  ",
            padded(rule.name, name),
            f"  {_summary(rule, lang)}",
            hang=10,
        )


def _summary(rule: Rule, lang: Lang) -> str:
    """The first line of a rule's page, or its message if it has none."""
    return page_of(rule).text[lang].partition("\n")[0] or _message(rule.message, lang)


def _message(text: Text, lang: Lang) -> str:
    """The message of a rule, with dots for its placeholders."""
    return _PLACEHOLDER.sub("…", text[lang])


def _show_page(screen: Screen, rule: Rule, lang: Lang) -> None:
    page = page_of(rule)
    screen.line(
        (f"{rule.code} {rule.name}", "bold"), "  ", (shown_severity(rule.severity, lang), STYLES[rule.severity])
    )
    for profile, severity in _departing(rule):
        label = profile.label[lang]
        screen.line("  ", _IN[lang].format(profile=label, severity=shown_severity(severity, lang)))
    if only := _only(rule):
        labels = [profile.label[lang] for profile in only]
        screen.line("  ", _ONLY[lang].format(profiles=_PAUSE[lang].join(labels)), hang=4)
    screen.line("  ", _MESSAGE[lang], _message(rule.message, lang), hang=4)
    screen.line("  ", _HINT[lang], _message(rule.hint, lang), hang=4)
    for paragraph in re.split(r"\n{2,}", page.text[lang]):
        screen.line()
        screen.line(" ".join(paragraph.split("\n")))
    for title, example in ((_BAD, page.bad), (_GOOD, page.good)):
        if example:
            screen.line()
            screen.line((title[lang], "bold"))
            for line in example.splitlines():
                screen.line("    ", line, hang=8)


_IN = Text("在“{profile}”中：{severity}", "in {profile}: {severity}")
_ONLY = Text("只用于：{profiles}", "only for: {profiles}")
_PAUSE = Text("、", ", ")
_MESSAGE = Text("问题：", "message: ")
_HINT = Text("改法：", "hint: ")
_BAD = Text("反例：", "Bad:")
_GOOD = Text("正例：", "Good:")
