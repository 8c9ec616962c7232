"""The baseline in a Word file: the document exactly as it was written, and no secret of it."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from attrs import evolve
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from hypothesis import given, settings
from lxml import etree
from tests.exporters.word.opened import opened, page_of
from tests.support.documents import documents
from tests.support.docx_lint import lint

from opshandover import dumps, export, loads
from opshandover.codec import canonical
from opshandover.codec.baseline import Baseline
from opshandover.document.secrets import redacted
from opshandover.exporters.word.comments import Remark
from opshandover.exporters.word.package import document_part
from opshandover.exporters.word.render import render
from opshandover.model.document import OpsDocument
from opshandover.model.tasks import Task, WorkProgress
from opshandover.ooxml.anchors import Prompt
from opshandover.ooxml.archive import CONTENT_TYPES
from opshandover.ooxml.baseline import (
    NAMESPACE,
    PREFIX,
    ChangedBaselineError,
    add_baseline,
    read_baseline,
    unsaved_baseline,
)
from opshandover.testing import HOSTILE_TEXTS, a_document

ITEM = "customXml/item1.xml"
ITEM_PROPERTIES = "customXml/itemProps1.xml"
CUSTOM = "docProps/custom.xml"
SECRET = "Hunter2x9!kQ"  # noqa: S105 - what must not come out
PLAIN = Baseline(json="{}\n", lang="zh", options={"view": "full"})


PLAIN_JSON = '{"prepared_on":"2026-11-21"}'
DIGEST_OF_PLAIN = sha256(PLAIN_JSON.encode()).hexdigest()


def carried(data: bytes) -> Any:
    """The element that holds the document."""
    return opened(data).root(ITEM)


def properties(data: bytes) -> dict[str, str]:
    """The custom properties of a file, all of which are texts."""
    found: dict[str, str] = {}
    for each in opened(data).root(CUSTOM):
        (value,) = each
        assert etree.QName(value).localname == "lpwstr"
        found[each.get("name")] = value.text or ""
    return found


def with_baseline(baseline: Baseline) -> bytes:
    """Writes an empty page that carries a baseline."""
    return render(page_of(), baseline=baseline)


@settings(max_examples=30)
@given(documents())
def test_the_document_comes_back_as_it_was(document: OpsDocument) -> None:
    """Nothing of what the exporter was given is lost, whatever characters it holds."""
    data = export(document, "word")
    written = redacted(document)
    text = carried(data).text
    assert text == canonical(written)
    assert loads(text, format="json") == written
    assert lint(data) == []


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=lambda text: ascii(text[:12]))
def test_hostile_texts_are_carried_exactly(text: str) -> None:
    """What XML cannot hold is spelled as JSON spells it; all else is the same letter by letter."""
    document = a_document(title=text, id=text)
    data = export(document, "word")
    back = loads(carried(data).text, format="json")
    assert (back.title, back.id) == (text, text)
    assert lint(data) == []


def test_forbidden_characters_are_spelled_out() -> None:
    """Lone surrogates and what is no character stand as JSON's escapes, inside of texts alone."""
    text = "a\ud800\ufffe\uffff\x7f]]>"
    baseline = evolve(PLAIN, json=json.dumps({"title": text}, ensure_ascii=False))
    data = with_baseline(baseline)
    assert "\\ud800\\ufffe\\uffff\x7f]]>" in carried(data).text
    assert json.loads(carried(data).text) == {"title": text}


def test_the_part_says_how_the_document_was_laid_out() -> None:
    """With the language and every option that was given, a reader lays the baseline out the same again."""
    given: dict[str, Any] = {"view": "memo", "theme": "plain", "placeholders": True, "findings": True}
    data = export(a_document(), "word", lang="en", header_text='a\n\t"b"', **given)
    root = carried(data)
    assert root.tag == f"{{{NAMESPACE}}}document"
    told = {"view": "memo", "theme": "plain", "placeholders": "true", "findings": "true", "header_text": 'a\n\t"b"'}
    digest, seal = sha256(root.text.encode()).hexdigest(), root.get("seal")
    assert dict(root.attrib) == {"lang": "en", "sha256": digest, "seal": seal, **told}
    assert loads(root.text, format="json") == redacted(a_document())
    assert read_baseline(opened(data).parts) == Baseline(json=root.text, lang="en", options=told)


