"""The open conflicts of a merge in a Word file, to be settled there.

The file is the merged document, in which ours stands. A comment at the place of each conflict has all values and whose
they are. Where a page shows the value alone, theirs stands beside it as a tracked change under its author: accepted,
it is theirs, and rejected, ours.
"""

from collections.abc import Callable, Iterator, Sequence

from opshandover.codec import canonical
from opshandover.codec.baseline import Baseline
from opshandover.continuity.decisions import Decision, Matter, Side
from opshandover.continuity.merging import BASE_NAME, Merge
from opshandover.document.paths import Path
from opshandover.document.secrets import redacted
from opshandover.errors import PathError
from opshandover.exporters.word.comments import Remark
from opshandover.exporters.word.render import render
from opshandover.exporters.word.revisions import Revision
from opshandover.layout import lay_out
from opshandover.layout.words.values import inline_value
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, Kind, field_map
from opshandover.pages.blocks import Paragraph, text_of
from opshandover.pages.markdown import blocks_of
from opshandover.redaction import excerpt_path
from opshandover.text import Lang, Text

_SETTLE = Text(
    "文中是{ours}的。此处有修订的，接受即取{theirs}的；没有修订的，要取{theirs}的请改正文。",
    "The text has that of {ours}. For that of {theirs} accept the tracked change, or where there is none, change the text.",
)
_SAID = Text("{name}：{text}", "{name}: {text}")


Values = Callable[[Decision], Sequence[str]]


def conflicts_file(merged: Merge, values: Values, lang: Lang | None = None) -> bytes:
    """The merged document as the bytes of a .docx file, with its open conflicts to be settled.

    Args:
        merged: the merge.
        values: says the values of a conflict in the base, in ours and in theirs, without secrets.
        lang: the language of labels; that of the document if not given.
    """
    speak = lang or merged.lang
    document = redacted(merged.document)
    revisions = [revision for one in merged.conflicts if (revision := _revision(one, merged, speak))]
    return render(
        lay_out(document, speak),
        baseline=Baseline(json=canonical(document), lang=speak),
        remarks=[Remark(one.path, tuple(_lines(one, values(one), merged, speak))) for one in merged.conflicts],
        revisions=revisions,
    )


def _revision(conflict: Decision, merged: Merge, lang: Lang) -> Revision | None:
    """Theirs as a tracked change, if both values are texts of one paragraph or single values of other kinds."""
    if conflict.matter not in (Matter.VALUE, Matter.TEXT):
        return None
    field = _field_of(conflict.path, merged.document)
    _, ours, theirs = merged.values_of(conflict)
    if field is None or not (ours and theirs) or isinstance(ours, Record) or isinstance(theirs, (Record, tuple)):
        return None
    if field.kind is Kind.PROSE and not all(_is_one_paragraph(text) for text in (ours, theirs)):
        return None
    shown, runs = (inline_value(field, (one,) if field.many else one, lang) for one in (ours, theirs))
    day = merged.theirs.updated_on or merged.theirs.prepared_on
    return Revision(path=conflict.path, author=merged.names.of(Side.THEIRS, lang), shown=shown, runs=runs, day=day)


def _field_of(path: str, document: OpsDocument) -> Field | None:
    """The field of a value or of an item of a list; `None` for what no field holds."""
    steps = Path.parse(path).steps
    names = [at for at, step in enumerate(steps) if isinstance(step, str)]
    try:
        owner: object = Path(steps[: names[-1]]).get(document) if names else None
    except PathError:
        return None
    return field_map(type(owner)).get(str(steps[names[-1]])) if isinstance(owner, Record) else None


def _is_one_paragraph(text: object) -> bool:
    match blocks_of(str(text)):
        case (Paragraph() as only,):
            return "\n" not in text_of(only.runs)
        case _:
            return False


def _lines(conflict: Decision, values: Sequence[str], merged: Merge, lang: Lang) -> Iterator[str]:
    names = (excerpt_path(merged.names.base) or BASE_NAME[lang], *(merged.names.of(side, lang) for side in Side))
    yield conflict.matter.label[lang]
    for name, value in zip(names, values, strict=True):
        yield _SAID[lang].format(name=name, text=value)
    yield _SETTLE[lang].format(ours=names[1], theirs=names[2])
