"""Facts as Markdown: a list with labels."""

from collections.abc import Sequence

from attrs import evolve

from opshandover.pages.blocks import (
    Block,
    Fact,
    Facts,
    ListBlock,
    ListItem,
    Paragraph,
    Role,
    Run,
    Runs,
)

_ITALIC = (Role.NOTHING, Role.PLACEHOLDER)


def as_list(facts: Facts, colon: str) -> ListBlock:
    """Return facts as a list with labels in front; a table would need a head, which they do not have."""
    return ListBlock(items=tuple(as_item(fact, colon) for fact in facts.items))


def as_item(fact: Fact, colon: str) -> ListItem:
    """Return a fact as a list item: the label, the first paragraph next to it, the rest below."""
    label = (Run(text=fact.label, strong=True), Run(text=colon))
    blocks = fact.cell.blocks
    if _are_labelled(blocks):
        return ListItem(blocks=(Paragraph(runs=label[:1]), _as_list(blocks)))
    match blocks:
        case (Paragraph(role=Role.NONE, level=0) as title, *rest) if _are_labelled(rest):
            return ListItem(blocks=(Paragraph(runs=label + title.runs), _as_list(rest)))
        case (Paragraph(role=role, level=0) as first, *rest) if role is not Role.ATTENTION:
            runs = styled(styled(first.runs, role), fact.cell.role)
            start, below = Paragraph(runs=label + runs), tuple[Block, ...](rest)
        case _:
            start, below = Paragraph(runs=(label[0], Run(text=colon.rstrip()))), blocks
    return ListItem(blocks=(start, *below))


def _are_labelled(blocks: Sequence[Block]) -> bool:
    """Whether blocks are short paragraphs that each begin with a label of their own, or are one with a list below."""
    if not (blocks and isinstance(blocks[0], Paragraph)) or any(map(_is_heading, blocks)):
        return False
    only_lists = all(isinstance(block, (Paragraph, ListBlock)) for block in blocks)
    labelled = [
        _has_label(block.runs) or (_is_label(block.runs) and isinstance(below, ListBlock))
        for block, below in zip(blocks, (*blocks[1:], None), strict=True)
        if isinstance(block, Paragraph) and block.role is not Role.METADATA
    ]
    return only_lists and bool(labelled) and all(labelled)


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.level > 0


def _is_label(runs: Runs) -> bool:
    return len(runs) == 1 and runs[0].strong


def _has_label(runs: Runs) -> bool:
    return len(runs) > 1 and runs[0].strong and runs[1].text == " "


def _as_list(blocks: Sequence[Block]) -> ListBlock:
    """Turn paragraphs into list items; any other block belongs to the item before it."""
    items: list[ListItem] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            items.append(ListItem(blocks=(block,)))
        else:
            items[-1] = ListItem(blocks=(*items[-1].blocks, block))
    return ListBlock(items=tuple(items))


def styled(runs: Runs, role: Role) -> Runs:
    """Set the text in italics if its role is a placeholder or an empty value, except for its label."""
    if role not in _ITALIC:
        return runs
    labelled = role is Role.PLACEHOLDER and _has_label(runs)
    label, rest = (runs[:2], runs[2:]) if labelled else ((), runs)
    return (*label, *(evolve(run, emphasis=True) for run in rest))
