"""A file that people edited, compared with the document that it was made from: the document with their edits."""

from collections.abc import Mapping

from attrs import evolve

from opshandover.arguments import argument_error
from opshandover.codec.baseline import Baseline
from opshandover.codec.files import loads
from opshandover.collector import put_off
from opshandover.continuity.ledger import Fate, Found
from opshandover.document.columns import record_groups
from opshandover.findings import Report
from opshandover.layout import View, lay_out
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.ooxml.xml import visible
from opshandover.pages.blocks import Page, Paragraph, Run
from opshandover.reading.imported import Imported
from opshandover.reading.original import Secrets, as_shown, secrets_of, unmasked, with_secrets
from opshandover.reading.result import Part, Place
from opshandover.reading.returned.account import Account, leaves, texts_on, values_on
from opshandover.reading.returned.comparing import Comparison, Left
from opshandover.reading.returned.lines import shown_text
from opshandover.reading.returned.places import Places
from opshandover.reading.returned.prose import prose_of
from opshandover.remarks import RemarkKind
from opshandover.rules.engine import check_sound
from opshandover.text import Lang, Text, message

__all__ = ["read_returned"]

_TITLE = "title"
_HOMELESS = Text("未归位的内容", "Without a place of its own")
_IMPORTED = Text("带有原始文档的文件", "a file that holds the document that it was made from")
_GIVE_IT = Text("请用 against 指定原文件", "give the source with against")


def read_returned(imported: Imported, against: OpsDocument | None = None) -> Part:
    """Return the document that a file was made from, with the edits that people made in the file and nothing else.

    The page is laid out again and compared with the one that came back. What nobody changed is the value of the
    document letter for letter, whatever the format or a program made of it.

    Args:
        imported: the file.
        against: the document that it was made from, where that is at hand: its secrets stay, which the file has blacked
            out. Without it, that in the file counts.

    Raises:
        ArgumentError: neither is there.
        LoadError: the document in the file cannot be read, such as one of a newer version.
    """
    with put_off():
        return _read(imported, against)


def _read(imported: Imported, against: OpsDocument | None) -> Part:
    baseline = imported.baseline
    secrets: Secrets = secrets_of(against) if against else {}
    lang = baseline.lang if baseline else imported.page.lang
    options: Mapping[str, str] = baseline.options if baseline else {}
    if baseline:
        known = loads(baseline.json, format="json")
        base = with_secrets(known, secrets)
    elif against:
        known, base = as_shown(against), against
    else:
        raise argument_error(imported, "imported", _IMPORTED, _GIVE_IT)
    expected = _laid_out(known, lang, options)
    account = Account(dict(imported.found))
    form, checked_again = "template" in options, "findings" in options
    comparison = Comparison(known, lang, account, only_tagged=form, checked_again=checked_again)
    page = _without_mark(imported.page, options.get("mark", ""))
    shown = len(values_on(expected.blocks, known, lang)) + _compare_titles(comparison, expected, page)
    comparison.blocks(expected.blocks, page.blocks)
    texts = texts_on(page.blocks)
    for beside in imported.beside:
        if not beside.apart:
            texts |= texts_on(beside.blocks)
            for leaf in leaves(beside.blocks):
                comparison.leave(leaf)
    edits = comparison.edits
    edits.values.update({path: unmasked(path, value, secrets) for path, value in edits.values.items()})
    document = _with_left(edits.applied(base), comparison.left, lang)
    _say_lost_tags(account, imported)
    ledger = account.ledger(shown, texts, edits.removed)
    remarks = (*imported.remarks, *account.remarks)
    return Part(document=document, remarks=remarks, account=lambda: ledger, places=Places(document, lambda: page))


def places_in(document: OpsDocument, baseline: Baseline) -> Mapping[str, Place]:
    """Where the records of a document stand in a file that shows its baseline and nothing else."""
    return Places(document, lambda: _laid_out(baseline.document(), baseline.lang, baseline.options))


def _laid_out(document: OpsDocument, lang: Lang, options: Mapping[str, str]) -> Page:
    """Lay a document out as an exporter with some options did."""
    views = {view.value: view for view in View}
    return lay_out(
        document,
        lang,
        view=views.get(options.get("view", ""), View.FULL),
        report=_report(document) if options.get("findings") == "true" else None,
        placeholders=options.get("placeholders") == "true",
    )


def _report(document: OpsDocument) -> Report:
    return check_sound(document, tuple(record_groups(document)))


def _without_mark(page: Page, mark: str) -> Page:
    """The page without the mark above its title."""
    if mark and page.blocks and shown_text(page.blocks[0]).strip() == mark.strip():
        return evolve(page, blocks=page.blocks[1:])
    return page


def _compare_titles(comparison: Comparison, expected: Page, page: Page) -> int:
    """Compare the titles; returns the number of values that were expected there."""
    own = bool(visible(comparison.document.title).strip())
    same = shown_text(Paragraph((Run(expected.title),))).strip() == page.title.strip()
    if not same and page.title.strip():
        comparison.edits.put(_TITLE, page.title.strip())
    elif not same and own and not comparison.only_tagged:
        comparison.edits.put(_TITLE, "")
    if own or not same:
        fate = Fate.KEPT if same else Fate.CHANGED if own and page.title.strip() else Fate.CLOSED if own else Fate.NEW
        comparison.account.expect(_TITLE, fate, Found.LABEL)
    return int(own or not same)


def _with_left(document: OpsDocument, left: Left, lang: Lang) -> OpsDocument:
    """A document with what has no home in free sections at its end."""
    sections = tuple(
        FreeSection(title=title or _HOMELESS[lang], body=prose_of(blocks)) for title, blocks in left if title or blocks
    )
    return evolve(document, extra=(*document.extra, *sections)) if sections else document


def _say_lost_tags(account: Account, imported: Imported) -> None:
    """Say that a program has dropped the tags of all controls."""
    if imported.baseline and imported.found and not any(way is Found.TAG for _, way in imported.found):
        said = message(
            "保存文件的程序去掉了全部内容控件的标签，改按书签和表格位置读取",
            "the program that saved the file dropped the tags of all controls; it was read by bookmarks and tables",
        )
        account.remark(RemarkKind.MAPPED, said)
