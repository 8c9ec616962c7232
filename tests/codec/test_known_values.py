"""What a new file begins with: people in their new roles, and what stays as it is."""

import pytest

import opshandover as oh
from opshandover.codec.known_values import as_plain, fitting, taken_from
from opshandover.codec.names import Naming
from opshandover.codec.plain import plain
from opshandover.profiles import profile_of
from opshandover.text import LANGUAGES, Lang

EARLIER = """
profile: shift_handover
title: 中班交晚班
organisation: 云杉电商
department: 客服部
shift: {name: 中班, start: 2026-11-28 08:00, end: 2026-11-28 16:00}
next_shift: {name: 晚班, start: 2026-11-28 16:00, end: 2026-11-29 00:00}
giver: 林晓
receivers: [{name: 周岩, phone: "8021"}]
prepared_by: 林晓
supervisor: 陈洁
work_progress: {tasks: [{title: 核对退款单}]}
contacts: {items: [{person: 李想, emergency: true}]}
team: {not_applicable: 班组没有变化}
systems:
  items:
    - name: 工单系统
      receiver_trained: true
      credentials: [{account: kf-02, vault_ref: 客服库, transferred: true, transferred_on: 2026-11-28}]
"""


def document(text: str = EARLIER) -> oh.OpsDocument:
    """An earlier document."""
    return oh.loads(text, format="yaml")


def test_roles_turn() -> None:
    """Who received hands over, the shift that took over ends; who gave and what was done stays behind."""
    earlier, taken = document(), taken_from(document())
    assert set(taken) == {"organisation", "department", "shift", "giver", "supervisor", "contacts", "systems"}
    assert taken["giver"] == earlier.receivers[0]
    assert taken["shift"] == earlier.next_shift


def test_what_was_said_of_the_receiver_is_not_taken() -> None:
    """Whether somebody can log in has to be said anew of the next one."""
    (system,) = taken_from(document())["systems"].items
    assert (system.name, system.receiver_trained) == ("工单系统", None)
    (credential,) = system.credentials
    assert (credential.account, credential.transferred, credential.transferred_on) == ("kf-02", None, None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('[{name: 周岩, phone: "8021"}]', "[周岩, 王敏]"),
        ('[{name: 周岩, phone: "8021"}]', "[]"),
        ("周岩", "（示例）真实姓名"),
    ],
)
def test_nobody_is_guessed(old: str, new: str) -> None:
    """With several receivers, none, or an example, the next giver is left to be written."""
    assert "giver" not in taken_from(document(EARLIER.replace(old, new, 1).replace(', phone: "8021"', "")))


def test_a_report_keeps_its_author() -> None:
    """Where nobody hands over, the same person writes the next one."""
    taken = taken_from(document("profile: daily_report\nprepared_by: 周岩\ncontacts: {nothing: 无}"))
    assert set(taken) == {"prepared_by"}


def test_only_what_the_kind_has_use_for() -> None:
    """Sections that it does not ask for, and roles that it does not have, are left out."""
    taken = taken_from(document())
    assert set(fitting(taken, profile_of("shift_handover"))) == set(taken) - {"systems"}
    assert set(fitting(taken, profile_of("daily_report"))) == {"organisation", "department"}


def test_nobody_hands_over_to_themselves() -> None:
    """A team's usual receivers are taken without the one who hands over now."""
    usual = document("profile: shift_handover\nreceivers: [周岩, 王敏]").receivers
    values = fitting({**taken_from(document()), "receivers": usual}, profile_of("shift_handover"))
    assert [person.name for person in values["receivers"]] == ["王敏"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plain_data_has_field_names_outside_and_file_keys_inside(lang: Lang) -> None:
    """A starter asks by the names of fields, and writes what is inside as it stands in a file."""
    profile = profile_of("offboarding_brief")
    values = fitting(taken_from(document()), profile)
    naming: Naming = "zh" if lang == "zh" else "name"
    given = as_plain(values, profile, naming)
    assert set(given) == set(values)
    inside = plain(values["giver"], naming)
    assert given["giver"] == inside
    assert ("姓名" in inside) is (lang == "zh")


@pytest.mark.parametrize(
    ("kind", "kept"), [("shift_handover", True), ("offboarding_brief", False), ("offboarding", False)]
)
def test_only_who_asks_for_a_shift_gets_one(kind: str, kept: bool) -> None:
    """Who leaves for good hands over no shift."""
    assert ("shift" in fitting(taken_from(document()), profile_of(kind))) is kept


def test_values_are_short() -> None:
    """Moments have no seconds, and yes is 是 in a Chinese file; a daily handover takes the shift over, too."""
    profile = profile_of("daily_handover")
    given = as_plain(fitting(taken_from(document()), profile), profile, "zh")
    assert given["shift"] == {"名称": "晚班", "开始": "2026-11-28 16:00", "结束": "2026-11-29 00:00"}
    assert given["contacts"] == {"联系人": [{"人员": "李想", "紧急联系人": "是"}]}
