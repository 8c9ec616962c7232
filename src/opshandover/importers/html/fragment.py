"""HTML in the middle of another text: a block of it, or a tag within a line."""

import re

from attrs import fields

from opshandover.importers.html.inline import run_of, style_in
from opshandover.importers.html.reader import HtmlReader
from opshandover.importers.html.tree import name_of, parsed
from opshandover.pages.blocks import Block, Paragraph, Run
from opshandover.pages.inline import Style
from opshandover.remarks import Remark

_COMMENT = re.compile(r"<!--(.*?)--!?>", re.DOTALL)
_CLOSING = re.compile(r"</\s*([A-Za-z][A-Za-z0-9-]*)")


def comment_of(html: str) -> str | None:
    """The text of a comment; `None` if it is none."""
    found = _COMMENT.fullmatch(html.strip())
    return found[1].strip() if found else None


def fragment_blocks(html: str, line: int, name: str) -> tuple[tuple[Block, ...], list[Paragraph], list[Remark]]:
    """The blocks of a fragment that begins in a line, the comments in it, and what was left out.

    Raises:
        LoadError: it is nested too deep.
    """
    said = comment_of(html)
    if said is not None:
        return (), [Paragraph((Run(said),), line=line)] if said else [], []
    if html.rfind("<!--") > html.rfind("-->"):
        html = f"{html}-->"  # the parser drops a comment without an end
    root = parsed(html, name)
    if root is None:  # nothing but closing tags, and comments among them
        texts = [found[1].strip() for found in _COMMENT.finditer(html)]
        return (), [Paragraph((Run(text),), line=line) for text in texts if text], []
    reader = HtmlReader(line=line)
    return reader.read(root), reader.comments, list(reader.remarks())


def inline_tag(html: str, style: Style) -> Style | Run | None:
    """What a tag within a line becomes: the style from there on, a run, or nothing."""
    closing = _CLOSING.match(html)
    root = parsed(f"<{closing[1]} href=x>" if closing else html, "")
    nodes = root.iter("*") if root is not None else ()
    node = next((each for each in nodes if name_of(each) not in ("html", "head", "body")), None)
    if node is None:
        return None
    run = run_of(node, style, "")
    if run is not None:
        return run if run.text or run.image else None
    plain = Style()
    changed = style_in(node, plain)
    for part in fields(Style):
        value = getattr(changed, part.name)
        if value != part.default:
            return style.having(part.name, part.default if closing else value)
    return None
