"""Small fonts made on the spot, so that no font of anybody is in the repository."""

from io import BytesIO
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

LATIN = "".join(map(chr, range(0x20, 0x7F)))
CHINESE = LATIN + "海川交接单的一是人，。"
GB2312 = 1 << 18
"""The bit by which a font says that it is for simplified Chinese."""


def font(
    family: str = "Harbour Sans",
    *,
    chinese_name: str = "",
    characters: str = LATIN,
    licence: int = 0,
    style: int = 0,
    chinese: bool = False,
    postscript: bool = False,
) -> bytes:
    """A font of squares; `licence` is fsType, `style` has 1 for bold and 2 for italic."""
    glyphs = [".notdef", *(f"u{ord(each):04X}" for each in characters)]
    builder = FontBuilder(1000, isTTF=not postscript)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({ord(each): name for each, name in zip(characters, glyphs[1:], strict=True)})
    if postscript:
        square = _square(T2CharStringPen(600, None)).getCharString()
        builder.setupCFF(family.replace(" ", ""), {}, dict.fromkeys(glyphs, square), {})
    else:
        builder.setupGlyf(dict.fromkeys(glyphs, _square(TTGlyphPen(None)).glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    names = ("Regular", "Bold", "Italic", "Bold Italic")
    kinds: dict[str, Any] = {"familyName": {"en": family}, "styleName": {"en": names[style]}}
    if chinese_name:
        kinds["familyName"]["zh"] = chinese_name
    kinds["psName"] = {"en": family.replace(" ", "")}
    builder.setupNameTable(kinds, mac=False)
    builder.setupOS2(fsType=licence, ulCodePageRange1=GB2312 if chinese else 1, version=4)
    builder.setupPost()
    builder.font["head"].macStyle = style
    return _bytes_of(builder.font)


def collection(*fonts: bytes) -> bytes:
    """A collection of fonts in one file."""
    joined = TTCollection()
    joined.fonts = [TTFont(BytesIO(each)) for each in fonts]
    return _bytes_of(joined)


def with_table(data: bytes, name: str, content: bytes) -> bytes:
    """A font with other bytes in a table."""
    changed = TTFont(BytesIO(data))
    changed[name] = DefaultTable(name)
    changed[name].data = content
    return _bytes_of(changed)


def characters_in(data: bytes) -> set[str]:
    """The characters that a font has."""
    return set(map(chr, TTFont(BytesIO(data)).getBestCmap()))


def _square(pen: Any) -> Any:
    pen.moveTo((50, 0))
    for corner in ((50, 700), (550, 700), (550, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen


def _bytes_of(made: Any) -> bytes:
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()
