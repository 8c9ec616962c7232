"""What a file has beside its text: headers, footers, notes and comments."""

from collections import Counter

from opshandover.importers.word.body import BodyReader
from opshandover.importers.word.file import WordFile
from opshandover.ooxml.tree import Element, value
from opshandover.pages.blocks import Block
from opshandover.text import Text

_PAGES = {"header": Text("页眉", "Header"), "footer": Text("页脚", "Footer")}
_NOTES = {"footnotes": Text("脚注", "Footnotes"), "endnotes": Text("尾注", "Endnotes")}
_COMMENT, _COMMENT_OF = Text("批注", "Comment"), Text("批注（{}）", "Comment by {}")


def read_beside(file: WordFile) -> Counter[str]:
    """Keep all that is in other parts than the text; returns the number of comments of each author."""
    for kind, label in _PAGES.items():
        seen: set[tuple[Block, ...]] = set()
        for name in sorted(set(file.package.related(kind))):
            blocks = _blocks(file, name)
            if blocks not in seen:
                file.put_beside(label, blocks, apart=True)
            seen.add(blocks)
    for kind, label in _NOTES.items():
        for name in file.package.related(kind):
            file.put_beside(label, _notes(file, name))
    authors: Counter[str] = Counter()
    for name in file.package.related("comments"):
        for comment in _children(file, name):
            author = value(comment, "author")
            authors[author] += 1
            label = Text(_COMMENT_OF.zh.format(author), _COMMENT_OF.en.format(author)) if author else _COMMENT
            file.put_beside(label, BodyReader(file).blocks(comment), apart=True)
    return authors


def _children(file: WordFile, name: str) -> list[Element]:
    root = file.package.tree(name)
    file.part = name
    return list(root) if root is not None else []


def _blocks(file: WordFile, name: str) -> tuple[Block, ...]:
    root = file.package.tree(name)
    file.part = name
    return BodyReader(file).blocks(root) if root is not None else ()


def _notes(file: WordFile, name: str) -> tuple[Block, ...]:
    """The notes of a part, one below the other; its separators show no text."""
    return tuple(block for note in _children(file, name) for block in BodyReader(file).blocks(note))
