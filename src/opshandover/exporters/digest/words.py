"""Texts as they stand in a digest: in one line, without markup, and not too long."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from opshandover.exporters.markdown.escape import clean
from opshandover.layout.words.labels import PUNCTUATION
from opshandover.layout.words.scalars import width
from opshandover.layout.words.values import title_of
from opshandover.model import Person
from opshandover.model.base import Record
from opshandover.model.fields import field_map
from opshandover.pages.blocks import Block, Code, ListBlock, Paragraph, Quote, Table, text_of
from opshandover.pages.markdown import blocks_of
from opshandover.text import Lang

BULLET = "•"
NAME = 80
SENTENCE = 160
"""So much room a text takes before it is shortened, in Latin letters; a Chinese one takes two."""


def labelled(cls: type[Record], name: str, text: str, lang: Lang) -> str:
    """Puts the label of a field before a text; nothing, if there is no text."""
    return f"{field_map(cls)[name].label[lang]}{PUNCTUATION[lang].colon}{text}" if text else ""


def bracketed(text: str, lang: Lang) -> str:
    """Puts a text in brackets, if there is any."""
    return f"{PUNCTUATION[lang].opening}{text}{PUNCTUATION[lang].closing}" if text else ""


def name_of(record: Record, lang: Lang) -> str:
    """Gives what a record is called, or else what kind of record it is."""
    return short(flat(title_of(record, lang)), NAME) or type(record).label[lang]


def person_name(person: Person | None) -> str:
    """Gives the name of a person, if there is one."""
    return short(flat(person.name), NAME) if person else ""


def people_names(people: Iterable[Person], lang: Lang) -> str:
    """Gives the names of some people."""
    return short(PUNCTUATION[lang].pause.join(filter(None, map(person_name, people))), SENTENCE)


def sentence(prose: str, lang: Lang) -> str:
    """Says prose in one line, without its markup."""
    return short(flat(_bare(blocks_of(prose), lang)), SENTENCE)


def _bare(blocks: Iterable[Block], lang: Lang) -> str:
    return " ".join(_texts(blocks, lang))


def _texts(blocks: Iterable[Block], lang: Lang) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield text_of(block.runs)
            case Code():
                yield block.text
            case Quote():
                yield from _texts(block.blocks, lang)
            case ListBlock():
                yield PUNCTUATION[lang].semicolon.join(_bare(item.blocks, lang) for item in block.items)
            case Table():
                for row in block.rows:
                    yield PUNCTUATION[lang].comma.join(_bare(cell.blocks, lang) for cell in row.cells)
            case _:  # lines across the page; prose has no other blocks
                pass


_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of writing, also of what stands behind the text."""


def flat(text: str) -> str:
    """Puts a text into one line, and makes control characters visible."""
    return " ".join(_TURNING.sub("\ufffd", clean(text)).split())


def short(text: str, room: int) -> str:
    """Shortens a text to so much room, between two words or letters."""
    if width(text[: room + 1]) <= room:
        return text
    at, used = 0, 1
    while (used := used + width(text[at])) <= room:
        at += 1
    while at and _clings(text, at):
        at -= 1
    head = text[:at]
    words, gap, rest = head.rpartition(" ")
    return (words if gap and len(rest) < room // 4 else head).rstrip() + "…"


def _clings(text: str, at: int) -> bool:
    """Says whether the letter at a place belongs to the one before it, as parts of emoji do."""
    if _is_flag(text[at]):
        before = len(text[:at]) - len(text[:at].rstrip(_FLAGS))
        return before % 2 == 1
    joined = "\u200d" in (text[at], text[at - 1])
    return joined or unicodedata.category(text[at])[0] == "M" or text[at] in _SKINS


_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_SKINS = "".join(map(chr, range(0x1F3FB, 0x1F400)))


def _is_flag(letter: str) -> bool:
    return letter in _FLAGS
