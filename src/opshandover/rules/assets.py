"""Rules about assets to return, and access to grant and revoke."""

from collections.abc import Iterator

from opshandover.document.dates import is_before
from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import Assets
from opshandover.rules.predicates import has_any
from opshandover.rules.rule import Context, Hit, called, hit, rule, rules_of


@rule(
    "AST001",
    "asset-access-open",
    Severity.WARNING,
    on=Assets,
    joins="field",
    lacks=True,
    message=("“{name}”没有写{field}", "'{name}' has no {field}"),
    hint=(
        "写明最迟哪天归还、收回或开通；已经办完的写办理日期",
        "give the day by which it is returned, revoked or granted, or the day when it was done",
    ),
)
def asset_access_open(assets: Assets, _at: Context) -> Iterator[Hit]:
    """An asset has no return date, or a change of access has no date.

    Access without a date of revocation is often never revoked. Either the due date or the actual date is enough. An
    asset that stays with its keeper needs none.

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
        if not stays and not has_any(asset, "return_by", "returned_on"):
            yield hit(f"assets[{i}].return_by", name=called(asset))
    for i, access in enumerate(assets.accesses):
        if not has_any(access, "due", "done_on"):
            yield hit(f"accesses[{i}].due", name=called(access))


@rule(
    "AST003",
    "asset-return-late",
    Severity.WARNING,
    on=Assets,
    traits=("departure",),
    message=(
        "“{name}”的归还期限 {day} 在交接生效（{left}）之后",
        "'{name}' is due back on {day}, after the handover on {left}",
    ),
    hint=("改到离开之前，或写明由谁代还", "bring the date forward, or say who returns it instead"),
)
def asset_return_late(assets: Assets, at: Context) -> Iterator[Hit]:
    """An asset of the person who leaves is due back only after the handover takes effect.

    By then nobody is there who could return it.

    zh: 离职交接里，物品的归还期限在交接生效之后。
    zh: 到那时人已经走了，没有人来还。

    Bad::
        profile: offboarding
        effective_on: 2026-12-01
        assets: {assets: [{name: 笔记本电脑, keeper: 苏婉清, return_to: 罗静, return_by: 2026-12-10}]}
    Good::
        profile: offboarding
        effective_on: 2026-12-01
        assets: {assets: [{name: 笔记本电脑, keeper: 苏婉清, return_to: 罗静, return_by: 2026-11-28}]}
    """
    left = at.document.effective_on
    for i, asset in enumerate(assets.assets if left else ()):
        if left and asset.return_by and not asset.returned_on and is_before(left, asset.return_by):
            yield hit(f"assets[{i}].return_by", name=called(asset), day=asset.return_by, left=left)


RULES = rules_of(__name__)
