"""What is fed with hostile bytes: every reader, each with what must hold whatever it reads."""

import json
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import yaml
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters.word.form.forms import DOCUMENT
from tests.support.documents import documents
from tests.support.docx_lint import lint

import opshandover as oh
from opshandover import items
from opshandover.errors import OpsHandoverError
from opshandover.importers.html import HtmlImporter
from opshandover.importers.markdown import MarkdownImporter
from opshandover.model import FreeSection, OpsDocument, Task, WorkProgress
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
    _checked(lambda: oh.loads(content, format=format))


def _checked(load: Callable[[], OpsDocument]) -> None:
    try:
        document = load()
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


def read_csv_table(content: bytes) -> None:
    """Tasks in a CSV file."""
    path = _folder() / "tasks.csv"
    path.write_bytes(content)
    _tasks(lambda: items.read_csv(path, Task))


def read_json_table(content: bytes) -> None:
    """Tasks in JSON."""
    _tasks(lambda: items.read_json(content, Task))


def _tasks(read: Callable[[], items.Rows[Task]]) -> None:
    """Records that are read make a sound document; all else is refused."""
    try:
        tasks = read()
    except OpsHandoverError as error:
        _said(error)
        return
    document = evolve(a_document(), work_progress=WorkProgress(tasks=tuple(tasks)))
    _checked(lambda: oh.loads(oh.dumps(document, format="yaml"), format="yaml"))


_KEYS = st.sampled_from(
    ("title", "profile", "tasks", "任务", "giver", "receivers", "work_progress", "shift", "due", "name", "extra")
)
_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.dates()
    | st.datetimes()
    | st.decimals(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(_KEYS | st.text() | st.integers(), inner)
        | st.tuples(inner)
        | st.frozensets(st.text())
    ),
)


@given(st.dictionaries(_KEYS | st.text(), _VALUES))
def any_data(data: dict[str, object]) -> None:
    """Data that a program hands over."""
    _checked(lambda: oh.from_data({"profile": "shift_handover", **data}))


def read_form(content: bytes) -> None:
    """A company's form: each line a paragraph or, with tabs in it, a row of a table; each `|` begins a new run."""
    path = _folder() / "form.docx"
    lines = content.decode("utf-8", "ignore").splitlines()[:50]
    path.write_bytes(_with(PARTS[0], _body("".join(map(_line, lines))).encode()))
    for lang in LANGUAGES:
        try:
            data = oh.export(DOCUMENT, "word", template=path, lang=lang)
        except OpsHandoverError as error:
            _said(error)
        else:
            _as_sound(data, path)


def _as_sound(data: bytes, template: Path) -> None:
    """A file has no fault that its template had not."""
    faults = {*lint(data)}
    assert not faults or not faults - {*lint(template.read_bytes())}


def _line(text: str) -> str:
    cells = [f"<w:p>{''.join(map(_run, cell.split('|')))}</w:p>" for cell in text.split("\t")]
    if len(cells) == 1:
        return cells[0]
    width = "<w:tcPr><w:tcW w:w='900' w:type='dxa'/></w:tcPr>"
    row = "".join(f"<w:tc>{width}{cell}</w:tc>" for cell in cells[:20])
    grid = "<w:gridCol w:w='900'/>" * len(cells[:20])
    return f"<w:tbl><w:tblPr><w:tblW w:w='0' w:type='auto'/></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"


def _run(text: str) -> str:
    clean = "".join(char for char in text if char.isprintable())
    return f"<w:r><w:t xml:space='preserve'>{escape(clean)}</w:t></w:r>"


def _body(content: str) -> str:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f"<w:document xmlns:w='{name}'><w:body>{content}<w:p/><w:sectPr/></w:body></w:document>"


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
        _as_sound(data, path)


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
    return _with(PARTS[content[0] % len(PARTS)] if content else PARTS[0], content[1:])


def _with(name: str, content: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for part, data in {**_good(), name: content}.items():
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
        case "csv":
            return [
                "标题,状态,负责人,截止日期\n贴标签,进行中,王敏,2026-11-29\n".encode(),
                b"title;owner;due\na;b;11/29/2026\n",
            ]
        case "table":
            return [b'[{"title": "a", "owner": {"name": "b"}}]', b'{"issues": [{"title": "a", "status": "done"}]}']
        case "form":
            return [
                "{{移交人.姓名}}\n{{#tasks}}{{序号}}\t{{标题}}\t{{due}}{{/tasks}}\n{{^issues}}无{{/issues}}".encode(),
                b"{%p if issues %}\n{{is|sues[0].title}}\n{%p endif %}\n{%tr for t in tasks %}\t\n{{t.title}}\t{{t.owner}}\n{%tr endfor %}\t",
            ]
        case "markdown" | "html":
            return [oh.export(oh.loads(one, format="yaml"), name) for one in good[:3]]
        case "data" | "document":
            return [bytes(range(256)) * 4]
        case _:
            return [path.read_bytes() for path in sorted((examples.parent / "docs").rglob("*.png"))[:2]]


TARGETS: dict[str, Target] = {
    "yaml": read_yaml,
    "json": read_json,
    "toml": read_toml,
    "csv": read_csv_table,
    "table": read_json_table,
    "settings": read_settings,
    "prose": read_prose,
    "picture": read_picture,
    "template": read_template,
    "form": read_form,
    "data": any_data.hypothesis.fuzz_one_input,  # type: ignore[attr-defined]
    "markdown": read_markdown,
    "html": read_html,
    "document": any_document.hypothesis.fuzz_one_input,  # type: ignore[attr-defined]
}
