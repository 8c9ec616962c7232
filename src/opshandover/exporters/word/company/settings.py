"""The company's settings, without references to other files, and with those the caller asks for."""

from lxml import etree

from opshandover.ooxml.tree import Element, W, parse, serialize
from opshandover.text import Text

_ELSEWHERE = {
    "attachedTemplate": Text("附加的模板", "the template attached to it"),
    "linkStyles": Text("样式随模板更新", "the update of its styles from a template"),
    "mailMerge": Text("邮件合并的数据源", "its source of a mail merge"),
    "attachedSchema": Text("附加的 XML 架构", "its XML schema"),
    "schemaLibrary": Text("XML 架构库", "its library of XML schemas"),
    "saveThroughXslt": Text("另存时的 XSLT 转换", "its XSLT transform"),
}
"""Settings that make a document depend on other files, or load them when it is opened."""
_REFRESH = f"{W}updateFields"
_AFTER_REFRESH = (
    "hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang"
    " clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions"
    " readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags"
    " decimalSymbol listSeparator"
).split()
"""Elements that follow it in the schema; those of other namespaces follow it as well."""


def left_behind(theirs: bytes) -> tuple[Text, ...]:
    """Return what of the company's settings leads to other files, and is therefore not taken over."""
    found = dict.fromkeys(etree.QName(element).localname for element in parse(theirs))
    return tuple(_ELSEWHERE[name] for name in found if name in _ELSEWHERE)


def adapted_settings(theirs: bytes, *, refresh: bool) -> bytes:
    """Return the settings for our document.

    Args:
        theirs: the company's settings.
        refresh: whether Word is to update all fields when it opens the file.
    """
    root = parse(theirs)
    for element in [*root]:
        if etree.QName(element).localname in _ELSEWHERE:
            root.remove(element)
    if refresh and root.find(_REFRESH) is None:
        root.insert(_place(root), etree.Element(_REFRESH, {f"{W}val": "true"}))
    return serialize(root)


def _place(root: Element) -> int:
    following = {f"{W}{name}" for name in _AFTER_REFRESH}
    for place, element in enumerate(root):
        if element.tag in following or not element.tag.startswith(W):
            return place
    return len(root)
