"""Rules about the days that must not be missed."""

from collections.abc import Iterator
from datetime import timedelta

from opshandover.findings import Severity
from opshandover.model import KeyDate
from opshandover.rules.predicates import vague
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Hit, Place, hit, rule, rules_of

NEAR = timedelta(days=14)
"""How long before a key date somebody has to take care of it."""


def _near(key_date: KeyDate, at: Place) -> bool:
    """Says whether the day lies within the two weeks after the document's own date."""
    on, today = key_date.on, at.as_of
    return on is not None and today is not None and timedelta() <= on - today <= NEAR


@rule(
    "KEY001",
    "key-date-near",
    Severity.WARNING,
    on=KeyDate,
    message=(
        "“{item}”在 {on}，不到 15 天，但没有写由谁处理",
        "'{item}' is on {on}, within 14 days, but nobody is named who takes care of it",
    ),
    hint=("在 owner（负责人）写一个人的真实姓名", "give the real name of one person as `owner`"),
)
def key_date_near(key_date: KeyDate, at: Place) -> Iterator[Hit]:
    """A key date falls within 14 days of the document's date, and only a group is named for it.

    It will come while the receiver is still finding their way, and a group is nobody.

    zh: 关键日期在文档日期之后 14 天以内，却只写了“团队”之类来处理。
    zh: 这一天到来时，接收人往往还没有熟悉情况；写“团队”等于没有写。

    Bad::
        prepared_on: 2026-11-21
        key_dates: {items: [{title: 素材库年费到期, on: 2026-11-30, owner: 运营团队, action: 提交续费申请}]}
    Good::
        prepared_on: 2026-11-21
        key_dates: {items: [{title: 素材库年费到期, on: 2026-11-30, owner: 程亦凡, action: 提交续费申请}]}
    """
    if key_date.owner and vague(key_date.owner.name) and _near(key_date, at):
        yield hit("owner", on=key_date.on)


@presence_rule(
    "KEY002",
    "key-date-without-action",
    Severity.WARNING,
    on=KeyDate,
    asks=("action",),
    message=(
        "“{item}”在 {on}，不到 15 天，但没有写要做什么",
        "'{item}' is on {on}, within 14 days, but nothing says what is to be done",
    ),
    hint=(
        "在 action（要做的事）写明续签、付款还是通知谁，提前多久",
        "say under `action` what to do (renew, pay, tell whom) and how long before",
    ),
)
def key_date_without_action(key_date: KeyDate, at: Place) -> bool:
    """A key date falls within 14 days of the document's date, and nothing says what is to be done.

    A day alone only tells when it will be too late.

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
