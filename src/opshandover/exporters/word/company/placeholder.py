"""The placeholder in a company's file: the paragraph that the document replaces."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches

from opshandover.ooxml.tree import Element, W
from opshandover.redaction import excerpt
from opshandover.text import Message, Text, joined, message

_NAMES = "opshandover content 内容 正文".split()
_EXACT = re.compile(rf"(?<!\{{)\{{\{{\s*({'|'.join(_NAMES)})\s*\}}\}}(?!\}})", re.IGNORECASE)
_SYNONYMS = frozenset(
    "body contents document doc handover handoverdocument main maintext text"
    " 交接 交接单 交接内容 交接文档 交接正文 全文 文本 文档 文档内容 文档正文 正文内容 内容正文 主体".split()
)
_OPEN, _CLOSE = r"[{\[<«《【「『〔$%#]", r"[}\]>»》】」』〕$%#]"
_WRITTEN = re.compile(rf"{_OPEN}{{1,4}}([\w-]{{1,30}}){_CLOSE}{{1,4}}")
_NEAR = 0.8
"""The similarity from which on a name is taken for one that is misspelled."""
_INVISIBLE = ("Cf", "Cc", "Zs", "Zl", "Zp")
_WRAPPERS = (f"{W}sdtContent", f"{W}customXml", f"{W}smartTag")
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")
_CELL, _BOX, _CONTROL = f"{W}tc", f"{W}txbxContent", f"{W}sdt"


class PlaceholderError(Exception):
    """Something like a placeholder that the document cannot replace; carries the problem and what to do."""

    def __init__(self, problem: Message, advice: Text | Message) -> None:
        """Keep both."""
        super().__init__(problem, advice)
        self.problem = problem
        self.advice = advice


_MOVE = Text(
    "请只保留一个，在正文中单独成段（不要放在表格、文本框或页眉页脚里）",
    "keep only one, in a paragraph of its own in the text, outside tables, text boxes, headers and footers",
)


def find_placeholder(body: Element) -> Element | None:
    """Return the paragraph that the document replaces, moved out of content controls; `None` without any.

    Raises:
        PlaceholderError: there are several, or one is in a table, a text box or a sentence, or is misspelled.
    """
    marked = [*_marked(body)]
    for paragraph, text in marked:
        _ensure_spelled(text, _place(paragraph, text))
    if not marked:
        return None
    paragraph, text = marked[0]
    while paragraph.getparent().tag in _WRAPPERS:
        content = paragraph.getparent()
        unwrap(content.getparent() if content.getparent().tag == _CONTROL else content, content)
    alone = _EXACT.fullmatch(text.strip()) and next(paragraph.iter(*_DRAWN), None) is None
    if len(marked) > 1 or paragraph.getparent() is not body or not alone:
        places = [_place(paragraph, text) for paragraph, text in marked[:2]]
        raise _misplaced(joined(places, "；", "; "))
    return paragraph


def ensure_no_placeholder(root: Element, where: Text) -> None:
    """Refuse a placeholder in a part outside the text, such as a header.

    Raises:
        PlaceholderError: there is one, or something like one.
    """
    for _, text in _marked(root):
        place = _quoted(where, text)
        _ensure_spelled(text, place)
        raise _misplaced(place)


def unwrap(element: Element, content: Element | None) -> None:
    """Replace an element by what is in it."""
    for child in [] if content is None else [*content]:
        element.addprevious(child)
    element.getparent().remove(element)


def _marked(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield the paragraphs with a placeholder or something like one, with their text; a text box is apart."""
    has_boxes = root.find(f".//{_BOX}") is not None
    for paragraph in root.iter(f"{W}p"):
        text = "".join(
            each.text or ""
            for each in paragraph.iter(f"{W}t")
            if not has_boxes or next(each.iterancestors(f"{W}p")) is paragraph
        )
        if text and (_EXACT.search(text) or _misspelled(text)):
            yield paragraph, text


def _misspelled(text: str) -> str:
    """Return the name in what was probably meant as the placeholder, "" if the text is none."""
    if len(text) > _LONGEST or _EXACT.search(text):
        return ""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in _INVISIBLE)
    if exact := _EXACT.search(plain):
        return exact[1]
    written = _WRITTEN.fullmatch(plain)
    if written is None or not (plain[0] in "{$" or plain[1] == plain[0]):
        return ""
    name = re.sub(r"[_-]", "", written[1].casefold())
    near = name in _SYNONYMS or get_close_matches(name, _NAMES, n=1, cutoff=_NEAR)
    return written[1] if near else ""


_LONGEST = 120
"""The maximum length of a paragraph that may be a misspelled placeholder."""


def _ensure_spelled(text: str, place: Message) -> None:
    name = _misspelled(text)
    if not name:
        return
    meant = "{{正文}}" if re.search(r"[^\x00-\x7f]", name) else "{{opshandover}}"
    raise PlaceholderError(
        message(
            "{place}像是占位符，但写法不对",
            "{place} looks like the placeholder, but is not written like it",
            place=place,
        ),
        message(
            "请写成 {meant}（半角花括号），在正文中单独成段",
            "write {meant}, in a paragraph of its own in the text",
            meant=meant,
        ),
    )


def _misplaced(places: Message) -> PlaceholderError:
    return PlaceholderError(
        message(
            "占位符 {{{{opshandover}}}} 不止一个，或者没有在正文中单独成段（{places}）",
            "the placeholder {{{{opshandover}}}} occurs more than once, or is not in a paragraph of its own ({places})",
            places=places,
        ),
        _MOVE,
    )


def _place(paragraph: Element, text: str) -> Message:
    tags = {each.tag for each in paragraph.iterancestors()}
    if _BOX in tags:
        return _quoted(Text("文本框", "a text box"), text)
    if _CELL in tags:
        return _quoted(Text("表格", "a table"), text)
    return _quoted(Text("正文", "the text"), text)


def _quoted(where: Text, text: str) -> Message:
    return message("{where}中的“{text}”", "'{text}' in {where}", where=where, text=excerpt(" ".join(text.split())))
