"""The place in a document that a heading stands for, by the names, labels and synonyms that the model declares.

Exact before whole word before part: a heading that is a declared word is sure, one that has such a word between
words that say little is likely, and one that only ends in it is a guess. In both languages the last word of a heading
says what it is about: 系统问题 is a problem, “server access” is access.
"""

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import cast

from attrs import evolve, frozen

from opshandover.caching import per_class
from opshandover.codec.short_forms import list_of
from opshandover.model import OpsDocument, Record, Section
from opshandover.model.choice import choice_for
from opshandover.model.fields import Field, Kind, field_map, fields_of, section_fields
from opshandover.model.tasks import TaskStatus
from opshandover.reading.foreign.labels import NUMBERED, halves, normal, title_of
from opshandover.reading.foreign.openings import OPENINGS
from opshandover.spec import Need
from opshandover.text import LANGUAGES, Text

EXACT_LABEL, EXACT_WORD, FIELD, WHOLE, FIRST, PART, STEM, INSIDE = (
    1.0,
    0.95,
    0.9,
    0.85,
    0.7,
    0.6,
    0.55,
    0.5,
)
"""How sure each kind of match is: the label, a synonym, the label of a field, a whole word, the first of several, the end of a heading,
a stem in it, a synonym in it."""


@frozen(kw_only=True)
class Home:
    """A place for what stands below a heading.

    `more` are words of the heading that say more than the place. `single` means that the heading names one item of
    the list, not the list.
    """

    path: tuple[str, ...]
    certainty: float
    more: str = ""
    status: TaskStatus | None = None
    single: bool = False

    @property
    def section(self) -> str:
        """The key of the section."""
        return self.path[0]


@cache
def vocabulary() -> Mapping[str, tuple[tuple[str, ...], float]]:
    """All words for sections and their fields, with the place and how sure an exact match is."""
    known: dict[str, tuple[tuple[str, ...], float]] = {}
    sections = section_fields(OpsDocument)
    for section in sections:
        for word in (section.name.replace("_", " "), *words_of(section.label)):
            known.setdefault(normal(word), ((section.name,), EXACT_LABEL))
    for section in sections:
        for word in words_of(cast("type[Section]", section.record).synonyms):
            known.setdefault(normal(word), ((section.name,), EXACT_WORD))
    for section in sections:
        for field in fields_of(section.record):
            for word in field.spec.synonyms:
                known.setdefault(normal(word), ((section.name, field.name), EXACT_WORD))
    for section in sections:
        lists = [field for field in fields_of(section.record) if field.many and field.spec.need is Need.REQUIRED]
        main = lists[0] if lists else None
        names = [main.label, *([main.record.label] if main.kind is Kind.RECORD else [])] if main else []
        for word in (name[lang] for name in names for lang in LANGUAGES):
            known.setdefault(normal(word), ((section.name,), EXACT_WORD))
    for key, own in _unlike():
        for lang in LANGUAGES:
            known.setdefault(normal(own.label[lang]), ((key, own.name), FIELD))
    return known


def words_of(said: Text) -> list[str]:
    """The words of a declared list in both languages, which stand there with commas between them."""
    return [word for lang in LANGUAGES for word in said[lang].split(", ") if word]


def _unlike() -> Iterator[tuple[str, Field]]:
    """The fields of sections whose label is that of no other."""
    all_fields = [
        (section.name, field) for section in section_fields(OpsDocument) for field in fields_of(section.record)
    ]
    for section, field in all_fields:
        if sum(other.label.zh == field.label.zh or other.label.en == field.label.en for _, other in all_fields) == 1:
            yield section, field


