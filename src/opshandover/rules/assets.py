"""Rules about things to give back, and rights to grant and to revoke."""

from collections.abc import Iterator

from opshandover.findings import Severity
from opshandover.model import Assets
from opshandover.rules.predicates import empty, filled, unnamed
from opshandover.rules.rule import Hit, Place, hit, rule
from opshandover.text import Text


@rule(
    "AST001",
    "asset-access-open",
    Severity.WARNING,
    on=Assets,
    message=Text("“{name}”没有写{field}", "'{name}' has no {field}"),
    hint=Text(
        "写明最迟哪天归还、收回或开通；已经办完的写办理日期",
        "give the day by which it is returned, revoked or granted, or the day on which it was done",
    ),
)
def asset_access_open(assets: Assets, _at: Place) -> Iterator[Hit]:
    """A thing has no day of return, or a change of access none by which it is made.

    Rights that nobody revoked on a given day are never revoked. The day by which it is due or the
    day on which it was done is enough. What stays with its keeper needs none.

    zh: 物品没有写归还日期，或权限变更没有写办理日期。
    zh: 没有写哪天收回的权限，往往一直没有收回。期限和实际日期写一个即可；保管人不变的物品不要求。

    Bad::

        assets:
          assets: [{name: 笔记本电脑, keeper: 苏婉清, return_to: 罗静}]
          accesses: [{what: 企业邮箱, action: revoke, person: 苏婉清}]

    Good::

        assets:
          assets:
            - {name: 笔记本电脑, keeper: 苏婉清, return_to: 罗静, return_by: 2026-11-13}
          accesses:
            - {what: 企业邮箱, action: revoke, person: 苏婉清, done_on: 2026-11-13}
    """
    for i, asset in enumerate(assets.assets):
        stays = not empty(asset.keeper) and asset.keeper == asset.return_to
        if not stays and not filled(asset, "return_by", "returned_on"):
            yield hit(f"assets[{i}].return_by", name=asset.name.strip() or asset.label)
    for i, access in enumerate(assets.accesses):
        if not filled(access, "due", "done_on"):
            yield hit(f"accesses[{i}].due", name=access.what.strip() or access.label)


@rule(
    "AST002",
    "asset-access-unassigned",
    Severity.WARNING,
    on=Assets,
    message=Text("“{name}”没有写{field}", "'{name}' has no {field}"),
    hint=Text(
        "物品写明在谁手里、交给谁；权限写明开通、收回还是转移，以及是谁的",
        "for a thing say who has it and who receives it, for a right whether it is granted, "
        "revoked or transferred, and whose it is",
    ),
)
def asset_access_unassigned(assets: Assets, _at: Place) -> Iterator[Hit]:
    """A thing has no keeper or nobody to receive it, or a right no action or person.

    A list of things without people is an inventory, not a handover. What has been given back needs
    no keeper any more.

    zh: 物品没有写保管人或归还给谁，或权限变更没有写操作或对象。
    zh: 只列物品、不写人，是清单而不是交接。已经归还的不再要求保管人。

    Bad::

        assets:
          assets: [{name: 笔记本电脑, return_by: 2026-11-13}]

    Good::

        assets:
          assets:
            - {name: 笔记本电脑, keeper: 苏婉清, return_to: 罗静, return_by: 2026-11-13}
    """
    for i, asset in enumerate(assets.assets):
        name = asset.name.strip() or asset.label
        if unnamed(asset.keeper) and asset.returned_on is None:
            yield hit(f"assets[{i}].keeper", name=name)
        if unnamed(asset.return_to):
            yield hit(f"assets[{i}].return_to", name=name)
    for i, access in enumerate(assets.accesses):
        name = access.what.strip() or access.label
        if access.action is None:
            yield hit(f"accesses[{i}].action", name=name)
        if unnamed(access.person):
            yield hit(f"accesses[{i}].person", name=name)


RULES = (asset_access_open, asset_access_unassigned)
