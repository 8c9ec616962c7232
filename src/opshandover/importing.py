"""Read a file that people edited or wrote: find its importer, understand the page, account for every text."""

from functools import partial
from pathlib import Path

from attrs import evolve

from opshandover.arguments import AnyPath, as_path, ensure_argument
from opshandover.codec import Source
from opshandover.codec.formats import is_data_file
from opshandover.collector import put_off
from opshandover.continuity.ledger import Entry, Fate, Found, Ledger
from opshandover.continuity.merging import merge
from opshandover.document.verify import ensure, ensure_document
from opshandover.document.walk import filled_paths
from opshandover.errors import ContentError, Fault, LoadError, OpsHandoverError, ReadingError
from opshandover.files import SPLIT_IT, read_bytes
from opshandover.importers.registry import KnowsUnsaved, make, name_for
from opshandover.limits import MOST_LINES_OF_TEXT
from opshandover.model import OpsDocument
from opshandover.pages.blocks import Page
from opshandover.plugins import cause_text
from opshandover.profiles import profile_named
from opshandover.reading.foreign import Mapping, count_texts, read_foreign, read_mapping
from opshandover.reading.imported import Imported
from opshandover.reading.original import original_of
from opshandover.reading.ours import read_ours
from opshandover.reading.result import Part, Reading
from opshandover.reading.returned import places_in, read_returned
from opshandover.remarks import RemarkKind
from opshandover.text import Text, message


def read(
    path: AnyPath,
    against: OpsDocument | None = None,
    *,
    profile: str | None = None,
    mapping: AnyPath | Mapping | None = None,
    **options: object,
) -> Reading:
    """Read a file for people: one that was exported and then edited, or one that people wrote themselves.

    A file that holds the document it was made from gives every unchanged text back letter for letter. Others are read
    from what they show; what has no home is kept word for word in free sections.

    Args:
        path: the file; importers are found by its suffix (`.docx`, `.md`, `.html`). A file of data is loaded.
        against: the document as it is today. Edits in the file are merged with what was changed in it meanwhile; of a
            file that does not hold the document it was made from, this is taken for that document.
        profile: the kind of document, if the file does not say it; guessed if left out.
        mapping: places of headings that a person confirmed, or the file that has them.
        options: the options of the importer, such as `changes="accept"` for tracked changes in Word.

    Raises:
        LoadError: the file cannot be read; carries all faults at once.
        ReadingError: the importer failed.
        UnknownNameError, OptionError, ImporterLoadError: the kind, an option or the importer cannot be used.
        ArgumentError: an argument is of another type.
    """
    place = as_path(path)
    if against is not None:
        ensure_document(against, "against")
    if profile is not None:
        ensure_argument(profile, str, "profile", _KIND, _SUCH_AS)
        profile = profile_named(profile).name
    name = str(path)
    importer = None if is_data_file(place) else name_for(place)
    if importer is None:
        return Reading(name=name, parts=(_whole(Source.of_file(place).document()),))
    known = mapping if isinstance(mapping, Mapping) or mapping is None else read_mapping(as_path(mapping, "mapping"))
    try:
        with put_off():
            imported = _imported(place, name, importer, options)
            return reading_of(imported, name, against, profile=profile, mapping=known)
    except LoadError as cause:  # its importer and the document in it do not know its name
        raise LoadError(name, cause.faults, cause.lang) from cause
    except ContentError as cause:
        raise LoadError(name, (Fault(path="", problem=cause.message, hint=SPLIT_IT),)) from cause


_KIND = Text("文种的名称", "the name of a kind of document")
_SUCH_AS = Text('例如 "shift_handover"', 'such as "shift_handover"')


def _imported(place: Path, name: str, importer: str, options: dict[str, object]) -> Imported:
    """A file as its importer reads it; what an importer raises on its own names the file."""
    made = make(importer, options)
    data = read_bytes(place)
    try:
        if isinstance(made, KnowsUnsaved) and (baseline := made.unsaved(data)):
            return Imported(page=Page("", "", baseline.lang, ()), baseline=baseline, unsaved=True)
        return _checked(made.parse(data))
    except (OpsHandoverError, KeyboardInterrupt):
        raise
    except BaseException as cause:
        raise ReadingError(
            message(
                "{file}：导入器“{importer}”出错：{cause}",
                "{file}: the importer '{importer}' failed: {cause}",
                file=name,
                importer=importer,
                cause=cause_text(cause),
            )
        ) from cause


def _checked(found: object) -> Imported:
    if not isinstance(found, Imported):
        raise TypeError(f"parse: expected an Imported, got {type(found).__name__}")
    return found


def reading_of(
    imported: Imported,
    name: str,
    against: OpsDocument | None = None,
    *,
    profile: str | None = None,
    mapping: Mapping | None = None,
) -> Reading:
    """What an imported file says; arguments as for `read`."""
    parts: tuple[Part, ...]
    if imported.unsaved and imported.baseline and (original := original_of(imported, against)):
        parts = (evolve(_whole(original, Found.FILE), places=places_in(original, imported.baseline)),)
    elif imported.baseline and imported.found and not imported.baseline.is_form:
        parts = (read_returned(imported, against),)
    elif ours := read_ours(imported, against, profile):
        parts = (ours,)
    elif imported.page.title or imported.page.blocks or imported.beside:
        _ensure_short(imported, name)
        parts = read_foreign(imported, profile, mapping)
    else:
        raise LoadError(name, (Fault(path="", problem=_EMPTY),))
    for part in parts:
        ensure(part.document)
    merged = None
    if against and imported.baseline and (base := original_of(imported, against)):
        merged = merge(base, against, parts[0].document, theirs_name=name)
    return Reading(name=name, parts=parts, merged=merged)


def _ensure_short(imported: Imported, name: str) -> None:
    """Refuse what would take minutes to understand."""
    number = sum(count_texts(blocks) for blocks in (imported.page.blocks, *(one.blocks for one in imported.beside)))
    if number > MOST_LINES_OF_TEXT:
        too_many = message(
            "文件里有 {n} 行文字（包括表格的单元格），最多 {most}",
            "{n} lines of text in the file (cells of tables included); at most {most}",
            n=number,
            most=MOST_LINES_OF_TEXT,
        )
        raise LoadError(name, (Fault(path="", problem=too_many, hint=SPLIT_IT),))


_EMPTY = message("文件里没有文字", "there is no text in the file")


def _whole(document: OpsDocument, found: Found = Found.LABEL) -> Part:
    """A document that was loaded as a whole, of which nothing can be lost."""
    return Part(document=document, account=partial(_account_of, document, found))


def _account_of(document: OpsDocument, found: Found) -> Ledger:
    paths = filled_paths(document)
    entries = tuple([Entry(Fate.KEPT, path, found) for path in paths])
    return Ledger(entries=entries, taken_in=len(paths))


def settled(reading: Reading) -> OpsDocument:
    """The document of a reading that leaves nothing to decide.

    Raises:
        LoadError: the file holds several documents, or a person has to decide something.
    """
    asked = [remark for remark in reading.remarks if remark.kind is RemarkKind.ASKED]
    faults = [Fault(path=remark.path, problem=remark.message, line=remark.line) for remark in asked]
    if len(reading.parts) > 1:
        problem = message("文件里有 {n} 份文档", "the file holds {n} documents", n=len(reading.parts))
        faults.insert(0, Fault(path="", problem=problem, hint=_READ_IT))
    if faults:
        raise LoadError(reading.name, tuple(faults), reading.lang)
    return reading.document


_READ_IT = message("请用 opshandover read 读入", "read it with: opshandover read")
