"""Properties of text that Word does not know: it opens no file that has one, whatever else the file holds."""

from collections.abc import Mapping

from opshandover.ooxml.tree import BadXmlError, W, parse, serialize

_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish"
    " webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    " eastAsianLayout specVanish oMath ins del moveFrom moveTo rPrChange"
).split()
PARAGRAPH_PROPERTIES = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
"""In the order of the schema."""
_KNOWN = {
    f"{W}{holder}": frozenset(f"{W}{name}" for name in names)
    for holder, names in (("rPr", _RUN), ("pPr", PARAGRAPH_PROPERTIES))
}
"""The properties of runs and of paragraphs (ECMA-376, part 1, 17.3); elements of later namespaces may be ignored."""


def without_unknown_properties(entries: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the parts of a file without the properties in them that Word does not know, which show nothing."""
    return {name: _cleaned(data) if b"Pr>" in data else data for name, data in entries.items()}


def _cleaned(data: bytes) -> bytes:
    try:
        root = parse(data)
    except BadXmlError:
        return data  # reported where the part is used
    unknown = [
        element
        for holder, known in _KNOWN.items()
        for properties in root.iter(holder)
        for element in properties
        if element.tag.startswith(W) and element.tag not in known
    ]
    for element in unknown:
        element.getparent().remove(element)
    return serialize(root) if unknown else data
