"""Charts: bars that Word draws itself, sharp at any size, with a numbered caption below.

The numbers are in the chart part, and in the workbook that is embedded for those who edit the chart. The
fills of the series differ in lightness, so that they can be told apart in black and white.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve, frozen
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from opshandover.colours import WHITE
from opshandover.exporters.charts import FIGURE, caption_of, scale_of
from opshandover.exporters.pictures import EMU_PER_TWIP
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.drawing import HIGHEST, MAIN, inline_xml
from opshandover.exporters.word.paragraphs import BlockContext, paragraph
from opshandover.exporters.word.runs import RunWriter
from opshandover.exporters.word.workbook import reference, workbook
from opshandover.ooxml.part import TextPart
from opshandover.ooxml.xml import DECLARATION, escaped, field_xml
from opshandover.pages.blocks import Chart, Series

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


_BAR, _BETWEEN, _AROUND = 300, 150, 1000
"""The height of a bar, the gap between two groups, and the room for legend and axis (twips)."""
_CATEGORIES, _VALUES = 1, 2
"""The ids of the axes."""
_HAIR = 9525
_NO_LINE = "<a:ln><a:noFill/></a:ln>"


@frozen
class Charts:
    """Writes the charts of one document, numbered from 1."""

    runs: RunWriter

    def paragraphs(self, chart: Chart, context: BlockContext) -> Iterator[str]:
        """Yield the paragraph of a chart and that of its caption; nothing if it has no bars."""
        if chart.categories and chart.series:
            number = self.runs.drawings.figures.next()
            yield paragraph(self._drawing(chart, number, context), evolve(context, keep=True))
            yield paragraph(self._caption(chart, number), context, style="Caption")

    def _caption(self, chart: Chart, number: int) -> str:
        lang, plain = self.runs.lang, self.runs.plain
        name = FIGURE[lang]
        counted = field_xml(rf"SEQ {name} \* ARABIC", plain(str(number)))
        return plain(f"{name} ") + counted + plain(caption_of(chart, lang))

    def _drawing(self, chart: Chart, number: int, context: BlockContext) -> str:
        design, document = self.runs.design, self.runs.links.part
        # Not Word's default name, which a company's template may have used already.
        part = TextPart(f"/word/charts/figure{number}.xml", CONTENT_TYPE.DML_CHART)
        book = Part(PackURI(f"/word/embeddings/figure{number}.xlsx"), CONTENT_TYPE.SML_SHEET, workbook(chart))
        data = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
        part.pieces = (DECLARATION + chart_xml(chart, design, data),)
        related = document.relate_to(part, RELATIONSHIP_TYPE.CHART)
        name = f"{FIGURE[self.runs.lang]} {number}"
        height = min(_height(chart), int(design.text_height * HIGHEST))
        size = f'cx="{context.room * EMU_PER_TWIP}" cy="{height * EMU_PER_TWIP}"'
        described = (
            f'id="{self.runs.drawings.ids.next()}" name="{name}" descr="{escaped(chart.description or chart.title)}"'
        )
        content = f'<c:chart xmlns:c="{_CHART}" r:id="{related}"/>'
        return inline_xml(_CHART, content, described, size)


def _height(chart: Chart) -> int:
    group = len(chart.series) * _BAR + _BETWEEN
    return _AROUND + len(chart.categories) * group


def chart_xml(chart: Chart, design: Design, data: str) -> str:
    """Return the chart: horizontal bars, groups in reading order; `data` is the relationship to its workbook."""
    fills = _fills(design)
    series = "".join(_series(one, at, chart, fills[at % len(fills)], design) for at, one in enumerate(chart.series))
    return (
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{MAIN}" xmlns:r="{_RELATED}"><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{100 * _BETWEEN // _BAR}"/><c:axId val="{_CATEGORIES}"/>'
        f'<c:axId val="{_VALUES}"/></c:barChart>{_category_axis(design)}{_value_axis(chart, design)}'
        f"</c:plotArea>{_legend(design) if len(chart.series) > 1 else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>{_text(design)}"
        f'<c:externalData r:id="{data}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _fills(design: Design) -> Sequence[str]:
    """Return the fills of bars: dark, light with a dark outline, and in between."""
    outline = _line(design.accent, _HAIR)
    return (
        f"<c:spPr>{_solid(design.accent)}{outline}</c:spPr>",
        f"<c:spPr>{_solid(design.tint or WHITE)}{outline}</c:spPr>",
        f"<c:spPr>{_solid(design.hairline)}{outline}</c:spPr>",
    )


def _series(series: Series, at: int, chart: Chart, fill: str, design: Design) -> str:
    last, column = len(chart.categories), at + 1
    name = f"<c:f>{reference(column, 0, 0)}</c:f><c:strCache>{_points([series.name])}</c:strCache>"
    names = f"<c:f>{reference(0, 1, last)}</c:f><c:strCache>{_points(chart.categories)}</c:strCache>"
    points = _points(["" if value is None else _number(value) for value in series.values])
    values = f"<c:f>{reference(column, 1, last)}</c:f><c:numCache><c:formatCode>General</c:formatCode>{points}"
    code = escaped(f'General"{chart.unit}"')
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef>{name}</c:strRef>'
        f'</c:tx>{fill}<c:invertIfNegative val="0"/>'
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/>'
        f"<c:spPr>{_solid(WHITE)}{_NO_LINE}</c:spPr>{_text(design)}"
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        f'<c:showBubbleSize val="0"/></c:dLbls><c:cat><c:strRef>{names}</c:strRef></c:cat>'
        f"<c:val><c:numRef>{values}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _points(texts: Sequence[str]) -> str:
    """Return the points of a series; an empty one is left out."""
    points = (f'<c:pt idx="{at}"><c:v>{escaped(text)}</c:v></c:pt>' for at, text in enumerate(texts) if text)
    return f'<c:ptCount val="{len(texts)}"/>{"".join(points)}'


def _category_axis(design: Design) -> str:
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="maxMin"/>'
        '</c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_line(design.quiet, _HAIR)}</c:spPr>{_text(design)}"
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: Chart, design: Design) -> str:
    """Return the value axis; its only grid lines are the reference value and its multiples."""
    unit = chart.reference
    lines, step = "", ""
    if unit is not None and unit > 0:
        dashed = _line(design.ink, _HAIR, dash="dash")
        lines = f"<c:majorGridlines><c:spPr>{dashed}</c:spPr></c:majorGridlines>"
        step = f'<c:majorUnit val="{_number(unit)}"/>'
    least, most = scale_of(chart)
    code = escaped(f'General"{chart.unit}"')
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{_number(most)}"/><c:min val="{_number(least)}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="b"/>{lines}'
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{_NO_LINE}</c:spPr>'
        f'{_text(design)}<c:crossAx val="{_CATEGORIES}"/><c:crosses val="max"/>'
        f'<c:crossBetween val="between"/>{step}</c:valAx>'
    )


def _legend(design: Design) -> str:
    return f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{_text(design)}</c:legend>'


def _text(design: Design) -> str:
    """Return the text properties: those of tables."""
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{design.table_size * 50}" b="0">{_solid(design.ink)}'
        f'<a:latin typeface="{design.latin}"/><a:ea typeface="{design.chinese}"/>'
        '</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def _line(colour: str, width: int, *, dash: str = "") -> str:
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{width}">{_solid(colour)}{dashed}</a:ln>'


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _number(value: Decimal) -> str:
    return format(value, "f")
