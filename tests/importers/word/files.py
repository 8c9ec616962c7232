"""Word files as other programs write them, made of as few parts as possible."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from opshandover.importers.word import Changes, WordImporter
from opshandover.reading.imported import Imported

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="三级标题"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="自定"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="甲"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="character" w:styleId="b"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def p(text: str, style: str = "", more: str = "") -> str:
    """A paragraph of one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def relation(number: str, kind: str, target: str, *, external: bool = False) -> str:
    """A relationship."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{number}" Type="{KINDS}{kind}" Target="{target}"{mode}/>'


def relations(*each: str) -> str:
    """A part of relationships."""
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(each)}</Relationships>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A file of some parts."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


def docx(body: str, *related: str, **parts: str | bytes) -> bytes:
    """A Word file with a body; other parts by their names, with two underscores for a slash."""
    main = relations(relation("s", "styles", "styles.xml"), *related)
    return package(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": relations(relation("d", "officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": main,
            "word/styles.xml": f"<w:styles {NAMESPACES}>{STYLES}</w:styles>",
            **{f"{name.replace('__', '/')}.xml": content for name, content in parts.items()},
        }
    )


def parsed(body: str, *related: str, changes: Changes = Changes.ACCEPT, **parts: str | bytes) -> Imported:
    """What the importer makes of a Word file."""
    return WordImporter(changes=changes).parse(docx(body, *related, **parts))
