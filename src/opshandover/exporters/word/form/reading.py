"""Read the marks of one part of a company's file, and find what only looks like a mark."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches

from opshandover.exporters.word.form.marks import ANY_MARK, BODY, LONGEST
from opshandover.exporters.word.form.names import BODY_NAMES, Special
from opshandover.exporters.word.form.place import NearMiss, place_marks, place_of
from opshandover.exporters.word.form.program import PartOfForm, arrange, check_places, labels_before, widths_around
from opshandover.exporters.word.form.structure import ENOUGH, Structure, miss_fault, structure_of
from opshandover.ooxml.tree import Element, W
from opshandover.text import Message, Text, joined, message

_SYNONYMS = frozenset(
    "body contents document doc handover handoverdocument main maintext text"
    " 交接 交接单 交接内容 交接文档 交接正文 全文 文本 文档 文档内容 文档正文 正文内容 内容正文 主体".split()
)
_OPEN, _CLOSE = r"[{\[<«《【「『〔$%#]", r"[}\]>»》】」』〕$%#]"
_WRITTEN = re.compile(rf"{_OPEN}{{1,4}}([\w-]{{1,30}}){_CLOSE}{{1,4}}")
_EXACT = re.compile(rf"(?<!\{{)\{{\{{\s*({'|'.join(sorted(BODY_NAMES))})\s*\}}\}}(?!\}})", re.IGNORECASE)
_NEAR = 0.8
"""The similarity from which on a name is taken for one that is misspelled."""
_INVISIBLE = ("Cf", "Cc", "Zs", "Zl", "Zp")


class FormError(Exception):
    """A company's file has marks that are wrong; carries what is wrong, and what to do."""

    def __init__(self, faults: Sequence[Message]) -> None:
        """Keep the faults."""
        super().__init__(faults)
        self.faults = faults


def read_part(root: Element, part: Text | None = None) -> PartOfForm:
    """Read the marks of a part and arrange its tree so that a program can be made of it.

    Args:
        root: the root of the part, which is modified.
        part: what the part is called, if it is not the main one.
    """
    marks, misses = place_marks(root)
    structure = structure_of(marks, part, meant=_fault_of_document)
    for miss in misses:
        if len(structure.faults) >= ENOUGH:
            break
        if fault := _fault_of(miss, part):
            structure.faults.append(fault)
    check_places(structure)
    place = _place_of_document(root, structure)
    widths, labels = widths_around(structure), labels_before(structure)
    if not structure.faults:
        arrange(root, marks, structure)
    return PartOfForm(structure, widths, labels, place)


def faults_beside(root: Element, part: Text) -> list[Message]:
    """Return the faults of marks in a part that is beside the text, where none is filled."""
    return [
        message(
            "{place}：这里的标记不会被填写，请移到正文、页眉或页脚",
            "{place}: marks are not filled there; move it to the text, a header or a footer",
            place=place_of(placed.line.paragraph, placed.mark.written, part),
        )
        for placed in place_marks(root)[0][:ENOUGH]
    ]


def _fault_of(miss: NearMiss, part: Text | None) -> Message | None:
    if not ANY_MARK.search(miss.text) and (fault := _fault_of_document(miss.paragraph, miss.text, part)):
        return fault
    return miss_fault(miss, part)


def _fault_of_document(paragraph: Element, text: str, part: Text | None) -> Message | None:
    """Return the fault of what was probably meant as the place of the document; `None` if it was not."""
    name = misspelled(text)
    if not name:
        return None
    return message(
        "{place}像是占位符，但写法不对；请写成 {meant}（半角花括号），在正文中单独成段",
        "{place} looks like the placeholder, but is not written like it; write {meant}, in a paragraph of its own in the text",
        place=place_of(paragraph, text, part),
        meant=BODY.zh if re.search(r"[^\x00-\x7f]", name) else BODY.en,
    )


def misspelled(text: str) -> str:
    """Return the name in what was probably meant as the place of the document, "" if the text is none."""
    if len(text) > LONGEST or _EXACT.search(text):
        return ""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in _INVISIBLE)
    if exact := _EXACT.search(plain):
        return exact[1]
    written = _WRITTEN.fullmatch(plain)
    if written is None or not (plain[0] in "{$" or plain[1] == plain[0]):
        return ""
    name = re.sub(r"[_-]", "", written[1].casefold())
    near = name in _SYNONYMS or get_close_matches(name, BODY_NAMES, n=1, cutoff=_NEAR)
    return written[1] if near else ""


def _place_of_document(root: Element, structure: Structure) -> Element | None:
    """Return the paragraph that stands for the document; adds the fault of one that cannot."""
    found = [value.placed for value in structure.values if value.name.special is Special.BODY]
    structure.values = [value for value in structure.values if value.name.special is not Special.BODY]
    if not found:
        return None
    first = found[0]
    paragraph = first.line.paragraph
    in_text = structure.part is None and paragraph.getparent().tag == f"{W}body"
    if len(found) > 1 or not in_text or not first.alone:
        places = [place_of(one.line.paragraph, one.line.text, structure.part) for one in found[:2]]
        structure.faults.append(
            message(
                "占位符 {{{{opshandover}}}} 不止一个，或者没有在正文中单独成段（{places}）；请只保留一个，在正文中单独成段"
                "（不要放在表格、文本框或页眉页脚里）",
                "the placeholder {{{{opshandover}}}} occurs more than once, or is not in a paragraph of its own ({places}); "
                "keep only one, in a paragraph of its own in the text, outside tables, text boxes, headers and footers",
                places=joined(places, "；", "; "),
            )
        )
    return paragraph
