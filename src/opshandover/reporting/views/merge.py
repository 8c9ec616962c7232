"""A merge as people read it: what is open first, with whose each version is, then what was decided."""

from collections.abc import Iterator

from opshandover.continuity.changes import Change, ChangeKind
from opshandover.continuity.comparing import changes_between
from opshandover.continuity.decisions import ABSENT, Decision, Matter, Outcome, Side
from opshandover.continuity.ledger import Fate, Ledger
from opshandover.continuity.matching import is_same
from opshandover.continuity.merging import BASE_NAME, Merge
from opshandover.document.paths import Path, written_path
from opshandover.errors import PathError
from opshandover.layout.path_labels import path_label
from opshandover.model.base import Record
from opshandover.plain_text import shortened
from opshandover.redaction import excerpt_path
from opshandover.reporting.html.elements import Content, element
from opshandover.reporting.html.labels import PLACE
from opshandover.reporting.html.notebook import MOST_ROWS, below, framed, muted, table
from opshandover.reporting.labels import BRACKETED, PAUSE
from opshandover.reporting.views.diff import edit_lines
from opshandover.reporting.views.values import LONGEST, label_at, value_text
from opshandover.styled import Line, line, plain
from opshandover.text import Lang, Text

MOST_DECISIONS = 30
"""How many of the decisions that nobody has to look at are listed."""
_OPEN = (
    Text("没有冲突", "no conflicts"),
    Text("{n} 处冲突待定", "{n} conflict open"),
    Text("{n} 处冲突待定", "{n} conflicts open"),
)
_CONFLICT = Text("冲突 {n}", "conflict {n}")
_SAID = Text("{name}：{text}", "{name}: {text}")
_STANDS = Text("暂取 {name}", "{name} stands for now")
_DECIDED = Text("已决定 {n} 处：", "{n} decided:")
_NOTHING = Text("双方都没有改动", "neither side changed anything")
_MORE = Text("另有 {n} 处", "and {n} more")
_LEDGER = Text("收支：{total} = {fates}", "account: {total} = {fates}")
_WRONG = Text(
    "收支不平（{total} 项进，{n} 项有着落）：这是本程序的错误，请报告",
    "the account does not add up ({total} went in, {n} came out): a fault of this program, please report it",
)
COUNTED_AS = Text("{label} {n}", "{n} {label}")
_SEMICOLON = Text("；", "; ")


def text(merge: Merge) -> str:
    """What the prompt prints, without colour."""
    return plain(merge_lines(merge, merge.lang))


def merge_lines(merge: Merge, lang: Lang) -> Iterator[Line]:
    """The open conflicts with all three values, then the decisions, and the account of everything."""
    n = len(merge.conflicts)
    yield line((_opened(n, lang), "bold red" if n else "bold green"))
    for number, conflict in enumerate(merge.conflicts, start=1):
        yield from conflict_lines(number, conflict, merge, lang)
    decided = [one for one in merge.decisions if not one.is_open]
    yield line(_DECIDED[lang].format(n=len(decided)) if decided else "" if n else _NOTHING[lang])
    for one in decided[:MOST_DECISIONS]:
        yield line("  ", (_place(one, merge, lang), "cyan"), _decided(one, merge, lang), hang=4)
    if (left := len(decided) - MOST_DECISIONS) > 0:
        yield line("  ", _MORE[lang].format(n=left))
    yield line((ledger_text(merge.ledger, lang), "dim" if merge.ledger.adds_up else "bold red"))


def ledger_text(ledger: Ledger, lang: Lang) -> str:
    """The account of a ledger on one line."""
    if not ledger.adds_up:
        return _WRONG[lang].format(total=ledger.taken_in, n=len(ledger.entries))
    fates = " + ".join(
        COUNTED_AS[lang].format(label=fate.label[lang], n=n) for fate in Fate if (n := ledger.counts[fate])
    )
    return _LEDGER[lang].format(total=ledger.taken_in, fates=fates or 0)


def _opened(n: int, lang: Lang) -> str:
    return _OPEN[min(n, 2)][lang].format(n=n)


