"""A reading as people see it: what the file holds, what became of it, and what a person has to decide."""

from collections.abc import Iterator, Mapping

from opshandover.continuity.ledger import Found, Ledger
from opshandover.profiles import profile_of
from opshandover.reading.result import Reading
from opshandover.redaction import excerpt, excerpt_path
from opshandover.remarks import Remark, RemarkKind
from opshandover.reporting.html.elements import element
from opshandover.reporting.html.labels import PLACE
from opshandover.reporting.html.notebook import framed, muted, table, title
from opshandover.reporting.labels import BRACKETED
from opshandover.reporting.views.merge import COUNTED_AS, ledger_text, merge_lines
from opshandover.styled import Line, line, plain
from opshandover.text import Lang, Text

MOST_REMARKS = 20
"""How many remarks are listed, if nobody asks for all."""
_LONGEST = 160
_ORDER = (RemarkKind.ASKED, RemarkKind.DROPPED, RemarkKind.LEFT, RemarkKind.GUESSED, RemarkKind.MAPPED)
_STYLES: Mapping[RemarkKind, str] = {RemarkKind.ASKED: "yellow", RemarkKind.DROPPED: "yellow"}
_LINE = Text("第 {n} 行", "line {n}")
_SURE = Text("把握 {percent}%", "{percent}% sure")
_MORE = Text("另有 {n} 条；加 --all 全部列出", "{n} more; list all with --all")
_HERE = Text("另有 {n} 条", "{n} more")
_PAUSE = Text("，", ", ")
_FOUND_BY = Text("找到的依据：{ways}", "found by: {ways}")
_MAPPED = Text("已归位 {n} 处", "{n} mapped")


def text(reading: Reading) -> str:
    """What the prompt prints, without colour."""
    return plain(reading_lines(reading, reading.lang))


def fragment(reading: Reading) -> str:
    """The account and the remarks in a table, for a notebook."""
    lang = reading.lang
    remarks = _sorted(reading)
    rows = ((remark.kind.label[lang], place_of(remark, lang), _said(remark, lang)) for remark in remarks[:MOST_REMARKS])
    return framed(
        title(excerpt_path(reading.name), _kinds(reading, lang), lang),
        *(element("p", one, style="margin:4px 0") for one in ledger_texts(reading.ledger, lang)),
        table((_WHAT, PLACE, _REMARK), rows, lang) if remarks else None,
        muted(_HERE[lang].format(n=len(remarks) - MOST_REMARKS)) if len(remarks) > MOST_REMARKS else None,
    )


_WHAT = Text("情况", "What")
_REMARK = Text("说明", "Remark")


def reading_lines(reading: Reading, lang: Lang, most: int | None = MOST_REMARKS) -> Iterator[Line]:
    """What was read: the documents, the account, and the remarks, with what a person has to decide first.

    Args:
        reading: the reading.
        lang: the language to speak.
        most: how many remarks are listed; all if `None`. What found its place is counted unless all are.
    """
    yield line((excerpt_path(reading.name), "bold"), BRACKETED[lang].format(text=_kinds(reading, lang)))
    for one in ledger_texts(reading.ledger, lang):
        yield line("  ", one, hang=4)
    remarks = [one for one in _sorted(reading) if most is None or one.kind is not RemarkKind.MAPPED]
    mapped = len(reading.remarks) - len(remarks)
    for remark in remarks[:most]:
        yield remark_line(remark, lang)
    if most is not None and len(remarks) > most:
        yield line("  ", (_MORE[lang].format(n=len(remarks) - most), "dim"))
    if mapped:
        yield line("  ", (_MAPPED[lang].format(n=mapped), "dim"))
    if reading.merged:
        yield from merge_lines(reading.merged, lang)


def _kinds(reading: Reading, lang: Lang) -> str:
    kinds = [profile_of(document.profile).label[lang] for document in reading.documents]
    return _PAUSE[lang].join(dict.fromkeys(kinds)) + (f" × {len(kinds)}" if len(kinds) > 1 else "")


def _sorted(reading: Reading) -> list[Remark]:
    return sorted(reading.remarks, key=lambda one: (_ORDER.index(one.kind), one.line or 0))


def place_of(remark: Remark, lang: Lang) -> str:
    """Where in the file a remark applies, in words; empty if unknown."""
    return _LINE[lang].format(n=remark.line) if remark.line else excerpt(remark.place, _LONGEST)


def _said(remark: Remark, lang: Lang) -> str:
    said = excerpt(remark.message[lang], _LONGEST)
    if remark.kind is not RemarkKind.GUESSED:
        return said
    return said + BRACKETED[lang].format(text=_SURE[lang].format(percent=round(100 * remark.certainty)))


def remark_line(remark: Remark, lang: Lang) -> Line:
    """A remark with its kind, where it applies and how sure it is."""
    place = place_of(remark, lang)
    kind = remark.kind.label[lang], _STYLES.get(remark.kind, "")
    return line("  ", kind, "  ", place, "  " if place else "", _said(remark, lang), hang=4)


def ledger_texts(ledger: Ledger, lang: Lang) -> Iterator[str]:
    """The account in words: what became of all that went in, and how it was found."""
    yield ledger_text(ledger, lang)
    ways = [(found.label, n) for found in Found if (n := ledger.found.get(found, 0))]
    if ways:
        yield _FOUND_BY[lang].format(
            ways=_PAUSE[lang].join(COUNTED_AS[lang].format(label=w[lang], n=n) for w, n in ways)
        )
