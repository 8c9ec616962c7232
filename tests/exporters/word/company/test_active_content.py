"""What would run, or be loaded from elsewhere, does not get from a company's file into its documents."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.exporters.word.opened import opened, page_of, para
from tests.exporters.word.templates import entry, picture, rewritten, template, with_cover, written
from tests.support.docx_lint import W, lint

from opshandover.errors import OptionError
from opshandover.exporters.word.render import render
from opshandover.text import LANGUAGES

BODY, HEADER, TYPES = "word/document.xml", "word/header1.xml", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
EVIL = "https://evil.example/x"
Changes = Mapping[str, bytes | None]


@pytest.fixture(scope="module")
def good() -> bytes:
    """A template with a cover, and a header with a logo."""
    return template(with_cover)


def with_relation(
    data: bytes, part: str, kind: str, target: str, *, outside: bool = True, number: str = "rIdX"
) -> bytes:
    """Adds a relationship to a part."""
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    mode = ' TargetMode="External"' if outside else ""
    full = kind if ":" in kind else f"{OFFICE}/{kind}"
    one = f'<Relationship Id="{number}" Type="{full}" Target="{target}"{mode}/></Relationships>'
    try:
        before = entry(data, rels)
    except KeyError:
        before = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    return rewritten(data, {rels: before.replace(b"</Relationships>", one.encode())})


def with_xml(data: bytes, part: str, xml: str) -> bytes:
    """Adds XML to the first paragraph of the cover or of the header, or as the first block of the text."""
    before = entry(data, part)
    end = before.index(b"</w:p>")
    return rewritten(data, {part: before[:end] + xml.encode() + before[end:]})


def with_part(data: bytes, name: str, content: bytes, content_type: str) -> bytes:
    """Adds a part."""
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    return rewritten(data, {name: content, TYPES: entry(data, TYPES).replace(b"</Types>", override.encode())})


def refusal(folder: Path, data: bytes) -> str:
    """The reason why a file is refused, in English; Chinese names the same parts."""
    with pytest.raises(OptionError) as caught:
        render(page_of(para("文")), company_file=written(folder, data))
    assert "会运行或从别处读取" in caught.value.in_lang(LANGUAGES[0])
    return str(caught.value)


def taken(folder: Path, data: bytes) -> dict[str, bytes]:
    """The parts of a document that is written with a file as its template, and is sound."""
    result = render(page_of(para("文")), company_file=written(folder, data))
    assert lint(result) == []
    return opened(result).parts


def drawn(attribute: str) -> str:
    """An inline picture that names a relationship."""
    return (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="1" cy="1"/><wp:docPr id="77" name="x"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="x">'
        f'<a:blip xmlns:r="{OFFICE}" {attribute}="rIdX"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


RELATED = {
    "altChunk": ("aFChunk", '<w:altChunk xmlns:r="{r}" r:id="rIdX"/>', "another file that is inserted"),
    "OLE": (
        "oleObject",
        '<w:r><w:object {vml}><o:OLEObject xmlns:r="{r}" Type="Link" UpdateMode="Always" r:id="rIdX"/></w:object></w:r>',
        "an embedded or linked object (OLE)",
    ),
    "ActiveX": ("control", '<w:r><w:object><w:control xmlns:r="{r}" r:id="rIdX"/></w:object></w:r>', "ActiveX control"),
    "linked picture": ("image", drawn("r:link"), "a picture outside the file"),
    "picture outside": ("image", drawn("r:embed"), "a picture outside the file"),
    "subdocument": ("subDocument", '<w:subDoc xmlns:r="{r}" r:id="rIdX"/>', "a subdocument"),
    "frame": ("frame", '<w:r xmlns:r="{r}" r:id="rIdX"/>', "'frame'"),
    "video": ("video", drawn("r:link"), "'video'"),
    "link to a share": ("hyperlink", '<w:hyperlink xmlns:r="{r}" r:id="rIdX"/>', "a link to something other than"),
    "unknown": ("urn:example:relationships/new", drawn("r:embed"), "'new'"),
}


@pytest.mark.parametrize("part", [BODY, HEADER])
@pytest.mark.parametrize("related", RELATED.values(), ids=RELATED.keys())
def test_what_leads_outside_is_refused(tmp_path: Path, good: bytes, part: str, related: tuple[str, str, str]) -> None:
    """Whatever names it, on the cover and in the header; the message names the place."""
    kind, xml, says = related
    target = "file://share/x.doc" if kind == "hyperlink" else EVIL
    data = with_relation(good, part, kind, target)
    message = refusal(tmp_path, with_xml(data, part, xml.replace("{r}", OFFICE).replace("{vml}", VML)))
    assert says in message
    assert part in message


@pytest.mark.parametrize(
    ("kind", "name", "content_type"),
    [
        (f"{MICROSOFT}/vbaProject", "word/vbaProject.bin", "application/vnd.ms-office.vbaProject"),
        ("image", "word/media/a.bin", "application/vnd.ms-office.vbaProject"),
        ("package", "word/embeddings/a.xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12"),
        ("oleObject", "word/embeddings/a.bin", "application/vnd.openxmlformats-officedocument.oleObject"),
        ("aFChunk", "word/a.htm", "text/html"),
        (f"{MICROSOFT}/activeXControlBinary", "word/activeX/a.bin", "application/vnd.ms-office.activeX"),
        ("header", "word/a.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
    ],
)
def test_active_parts_are_refused(tmp_path: Path, good: bytes, kind: str, name: str, content_type: str) -> None:
    """A part of the header that is not known to be harmless, whether or not the header mentions it."""
    data = with_part(good, name, b"<a/>", content_type)
    data = with_relation(data, HEADER, kind, f"/{name}", outside=False)
    assert HEADER in refusal(tmp_path, data)


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        (f'<w:r><w:pict><v:shape {VML}><v:imagedata src="{EVIL}"/></v:shape></w:pict></w:r>', "<imagedata>"),
        (f'<w:r><w:pict><v:rect {VML}><v:fill type="frame" src="{EVIL}"/></v:rect></w:pict></w:r>', "<fill>"),
        (f'<w:r><w:pict><v:rect {VML} href="file://share/x"/></w:pict></w:r>', "<rect>"),
        (f'<w:r><w:pict><v:rect {VML} o:href="file://share/x"/></w:pict></w:r>', "<rect>"),
        (f'<w:r><w:object {VML}><o:OLEObject Type="Link"/></w:object></w:r>', "<OLEObject>"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:exitMacro w:val="x"/></w:ffData></w:fldChar></w:r>', ""),
        (
            '<w:r><x:webVideoPr xmlns:x="urn:x" embeddedHtml="&lt;iframe src=&quot;https://evil.example&quot;>"/></w:r>',
            "<webVideoPr>",
        ),
        ('<w:fldSimple w:instr=" DDEAUTO c:\\cmd.exe x "/>', "the field DDEAUTO"),
    ],
)
@pytest.mark.parametrize("part", [BODY, HEADER])
def test_what_runs_without_a_relationship_is_refused(
    tmp_path: Path, good: bytes, xml: str, says: str, part: str
) -> None:
    """Attributes of old drawings, macros of form fields, films, fields."""
    message = refusal(tmp_path, with_xml(good, part, xml))
    assert says in message
    assert part in message


@pytest.mark.parametrize("name", ["footnotes", "endnotes", "comments"])
def test_notes_and_comments_are_looked_through(tmp_path: Path, good: bytes, name: str) -> None:
    """They are parts of their own, which the cover refers to."""
    one = name.removesuffix("s")
    notes = (
        f'<w:{name} xmlns:w="{W[1:-1]}"><w:{one} w:id="7"><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT x</w:instrText></w:r></w:p>"
        f"</w:{one}></w:{name}>"
    )
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
    data = with_part(good, f"word/{name}.xml", notes.encode(), kind)
    data = with_relation(data, BODY, name, f"{name}.xml", outside=False)
    data = with_xml(data, BODY, f'<w:r><w:{one}Reference w:id="7"/></w:r>')
    assert "the field INCLUDETEXT" in refusal(tmp_path, data)


@pytest.mark.parametrize(
    ("inside", "is_harmless"),
    [
        ('<path d="M0 0"/><use href="#a"/><rect fill="url(#b)"/>', True),
        ('<image href="data:image/png;base64,AA"/>', True),
        (f'<image href="{EVIL}"/>', False),
        ("<script>x</script>", False),
        ('<rect onload="x"/>', False),
        (f"<style>@import '{EVIL}';</style>", False),
        (f'<rect fill="url({EVIL})"/>', False),
        ("<foreignObject/>", False),
    ],
)
def test_a_logo_may_be_drawn_but_not_run(tmp_path: Path, good: bytes, inside: str, *, is_harmless: bool) -> None:
    """Pictures of lines are XML, and can hold what pages of the web hold."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    data = with_part(good, "word/media/logo.svg", svg.encode(), "image/svg+xml")
    data = with_relation(data, HEADER, "image", "media/logo.svg", outside=False)
    if is_harmless:
        assert svg.encode() in taken(tmp_path, data).values()
    else:
        assert "company-logo.svg" in refusal(tmp_path, data)


