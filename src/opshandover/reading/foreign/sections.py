"""Sections in the making: what stands below a heading that has a home becomes the records and texts of that section."""

from collections.abc import Callable
from typing import Any, cast

from attrs import define, field

from opshandover.codec.names import absence_meant
from opshandover.codec.short_forms import list_of
from opshandover.continuity.ledger import Found
from opshandover.model import NotApplicable, Nothing, OpsDocument, Record, Section
from opshandover.model.fields import Field, Kind, field_map, fields_of
from opshandover.model.tasks import Task, TaskStatus
from opshandover.reading.foreign.content import RANKS, Content, SectionDraft
from opshandover.reading.foreign.context import SURE, Context
from opshandover.reading.foreign.drafts import Draft, finished
from opshandover.reading.foreign.homes import Home, field_named, home_of, place_named
from opshandover.reading.foreign.items import from_node
from opshandover.reading.foreign.labels import normal, title_of
from opshandover.reading.foreign.leaves import Grid, Line, Listing, Part
from opshandover.reading.foreign.likeness import nearest_sections
from opshandover.reading.foreign.outline import Node
from opshandover.reading.foreign.prose import in_limits
from opshandover.reading.foreign.rows import columns_of, main_column
from opshandover.text import Text


@define(eq=False)
class Sections:
    """All sections of a document in the making."""

    context: Context
    found: dict[str, SectionDraft] = field(factory=dict[str, SectionDraft])
    signed: Callable[[list[Part]], list[Part]] = list
    """Takes what the lines of a section for signatures say of the head of the document; what is left of them."""

    def section(self, name: str) -> SectionDraft:
        """The draft of a section, new if there is none yet."""
        of: type[Any] = field_map(OpsDocument)[name].type
        return self.found.setdefault(name, SectionDraft(name, of))

    def fill(self, node: Node, home: Home) -> None:
        """Put a heading with all that stands below it into its home."""
        draft = self.section(home.section)
        of, named = place_named(home.path)
        target = named or main_list(of)
        path = home.section if named is None else f"{home.section}.{named.name}"
        sure = home.certainty >= SURE
        near = () if sure else nearest_sections(node.seen, without=home.section)
        self.context.mapped(node.leaf, path, home.certainty, _label(home.section, named), near)
        if home.single and target is not None and target.many and target.kind is Kind.RECORD and target.record.main:
            self._one(draft, target, node)
            return
        node.leaf.home(path, Found.LABEL if home.certainty >= 0.9 else Found.GUESS)
        content = Content(self.context, draft, target, node, home.status)
        content.take(self.signed(node.content) if draft.name == "sign_off" else node.content)
        for child in node.children:
            self._child(draft, target, child, content)
        content.close()
        if home.more:
            self.context.point(node.leaf, [draft.of.label])
        else:
            node.leaf.known.append(node.leaf.text)

    def _one(
        self, draft: SectionDraft, target: Field, node: Node, prefix: str = "", status: TaskStatus | None = None
    ) -> None:
        """Add the one item that a heading names."""
        item = from_node(self.context, target.record, draft.next_path(target.name), node, prefix)
        draft.add_item(self.context, target, item, status)

    def _child(self, draft: SectionDraft, target: Field | None, child: Node, content: Content) -> None:
        """Put a heading below a section into it: a field of it, a group of items, or one item."""
        own = field_named(draft.of, child.heading)
        if own is not None and own is not target:
            self.fill(child, Home(path=(draft.name, own.name), certainty=0.95))
            return
        state = home_of(child.heading)
        if state and state.status and target is not None and target.type is Task:
            self.fill(child, Home(path=(draft.name, target.name), certainty=0.95, status=state.status))
            return
        if target is None or not (target.many and target.kind is Kind.RECORD and target.record.main):
            content.prose(list(child.whole()))
            return
        if _is_group(target.record, child):
            title = title_of(child.heading).text
            self.context.mapped(child.leaf, f"{draft.name}.{target.name}", 0.95, _label(draft.name, target))
            if child.children:
                child.leaf.home(f"{draft.name}.{target.name}")
                for inner in child.children:
                    self.context.mapped(inner.leaf, draft.next_path(target.name), 0.9, target.record.label)
                    self._one(draft, target, inner, title)
                return
            content.group(child, title)
            return
        self.context.mapped(child.leaf, draft.next_path(target.name), 0.9, target.record.label)
        self._one(draft, target, child, status=content.status)

    def finish(self) -> dict[str, Any]:
        """The values of all sections."""
        made: dict[str, Any] = {}
        for name, draft in self.found.items():
            value = self._finish(draft)
            if value is not None:
                made[name] = value
        return made

    def _finish(self, draft: SectionDraft) -> Section | Nothing | NotApplicable | None:
        if draft.rest:
            whole = Draft(draft.of, draft.name, values=draft.filled(), rest=draft.rest)
            if draft.of.rest and len(list(in_limits(draft.rest))) == 1:
                self._left_absent(draft)
                return cast("Section", finished(self.context, whole))
            self.context.keep(None, draft.rest, draft.of.label.zh)
        if values := draft.filled():
            self._left_absent(draft)
            return draft.of(**values)
        if not draft.absent:
            return None
        text = "\n".join(leaf.text for _, leaf in draft.absent)
        for _, leaf in draft.absent:
            leaf.home(draft.name)
        return (absence_meant(text) or Nothing)(reason=text)

    def _left_absent(self, draft: SectionDraft) -> None:
        """Keep a statement that there is nothing, in a section that has something below another heading."""
        for heading, leaf in draft.absent:
            self.context.keep(None, [Line(leaf)], heading)


def _label(section: str, field: Field | None) -> Text:
    label = field_map(OpsDocument)[section].label
    if field is None:
        return label
    return Text(f"{label.zh}·{field.label.zh}", f"{label.en}, {field.label.en}")


def main_list(of: type[Record]) -> Field | None:
    """The list of records that is a section's content, if it has one."""
    if not any(field.many for field in fields_of(of)):
        return None
    main = field_map(of)[of.listed] if issubclass(of, Section) and of.listed else list_of(of)
    return main if main.kind is Kind.RECORD and main.record.main else None


def _is_group(of: type[Record], node: Node) -> bool:
    """Whether a heading below a section gathers items, and is none itself."""
    if node.children:
        return not node.content and len(node.children) >= 2
    if RANKS.fullmatch(normal(title_of(node.heading).text)):
        return bool(node.content) and all(isinstance(part, Listing) for part in node.content)
    grids = [part for part in node.content if isinstance(part, Grid)]
    for grid in grids:
        heads = [leaf.text for leaf in grid.head]
        columns = columns_of(of, heads)
        if len(columns) >= 2 and main_column(of, heads, columns) is not None and len(grids) == len(node.content):
            return True
    listings = [part for part in node.content if isinstance(part, Listing)]
    boxed = any(item.checked is not None for listing in listings for item in listing.items)
    return boxed and len(node.content) == 1
