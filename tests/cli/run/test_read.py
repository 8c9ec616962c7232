"""The command `read`, and files for people wherever a document is asked for."""

import json
import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from attrs import evolve
from tests.cli.calls import call, names_in

import opshandover as oh
from opshandover.model import WorkProgress
from opshandover.reading.normal import normal
from opshandover.testing import a_document, a_task

BASE = a_document(title="单子", work_progress=WorkProgress(tasks=(a_task(id="T-1", title="补货", progress=10),)))
OURS = evolve(BASE, work_progress=WorkProgress(tasks=(a_task(id="T-1", title="补货", progress=60),)))
OPEN_XML = re.compile(rb"http://schemas.openxmlformats.org/(wordprocessingml|officeDocument)/2006")
TWO = "# 早班交接 2026-11-20\n\n## 任务\n\n- 报税\n\n# 中班交接 2026-11-20\n\n## 任务\n\n- 换锁\n"


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def progress(path: Path) -> int | None:
    """What the first task of a file says."""
    found = oh.load(path).work_progress
    assert isinstance(found, WorkProgress)
    return found.tasks[0].progress


def without_places(said: Any) -> Any:
    """An output as data without the names of files and the places in them."""
    if isinstance(said, dict):
        of = {"file", "line", "column", "place", "excerpt", "source", "path"}
        return {key: without_places(value) for key, value in said.items() if key not in of}
    return list(map(without_places, said)) if isinstance(said, list) else said


@pytest.mark.parametrize(("format", "suffix"), [("word", ".docx"), ("markdown", ".md"), ("html", ".html")])
def test_every_command_takes_it(format: str, suffix: str, tmp_path: Path) -> None:
    """Check and score say of it what they say of its data, and export writes that."""
    data = put(tmp_path, "a.yaml", oh.export(BASE, "yaml"))
    path = put(tmp_path, f"a{suffix}", oh.export(BASE, format))
    for command in ("check", "score"):
        said = [json.loads(call(command, one, "--format", "json").stdout) for one in (data, path)]
        assert without_places(said[0]) == without_places(said[1])
    back = tmp_path / "back.yaml"
    assert call("export", path, "-t", "yaml", "-o", back).exit_code == 0
    assert oh.load(back) == (BASE if format == "word" else normal(BASE))
    out = tmp_path / "out.json"
    assert call("read", path, "-o", out).exit_code == 0
    assert oh.load(out) == oh.load(back)


def test_findings_have_their_lines(tmp_path: Path) -> None:
    """The line in Markdown is that of the heading below which the record stands."""
    path = put(tmp_path, "a.md", oh.export(BASE, "markdown"))
    at = path.read_text("utf-8").splitlines().index("## 问题反馈") + 1
    found = json.loads(call("check", path, "--format", "json").stdout)["findings"]
    assert at in [one["line"] for one in found if one["path"].startswith("issues.items[0]")]
    assert f"{at}:1" in call("check", path).stdout


@pytest.mark.parametrize(("format", "name"), [("word", "a.docx"), ("markdown", "a.md")])
def test_edits_meanwhile(format: str, name: str, tmp_path: Path) -> None:
    """What was changed in the data since is merged with the file."""
    options: dict[str, Any] = {"carry": True} if format == "markdown" else {}
    path, now, out = tmp_path / name, tmp_path / "now.yaml", tmp_path / "out.yaml"
    oh.export(BASE, format, path, **options)
    oh.export(evolve(OURS, title="新单子"), "yaml", now)
    result = call("read", path, "--against", now, "-o", out)
    assert (result.exit_code, oh.load(out)) == (0, evolve(OURS, title="新单子"))


def test_a_conflict(tmp_path: Path) -> None:
    """The status is 1 and the file valid with our version; a side decides it; a file that carries nothing has none."""
    now, out = put(tmp_path, "now.yaml", oh.export(OURS, "yaml")), tmp_path / "out.yaml"
    text = oh.export(BASE, "markdown", carry=True).decode()
    path = put(tmp_path, "a.md", text.replace("10%", "90%"))
    open_one = call("read", path, "--against", now, "-o", out)
    assert (open_one.exit_code, progress(out)) == (1, 60)
    assert "1 处冲突待定" in open_one.stdout
    for side, value in (("--ours", 60), ("--theirs", 90)):
        assert (call("read", path, "--against", now, "-o", out, side).exit_code, progress(out)) == (0, value)
    bare = put(tmp_path, "b.md", oh.export(BASE, "markdown").decode().replace("10%", "90%"))
    assert (call("read", bare, "--against", now, "-o", out).exit_code, progress(out)) == (0, 90)
    data = json.loads(call("read", path, "--against", now, "--format", "json").stdout)
    assert len(data["merge"]["conflicts"]) == 1


