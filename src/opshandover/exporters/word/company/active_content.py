"""Active and outside content: what runs when a file is opened, or is loaded from elsewhere.

A document of the company goes to many people, who trust it. So only what is known to be harmless is
taken over from its file: kinds of parts, fields, and addresses that a reader may follow.
"""

import re
from collections.abc import Iterator, Sequence

from docx.opc.part import Part
from lxml import etree

from opshandover.exporters.word.company.field_codes import harmful_fields, is_address
from opshandover.exporters.word.company.relations import Relation
from opshandover.ooxml.template_errors import template_error
from opshandover.ooxml.tree import Element
from opshandover.redaction import excerpt
from opshandover.text import Message, Text, joined, message

_WORD = "styles numbering settings fontTable header footer footnotes endnotes comments commentsExtended commentsIds"
_OTHERS = "theme themeOverride chart chartStyle chartColorStyle diagramData diagramLayout diagramColors diagramDrawing"
_CONTENT_TYPES = {
    **{kind: f".{kind}+xml".casefold() for kind in f"{_WORD} commentsExtensible people {_OTHERS}".split()},
    **{kind: f".{kind}+xml" for kind in ("extended-properties", "custom-properties", "classificationlabels")},
    "diagramQuickStyle": ".diagramstyle+xml",
    "customXml": "/xml",
    "customXmlProps": ".customxmlproperties+xml",
    "font": "font",
    "image": "image/",
    "package": "/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The kinds of relationships within a file that are harmless, with what their content type contains.

A workbook without macros is what a chart has behind it, and is opened by nobody but those who edit the chart.
"""
_LINK = "hyperlink"
_NAMES = {
    "image": Text("不在文件内的图片", "a picture outside the file"),
    _LINK: Text("不是网址或邮箱的链接", "a link to something other than a web or mail address"),
    "aFChunk": Text("插入的其他文件", "another file that is inserted"),
    "oleObject": Text("嵌入或链接的对象（OLE）", "an embedded or linked object (OLE)"),
    "package": Text("嵌入的文件", "an embedded file"),
    "control": Text("ActiveX 控件", "an ActiveX control"),
    "subDocument": Text("子文档", "a subdocument"),
    "vbaProject": Text("宏", "macros"),
    "attachedTemplate": Text("附加的模板", "an attached template"),
}
"""What people call the kinds that are met most."""

_RUNNING = tuple(
    f"{{*}}{name}"
    for name in "altChunk control entryMacro exitMacro movie OLEObject script scriptAnchor subDoc webVideoPr".split()
)
"""Elements that run or load something, whether or not they have a relationship."""
_LOADED, _FOLLOWED = ("src", "embeddedHtml", "macro"), ("href", "althref")
"""Attributes, mostly of VML, that name what is loaded or run, and what is opened on a click."""
_ADDRESSES = etree.XPath("//@*[" + " or ".join(f"local-name()='{name}'" for name in (*_LOADED, *_FOLLOWED)) + "]")

_SVG = "image/svg+xml"
_SVG_RUNNING = tuple(
    f"{{*}}{name}" for name in "script foreignObject iframe audio video handler listener set animate".split()
)
_SVG_LOADED = re.compile(r"@import|url\((?!\s*['\"]?#)", re.IGNORECASE)

_PARTS = {
    ".header+": Text("页眉", "header"),
    ".footer+": Text("页脚", "footer"),
    "document.main+": Text("正文", "text"),
    "template.main+": Text("正文", "text"),
    ".footnotes+": Text("脚注", "footnotes"),
    ".endnotes+": Text("尾注", "endnotes"),
    ".comments+": Text("批注", "comments"),
    ".settings+": Text("设置", "settings"),
}
"""What people call the parts that are met most, by a piece of their content type."""
_MOST = 5
"""The maximum number of places that are named."""
_LONGEST = 80
_REMOVE = Text(
    "请在 Word 中删除这些内容（域可选中后按 Ctrl+Shift+F9 变成普通文字）后重新保存",
    "remove it in Word (a field becomes plain text with Ctrl+Shift+F9) and save the file again",
)

Place = tuple[Part, Message]
"""A part, and what is in it."""


class ActiveContentError(Exception):
    """A file has active content; carries the places."""

    def __init__(self, places: Sequence[Place]) -> None:
        """Keep the places."""
        super().__init__(places)
        self.places = places


def active_content_error(path: str, places: Sequence[Place]) -> Exception:
    """Return the error for a file with active content, which names the places."""
    shown = list({text["en"]: text for text in (_in_part(part, what) for part, what in places)}.values())
    shown[_MOST:] = [message("等等", "and others")] if len(shown) > _MOST else []
    problem = message(
        "其中有打开时会运行或从别处读取的内容（{places}）",
        "it contains what runs or is loaded from elsewhere when it is opened ({places})",
        places=joined(shown, "；", "; "),
    )
    return template_error(path, problem, _REMOVE)


def _in_part(part: Part, what: Message) -> Message:
    kind = next((text for name, text in _PARTS.items() if name in part.content_type), Text("部件", "part"))
    name = excerpt(part.partname.lstrip("/"), _LONGEST)
    return message("{kind} {name} 中的{what}", "{what} in the {kind} {name}", kind=kind, name=name, what=what)


def relation_problem(relation: Relation, content_type: str) -> Message | None:
    """Return what is wrong with a relationship; `None` if it is harmless.

    Args:
        relation: the relationship.
        content_type: the content type of the part to which it leads.
    """
    if relation.external and relation.kind == _LINK and is_address(relation.target):
        return None
    wanted = _CONTENT_TYPES.get(relation.kind)
    if wanted and not relation.external and wanted in content_type.casefold():
        return None
    kind = excerpt(relation.type.rsplit("/", 1)[-1])
    called = _NAMES.get(relation.kind) or message("“{kind}”关系", "relationship '{kind}'", kind=kind)
    target = excerpt(relation.target, _LONGEST)
    return message("{called}（{target}）", "{called} ({target})", called=called, target=target)


def problems_in(root: Element, content_type: str) -> Iterator[Message]:
    """Yield what in the XML of a part is not known to be harmless, apart from its relationships."""
    if content_type.casefold() == _SVG:
        yield from _svg_problems(root)
        return
    if content_type.casefold().endswith("/xml"):  # data of the company's, which no program shows as text
        return
    for keyword in harmful_fields(root):
        yield message("域 {keyword}", "the field {keyword}", keyword=excerpt(keyword))
    for element in root.iter(*_RUNNING):
        yield _element(element)
    for address in _ADDRESSES(root):
        if address.strip() and (_name(address.attrname) in _LOADED or not is_address(address)):
            yield _element(address.getparent())


def _svg_problems(root: Element) -> Iterator[Message]:
    for element in root.iter(etree.Element):
        attributes = element.items()
        styles = (element.text or "", *(text for _, text in attributes))
        if (
            any(_name(key).startswith("on") for key, _ in attributes)
            or any(
                _name(key) in ("href", "src") and not text.startswith(("#", "data:image/")) for key, text in attributes
            )
            or any(map(_SVG_LOADED.search, styles))
        ):
            yield _element(element)
    for element in root.iter(*_SVG_RUNNING):
        yield _element(element)


def _element(element: Element) -> Message:
    return message("<{name}>", "<{name}>", name=excerpt(_name(element.tag)))


def _name(key: str) -> str:
    return str(etree.QName(key).localname)
