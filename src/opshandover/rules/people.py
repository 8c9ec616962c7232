"""Rules about contacts: whether they can be reached, and whether important ones are missing."""

import re
from collections.abc import Iterator

from opshandover.document.people import same_person, unnamed
from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import Contact, Contacts, Team
from opshandover.rules.predicates import EMERGENCY, has_any
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text


@rule(
    "CON001",
    "contact-unusable",
    Severity.ERROR,
    on=Contact,
    covers=("person", "person.name"),
    joins="what",
    lacks=True,
    message=("联系人“{item}”没有写{what}", "the contact '{item}' has no {what}"),
    hint=(
        "写明姓名，电话、邮箱、即时通讯至少一项，以及什么事找他",
        "give the name, at least one of phone, email and messenger, and what to contact them for",
    ),
    traits=("handover",),
)
def contact_unusable(contact: Contact, at: Context) -> Iterator[Hit]:
    """A contact has no way to be reached, or does not say what to contact them for.

    In an emergency at night, a name alone is useless. Colleagues are in the company directory, so a missing phone or
    address is no finding for them, unless they are to be called in an emergency, nor for those who hand over, take over
    or witness. A number, a group or a channel that the text names counts. A missing relationship is a warning, in lists
    of contacts; the contact of a customer needs none. A hotline with a number needs no name.

    zh: 联系人没有任何联系方式，或没有写什么事找他。
    zh: 夜里出事时，只有姓名没有用。同事可以从内部通讯录查到，紧急联系人除外不要求联系方式，移交人、接收人和监交人也不要求。文字里写了号码、群或频道也算。联系人清单里缺关系说明为警告，客户自己的联系人不要求。有号码的热线可以没有姓名。

    Bad::
        contacts: {items: [{person: 李想, kind: supplier, relationship: 支付渠道的值班联系人}]}
    Good::
        contacts:
          items:
            - person: {name: 李想, phone: 021-5555-0100}
              kind: supplier
              relationship: 支付渠道的值班联系人
    """
    if empty(contact):
        return
    if not _can_be_reached(contact, at):
        if unnamed(contact.person):
            yield hit("person", what=Text("姓名和联系方式", "name, phone, email or messenger"))
        elif contact.emergency or not contact.internal:
            yield hit("person.phone", what=Text("电话、邮箱或即时通讯", "phone, email or messenger"))
    listed = isinstance(at.owner, (Contacts, Team))
    if listed and not (has_any(contact, "relationship") or (contact.person and has_any(contact.person, "role"))):
        what = Text("关系（什么事找他）", "relationship (what to contact them for)")
        yield hit("relationship", Severity.WARNING, what=what)


_CHANNEL = re.compile(
    r"\d{3,}|[#@]\w|[^\W\d]群(?![众体])|热线|总机|对讲|微信|钉钉|飞书|企微"
    r"|\b(?:slack|teams|wechat|dingtalk|hotline|channel|radio|pager)\b",
    re.IGNORECASE,
)
"""A number, a group or a channel in the description of a contact."""


def _can_be_reached(contact: Contact, at: Context) -> bool:
    """Whether a contact has a number or an address, or needs none, being one of those who sign."""
    person, document = contact.person, at.document
    if person is None:
        return False
    if has_any(person, "phone", "email", "im") or (not unnamed(person) and _CHANNEL.search(_about(contact))):
        return True
    known = (document.giver, *document.receivers, document.witness, document.supervisor)
    return not contact.emergency and any(same_person(person, each) for each in known if each)


@rule(
    "CON002",
    "contacts-one-sided",
    Severity.WARNING,
    on=Contacts,
    joins="what",
    message=("重要联系人中没有{what}", "no {what} among the key contacts"),
    hint=(
        "补上缺少的联系人；出急事先找的人标为紧急联系人",
        "add the missing contact; mark the one to call first with `emergency: true`",
    ),
    traits=("handover",),
)
def contacts_one_sided(contacts: Contacts, at: Context) -> Iterator[Hit]:
    """No contact is marked for emergencies, or all contacts are internal or all external.

    Looking for the right number costs the most important minutes of an emergency. A contact on duty, or for faults,
    counts as one for emergencies; an offboarding handover needs none. Whether contacts are internal is checked only of a list of three or more, if each
    has a kind, and not in short kinds of document.

    zh: 没有标出紧急联系人，或只有内部、只有外部的联系人。
    zh: 出急事时现找号码，最要紧的几分钟就没了。写明值班、故障找谁的，或写了主管电话的，就算紧急联系人，离职交接不要求。联系人有三位以上、每位都写了类别时，才判断内外，简短的文种不判断。

    Bad::
        contacts: {items: [{person: 李想, kind: supplier}, {person: 王敏, kind: colleague}]}
    Good::
        contacts:
          items: [{person: 李想, kind: supplier}, {person: 王敏, kind: colleague, emergency: true}]
    """
    if not contacts.items:
        return
    if not at.profile.departure and not any(map(_is_for_emergencies, contacts.items)):
        yield hit("items", what=Text("紧急联系人", "emergency contact"))
    if len(contacts.items) > _FEW and not at.profile.brief and all(contact.kind for contact in contacts.items):
        inside = {contact.internal for contact in contacts.items}
        if inside == {True}:
            yield hit("items", what=Text("外部联系人", "external contact"))
        if inside == {False}:
            yield hit("items", what=Text("内部联系人", "internal contact"))


_IN_CHARGE = re.compile(
    r"主管|经理|店长|班长|组长|站长|队长|领导|负责人|\b(?:manager|supervisor|lead|leader|head|boss)\b", re.IGNORECASE
)


def _is_for_emergencies(contact: Contact) -> bool:
    """Whether a contact is the one to call first: marked so, for faults, or in charge and with a number."""
    about, person = _about(contact), contact.person
    in_charge = person is not None and has_any(person, "phone", "im") and _IN_CHARGE.search(about)
    return bool(contact.emergency or in_charge or EMERGENCY.search(about))


_FEW = 2
"""The most contacts of which nobody expects that they are of both sides."""


def _about(contact: Contact) -> str:
    """What a contact is for, with name and post."""
    person = contact.person
    return " ".join((contact.relationship, *((person.name, person.role) if person else ())))


RULES = rules_of(__name__)
