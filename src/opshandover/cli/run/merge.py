"""The command `merge`."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from opshandover.cli.call_errors import CallError
from opshandover.cli.run.common import FINE, FOUND, answer_to
from opshandover.cli.run.files import OpenedFile, open_file
from opshandover.cli.screen import Screen, aside, output
from opshandover.codec import dumps, format_named, format_of
from opshandover.continuity.decisions import Decision
from opshandover.continuity.merging import Answer, Merge, Policy, merge
from opshandover.files import allow_overwriting, resolved, write_whole
from opshandover.model import OpsDocument
from opshandover.model.fields import field_for_key
from opshandover.reporting.plain import as_json
from opshandover.reporting.views.merge import conflict_lines, merge_lines, value_texts
from opshandover.text import LANGUAGES, Lang, Text, message

WORD = ".docx"
WHOLE = 10_000
"""The most that a comment in a Word file holds of one value, in cells."""


def run(
    *,
    base: str,
    ours: str,
    theirs: str,
    out: str | None,
    keep_ours: bool,
    keep_theirs: bool,
    ask: bool,
    our_name: str,
    their_name: str,
    format: str,
    named: str | None,
    lang: Lang | None,
) -> int:
    """Merge three versions; see the command's help."""
    policy = policy_of(keep_ours=keep_ours, keep_theirs=keep_theirs, ask=ask)
    target = Path(out) if out and out != "-" else None
    to_word = target is not None and target.suffix.lower() == WORD
    if target and not to_word:
        format_of(Path(named) if named and resolved(target) == resolved(ours) else target, writing=True)
    first, mine, other = (open_file(file, lang, named) for file in (base, ours, theirs))
    with mine.config.in_force():
        merged = merge(
            first.document,
            mine.document,
            other.document,
            base_name=named or base,
            ours_name=our_name or ours,
            theirs_name=their_name or theirs,
        )
        if policy:
            merged = merged.resolve(policy(merged, mine.lang))
        content = _word_file(merged, mine.lang) if to_word else _text(merged, mine, other, target, named).encode()
        if target is None:
            sys.stdout.write(content.decode())
        else:
            if resolved(target) == resolved(ours):
                allow_overwriting(target)
            write_whole(target, content)
        _report(merged, format, mine.lang, output() if target else aside())
    if target:
        aside().line(_WRITTEN.filled(mine.lang, path=target))
    return FOUND if merged.conflicts else FINE


def _word_file(merged: Merge, lang: Lang) -> bytes:
    from opshandover.exporters.word.conflicts import conflicts_file  # python-docx, for this alone

    return conflicts_file(merged, lambda conflict: value_texts(conflict, merged, lang, WHOLE), lang)


def policy_of(*, keep_ours: bool, keep_theirs: bool, ask: bool) -> Callable[[Merge, Lang], Policy] | None:
    """Who decides the conflicts of a merge; nobody if no option says it.

    Raises:
        CallError: several options say it.
    """
    if keep_ours + keep_theirs + ask > 1:
        raise CallError(message("--ours、--theirs、--ask 只能选一个", "give only one of --ours, --theirs, --ask"))
    if ask:
        return _Asking
    sides: list[Policy] = [*(["ours"] if keep_ours else ()), *(["theirs"] if keep_theirs else ())]
    return (lambda _merged, _lang: sides[0]) if sides else None


def _text(merged: Merge, mine: OpenedFile, other: OpenedFile, target: Path | None, named: str | None) -> str:
    """The text of the result: that of a side, with its comments, if the result is what that side has."""
    is_ours = target is None or resolved(target) == resolved(mine.name)
    chosen = mine.source.format if is_ours and mine.source else format_of(target or _YAML)
    for side in (mine, other):
        if side.source and merged.document == side.document and side.source.format == chosen:
            return side.source.text
    writable = chosen if chosen.writable else format_named("yaml")
    return dumps(merged.document, format=writable.name, lang=_language_of_keys(mine))


def _language_of_keys(file: OpenedFile) -> Lang | None:
    """The language in whose labels a file is written; `None` if it is written in names."""
    data: object = file.source.format.read(file.source.text).data if file.source else None
    for key in cast("Mapping[str, object]", data) if isinstance(data, Mapping) else ():
        field = field_for_key(OpsDocument, key)
        if field and key != field.name:
            return next((lang for lang in LANGUAGES if field.label[lang] == key), None)
    return None


def _report(merged: Merge, format: str, lang: Lang, screen: Screen) -> None:
    if format == "json":
        screen.stream.write(as_json(merged.as_data(lang)))
    else:
        screen.lines(merge_lines(merged, lang))


class _Asking:
    """A policy that shows each conflict and asks whose version is to stand."""

    def __init__(self, merged: Merge, lang: Lang) -> None:
        self.merged = merged
        self.lang: Lang = lang
        self.number = 0

    def __call__(self, conflict: Decision) -> Answer:
        self.number += 1
        aside().lines(conflict_lines(self.number, conflict, self.merged, self.lang))
        answers: Mapping[str, Answer] = {"o": "ours", "t": "theirs"}
        return answers.get(answer_to(_ASKED[self.lang], default="l", choices="otl"))


_YAML = Path("merged.yaml")
_ASKED = Text("取哪一方？o 己方（OURS），t 对方（THEIRS），l 暂不决定", "Whose? o ours, t theirs, l leave it open")
_WRITTEN = Text("已写入 {path}", "wrote {path}")