def test_of_a_file_no_more_than_its_name_is_told(tmp_path: Path) -> None:
    """A reader of the file does not learn where somebody else keeps things."""
    data = export(a_document(), "word", folder=str(tmp_path))
    assert carried(data).get("folder") == tmp_path.name
    assert not [name for name, part in opened(data).parts.items() if str(tmp_path.parent).encode() in part]


@pytest.mark.parametrize("text", ["a\ud800\ufffe\uffff\x7f]]>", "\\uffff", "a\r\nb", "𠮷"])
def test_it_is_read_as_it_was_written(text: str) -> None:
    """What is compared with an edited page is the document itself, whatever it holds."""
    written = evolve(PLAIN, json=json.dumps({"title": text}, ensure_ascii=False))
    found = read_baseline(opened(with_baseline(written)).parts)
    assert found is not None
    assert json.loads(found.json) == {"title": text}
    assert (found.lang, found.options) == (PLAIN.lang, PLAIN.options)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (ITEM, b"2026", b"2027"),
        (ITEM, b'sha256="', b'sha256="0'),
        (CUSTOM, b"<vt:lpwstr>" + DIGEST_OF_PLAIN.encode(), b"<vt:lpwstr>0"),
    ],
)
def test_a_changed_baseline_is_told_from_one_as_it_was_written(part: str, old: bytes, new: bytes) -> None:
    """Edits are found by comparing with it, so a wrong one would undo what others wrote."""
    parts = opened(with_baseline(evolve(PLAIN, json=PLAIN_JSON))).parts
    assert old in parts[part]
    with pytest.raises(ChangedBaselineError):
        read_baseline({**parts, part: parts[part].replace(old, new)})


def test_the_baseline_counts_that_the_properties_describe() -> None:
    """A file into which another was pasted may hold two, and keeps its own properties."""
    own, other = (opened(with_baseline(evolve(PLAIN, json=each))).parts for each in ('{"b": 1}', '{"a": 1}'))
    found = read_baseline({**own, ITEM: other[ITEM], "customXml/item2.xml": own[ITEM]})
    assert found is not None
    assert found.json == '{"b": 1}'


def test_a_file_without_properties_has_its_baseline() -> None:
    """The digest stands in the part as well."""
    parts = opened(with_baseline(PLAIN)).parts
    assert read_baseline({ITEM: parts[ITEM]}) == PLAIN
    assert read_baseline({CUSTOM: parts[CUSTOM]}) is None
    assert read_baseline({ITEM: parts[ITEM][:-9]}) is None


def test_the_properties_tell_what_is_carried() -> None:
    """They are texts of at most 255 characters, and the digest is that of the JSON."""
    data = export(evolve(a_document(), id="编" * 300), "word")
    found = properties(data)
    assert found[f"{PREFIX}schema_version"] == "1"
    assert found[f"{PREFIX}id"] == "编" * 255
    assert found[f"{PREFIX}sha256"] == sha256(carried(data).text.encode()).hexdigest()
    assert found[f"{PREFIX}lang"] == "zh"
    assert f"{PREFIX}version" in found


def test_a_document_without_an_id_has_no_property_for_it() -> None:
    """An empty property would be dropped by some programs, and kept by others."""
    assert f"{PREFIX}id" not in properties(with_baseline(PLAIN))


def test_the_part_has_properties_of_its_own() -> None:
    """Without them LibreOffice loses all custom XML; their id follows from the content."""
    first, again, other = (
        opened(with_baseline(each)).root(ITEM_PROPERTIES).values()
        for each in (PLAIN, PLAIN, evolve(PLAIN, json='{"a": 1}'))
    )
    assert first == again != other


def test_a_page_without_a_baseline_carries_none() -> None:
    """Blocks that are no document leave no empty part behind."""
    assert not [name for name in opened(render(page_of())).parts if "custom" in name]