def test_what_is_harmless_stays(tmp_path: Path, good: bytes) -> None:
    """Links to the web and to people, fields of the page, pictures within the file, data of the company's."""
    data = good
    for number, target in enumerate(("https://a.example", "mailto:a@a.example", "tel:+8657155500142")):
        data = with_relation(data, BODY, "hyperlink", target, number=f"rIdL{number}")
        data = with_xml(data, BODY, f'<w:hyperlink xmlns:r="{OFFICE}" r:id="rIdL{number}"/>')
    data = with_xml(data, HEADER, '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "/>')
    data = with_part(data, "customXml/item1.xml", b'<a src="x" href="y"/>', "application/xml")
    data = with_relation(data, BODY, "customXml", "../customXml/item1.xml", outside=False, number="rIdC")
    parts = taken(tmp_path, data)
    assert b'<a src="x" href="y"/>' in parts.values()
    assert picture() in parts.values()
    assert b"tel:+8657155500142" in parts["word/_rels/document.xml.rels"]
    assert b"MERGEFORMAT" in parts[HEADER]


def test_what_nobody_sees_stays_behind(tmp_path: Path, good: bytes) -> None:
    """Building blocks, frames of web pages, shortcuts, ribbons, a printer: only of use where the template is at home."""
    data = good
    for kind, name, content_type in (
        ("glossaryDocument", "word/glossary/document.xml", "application/vnd.ms-word.glossary+xml"),
        ("webSettings", "word/webSettings.xml", "application/vnd.ms-word.webSettings+xml"),
        (f"{MICROSOFT}/keyMapCustomizations", "word/customizations.xml", "application/vnd.ms-word.keyMap+xml"),
        ("printerSettings", "word/printerSettings1.bin", "application/vnd.ms-word.printerSettings"),
    ):
        data = with_part(data, name, f"<a>{kind}</a>".encode(), content_type)
        data = with_relation(
            data, BODY, kind, f"/{name}", outside=False, number="rIdP" if name.endswith("bin") else f"rId{len(name)}9"
        )
    data = with_relation(data, "word/webSettings.xml", "frame", EVIL)
    data = with_relation(data, "word/glossary/document.xml", "attachedTemplate", EVIL)
    data = with_part(data, "customUI/customUI.xml", b"<a>ribbon</a>", "application/xml")
    ribbon = "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"
    rels = entry(data, "_rels/.rels").replace(
        b"</Rel", f'<Relationship Id="rIdU" Type="{ribbon}" Target="customUI/customUI.xml"/></Rel'.encode()
    )
    body = entry(data, BODY)
    at = body.rindex(b"<w:pgSz")
    printer = f'<w:printerSettings xmlns:r="{OFFICE}" r:id="rIdP"/>'.encode()
    data = rewritten(data, {"_rels/.rels": rels, BODY: body[:at] + printer + body[at:]})
    everything = b"".join(taken(tmp_path, data).values())
    for left in (b"evil.example", b"ribbon", b"glossary", b"webSettings", b"keyMap", b"printerSettings"):
        assert left not in everything


def test_only_what_is_kept_counts(tmp_path: Path) -> None:
    """Without a placeholder the text goes, and its active content with it."""
    data = with_xml(template(), BODY, '<w:fldSimple w:instr="DDEAUTO x"/>')
    assert b"DDEAUTO" not in b"".join(taken(tmp_path, data).values())


def test_the_message_names_a_few_places(tmp_path: Path, good: bytes) -> None:
    """Each once, and no more of them than one reads."""
    fields = "".join(f'<w:fldSimple w:instr="EVIL{n % 20}"/>' for n in range(5000))
    message = refusal(tmp_path, with_xml(good, HEADER, fields))
    assert message.count("EVIL") == 5
    assert "and others" in message
