"""Secrets that a text by itself does not give away: what stands below a name such as `密码`."""

import json
from pathlib import Path

import pytest
from attrs import evolve
from tests.cli.calls import call, written
from tests.exporters.word.opened import opened

import opshandover as oh
from opshandover.document.secrets import redacted, secrets_in
from opshandover.exporters import names
from opshandover.model import FreeSection, OpsDocument
from opshandover.model.fields import field_map
from opshandover.redaction import MASK, redact
from opshandover.testing import a_document

SECRET = "dep0tguest"  # noqa: S105 - what must not come out


def with_section(title: str, body: str) -> OpsDocument:
    """Makes a document with one section of the author's own."""
    return evolve(a_document(), extra=(FreeSection(title=title, body=body),))


@pytest.mark.parametrize(
    ("title", "body", "shown"),
    [
        ("WiFi 密码", SECRET, MASK),
        ("**密码**", f"{SECRET}\n二楼会议室用", f"{MASK}\n二楼会议室用"),
        ("仓库密码（夜班）", SECRET, MASK),
        ("Alarm PIN", "4471", MASK),
        ("Wi-Fi password", SECRET, MASK),
        ("提取码", "x7k2", MASK),
        ("PIN", "4471", MASK),
    ],
)
def test_what_stands_below_a_name_of_secrets_is_hidden(title: str, body: str, shown: str) -> None:
    """The value needs no word of its own, and what else the text says stays."""
    assert redact(body) == body
    assert redacted(with_section(title, body)).extra[0].body == shown


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("密码", "在密码库的“仓库”条目里"),
        ("密码", "请咨询陈思远"),
        ("密码", "每 90 天更换一次"),
        ("修改密码的步骤", SECRET),
        ("密码箱", SECRET),
        ("Password", "ask Zhou Qiming on duty"),
        ("Password reset", "call the service desk"),
        ("无线网", SECRET),
        ("", SECRET),
    ],
)
def test_talk_below_a_name_stays(title: str, body: str) -> None:
    """Where the secret is kept, when it changes, and names that only speak of secrets."""
    document = with_section(title, body)
    assert redacted(document) is document


def test_the_name_itself_stays() -> None:
    """A record's name does not stand below itself."""
    section = FreeSection(title="密码", body=SECRET)
    fields = field_map(FreeSection)
    assert secrets_in("密码", fields["title"], section) == ()
    assert secrets_in(SECRET, fields["body"], section) == ((0, len(SECRET)),)


@pytest.mark.parametrize("name", names())
def test_no_export_shows_it(name: str) -> None:
    """Nor does one that carries the document as data."""
    data = oh.export(with_section("WiFi 密码", SECRET), name)
    assert SECRET.encode() not in data
    if name == "word":
        assert SECRET not in b"".join(opened(data).parts.values()).decode(errors="replace")


def test_a_check_says_so() -> None:
    """The error is at the text and not at the name, and does not quote the text."""
    report = oh.check(with_section("WiFi 密码", SECRET))
    (found,) = [f for f in report.findings if f.code.startswith("SEC")]
    assert (found.code, found.path) == ("SEC001", "extra[0].body")
    assert ("正文" in found.message["zh"], "Body" in found.message["en"]) == (True, True)
    assert SECRET not in found.message["zh"] + found.message["en"]


def test_what_a_text_gives_away_is_said_once() -> None:
    """A secret with a word of its own is not found a second time because of the name above it."""
    report = oh.check(with_section("密码", f"密码：{SECRET}"))
    found = [f.path for f in report.findings if f.code == "SEC001"]
    assert found == ["extra[0].body"]


def test_no_line_of_the_file_shows_it(tmp_path: Path) -> None:
    """What the terminal quotes of a file hides it as well."""
    text = oh.dumps(with_section("WiFi 密码", SECRET), format="yaml", lang="zh")
    shown = call("check", written(tmp_path, text)).output
    assert "SEC001" in shown
    assert SECRET not in shown


def test_redacting_changes_nothing_else() -> None:
    """A document without secrets is given back as it is; one with them differs there alone."""
    document = a_document()
    assert redacted(document) is document
    leaking = a_document(reason=f"口令：{SECRET}")
    assert redacted(leaking) == a_document(reason=f"口令：{MASK}")
    assert json.loads(oh.export(leaking, "json"))["reason"] == f"口令：{MASK}"
