"""What of a document a form has no place for, so that nothing is left out in silence."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from opshandover.document.paths import Path, containing, section_of, written_path
from opshandover.document.walk import walk
from opshandover.errors import OptionError, warn
from opshandover.exporters.word.left_out import LeftOut
from opshandover.model.base import NotApplicable, Nothing, Record
from opshandover.model.document import OpsDocument
from opshandover.ooxml.template_errors import template_error
from opshandover.text import LANGUAGES, Message, Text, joined, message

_MOST = 12
"""The maximum number of things that are named."""
_NO_CONTENT = frozenset(("profile", "lang", "waivers", "manages_people"))
"""Fields of the header that steer the program and are no content."""
_INDEX = re.compile(r"\[\d+\]")


def not_shown(document: OpsDocument, shown: Collection[str]) -> list[str]:
    """Return the paths of all values that are neither shown themselves nor as part of something that is."""
    return [
        path
        for path in _values(document)
        if path not in shown and not any(above in shown for above in containing(path))
    ]


def _values(document: OpsDocument) -> Iterator[str]:
    for node in walk(document, object, filled=True):
        value = node.value
        if isinstance(value, (Nothing, NotApplicable)):
            if not value.reason:
                yield node.path
        elif isinstance(value, Record) or value is False or (isinstance(value, str) and not value.strip()):
            continue
        elif section_of(node.path) not in _NO_CONTENT:
            yield node.path


def report_left_out(template: str, document: OpsDocument, left: Collection[str], then: LeftOut) -> None:
    """Warn of what is left out, or refuse to write the document.

    Raises:
        OptionError: it is to be refused.
    """
    if not left or then is LeftOut.IGNORE:
        return
    what = joined(list(_named(document, left)), "、", ", ")
    problem = message("没有地方放这些内容：{what}", "it has no place for: {what}", what=what)
    error: OptionError = template_error(template, problem, _ADD)
    if then is LeftOut.REFUSE:
        raise error
    warn(
        message(
            "“{document}”有内容没有写入，模板里没有对应的标记：{what}；{advice}",
            "'{document}': left out, as the template has no mark for it: {what}; {advice}",
            document=document.id or document.title or document.profile,
            what=what,
            advice=_ADD,
        )
    )


_ADD = Text(
    "请给它们加标记，或加一段 {{正文}} 放其余内容",
    "add marks for it, or a paragraph {{opshandover}} for the rest",
)


def _named(document: OpsDocument, left: Collection[str]) -> Iterator[Message]:
    """Yield the names of what is left out: whole sections and items where nothing of them is shown."""
    gone = set(left)
    kept = {"", *(above for path in _values(document) if path not in gone for above in containing(path))}
    highest = dict.fromkeys(next(above for above in containing(path) if above not in kept) for path in left)
    counts = Counter(_INDEX.sub("", path) for path in highest if not path.endswith("]"))
    items = [path for path in highest if path.endswith("]")]
    before = ["", *counts]
    fields = (_field(path, n, earlier) for (path, n), earlier in zip(counts.items(), before, strict=False))
    names = [*fields, *(_item(document, path) for path in items)]
    yield from names[:_MOST]
    if (more := len(names) - _MOST) > 0:
        yield message("另有 {n} 项", "{n} more", n=more)


def _field(path: str, count: int, earlier: str) -> Message:
    """Return the name of a field; after another of the same record only what differs: `tasks.due, .owner`."""
    around = path.rpartition(".")[0]
    known = around if around == earlier.rpartition(".")[0] else ""
    name = Text(*(written_path(path, lang).removeprefix(written_path(known, lang)) for lang in LANGUAGES))
    if count == 1:
        return Message(name)
    return message("{name}（{n} 处）", "{name} ({n} times)", name=name, n=count)


def _item(document: OpsDocument, path: str) -> Message:
    name = Text(written_path(path, "zh"), written_path(path, "en"))
    value: object = Path.parse(path).get(document)
    title: object = getattr(value, type(value).main, "") if isinstance(value, Record) and type(value).main else value
    shown = title if isinstance(title, str) else ""
    return (
        message("{name}{title}", "{name}{title}", name=name, title=Text(f"“{shown}”", f" '{shown}'"))
        if shown
        else Message(name)
    )
