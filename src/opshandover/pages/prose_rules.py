"""What is no markup in prose although CommonMark takes it for some.

People who write handovers type numbers, paths and comparisons, and few of them know Markdown. Where a text
can be read both ways, the reading that loses nothing wins. docs/files.md tells users of each rule.
"""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, code, fence, heading, list_block
from markdown_it.rules_inline import StateInline, entity, escape

from opshandover.pages.addresses import SCHEMES, address_at
from opshandover.pages.emphasis import delimiter_run, part_pairs_inside

_NUMBER = r"[-+]?[¥￥$]?\d++(?:[.,]\d++)*+"
COMPARED = re.compile(
    r">(?:=|[ \t]*=?[ \t]*" + _NUMBER + r"(?![.)](?:\s|\Z)|[、）]|[-/:：]\d|[ \t]*[年月日号]))"  # no list, date or time
)
"""A comparison at the start of a line, `> 50 单` or `>=5%`, which is no quotation."""

SIGNED = re.compile(r"\+[ \t]+[\d¥￥$.]|-[ \t]+\d[\d.,]*[ \t]*(?:[%％‰℃]|°C)(?!.*\n[ \t]*-[ \t])")
"""A number with its sign at the start of a line, `+ 5%` or `- 5 ℃`, which is no list of a single item."""

_TYPED = (
    ("blockquote", blockquote, COMPARED, ("paragraph", "reference", "blockquote", "list")),
    ("list", list_block, re.compile(SIGNED.pattern + r"|\d{4,}[.)]"), ("paragraph", "reference", "blockquote")),
    ("fence", fence, re.compile(r"~{3,}[ \t]*[^\x00-\x7f]"), ("paragraph", "reference", "blockquote", "list")),
    ("heading", heading, re.compile(r"#{1,6}+[ \t]*+#*+[ \t]*+(?:\n|\Z)"), ("paragraph", "reference", "blockquote")),
    ("code", code, re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“‘]"), ()),
)
"""Rules of blocks, and how a line begins that is none: a year is no item, an indented Chinese line is no code."""

STRETCH = re.compile(r"[^\s`<>()\[\]\"|，。；：、！？（）【】《》“”]+")
"""A stretch of text that can be a path."""
PATH = re.compile(r"(?<!\\)\\[^\W_]|(?<![A-Za-z0-9])[A-Za-z]:\\(?!\\)")
"""A backslash before a letter or digit is no escape, and neither is any other in the same path."""
BEFORE_SHARE = r"(?<!\w)(?<!\\)(?<!(?<![A-Za-z0-9])[A-Za-z]:)"
"""What stands before the two backslashes of a share, as a pattern: no letter, backslash or drive."""
_SHARE = re.compile(BEFORE_SHARE + r"\\\\(?=[^\W_])")
_FOREIGN = re.compile(rf"(?!(?:{'|'.join(SCHEMES)}):|data:image/(?:gif|png|jpeg|webp);)[a-z][a-z0-9+.-]+:")


class ProseParser(MarkdownIt):
    """A parser of Markdown that leaves alone what people type for itself."""

    def __init__(self, deepest: int) -> None:
        """Prepare the parser for a maximum nesting level, beyond which content is dropped."""
        super().__init__("commonmark", {"html": False, "maxNesting": deepest})
        self.enable(["table", "strikethrough"]).disable("reference")
        for name, rule, typed, ends in _TYPED:
            self.block.ruler.at(name, _unless(typed, rule), {"alt": list(ends)})
        self.inline.ruler.at("escape", _escape)
        self.inline.ruler.at("entity", _reference)
        self.inline.ruler.at("emphasis", delimiter_run)
        self.inline.ruler.disable("strikethrough")
        self.inline.ruler.before("escape", "address", _address)
        self.inline.ruler2.after("balance_pairs", "inside", part_pairs_inside)

    def validateLink(self, url: str) -> bool:  # noqa: N802  the name of the library
        """Whether an address may be linked; what opens programs and local files stays as it was typed."""
        return _FOREIGN.match(url.strip().lower()) is None

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  the name of the library
        """Return an address between angle brackets as it was typed."""
        return link


_BlockRule = Callable[[StateBlock, int, int, bool], bool]


def _unless(typed: re.Pattern[str], rule: _BlockRule) -> _BlockRule:
    """A rule of blocks that passes over lines that begin in a certain way."""

    def checked(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        begin = state.bMarks[start] + state.tShift[start]
        ends_item = silent and state.sCount[start] < state.blkIndent
        return (ends_item or typed.match(state.src, begin) is None) and rule(state, start, end, silent)

    return checked


def _escape(state: StateInline, silent: bool) -> bool:
    """Take a backslash of a path as it is, and any other for an escape."""
    if state.src[state.pos] != "\\":
        return False
    length = 1 if state.pos in _backslashes_of_paths(state) else 2 if _SHARE.match(state.src, state.pos) else 0
    if not length:
        return escape(state, silent)
    if not silent:
        state.push("text", "", 0).content = "\\" * length
    state.pos += length
    return True


def _backslashes_of_paths(state: StateInline) -> frozenset[int]:
    """Where the backslashes of all paths of a block are; found once for each block."""
    known = state.env.get("paths")
    if known is None or known[0] is not state.src:
        paths = (found for found in STRETCH.finditer(state.src) if PATH.search(state.src, *found.span()))
        places = (at for path in paths for at in range(*path.span()) if state.src[at] == "\\")
        known = state.env["paths"] = (state.src, frozenset(places))
    return known[1]


def _reference(state: StateInline, silent: bool) -> bool:
    """Take `&#32;` for a character, as it stands in Markdown exports; `&amp;` and other names are text."""
    return state.src.startswith("&#", state.pos) and entity(state, silent)


def _address(state: StateInline, silent: bool) -> bool:
    """Take an address as text, whatever signs are in it."""
    colon = state.pos
    if state.src[colon] != ":":
        return False
    head = state.src[max(colon - len("mailto"), 0) : colon].lower()
    scheme = next((scheme for scheme in SCHEMES if head.endswith(scheme)), None)
    end = min(address_at(state.src, colon - len(scheme)), state.posMax) if scheme else 0
    if end <= colon:
        return False
    if not silent:
        state.push("text", "", 0).content = state.src[colon:end]
    state.pos = end
    return True