def test_a_folder(tmp_path: Path) -> None:
    """All that can be read in it is, also below; one bad file is said and does not stop the rest."""
    inside = tmp_path / "in"
    (inside / "more").mkdir(parents=True)
    put(inside, "a.md", oh.export(BASE, "markdown"))
    put(inside, "b.docx", b"PK\x03\x04 rest")
    put(inside, "two.md", TWO)
    put(inside, "~$a.docx", b"lock")
    put(inside, "note.xyz", b"x")
    put(inside / "more", "a.docx", oh.export(BASE, "word"))
    result = call("read", inside, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert names_in(tmp_path / "out") == ["a.yaml", "a_2.yaml", "two-1.yaml", "two-2.yaml"]
    assert "b.docx" in result.stderr
    data = json.loads(call("read", inside, "--format", "json").stdout)
    assert len(data) == 3
    assert call("read", inside, "-o", "-").exit_code == 2
    (tmp_path / "empty").mkdir()
    assert "没有可读取的文件" in call("read", tmp_path / "empty").stderr


def test_several_documents(tmp_path: Path) -> None:
    """They go to a folder, not to one file or to standard output, and no other command takes them for one."""
    path = put(tmp_path, "two.md", TWO)
    for out in (tmp_path / "o.yaml", "-"):
        result = call("read", path, "-o", out)
        assert result.exit_code == 2
        assert "2 份文档" in result.stderr
    assert "opshandover read" in call("check", path).stderr
    assert names_in(tmp_path) == ["two.md"]
    assert call("read", path, "-o", f"{tmp_path}/out/").exit_code == 0
    titles = [oh.load(tmp_path / "out" / f"two-{n}.yaml").work_progress for n in (1, 2)]
    assert [one.tasks[0].title for one in titles if isinstance(one, WorkProgress)] == ["报税", "换锁"]


def test_to_standard_output(tmp_path: Path) -> None:
    """Nothing but the document goes there."""
    path = put(tmp_path, "a.docx", oh.export(BASE, "word"))
    result = call("read", path, "-o", "-")
    assert oh.loads(result.stdout, format="yaml") == BASE
    assert "收支" in result.stderr


def test_no_input_is_overwritten(tmp_path: Path) -> None:
    """Neither the file, nor what it is compared with, nor a mapping."""
    path, now = put(tmp_path, "a.md", TWO), put(tmp_path, "now.yaml", oh.export(OURS, "yaml"))
    kept = [one.read_bytes() for one in (path, now)]
    bare = put(tmp_path, "b.md", oh.export(BASE, "markdown"))
    for args in ((path, "-o", path), (bare, "--against", now, "-o", now), (path, "--save-mapping", path)):
        assert call("read", *args).exit_code == 2
    assert [one.read_bytes() for one in (path, now)] == kept


def test_a_mapping(tmp_path: Path) -> None:
    """Guesses are written to a file, and taken for certain when it is given."""
    path = put(tmp_path, "a.md", "# 早班交接 2026-11-20\n\n## 今天要接着做的\n\n- 报税\n\n## 服务器清单\n\n- 甲\n")
    kept = tmp_path / "map.yaml"
    assert call("read", path, "--save-mapping", kept).exit_code == 0
    text = kept.read_text("utf-8")
    assert call("read", path, "--mapping", kept, "--save-mapping", tmp_path / "again.yaml").exit_code == 0
    assert "服务器清单" in text
    kept.write_text(text + "\n: [", "utf-8")
    assert call("read", path, "--mapping", kept).exit_code == 2
    assert "map.yaml" in call("read", path, "--mapping", kept).stderr


def word(**changes: bytes) -> bytes:
    """A Word file in which parts are others."""
    with ZipFile(BytesIO(oh.export(BASE, "word"))) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, content in {**parts, **{k.replace("__", "/") + ".xml": v for k, v in changes.items()}}.items():
            file.writestr(name, content)
    return made.getvalue()


def tampered() -> bytes:
    """A file of ours whose own copy of the document says something else."""
    with ZipFile(BytesIO(word())) as file:
        kept = file.read("customXml/item1.xml")
    return word(customXml__item1=kept.replace("补货".encode(), "退货".encode()))


BAD: Mapping[str, Callable[[], bytes]] = {
    "bomb.docx": lambda: word(word__document=b" " * 210_000_000),
    "entity.docx": lambda: word(word__document=b'<!DOCTYPE a [<!ENTITY b "boom">]><a>&b;</a>'),
    "external.docx": lambda: word(word__document=b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>'),
    "old.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "damaged.docx": lambda: word()[:-2_000],
    "tampered.docx": tampered,
    "empty.docx": bytes,
    "large.md": lambda: "一行文字。\n\n".encode() * 800_000,
    "quotes.md": lambda: b"> " * 150_000 + b"x",
    "binary.md": lambda: b"# a\x00\x01\xff",
    "encoding.md": lambda: "# Dépôt à fermer".encode("cp1252"),
    "empty.md": lambda: b" \n",
    "nested.html": lambda: b"<div>" * 50_000,
}
"""Files that attackers and accidents make."""


@pytest.mark.parametrize("name", BAD)
def test_bad_input(name: str, tmp_path: Path) -> None:
    """One clear error that names the file, the status 2, and nothing written."""
    path = put(tmp_path, name, BAD[name]())
    result = call("read", path, "-o", tmp_path / "out.yaml")
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    assert result.stderr.count("错误：") == 1
    assert name in result.stderr
    assert len(result.stderr) < 600
    assert names_in(tmp_path) == [name]


def test_what_is_read_all_the_same(tmp_path: Path) -> None:
    """Macros are left out and that is said once; Open XML in its strict form is read as any other."""
    plain = word()
    with ZipFile(BytesIO(plain)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    macro, strict = BytesIO(), BytesIO()
    with ZipFile(macro, "w") as file:
        for name, content in {**parts, "word/vbaProject.bin": b"\xd0\xcf"}.items():
            file.writestr(name, content)
    with ZipFile(strict, "w") as file:
        for name, content in parts.items():
            file.writestr(name, OPEN_XML.sub(rb"http://purl.oclc.org/ooxml/\1", content))
    out = tmp_path / "out.yaml"
    said = call("read", put(tmp_path, "macro.docx", macro.getvalue()), "-o", out)
    assert (said.exit_code, said.stdout.count("宏"), oh.load(out)) == (0, 1, BASE)
    assert call("read", put(tmp_path, "strict.docx", strict.getvalue()), "-o", out).exit_code == 0
    assert oh.load(out) == BASE
