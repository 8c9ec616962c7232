"""The faults of a Word file that shut out people who have it read out, use no mouse, or see little contrast.

The rules are those of Word's own checker, and that a table for layout only says so in its description.
"""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

from attrs import frozen
from lxml import etree
from tests.support.docx_lint import W

LEAST_CONTRAST = 4.5
"""Of WCAG 2.1, level AA, for text of any size."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "language": "{http://purl.org/dc/elements/1.1/}language",
}
_LAYOUT_ONLY = ("排版", "layout only")
_SEEN = (f"{W}t", f"{W}numPr", f"{W}drawing", f"{W}pict", f"{W}sectPr", f"{W}fldChar", f"{W}tab")
_BLACK, _WHITE = "000000", "FFFFFF"


def inaccessible(data: bytes) -> list[str]:
    """One line for each fault of a file; a good file has none."""
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    core = etree.fromstring(parts["docProps/core.xml"])
    styles = _Styles(etree.fromstring(parts["word/styles.xml"]))
    body = etree.fromstring(parts["word/document.xml"])[0]
    faults = [f"the file has no {name}" for name, tag in _CORE.items() if not (core.findtext(tag) or "").strip()]
    faults += [f"texts have no language ({name})" for name in ("val", "eastAsia") if not styles.language(name)]
    for table in body.iter(f"{W}tbl"):
        faults += _table_faults(table)
    for drawing in body.iter(f"{_DRAWING}docPr"):
        if not drawing.get("descr", "").strip():
            faults.append(f"drawing {drawing.get('name')} has no alternative text")
    faults += _heading_faults(body)
    for parent in (body, *body.iter(f"{W}tc")):
        empty = [child.tag == f"{W}p" and next(child.iter(*_SEEN), None) is None for child in parent]
        faults += ["empty paragraphs one after another" for both in pairwise(empty) if all(both)]
    for link in body.iter(f"{W}hyperlink"):
        if not _text(link).strip() and link.find(f".//{_DRAWING}docPr") is None:
            faults.append("a link without a text")
    return [*faults, *sorted(set(_contrast_faults(body, styles)))]


def _table_faults(table: Any) -> Iterator[str]:
    properties = table.find(f"{W}tblPr")
    said = [_value(properties.find(f"{W}{name}")) for name in ("tblCaption", "tblDescription")]
    if not all(each.strip() for each in said):
        yield "a table without alternative text"
    look = properties.find(f"{W}tblLook")
    rows = table.findall(f"{W}tr")
    marked = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    if look.get(f"{W}firstRow") == "1":
        if not marked[0] or any(marked[1:]):
            yield f"table {said[0]}: its head is not marked"
        if any(row.find(f"{W}tc/{W}tcPr/{W}{name}") is not None for row in rows for name in ("gridSpan", "vMerge")):
            yield f"table {said[0]}: cells are merged"
    elif look.get(f"{W}firstColumn") != "1" and not any(words in said[1] for words in _LAYOUT_ONLY):
        yield f"table {said[0]}: no head, and it does not say that it is for layout only"


def _heading_faults(body: Any) -> Iterator[str]:
    before = 0
    for paragraph in body.iter(f"{W}p"):
        name = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        if not name.startswith("Heading"):
            continue
        level = int(name.removeprefix("Heading"))
        if not _text(paragraph).strip():
            yield f"a heading of level {level} without a text"
        if level > before + 1:
            yield f"heading {_text(paragraph)} of level {level} comes after level {before}"
        before = level


def _contrast_faults(body: Any, styles: "_Styles") -> Iterator[str]:
    for run in body.iter(f"{W}r"):
        if not _text(run).strip():
            continue
        paragraph = next(run.iterancestors(f"{W}p"))
        names = [_value(run.find(f"{W}rPr/{W}rStyle")), _value(paragraph.find(f"{W}pPr/{W}pStyle")) or "Normal"]
        ink = _value(run.find(f"{W}rPr/{W}color")) or styles.first(names, "rPr/color", "val") or _BLACK
        ground = styles.first(names, "rPr/shd", "fill") or styles.first(names, "pPr/shd", "fill")
        for cell in run.iterancestors(f"{W}tc"):
            ground = ground or _value(cell.find(f"{W}tcPr/{W}shd"), "fill")
        if (found := contrast(ink, ground or _WHITE)) < LEAST_CONTRAST:
            yield f"{ink} on {ground or _WHITE} in {'/'.join(filter(None, names))}: contrast {found:.1f}"


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2.1 defines it; `auto` is black as text."""
    light, dark = sorted(map(_luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int((_BLACK if colour == "auto" else colour)[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@frozen
class _Styles:
    """The styles of a file."""

    root: Any

    def language(self, name: str) -> str:
        """The language of texts that name none."""
        return _value(self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"), name)

    def first(self, names: list[str], path: str, attribute: str) -> str:
        """The property of the first of some styles that has it, itself or from those that it is based on."""
        place = "/".join(f"{W}{step}" for step in path.split("/"))
        for name in filter(None, names):
            style = self._named(name)
            while style is not None:
                if found := _value(style.find(place), attribute):
                    return found
                style = self._named(_value(style.find(f"{W}basedOn")))
        return ""

    def _named(self, name: str) -> Any:
        return self.root.find(f"{W}style[@{W}styleId='{name}']") if name else None


def _value(element: Any, name: str = "val") -> str:
    return "" if element is None else str(element.get(f"{W}{name}", ""))


def _text(element: Any) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))