def conflict_lines(number: int, conflict: Decision, merge: Merge, lang: Lang) -> Iterator[Line]:
    """An open conflict: where, what, and all three values with whose they are."""
    place, matter = _place(conflict, merge, lang), conflict.matter.label[lang]
    where = BRACKETED[lang].format(text=written_path(conflict.path, lang))
    yield line("  ", (_CONFLICT[lang].format(n=number), "bold red"), "  ", (place, "cyan"), where, hang=6)
    yield line("      ", (matter, "yellow"), hang=6)
    for name, value in zip(_names(merge, lang), value_texts(conflict, merge, lang), strict=True):
        yield line("      ", _SAID[lang].format(name=name, text=value), hang=8)
    _, ours, theirs = merge.values_of(conflict)
    if conflict.matter is Matter.TEXT and isinstance(ours, str) and isinstance(theirs, str):
        yield from edit_lines(ours, theirs, lang, "        ")
    yield line("      ", (_STANDS[lang].format(name=_names(merge, lang)[1]), "dim"))


def _decided(decision: Decision, merge: Merge, lang: Lang) -> str:
    whose = decision.outcome.label[lang]
    if decision.settled or decision.outcome in (Outcome.OURS, Outcome.THEIRS):
        side = decision.settled or Side(decision.outcome.value)
        whose = merge.names.of(side, lang)
    value = decision.value(decision.settled)
    if decision.matter is Matter.MOVE or value is ABSENT:
        what = Matter.MOVE if decision.matter is Matter.MOVE else ChangeKind.REMOVED
        return BRACKETED[lang].format(text=PAUSE[lang].join((what.label[lang], whose)))
    _, ours, theirs = value_texts(decision, merge, lang)
    chosen = theirs if value is decision.theirs else ours
    return _SAID[lang].format(name="", text=chosen) + BRACKETED[lang].format(text=whose)


def _names(merge: Merge, lang: Lang) -> tuple[str, str, str]:
    base = excerpt_path(merge.names.base) or BASE_NAME[lang]
    return base, merge.names.of(Side.OURS, lang), merge.names.of(Side.THEIRS, lang)


def value_texts(decision: Decision, merge: Merge, lang: Lang, room: int = LONGEST) -> tuple[str, str, str]:
    """The value in the base, in ours and in theirs, each on one line."""
    values = merge.values_of(decision)
    versions = zip(values, decision.place, (merge.base, merge.ours, merge.theirs), strict=True)
    base, ours, theirs = (
        _edits_of(values[0], value, lang) or value_text(value, path, version, lang, room)
        for value, path, version in versions
    )
    return base, ours, theirs


def _edits_of(base: object, value: object, lang: Lang) -> str:
    """The fields of a record in which it differs from the base; empty if it is not the same record."""
    if not isinstance(base, Record) or not isinstance(value, Record) or not is_same(base, value):
        return ""
    edits = (_edit(change, base, value, lang) for change in changes_between(base, value))
    return shortened(_SEMICOLON[lang].join(edits), LONGEST)


def _edit(change: Change, base: Record, value: Record, lang: Lang) -> str:
    old = value_text(change.old, change.old_path, base, lang)
    new = value_text(change.new, change.new_path, value, lang)
    label = label_at(change.new_path, value, lang)
    return _SAID[lang].format(name=label, text=f"{old} → {new}")


def _place(decision: Decision, merge: Merge, lang: Lang) -> str:
    """Where it is, in labels: in the version that has it, if the result does not."""
    at = decision.place
    for path, version in ((at[1], merge.ours), (at[2], merge.theirs), (at[0], merge.base)):
        if path is not None and _stands(path, version):
            return path_label(path, version, lang)
    return path_label(decision.path, merge.document, lang)


def _stands(path: str, version: object) -> bool:
    try:
        Path.parse(path).get(version)  # type: ignore[arg-type]  # one of the documents
    except PathError:
        return False
    return True


def fragment(merge: Merge) -> str:
    """The open conflicts in a table, for a notebook."""
    lang = merge.lang
    base, ours, theirs = (Text(name, name) for name in _names(merge, lang))
    rows = (_row(conflict, merge, lang) for conflict in merge.conflicts[:MOST_ROWS])
    left = len(merge.conflicts) - MOST_ROWS
    return framed(
        element("p", element("b", _opened(len(merge.conflicts), lang)), style="margin:0"),
        table((PLACE, base, ours, theirs), rows, lang) if merge.conflicts else None,
        element("p", muted(_MORE[lang].format(n=left))) if left > 0 else None,
        muted(ledger_text(merge.ledger, lang)),
    )


def _row(conflict: Decision, merge: Merge, lang: Lang) -> tuple[Content, ...]:
    place = element("span", _place(conflict, merge, lang), below(conflict.matter.label[lang]))
    return (place, *value_texts(conflict, merge, lang))
