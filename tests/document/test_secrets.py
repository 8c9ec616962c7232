"""Secrets that a text by itself does not give away: what stands below a name such as `密码`."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.cli.calls import call, written
from tests.exporters.word.opened import opened

import opshandover as oh
from opshandover.document.secrets import hidden, redacted, secrets_in
from opshandover.exporters import names
from opshandover.model import FreeSection, Issue, Issues, OpsDocument, Task, Waiver, WorkProgress
from opshandover.model.fields import field_map
from opshandover.redaction import MASK, redact
from opshandover.testing import a_document

SECRET = "dep0tguest"  # noqa: S105 - what must not come out


def with_section(title: str, body: str) -> OpsDocument:
    """A document with one section of the author's own."""
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


NUMBER = "admin/Kd@2026-A1"
"""Looks like an account and its password, and is said to be something else."""


def waived(**fields: Any) -> OpsDocument:
    """A document with a text that a waiver declares to be no secret, and one that it does not."""
    waiver = evolve(Waiver(rule="SEC001", path="extra[0].body", reason="不是密码，是机柜编号"), **fields)
    sections = (FreeSection(title="机柜", body=NUMBER), FreeSection(title="WiFi 密码", body=SECRET))
    return evolve(a_document(), extra=sections, waivers=(waiver,))


@pytest.mark.parametrize("name", names())
def test_every_export_shows_what_a_waiver_declares_to_be_no_secret(name: str) -> None:
    """In all formats that show the text at all; what is not declared stays masked."""
    plain = oh.export(evolve(waived(), waivers=()), name)
    data = oh.export(waived(), name)
    shown, before = (
        b"".join(opened(one).parts.values()).decode() if name == "word" else one.decode() for one in (data, plain)
    )
    assert SECRET not in shown
    assert NUMBER not in before
    assert (NUMBER in shown) == (name not in WITHOUT_FREE_SECTIONS)


WITHOUT_FREE_SECTIONS = ("digest", "tasks")


@pytest.mark.parametrize(
    ("name", "path"), [("digest", "issues.items[0].title"), ("tasks", "work_progress.tasks[0].title")]
)
def test_a_declared_text_is_shown_in_short_forms(name: str, path: str) -> None:
    """The digest and the list of tasks have other sections."""
    document = OpsDocument(
        profile="daily_handover",
        work_progress=WorkProgress(tasks=(Task(title=NUMBER),)),
        issues=Issues(items=(Issue(title=NUMBER),)),
    )
    masked = oh.export(document, name).decode()
    waiver = Waiver(rule="SEC001", path=path, reason="不是密码，是机柜编号")
    assert NUMBER not in masked
    assert NUMBER in oh.export(evolve(document, waivers=(waiver,)), name).decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"reason": ""},
        {"path": ""},
        {"path": "extra"},
        {"path": "extra[0]"},
        {"path": "extra[1].title"},
        {"rule": "HDR001"},
        {"until": date(2026, 1, 1)},
    ],
)
def test_any_other_waiver_shows_nothing(fields: dict[str, object]) -> None:
    """One without a reason, of a whole section, of another text or rule, or that has ended."""
    document = evolve(waived(**fields), prepared_on=date(2026, 3, 5), effective_on=None)
    assert NUMBER not in oh.export(document, "json").decode()


def test_a_waiver_needs_the_path_of_a_text() -> None:
    """Without it the waiver is refused, and one of a whole section covers nothing."""
    assert [f.code for f in oh.check(waived()).findings if f.path == "extra[0].body"] == []
    assert "WAV001" in {f.code for f in oh.check(waived(path="")).findings if f.path == "waivers[0].path"}
    assert "WAV003" in {f.code for f in oh.check(waived(path="extra")).findings if f.path == "waivers[0]"}


def test_hidden_texts_are_named() -> None:
    """Each with its path, except those that are shown."""
    document = waived()
    assert [node.path for node, _ in hidden(document)] == ["extra[0].body", "extra[1].body"]
    assert [node.path for node, _ in hidden(document, {"extra[0].body"})] == ["extra[1].body"]
    assert redacted(document, shown={"extra[0].body"}).extra[0].body == NUMBER
