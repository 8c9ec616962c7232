"""The workbook behind a chart, which Word opens for "Edit Data".

It is one sheet: the categories in the first column, the series in the others, their names in the first
row. A library for workbooks would be one more dependency of everybody for these three parts; the file is
packed as the Word file itself is, so that equal figures give equal bytes.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import zip_longest

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from opshandover.exporters.word.package import Package, packed
from opshandover.ooxml.part import TextPart
from opshandover.ooxml.xml import DECLARATION, escaped
from opshandover.pages.blocks import Chart

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "Sheet1"
_LONGEST = 32_767
"""The maximum length of a text in a cell."""


def reference(column: int, first: int, last: int) -> str:
    """Return the formula for the cells of a column; columns and rows count from 0."""
    letters = _letters(column)
    return f"{_SHEET}!${letters}${first + 1}" + (f":${letters}${last + 1}" if last > first else "")


def _letters(column: int) -> str:
    above, own = divmod(column, 26)
    return (_letters(above - 1) if above else "") + chr(ord("A") + own)


def workbook(chart: Chart) -> bytes:
    """Return the workbook with the figures of a chart."""
    columns: list[tuple[str | Decimal | None, ...]] = [
        ("", *chart.categories),
        *((one.name, *one.values) for one in chart.series),
    ]
    rows = "".join(_row(number, cells) for number, cells in enumerate(zip_longest(*columns)))
    sheet = TextPart("/xl/worksheets/sheet1.xml", CONTENT_TYPE.SML_WORKSHEET)
    sheet.pieces = (f'{DECLARATION}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',)
    book = TextPart("/xl/workbook.xml", CONTENT_TYPE.SML_SHEET_MAIN)
    related = book.relate_to(sheet, f"{_RELATED}/worksheet")
    book.pieces = (
        f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>'
        f'<sheet name="{_SHEET}" sheetId="1" r:id="{related}"/></sheets></workbook>',
    )
    package = Package()
    package.relate_to(book, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    return packed(package)


def _row(number: int, cells: Iterable[str | Decimal | None]) -> str:
    return f'<row r="{number + 1}">{"".join(_cells(number, cells))}</row>'


def _cells(number: int, cells: Iterable[str | Decimal | None]) -> Iterator[str]:
    for column, content in enumerate(cells):
        place = f'r="{_letters(column)}{number + 1}"'
        if isinstance(content, Decimal):
            yield f"<c {place}><v>{content:f}</v></c>"
        elif content:
            # An inline text is never taken for a formula, whatever it begins with.
            kept = "" if content.strip() == content else ' xml:space="preserve"'
            yield f'<c {place} t="inlineStr"><is><t{kept}>{escaped(content[:_LONGEST])}</t></is></c>'
