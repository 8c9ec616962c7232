"""Rules about the charter itself, and about what a team holds to."""

from collections.abc import Iterator

from opshandover.findings import Severity
from opshandover.model import Definition, Governance, OpsDocument, Recognition
from opshandover.rules.predicates import empty, filled, missing
from opshandover.rules.rule import Hit, Place, hit, rule
from opshandover.text import Text


@rule(
    "GOV001",
    "charter-no-revision",
    Severity.WARNING,
    on=Governance,
    profiles=("charter",),
    message=Text("总则没有写{field}", "the charter does not give its '{field}'"),
    hint=Text(
        "写明为什么制定，以及出现什么变化、按什么程序修订",
        "say what it is for, and upon which changes or in which way it is revised",
    ),
)
def charter_no_revision(section: Governance, _at: Place) -> Iterator[Hit]:
    """A charter does not say what it is for, or what leads to its revision.

    Rules outlive their reason when nobody remembers it and nothing calls for a change. How often
    the charter is revised is asked by CAD001, scope and effect by HDR007.

    zh: 总则没有写目的，或没有写什么情况下修订。
    zh: 没有人记得为什么，也没有什么触发修改，规则就会一直留着。修订周期由 CAD001 检查，适用范围和生效日期由 HDR007 检查。

    Bad::

        profile: charter
        governance:
          scope: 运营中心的所有班组

    Good::

        profile: charter
        governance:
          scope: 运营中心的所有班组
          purpose: 统一各班组的交接做法
          revision_triggers: [服务渠道增减]
    """
    if empty(section):
        return
    yield from missing(section, "purpose")
    if not filled(section, "revision_triggers", "amendment"):
        yield hit("revision_triggers")


@rule(
    "GOV002",
    "term-undefined",
    Severity.WARNING,
    on=Definition,
    message=Text("术语“{term}”没有写{field}", "the term '{term}' has no {field}"),
    hint=Text("写出这个词和它在文中的含义", "give the word and what it stands for here"),
)
def term_undefined(definition: Definition, _at: Place) -> Iterator[Hit]:
    """A term is listed without its meaning, or a meaning without its term.

    It stands among the definitions because it could be misread, and still can.

    zh: 术语定义里只有名称没有含义，或只有含义没有名称。
    zh: 列在这里正是因为容易误解，没有含义还是会误解。

    Bad::

        profile: charter
        governance:
          definitions: [{term: 一次解决}]

    Good::

        profile: charter
        governance:
          definitions: [{term: 一次解决, meaning: 客户 7 天内没有就同一问题再次联系}]
    """
    for part in missing(definition, "term", "meaning"):
        yield hit(part.field, term=definition.term)


@rule(
    "GOV003",
    "charter-no-version",
    Severity.WARNING,
    on=OpsDocument,
    profiles=("charter",),
    message=Text("总则已定稿，但没有写{field}", "the charter is final, but does not give its '{field}'"),
    hint=Text(
        "每次修订换一个版本号，例如 1.0、1.1、2.0",
        "give each revision a version of its own, such as 1.0, 1.1 or 2.0",
    ),
)
def charter_no_version(document: OpsDocument, at: Place) -> Iterator[Hit]:
    """A charter is final, and nothing tells it from the one before or the one to come.

    A charter is revised again and again; without a version, two people hold different rules and
    both believe that theirs are in force.

    zh: 总则已定稿，却没有版本号。
    zh: 总则会一再修订。没有版本号，两个人拿着不同的规定，都以为自己手上的有效。

    Bad::

        profile: charter
        state: final
        title: 客服中心运营总则

    Good::

        profile: charter
        state: final
        title: 客服中心运营总则
        version: "2.0"
    """
    if at.final:
        yield from missing(document, "version")


@rule(
    "CUL001",
    "praise-no-reason",
    Severity.WARNING,
    on=Recognition,
    message=Text("对“{item}”的表彰没有写{field}", "the praise of '{item}' has no {field}"),
    hint=Text("写明受表彰的人和具体事迹", "name the person and what exactly they did"),
)
def praise_no_reason(recognition: Recognition, _at: Place) -> Iterator[Hit]:
    """Somebody is praised, and nothing says for what, or for what, and nobody is named.

    Praise shows the others what is valued here; without the deed there is nothing to follow.

    zh: 表彰没有写人，或没有写因为什么。
    zh: 表彰是让大家知道这里看重什么，没有具体事迹就没有可学的。

    Bad::

        profile: charter
        culture:
          recognitions: [{person: 王敏}]

    Good::

        profile: charter
        culture:
          recognitions: [{person: 王敏, reason: 主动报告自己漏发的 3 单并当天补齐}]
    """
    yield from missing(recognition, "person", "reason")


RULES = (charter_no_revision, term_undefined, charter_no_version, praise_no_reason)
