"""Codes of doors, safes and devices, found by what they open: `unlocks with …`, `输入 … 开门`."""

import re
from collections.abc import Iterator

from opshandover.redaction.folding import Span
from opshandover.redaction.patterns import Pattern, Signs
from opshandover.redaction.values import code_at, ends_clause, is_harmless, is_phone

_CODE = r"(?P<value>[*#]?\d{4,10}[*#]?(?![\w.:-]\d|[A-Za-z%])|\d{1,2}(?:-\d{1,2}){2,4}(?![\w-])|(?:[A-FX-Z]\d{4,6}[X-Z]?|\d{4,6}[X-Z])\b)"
_END = r"(?=[\"'`*]{0,2} ?(?:$|[\r\n，。；、！(,;.)!]|(?:on|at|then|until|and|but|from|for|to|in|into|by|after|within|when|before|this|next|all|every)\b|-))"
_OPENS = r"(?:keypad|door|gate|lock|safe|alarm|padlock|lock ?box|key ?safe|till|locker|tablet|panel|terminal)"
THING = Pattern(
    r"锁|门禁|道闸|闸机|[大侧后卷防前院正铁闸房库室]门|门口|保险|密码箱|[钥柜]匙?箱|[快寄储钱药]\w?柜|撤防|布防|警报|报警|平板|车库|冷库|机房|电梯|金库"
    r"|\b(?:door|gate|safe|lock(?:er|box| ?box)?|padlock|alarm|keypad|till|tablet|panel|garage|lift|elevator|barrier|cage|cabinet|vault|shed|entrance|entry|handset|register|drawer|laptop|unlock)s?\b",
    re.IGNORECASE,
)
"""What is opened by a code."""
_ENTERED = Pattern(
    r"(?:[撤布设]防[: ]{0,2}|\balarm o(?:n|ff)[: ]{1,2}|\d? ?位数?字?[:是]? ?|[调拨转对]到 ?|先 ?|(?<![号价款码期])是 ?|[输按敲打键摁拨]入?一?下? ?|\b(?<!error )(?<!status )(?<!fault )(?:punch|key|type|enter|tap|press|put|use|dial|disarm|takes|wants|needs|with|code|pin|combo|combination)(?: in| is|:)?(?: the)? ?|\b(?:opens?|unlocks?) (?:with|on|by|using) |\bit'?s )"
    r"[\"'<(\[]?(?=[*#]?\d[\d -])",
    re.IGNORECASE,
)
THEN = Pattern(
    r"[\"'`)\]>]{0,2} ?(?:(?:now|again)\b|[再就即加可能开进确然后并到]|[,，]?(?:then|and|on|at|into|in|from|after|before|until|by|this|next|all|when|if|to (?:open|get|unlock|disarm|enter)|for)\b)",
    re.IGNORECASE,
)
_SEARCHES = tuple(
    Pattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:输入?|按下?|敲|拨|用|刷) ?[\"'<]?{_CODE}[\"'>]? ?(?:再|就|即|可|以|能|来|去|后){{0,3}}(?:解锁|开[门锁机柜箱]|进[门去入]?(?![\u4e00-\u9fff])|撤防|打开)",
        rf"(?:(?:[密码门柜箱闸挂车]锁|抽屉锁|锁箱|保险[柜箱]|\b{_OPENS})(?: (?:is|wants|takes|needs)|:|按|输入?|用|是|为)"
        r"|[密码门柜箱闸挂车子能纹号盘]锁|抽屉锁|锁箱|锁屏|保险[柜箱]|\b(?:alarm|(?:keypad|padlock|lock ?box|key ?safe)(?:[^\n.:]{{0,24}}:)?)) ?"
        rf"(?!20[23]\d(?!\d)){_CODE}(?! (?:to|until) \d)(?:{_END}|(?= ?[再加按])|(?<=[#*]))",
        rf"\b(?:PIN|code|disarm|unlock|{_OPENS})\b[^\n.;]{{0,24}}?\b(?:(?:punch|key|type|enter|dial|press)(?: in)?|code|combo|digits[:,]) {_CODE}{_END}",
        rf"(?<![\w-]){_CODE} (?:opens|unlocks|disarms) (?:the|it|our)\b",
        r"(?:\b(?:unzip|extract|decrypt|unpack|unlocks?|opens?) (?:\w{1,12} ){0,4}?(?:with|using) |(?:解压(?:缩|时)?(?:请|要)?[用输]|打开(?:时|要)?输)入? ?)[\"'`(]{0,2}"
        r"(?P<value>(?=[!-~]{0,24}[A-Za-z])(?=[!-~]{0,24}\d[!-~]{0,24}\d)[!-~]{5,48}[\w#$%&*!])",
        r"(?P<value>(?:(?:(?:左|右|顺|逆|left|right|[LR](?=\d))(?:时针)?(?: \d 圈| to|[一二两三四五]圈)?[转拧旋]?(?:[\d一二两三四五] ?圈)?[转到]? ?\d{1,3}|\d{1,3} (?:left|right))"
        r"(?:[ ，,、]|再|然后|then ){0,3}){2,6})(?<=[\dt])",
        rf"(?:门|[锁柜箱]|\b{_OPENS}\b)[^\n。]{{0,12}}?[:是为 ](?P<value>\d{{4,8}}[#*])",
        r"(?:密码|保险[柜箱]|锁|\b(?:combo|combination|safe|lock)\b)(?:[^\n。换改期日于尺型A-Za-z]{0,16}?|[^\n。]{0,24}?\b(?:is|to|code|one) [(]?)(?<![\w-])(?P<value>\d{1,2}(?:-\d{1,2}){2,3})(?![\w-])",
    )
)
WORDS = (
    *"锁 解压 门 道闸 闸机 柜 撤防 布防 保险 打开 警报 报警 平板 车库 冷库 机房 电梯 金库 钥匙箱".split(),
    *"lock door gate safe arm keypad pin till zip extract decrypt unpack tablet panel garage lift elevator barrier cage".split(),
    *"cabinet vault shed entr handset register drawer".split(),
)
"""Letters of which some are in every text with such a code."""
SIGNS = Signs((*WORDS, "密码", "口令", "pass", "code", "token", "key"))
_FIGURES = Pattern(r"\d[^\n]{0,24}?\d")


def find_door_codes(text: str) -> Iterator[Span]:
    """Yield the spans of codes that open something, and of the dial turns of a safe."""
    if _FIGURES.search(text) and SIGNS.search(text):
        for found in _ENTERED.finditer(text):
            code = code_at(text, found.end())
            if (
                code
                and (ends_clause(text, code[1]) or THEN.match(text, code[1]))
                and THING.search(text, max(0, found.start() - 64), found.end() + 30)
            ):
                yield code
        for search in _SEARCHES:
            yield from (
                found.span("value")
                for found in search.finditer(text)
                if not (
                    is_harmless(found["value"].strip("*#")) or (is_phone(found["value"]) and len(found["value"]) > 8)
                )
            )
