"""The formatting of the run that a mark was in, which the value takes over."""

import re
from functools import lru_cache

from attrs import frozen
from lxml import etree

from opshandover.ooxml.tree import Element, W

_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish"
    " webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    " eastAsianLayout specVanish oMath"
).split()
"""The properties of a run in the order of the schema; those of other namespaces follow."""
_PLACES = {name: place for place, name in enumerate(_ORDER)}
_LEFT_OUT = ("rPrChange", "ins", "del", "moveFrom", "moveTo")
_DECLARATION = re.compile(r' xmlns:(\w+)="[^"]*"')
_PROPERTY = re.compile(r"<(?:\w+:)?(\w+)[^>]*?(?:/>|>.*?</(?:\w+:)?\1>)", re.DOTALL)
_RUN = re.compile(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?")
_ATTRIBUTE = re.compile(r' (w:\w+)="([^"]*)"')

Properties = tuple[tuple[str, str], ...]


@frozen
class RunFormat:
    """The properties of a run by their names, as XML."""

    properties: Properties = ()

    def apply(self, xml: str) -> str:
        """Return runs of ours with these properties below their own."""
        return _RUN.sub(lambda found: _begun(self.properties, found[1] or ""), xml) if self.properties else xml


def format_of(run: Element, *, styled: bool = True) -> RunFormat:
    """Return the formatting of a run; without its style if that is the style of a prompt to fill in."""
    known = run.getroottree().getroot().nsmap
    found: list[tuple[str, str]] = []
    for each in run.findall(f"{W}rPr/*"):
        name = etree.QName(each).localname
        if name in _LEFT_OUT or (name == "rStyle" and not styled):
            continue
        text = etree.tostring(each, encoding="unicode", with_tail=False)
        found.append((name, _DECLARATION.sub(lambda at: "" if at[1] in known else at[0], text)))
    return RunFormat(tuple(found))


@lru_cache(maxsize=1024)
def _begun(theirs: Properties, ours: str) -> str:
    """Return the beginning of a run with properties of theirs, and of ours where both set one."""
    merged = dict(theirs)
    for found in _PROPERTY.finditer(ours):
        name = found[1]
        if name == "rFonts" and name in merged:
            merged[name] = _fonts(merged[name], found[0])
        else:
            merged[name] = found[0]
    ordered = sorted(merged, key=lambda name: _PLACES.get(name, len(_ORDER)))
    return f"<w:r><w:rPr>{''.join(merged[name] for name in ordered)}</w:rPr>"


def _fonts(theirs: str, ours: str) -> str:
    """Return the fonts of theirs, with what ours says besides: a hint, and a font of their own for code."""
    attributes = {**dict(_ATTRIBUTE.findall(theirs)), **dict(_ATTRIBUTE.findall(ours))}
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<w:rFonts{written}/>"
