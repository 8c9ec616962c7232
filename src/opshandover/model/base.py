"""The base classes of the model, and small values that many classes share."""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from attrs import field, fields, frozen

from opshandover.caching import per_class
from opshandover.model.choice import Choice
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text

__all__ = [
    "Absence",
    "Cadence",
    "Choice",
    "Horizon",
    "Level",
    "Markup",
    "Money",
    "NotApplicable",
    "Nothing",
    "Period",
    "Priority",
    "ProfileName",
    "Prose",
    "Record",
    "ReviewCycle",
    "Section",
    "Shift",
    "When",
    "record",
]


class Markup(Enum):
    """What a value is, if it is more than its type says."""

    PROSE = "prose"
    PROFILE = "profile"
    WHEN = "when"


Prose = Annotated[str, Markup.PROSE]
"""Long text in Markdown."""

ProfileName = Annotated[str, Markup.PROFILE]
"""The name of a profile."""

When = Annotated[date, Markup.WHEN]
"""A day, or a day with a time of day; compared by `opshandover.document.dates`."""


if TYPE_CHECKING:
    from attrs import frozen as record
else:
    record = partial(frozen, repr=False, eq=False)
    """`attrs.frozen` without the methods that `Record` defines for all.

    The model has about a hundred classes, and compiling methods for each of them takes most of the
    time of their import.
    """


TYPES_ARE_RIGHT: ContextVar[bool] = ContextVar(
    "whether all values of records made now have been checked", default=False
)
"""Set by a reader that checks each value itself: to ask twice would make loading a tenth slower."""


@cache
def _ensure_types() -> "Callable[[Record], None]":
    """The check of a new record, which reads the declarations of all classes and is imported after them."""
    from opshandover.model.value_types import ensure_types

    return ensure_types


@record(kw_only=True)
class Record:
    """A value with named fields.

    `main` names the field that a file may give alone: `负责人: 周岩` is a person of that name.
    `inherited_last` shows the fields of the base class after a class's own. `rest` names the field that takes what
    people write below or behind the main value without saying what it is.
    """

    label: ClassVar[Text]
    main: ClassVar[str] = ""
    rest: ClassVar[str] = ""
    inherited_last: ClassVar[bool] = False

    def __attrs_post_init__(self) -> None:
        """Refuse values of a wrong type.

        Raises:
            ContentError: names the field, what was expected and given, and the mend of each.
        """
        if not TYPES_ARE_RIGHT.get():
            _ensure_types()(self)

    def __repr__(self) -> str:
        """Show only the fields that are filled in: a record has many fields, and few are used at a time."""
        filled = (f"{a.name}={value!r}" for a in fields(type(self)) if (value := getattr(self, a.name)) != a.default)
        return f"{type(self).__name__}({', '.join(filled)})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        values = _values_of(type(self))
        return values(self) == values(other)

    def __hash__(self) -> int:
        return hash((type(self), _values_of(type(self))(self)))


@per_class
def _values_of(cls: type[Record]) -> Callable[[Record], tuple[Any, ...]]:
    """What returns all that records of a class are compared by."""
    return attributes([a.name for a in fields(cls)])


def attributes(names: Sequence[str]) -> Callable[[Record], tuple[Any, ...]]:
    """A function that returns the values of some fields of a record at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


@record(kw_only=True)
class Section(Record):
    """One section of a document.

    `hint` says in one sentence what belongs into it. `synonyms` are other headings that people give it, with commas
    between them.
    """

    hint: ClassVar[Text]
    synonyms: ClassVar[Text] = Text("", "")
    stems: ClassVar[Text] = Text("", "")
    """Words that headings about it have in them, whatever else they say; weaker than synonyms, and never a thing's name."""
    listed: ClassVar[str] = ""
    """The list that lines and tables below its heading are, if that is not the first that is required."""


@record(kw_only=True)
class Nothing(Record):
    """A section that is confirmed to have nothing to report, and why."""

    label: ClassVar[Text] = Text("无内容", "Nothing to report")
    main: ClassVar[str] = "reason"

    reason: str = field(
        default="",
        metadata=spec(
            "原因", "Reason", "为什么确认没有内容", "Why it is certain that there is nothing to report", REQUIRED
        ),
    )


@record(kw_only=True)
class NotApplicable(Record):
    """A section that this document leaves out on purpose, and why."""

    label: ClassVar[Text] = Text("不适用", "Not applicable")
    main: ClassVar[str] = "reason"

    reason: str = field(
        default="",
        metadata=spec(
            "原因", "Reason", "为什么本文档不需要这一部分", "Why this document does without the section", REQUIRED
        ),
    )


Absence = Nothing | NotApplicable


class Cadence(Choice):
    """How often something is done."""

    CONTINUOUS = "continuous", "持续", "Continuous", "实时, real-time, always", "随时"
    DAILY = "daily", "每日", "Daily", "每天, 每日一次, 天天, every day"
    WEEKLY = "weekly", "每周", "Weekly", "每星期, 每周一次, every week"
    MONTHLY = "monthly", "每月", "Monthly", "每个月, 每月一次, every month"
    QUARTERLY = "quarterly", "每季", "Quarterly", "每季度, 季度, every quarter"
    YEARLY = "yearly", "每年", "Yearly", "每年度, 年度, annual, annually, every year"
    AD_HOC = "ad_hoc", "按需", "As needed", "不定期, 视情况, 需要时, on demand, when needed"


