"""Read a page that people wrote elsewhere as documents of ours."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from itertools import takewhile
from typing import Any, cast

from attrs import evolve

from opshandover.continuity.ledger import Entry, Fate, Ledger
from opshandover.document.paths import containing
from opshandover.model import OpsDocument
from opshandover.model.communication import Communication, Meeting
from opshandover.model.document import FreeSection
from opshandover.model.header import Header, Language
from opshandover.pages.blocks import Property, Run
from opshandover.profiles import profile_named
from opshandover.reading.dates import day_of, find_dates
from opshandover.reading.foreign.around import look_around
from opshandover.reading.foreign.context import SURE, Context
from opshandover.reading.foreign.drafts import Draft, finished, said_secret
from opshandover.reading.foreign.forms import is_head, tells_head
from opshandover.reading.foreign.head import Head
from opshandover.reading.foreign.hidden import hide
from opshandover.reading.foreign.homes import home_of, is_home
from opshandover.reading.foreign.kept import lost
from opshandover.reading.foreign.kind import Guess, kind_of
from opshandover.reading.foreign.labels import labels_in, split_label
from opshandover.reading.foreign.leaves import Head as HeadPart
from opshandover.reading.foreign.leaves import Leaf, Line, Listing, Part, count_texts, leaves_of, parts_of
from opshandover.reading.foreign.mapping import Mapping
from opshandover.reading.foreign.outline import Node, outline
from opshandover.reading.foreign.places import Places
from opshandover.reading.foreign.prose import in_limits
from opshandover.reading.foreign.sections import Sections
from opshandover.reading.foreign.siblings import distinguish
from opshandover.reading.foreign.split import Single, begins, documents
from opshandover.reading.foreign.values import Clock
from opshandover.reading.imported import Imported
from opshandover.reading.result import Part as Result
from opshandover.reading.result import Place
from opshandover.remarks import Remark, RemarkKind
from opshandover.text import DEFAULT_LANG, LANGUAGES, Lang, message


def read_foreign(imported: Imported, profile: str | None = None, mapping: Mapping | None = None) -> tuple[Result, ...]:
    """The documents in a file that people wrote elsewhere, with what became of each of its texts.

    Args:
        imported: the file as an importer has it.
        profile: the kind of document; guessed from the content if left out.
        mapping: places of headings that a person confirmed; they go before all others.

    Raises:
        UnknownNameError: there is no such kind.
    """
    if profile is not None:
        profile_named(profile)
    page = imported.page
    title = [Leaf((Run(page.title),), 0)] if page.title.strip() else []
    parts = parts_of(page.blocks)
    beside = [(one.label, parts_of(one.blocks)) for one in imported.beside]
    every = [*(HeadPart(1, leaf) for leaf in title), *parts, *(part for _, more in beside for part in more)]
    all_leaves = list(leaves_of(every))
    hidden = set(map(id, hide(every)))
    root = outline(parts)
    heads = tuple(title)
    listed = not root.children and all(isinstance(part, Listing) for part in root.content)
    if title and root.content and listed and is_home(page.title) and not tells_head(root.content):
        section = Node(leaf=title[0], level=1, content=root.content)
        root, heads = Node(leaf=Leaf((), 0), level=0, children=[section]), ()
    elif not title:
        root, heads = _titled(root)
    singles = documents(root, " ".join(leaf.text for leaf in heads), heads)
    for label, more in beside:
        own = Node(leaf=Leaf((Run(label[_lang(all_leaves)]),), 0), level=1, content=more)
        singles[-1].node.children.append(own)
    owners = _owners(singles)
    shares: list[list[Leaf]] = [[] for _ in singles]
    for leaf in all_leaves:
        shares[owners.get(id(leaf), 0)].append(leaf)
    results: list[Result] = []
    lang = _lang(all_leaves)
    counted = bool(title) + count_texts(page.blocks) + sum(count_texts(one.blocks) for one in imported.beside)
    for at, single in enumerate(singles):
        leaves = shares[at]
        reading = _Reading(single, leaves, profile, mapping, first=at == 0, of=len(singles))
        reading.lang = lang
        document, remarks = reading.read(imported)
        for leaf in leaves:
            if id(leaf) in hidden:
                said_secret(reading.context, leaf, leaf.path)
        remarks = (*(imported.remarks if at == 0 else ()), *reading.context.remarks)
        is_last = at == len(singles) - 1
        account = partial(_ledger, leaves, counted - len(all_leaves) if is_last else 0)
        results.append(Result(document=document, remarks=remarks, account=account, places=_places(leaves)))
    return tuple(results)


def _places(leaves: Iterable[Leaf]) -> dict[str, Place]:
    """The first line of each value, and of whatever holds it."""
    places: dict[str, Place] = {}
    for leaf in leaves:
        for path in containing(leaf.path) if leaf.line else ():
            places.setdefault(path, Place(line=leaf.line))
    return places


def _ledger(leaves: Sequence[Leaf], uncounted: int) -> Ledger:
    """The account of leaves: one entry for each that has a place or was left; texts without a leaf are a fault of ours."""
    entries = [
        Entry(fate=leaf.fate, path="" if leaf.fate is Fate.LEFT else leaf.path, found=leaf.found)
        for leaf in leaves
        if leaf.fate is not None
    ]
    return Ledger(entries=tuple(entries), taken_in=len(leaves) + uncounted)


def _titled(root: Node) -> tuple[Node, tuple[Leaf, ...]]:
    """The page without a heading that is its title: the only one at the top, or the first, if it names no section.

    Headings without anything below them that name no section are the lines of a title, too.
    """
    first = root.children[0] if root.children else None
    if first is None or root.content:
        return root, ()
    lines = list(takewhile(_is_only_a_title, root.children))
    if lines and len(lines) < min(len(root.children), _TITLE_LINES + 1):
        return evolve(root, children=root.children[len(lines) :]), tuple(line.leaf for line in lines)
    home = home_of(first.heading)
    if (
        len(root.children) == 1
        and (home is None or first.children)
        and (first.children or first.level > 1 or first.content)
    ):
        return Node(leaf=Leaf((), 0), level=0, content=first.content, children=first.children), (first.leaf,)
    same = sum(child.level == first.level for child in root.children)
    alone = (
        same == 1
        or first.level > 6
        or (tells_head(first.content) and not any(tells_head(child.content) for child in root.children[1:]))
    )
    unsure = home is None or (home.certainty < SURE and tells_head(first.content))
    is_title = unsure and not first.children and alone and is_head(first.content)
    if is_title or (home is None and same == 1 and first.children):
        inner = Node(leaf=Leaf((), 0), level=0, content=first.content, children=[*first.children, *root.children[1:]])
        return inner, (first.leaf,)
    return root, ()


_TITLE_LINES = 3


def _is_only_a_title(node: Node) -> bool:
    return not node.content and not node.children and not begins(node) and home_of(node.heading) is None


def _owners(singles: Sequence[Single]) -> dict[int, int]:
    """The number of the document to which each leaf belongs, by its identity."""
    found: dict[int, int] = {}
    for at, single in enumerate(singles):
        for leaf in single.leaves:
            found[id(leaf)] = at
        for leaf in leaves_of(list(single.node.everything())):
            found[id(leaf)] = at
            if leaf.shares is not None:
                found[id(leaf.shares)] = at
    return found


def _lang(leaves: Iterable[Leaf]) -> Lang:
    text = "".join(leaf.text for leaf in leaves)
    chinese = sum("\u4e00" <= char <= "\u9fff" for char in text)
    zh, en = LANGUAGES
    return zh if chinese * 4 > sum(map(str.isalpha, text)) else en


class _Reading:
    """The reading of one document."""

    def __init__(
        self,
        single: Single,
        leaves: Sequence[Leaf],
        profile: str | None,
        mapping: Mapping | None,
        *,
        first: bool,
        of: int,
    ) -> None:
        self.single, self.leaves, self.profile, self.mapping = single, leaves, profile, mapping
        self.first, self.of = first, of
        self.context = Context(clock=Clock(on=_clock(single.title)))
        self.lang: Lang = DEFAULT_LANG

    def read(self, imported: Imported) -> tuple[OpsDocument, tuple[Remark, ...]]:
        """The document and the remarks on it."""
        context, node = self.context, self.single.node
        if self.first and not self.single.title:
            self.single = evolve(self.single, title=_title_in(imported.page.properties))
        headings = [part.leaf for part in node.everything() if isinstance(part, HeadPart)]
        title = self.single.title or self._first_of(node.content)
        guess = Guess(self.profile, 1.0) if self.profile else kind_of(title, _words(node))
        if self.of > 1 and guess.profile == "daily_handover":
            guess = Guess("daily_report", 0.5)
        meeting = Draft(Meeting, "communication.meetings[0]") if guess.profile == "meeting_notes" else None
        head = Head(context, meeting)
        context.late = head.late
        sections = Sections(context, signed=head.take)
        front = head.properties(imported.page.properties, self.single.title) if self.first else []
        places = Places(context, sections, head, self.mapping, guess.profile, self.lang)
        before = list(node.content)
        content = self._first_line(head.take(before))
        self._set_clock(head)
        head.title(self.single.leaves[-1] if self.single.leaves else None, self.single.title)
        whole = list(node.everything()) if guess.profile == "charter" else content
        head.sentences([*(Line(leaf) for leaf in self.single.leaves), *whole])
        self._set_clock(head)
        head.author_gives()
        if content or front:
            places.unheaded([*front, *content])
        distinguish(node)
        look_around(node, self.single.title, guess.profile)
        places.nodes(node.children)
        if context.signatures:
            context.keep(None, list(context.signatures), "签字" if self.lang == "zh" else "Signatures")
        if self.profile is None:
            self._say_kind(guess)
        values = {**head.values, **sections.finish()}
        if meeting is not None:
            self._meeting(meeting, values)
        values["title"] = values.get("title") or self.single.title
        for leaf in self.single.leaves:
            leaf.home("title")
            leaf.known.append("")
        values.setdefault("lang", Language(self.lang))
        document = OpsDocument(profile=guess.profile, extra=context.free_sections(self.lang), **values)
        if len(self.leaves) <= len(self.single.leaves):
            said = message("这一份没有内容", "there is nothing in this one")
            context.remark(RemarkKind.ASKED, said, self.single.leaves[-1] if self.single.leaves else None)
        document = self._with_lost(document)
        context.follow(headings)
        return document, ()

    def _first_line(self, content: list[Part]) -> list[Part]:
        """The content without its first line, if that is the title of a page that has none."""
        if self.single.title or not (title := self._first_of(content)):
            return content
        self.single = evolve(self.single, title=title, leaves=tuple(leaves_of(content[:1])))
        return content[1:]

    @staticmethod
    def _first_of(content: Sequence[Part]) -> str:
        """The first line of a content, if that may be a title; empty if not."""
        first = content[0] if content else None
        is_title = isinstance(first, Line) and len(first.leaf.text) <= _TITLE and not split_label(first.leaf.runs)
        return first.leaf.text if is_title and isinstance(first, Line) else ""

    def _with_lost(self, document: OpsDocument) -> OpsDocument:
        """The document with the texts that did not get into it word for word, in a free section."""
        missing = list(lost(document, self.leaves))
        if not missing:
            return document
        title = "原文其他内容" if self.lang == "zh" else "Further text of the original"
        for leaf in missing:
            leaf.leave()
            said = message("这一行原样保留", "this line is kept as it is")
            self.context.remark(RemarkKind.LEFT, said, leaf, f"extra[{len(document.extra)}]")
        bodies = in_limits([Line(leaf) for leaf in missing])
        return evolve(document, extra=(*document.extra, *(FreeSection(title=title, body=body) for body in bodies)))

    def _set_clock(self, head: Head) -> None:
        as_of = _header_date(head.values)
        if as_of is not None:
            self.context.clock = Clock(on=as_of)

    def _say_kind(self, guess: Guess) -> None:
        label = profile_named(guess.profile).label
        said = message("文种推测为“{label}”", "the kind of document is taken to be {label}", label=label)
        self.context.guess(None, "profile", guess.certainty, said)

    def _meeting(self, meeting: Draft, values: dict[str, Any]) -> None:
        """Put the meeting before all others."""
        if not meeting.values:
            return
        meeting.values.setdefault("title", self.single.title)
        if meeting.values.get("on") is None and values.get("prepared_on"):
            meeting.values["on"] = values["prepared_on"]
        made = cast("Meeting", finished(self.context, meeting))
        section = values.get("communication")
        if isinstance(section, Communication):
            values["communication"] = evolve(section, meetings=(made, *section.meetings))
        else:
            values["communication"] = Communication(meetings=(made,))


def _title_in(properties: Sequence[tuple[str, Property]]) -> str:
    """The title that front matter gives to a page without one; empty if it gives none."""
    title = dict(properties).get("title")
    return title.strip() if isinstance(title, str) else ""


_TITLE = 50
"""The longest line that is taken for a title, in characters."""


def _header_date(values: dict[str, Any]) -> date | None:
    header = Header(profile="daily_handover", **{name: value for name, value in values.items() if name != "profile"})
    return header.as_of or header.effective_on


def _clock(title: str) -> date | None:
    """The day in a title, or the middle of the year that it names."""
    for found in find_dates(title):
        if found.value is not None:
            return day_of(found.value)
    year = re.search(r"(?<!\d)(20\d\d)(?: ?年|(?=[^\d.-]|$))", title)
    return date(int(year[1]), 7, 2) if year else None


def _words(node: Node) -> Iterable[str]:
    """The headings and labels of a document."""
    everything = list(node.everything())
    return [*(part.leaf.text for part in everything if isinstance(part, HeadPart)), *labels_in(everything)]