_BEFORE = (
    "本次 此次 形成 达成 下班 昨日 昨晚 昨夜 今晚 今早 夜间 白天 早班 中班 晚班 夜班 白班 上一班 本期 门店 店铺 班组 科室 今日 今天 本日 当日 本周 这周 本月 上周 昨日 本班次 本班 当班 当前 目前 现有 现阶段 近期 最近 主要 重要 关键 重点 相关 "
    "有关 具体 其他 其它 所有 全部 各类 各项 常用 常见 我的 需要 关于 工作 交接 移交 岗位 部门 运营 运维 业务 日常 简要 "
    "详细 个人 现 需 各 本 已有 已知 待 新增 内部 外部 涉及 负责的 负责 手头 手上 剩余 下一班 接班 需要 请 的 及 和 与"
).split()
_BEHIND = (
    "情况说明 情况 动态 状况 现状 处理 办理 清点 盘点 核对 落实 交待 要点 重点 追踪 跟踪 维护 变化 板块 方面 说明 事项 内容 列表 清单 汇总 记录 明细 一览表 一览 信息 介绍 部分 如下 相关 详情 总览 整理 梳理 "
    "表格 表 等 的 交接 移交 工作 事宜 登记 概况 概述 资料 名单 登记表 详细 描述 汇报 通报 管理 安排 交代 提醒 的工作 的事项 的任务 的内容 的事 项 们"
).split()
_AHEAD = tuple("明日 明天 次日 下周 下月 下阶段 下一步 后续 下一班 下步 接下来 下季度".split())
_AFTER_EN = frozenset(
    "list of overview information details info items log for to in on at with summary section notes handover handoff "
    "today this session period tonight overnight yesterday so far week".split()
)
"""English words that say little behind those that say what a heading is about."""
_WORDS_EN = _AFTER_EN | frozenset(
    "current key main important today's todays this week's my our the a an all other general recent critical major and "
    "any your related useful specific regular existing active new team work shift daily weekly sprint tonight's "
    "yesterday's morning evening needing requiring attention updated revised previous proposed initial additional "
    "further more quick brief short basic typical".split()
)
"""English words that say little wherever they stand."""
_CONNECTORS = re.compile(r"\s*(?:[、/&＋+，,]|与|和|及其|以及|及|(?<=\w) and (?=\w)| or )\s*")
_SINGLE = re.compile(
    r"(?P<what>issue|problem|incident|task|risk|project|ticket|问题|任务|项目|事项|风险|系统|事件|故障)\s?"
    r"(?:#|no\.?\s?|第)?(?:\d{1,3}|[一二三四五六七八九十]{1,2}|[a-d](?![a-z]))(?P<more>\s*[:：.、—–-]?.{0,80})",
    re.IGNORECASE,
)
_THINGS: Mapping[str, tuple[str, ...]] = {
    "systems": ("平台", "数据库"),
    **dict.fromkeys(("projects", "customers", "processes", "partners"), ()),
}
"""Sections whose items are named by a thing, with other words for that thing."""


def home_of(heading: str) -> Home | None:
    """The place that a heading stands for, or `None`."""
    title = title_of(heading)
    longest = _LONGEST if _is_chinese(title.text) else 2 * _LONGEST
    if not title.text or len(title.text) > longest or (not NUMBERED.match(heading) and _OF_A_WHOLE.search(title.text)):
        return None
    if _STEP.match(heading):
        return Home(path=("processes",), certainty=FIRST, more=heading)
    return _single(title.text) or _whole(title.text, title.aside)


def is_home(heading: str, certainty: float = FIELD) -> bool:
    """Whether a heading surely stands for a place."""
    home = home_of(heading)
    return home is not None and home.certainty >= certainty


_STEP = re.compile(r"step \d{1,2}\b|第[一二三四五六七八九十\d]{1,2}步|步骤[一二三四五六七八九十\d]{1,2}", re.IGNORECASE)
_LONGEST = 48
_OF_A_WHOLE = re.compile(
    r"(?:交接|移交|交班|值班)(?:文档|单|表|书|报告|手册|记录|日志|登记表|记录表)$|(?:日报|周报|月报|纪要|章程|制度|管理办法)$"
    r"|(?:handover|handoff|hand-over|shift|daily|weekly) (?:document|doc|report|form|sheet|log)$|\bminutes$",
    re.IGNORECASE,
)
"""The title of a document."""


def _whole(text: str, aside: str) -> Home | None:
    known = vocabulary()
    word = normal(text)
    if word in known:
        path, certainty = known[word]
        return Home(path=path, certainty=certainty, more=aside)
    both = [known.get(half) for half in halves(word)]
    if both and both[0] and any(one and one[0] == both[0][0] for one in both[1:]):
        return Home(path=both[0][0], certainty=EXACT_WORD, more=aside)
    state = _state(word)
    if state:
        return Home(path=("work_progress",), certainty=EXACT_WORD, status=state, more=aside)
    bare = _bare(word)
    if bare in known and bare not in _OF_CHARTERS:
        path, _ = known[bare]
        return _ahead(word, Home(path=path, certainty=WHOLE, more=aside))
    parts = [part for part in _CONNECTORS.split(word) if part]
    if len(parts) > 1:
        found = [known.get(part) if part in known and part not in _WORDS_EN else _known_bare(part) for part in parts]
        first = next(filter(None, found), None)
        if first is not None and found[0] is not None:
            same = all(one is not None and one[0] == first[0] for one in found)
            sure = WHOLE if all(found) else FIRST
            return Home(path=first[0], certainty=sure, more=aside if same else _more(text, aside))
    for opening, section in OPENINGS:
        if opening.fullmatch(word):
            return Home(path=(section,), certainty=FIRST, more=_more(text, aside))
    name = _SAID.split(word, maxsplit=1)[0]
    if name != word and (named := _whole(name, "")):
        return evolve(named, certainty=min(named.certainty, FIRST), more=_more(text, aside))
    near = _near(word) or next(filter(None, map(_near, halves(word))), None)
    return None if near is None else _ahead(word, evolve(near, more=_more(text, aside)))


