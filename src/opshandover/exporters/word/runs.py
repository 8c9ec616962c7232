"""Stretches of text, with their styles and links."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from attrs import define, field, frozen
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from opshandover.blocks import Role, Run
from opshandover.exporters.word.look import Look
from opshandover.exporters.word.xml import escaped, is_east_asian
from opshandover.text import Lang, Text

LINKABLE = ("http", "https", "mailto")
_LONGEST_LINK = 2000
_KEPT_IN_LINKS = "!#$%&'()*+,/:;=?@[]~"
_BESIDE = Text("（{}）", " ({})")
_BREAKS = re.compile(r"([\n\t])")
_BREAK_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_TONES = {Role.PLACEHOLDER: "PlaceholderText", Role.NOTHING: "Nothing", Role.METADATA: "Aside"}


@define
class Links:
    """The hyperlinks of one part: one relationship for all links to the same place."""

    part: Part
    _known: dict[str, str] = field(factory=dict[str, str], init=False)

    def id_of(self, target: str) -> str:
        """Gives the id of the relationship, or "" for a target that is not to be followed."""
        address = safe_address(target)
        if address and address not in self._known:
            self._known[address] = self.part.relate_to(
                address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        return self._known.get(address, "")


def safe_address(target: str) -> str:
    """Gives a link's target as a valid URI, or "" where it is none that a reader may follow.

    Word takes a whole file for damaged when one address in it is malformed.
    """
    try:
        parts = urlsplit(target.strip())
        wrong_port = parts.port == 0
    except ValueError:
        return ""
    if parts.scheme not in LINKABLE or wrong_port:
        return ""
    if not (parts.path if parts.scheme == "mailto" else parts.hostname):
        return ""
    address = quote(parts.geturl(), safe=_KEPT_IN_LINKS, errors="replace")
    return address if len(address) <= _LONGEST_LINK else ""


def is_plain(run: Run) -> bool:
    """Says whether a run is nothing but text."""
    return not (run.strong or run.emphasis or run.strike or run.code or run.link)


@frozen
class RunWriter:
    """Writes runs in the language of the document."""

    lang: Lang
    links: Links
    look: Look

    def xml(self, runs: Iterable[Run], role: Role = Role.NONE) -> str:
        """Gives the XML of some runs in the tone of their role."""
        return "".join(self._parts(runs, role))

    def plain(self, text: str) -> str:
        """Gives the XML of bare text."""
        return self._stretch(text, "")

    def _parts(self, runs: Iterable[Run], role: Role) -> Iterator[str]:
        for run in runs:
            if role is Role.NONE and is_plain(run):
                yield self._stretch(run.text, "")
                continue
            link = self.links.id_of(run.link) if run.link else ""
            properties = self._properties(run, role, linked=bool(link))
            stretch = self._stretch(run.text, properties)
            if link:
                yield f'<w:hyperlink r:id="{link}" w:history="1">{stretch}</w:hyperlink>'
                continue
            yield stretch
            if run.link and run.link != run.text:
                yield self._stretch(_BESIDE[self.lang].format(run.link), "")

    def _properties(self, run: Run, role: Role, *, linked: bool) -> str:
        chinese = is_east_asian(run.text, self.lang)
        style = "Hyperlink" if linked else "InlineCode" if run.code else _TONES.get(role, "")
        quiet = role is Role.NOTHING and not run.code
        parts = [f'<w:rStyle w:val="{style}"/>' if style else ""]
        parts.append(self._fonts(chinese, code=run.code and linked, other=quiet or run.emphasis))
        parts.append("<w:b/><w:bCs/>" if run.strong else "")
        parts.append("<w:i/><w:iCs/>" if run.emphasis or (quiet and not chinese) else "")
        parts.append("<w:strike/>" if run.strike else "")
        return "".join(parts)

    def _fonts(self, chinese: bool, *, code: bool, other: bool) -> str:
        latin = self.look.monospace if code else ""
        east = self.look.chinese_emphasis if other and chinese else ""
        hint = ' w:hint="eastAsia"' if chinese else ""
        slots = f' w:ascii="{latin}" w:hAnsi="{latin}"' if latin else ""
        slots += f' w:eastAsia="{east}"' if east else ""
        slots += f' w:cs="{latin}"' if latin else ""
        return f"<w:rFonts{hint}{slots}/>" if hint or slots else ""

    def _stretch(self, text: str, properties: str) -> str:
        if not properties and is_east_asian(text, self.lang):
            properties = '<w:rFonts w:hint="eastAsia"/>'
        if not text:
            return ""
        safe = escaped(text)
        content = f'<w:t xml:space="preserve">{safe}</w:t>'
        if _BREAKS.search(safe):
            content = "".join(
                _BREAK_ELEMENTS.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>'
                for piece in _BREAKS.split(safe)
                if piece
            )
        style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f"<w:r>{style}{content}</w:r>"
