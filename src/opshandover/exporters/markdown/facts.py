"""Facts turned into what Markdown has: a list, or a table without a head."""

from attrs import evolve

from opshandover.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    ListBlock,
    ListItem,
    Paragraph,
    Role,
    Row,
    Run,
    Runs,
    Table,
)

_ITALIC = (Role.NOTHING, Role.PLACEHOLDER)


def as_block(facts: Facts, colon: str) -> ListBlock | Table:
    """Gives facts as a list with the labels in front, or side by side as a table."""
    if facts.across < 2:
        return ListBlock(items=tuple(as_item(fact, colon) for fact in facts.items))
    cells = [part for fact in facts.items for part in (_label(fact), fact.cell)]
    width = min(2 * facts.across, len(cells))
    starts = range(0, len(cells), width or 1)
    rows = tuple(Row(cells=tuple(cells[at : at + width])) for at in starts)
    return Table(columns=(Column(label=""),) * width, rows=rows)


def as_item(fact: Fact, colon: str) -> ListItem:
    """Gives a fact as an item: the label, the first paragraph beside it, the rest below."""
    label = (Run(text=fact.label, strong=True), Run(text=colon))
    blocks = fact.cell.blocks
    match blocks:
        case (Paragraph(role=role) as first, *rest) if role is not Role.ATTENTION:
            runs = styled(styled(first.runs, role), fact.cell.role)
            start, below = Paragraph(runs=label + runs), tuple[Block, ...](rest)
        case _:
            start, below = Paragraph(runs=label), blocks
    return ListItem(blocks=(start, *below))


def styled(runs: Runs, role: Role) -> Runs:
    """Puts what stands for something missing into italics."""
    return tuple(evolve(run, emphasis=True) for run in runs) if role in _ITALIC else runs


def _label(fact: Fact) -> Cell:
    return Cell(blocks=(Paragraph(runs=(Run(text=fact.label, strong=True),)),))