_SAID = re.compile(r"\s*[:：]\s*|\s+[—–-]{1,2}\s+|[—–]+")
"""What stands between the name of a section and what is said of it: “Deployment — how it is done”."""


def _known_bare(part: str) -> tuple[tuple[str, ...], float] | None:
    """The place of a part of a heading, if more of it is left than words that say little."""
    bare = _bare(part)
    return None if bare in _ONLY_WHOLE or bare in _WORDS_EN else vocabulary().get(bare)


def _near(word: str) -> Home | None:
    """The section that some words of a heading, or of its part in one language, speak of."""
    return _end(word, without=_BEHIND) or _stem(word) or _end(word) or _inside(word)


def _more(text: str, aside: str) -> str:
    return f"{text} {aside}".strip()


def _ahead(word: str, home: Home) -> Home:
    """The plan, for work that is still to come."""
    if home.section in ("work_progress", "routine_work", "responsibilities", "improvement") and word.startswith(_AHEAD):
        return evolve(home, path=("work_plan",), status=None)
    return home


def _bare(word: str, known: Container[str] | None = None) -> str:
    """A heading without the words around it that say little: the first way to take them off that leaves a known word."""
    ways = list(_ways(word))
    return next((way for way in ways if way in (known or vocabulary())), min(ways, key=len))


def _ways(word: str) -> Iterator[str]:
    """The ways to take words that say little off a heading, the least first."""
    if not _is_chinese(word):
        words = word.replace(" & ", " and ").split()
        while len(words) > 1 and words[0] in _WORDS_EN:
            words.pop(0)
        while len(words) > 1 and words[-1] in _AFTER_EN:
            words.pop()
        yield " ".join(words)
        return
    ways = [word]
    for way in ways:
        yield way
        starts = [way[len(prefix) :] for prefix in _BEFORE if way.startswith(prefix)]
        ends = [way[: -len(suffix)] for suffix in _BEHIND if way.endswith(suffix)]
        ways += [shorter for shorter in (*starts, *ends) if len(shorter) >= 2 and shorter not in ways]


def _is_chinese(word: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in word)


def _state(word: str) -> TaskStatus | None:
    """The status that a heading gives to all tasks below it: 已完成, 未完成的工作, “in progress”."""
    words = (way.removesuffix(" tasks") for way in (word, *_ways(word)))
    return next(filter(None, (choice_for(TaskStatus, one) for one in words if one not in ("open", "new"))), None)


def _pieces(text: str, *, ends: bool) -> Iterator[str]:
    """The parts of a heading that may be known words, the last and longest first; only its ends, if so asked."""
    chinese = _is_chinese(text)
    words = list(text) if chinese else text.split()
    for stop in range(len(words), len(words) - 1 if ends else 0, -1):
        for start in range(max(0, stop - 8), stop - chinese):
            yield ("" if chinese else " ").join(words[start:stop])


def _end(word: str, without: Container[str] = ()) -> Home | None:
    """The longest known words at the end of a heading, in English before “for …” or “of …” too.

    Words `without` which it is looked for say little: 记录 in 翻车记录 is no reason to look for documents.
    """
    chinese = _is_chinese(word)
    head = re.split(r" (?:for|of|from|with|in|on|during|since|to|by|that|which|who|where) ", word, maxsplit=1)[0]
    clause = re.split(r" (?:we|i|you|they|it|he|she) ", word, maxsplit=1)[0]
    texts = (word, _bare(word)) if chinese else (word, head) if clause == word else (clause,)
    for text in texts:
        if not chinese and not 1 < len(text.split()) + (text != word) <= 7:
            continue
        for piece in _pieces(text, ends=True):
            path, certainty = vocabulary().get(piece, ((), 0))
            if certainty <= FIELD or (chinese and piece in _ONLY_WHOLE) or piece in without:
                continue
            single = len(path) == 1 and piece in _things(path[0])
            if chinese and len(piece) == 2 and not single and len(text) > 7:
                return None
            return Home(path=path, certainty=PART, single=single)
    return None


