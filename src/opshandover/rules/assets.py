"""Rules about things to give back, and rights to grant and to revoke."""

from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import Assets
from opshandover.rules.predicates import filled
from opshandover.rules.rule import Hit, Place, hit, rule, rules_of


@rule(
    "AST001",
    "asset-access-open",
    Severity.WARNING,
    on=Assets,
    message=("“{name}”没有写{field}", "'{name}' has no {field}"),
    hint=(
        "写明最迟哪天归还、收回或开通；已经办完的写办理日期",
        "give the day by which it is returned, revoked or granted, or the day on which it was done",
    ),
)
def asset_access_open(assets: Assets, _at: Place) -> Iterator[Hit]:
    """A thing has no day of return, or a change of access none by which it is made.

    Rights that nobody revoked on a given day are never revoked. The day by which it is due or the day on which it
    was done is enough. What stays with its keeper needs none.

    zh: 物品没有写归还日期，或权限变更没有写办理日期。
    zh: 没有写哪天收回的权限，往往一直没有收回。期限和实际日期写一个即可；保管人不变的物品不要求。

    Bad::
        assets:
          assets: [{name: 笔记本电脑, keeper: 苏婉清, return_to: 罗静}]
          accesses: [{what: 企业邮箱, action: revoke, person: 苏婉清}]
    Good::
        assets:
          assets: [{name: 笔记本电脑, keeper: 苏婉清, return_to: 罗静, return_by: 2026-11-13}]
          accesses: [{what: 企业邮箱, action: revoke, person: 苏婉清, done_on: 2026-11-13}]
    """
    for i, asset in enumerate(assets.assets):
        stays = not empty(asset.keeper) and asset.keeper == asset.return_to
        if not stays and not filled(asset, "return_by", "returned_on"):
            yield hit(f"assets[{i}].return_by", name=asset.name.strip() or asset.label)
    for i, access in enumerate(assets.accesses):
        if not filled(access, "due", "done_on"):
            yield hit(f"accesses[{i}].due", name=access.what.strip() or access.label)


RULES = rules_of(__name__)
