"""What changed between two versions, as people read it: at the prompt, printed by a script, in a notebook."""

from collections.abc import Iterator

from opshandover.continuity.changes import Change, ChangeKind, Diff
from opshandover.continuity.plain_values import without_secrets
from opshandover.continuity.wording import line_edits, word_edits
from opshandover.html import Html
from opshandover.layout.path_labels import path_label
from opshandover.plain_text import fits_width
from opshandover.reporting.html.elements import Content, element, together
from opshandover.reporting.html.notebook import MOST_ROWS, chip, framed, muted, table
from opshandover.reporting.labels import PAUSE
from opshandover.reporting.views.values import value_text
from opshandover.styled import Line, Segment, line, plain
from opshandover.text import Lang, Text

SIGNS = {ChangeKind.ADDED: "+", ChangeKind.REMOVED: "-", ChangeKind.CHANGED: "~", ChangeKind.MOVED: ">"}
STYLES = {
    ChangeKind.ADDED: "green",
    ChangeKind.REMOVED: "red",
    ChangeKind.CHANGED: "yellow",
    ChangeKind.MOVED: "cyan",
}
OLD_STYLE, NEW_STYLE = "red", "green"
_GROUNDS = {
    ChangeKind.ADDED: "#17653a",
    ChangeKind.REMOVED: "#a8201a",
    ChangeKind.CHANGED: "#7a4d00",
    ChangeKind.MOVED: "#1a5a9e",
}
_NUMBER = Text("{kind} {n} 处", "{n} {kind}")
_NO_CHANGE = Text("没有变化", "no changes")
_SAID = Text("：{text}", ": {text}")
_CAME_FROM = Text("，原在 {place}", ", formerly {place}")
_MASKED = Text("遮住的内容有改动", "what is masked has changed")
_KIND, _PLACE, _OLD, _NEW = Text("变化", "Change"), Text("位置", "Place"), Text("原来", "Before"), Text("现在", "Now")
_MORE = Text("另有 {n} 处", "and {n} more")
_SHORT = 60


def text(diff: Diff) -> str:
    """What the prompt prints, without colour."""
    return plain(diff_lines(diff, diff.lang))


def diff_lines(diff: Diff, lang: Lang) -> Iterator[Line]:
    """The number of changes, then each with what was there before and what is there now."""
    yield line((counted(diff, lang), "bold"))
    for change in diff.changes:
        yield from _change(change, diff, lang)


def counted(diff: Diff, lang: Lang) -> str:
    """The number of changes of each kind, in words."""
    numbers = [_NUMBER[lang].format(kind=kind.label[lang], n=n) for kind in ChangeKind if (n := diff.count(kind))]
    return PAUSE[lang].join(numbers) or _NO_CHANGE[lang]


def _change(change: Change, diff: Diff, lang: Lang) -> Iterator[Line]:
    head: tuple[Segment, ...] = (
        "  ",
        (SIGNS[change.kind], STYLES[change.kind]),
        " ",
        (_place(change, diff, lang), "cyan"),
    )
    match change.kind:
        case ChangeKind.MOVED:
            yield line(*head, _CAME_FROM[lang].format(place=path_label(change.old_path, diff.old, lang)), hang=6)
        case ChangeKind.ADDED:
            yield line(*head, _SAID[lang].format(text=_new(change, diff, lang)), hang=6)
        case ChangeKind.REMOVED:
            yield line(*head, _SAID[lang].format(text=_old(change, diff, lang)), hang=6)
        case ChangeKind.CHANGED:
            old, new = safe_values(change, diff)
            if isinstance(old, str) and isinstance(new, str) and not _are_short(old, new):
                yield line(*head, hang=6)
                yield from edit_lines(old, new, lang)
            else:
                said = f"{_old(change, diff, lang)} → {_new(change, diff, lang)}"
                yield line(*head, _SAID[lang].format(text=said if old != new else _MASKED[lang]), hang=6)


def edit_lines(old: str, new: str, lang: Lang, indent: str = "      ") -> Iterator[Line]:
    """The lines of a text that differ, the words that differ in them in colour."""
    if old == new:
        yield line(indent, _MASKED[lang])
    for edit in line_edits(old, new):
        if edit.is_kept:
            continue
        words = word_edits(edit.old, edit.new)
        before = [(word.old, "" if word.is_kept else OLD_STYLE) for word in words]
        after = [(word.new, "" if word.is_kept else NEW_STYLE) for word in words]
        yield from _signed("- ", before, OLD_STYLE, indent)
        yield from _signed("+ ", after, NEW_STYLE, indent)


def _signed(sign: str, parts: list[tuple[str, str]], style: str, indent: str) -> Iterator[Line]:
    """Parts of a text, each of its lines behind a sign."""
    row: list[Segment] = []
    for part, own in parts:
        first, *rest = part.split("\n")
        row += [(first, own)] if first else []
        for more in rest:
            yield line(indent, (sign, style), *row, hang=len(indent) + 2)
            row = [(more, own)] if more else []
    if row:
        yield line(indent, (sign, style), *row, hang=len(indent) + 2)


def safe_values(change: Change, diff: Diff) -> tuple[object, object]:
    """The values before and after, without secrets."""
    return (
        without_secrets(change.old, change.old_path, diff.old),
        without_secrets(change.new, change.new_path, diff.new),
    )


def _are_short(old: str, new: str) -> bool:
    return all("\n" not in one and fits_width(one, _SHORT) for one in (old, new))


def _old(change: Change, diff: Diff, lang: Lang) -> str:
    return value_text(safe_values(change, diff)[0], change.old_path, diff.old, lang)


def _new(change: Change, diff: Diff, lang: Lang) -> str:
    return value_text(safe_values(change, diff)[1], change.new_path, diff.new, lang)


def _place(change: Change, diff: Diff, lang: Lang) -> str:
    if change.kind is ChangeKind.REMOVED:
        return path_label(change.old_path, diff.old, lang)
    return path_label(change.new_path, diff.new, lang)


def fragment(diff: Diff) -> str:
    """The changes in a table, for a notebook."""
    lang = diff.lang
    rows = (_row(change, diff, lang) for change in diff.changes[:MOST_ROWS])
    left = len(diff.changes) - MOST_ROWS
    return framed(
        element("p", element("b", counted(diff, lang)), style="margin:0"),
        table((_KIND, _PLACE, _OLD, _NEW), rows, lang) if diff else None,
        muted(_MORE[lang].format(n=left)) if left > 0 else None,
    )


def _row(change: Change, diff: Diff, lang: Lang) -> tuple[Content, ...]:
    kind = chip(change.kind.label[lang], _GROUNDS[change.kind])
    place = _place(change, diff, lang)
    if change.kind is ChangeKind.MOVED:
        return kind, place, path_label(change.old_path, diff.old, lang), ""
    old, new = safe_values(change, diff)
    if isinstance(old, str) and isinstance(new, str) and old != new:
        words = word_edits(old, new)
        return (
            kind,
            place,
            _marked(((w.old, w.is_kept) for w in words), "del"),
            _marked(((w.new, w.is_kept) for w in words), "ins"),
        )
    before = "" if change.kind is ChangeKind.ADDED else _old(change, diff, lang)
    after = "" if change.kind is ChangeKind.REMOVED else _new(change, diff, lang)
    return kind, place, before, after if before != after else _MASKED[lang]


def _marked(parts: Iterator[tuple[str, bool]], tag: str) -> Html:
    return together(*(part if kept else element(tag, part) for part, kept in parts if part))
