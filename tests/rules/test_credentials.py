"""Rules about systems, accounts and secrets."""

import attrs
import pytest
from tests.rules.asked import document, found

from opshandover.model import FreeSection
from opshandover.redaction import MASK
from opshandover.rules import check
from opshandover.rules.credentials import (
    access_no_transfer,
    plaintext_secret,
    receiver_not_trained,
    system_incomplete,
    system_no_permissions,
)
from opshandover.text import LANGUAGES

ONE = "systems: {{items: [{{name: 后台, {}}}]}}"
ACCOUNT = "systems: {{items: [{{name: 后台, credentials: [{{account: ops, {}}}]}}]}}"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('title: "密码：Abc@12345"', "title"),
        ('notes: {items: ["password: hunter2"]}', "notes.items[0].text"),
        ('extra: [{title: 备忘, body: "a|密码\\n-|-\\nb|Abc@12345"}]', "extra[0].body"),
        ('overview: {focus: [一切正常, "口令：Abc@12345"]}', "overview.focus[1]"),
    ],
)
def test_secret_is_found_wherever_it_stands(text: str, path: str) -> None:
    """Every text of the document is looked at, once."""
    assert found(plaintext_secret, text) == [f"error {path}"]


def test_one_finding_names_all_secrets_of_a_text() -> None:
    """The number, and for each the words before it, with the secret masked."""
    lines = [f"{name}密码：Ab@{n}2345x" for n, name in enumerate(("商城", "仓库", "财务", "短信", "监控", "邮箱"))]
    report = check(attrs.evolve(document("title: x"), extra=(FreeSection(title="备忘", body="\n".join(lines)),)))
    (one,) = [f for f in report.findings if f.code == "SEC001"]
    assert "6 处" in one.message["zh"]
    assert "6 found" in one.message["en"]
    for name in ("商城", "仓库", "财务", "短信", "监控", "邮箱"):
        assert f"{name}密码：{MASK}" in one.message["zh"]
    assert "2345x" not in one.message["zh"] + one.message["en"]


def test_finding_does_not_show_the_secret() -> None:
    """Neither message nor hint nor data repeat what must not be shown."""
    report = check(document('title: "密码：Abc@12345，口令：Xyz@98765"'))
    for lang in LANGUAGES:
        shown = str(report.as_data(lang))
        assert "Abc@1" not in shown
        assert "Xyz@9" not in shown


@pytest.mark.parametrize(
    ("ref", "count"),
    [
        ("Abc@12345", 1),
        ("Prod-DB-2026", 0),
        ("1Password/运营/公众号", 0),
        ("KeePass：商城后台", 0),
        ("secret/data/Prod2026", 0),
    ],
)
def test_password_in_the_place_of_its_keeping(ref: str, count: int) -> None:
    """People write the password where its place is asked for; names of entries stay."""
    assert len(found(plaintext_secret, ACCOUNT.format(f'vault_ref: "{ref}"'))) == count


def test_talk_about_passwords_is_no_secret() -> None:
    """A reference to the vault raises nothing."""
    assert found(plaintext_secret, "title: 密码见保险库") == []


def test_system_lacks_each_part() -> None:
    """Operation is an error; the account a warning, and not asked where everybody on the shift has one."""
    operation = "error systems.items[0].operation"
    assert found(system_incomplete, "systems: {items: [后台]}") == [operation]
    leaving = found(system_incomplete, "systems: {items: [后台]}", "offboarding")
    assert leaving == ["warning systems.items[0].credentials", operation]


def test_guide_stands_for_operation_and_office_needs_no_account() -> None:
    """What explains itself or needs no login is let pass."""
    text = ONE.format("purpose: 制表, kind: office_software, guide: 制表手册")
    assert found(system_incomplete, text) == []


def test_permissions_and_licences() -> None:
    """Only some kinds need permissions; each licence needs both references."""
    assert found(system_no_permissions, ONE.format("kind: database, licenses: [客户端 5]")) == [
        "warning systems.items[0].permissions",
        "warning systems.items[0].licenses[0].installer_ref",
        "warning systems.items[0].licenses[0].license_ref",
    ]
    assert found(system_no_permissions, ONE.format("kind: crm")) == []
    assert found(system_no_permissions, ONE.format("kind: database"), "charter") == []


def test_account_needs_a_way() -> None:
    """The vault or somebody who grants access is a way."""
    path = "systems.items[0].credentials[0]"
    assert found(access_no_transfer, ACCOUNT.format("")) == [f"warning {path}.vault_ref"]
    assert found(access_no_transfer, ACCOUNT.format("granted_by: 陈立")) == []
    assert found(access_no_transfer, ACCOUNT.format(""), "charter") == []


def test_account_needs_a_day_once_it_counts() -> None:
    """The day is asked for when it was transferred or the document is final."""
    path = "warning systems.items[0].credentials[0].transferred_on"
    kept = ACCOUNT.format("vault_ref: 密码库")
    assert found(access_no_transfer, ACCOUNT.format("vault_ref: 密码库, transferred: true")) == [path]
    assert found(access_no_transfer, "state: final\n" + kept) == [path]
    assert found(access_no_transfer, "state: final\neffective_on: 2026-12-01\n" + kept) == []


@pytest.mark.parametrize(
    ("told", "asked"),
    [("purpose: 派单", 0), ("receiver_trained: false", 1), ("receiver_trained: true", 0)],
)
def test_receiver_can_use_the_system(told: str, asked: int) -> None:
    """A plain no is found, only in handovers; silence is not, before the end."""
    text = "receivers: [王敏]\n" + ONE.format(told)
    path = "systems.items[0].receiver_trained"
    for profile in ("daily_handover", "offboarding"):
        assert found(receiver_not_trained, text, profile) == [f"warning {path}"] * asked
    assert found(receiver_not_trained, text, "charter") == []
    said = check(document(text), rules=[receiver_not_trained]).findings
    assert ["还不会用" in f.message["zh"] for f in said] == ["false" in told] * asked


@pytest.mark.parametrize("receivers", ["[]", "[{role: 组长}]", "[待定]", "[相关同事, the team]"])
def test_nobody_to_be_trained(receivers: str) -> None:
    """Without a name there is nobody who could be asked, which HDR001 says."""
    text = f"receivers: {receivers}\n" + ONE.format("purpose: 派单")
    assert found(receiver_not_trained, text) == []
    empty = "receivers: [王敏]\nsystems: {items: [{name: 待定}]}"
    assert found(receiver_not_trained, empty) == []


@pytest.mark.parametrize("state", ["final", "signed"])
def test_training_comes_before_the_end(state: str) -> None:
    """When the giver of a final document leaves, nobody can show it later."""
    text = f"state: {state}\nreceivers: [王敏]\n" + ONE.format("purpose: 派单")
    path = "systems.items[0].receiver_trained"
    assert found(receiver_not_trained, text, "offboarding") == [f"error {path}"]
    assert found(receiver_not_trained, text) == []
