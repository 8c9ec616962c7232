"""Elements of HTML as blocks: those of our own export letter for letter, and those of others as a browser shows them."""

from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from opshandover.importers.html.inline import folded, folded_text, merged, run_of, style_in
from opshandover.importers.html.tables import level_of, role_of, rows_of, strays_of, table_of
from opshandover.importers.html.tree import Element, classes_of, comments_in, is_element, name_of
from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Divider,
    Fact,
    Facts,
    Flow,
    FlowStep,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Role,
    Run,
    Runs,
    are_blank,
    set_strong,
    text_of,
)
from opshandover.pages.inline import Style
from opshandover.remarks import Remark, RemarkKind
from opshandover.text import Text, message

_CONTAINERS = frozenset(
    "html body main section article header footer div center details summary figure figcaption form fieldset legend"
    " address hgroup aside nav dl dt dd li td th tr thead tbody tfoot caption option select button".split()
)
_BLOCKS = _CONTAINERS | frozenset("h1 h2 h3 h4 h5 h6 p ul ol menu dir table blockquote pre hr".split())
_LEFT_OUT = {
    "script": Text("脚本", "scripts"),
    "style": Text("样式表", "style sheets"),
    "iframe": Text("嵌入的网页", "embedded pages"),
    "object": Text("嵌入的对象", "embedded objects"),
    "embed": Text("嵌入的对象", "embedded objects"),
    "applet": Text("嵌入的程序", "embedded programs"),
    "video": Text("视频", "videos"),
    "audio": Text("音频", "sound"),
    "svg": Text("矢量图", "drawings"),
    "canvas": Text("画布", "drawings"),
    "math": Text("公式", "formulae"),
}
_PASSED_OVER = frozenset(("head", "template", "noscript", "meta", "link", "title", "base", "datalist", "map"))
_DEEPEST = 80
"""How deep elements are taken apart; what is deeper is text."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@frozen
class HtmlReader:
    """Reads elements. `own` is set for a file that our exporter wrote; `line` is the line of the root, 0 if unknown."""

    own: bool = False
    line: int = 1
    comments: list[Paragraph] = field(factory=list[Paragraph])
    left_out: dict[str, tuple[int, int]] = field(factory=dict[str, "tuple[int, int]"])
    _holding: set[Element] = field(factory=set[Element], init=False)

    def read(self, root: Element) -> tuple[Block, ...]:
        """The blocks in an element."""
        for node in root.iter("*"):
            if name_of(node) in _BLOCKS:
                above = node.getparent()
                while above is not None and above not in self._holding:
                    self._holding.add(above)
                    above = above.getparent()
        for node in comments_in(root):
            self._keep_comment(node)
        return tuple(self._flow(root, Style(), "", 0))

    def remarks(self) -> Iterator[Remark]:
        """Yield what was left out."""
        for name, (count, line) in self.left_out.items():
            what = _LEFT_OUT.get(name, _HIDDEN)
            said = message("{what}未采用，共 {n} 处", "{what} are left out, {n} in all", what=what, n=count)
            yield Remark(kind=RemarkKind.DROPPED, message=said, line=line or None)

    def _line(self, node: Element) -> int:
        return self.line + (node.sourceline or 1) - 1 if self.line else 0

    def _text(self, text: str | None) -> str:
        return (text or "") if self.own else folded_text(text or "")

    def _flow(self, node: Element, style: Style, path: str, depth: int) -> Iterator[Block]:
        """Yield the blocks in an element; texts between them are paragraphs."""
        runs: list[Run] = []
        line = self._line(node)
        if depth > _DEEPEST:
            yield from self._paragraph(node, [style.run(self._text("".join(node.itertext())))], line)
            return
        if node.text and (runs or node.text.strip()):
            runs.append(style.run(self._text(node.text)))
        for child in node:
            if not self._is_left_out(child):
                if name_of(child) in _BLOCKS or child in self._holding:
                    yield from self._paragraph(None, runs, line)
                    runs = []
                    yield from self._block(child, style, path, depth + 1)
                else:
                    if not runs:
                        line = self._line(child)
                    runs += self._inline(child, style, "", depth + 1)
            if child.tail and (runs or child.tail.strip()):
                if not runs:
                    line = self._line(child)
                runs.append(style.run(self._text(child.tail)))
        yield from self._paragraph(None, runs, line)

    def _is_left_out(self, node: Element) -> bool:
        name = name_of(node)
        if not name:
            return True
        if self.own and (name == "nav" or "skip" in classes_of(node) or "chart" in classes_of(node)):
            return True
        hidden = not self.own and (
            node.get("hidden") is not None or "display:none" in (node.get("style") or "").replace(" ", "").lower()
        )
        if name in _LEFT_OUT or hidden:
            self._count(node, name if name in _LEFT_OUT else "")
            return True
        if name == "head" and not self.own:
            for inner in node.iter("script", "style"):
                self._count(inner, name_of(inner))
        return name in _PASSED_OVER

    def _count(self, node: Element, name: str) -> None:
        count, line = self.left_out.get(name, (0, self._line(node)))
        self.left_out[name] = (count + 1, line)

    def _keep_comment(self, node: Element) -> None:
        text = (node.text or "").strip()
        if text and not text.startswith(("[if", "[endif", "<![")):  # instructions of office programs
            self.comments.append(Paragraph((Run(text),), line=self._line(node)))

    def _paragraph(self, node: Element | None, runs: Sequence[Run], line: int) -> Iterator[Block]:
        found = merged(runs) if self.own else folded(runs)
        if are_blank(found):
            return
        if node is None:
            yield Paragraph(found, line=line)
            return
        level = level_of(node) if self.own else 0
        runs = merged(set_strong(found)) if level else found
        yield Paragraph(runs, node.get("data-path") or "", self._role(node), _derived(node), line, level)

    def _role(self, node: Element) -> Role:
        return role_of(node) if self.own else Role.NONE

    def _inline(self, node: Element, style: Style, path: str, depth: int) -> Iterator[Run]:
        """Yield the runs that an element within a line shows."""
        if self._is_left_out(node):
            return
        path = node.get("data-path") or path
        style = style_in(node, style)
        run = run_of(node, style, path)
        if run is not None:
            yield run
            return
        if depth > _DEEPEST:
            yield evolve(style.run(self._text("".join(node.itertext()))), path=path)
            return
        if node.text:
            yield evolve(style.run(self._text(node.text)), path=path)
        for child in node:
            yield from self._inline(child, style, path, depth + 1)
            if child.tail:
                yield evolve(style.run(self._text(child.tail)), path=path)

    def _runs(self, node: Element, depth: int, style: Style = Style()) -> Runs:  # noqa: B008
        """The runs in an element, without the paths of the element itself."""
        runs = [style.run(self._text(node.text))] if node.text else []
        for child in node:
            runs += self._inline(child, style, "", depth + 1)
            if child.tail:
                runs.append(style.run(self._text(child.tail)))
        return merged(runs) if self.own else folded(runs)

    def plain(self, node: Element, depth: int = 0) -> str:
        """The text that an element shows, without styles."""
        return text_of(self._runs(node, depth))

    def _block(self, node: Element, style: Style, path: str, depth: int) -> Iterator[Block]:
        name, line = name_of(node), self._line(node)
        own_path, derived = node.get("data-path") or "", _derived(node)
        match name:
            case "p" if node not in self._holding:
                yield from self._paragraph(node, self._runs(node, depth, style), line)
            case _ if name in _HEADINGS:
                yield from self._heading(node, depth)
            case "ul" | "ol" | "menu" | "dir":
                yield from self._list(node, style, depth)
            case "table":
                yield from self._table(node, depth)
            case "dl":
                yield from self._facts(node, depth)
            case "blockquote":
                yield Quote(tuple(self._flow(node, style, path, depth)), own_path, derived)
            case "pre":
                code = node if node.find("code") is None or not self.own else node.find("code")
                text = "".join((code if code is not None else node).itertext())
                yield Code(text.removesuffix("\n") if not self.own else text, _language(node), own_path, derived, line)
            case "hr":
                yield Divider()
            case "figure" if self.own and "flow" in classes_of(node):
                yield self._flow_of(node, depth)
            case _:
                yield from self._flow(node, style_in(node, style), path, depth)

    def _heading(self, node: Element, depth: int) -> Iterator[Block]:
        text = self.plain(node, depth)
        if not text.strip():
            return
        role = Role.NONE
        if self.own:
            above = node.getparent()
            first = above is not None and name_of(above) == "section" and above[0] is node
            role = role_of(above) if first and above is not None and name_of(node) == "h2" else Role.NONE
            role = Role.ATTENTION if "aside" in classes_of(node) else role
        level = int(node.tag[1]) if isinstance(node.tag, str) else 1
        level -= self.own  # the title is above the headings of the tree
        yield Heading(level, text, node.get("data-path") or "", role, False, _derived(node), self._line(node))

    def _list(self, node: Element, style: Style, depth: int) -> Iterator[Block]:
        items: list[ListItem] = []
        for child in node:
            if name_of(child) == "li":
                items.append(self._item(child, style, depth + 1))
            elif is_element(child) and not self._is_left_out(child):  # a list that stands beside the item it belongs to
                blocks = tuple(self._block(child, style, "", depth + 1))
                last = items.pop() if items else ListItem(())
                items.append(evolve(last, blocks=(*last.blocks, *blocks)))
        start = (node.get("start") or "1").strip()
        number = int(start) if start.lstrip("-").isdigit() and start.isascii() and len(start) < 10 else 1
        if items:
            ordered = name_of(node) == "ol"
            yield ListBlock(
                tuple(items), ordered, number if ordered else 1, node.get("data-path") or "", _derived(node)
            )

    def _item(self, node: Element, style: Style, depth: int) -> ListItem:
        blocks = tuple(self._flow(node, style, "", depth))
        line = self._line(node)
        if self.own:
            box = node.get("data-checked")
            return ListItem(blocks, None if box is None else box == "true", line)
        match blocks:
            case (Paragraph(runs=(Run(text=text) as run, *rest)) as first, *below) if text[:2] in ("☐ ", "☑ "):
                if any(name_of(each) == "input" for each in node.iter("input")):
                    runs = (*((evolve(run, text=text[2:]),) if text[2:] else ()), *rest)
                    start = (evolve(first, runs=runs),) if runs else ()
                    return ListItem((*start, *below), text[0] == "☑", line)
            case _:
                pass
        return ListItem(blocks, line=line)

    def _table(self, node: Element, depth: int) -> Iterator[Block]:
        caption = next((child for child in node if name_of(child) == "caption"), None)
        if caption is not None:
            yield from self._flow(caption, Style(), "", depth + 1)
        for stray in strays_of(node):
            if not isinstance(stray, str):
                yield from self._flow(stray, Style(), "", depth + 1)
            elif stray.strip():
                yield Paragraph((Run(" ".join(stray.split())),), line=self._line(node))
        rows = list(rows_of(node))
        cells = [[cell for cell in row if name_of(cell) in ("td", "th")] for row in rows]
        if not self.own and max(map(len, cells), default=0) <= 1:  # a frame around a page, and no table
            for cell in (cell for row in cells for cell in row):
                yield from self._flow(cell, Style(), "", depth + 2)
            return
        table = table_of(
            node,
            lambda cell, path: tuple(self._flow(cell, Style(), path, depth + 3)),
            lambda cell: self.plain(cell, depth + 3),
            self._line(node),
        )
        if table is not None:
            yield table if self.own else evolve(table, role=Role.NONE)

    def _facts(self, node: Element, depth: int) -> Iterator[Block]:
        """Yield a list of terms: each term with what is said of it."""
        facts: list[Fact] = []
        labels: list[str] = []
        for child in _terms(node):
            if name_of(child) == "dt":
                labels.append(self.plain(child, depth + 2))
                continue
            path = child.get("data-path") or ""
            content = tuple(self._flow(child, Style(), path, depth + 2))
            cell = Cell(content, path, self._role(child), _derived(child))
            if not labels and facts and not self.own:
                cell = evolve(facts[-1].cell, blocks=(*facts.pop().cell.blocks, *content))
            facts.append(Fact(" / ".join(labels), cell))
            labels = []
        facts += [Fact(label, Cell(())) for label in labels]
        if facts:
            path = node.get("data-path") or ""
            yield Facts(tuple(facts), path, self._role(node), 1, _derived(node))

    def _flow_of(self, node: Element, depth: int) -> Flow:
        title = next((self.plain(each, depth) for each in node.iter("figcaption")), "")
        steps: list[FlowStep] = []
        for item in node.iter("li"):
            parts = {next(iter(classes_of(each)), ""): self.plain(each, depth) for each in item.iter("p")}
            steps.append(FlowStep(parts.get("label", ""), parts.get("note", "")))
        return Flow(tuple(steps), title)


_HIDDEN = Text("隐藏的内容", "hidden parts")


def _derived(node: Element) -> bool:
    return node.get("data-derived") == "true"


def _language(node: Element) -> str:
    for each in node.iter("pre", "code"):
        if language := each.get("data-language"):
            return language
        for name in classes_of(each):
            if name.startswith("language-"):
                return name.removeprefix("language-")
    return ""


def _terms(node: Element) -> Iterator[Element]:
    for child in node:
        if name_of(child) in ("dt", "dd"):
            yield child
        elif is_element(child):
            yield from (term for term in child if name_of(term) in ("dt", "dd"))
