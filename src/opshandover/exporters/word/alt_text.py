"""The alternative text of tables: where a table stands and what it holds, for those who have the page read out.

Word has no attribute that says that a table only arranges its content; the description says so instead.
"""

from collections.abc import Iterable

from opshandover.layout.words.labels import PUNCTUATION
from opshandover.ooxml.xml import escaped
from opshandover.pages.blocks import Block, Facts, Flow, Heading, Paragraph, Table, text_of
from opshandover.plain_text import shortened
from opshandover.text import Lang, Text

Above = tuple[tuple[int, str], ...]
"""The headings that lead to a place, outermost first, each with its level."""

_TITLE, _DESCRIPTION = 120, 400
"""The maximum widths."""
_STEP = " › "
_COLUMN, _LABEL = 98, 99
"""The levels of what stands in a column, and of a paragraph that names what follows it."""

_FRAME = Text("仅用于排版的边框，不是数据表", "a frame for layout only, not a table of data")
_ROWS = Text("行数：{number}；各列：{names}", "rows: {number}; columns: {names}")
_FACTS = Text("左为名称，右为内容：{names}", "names at the left, contents at the right: {names}")
_STEPS = Text("仅用表格排版的流程，各步依次为：{names}", "a flow, in a table for layout only; steps in order: {names}")
_UNTITLED = Text("表格", "Table")


def is_label(block: object) -> bool:
    """Whether a block is a paragraph that only names what follows it."""
    runs = block.runs if isinstance(block, Paragraph) else ()
    return bool(runs) and all(run.strong for run in runs)


def below(above: Above, block: object) -> Above:
    """Return the headings that lead to what follows a block."""
    match block:
        case Heading():
            return _entered(above, block.level, block.text)
        case Paragraph() if is_label(block):
            return _entered(above, _LABEL, text_of(block.runs))
        case Paragraph():
            return above
        case _:
            return _entered(above, _LABEL, "")


def in_column(above: Above, label: str) -> Above:
    """Return the headings that lead to what stands in a column, or beside a label."""
    return _entered(above, _COLUMN, label)


def _entered(above: Above, level: int, text: str) -> Above:
    kept = tuple(each for each in above if each[0] < level)
    return (*kept, (level, text)) if text.strip() else kept


def alt_text(block: Block | None, above: Above, lang: Lang) -> str:
    """Return the properties of a table with its alternative text.

    Args:
        block: what the table shows; `None` if it only arranges its content.
        above: the headings that lead to it.
        lang: the language of the added words.
    """
    title = _STEP.join(text for _, text in above[1:] or above) or _UNTITLED[lang]
    said = shortened(_description(block, lang), _DESCRIPTION)
    return f'<w:tblCaption w:val="{escaped(shortened(title, _TITLE))}"/><w:tblDescription w:val="{escaped(said)}"/>'


def _description(block: Block | None, lang: Lang) -> str:
    match block:
        case Table():
            names = _listed((column.label for column in block.columns), lang)
            return _ROWS[lang].format(number=len(block.rows), names=names)
        case Facts():
            return _FACTS[lang].format(names=_listed((fact.label for fact in block.items), lang))
        case Flow():
            return _STEPS[lang].format(names=_listed((step.label for step in block.steps), lang))
        case _:
            return _FRAME[lang]


def _listed(names: Iterable[str], lang: Lang) -> str:
    return PUNCTUATION[lang].pause.join(name.strip() for name in names if name.strip())
