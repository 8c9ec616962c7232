"""Facts as lists whose items begin with a label in bold, and such lists as facts: what they are only their place tells."""

from collections.abc import Sequence

from attrs import evolve

from opshandover.pages.blocks import Block, Cell, Fact, Facts, ListBlock, ListItem, Paragraph, Role, Run, Runs

_COLONS = ("：", ": ", ":")


def as_facts(block: Block) -> Facts | None:
    """A list as facts, if each of its items begins with a label in bold, with a colon or labelled items behind it."""
    if not isinstance(block, ListBlock) or block.ordered or not block.items:
        return None
    facts: list[Fact] = []
    for item in block.items:
        fact = _fact(item)
        if fact is None:
            return None
        facts.append(fact)
    return Facts(tuple(facts))


def _fact(item: ListItem) -> Fact | None:
    match item:
        case ListItem(
            blocks=(Paragraph(level=0, runs=(Run(strong=True, image=None) as label, *rest)) as first, *below),
            checked=None,
        ):
            if not _is_label(label):
                return None
        case _:
            return None
    if not rest:
        return Fact(label.text, Cell(_flat(below))) if len(below) == 1 and _is_labelled(below[0]) else None
    text = rest[0].text
    colon = next((colon for colon in _COLONS if text.startswith(colon)), None)
    if colon is None or rest[0] != Run(text):
        return None
    value = evolve(rest[0], text=text.removeprefix(colon))
    runs = (value, *rest[1:]) if value.text else tuple(rest[1:])
    start = (evolve(first, runs=runs),) if runs else ()
    return Fact(label.text, Cell((*start, *(_flat(below) if len(below) == 1 and runs else below))))


def _is_label(run: Run) -> bool:
    """Whether a run is bold and nothing else, on one line."""
    return evolve(run, path="") == Run(run.text, strong=True) and "\n" not in run.text


def _is_labelled(block: Block) -> bool:
    """Whether a list tells more about a fact: one of its items begins with a label, none with anything but a text."""
    if not isinstance(block, ListBlock) or block.ordered:
        return False
    are_texts = all(
        item.checked is None and item.blocks and isinstance(item.blocks[0], Paragraph) for item in block.items
    )
    return are_texts and any(map(_has_label, block.items))


def _has_label(item: ListItem) -> bool:
    """Whether an item begins with a label, and a blank or a list behind it."""
    match item.blocks:
        case (Paragraph(level=0, runs=(label,)), ListBlock(), *_):
            return _is_label(label)
        case (Paragraph(level=0, runs=(label, rest, *_)), *_):
            return _is_label(label) and rest.text.startswith(" ") and rest == Run(rest.text)
        case _:
            return False


def _flat(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks below a fact, of which a list with labels is taken apart."""
    block = blocks[0]
    if not isinstance(block, ListBlock) or not _is_labelled(block):
        return tuple(blocks)
    return tuple(inner for item in block.items for inner in item.blocks)


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
        _led_by_label(block.runs)
        or (len(block.runs) == 1 and _is_label(block.runs[0]) and isinstance(below, ListBlock))
        for block, below in zip(blocks, (*blocks[1:], None), strict=True)
        if isinstance(block, Paragraph) and block.role is not Role.METADATA
    ]
    return only_lists and bool(labelled) and all(labelled)


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.level > 0


def _led_by_label(runs: Runs) -> bool:
    return len(runs) > 1 and _is_label(runs[0]) and runs[1].text == " "


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
    labelled = role is Role.PLACEHOLDER and _led_by_label(runs)
    label, rest = (runs[:2], runs[2:]) if labelled else ((), runs)
    return (*label, *(evolve(run, emphasis=True) for run in rest))
