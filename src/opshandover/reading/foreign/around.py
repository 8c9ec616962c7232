"""What stands in and around each heading of a document, gathered before any of it finds its place."""

from opshandover.reading.foreign.homes import home_of
from opshandover.reading.foreign.leaves import Grid, Listing, Part, Verbatim, leaves_of
from opshandover.reading.foreign.likeness import LOOKED_AT, Seen
from opshandover.reading.foreign.outline import Node


def look_around(root: Node, title: str, kind: str) -> None:
    """Tell each heading below a node what stands around it.

    Args:
        root: the document; its headings have their names already.
        title: the title of the document.
        kind: the kind of document, the name of a profile.
    """
    document = "\n".join(node.heading for node in root.below())
    _look(root, Seen(heading="", title=title, kind=kind, document=document), depth=0)


def _look(node: Node, above: Seen, depth: int) -> None:
    names = ["", *(child.heading for child in node.children), ""]
    for at, child in enumerate(node.children):
        home = home_of(child.name)
        child.seen = Seen(
            heading=child.heading,
            title=above.title,
            kind=above.kind,
            above=above.heading,
            before=names[at],
            after=names[at + 2],
            below=_beginning(child),
            within=tuple(inner.heading for inner in child.children),
            shape="".join(map(_letter, child.content[:3])),
            document=above.document,
            depth=depth,
            home=(home.section, home.certainty) if home else None,
            parent=above.home[0] if above.home else "",
        )
        _look(child, child.seen, depth + 1)


def _beginning(node: Node) -> str:
    """The beginning of the text below a heading."""
    text = ""
    for leaf in leaves_of(node.everything()):
        text += f"{leaf.text} "
        if len(text) > LOOKED_AT:
            break
    return text[:LOOKED_AT]


def _letter(part: Part) -> str:
    """The form of a part: a list, numbered or not, a table, code, or text."""
    match part:
        case Listing():
            return "O" if part.ordered else "L"
        case Grid():
            return "T"
        case Verbatim():
            return "C"
        case _:
            return "P"
