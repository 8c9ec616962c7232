"""Runs of text, with their styles and links."""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, evolve, field, frozen
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from opshandover.exporters.word.design import Design
from opshandover.exporters.word.drawing import Drawings
from opshandover.ooxml.xml import escaped, is_east_asian
from opshandover.pages.addresses import has_address, link_addresses, safe_address
from opshandover.pages.blocks import Image, Role, Run, merge_runs
from opshandover.text import Lang, Text

_BESIDE = Text("（{}）", " ({})")
_IN_EITHER_FONT = "\u00a0-\u04ff\u1e00-\u2bff\ue000-\uf8ff\ufb00-\ufb1c"
"""Characters that Word sets in either font, by a hint (ECMA-376, 17.3.2.26); all others have only one."""
_AMBIGUOUS = re.compile(f"[{_IN_EITHER_FONT}]")
_UNUSUAL = re.compile(f"[\t{_IN_EITHER_FONT}]")
"""Characters for which a plain text element is not enough."""
_BREAKS = re.compile(r"([\n\t])")
_BREAK_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_ROLE_STYLES = {Role.PLACEHOLDER: "PlaceholderText", Role.NOTHING: "Nothing", Role.METADATA: "Aside"}


@define
class Links:
    """The hyperlinks of one part: one relationship for all links to the same address."""

    part: Part
    _known: dict[str, str] = field(factory=dict[str, str], init=False)

    def id_of(self, target: str) -> str:
        """Return the id of the relationship, or "" for a target that must not be linked."""
        address = safe_address(target)
        if address and address not in self._known:
            self._known[address] = self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._known.get(address, "")


def is_plain(run: Run) -> bool:
    """Whether a run is only text."""
    return not (run.strong or run.emphasis or run.strike or run.code or run.link or run.image)


@frozen
class RunWriter:
    """Writes runs in the language of the document."""

    lang: Lang
    links: Links
    design: Design
    drawings: Drawings

    def xml(self, runs: Iterable[Run], role: Role = Role.NONE, room: int = 0, level: int = 0) -> str:
        """Return the XML of some runs in the style of their role; pictures are at most `room` wide (twips).

        `level` is that of a heading within a text; the style of its runs, not of their paragraph, says it, since that
        can be an item, a quotation or a cell.
        """
        return "".join(self._parts(runs, role, room, level))

    def plain(self, text: str, *, strong: bool = False) -> str:
        """Return the XML of text without links, such as a heading, or what stands in a header."""
        return self._run_xml(text, self._properties(Run(text, strong=True), Role.NONE, linked=False) if strong else "")

    def plain_each(self, texts: Sequence[str]) -> list[str]:
        """Return the XML of many plain texts; most of the work is done for all of them at once."""
        joined = "\n".join(texts)
        safe = escaped(joined).split("\n")
        if len(safe) != len(texts) or "\r" in joined or has_address(joined):
            return [self.xml((Run(text),)) for text in texts]
        return [
            f"<w:r><w:t>{one}</w:t></w:r>"
            if one and one.strip() == one and not _UNUSUAL.search(one)
            else self.plain(text)
            for one, text in zip(safe, texts, strict=True)
        ]

    def _parts(self, runs: Iterable[Run], role: Role, room: int, level: int) -> Iterator[str]:
        for run in link_addresses(merge_runs(tuple(runs))):
            if role is Role.NONE and not level and is_plain(run):
                yield self._run_xml(run.text, "")
                continue
            target = run.link or (run.image.address if run.image else "")
            link = self.links.id_of(target) if target else ""
            if run.image:
                run_xml = self._picture(run, run.image, role, room, linked=bool(link), level=level)
            else:
                # A link without words could not be seen, nor found by those who have the page read out.
                shown = evolve(run, text=run.link) if link and not run.text.strip() else run
                run_xml = self._run_xml(shown.text, self._properties(shown, role, linked=bool(link), level=level))
            if link:
                yield f'<w:hyperlink r:id="{link}" w:history="1">{run_xml}</w:hyperlink>'
                continue
            yield run_xml
            if run.link and run.link != run.text:
                beside = self._properties(Run(""), Role.NONE, linked=False, level=level) if level else ""
                yield self._run_xml(_BESIDE[self.lang].format(run.link), beside)

    def _picture(self, run: Run, image: Image, role: Role, room: int, *, linked: bool, level: int) -> str:
        """Return a picture, or if it cannot be shown, its text, its address and the reason."""
        room = room or self.design.text_width
        shown = self.drawings.picture(self.links.part, image, run.text, room)
        if isinstance(shown, str):
            return shown.replace("<w:r>", f"<w:r><w:rPr>{_of_heading(level)}</w:rPr>", 1) if level else shown
        instead, reason = evolve(run, text=shown.text), Run(shown.why)
        return self._run_xml(shown.text, self._properties(instead, role, linked=linked, level=level)) + self._run_xml(
            shown.why, self._properties(reason, Role.PLACEHOLDER, linked=False)
        )

    def _properties(self, run: Run, role: Role, *, linked: bool, level: int = 0) -> str:
        chinese = is_east_asian(run.text, self.lang)
        quiet = role is Role.NOTHING and not run.code
        of_role = "NothingLatin" if quiet and not chinese else _ROLE_STYLES.get(role, "")
        style = "Hyperlink" if linked else "InlineCode" if run.code else of_role
        parts = [_of_heading(level) if level else f'<w:rStyle w:val="{style}"/>' if style else ""]
        parts.append(self._fonts(chinese, code=run.code and (linked or level > 0), other=quiet or run.emphasis))
        parts.append("<w:b/><w:bCs/>" if run.strong else "")
        parts.append("<w:i/><w:iCs/>" if run.emphasis else "")
        parts.append("<w:strike/>" if run.strike else "")
        if linked and level:
            parts.append(f'<w:color w:val="{self.design.link}"/><w:u w:val="single"/>')
        return "".join(parts)

    def _fonts(self, chinese: bool, *, code: bool, other: bool) -> str:
        latin = self.design.monospace if code else ""
        east = self.design.chinese_emphasis if other and chinese else ""
        hint = ' w:hint="eastAsia"' if chinese else ""
        slots = f' w:ascii="{latin}" w:hAnsi="{latin}"' if latin else ""
        slots += f' w:eastAsia="{east}"' if east else ""
        slots += f' w:cs="{latin}"' if latin else ""
        return f"<w:rFonts{hint}{slots}/>" if hint or slots else ""

    def _run_xml(self, text: str, properties: str) -> str:
        if not properties and _AMBIGUOUS.search(text) and is_east_asian(text, self.lang):
            properties = '<w:rFonts w:hint="eastAsia"/>'
        if not text:
            return ""
        safe = escaped(text)
        if _BREAKS.search(safe):
            pieces = filter(None, _BREAKS.split(safe))
            content = "".join(_BREAK_ELEMENTS.get(piece) or _text(piece) for piece in pieces)
        else:
            content = _text(safe)
        style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f"<w:r>{style}{content}</w:r>"


def _of_heading(level: int) -> str:
    return f'<w:rStyle w:val="TextHeading{level}"/>'


def _text(safe: str) -> str:
    """Return the element of a text; spaces at its ends are lost unless they are declared."""
    kept = "" if safe.strip() == safe else ' xml:space="preserve"'
    return f"<w:t{kept}>{safe}</w:t>"
