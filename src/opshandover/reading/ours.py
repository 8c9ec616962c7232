"""Files of ours without tags: read by their labels, and compared with the document they were made from."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache, partial

from attrs import evolve

from opshandover.continuity.changes import ChangeKind
from opshandover.continuity.comparing import diff
from opshandover.continuity.ledger import Entry, Fate, Found, Ledger
from opshandover.continuity.merging import merge
from opshandover.document.paths import Path, containing, nearest_first
from opshandover.document.walk import filled_paths
from opshandover.errors import PathError, UnknownNameError
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.pages.blocks import Block, Page
from opshandover.pages.writing.prose import prose_of
from opshandover.profiles import all_profiles, profile_named
from opshandover.reading.blanks import without_blanks
from opshandover.reading.imported import Imported
from opshandover.reading.normal import normal
from opshandover.reading.original import as_shown, original_of, secrets_of, unmasked
from opshandover.reading.own import PageReading, reading_of
from opshandover.reading.result import Part
from opshandover.remarks import Remark, RemarkKind
from opshandover.text import LANGUAGES, Text, message

_UNPLACED = Text("未归位的内容", "Without a home")
_INDEX = re.compile(r"\[\d+\]")


def read_ours(imported: Imported, against: OpsDocument | None = None, profile: str | None = None) -> Part | None:
    """The document that a page shows if the page is one of ours; `None` if it is not.

    Args:
        imported: the file as an importer has it.
        against: the document that it was made from, if the file does not hold that.
        profile: the kind of document, if the page does not say it.
    """
    kind = profile or _kind_of(imported.page)
    if kind is None:
        return None
    page = _named(without_blanks(imported.page), kind)
    read = reading_of(page, kind)
    original = original_of(imported, against)
    if original is None and not _is_ours(imported, page, read):
        return None
    document, shown = read.document, None
    if original is not None:
        shown = normal(as_shown(original), page.lang)
        if imported.baseline and imported.baseline.is_form:
            document = _with_unasked(document, shown, imported)
            read = evolve(read, document=document)
        document = merge(shown, original, _unmasked(document, original)).resolve("theirs").document
    if read.left:
        section = FreeSection(title=_UNPLACED[page.lang], body=prose_of(read.left))
        document = evolve(document, extra=(*document.extra, section))
    remarks = (*imported.remarks, *map(_left, read.left))
    account = partial(_ledger, read.document, len(read.left), shown, imported.found)
    return Part(document=document, remarks=remarks, account=account, places=read.places)


def _kind_of(page: Page) -> str | None:
    """The kind of document that a page names: in its front matter, below its title, as its title or as part of it."""
    for said in (page.text_property("profile"), page.kind, page.title):
        try:
            return profile_named(said).name
        except UnknownNameError:
            continue
    labels = ((profile.label[lang], profile.name) for profile in all_profiles() for lang in LANGUAGES)
    return max(((len(label), name) for label, name in labels if label in page.title), default=(0, None))[1]


def _named(page: Page, kind: str) -> Page:
    """A page with its kind, which its title may say alone, in the language in which it says that."""
    label = profile_named(kind).label
    page = evolve(page, kind=page.title) if not page.kind and page.title in (label.zh, label.en) else page
    return evolve(page, lang=next((lang for lang in LANGUAGES if label[lang] == page.kind), page.lang))


def _is_ours(imported: Imported, page: Page, read: PageReading) -> bool:
    """Whether a page was laid out here, or by people in the same way.

    The front matter, the line below its title or a path of its values says it; or nothing is left, and not all that was
    read is free sections: those are what any headings make below a title such as “Offboarding”. One that names its kind
    may have a few things that nobody can read.
    """
    if dict(page.properties).get("profile"):
        return True
    if not read.left:
        return bool(imported.page.kind or imported.found) or not _is_all_free(read.document)
    return bool(page.kind) and 3 * len(read.left) <= len(page.blocks)


def _is_all_free(document: OpsDocument) -> bool:
    """Whether a document has free sections, and nothing else but its kind, its title and its language."""
    bare = OpsDocument(profile=document.profile, title=document.title, lang=document.lang, extra=document.extra)
    return bool(document.extra) and document == bare


def _left(block: Block) -> Remark:
    return Remark(
        kind=RemarkKind.LEFT,
        message=message(
            "没有归位，原样保留：{text}", "has no home, and is kept as it is: {text}", text=prose_of((block,))
        ),
        line=getattr(block, "line", 0) or None,
    )


def _with_unasked(document: OpsDocument, shown: OpsDocument, imported: Imported) -> OpsDocument:
    """What was read from a form, with what was known and the form does not ask: it was not there to be deleted."""
    found = {_INDEX.sub("", path): way for path, way in imported.found}
    asked = {at for path in found for at in containing(path)}
    for change in diff(shown, document).changes:
        path = _INDEX.sub("", change.old_path)
        is_value = change.kind is ChangeKind.REMOVED and not change.old_path.endswith("]")
        if is_value and path not in asked and not any(found.get(at) is Found.TAG for at in containing(path)):
            document = Path.parse(change.new_path).put(document, change.old)
    return document


def _unmasked(document: OpsDocument, original: OpsDocument) -> OpsDocument:
    """What was read, with the secrets of the original where their place is the same."""
    secrets = secrets_of(original)
    for path in secrets:
        place = Path.parse(path)
        with suppress(PathError):
            document = place.put(document, unmasked(path, place.get(document), secrets))
    return document


def _ledger(read: OpsDocument, left: int, shown: OpsDocument | None, found: Iterable[tuple[str, Found]]) -> Ledger:
    """The account of a page: each value that it shows, those it no longer shows, and what is left."""
    ways = {_INDEX.sub("", path): way for path, way in found}
    changes = diff(shown, read).changes if shown else ()
    fates = {change.new_path: _FATES[change.kind] for change in changes if change.kind is not ChangeKind.REMOVED}
    removed = {change.old_path for change in changes if change.kind is ChangeKind.REMOVED}
    way = cache(partial(_way, ways=ways))  # a field in thousands of rows is asked for once
    entries = [
        Entry(_fate(path, fates) if fates else Fate.KEPT, path, way(_INDEX.sub("", path)))
        for path in filled_paths(read)
    ]
    gone = [path for path in filled_paths(shown) if not removed.isdisjoint(containing(path))] if shown else []
    closed = [Entry(fate=Fate.CLOSED, path=path) for path in gone]
    lost = [Entry(fate=Fate.LEFT)] * left
    return Ledger(entries=(*entries, *closed, *lost), taken_in=len(entries) + len(gone) + left)


_FATES = {ChangeKind.ADDED: Fate.NEW, ChangeKind.CHANGED: Fate.CHANGED, ChangeKind.MOVED: Fate.KEPT}


def _fate(path: str, fates: Mapping[str, Fate]) -> Fate:
    """What became of a value: what is said of the nearest that contains it."""
    return next((fates[at] for at in nearest_first(path) if at in fates), Fate.KEPT)


def _way(path: str, ways: Mapping[str, Found]) -> Found:
    """How a value was found: as its field, a path without indexes, since empty rows of a form do not count."""
    known = (ways.get(at) for at in nearest_first(path))
    return next((way for way in known if way), Found.LABEL)