def _things(section: str) -> tuple[str, ...]:
    """What one item of a section is called, if headings call it so: 订单系统 is one of the systems, not all of them."""
    of = field_map(OpsDocument)[section].record
    return (list_of(of).record.label.zh, *_THINGS[section]) if section in _THINGS else ()


@cache
def _stems() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The stems of each section, as a pattern that finds any of them."""
    found: list[tuple[re.Pattern[str], str]] = []
    for section in section_fields(OpsDocument):
        stems = words_of(cast("type[Section]", section.record).stems)
        if stems:
            words = [rf"\b{re.escape(word)}" if word.isascii() else re.escape(word) for word in stems]
            found.append((re.compile("|".join(words)), section.name))
    return tuple(found)


def _stem(word: str) -> Home | None:
    """The section that a heading in people's own words speaks of; the last of several words says what it is about."""
    latin = not _is_chinese(word)
    if len(word) > _LONGEST // (1 if latin else 3):
        return None
    matches = [(found, section) for pattern, section in _stems() for found in pattern.finditer(word)]
    places = [(-found.start() if latin else found.end(), len(found[0]), section) for found, section in matches]
    return Home(path=(max(places)[2],), certainty=STEM) if places else None


_THING = re.compile(
    r"(?:平台|系统|工具|机器人|升级|改版|小程序|网站|商城|中台|后台|助手|插件|改造|迁移|重构|优化|功能|模块|版|端|店|群|号)$"
    r"|\b(?:migration|integration|automation|revamp|app|bot|redesign|rollout|launch|project|platform|service|tool|upgrade|page|site|pipeline|feature|machine|module)$"
)
"""The end of a heading that names a thing of its own, whatever words it is made of."""


def _inside(word: str) -> Home | None:
    """The section of the last known word in a short heading that names no thing."""
    bare = _bare(word)
    if _THING.search(word) or (len(bare) > 10 if _is_chinese(word) else len(bare.split()) > 5):
        return None
    for piece in _pieces(bare, ends=False):
        path, certainty = vocabulary().get(piece) or vocabulary().get(f"{piece}s", ((), 0))
        if certainty > FIELD and piece not in _ONLY_WHOLE:
            return Home(path=path[:1], certainty=INSIDE)
    return Home(path=("overview",), certainty=INSIDE) if _STATE.search(word) else None


_STATE = re.compile("(?:情况|动态|状况)$")
_OF_CHARTERS = frozenset("执行 实施 生效".split())
"""Chapters of a charter, whose words with others around them speak of work that is done."""


_ONLY_WHOLE = _OF_CHARTERS | frozenset(
    "情况 动态 状况 要求 服务 仓库 地址 运行 测试 环境 依赖 监控 接口 端口 说明 要点 规范 约定 其他 其它 补充 特殊 优化 检查 网络 状态 项目 事项 "
    "open next other status code build running usage setup important rules data release team work plan notes note ongoing active current agreement agreements".split()
)
"""Words that say something only if they are a whole heading."""


def _single(text: str) -> Home | None:
    """The place of one item that a heading names by kind and number: “Issue 2: …”, 项目一."""
    found = _SINGLE.fullmatch(text.strip())
    if found is None:
        return None
    word = vocabulary().get(normal(found["what"]))
    return Home(path=word[0], certainty=EXACT_WORD, single=True) if word else None


def field_named(cls: type[Record], heading: str, *, bare: bool = False) -> Field | None:
    """The field of a class that a heading names by its label or a synonym, exactly or `bare` of words that say little."""
    words = names_of(cls)
    word = normal(title_of(heading).text)
    found = words.get(word) or (words.get(_bare(word, words)) if bare else None)
    if found is None and (both := halves(word)):
        found = next(filter(None, map(words.get, both)), None)
    return found


@per_class
def names_of(cls: type[Record]) -> Mapping[str, Field]:
    """The labels and synonyms of the fields of a class, for comparison, with the fields."""
    known: dict[str, Field] = {}
    for field in fields_of(cls):
        for name in (*(field.label[lang] for lang in LANGUAGES), *field.spec.synonyms):
            known.setdefault(normal(name), field)
    return known


def place_named(path: tuple[str, ...]) -> tuple[type[Record], Field | None]:
    """The class of the section at a path, and the field of it that the path names."""
    section = field_map(OpsDocument)[path[0]]
    return section.record, field_map(section.record)[path[1]] if len(path) > 1 else None
