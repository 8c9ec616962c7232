"""The parser of Markdown files: the rules of prose, and what files have beyond prose.

That is HTML, notes, link definitions, headings without a blank behind their signs, and lines of hyphens that end a
passage instead of underlining it.
"""

import re
from collections.abc import MutableMapping
from functools import cache
from typing import Any

from markdown_it.common.html_blocks import block_names
from markdown_it.rules_block import StateBlock, heading, html_block, lheading, reference
from markdown_it.rules_inline import StateInline, html_inline

from opshandover.importers.outline import is_heading_text
from opshandover.pages.markdown import prose_parser
from opshandover.pages.prose_rules import ProseParser

INLINE_TAGS = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup"
    " time tt u var wbr".split()
)
"""The tags that are understood within a line; any other, such as `<host>` in a command, is text."""
BLOCK_TAGS = frozenset(block_names) | {
    "script",
    "style",
    "pre",
    "textarea",
    "img",
    "table",
    "video",
    "audio",
    "picture",
    "figure",
    "svg",
    "button",
    "input",
}

_TAGS = BLOCK_TAGS | INLINE_TAGS

_LOOSE = re.compile(r"(#{2,6}|#(?=[\u3400-\u9fff（【「《\u2600-\u27bf\U0001f300-\U0001faff])(?![^\n#]*#))(?![#\s])")
"""Signs of a heading without a blank behind them. One sign before Latin letters or digits, or with another one in the
same line, is that of a number or a topic."""
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|\Z)")
_TABLE_ENDS = re.compile(r"</table\s*>", re.IGNORECASE)
_TABLE = re.compile(r"<table(?=[\s>])", re.IGNORECASE)
_FACT = re.compile(r"[^\s：:]{1,12}[：:]\s*\S")