def test_parts_of_a_template_keep_their_names() -> None:
    """Two parts of one name would be two entries in the file, of which one is lost."""
    package, document = OpcPackage(), document_part()
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    theirs = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, b"<a/>")
    document.relate_to(theirs, RELATIONSHIP_TYPE.CUSTOM_XML)
    add_baseline(package, document, PLAIN)
    stream = BytesIO()
    package.save(stream)
    with ZipFile(stream) as file:
        names = file.namelist()
        assert len(names) == len(set(names))
        assert file.read("customXml/item1.xml") == b"<a/>"
        assert NAMESPACE.encode() in file.read("customXml/itemProps1.xml")


@pytest.mark.parametrize("view", ["full", "memo"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_secret_is_carried(view: str, lang: Any) -> None:
    """Neither the part, nor the properties, nor a tag, label or bookmark of the body has one."""
    leak = f"登录密码：{SECRET}"
    document = evolve(
        a_document(title=leak, id=leak, reason=leak),
        work_progress=WorkProgress(summary=leak, tasks=(Task(title=leak, id=leak, next_step=leak),)),
    )
    assert SECRET in dumps(document, format="json")
    parts = opened(export(document, "word", lang=lang, view=view)).parts
    assert {ITEM, ITEM_PROPERTIES, CUSTOM} <= set(parts)
    assert not [name for name, data in parts.items() if SECRET.encode() in data]


def test_equal_documents_give_equal_bytes() -> None:
    """What is carried has no time and no chance in it."""
    assert export(a_document(), "word") == export(a_document(), "word")


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a file, in their order."""
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def unsaved(parts: Mapping[str, bytes]) -> Baseline | None:
    """The baseline of a file of these parts, if nobody has saved it since it was written."""
    data = BytesIO()
    with ZipFile(data, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return unsaved_baseline(data.getvalue())


def test_a_file_as_it_was_written_is_known() -> None:
    """The seal is no option, and says of a file that nobody has saved it, however it is packed."""
    data = with_baseline(PLAIN)
    assert unsaved_baseline(data) == unsaved(parts_of(data)) == read_baseline(parts_of(data)) == PLAIN


def test_no_part_can_be_changed_unnoticed() -> None:
    """Whatever is changed, renamed, left out, added or moved in a file, it is no longer as it was written."""
    parts = parts_of(export(a_document(), "word"))
    *others, (last, item) = parts.items()
    assert unsaved(dict([*others, (last, item)]))
    for at, (name, content) in enumerate(others):
        before, after = others[:at], [*others[at + 1 :], (last, item)]
        for changed in (content + b" ", content[:-1], content[:9] + bytes([content[9] ^ 1]) + content[10:]):
            assert unsaved(dict([*before, (name, changed), *after])) is None
        if name != CONTENT_TYPES:
            assert unsaved(dict([*before, *after])) is None
            assert unsaved(dict([*before, (f"{name}2", content), *after])) is None
        assert unsaved(dict([*before, after[0], (name, content), *after[1:]])) is None
        assert unsaved(dict([*before, ("word/header9.xml", b""), (name, content), *after])) is None
    assert unsaved(dict([*others, (last, item), ("word/header9.xml", b"")])) is None


def test_another_document_cannot_be_put_under_the_seal() -> None:
    """The document of a file is held by its own digest, which stands in a part under the seal as well."""
    parts = parts_of(export(a_document(), "word"))
    other = parts_of(export(a_document(title="另一份"), "word"))
    seal = re.search(b' seal="(.*?)"', parts[ITEM])
    assert seal
    forged = re.sub(b'(?<= seal=")[^"]*', seal[1], other[ITEM])
    assert unsaved(parts | {ITEM: forged}) is None


@pytest.mark.parametrize("options", [{"remarks": [Remark("", ("问",))]}, {"prompts": {"title": Prompt()}}])
def test_a_page_that_shows_more_is_always_read(options: dict[str, Any]) -> None:
    """A file with comments, or with blanks to be filled in, has no seal: what it shows is not its baseline alone."""
    assert unsaved_baseline(render(page_of(), baseline=PLAIN, **options)) is None
