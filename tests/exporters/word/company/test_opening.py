"""A file that cannot serve as a template is refused: which, why, what to do; nothing is written."""

import re
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters.word.company.filled import reason
from tests.exporters.word.opened import opened, page_of, para
from tests.exporters.word.templates import entry, rewritten, template, with_cover, written
from tests.support.docx_lint import lint
from tests.support.patience import one_in
from tests.support.steps import calls

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.exporters.word.company import opening
from opshandover.exporters.word.render import render
from opshandover.ooxml import archive

TYPES = "[Content_Types].xml"
BODY = "word/document.xml"
RELS = "word/_rels/document.xml.rels"


class Package(bytes):
    """A file that is not shown in full when a test fails, which is more than Hypothesis bears."""

    def __repr__(self) -> str:
        return f"<a package of {len(self)} bytes>"


@pytest.fixture(scope="module")
def good() -> bytes:
    """A template with a cover."""
    return Package(template(with_cover))


FILE = "file:///etc/passwd"
BROKEN: Mapping[str, Mapping[str, bytes | None]] = {
    "no main part": {BODY: None},
    "no relationships": {"_rels/.rels": None},
    "no header": {"word/header1.xml": None},
    "broken XML": {BODY: b"<w:document"},
    "another root": {BODY: b"<a/>"},
    "no body": {BODY: b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'},
    "no styles in the part of styles": {"word/styles.xml": b"<a/>"},
    "broken types": {TYPES: b"<Types"},
    "a file from elsewhere": {"word/header1.xml": f'<!DOCTYPE a [<!ENTITY x SYSTEM "{FILE}">]><a>&x;</a>'.encode()},
    "entities within entities": {BODY: b'<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'},
    "a document type": {"word/settings.xml": b'<!DOCTYPE a SYSTEM "http://a.example/a.dtd"><a/>'},
}


@pytest.mark.parametrize("changes", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_refused(tmp_path: Path, good: bytes, changes: Mapping[str, bytes | None]) -> None:
    """A part that is missing, that is no XML, or XML that asks for files."""
    said = reason(written(tmp_path, rewritten(good, changes)))
    assert "damaged" in said
    assert "root:" not in said


def test_a_chain_of_parts_is_refused(tmp_path: Path, good: bytes) -> None:
    """Each part leads to the next: following them all would go too deep."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"

    def to(target: str) -> str:
        return f'<Relationship Id="rId99" Type="{kind}" Target="{target}"/></Relationships>'

    chain: dict[str, bytes | None] = {
        "word/_rels/document.xml.rels": entry(good, "word/_rels/document.xml.rels").replace(
            b"</Relationships>", to("/a/0.xml").encode()
        )
    }
    for number in range(2000):
        chain[f"a/{number}.xml"] = b"<a/>"
        onward = f'<Relationships xmlns="{rels}">{to(f"{number + 1}.xml")}'
        chain[f"a/_rels/{number}.xml.rels"] = onward.encode()
    assert "damaged" in reason(written(tmp_path, rewritten(good, chain)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb'w:w="11906"', b'w:w="wide"'),
        (rb'w:left="1800"', b'w:left="9000"'),
        (rb'w:h="16838"', b'w:h="99999"'),
    ],
)
def test_a_page_without_room_is_refused(tmp_path: Path, good: bytes, old: bytes, new: bytes) -> None:
    """Measures that cannot be read, or that leave no room between the margins."""
    body = entry(good, BODY)
    assert old in body
    data = rewritten(good, {BODY: body.replace(old, new)})
    assert "page size or margins cannot be read" in reason(written(tmp_path, data))


def test_nothing_is_written(tmp_path: Path) -> None:
    """What stood in the place of the result is as it was."""
    out = tmp_path / "out.docx"
    out.write_bytes(b"before")
    document = oh.OpsDocument(profile="daily_handover")
    with pytest.raises(OptionError):
        oh.export(document, "word", out, template=str(tmp_path))
    assert out.read_bytes() == b"before"


def taken(path: str) -> bytes | None:
    """What is written with a file as the template; nothing where it is refused, and refused with a reason."""
    try:
        return render(page_of(para("文")), company_file=path)
    except OptionError:
        assert reason(path)
        return None


def test_both_ends_are_reached(tmp_path: Path, good: bytes) -> None:
    """The properties below meet files that are taken as well as files that are refused."""
    assert taken(written(tmp_path, good)) is not None
    assert taken(written(tmp_path, good[:-30])) is None


PLACES = st.one_of(st.integers(0, 2**20), st.integers(-2500, -1))
"""Anywhere in a file, counted round and round, and near its end, where a package is listed."""


@one_in(4)
@given(
    changes=st.lists(st.tuples(PLACES, st.integers(0, 255)), max_size=4),
    end=st.one_of(st.none(), PLACES),
)
def test_a_damaged_file_gives_a_sound_one_or_an_error(
    tmp_path: Path, good: bytes, changes: list[tuple[int, int]], end: int | None
) -> None:
    """Bytes are changed anywhere, or the end is missing: never anything but these two."""
    changed = bytearray(good)
    for at, byte in changes:
        changed[at % len(good)] = byte
    path = written(tmp_path, bytes(changed if end is None else changed[: end % len(good)]))
    data = taken(path)
    assert data is None or lint(data) == []


@one_in(4)
@given(
    name=st.sampled_from(
        [
            TYPES,
            BODY,
            "_rels/.rels",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/numbering.xml",
            "word/settings.xml",
        ]
    ),
    changes=st.lists(
        st.tuples(
            PLACES,
            st.sampled_from((0, 1, 8, 60)),
            st.sampled_from((b"", b"x", b'"', b"<w:p/>", b"0", b"&#1;")),
        ),
        min_size=1,
        max_size=3,
    ),
)
def test_changed_xml_gives_a_file_or_an_error(
    tmp_path: Path, good: bytes, name: str, changes: list[tuple[int, int, bytes]]
) -> None:
    """A part is changed within the package, where no sum of it tells; what is read is checked."""
    part = bytearray(entry(good, name))
    for place, length, instead in changes:
        at = place % len(part)
        part[at : at + length] = instead
    path = written(tmp_path, rewritten(good, {name: bytes(part)}))
    data = taken(path)
    assert data is None or "文" in opened(data).text().splitlines()


def _blocks(count: int, block: str) -> str:
    return "".join(block.replace("#", str(number)) for number in range(100, count + 100))


GROWING = {
    "bookmarks": (BODY, "<w:body>", '<w:bookmarkStart w:id="#" w:name="b#"/><w:bookmarkEnd w:id="#"/>'),
    "half bookmarks": (BODY, "<w:body>", '<w:bookmarkStart w:id="#" w:name="b#"/>'),
    "paragraphs": (BODY, "<w:body>", "<w:p/>"),
    "controls": (
        BODY,
        "<w:body>",
        '<w:sdt><w:sdtPr><w:tag w:val="oh:#"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
    ),
    "sections": (BODY, "<w:body>", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"),
    "marks": (BODY, "<w:body>", "<w:p><w:r><w:t>{{a#}}</w:t></w:r></w:p>"),
    "links": (BODY, "<w:body>", '<w:p><w:hyperlink r:id="rId#"/></w:p>'),
    "numberings": ("word/numbering.xml", "</w:numbering>", '<w:num w:numId="#"><w:abstractNumId w:val="1"/></w:num>'),
    "styles": (
        "word/styles.xml",
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="S#"><w:name w:val="S #"/><w:basedOn w:val="S#"/></w:style>',
    ),
}
LINK = (
    '<Relationship Id="rId#" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"'
    ' Target="https://a.example/#" TargetMode="External"/>'
)


@pytest.mark.parametrize(("part", "at", "block"), GROWING.values(), ids=GROWING.keys())
def test_large_files_take_time_in_proportion(tmp_path: Path, good: bytes, part: str, at: str, block: str) -> None:
    """Calls are counted, and seconds of the processor where all is done by a library, with much to spare.

    What every file takes is subtracted, so that hundreds are enough to tell.
    """

    def made(count: int) -> str:
        blocks = _blocks(count, block)
        xml = entry(good, part).decode().replace(at, blocks + at if at[1] == "/" else at + blocks)
        rels = entry(good, RELS).decode().replace("</Rel", _blocks(count, LINK) + "</Rel")
        return written(tmp_path, rewritten(good, {part: xml.encode(), RELS: rels.encode()}), f"{count}.docx")

    def write(path: str) -> None:
        opening._opened.cache_clear()
        with suppress(OptionError):
            render(page_of(para("文")), company_file=path)

    write(made(10))
    few, some, many = (calls(write, made(count)) for count in (10, 100, 400))
    assert many - some < 6 * (some - few)
    large = made(4000)
    begun = time.process_time()
    write(large)
    assert time.process_time() - begun < 10


def test_a_file_is_opened_once_for_many_documents(tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in it decides: a file saved anew is opened anew, and equal bytes are not."""
    opened_files: list[str] = []

    def counted(path: str, data: bytes) -> Mapping[str, bytes]:
        opened_files.append(path)
        return archive.parts_in(path, data)

    monkeypatch.setattr("opshandover.exporters.word.company.opening.parts_in", counted)
    path = written(tmp_path, good)
    first = render(page_of(para("文")), company_file=path)
    assert render(page_of(para("文")), company_file=path) == first
    assert render(page_of(para("另一篇")), company_file=path) != first
    assert len(opened_files) == 1
    written(tmp_path, rewritten(good, {"word/footer9.xml": b""}))
    render(page_of(para("文")), company_file=path)
    assert len(opened_files) == 2


def test_too_many_elements_are_refused(tmp_path: Path, good: bytes) -> None:
    """Millions of empty paragraphs are small in the archive, and large as a tree."""
    body = entry(good, BODY)
    many = body.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * archive.MOST_TAGS)
    assert "too large" in reason(written(tmp_path, rewritten(good, {BODY: many})))
    links = entry(good, RELS).decode().replace("</Rel", _blocks(archive.MOST_RELATIONS, LINK) + "</Rel")
    assert "too large" in reason(written(tmp_path, rewritten(good, {RELS: links.encode()})))


@pytest.mark.parametrize("encoding", ["utf-7", "gb18030", "cp500", "utf-32"])
def test_unusual_encodings_are_refused(tmp_path: Path, good: bytes, encoding: str) -> None:
    """An element would begin with another byte than the one that is counted."""
    text = entry(good, BODY).decode().replace("UTF-8", encoding).replace("utf-8", encoding)
    assert "damaged" in reason(written(tmp_path, rewritten(good, {BODY: text.encode(encoding, "replace")})))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encodings_of_packages_are_read(tmp_path: Path, good: bytes, encoding: str) -> None:
    """With a mark of the byte order at the beginning, as some programs write it."""
    text = re.sub(r"<\?xml.*?\?>", "", entry(good, BODY).decode())
    assert taken(written(tmp_path, rewritten(good, {BODY: text.encode(encoding)}))) is not None


def test_an_id_of_thousands_of_digits_is_no_number(tmp_path: Path, good: bytes) -> None:
    """Python turns no such text into a number."""
    long = b'<w:body><w:bookmarkStart w:id="' + b"9" * 5000 + b'" w:name="a"/>'
    body = entry(good, BODY).replace(b"<w:body>", long)
    assert taken(written(tmp_path, rewritten(good, {BODY: body}))) is not None