@cache
def file_parser() -> ProseParser:
    """The parser of Markdown files."""
    parser = prose_parser()
    parser.options["html"] = True
    parser.enable("reference")
    parser.block.ruler.at("reference", _reference)
    parser.block.ruler.at("heading", _heading, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.block.ruler.before("list", "numbered_heading", _numbered)
    parser.block.ruler.at("lheading", _underlined)
    parser.block.ruler.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.at("html_inline", _html_inline)
    return parser


DEFINITIONS = "definitions"
"""The key of the environment with the definitions of links, each with its line."""


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the definition of a link, and keep its text; a note (`[^1]: …`) is none, nor is code in a link's text."""
    if not _LABEL.match(state.src, state.bMarks[start] + state.tShift[start]):
        return False
    if not reference(state, start, end, silent):
        return False
    text = state.getLines(start, state.line, state.blkIndent, False).strip()
    state.env.setdefault(DEFINITIONS, []).append((start + 1, text))
    return True


_LABEL = re.compile(r"\[(?!\^)(?:[^\[\]`\\]|\\.){1,999}\]:", re.DOTALL)


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a heading, also without a blank between its signs and its text."""
    if heading(state, start, end, silent):
        return True
    begin = state.bMarks[start] + state.tShift[start]
    found = _LOOSE.match(state.src, begin, state.eMarks[start])
    if found is None or state.is_code_block(start):
        return False
    if not silent:
        _push_heading(
            state, f"h{len(found[1])}", state.src[found.end() : state.eMarks[start]].strip(), start, start + 1
        )
    return True


def _push_heading(state: StateBlock, tag: str, text: str, start: int, end: int) -> None:
    state.push("heading_open", tag, 1).map = [start, end]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = text, [start, start + 1], []
    state.push("heading_close", tag, -1)
    state.line = end


def _underlined(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take an underlined heading, unless the line of hyphens only ends what stands above it.

    It does below a sentence, below `标签：值`, and wherever headings are written with signs; but a line that is as
    long as its text underlines it.
    """
    first = len(state.tokens)
    if not lheading(state, start, end, silent):
        return False
    opened, inline = state.tokens[first : first + 2]
    text = inline.content
    is_line = "\n" not in text and is_heading_text(text) and not _FACT.match(text)
    if opened.tag == "h1" or (is_line and not _has_signs(state)) or _fits(state, text):
        return True
    opened.type, opened.tag = "paragraph_open", "p"
    state.tokens[-1].type, state.tokens[-1].tag = "paragraph_close", "p"
    state.push("hr", "hr", 0).map = [state.line - 1, state.line]
    return True


def _numbered(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a heading with a number before it that is underlined, which would be a list of one item above a line."""
    if silent or start + 1 >= end or state.level or _has_signs(state):
        return False
    text, line = (state.getLines(at, at + 1, state.blkIndent, False).strip() for at in (start, start + 1))
    number = _NUMBERED.match(text)
    if number is None or not _LINE.fullmatch(line) or not is_heading_text(text) or _FACT.match(text, number.end()):
        return False
    _push_heading(state, "h1" if line[0] == "=" else "h2", text, start, start + 2)
    return True


_NUMBERED = re.compile(r"\d{1,3}[.)]\s+(?=\S)")
_LINE = re.compile("-{3,}|={3,}")


def _fits(state: StateBlock, text: str) -> bool:
    """Whether the line that the parser has just read is as long as the text above it."""
    line = state.getLines(state.line - 1, state.line, state.blkIndent, False).strip()
    return len(line) > _SHORT_LINE and len(line) == len(text)


_SHORT_LINE = 5
"""A line of so many hyphens is written below anything."""


def _has_signs(state: StateBlock) -> bool:
    """Whether a file has headings with signs, other than comments in its code."""
    known = state.env.get(_SIGNS)
    if known is None:
        known = state.env[_SIGNS] = _SIGNED.search(_FENCED.sub("", state.src)) is not None
    return bool(known)


_SIGNS = "signs"
_FENCED = re.compile(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1|\Z)", re.DOTALL | re.MULTILINE)
_SIGNED = re.compile(r"^ {0,3}#{1,6}[ \t]*[^\s#]", re.MULTILINE)


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a block of HTML, and a table up to its end, whatever blank lines are in it; an unknown tag is text."""
    begin = state.bMarks[start] + state.tShift[start]
    if not _is_html(state.src, begin, state.env) or _takes_all(state.src, begin, state.env):
        return False
    if state.is_code_block(start) or not html_block(state, start, end, silent):
        return False
    if silent or not _TABLE.match(state.src, begin):
        return True
    token = state.tokens[-1]
    last = state.line
    if not _TABLE_ENDS.search(token.content):
        closes = _TABLE_ENDS.search(state.src, state.bMarks[min(last, end)])
        while closes and last < end and state.bMarks[last] <= closes.start() and state.sCount[last] >= state.blkIndent:
            last += 1
        if closes and state.bMarks[last] > closes.start():
            state.line = last
            token.content = state.getLines(start, last, state.blkIndent, True)
            token.map = [start, last]
    return True


_RAW = re.compile(r"<(script|style|title|textarea)\b", re.IGNORECASE)


def _takes_all(text: str, at: int, env: MutableMapping[str, Any]) -> bool:
    """Whether a tag whose content is not shown begins at an index and is never closed: all that follows would be lost."""
    found = _RAW.match(text, at)
    if found is None:
        return False
    name = found[1].lower()
    closed = env.setdefault(_CLOSED, {})
    if name not in closed:
        closed[name] = text.lower().rfind(f"</{name}")
    return bool(closed[name] < at)


_CLOSED = "closed"


def _html_inline(state: StateInline, silent: bool) -> bool:
    """Take a tag or a comment within a line; an unknown tag is text."""
    return state.src[state.pos] == "<" and _is_html(state.src, state.pos, state.env) and html_inline(state, silent)


def _is_html(text: str, at: int, env: MutableMapping[str, Any]) -> bool:
    """Whether a tag that is known, or a comment that ends, begins at an index."""
    tag = _TAG.match(text, at)
    if tag is not None:
        return tag[1].lower() in _TAGS
    if not text.startswith("<!--", at):
        return False
    known = env.get(_LAST)
    if known is None or known[0] is not text:
        known = env[_LAST] = (text, text.rfind("-->"))
    return bool(known[1] > at)


_LAST = "last"
