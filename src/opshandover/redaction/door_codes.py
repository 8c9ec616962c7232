"""Codes of doors, safes and devices, found by what they open: `unlocks with …`, `输入 … 开门`."""

import re
from collections.abc import Iterator

from opshandover.redaction.folding import Span
from opshandover.redaction.patterns import Pattern, Signs
from opshandover.redaction.values import is_harmless, is_phone

_CODE = r"(?P<value>[*#]?\d{4,10}[*#]?(?![\w.:-]\d|[A-Za-z%])|\d{1,2}(?:-\d{1,2}){2,4}(?![\w-])|(?:[A-FX-Z]\d{4,6}[X-Z]?|\d{4,6}[X-Z])\b)"
_END = r"(?=[\"'`*]{0,2} ?(?:$|[\r\n，。；、！(,;.)!]|(?:on|at|then|until|and|but|from|for|to|in|into|by|after|within|when|before)\b|-))"
_OPENS = r"(?:keypad|door|gate|lock|safe|alarm|padlock|lock ?box|key ?safe|till|locker|tablet|panel|terminal)"
_SEARCHES = tuple(
    Pattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:unlock|open|disarm|arm)(?:s|ed)? (?:it |up )?(?:with|by|using|via) (?:the )?(?:code |pin )?[\"'`]?{_CODE}{_END}",
        rf"\b(?:punch|key|type|enter|tap|dial|press|use)(?: in)? (?:the )?(?:code |pin )?{_CODE}(?= (?:on|at|into|in|to|for) "
        rf"(?:the |our )?(?:\w{{1,12}} )?{_OPENS})",
        rf"(?:输入?|按下?|敲|拨|用|刷) ?[\"'<]?{_CODE}[\"'>]? ?(?:再|就|即|可|以|能|来|去|后){{0,3}}(?:解锁|开[门锁机柜箱]|进[门去入]?(?![\u4e00-\u9fff])|撤防|打开)",
        rf"(?:(?:[密码门柜箱闸挂车]锁|抽屉锁|锁箱|保险[柜箱]|\b{_OPENS})(?: (?:is|wants|takes|needs)|:|按|输入?|用|是|为)"
        r"|[密码门柜箱闸挂车子能纹]锁|抽屉锁|锁箱|锁屏|保险[柜箱]|\b(?:alarm|(?:keypad|padlock|lock ?box|key ?safe)(?:[^\n.:]{{0,24}}:)?)) ?"
        rf"(?!20[23]\d(?!\d)){_CODE}(?! (?:to|until) \d)(?:{_END}|(?= ?[再加按])|(?<=[#*]))",
        rf"\b(?:PIN|code|disarm|unlock|{_OPENS})\b[^\n.;]{{0,24}}?\b(?:(?:punch|key|type|enter|dial|press)(?: in)?|code|combo|digits[:,]) {_CODE}{_END}",
        rf"(?<![\w-]){_CODE} (?:opens|unlocks|disarms) (?:the|it|our)\b",
        rf"(?:[撤布设]防|\b(?:dis)?arm|\balarm o(?:n|ff)|(?<!部)门[^\n。]{{0,8}}?[按输]入?)[: ]{{0,2}}{_CODE}{_END}",
        r"(?:\b(?:unzip|extract|decrypt|unpack) (?:\w{1,12} ){0,4}?(?:with|using) |(?:解压(?:缩|时)?(?:请|要)?[用输]|打开(?:时|要)?输)入? ?)[\"'`]?"
        r"(?P<value>(?=[!-~]{0,24}[A-Za-z])(?=[!-~]{0,24}\d[!-~]{0,24}\d)[!-~]{5,48}[\w#$%&*!])",
        r"(?:保险[柜箱]|密码:?\n?|\bsafe\b|\bcombination\b)[^\n。]{0,12}?(?P<value>(?:(?:(?:左|右|顺|逆|left|right|[LR](?=\d))(?:时针)?(?: \d 圈| to|[一二两三四五]圈)?[转拧旋]?(?:[\d一二两三四五] ?圈)?[转到]? ?\d{1,3}|\d{1,3} (?:left|right))"
        r"(?:[ ，,、]|再|然后|then ){0,3}){2,6})(?<=[\dt])",
        rf"(?:门|[锁柜箱]|\b{_OPENS}\b)[^\n。]{{0,12}}?[:是为 ](?P<value>\d{{4,8}}[#*])",
        r"(?:保险[柜箱]|锁|\bsafe\b|\block\b)[^\n。]{0,20}?(?:是|\bis|\bto) ?(?P<value>\d{1,2}(?:-\d{1,2}){2,3})(?![\w-])",
    )
)
WORDS = "锁 解压 开门 开柜 进门 撤防 布防 保险 门禁 大门 侧门 后门 打开 lock door gate safe arm keypad pin till zip extract decrypt unpack tablet".split()
"""Letters of which some are in every text with such a code."""
_SIGNS = Signs(WORDS)
_FIGURES = Pattern(r"\d[^\n]{0,24}?\d")


def find_door_codes(text: str) -> Iterator[Span]:
    """Yield the spans of codes that open something, and of the dial turns of a safe."""
    if _FIGURES.search(text) and _SIGNS.search(text):
        for search in _SEARCHES:
            yield from (
                found.span("value")
                for found in search.finditer(text)
                if not (
                    is_harmless(found["value"].strip("*#")) or (is_phone(found["value"]) and len(found["value"]) > 8)
                )
            )
