"""Rules about the charter itself: its revision and its version."""

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import Governance, OpsDocument
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, rules_of


@presence_rule(
    "GOV001",
    "charter-no-revision",
    Severity.WARNING,
    on=Governance,
    asks=(("revision", "revision_triggers", "amendment"),),
    traits=("charter",),
    message=("总则没有写{field}", "the charter has no {field}"),
    hint=("写明出现什么变化、按什么程序修订", "say which changes lead to a revision, or how it is revised"),
)
def charter_no_revision(section: Governance, _at: Context) -> bool:
    """A charter does not say what leads to its revision.

    Without a cycle or a trigger, rules stay after their reason is gone. One of cycle, triggers and procedure is enough. Scope and effective date are checked by HDR007.

    zh: 总则没有写什么情况下修订。
    zh: 没有什么触发修改，规则就会一直留着。修订周期、修订条件、修订程序写一项即可。适用范围和生效日期由 HDR007 检查。

    Bad::
        profile: charter
        governance: {scope: 运营中心的所有班组}
    Good::
        profile: charter
        governance: {scope: 运营中心的所有班组, revision_triggers: [服务渠道增减]}
    """
    return not empty(section)


@presence_rule(
    "GOV003",
    "charter-no-version",
    Severity.WARNING,
    on=OpsDocument,
    asks=("version",),
    traits=("charter",),
    message=("总则已定稿，但没有写{field}", "the charter is final, but has no {field}"),
    hint=("每次修订换一个版本号，例如 1.0、1.1、2.0", "give each revision its own version, such as 1.0, 1.1 or 2.0"),
)
def charter_no_version(_document: OpsDocument, at: Context) -> bool:
    """A charter is final, but has no version.

    A charter is revised again and again; without a version, two people may have different rules and each believe that
    theirs are in force.

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
    return at.final


RULES = rules_of(__name__)
