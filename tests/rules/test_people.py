"""Rules about contacts."""

import pytest
from tests.rules.asked import found

from opshandover.rules.people import contact_unusable, contacts_one_sided

ONE = "contacts: {{items: [{{{}}}]}}"
TOLD = "relationship: 支付渠道值班"


def test_channel_depends_on_the_side() -> None:
    """A colleague is found in the directory, others are not."""
    path = "contacts.items[0].person.phone"
    outside = ONE.format(f"person: 李想, kind: supplier, {TOLD}")
    inside = ONE.format(f"person: 王敏, kind: colleague, {TOLD}")
    assert found(contact_unusable, outside) == [f"error {path}"]
    assert found(contact_unusable, inside) == []
    assert found(contact_unusable, inside.replace(TOLD, f"{TOLD}, emergency: true")) == [f"error {path}"]


def test_hotline_needs_no_name() -> None:
    """A number that answers is enough; neither name nor number is one finding."""
    hotline = ONE.format(f"person: {{phone: 400-820-8820}}, {TOLD}")
    assert found(contact_unusable, hotline) == []
    assert found(contact_unusable, ONE.format(TOLD)) == ["error contacts.items[0].person"]


def test_relationship_is_a_warning() -> None:
    """A contact who can be reached can still be asked what for."""
    text = ONE.format("person: {name: 李想, im: lixiang}")
    assert found(contact_unusable, text) == ["warning contacts.items[0].relationship"]


def test_other_kinds_of_documents_are_not_asked() -> None:
    """Only a handover passes contacts on."""
    assert found(contact_unusable, ONE.format("person: 李想"), "charter") == []


def test_emergency_and_both_sides() -> None:
    """No emergency contact and a missing side of three are warnings; in an offboarding nobody asks for the former."""
    expected = ["warning contacts.items"]
    three = ONE.format("person: 李想, kind: supplier}, {kind: partner}, {kind: customer")
    assert found(contacts_one_sided, ONE.format("person: 李想, kind: supplier")) == expected
    assert found(contacts_one_sided, three) == expected * 2
    assert found(contacts_one_sided, three, "offboarding") == found(contacts_one_sided, three, "shift_handover")
    assert found(contacts_one_sided, ONE.format("person: 王敏, kind: leader, emergency: true")) == []


@pytest.mark.parametrize("told", ["relationship: 值班", "relationship: faults", "person: {name: 李想, role: 夜间值班}"])
def test_who_is_on_duty_is_called_first(told: str) -> None:
    """Words say it as well as the mark."""
    assert found(contacts_one_sided, ONE.format(told)) == []


def test_side_is_not_guessed() -> None:
    """A contact of unknown kind may stand on either side; no contacts are another rule's."""
    assert found(contacts_one_sided, ONE.format("person: 王敏, emergency: true")) == []
    assert found(contacts_one_sided, "contacts: {items: []}") == []


@pytest.mark.parametrize("told", ["#reco-help in Slack, weekdays", "采购群里找他", "分机 8032", "on the ops channel"])
def test_a_channel_in_words_is_one(told: str) -> None:
    """A group, a channel or a number that the text names is a way to reach somebody."""
    assert found(contact_unusable, ONE.format(f'person: Reco team, kind: supplier, relationship: "{told}"')) == []


def test_who_signs_need_not_be_reached() -> None:
    """The receiver knows who hands over and who witnesses, unless that is who is called in an emergency."""
    header = "giver: 周岩\nreceivers: [王敏]\nwitness: 贺经理\n"
    witness = ONE.format(f"person: 贺经理, {TOLD}")
    assert found(contact_unusable, header + witness) == []
    assert len(found(contact_unusable, header + witness.replace(TOLD, f"{TOLD}, emergency: true"))) == 1


def test_who_is_in_charge_is_called_first() -> None:
    """The number of a supervisor serves in an emergency; the name alone does not."""
    told = ONE.format("person: {name: 刘静, role: 客服主管, phone: '13800001111'}, relationship: 排班")
    assert found(contacts_one_sided, told) == []
    assert found(contacts_one_sided, told.replace(", phone: '13800001111'", "")) == ["warning contacts.items"]
