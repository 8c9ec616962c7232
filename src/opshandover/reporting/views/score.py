"""A scorecard as people read it: at the prompt, printed by a script, in a notebook."""

from collections.abc import Iterator, Sequence

from opshandover.document.paths import written_path
from opshandover.errors import OpsHandoverError
from opshandover.findings import Finding, Severity
from opshandover.plain_text import bar
from opshandover.reporting.html.notebook import score_fragment
from opshandover.reporting.labels import (
    BRACKETED,
    GAIN,
    NEXT,
    NOT_APPLICABLE,
    NOTHING_TO_SCORE,
    SCORE,
    SCORED_ON,
    STYLES,
    shown_severity,
)
from opshandover.rules import check
from opshandover.scoring import NextStep, Scorecard, SectionScore
from opshandover.styled import Line, Segment, line, plain
from opshandover.text import Lang, Text
from opshandover.text_width import cells, padded

MOST_STEPS = 10
"""How many next steps are listed, if nobody asks for all."""
_BAR = 20


def text(card: Scorecard) -> str:
    """What the prompt prints, without colour."""
    name = card.subject.shown_name(card.lang) if card.subject else ""
    return plain(score_lines(card, card.lang, name, _found(card)))


def fragment(card: Scorecard) -> str:
    """The points of the sections in a table, for a notebook."""
    return score_fragment(card, card.lang)


def _found(card: Scorecard) -> Sequence[Finding]:
    """What a check finds; nothing where one is impossible, as of a team's kind that is not in force."""
    try:
        return check(card.subject.document).findings if card.subject else ()
    except OpsHandoverError:
        return ()


def score_lines(
    card: Scorecard, lang: Lang, name: str, findings: Sequence[Finding], most: int | None = MOST_STEPS
) -> Iterator[Line]:
    """A scorecard: the score, the points of each section, and what to do next.

    Args:
        card: the scorecard.
        lang: the language to speak.
        name: what people call the document.
        findings: what a check has found; errors come before the next steps.
        most: limits the next steps, half of it for errors.
    """
    kind = BRACKETED[lang].format(text=card.subject.kind.label[lang]) if card.subject else ""
    yield line((name, "bold"), kind)
    if card.score is None:
        yield line("  ", NOTHING_TO_SCORE[lang], hang=2)
    else:
        yield line("  ", (SCORE[lang].format(score=card.score), "bold"))
        if card.scored_on != 100:
            yield line("  ", SCORED_ON[lang].format(points=card.scored_on), hang=2)
    yield line()
    yield from _sections(card.sections, lang)
    yield line()
    yield from _next([f for f in findings if f.severity is Severity.ERROR], card.next_steps, most, lang)
    if warnings := sum(f.severity is Severity.WARNING for f in findings):
        yield line("  ", _WARNINGS[lang].format(n=warnings), hang=2)


def _sections(sections: Sequence[SectionScore], lang: Lang) -> Iterator[Line]:
    widest = max((cells(s.label[lang]) for s in sections), default=0)
    for section in sections:
        points = f"{section.earned:>3} / {section.weight:<3}"
        style = "green" if section.weight and section.earned == section.weight else ""
        left_out = "" if section.weight else NOT_APPLICABLE[lang]
        yield line("  ", padded(section.label[lang], widest), "  ", points, " ", (_bar(section) or left_out, style))


def _bar(section: SectionScore) -> str:
    if not section.weight:
        return ""
    return bar(_BAR * section.earned // section.weight, _BAR, "#", ".")


def _next(errors: Sequence[Finding], steps: Sequence[NextStep], most: int | None, lang: Lang) -> Iterator[Line]:
    total = len(errors) + len(steps)
    if not total:
        yield line("  ", (_ALL_DONE[lang], "green"))
        return
    yield line("  ", (NEXT[lang], "bold"))
    first = errors if most is None else errors[: max(most // 2, most - len(steps))]
    shown = [*(_blocking(f, lang) for f in first), *(_step(s, lang) for s in steps)][:most]
    digits = len(str(len(shown)))
    for i, parts in enumerate(shown, start=1):
        yield line(f"  {i:>{digits}}. ", *parts, hang=digits + 4)
    if left := total - len(shown):
        yield line("  ", _MORE[lang].format(n=left), hang=2)


def _blocking(finding: Finding, lang: Lang) -> tuple[Segment, ...]:
    return (
        (shown_severity(finding.severity, lang), STYLES[finding.severity]),
        f"  {finding.code}  ",
        (written_path(finding.path, lang), "cyan"),
        f" — {finding.message[lang]}",
    )


def _step(step: NextStep, lang: Lang) -> tuple[Segment, ...]:
    place, label, hint = written_path(step.path, lang), step.label[lang], step.hint[lang]
    return (
        (GAIN[lang].format(gain=f"{float(step.gain):.1f}"), "green"),
        "  ",
        (place, "cyan"),
        f" — {hint}" if place.endswith(label) else _STEP[lang].format(label=label, hint=hint),
    )


_ALL_DONE = Text(
    "计分的内容都已填写；写得对不对，要由人看",
    "all that is scored is filled in; whether it is right, people have to judge",
)
_WARNINGS = Text("另有 {n} 条警告，用 check 查看", "besides, {n} warning(s): see them with check")
_MORE = Text("另有 {n} 条，用 score --all 全部列出", "and {n} more: score --all lists them")
_STEP = Text(" — {label}：{hint}", " — {label}: {hint}")
