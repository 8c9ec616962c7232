"""Decide for each heading where it belongs: a section, an item, a group of sections, or nowhere of ours."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from attrs import define, evolve

from opshandover.document.paths import section_of
from opshandover.model import OpsDocument, Person
from opshandover.model.communication import Communication, Meeting
from opshandover.model.fields import Kind, field_map
from opshandover.model.header import Header
from opshandover.model.projects import Project
from opshandover.model.systems import System
from opshandover.pages.blocks import Run
from opshandover.reading.foreign.choosing import AREAS, chosen, likest_home, may_gather, taken_apart
from opshandover.reading.foreign.content import Content, texts_of
from opshandover.reading.foreign.context import Context
from opshandover.reading.foreign.drafts import Draft, field_for, labelled
from opshandover.reading.foreign.forms import is_head, tells_head
from opshandover.reading.foreign.head import Head, names_head
from opshandover.reading.foreign.homes import EXACT_WORD, FIRST, WHOLE, Home, field_named, home_of, is_home
from opshandover.reading.foreign.items import inside
from opshandover.reading.foreign.labels import labels_in, normal, split_label, title_of
from opshandover.reading.foreign.leaves import Grid, Leaf, Line, Listing, Part, leaves_of
from opshandover.reading.foreign.likeness import nearest_sections
from opshandover.reading.foreign.mapping import EXTRA, Mapping
from opshandover.reading.foreign.minutes import moved, take_actions, take_tables
from opshandover.reading.foreign.outline import Node
from opshandover.reading.foreign.people import is_called
from opshandover.reading.foreign.sections import Sections, main_list
from opshandover.reading.foreign.shapes import are_people, class_of, has_account, is_elsewhere, section_by_form
from opshandover.text import Lang, Text, message

_OTHER = Text("其他内容", "Other content")


@define(eq=False)
class Places:
    """Puts the headings of one document into their places."""

    context: Context
    sections: Sections
    head: Head
    mapping: Mapping | None
    profile: str
    lang: Lang

    def nodes(self, nodes: Sequence[Node]) -> None:
        """Place headings of one level, one after another."""
        projects = self._items_of_a_kind(nodes)
        for node in nodes:
            if id(node) in projects:
                cls = projects[id(node)]
                self.sections.fill(node, Home(path=(cls,), certainty=0.65, single=True))
            else:
                self._node(node)

    def _node(self, node: Node) -> None:
        given = self.mapping.home(node.heading) if self.mapping else None
        if given is not None and given.section == EXTRA:
            self.context.keep(node.leaf, list(node.everything()))
            return
        if given is None and self._is_head(node):
            self._head(node)
            return
        if given is None and self.head.meeting is not None and self._meeting(node, self.head.meeting):
            return
        home = given or chosen(node)
        if home is not None and given is None and node.name != node.heading:
            home = evolve(home, more=node.heading)
        if given is None and may_gather(node, home) and self._is_group(node, home):
            self._group(node, home)
            return
        if home is None or (given is None and _has_known_columns(node)):
            self._unknown(node)
            return
        others = [part for part in node.content[1:] if is_elsewhere(part, home.section)]
        node.content = [part for part in node.content if part not in others]
        own = taken_apart(node, home)
        self.sections.fill(node, home)
        self.nodes(own)
        if others:
            self._by_shape(Node(leaf=Leaf((), 0), level=node.level), others)

    def _is_head(self, node: Node) -> bool:
        all_head = is_head(node.content) and tells_head(node.content) and not node.children
        return names_head(node.heading) or (all_head and not is_home(node.heading)) or self._is_signed(node)

    def _is_signed(self, node: Node) -> bool:
        """Whether a heading is a label of the header with its value below: 移交人 over a name."""
        leaves = list(leaves_of(node.content))
        field = field_named(Header, node.heading) if len(leaves) == 1 and not node.children else None
        person = field is not None and field.kind is Kind.RECORD and field.record is Person
        return field is not None and len(leaves[0].text) < 40 and (not person or is_called(leaves[0].text))

    def _head(self, node: Node) -> None:
        """Take a heading whose content belongs to the head of the document."""
        leaves = list(leaves_of(node.content))
        if len(leaves) == 1 and field_named(Header, node.heading) and split_label(leaves[0].runs) is None:
            label = title_of(node.heading).text
            node.content = [Line(Leaf((Run(f"{label}："), *leaves[0].runs), node.leaf.line, shares=leaves[0]))]
        left = self.head.take(node.content)
        node.leaf.known.append(node.leaf.text)
        if not left or len(list(leaves_of(left))) < len(leaves):
            of_meeting = any(section_of(leaf.path) == "communication" for leaf in leaves)
            header = "giver" if "giver" in self.head.values else "title"
            path, home = ("communication", Communication.label) if of_meeting else (header, Header.label)
            node.leaf.home(path)
            self.context.mapped(node.leaf, path, 0.9, home)
        if left:
            rest = Node(leaf=node.leaf, level=node.level, content=left)
            rest.seen = node.seen
            self._by_likeness(rest)
        self.nodes(node.children)

    def _meeting(self, node: Node, meeting: Draft) -> bool:
        """Put a heading of minutes into the field of the meeting that it names."""
        field = field_named(Meeting, node.heading, bare=True)
        if field is None:
            return False
        parts: list[Part] = self.head.take(list(node.everything()))
        left: list[Part] = []
        if field.kind is Kind.RECORD and field.many and field.record.main == "title":
            take_actions(self.context, node, parts, meeting)
        elif field.many and field.kind in (Kind.TEXT, Kind.RECORD) and field.name in ("agenda", "decisions"):
            texts = texts_of(parts)
            values = texts if field.kind is Kind.TEXT else [field.record(**{field.record.main: text}) for text in texts]
            meeting.put(field, tuple(values))
            moved(parts, f"{meeting.path}.{field.name}")
        else:
            lines = list(leaves_of(parts))
            joined = "、".join(leaf.text for leaf in lines)
            whole = Leaf((Run(joined),), node.leaf.line)
            if not lines:
                return False
            if labelled(self.context, meeting, whole, field.label.zh, whole.runs):
                for leaf in lines:
                    leaf.home(whole.path)
                    leaf.known += whole.known
            elif not meeting.has(field.name):
                return False
            else:
                left = parts
        node.leaf.home(f"{meeting.path}.{field.name}")
        node.leaf.known.append(node.leaf.text)
        self.context.mapped(node.leaf, f"{meeting.path}.{field.name}", 0.95, field.label)
        if left:
            self.context.keep(node.leaf, left)
        return True

    def _is_group(self, node: Node, home: Home | None) -> bool:
        """Whether a heading only gathers sections: most of those below it are sections of different kinds."""
        found = [home_of(child.name) for child in node.children]
        likely = [one for one in found if one and one.certainty >= FIRST and not one.single and not one.status]
        kinds = {one.section for one in likely} - {home and home.section}
        if len(kinds) >= 3 and len(likely) * 2 > len(found):
            return True
        certain = home is not None and home.certainty >= EXACT_WORD
        least = EXACT_WORD if certain else WHOLE
        sure = [one for one in likely if one.certainty >= least and not (certain and one.section in AREAS)]
        places = {one.path for one in sure}
        if len(places) < 2 or len(sure) * 2 < len(node.children):
            return False
        if home is None:
            return True
        own = [child for child in node.children if field_named(class_of(home.section), child.heading)]
        return len(own) * 2 < len(sure)

    def _group(self, node: Node, home: Home | None = None) -> None:
        """Place the sections below a heading that gathers them; what stands directly below it goes to its own home."""
        content = self.head.take(node.content)
        homes = [home_of(child.name) for child in node.children]
        labels = dict.fromkeys(field_map(OpsDocument)[one.section].label for one in homes if one)
        if content and home:
            self.sections.fill(Node(leaf=node.leaf, level=node.level, content=content), home)
        elif content:
            self._by_likeness(Node(leaf=node.leaf, level=node.level, content=content))
        else:
            node.leaf.leave()
            self.context.point(node.leaf, labels)
            if home and any(one and one.section == home.section for one in homes):
                self.context.mapped(node.leaf, home.section, home.certainty, class_of(home.section).label)
        self.nodes(node.children)

    def _items_of_a_kind(self, nodes: Sequence[Node]) -> dict[int, str]:
        """The headings of one level that name items of one kind: what stands below them has the same labels.

        Between several of a kind, one with other labels is of that kind as well.
        """
        free = [node for node in nodes if not is_home(node.heading, 0.7)]
        if len(free) < 2:
            return {}
        labels = {id(node): _labels(node) for node in free}
        found: dict[int, str] = {}
        for node in free:
            mine = labels[id(node)]
            alike = [other for other in free if other is not node and len(mine & labels[id(other)]) >= 2]
            if len(mine) >= 2 and len(alike) * 2 >= len(free) - 1:
                name = self._kind_of(mine)
                if name:
                    found[id(node)] = name
        if len(found) > 2 and len(found) * 2 > len(free):
            usual = Counter(found.values()).most_common(1)[0][0]
            found.update({id(node): usual for node in free if id(node) not in found and labels[id(node)]})
        return found

    def _kind_of(self, labels: set[str]) -> str:
        """The section whose items have such labels."""
        fits = {
            name: sum(field_for(cls, label) is not None for label in labels)
            for name, cls in (("projects", Project), ("systems", System))
        }
        best = max(fits, key=lambda name: fits[name])
        return best if fits[best] >= 2 or (fits[best] and self.profile in ("offboarding", "daily_handover")) else ""

    def _unknown(self, node: Node) -> None:
        """Place a heading that is no section by what stands below it, or keep it word for word."""
        node.content = [part for part in node.content if not (isinstance(part, Line) and self.context.late(part.leaf))]
        everything = list(node.everything())
        if has_account(everything) and not node.children:
            draft = Draft(System, "")
            for part in node.content:
                inside(self.context, draft, part)
            if draft.has("credentials") or draft.has("addresses"):
                self.sections.fill(node, Home(path=("systems",), certainty=0.7, single=True))
            else:
                self.context.keep(node.leaf, everything)
            return
        kinds = self._items_of_a_kind(node.children)
        if kinds and len(kinds) == len(node.children):
            self.sections.fill(node, Home(path=(kinds[id(node.children[0])],), certainty=0.65))
            return
        sections = [home_of(child.name) for child in node.children]
        found = [one for one in sections if one and not one.single]
        sure = any(one.certainty >= WHOLE for one in found) or len(found) * 2 > len(sections)
        if sure and not self._would_be_items(node):
            self._group(node)
            return
        if not node.children and are_people(node.content):
            self.sections.fill(node, Home(path=("contacts",), certainty=0.65, more=node.heading))
            return
        left = self._by_shape(node, list(node.content))
        if left is None:
            self._by_likeness(node)
        elif rest := [*left, *(part for child in node.children for part in child.whole())]:
            self.context.keep(node.leaf, rest)

    def _by_likeness(self, node: Node) -> None:
        """Give a heading the section that it is most like, or keep it word for word with those that may be meant."""
        home = likest_home(node)
        if home is not None:
            self.sections.fill(node, home)
        else:
            self.context.keep(node.leaf, list(node.everything()), near=nearest_sections(node.seen))

    def _would_be_items(self, node: Node) -> bool:
        """Whether the headings below are fields of a project rather than sections of the document."""
        return sum(field_for(Project, title_of(child.heading).text) is not None for child in node.children) >= 2

    def _by_shape(self, node: Node, content: list[Part]) -> list[Part] | None:
        """Take tables that are known by their columns, and lists of boxes; the rest, or `None` if nothing was taken."""
        left: list[Part] = []
        taken: set[str] = set()
        for part in content:
            name = section_by_form(part)
            if name:
                inner = Node(leaf=node.leaf, level=node.level, content=[part])
                draft = self.sections.section(name)
                loose = Content(self.context, draft, main_list(draft.of), inner)
                loose.take(inner.content)
                loose.close()
                first = next(iter(leaves_of([part])), None)
                if first is not None:
                    said = message("这里的内容归入{home}", "this went to {home}", home=draft.of.label)
                    self.context.guess(first, name, 0.65, said)
                taken.add(name)
            else:
                left.append(part)
        if taken and node.leaf.text and node.leaf.text != _OTHER[self.lang]:
            name = min(taken)
            node.leaf.home(name)
            self.context.mapped(node.leaf, name, 0.65, class_of(name).label)
            self.context.point(node.leaf, [class_of(name).label])
        return left if taken else None

    def unheaded(self, parts: list[Part]) -> None:
        """Place what stands before the first heading and is not of the head, or in a page without headings."""
        root = Node(leaf=Leaf((Run(_OTHER[self.lang]),), 0), level=1, content=parts)
        if self.head.meeting is not None:
            parts = take_tables(self.context, root, self.head.meeting)
        parts = self._sections_in_lines(parts)
        if self.profile in ("daily_report", "shift_handover"):
            parts = self._as_tasks(parts)
        left = self._by_shape(root, parts)
        rest = parts if left is None else left
        if any(True for _ in leaves_of(rest)):
            self.context.keep(None, rest, _OTHER[self.lang])

    def _sections_in_lines(self, parts: list[Part]) -> list[Part]:
        """Take lines whose label is a section, with what follows each: 设备情况：B 线气缸漏气."""
        left: list[Part] = []
        nodes: list[Node] = []
        for part in parts:
            label = split_label(part.leaf.runs) if isinstance(part, Line) else None
            home = home_of(label.label) if label else None
            if isinstance(part, Line) and label and home and home.certainty >= WHOLE:
                value = part.leaf.part(*label.runs)
                head = part.leaf.part(Run(label.label))
                part.leaf.known.append(label.label)
                nodes.append(Node(leaf=head, level=1, content=[Line(value)] if label.value else []))
            elif nodes and not isinstance(part, Line):
                nodes[-1].content.append(part)
            else:
                left.append(part)
        for node in nodes:
            self._node(node)
        return left

    def _as_tasks(self, parts: list[Part]) -> list[Part]:
        """Take the lists of a day or a shift that has no headings as its work."""
        listings = [part for part in parts if isinstance(part, Listing) and not _is_all_labelled(part)]
        if not listings:
            return parts
        draft = self.sections.section("work_progress")
        loose = Content(self.context, draft, main_list(draft.of), Node(leaf=Leaf((), 0), level=1))
        loose.take(listings)
        loose.close()
        said = message("没有标题的列表当作任务", "lists without a heading are taken for tasks")
        first = next(iter(leaves_of(listings)), None)
        self.context.guess(first, "work_progress.tasks", 0.6, said)
        return [part for part in parts if part not in listings]


def _has_known_columns(node: Node) -> bool:
    """Whether a heading says nothing by declared words, but a table below it does by its columns."""
    tables = [part for part in node.content if isinstance(part, Grid)]
    return home_of(node.name) is None and any(map(section_by_form, tables))


def _is_all_labelled(listing: Listing) -> bool:
    leaves = [leaf for item in listing.items for leaf in leaves_of(item.blocks[:1])]
    return all(split_label(leaf.runs) for leaf in leaves)


_LABELS_MOST = 60


def _labels(node: Node) -> set[str]:
    """The labels of the lines below a heading, and the headings below it, each for comparison."""
    lines = (Line(leaf) for leaf in leaves_of(node.content))
    labels = islice(labels_in(lines), _LABELS_MOST)
    return set(map(normal, (*(title_of(child.heading).text for child in node.children), *labels)))
