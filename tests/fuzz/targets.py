"""What is fed with hostile bytes: every reader, each with what must hold whatever it reads."""

import json
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import yaml
from attrs import evolve
from hypothesis import given
from tests.support.documents import documents
from tests.support.docx_lint import lint

import opshandover as oh
from opshandover.errors import OpsHandoverError
from opshandover.importers.html import HtmlImporter
from opshandover.importers.markdown import MarkdownImporter
from opshandover.model import FreeSection, OpsDocument
from opshandover.pages.markdown import blocks_of
from opshandover.testing import a_document
from opshandover.text import LANGUAGES

Target = Callable[[bytes], None]
PARTS = (
    "word/document.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/header1.xml",
    "word/_rels/document.xml.rels",
)


def _said(error: OpsHandoverError) -> None:
    """An error can be shown in both languages, in no more than a few screens."""
    for lang in LANGUAGES:
        assert 0 < len(error.in_lang(lang)) < 100_000


def _document(content: bytes, format: str) -> None:
    """What loads can be written and loads as the same document, is checked and scored; all else is refused."""
    try:
        document = oh.loads(content, format=format)
    except OpsHandoverError as error:
        _said(error)
        return
    for other in ("yaml", "json"):
        assert oh.loads(oh.dumps(document, format=other), format=other) == document
    oh.check(document)
    oh.score(document)


def read_yaml(content: bytes) -> None:
    """A document in YAML."""
    _document(content, "yaml")


def read_json(content: bytes) -> None:
    """A document in JSON."""
    _document(content, "json")


def read_toml(content: bytes) -> None:
    """A document in TOML."""
    _document(content, "toml")


def read_settings(content: bytes) -> None:
    """A team's settings."""
    path = _folder() / "opshandover.toml"
    path.write_bytes(content)
    try:
        oh.Config.load(path)
    except OpsHandoverError as error:
        _said(error)


def read_prose(content: bytes) -> None:
    """Prose is shown in every format for people, and its Markdown is read as the same blocks again."""
    text = content.decode("utf-8", "ignore")
    blocks_of(text)
    document = evolve(a_document(), extra=(FreeSection(title=text[:50], body=text),))
    for exporter in ("markdown", "digest", "word"):
        oh.export(document, exporter)


def read_picture(content: bytes) -> None:
    """A picture in a document is shown, or described in words; the Word file is sound."""
    folder = _folder()
    (folder / "x.png").write_bytes(content)
    document = evolve(a_document(), extra=(FreeSection(title="图", body="![图](x.png)"),))
    assert lint(oh.export(document, "word", folder=folder)) == []


def read_template(content: bytes) -> None:
    """A company's template: a whole file, or what the first byte makes one part of a good one."""
    path = _folder() / "template.docx"
    path.write_bytes(content if content.startswith(b"PK") else _with_part(content))
    try:
        data = oh.export(a_document(), "word", template=path)
    except OpsHandoverError as error:
        _said(error)
    else:
        assert lint(data) == []


@given(documents())
def any_document(document: OpsDocument) -> None:
    """A document of any content is exported to every format, and JSON holds all of it but secrets."""
    for exporter in ("word", "markdown", "digest", "tasks"):
        oh.export(document, exporter)
    oh.loads(oh.export(document, "json"), format="json")


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


def _imported(importer: MarkdownImporter | HtmlImporter, content: bytes) -> None:
    try:
        importer.parse(content)
    except OpsHandoverError as error:
        _said(error)


def read_markdown(content: bytes) -> None:
    """A Markdown file that people wrote."""
    _imported(MarkdownImporter(), content)


def read_html(content: bytes) -> None:
    """An HTML file from anywhere."""
    _imported(HtmlImporter(), content)


@cache
def _good() -> dict[str, bytes]:
    """The parts of a Word file that serves as a template."""
    with zipfile.ZipFile(BytesIO(oh.export(a_document(), "word"))) as package:
        return {name: package.read(name) for name in package.namelist()}


def _with_part(content: bytes) -> bytes:
    name = PARTS[content[0] % len(PARTS)] if content else PARTS[0]
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for part, data in {**_good(), name: content[1:]}.items():
            package.writestr(part, data)
    return packed.getvalue()


def seeds(name: str, examples: Path) -> list[bytes]:
    """What the search of a target begins with."""
    good = [path.read_bytes() for path in sorted(examples.glob("*.yaml"))]
    match name:
        case "yaml":
            return good
        case "json":
            return [json.dumps(yaml.safe_load(one), ensure_ascii=False, default=str).encode() for one in good]
        case "toml" | "settings":
            return [b'profile = "charter"\n', b'select = ["TSK"]\n[severity]\nTSK001 = "info"\n']
        case "template":
            return [bytes([i]) + _good().get(part, b"") for i, part in enumerate(PARTS)]
        case "prose":
            return [one.partition(b"summary: ")[2][:300] for one in good]
        case "markdown" | "html":
            return [oh.export(oh.loads(one, format="yaml"), name) for one in good[:3]]
        case "document":
            return [bytes(range(256)) * 4]
        case _:
            return [path.read_bytes() for path in sorted((examples.parent / "docs").rglob("*.png"))[:2]]


TARGETS: dict[str, Target] = {
    "yaml": read_yaml,
    "json": read_json,
    "toml": read_toml,
    "settings": read_settings,
    "prose": read_prose,
    "picture": read_picture,
    "template": read_template,
    "markdown": read_markdown,
    "html": read_html,
    "document": any_document.hypothesis.fuzz_one_input,  # type: ignore[attr-defined]
}
