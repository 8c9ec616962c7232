"""Rules about key dates: who takes care of them, and how."""

from collections.abc import Iterator
from datetime import timedelta

from opshandover.document.dates import day_of
from opshandover.findings import Severity
from opshandover.model import KeyDate
from opshandover.rules.predicates import is_generic
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of

NEAR = timedelta(days=14)
"""How long before a key date it needs an owner and an action."""


def _near(key_date: KeyDate, at: Context) -> bool:
    """Whether a key date is at most two weeks after the document's own date."""
    return key_date.on is not None and at.as_of is not None and timedelta() <= day_of(key_date.on) - at.as_of <= NEAR


@rule(
    "KEY001",
    "key-date-near",
    Severity.WARNING,
    on=KeyDate,
    message=(
        "“{item}”在 {on}，不到 15 天，但没有写由谁处理",
        "'{item}' is on {on}, within 14 days, but no owner is named",
    ),
    hint=("在“负责人”写一个人的真实姓名", "give the real name of one person as `owner`"),
)
def key_date_near(key_date: KeyDate, at: Context) -> Iterator[Hit]:
    """A key date is within 14 days of the document's date, and its owner is only a group.

    The receiver will not be familiar with the work by then, and a group is not an owner.

    zh: 关键日期在文档日期之后 14 天以内，却只写了“团队”之类来处理。
    zh: 这一天到来时，接收人往往还没有熟悉情况；写“团队”等于没有写。

    Bad::
        prepared_on: 2026-11-21
        key_dates: {items: [{title: 素材库年费到期, on: 2026-11-30, owner: 运营团队, action: 提交续费申请}]}
    Good::
        prepared_on: 2026-11-21
        key_dates: {items: [{title: 素材库年费到期, on: 2026-11-30, owner: 程亦凡, action: 提交续费申请}]}
    """
    if key_date.owner and is_generic(key_date.owner.name) and _near(key_date, at):
        yield hit("owner", on=key_date.on)


@presence_rule(
    "KEY002",
    "key-date-without-action",
    Severity.WARNING,
    on=KeyDate,
    asks=("action",),
    message=("“{item}”在 {on}，不到 15 天，但没有写要做什么", "'{item}' is on {on}, within 14 days, but has no action"),
    hint=(
        "在“要做的事”写明续签、付款还是通知谁，提前多久",
        "give the `action`: renew, pay or tell whom, and how long before",
    ),
)
def key_date_without_action(key_date: KeyDate, at: Context) -> bool:
    """A key date is within 14 days of the document's date, and has no action.

    A date alone only says when it will be too late.

    zh: 关键日期在文档日期之后 14 天以内，却没有写要做什么。
    zh: 只有日期，只能知道什么时候会来不及。

    Bad::
        prepared_on: 2026-11-21
        key_dates: {items: [{title: 素材库年费到期, on: 2026-11-30, owner: 程亦凡}]}
    Good::
        prepared_on: 2026-11-21
        key_dates: {items: [{title: 素材库年费到期, on: 2026-11-30, owner: 程亦凡, action: 提交续费申请}]}
    """
    return _near(key_date, at)


RULES = rules_of(__name__)
