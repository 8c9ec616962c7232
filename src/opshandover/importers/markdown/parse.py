"""A Markdown file as a page."""

from pathlib import Path

from opshandover.collector import put_off
from opshandover.errors import Fault, LoadError
from opshandover.exporters.markdown.prose_headings import taken_back
from opshandover.files import SPLIT_IT, decode_any, too_large
from opshandover.importers.markdown.front_matter import front_matter
from opshandover.importers.markdown.parser import DEFINITIONS, file_parser
from opshandover.importers.markdown.reader import FileReader
from opshandover.importers.outline import page_of
from opshandover.limits import MEGABYTE
from opshandover.pages.blocks import Code, Paragraph, Run
from opshandover.reading.imported import Beside, Imported
from opshandover.text import Text, message

NAME = "<markdown>"
"""What stands for the file in an error; who reads a file puts its name there."""

MOST_MARKDOWN = 4 * MEGABYTE
"""The size of a file, in bytes: 5,000 rows are one million, and the parser takes seconds for each."""

MOST_MARKUP = 300_000
"""The signs of markup in a file; a link, or a line, which may begin a block, takes as long as three others."""

_TOO_MUCH = message(
    "行数、链接或标记太多（最多 10 万行），读取要很久",
    "too many lines, links or signs of markup (at most 100,000 lines): reading would take long",
)
_COMMENTS = Text("注释", "Comments")
_NOTES = Text("脚注", "Footnotes")
_LINKS = Text("链接定义", "Link definitions")


def parse(data: bytes) -> Imported:
    """Return what a Markdown file shows, with comments, notes and definitions of links beside it.

    Raises:
        LoadError: it is too large, is no text in UTF-8, UTF-16 or GBK, or has HTML that is nested too deep.
    """
    if len(data) > MOST_MARKDOWN:
        raise too_large(Path(NAME), MOST_MARKDOWN)
    source = decode_any(data, Path(NAME)).replace("\r\n", "\n").replace("\r", "\n")
    if 3 * sum(map(source.count, "\n[")) + sum(map(source.count, "*_`<&")) > MOST_MARKUP:
        raise LoadError(NAME, (Fault(path="", problem=_TOO_MUCH, hint=SPLIT_IT),))
    front, rest = front_matter(source)
    env: dict[str, object] = {}
    reader = FileReader(file_parser(), env, NAME)
    with put_off():
        blocks = reader.read("\n" * front.lines + rest)  # lines of front matter are counted
    if front.text:
        blocks = (Code(front.text, "yaml", line=2), *blocks)
    definitions = [Paragraph((Run(text),), line=line) for line, text in env.get(DEFINITIONS, ())]  # type: ignore[attr-defined]
    beside = ((_NOTES, reader.notes), (_LINKS, definitions), (_COMMENTS, reader.comments))
    return Imported(
        page=page_of(tuple(map(taken_back, blocks)), front.properties),
        beside=tuple(Beside(label=label, blocks=tuple(found)) for label, found in beside if found),
        baseline=reader.baselines[-1] if reader.baselines else None,
        remarks=tuple(reader.remarks),
    )
