"""Notes: points that the receiver must not overlook."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Record, Section, record
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class NoteKind(Choice):
    """Why a note matters."""

    FOCUS = "focus", "重点关注", "Focus"
    CAUTION = "caution", "注意", "Caution"
    CHALLENGE = "challenge", "可能挑战", "Possible challenge"
    LESSON = "lesson", "经验教训", "Lesson"
    IMPORTANT = "important", "重要事项", "Important"


@record(kw_only=True)
class Note(Record):
    """One note for the receiver."""

    label: ClassVar[Text] = Text("提示", "Note")
    main: ClassVar[str] = "text"

    kind: NoteKind | None = field(
        default=None,
        metadata=spec("类别", "Kind", "重点、注意还是可能的挑战", "Focus, caution, possible challenge …", RECOMMENDED),
    )
    text: Prose = field(
        default="", metadata=spec("内容", "Text", "要记住什么、为什么", "What to keep in mind, and why", REQUIRED)
    )


@record(kw_only=True)
class Notes(Section):
    """Points of attention that fit no other section."""

    label: ClassVar[Text] = Text("注意事项", "Notes and reminders")
    hint: ClassVar[Text] = Text("接手后要特别留意的事", "What the receiver has to watch out for")
    synonyms: ClassVar[Text] = Text(
        "注意事项, 注意, 备注, 提示, 提醒, 特别提醒, 特别说明, 其他事项, 其他, 须知, 温馨提示, 重要提示, 说明, 特别注意, 补充说明, 补充, 其它, 其他说明, 其它事项, 重要提醒, 注意点, 重要说明, 特殊说明, 特殊情况, 要点, 安全注意事项, 重点提醒, 使用注意事项, 避坑指南, 坑点, 交班要点, 关键点, 重点说明, 避坑, 常见坑, 需要注意, 需要注意的点, 需要注意的问题, 注意的地方, 交接须知, 交待事项, 交代, 交待, 需交代事项, 交接班事项, 安全提示, 安全注意, 安全事项, 安全情况, 特别关注, 其他备注, 备忘, 注意要点, 补充事项, 交代事项, 其他情况, 需要注意的地方, 需注意事项, 约定, 规范, 需关注, 关注, 关注点, 重点关注事项, 需要关注, 叮嘱, 嘱托, 特别交代, 特殊交代, 友情提示, 给接手人的话, 给后任的话, 留言, 交接留言, 嘱咐, 敏感点, 雷区, 红线, 禁忌, 避雷, 重点盯的, 最后说几句, 小贴士, 叮咛, 切记, 口头约定, 不要做的事, 写在最后, 提醒接班人员, 铁律, 约束, 约束条件, 必读, 开发约定",
        "notes, note, remarks, remark, reminders, reminder, important, important notes, tips, caution, cautions, warning, warnings, things to know, gotchas, comments, other, misc, miscellaneous, other notes, anything else, special notes, watch out, watch out for, heads up, additional notes, handover notes, shift notes, general notes, please note, special instructions, safety, safety notes, pitfalls, caveats, fyi, additional information, other information, important context, important details, good to know, what to know, rules, constraints, assumptions, tips and tricks, things to remember, watch-outs, watchouts, key notes, critical notes, critical information, critical context, things to watch, things to watch out for, notes for next shift, notes for the next shift, message to next shift, context for next session, other items, special considerations, known gotchas, common pitfalls, general, before you start, what you need to know, safety concerns, safety issues, notes for incoming shift, do nots, don'ts, advice, advice for my successor, watch list, watchlist, parting advice, words of advice, reminders for next shift, tips for the next person, sensitive points, things i wish i had known, things i wish i knew, unwritten rules, do's and don'ts, dos and don'ts, traps, read this first, ps, p.s., one more thing, etiquette, tribal knowledge, tricks, considerations, technical considerations, guardrails, lessons for the next team",
    )
    stems: ClassVar[Text] = Text(
        "注意, 提醒, 小心, 当心, 千万, 别忘, 留意, 要知道, 记得, 需要知道, 交代, 关注, 留言, 嘱咐, 说几句, 几句话, 切记, 叮咛, 不要做, 踩雷, 踩坑, 容易出错, 铁律, 避坑, 红线, 必读",
        "note, remember, careful, watch out, watch for, heads up, beware, gotcha, do not, don't, tip, keep in mind, important, need to know, to know, info, wish i, sensitive, things i, tribal, one more thing, will bite, bulletin, consideration, caveat, pitfall",
    )

    items: tuple[Note, ...] = field(
        default=(), metadata=spec("提示", "Notes", "一条只写一件事", "One matter in each", REQUIRED)
    )