class Level(Choice):
    """How high a likelihood or an impact is."""

    LOW = "low", "低", "Low", "小, minor, small", "较低"
    MEDIUM = "medium", "中", "Medium", "中等, 一般, moderate, normal"
    HIGH = "high", "高", "High", "大, 严重, major, severe, critical", "较高"


class Priority(Choice):
    """The four quadrants of urgency and importance, most pressing first.

    `important` and `urgent` are the names that two of them had in files written before.
    """

    URGENT_IMPORTANT = (
        "urgent_important",
        "紧急且重要",
        "Urgent and important",
        "重要且紧急, 重要紧急, 紧急重要, important and urgent",
        "紧急, 重要, 加急, 高, 最高, critical, high, highest, asap",
    )
    IMPORTANT_NOT_URGENT = (
        "important_not_urgent",
        "重要不紧急",
        "Important, not urgent",
        "重要但不紧急, 不紧急但重要, important but not urgent, important",
        "重要, 不紧急, 高, not urgent, high",
    )
    URGENT_NOT_IMPORTANT = (
        "urgent_not_important",
        "紧急不重要",
        "Urgent, not important",
        "紧急但不重要, 不重要但紧急, urgent but not important, urgent",
        "紧急, 加急, 不重要, not important, asap",
    )
    DEFERRABLE = (
        "deferrable",
        "可后延",
        "Can wait",
        "不重要不紧急, 不紧急不重要, 可延后, 可以后延, neither urgent nor important",
        "低, 最低, 不紧急, 不重要, low, lowest, not urgent, not important",
    )


class Horizon(Choice):
    """How far ahead a plan or a goal looks."""

    DAILY = "daily", "当日", "Today", "今日, 今天, 本日"
    WEEKLY = "weekly", "本周", "This week", "这周, 本星期"
    MONTHLY = "monthly", "本月", "This month", "当月, 这个月"
    SHORT_TERM = "short_term", "短期", "Short term"
    LONG_TERM = "long_term", "长期", "Long term"


@record(kw_only=True)
class Period(Record):
    """A span of days, both ends included."""

    label: ClassVar[Text] = Text("时段", "Period")

    start: date | None = field(
        default=None, metadata=spec("开始", "Start", "第一天", "The first day", RECOMMENDED, weight=3)
    )
    end: date | None = field(
        default=None, metadata=spec("结束", "End", "最后一天", "The last day", RECOMMENDED, weight=3)
    )


def last_day(end: When) -> date:
    """The last day of a time with an end: what ends at midnight ends with the day before."""
    if not isinstance(end, datetime):
        return end
    at_midnight = end.time() == time() and end.date() > date.min
    return end.date() - timedelta(days=at_midnight)


@record(kw_only=True)
class Shift(Record):
    """The working hours of one shift."""

    label: ClassVar[Text] = Text("班次", "Shift")
    main: ClassVar[str] = "name"

    name: str = field(
        default="",
        metadata=spec(
            "名称",
            "Name",
            "班次的名称，如“早班”",
            "What the shift is called, such as “early shift”",
            RECOMMENDED,
            weight=3,
        ),
    )
    start: datetime | None = field(
        default=None, metadata=spec("开始", "Start", "上班时间", "When it begins", RECOMMENDED)
    )
    end: datetime | None = field(default=None, metadata=spec("结束", "End", "下班时间", "When it ends", RECOMMENDED))

    @property
    def last_day(self) -> date | None:
        """The day on which the shift ends; one that ends at midnight ends with the day before."""
        return last_day(self.end) if self.end else None


@record(kw_only=True)
class Money(Record):
    """An amount of money."""

    label: ClassVar[Text] = Text("金额", "Amount of money")
    main: ClassVar[str] = "amount"

    amount: Decimal | None = field(
        default=None, metadata=spec("数额", "Amount", "只写数字", "The number alone", REQUIRED)
    )
    currency: str = field(
        default="CNY", metadata=spec("币种", "Currency", "ISO 4217 三字母代码", "The three letters of ISO 4217")
    )


@record(kw_only=True)
class ReviewCycle(Record):
    """How often something is reviewed, with the last and the next review."""

    label: ClassVar[Text] = Text("复查周期", "Review cycle")
    main: ClassVar[str] = "cadence"

    cadence: Cadence | None = field(
        default=None,
        metadata=spec("频率", "Cadence", "多久复查一次", "How often it is reviewed", RECOMMENDED, weight=3),
    )
    last: date | None = field(
        default=None, metadata=spec("上次", "Last", "上次复查的日期", "The day of the last review")
    )
    next: When | None = field(
        default=None, metadata=spec("下次", "Next", "下次复查的日期", "The day of the next review", RECOMMENDED)
    )
