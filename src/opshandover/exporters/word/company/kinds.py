"""Which file is a Word file, and which of its parts are kept."""

from opshandover.exporters.word.company.frame import Frame
from opshandover.exporters.word.company.relations import Archive, BrokenError, Relation
from opshandover.ooxml.baseline import NAMESPACE
from opshandover.ooxml.template_errors import GIVE_WORD_FILE, SAVE_AS_DOCX, template_error
from opshandover.ooxml.tree import STRICT
from opshandover.text import Text, message

_MAIN, _MACROS = "officeDocument", "vbaProject"
_WORD = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_OTHERS = {
    "spreadsheetml": Text("Excel 文件", "an Excel file"),
    "presentationml": Text("PowerPoint 文件", "a PowerPoint file"),
}
_ALWAYS = frozenset("styles numbering settings fontTable theme footnotes endnotes customXml".split())
"""Kinds of parts that belong to the whole document and are not referenced by id in its text.

Building blocks and settings for web pages stay behind: they are of use only where documents are made by hand.
"""
_CUSTOM_XML, _BASELINE = "customXml", f"{{{NAMESPACE}}}document"
_COMMENTS = frozenset("comments commentsExtended commentsIds commentsExtensible people".split())
PACKAGE_PARTS = frozenset("extended-properties custom-properties classificationlabels".split())
"""The package parts that are kept: not the thumbnail, nor a signature, which is no longer valid."""


def main_part(path: str, archive: Archive) -> str:
    """Return the name of the main part of a Word file without macros."""
    found = [r for r in archive.relations("") if r.kind == _MAIN]
    if not found or not found[0].target:
        raise BrokenError("_rels/.rels")
    name, content_type = found[0].target, archive.type_of(found[0].target)
    for word, kind in _OTHERS.items():
        if word in content_type:
            problem = message("这不是 Word 文件，而是{kind}", "it is not a Word file but {kind}", kind=kind)
            raise template_error(path, problem, GIVE_WORD_FILE)
    if found[0].type.startswith(STRICT):
        strict = Text("文件是“Strict Open XML”格式", "it is saved as Strict Open XML")
        raise template_error(path, strict, SAVE_AS_DOCX)
    macros = any(relation.kind == _MACROS for relation in archive.relations(name))
    if macros or "macroEnabled" in content_type:
        raise template_error(path, Text("文件带有宏", "it contains macros"), SAVE_AS_DOCX)
    if not content_type.endswith(_WORD):
        raise BrokenError(name)
    return name


def is_kept(relation: Relation, frame: Frame, archive: Archive) -> bool:
    """Whether a relationship of the main part is kept; that of a picture in the replaced text is not.

    Neither is the baseline that an earlier export stored in the file.
    """
    if relation.kind == _CUSTOM_XML and archive.root(relation.target) == _BASELINE:
        return False
    if relation.kind in _COMMENTS:
        return frame.has_comments
    wanted = relation.kind in _ALWAYS and not relation.external
    return wanted or relation.id in frame.relations
