"""What of a foreign document found its way: measured against a file of expectations beside it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import yaml
from attrs import field, frozen
from tests.reading.foreign.word_files import saved, written
from tests.support.foreign import imported_file

from opshandover.document.walk import walk
from opshandover.importers.word import WordImporter
from opshandover.model import Issue, OpsDocument, Person, Task
from opshandover.model.header import Header
from opshandover.pages.blocks import Block, Code, Heading, ListBlock, Page, Paragraph, Quote, Table
from opshandover.reading.foreign import read_foreign
from opshandover.reading.foreign.labels import normal, title_of
from opshandover.reading.imported import Imported
from opshandover.reading.result import Part
from opshandover.text import LANGUAGES

FOLDER = Path(__file__).parents[2] / "data" / "foreign"


@frozen(kw_only=True)
class Measure:
    """The figures of one document."""

    name: str
    with_home: int
    found: int
    wrong: int
    lost: tuple[str, ...]
    missing: tuple[str, ...]
    facts: tuple[int, int]
    """How many persons, days and numbers of items are expected, and how many of them are missing."""
    parts: tuple[Part, ...] = field(repr=False)

    def row(self) -> str:
        """The figures as a row of a table."""
        missing = f" missing {', '.join(self.missing)}" if self.missing else ""
        return f"{self.name:28} {self.found:3}/{self.with_home:3} wrong {self.wrong} lost {list(self.lost)}{missing}"


def names(folder: Path = FOLDER) -> list[str]:
    """The documents, without their suffix."""
    return sorted(path.stem for path in folder.glob("*.yaml"))


def expected(path: Path) -> dict[str, Any]:
    """What a file beside a document expects of it."""
    return cast("dict[str, Any]", yaml.safe_load(path.read_text("utf-8")))


def imported(path: Path) -> Imported:
    """The document beside a file of expectations: Markdown, Word, or Word made of what that file says itself."""
    word = expected(path).get("word")
    if word:
        return WordImporter().parse(saved(written(word)))
    file = path.with_suffix(".docx")
    return WordImporter().parse(file.read_bytes()) if file.exists() else imported_file(path.with_suffix(".md"))


def measure(name: str, folder: Path = FOLDER) -> Measure:
    """Read one document and compare with what is expected of it."""
    path = folder / f"{name}.yaml"
    wanted = expected(path)
    source = imported(path)
    parts = read_foreign(source)
    homes = {heading_key(heading): section for heading, section in reversed(list(places_of(parts)))}
    found = wrong = 0
    missing: list[str] = []
    headings: dict[str, str] = wanted.get("headings") or {}
    for heading, home in headings.items():
        got = homes.get(heading_key(heading), "extra")
        if home == "extra":
            wrong += got != "extra"
        elif got in home.split("|"):
            found += 1
        else:
            wrong += got != "extra"
            missing.append(f"{heading} -> {got}")
    without = list(facts_missing(wanted, parts))
    missing += without
    secrets = tuple(wanted.get("secrets", ()))
    return Measure(
        name=name,
        with_home=sum(home != "extra" for home in headings.values()),
        found=found,
        wrong=wrong,
        lost=tuple(lost_words(source.page, parts, secrets)),
        missing=tuple(missing),
        facts=(sum(map(len, _several(wanted))), len(without)),
        parts=parts,
    )


def _several(expected: dict[str, Any]) -> Iterator[Any]:
    """What is expected beside headings: one or several persons, days, accounts or numbers of items each."""
    yield from ([expected[name]] for name in ("giver", "witness", "prepared_by", "supervisor") if name in expected)
    yield from (expected.get(name, ()) for name in ("receivers", "dates", "owners", "accounts", "items"))


_MARKUP = re.compile(r"`|<[^<>]*>|!?\[([^\[\]]*)\]\([^()]*\)")
"""Marks of code, HTML, and links, of which the text stays."""


def heading_key(heading: str) -> str:
    """A heading without its number and its markup, for comparison."""
    title = title_of(_MARKUP.sub(r"\1", heading))
    return normal(f"{title.text} {title.aside}")


def places_of(parts: tuple[Part, ...]) -> Iterator[tuple[str, str]]:
    """Each heading with the section that it went to, by the remarks."""
    for part in parts:
        for remark in part.remarks:
            if remark.place:
                yield remark.place, re.split(r"[.\[]", remark.path)[0]


def facts_missing(expected: dict[str, Any], parts: tuple[Part, ...]) -> Iterator[str]:
    """What is expected beside headings, and not there."""
    documents = [part.document for part in parts]
    if len(documents) != expected.get("documents", 1):
        yield f"{len(documents)} documents"
    for name in ("giver", "witness", "prepared_by", "supervisor"):
        wanted = expected.get(name)
        if wanted and not any((person := getattr(one, name)) and person.name == wanted for one in documents):
            yield f"{name} {[getattr(one, name) for one in documents]}"
    for receiver in expected.get("receivers", ()):
        if not any(receiver == person.name for one in documents for person in one.receivers):
            yield f"receiver {receiver}"
    days = {_day(node.value) for one in documents for node in walk(one, date)}
    yield from (f"date {wanted}" for wanted in expected.get("dates", ()) if wanted not in days)
    people = {
        node.value.name
        for one in documents
        for node in walk(one, Person)
        if node.path.endswith((".owner", ".new_owner", ".holder"))
    }
    yield from (f"owner {wanted}" for wanted in expected.get("owners", ()) if wanted not in people)
    texts = {node.value for one in documents for node in walk(one, str) if node.path.endswith(".account")}
    yield from (f"account {wanted}" for wanted in expected.get("accounts", ()) if wanted not in texts)
    for path, count in (expected.get("items") or {}).items():
        section, _, name = path.partition(".")
        got = sum(len(getattr(getattr(one, section), name, ())) for one in documents if getattr(one, section))
        if got != count:
            yield f"{path} {got}, not {count}"
    asked = sum(remark.kind.value == "asked" for part in parts for remark in part.remarks)
    if asked < expected.get("asked", 0):
        yield f"asked {asked}"
    shown = "\n".join(map(_all_texts, documents))
    yield from (f"secret {secret}" for secret in expected.get("secrets", ()) if secret in shown)


def _day(value: date) -> str:
    return (value.date() if isinstance(value, datetime) else value).isoformat()


def _all_texts(document: OpsDocument) -> str:
    return "\n".join(str(node.value) for node in walk(document, object))


_NUMBER = re.compile(
    r"(?m)^\s*(?:\d{1,2}[.．、)）]|[（(]\d[）)])|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
"""The number of an item, and a day in words, which is a date now."""
_WORD = re.compile(r"[A-Za-z0-9]+|[\u4e00-\u9fff]+")


def lost_words(page: Page, parts: tuple[Part, ...], secrets: tuple[str, ...]) -> Iterator[str]:
    """The words of a page that are lost."""
    yield from lost_from(page_texts(page), parts, secrets)


def lost_from(texts: Iterable[str], parts: tuple[Part, ...], secrets: tuple[str, ...]) -> Iterator[str]:
    """The words of texts that are neither in the documents, nor named by a remark, nor part of a label or a value.

    Apart from the reader's own account of them: a label that stands for a field, a heading that stands for a section
    and a date, a number or a state that is typed now are words that the document says in its own way.
    """
    said = "\n".join([*map(_all_texts, (part.document for part in parts)), *_stood_for(parts)])
    said = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", said)
    said = said.casefold()
    secret = re.compile("|".join(map(re.escape, secrets)) or r"(?!)")
    for text in texts:
        for word in _WORD.findall(_NUMBER.sub("", secret.sub("", text))):
            if word.casefold() not in said:
                yield word


def _stood_for(parts: tuple[Part, ...]) -> Iterator[str]:
    """The words that declared names stand for: labels, headings in remarks, dates and numbers in their forms."""
    from opshandover.model.base import Choice, Record
    from opshandover.model.fields import fields_of

    yield "序号"
    yield from (word for cls in (Task, Issue) for field in fields_of(cls) for word in field.spec.synonyms)
    yield from (words[lang] for words in (Header.label, Header.synonyms) for lang in LANGUAGES)
    for part in parts:
        for remark in part.remarks:
            yield remark.place
            yield remark.message["zh"]
            yield remark.message["en"]
        for node in walk(part.document, object):
            if isinstance(node.value, date):
                day = node.value
                yield f"{day.year}年{day.month}月{day.day}日 {day.month:02} {day.day:02} {day:%d %B %Y %Y%m%d} {day.hour if isinstance(day, datetime) else ''} 00"
            elif isinstance(node.value, Choice):
                yield " ".join((node.value.label.zh, node.value.label.en, *node.value.synonyms, *node.value.related))
            elif isinstance(node.value, Record):
                yield "\n".join(
                    f"{one.label.zh} {one.label.en} {' '.join(one.spec.synonyms)}"
                    for one in fields_of(type(node.value))
                )
    yield "\n".join(f"{one.label.zh} {one.label.en} {' '.join(one.spec.synonyms)}" for one in fields_of(OpsDocument))


def page_texts(page: Page) -> Iterator[str]:
    """All texts of a page."""
    yield page.title
    yield from (str(value) for _, value in page.properties)
    for block in page.blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Code():
            yield block.text
        case Paragraph():
            yield from (text for run in block.runs for text in (run.text, run.link))
        case ListBlock():
            yield from (text for item in block.items for one in item.blocks for text in _texts(one))
        case Table():
            yield from (column.label for column in block.columns)
            yield from (text for row in block.rows for cell in row.cells for one in cell.blocks for text in _texts(one))
        case Quote():
            yield from (text for one in block.blocks for text in _texts(one))
        case _:
            yield from cast("list[str]", [])
