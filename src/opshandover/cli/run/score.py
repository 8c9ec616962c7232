"""The command `score`."""

from collections.abc import Iterable, Sequence

from opshandover.cli.run.check import threshold_status
from opshandover.cli.run.common import write_json
from opshandover.cli.run.files import OpenedFile, for_each_file
from opshandover.cli.run.labels import STYLES, shown_severity
from opshandover.cli.screen import Screen, output
from opshandover.cli.text_width import cells, padded
from opshandover.document.paths import written_path
from opshandover.findings import Finding, Severity
from opshandover.plain_text import bar
from opshandover.profiles import profile_of
from opshandover.reporting.plain import unique_name
from opshandover.scoring import NextStep, Scorecard, SectionScore, score
from opshandover.text import Lang, Text

_MAX_STEPS = 10
_BAR = 20


def run(files: Sequence[str], format: str, fail_under: int | None, show_all: bool, lang: Lang | None) -> int:
    """Score files; see the command's help."""
    cards: dict[str, object] = {}

    def work(one: OpenedFile) -> int:
        card = score(one.document)
        if format == "json":
            cards[unique_name(one.name, cards)] = card.as_data(one.lang)
        else:
            show(output(), one, card, None if show_all else _MAX_STEPS)
        return threshold_status(one, fail_under)

    status = for_each_file(files, lang, work)
    if format == "json" and cards:
        several = len(dict.fromkeys(files)) > 1
        write_json(cards if several else next(iter(cards.values())))
    return status


def show(screen: Screen, one: OpenedFile, card: Scorecard, most: int | None) -> None:
    """Write a scorecard for people; `most` limits the next steps, half of it for errors."""
    lang = one.lang
    kind = profile_of(one.document.profile).label[lang]
    screen.line((one.shown_name, "bold"), _KIND[lang].format(kind=kind))
    if card.score is None:
        screen.line("  ", _NOTHING[lang], hang=2)
    else:
        screen.line("  ", (_SCORE[lang].format(score=card.score), "bold"))
        if card.scored_on != 100:
            screen.line("  ", _SCORED_ON[lang].format(points=card.scored_on), hang=2)
    screen.line()
    _show_sections(screen, card.sections, lang)
    screen.line()
    _show_next(screen, _found(one, Severity.ERROR), card.next_steps, most, lang)
    if warnings := len(_found(one, Severity.WARNING)):
        screen.line("  ", _WARNINGS[lang].format(n=warnings), hang=2)
    screen.line()


def _found(one: OpenedFile, severity: Severity) -> list[Finding]:
    return [f for f in one.report.findings if f.severity is severity]


def _show_sections(screen: Screen, sections: Sequence[SectionScore], lang: Lang) -> None:
    widest = max((cells(s.label[lang]) for s in sections), default=0)
    for section in sections:
        points = f"{section.earned:>3} / {section.weight:<3}"
        style = "green" if section.weight and section.earned == section.weight else ""
        left_out = "" if section.weight else _NOT_APPLICABLE[lang]
        screen.line("  ", padded(section.label[lang], widest), "  ", points, " ", (_bar(section) or left_out, style))


def _bar(section: SectionScore) -> str:
    if not section.weight:
        return ""
    return bar(_BAR * section.earned // section.weight, _BAR, "#", ".")


def _show_next(
    screen: Screen, errors: Sequence[Finding], steps: Sequence[NextStep], most: int | None, lang: Lang
) -> None:
    total = len(errors) + len(steps)
    if not total:
        screen.line("  ", (_ALL_DONE[lang], "green"))
        return
    screen.line("  ", (_NEXT[lang], "bold"))
    first = errors if most is None else errors[: max(most // 2, most - len(steps))]
    shown = [*(_blocking(f, lang) for f in first), *(_step(s, lang) for s in steps)][:most]
    digits = len(str(len(shown)))
    for i, parts in enumerate(shown, start=1):
        screen.line(f"  {i:>{digits}}. ", *parts, hang=digits + 4)
    if left := total - len(shown):
        screen.line("  ", _MORE[lang].format(n=left), hang=2)


Segments = Iterable[str | tuple[str, str]]


def _blocking(finding: Finding, lang: Lang) -> Segments:
    return (
        (shown_severity(finding.severity, lang), STYLES[finding.severity]),
        f"  {finding.code}  ",
        (written_path(finding.path, lang), "cyan"),
        f" — {finding.message[lang]}",
    )


def _step(step: NextStep, lang: Lang) -> Segments:
    place, label, hint = written_path(step.path, lang), step.label[lang], step.hint[lang]
    return (
        (_GAIN[lang].format(gain=f"{float(step.gain):.1f}"), "green"),
        "  ",
        (place, "cyan"),
        f" — {hint}" if place.endswith(label) else _STEP[lang].format(label=label, hint=hint),
    )


_KIND = Text("（{kind}）", " ({kind})")
_SCORE = Text("得分 {score} / 100", "score {score} / 100")
_SCORED_ON = Text(
    "按适用的 {points} 分（满分 100）折算：其余部分已声明不适用",
    "scored on {points} of 100 points: the rest does not apply",
)
_NOTHING = Text("没有可评分的内容", "nothing to score")
_NOT_APPLICABLE = Text("不适用", "does not apply")
_NEXT = Text("接下来：", "What to do next:")
_ALL_DONE = Text(
    "计分的内容都已填写；写得对不对，要由人看",
    "all that is scored is filled in; whether it is right, people have to judge",
)
_WARNINGS = Text("另有 {n} 条警告，用 check 查看", "besides, {n} warning(s): see them with check")
_MORE = Text("另有 {n} 条，用 --all 全部列出", "and {n} more: use --all to list them")
_GAIN = Text("+{gain} 分", "+{gain} points")
_STEP = Text(" — {label}：{hint}", " — {label}: {hint}")
