"""What an importer makes of a file, before anybody asks what it means."""

from attrs import frozen

from opshandover.codec.baseline import Baseline
from opshandover.continuity.ledger import Found
from opshandover.pages.blocks import Block, Page
from opshandover.remarks import Remark
from opshandover.text import Text


@frozen(kw_only=True)
class Beside:
    """Content beside the text, in the order of the file: a text box, a header, footnotes, comments.

    `apart` is what is no part of what the document says: headers, footers, tables of contents, comments.
    """

    label: Text
    blocks: tuple[Block, ...]
    apart: bool = False


@frozen(kw_only=True)
class Imported:
    """A file as an importer reads it.

    `page` has all that people see in the text. Its title is the only heading of the highest level, if that comes
    first; else it is empty, and headings keep their levels, the highest of which is 1. Front matter is in its
    properties. Blocks have `line` where the format has lines, and `path` where the file says which value they show:
    `found` says how.

    Args:
        page: the text.
        beside: content beside the text.
        baseline: the document that the file was made from, if it holds that.
        found: how the paths were found, by path.
        remarks: what the importer left out of the file, such as macros, and what a person has to decide.
        unsaved: whether nobody has saved the file since it was written. What it shows is its baseline then, and its page
            was not read.
    """

    page: Page
    beside: tuple[Beside, ...] = ()
    baseline: Baseline | None = None
    found: tuple[tuple[str, Found], ...] = ()
    remarks: tuple[Remark, ...] = ()
    unsaved: bool = False
