"""The numbering part: headings, bullets, and one numbering for each ordered list."""

from attrs import define, field

from opshandover.exporters.word import design
from opshandover.exporters.word.design import Design, TextFormat
from opshandover.exporters.word.style import fonts
from opshandover.ooxml.xml import DECLARATION, NAMESPACES
from opshandover.text import Lang

LEVELS = 9
GREATEST_START = 32767
"""The greatest number with which Word lets a list begin."""

_BULLETS = ("•", "–", "▪")
_NUMBERS = (("decimal", "%{}."), ("lowerLetter", "%{})"), ("lowerRoman", "%{}."))


@define
class Numbering:
    """Assigns numbering ids to lists while the body is written, and then writes the part."""

    lang: Lang
    design: Design
    _starts: list[tuple[int, int]] = field(factory=list[tuple[int, int]], init=False)

    def new_list(self, level: int, start: int) -> int:
        """Return the id of a new numbering for an ordered list that begins at `start`."""
        self._starts.append((level, start))
        return design.BULLETS + len(self._starts)

    def xml(self) -> str:
        """Return the whole part."""
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            for number, levels in enumerate(
                (self._headings(), self._none(), _bullets(self.design), _numbers(self.design)), start=1
            )
        )
        fixed = (design.HEADING_NUMBERS, design.NO_NUMBERS, design.BULLETS)
        numbers = [_number(number, number) for number in fixed]
        numbers += [
            _number(
                design.BULLETS + index,
                design.BULLETS + 1,
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>',
            )
            for index, (level, start) in enumerate(self._starts, start=1)
        ]
        body = abstract + "".join(numbers)
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{body}</w:numbering>"

    def _headings(self) -> str:
        return "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number.kind}"/>'
            f'<w:pStyle w:val="Heading{level + 1}"/><w:suff w:val="{number.after}"/>'
            f'<w:lvlText w:val="{number.form}"/><w:lvlJc w:val="left"/>'
            f"{_first_line(self.design.heading(level))}</w:lvl>"
            for level, number in enumerate(self.design.heading_numbers(self.lang))
        )

    def _none(self) -> str:
        """Return a numbering without numbers, for headings that are not counted as sections."""
        return (
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/>'
            '<w:lvlText w:val=""/><w:lvlJc w:val="left"/>'
            f"{_first_line(self.design.heading(0))}</w:lvl>"
        )


def _first_line(heading: TextFormat) -> str:
    """Return the first-line indent of a heading style again: a numbering level overrides it."""
    first = heading.indent * heading.size // 10
    characters = f' w:firstLineChars="{heading.indent}"' if first else ""
    return f'<w:pPr><w:ind w:left="0"{characters} w:firstLine="{first}"/></w:pPr>'


def _number(number: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def _level(level: int, kind: str, text: str, run: str, of: Design) -> str:
    left = of.list_step * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{of.list_step}"/></w:pPr>'
        f'<w:rPr>{run}<w:color w:val="{of.accent}"/></w:rPr></w:lvl>'
    )


def _bullets(of: Design) -> str:
    run = fonts(of.latin, of.latin)
    marks = (_BULLETS[level % len(_BULLETS)] for level in range(LEVELS))
    return "".join(_level(level, "bullet", mark, run, of) for level, mark in enumerate(marks))


def _numbers(of: Design) -> str:
    run = fonts(of.latin, of.chinese)
    kinds = (_NUMBERS[level % len(_NUMBERS)] for level in range(LEVELS))
    return "".join(_level(level, kind, text.format(level + 1), run, of) for level, (kind, text) in enumerate(kinds))
