"""Parse prose: Markdown becomes blocks.

What people type for itself is no markup: `prose_rules` and `emphasis` say what that is.
Nothing of the content is lost, even where Markdown drops it by its own rules: HTML is shown as
typed, a link's title follows the link, surplus cells of a row are moved into its last cell, and
what is nested too deep becomes a paragraph. Link definitions (`[a]: address`) are therefore no
markup here. `<br>` is the only tag that is understood: a table cell has no other line break.
"""

import re
from functools import cache, lru_cache

from attrs import evolve
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from opshandover.pages.blocks import Block, Chart, Divider, Paragraph, Run, Runs
from opshandover.pages.inline import is_plain_line, plain_runs
from opshandover.pages.prose_rules import ProseParser
from opshandover.pages.table_rule import table_rule
from opshandover.pages.tokens import TokenReader

_DEEPEST = 20
"""The maximum nesting level; a list takes two levels, a quotation one."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def runs_of(text: str) -> Runs:
    """Return plain text as runs: it may hold line feeds, but no markup."""
    return (Run(text=text),) if text else ()


def blocks_of(text: str, path: str = "") -> tuple[Block, ...]:
    """Parse Markdown into blocks.

    Headings become paragraphs with a level: prose is below the headings of the document and must not break
    its outline. A line break in the source is kept unless a long line of words was wrapped there,
    because Chinese authors mean their line breaks.

    Args:
        text: Markdown, with the tables, strikethrough and task lists of GitHub.
        path: the path of the text in the document; each block that has a path gets it.
    """
    if not text or text.isspace():
        return ()
    if is_plain_line(text):
        return (Paragraph((Run(text),), path),)
    blocks = _parsed(text)
    return tuple(_with_path(block, path) for block in blocks) if path else blocks


@lru_cache(maxsize=1024)
def _parsed(text: str) -> tuple[Block, ...]:
    """The blocks of a text, without its place: whoever lays it out looks at it more than once."""
    # A visible symbol for NUL, which Markdown would replace by U+FFFD.
    return TokenReader(_parser(), {}).read(text.replace("\0", "\u2400"))


@cache
def _parser() -> ProseParser:
    return prose_parser()


def prose_parser() -> ProseParser:
    """A new parser of prose; `TokenReader` reads what it finds."""
    # The limit of the library drops deeper content; ours applies first and keeps it.
    parser = ProseParser(_DEEPEST + 3)
    parser.block.ruler.before("table", "too_deep", _too_deep)
    parser.block.ruler.at("table", table_rule, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.at("inline", _parse_lines)
    parser.core.ruler.disable("text_join")
    parser.inline.ruler.before("autolink", "line_break", _line_break)
    return parser


def _parse_lines(state: StateCore) -> None:
    """Parse the lines of all blocks, except those without markup (a core rule of markdown-it)."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            if plain := plain_runs(token.content):
                token.meta = {"runs": plain}
            else:
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the rest of a block as one paragraph once the maximum nesting is reached."""
    if silent or state.level < _DEEPEST:
        return False
    last = start + 1
    while last < end and (state.isEmpty(last) or state.sCount[last] >= state.blkIndent):
        last += 1
    state.line = last
    state.push("paragraph_open", "p", 1).map = [start, last]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, last, state.blkIndent, False).strip()
    inline.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _line_break(state: StateInline, silent: bool) -> bool:
    found = _BREAK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0).markup = found[0]
    state.pos = found.end()
    return True


def _with_path(block: Block, path: str) -> Block:
    match block:
        case Chart() | Divider():
            return block
        case _:
            return evolve(block, path=path)
