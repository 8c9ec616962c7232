"""Rules about contacts: whether they can be reached, and whether important ones are missing."""

from collections.abc import Iterator

from opshandover.document.people import unnamed
from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import Contact, Contacts
from opshandover.rules.predicates import has_any, missing
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text


@rule(
    "CON001",
    "contact-unusable",
    Severity.ERROR,
    on=Contact,
    covers=("person", "person.name"),
    message=("联系人“{item}”没有写{what}", "the contact '{item}' has no {what}"),
    hint=(
        "写明姓名，电话、邮箱、即时通讯至少一项，以及什么事找他",
        "give the name, at least one of phone, email and messenger, and what to contact them for",
    ),
    traits=("handover",),
)
def contact_unusable(contact: Contact, _at: Context) -> Iterator[Hit]:
    """A contact has no way to be reached, or does not say what to contact them for.

    In an emergency at night, a name alone is useless. Colleagues are in the company directory, so for them a missing
    phone or address is a warning; a missing relationship always is. A hotline with a number needs no name.

    zh: 联系人没有任何联系方式，或没有写什么事找他。
    zh: 夜里出事时，只有姓名没有用。同事可以从内部通讯录查到，缺联系方式只给警告；缺关系说明一律是警告。有号码的热线可以没有姓名。

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
    if contact.person is None or not has_any(contact.person, "phone", "email", "im"):
        if unnamed(contact.person):
            yield hit("person", what=Text("姓名和联系方式", "name, phone, email or messenger"))
        else:
            what = Text("电话、邮箱或即时通讯", "phone, email or messenger")
            yield hit("person.phone", Severity.WARNING if contact.internal else None, what=what)
    for part in missing(contact, "relationship", severity=Severity.WARNING):
        what = Text("关系（什么事找他）", "relationship (what to contact them for)")
        yield hit(part.field, part.severity, what=what)


@rule(
    "CON002",
    "contacts-one-sided",
    Severity.ERROR,
    on=Contacts,
    message=("重要联系人中没有{what}", "no {what} among the key contacts"),
    hint=(
        "补上缺少的联系人；出急事先找的人标为紧急联系人",
        "add the missing contact; mark the one to call first with `emergency: true`",
    ),
    traits=("handover",),
)
def contacts_one_sided(contacts: Contacts, _at: Context) -> Iterator[Hit]:
    """No contact is marked for emergencies, or all contacts are internal or all external.

    Looking for the right number costs the most important minutes of an emergency. Whether contacts are internal is
    checked only if each has a kind.

    zh: 没有标出紧急联系人（错误），或只有内部、只有外部的联系人（警告）。
    zh: 出急事时现找号码，最要紧的几分钟就没了。每个联系人都写了类别时，才判断内外。

    Bad::
        contacts: {items: [{person: 李想, kind: supplier}, {person: 王敏, kind: colleague}]}
    Good::
        contacts:
          items: [{person: 李想, kind: supplier}, {person: 王敏, kind: colleague, emergency: true}]
    """
    if not contacts.items:
        return
    if not any(contact.emergency for contact in contacts.items):
        yield hit("items", what=Text("紧急联系人", "emergency contact"))
    if all(contact.kind for contact in contacts.items):
        inside = {contact.internal for contact in contacts.items}
        if inside == {True}:
            yield hit("items", Severity.WARNING, what=Text("外部联系人", "external contact"))
        if inside == {False}:
            yield hit("items", Severity.WARNING, what=Text("内部联系人", "internal contact"))


RULES = rules_of(__name__)
