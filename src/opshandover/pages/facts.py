"""Lists whose items begin with a label in bold, as facts: what they are only their place can tell."""

from collections.abc import Sequence

from attrs import evolve

from opshandover.pages.blocks import Block, Cell, Fact, Facts, ListBlock, ListItem, Paragraph, Run

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
    return run == Run(run.text, strong=True) and "\n" not in run.text


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
