"""Codes of doors, safes and devices, found by what they open: `unlocks with …`, `输入 … 开门`."""

import re
from collections.abc import Iterator

from opshandover.redaction.harmless import is_harmless, is_phone
from opshandover.redaction.prefilter import build_prefilter, either_case, mark, word
from opshandover.redaction.values import CODE, Span

_VALUE = rf"(?P<value>{CODE})"
_END = (
    r"(?=[\"'”’」`*]{0,2} ?(?:$|[\r\n，。；、！（,;.)）!]|(?:on|at|then|until|and|but|from|for|to|in|into|by)\b|[—–]))"
)
_SEARCHES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:unlock|open|disarm|arm|start)(?:s|ed)? (?:it |up )?(?:with|by|using|via) "
        rf"(?:the )?(?:code |pin )?[\"'`]?{_VALUE}{_END}",
        rf"\b(?:punch|key|type|enter|tap|dial|press|use)(?: in)? (?:the )?(?:code |pin )?{_VALUE}"
        r"(?= (?:on|at|into|in|to|for) (?:the |our )?(?:\w{1,12} )?"
        r"(?:keypad|door|gate|lock|safe|alarm|panel|screen|tablet|terminal|open|unlock|disarm|enter|get))",
        r"(?:输入?|按下?|敲|拨|用|刷) ?[“「]?" + _VALUE + r"[”」]? ?(?:再|就|即|可|以|能|来|去|后){0,3}"
        r"(?:解锁|开[门锁机柜箱]|进[门去入]|撤防|打开)",
        rf"(?:(?:密码锁|[门柜箱闸挂车]锁|抽屉锁|锁箱|保险[柜箱]|padlock|key ?safe|lockbox) ?(?:is|wants|takes|按|输入?|用|是|为|[:：])?"
        rf"|\b(?:keypad|door|gate|alarm|safe|lock)(?: (?:is|wants|takes|needs)|:)) ?(?!20[23]\d(?!\d)){_VALUE}(?! (?:to|until) \d)(?:{_END}|(?= ?再)|(?<=[#*]))",
        rf"(?:[撤布设]防(?:码|密码)?|\b(?:dis)?arm|\bduress)[:： ]{{1,2}}{_VALUE}(?: ?(?=[撤布]防)|{_END})",
        rf"先?按 ?[*#＊＃][号键]{{0,2}} ?[，,]? ?再?[按输]入? ?{_VALUE}",
        rf"(?:garage|stock ?room|store ?room|cage|shed|barn): {_VALUE}{_END}",
        r"(?:\bthen|\bdial|\benter|\bpress|再|按|输入?|拨) ?(?P<value>[*#]?\d{4,8}[#＃])",
        r"\b(?:locker|padlock|drawer|cage)(?: #?\d{1,3})?(?: is|:) (?P<value>\d{1,2}(?:-\d{1,2}){2,4})(?![\w-])",
        rf"(?:解锁|开锁)[:： ]{{1,2}}{_VALUE}{_END}",
        rf"(?:保险[柜箱]|[门柜箱闸挂车]锁|密码锁)[^\n。，,]{{0,12}}?(?:数字|号码|组合|转盘|暗码)(?:是|为|[:： ]){{1,2}} ?{_VALUE}",
        r"\b(?:padlock|lock|safe|keypad) (?:on|in|at|for|of) (?:\w{1,12} ){1,4}(?P<value>\d{1,2}(?:-\d{1,2}){2,4})(?![\w-])",
        r"\b(?:keypad|padlock|lock ?box|key ?safe|alarm(?: panel)?)(?: is| takes|:) (?P<value>[A-FX-Z]\d{4,6}|\d{4,6}[A-FX-Z])\b",
        r"(?:\b(?:unzip|extract|decrypt|unpack|unlock(?=s? the (?:pdf|file|sheet|workbook|zip|archive|drive|disk)))(?:s|ped|ed)? "
        r"(?:(?:it|them|the (?:\w{1,12} ){0,2}?(?:file|archive|zip|backup|pdf|sheet|workbook|drive|disk)s?) )?"
        r"(?:with|using) (?:the )?|(?:解压(?:缩|的?时候?)?(?:请|要)?用|(?:解压|打开)(?:缩|的?时候?)?(?:请|要)?[输填]入?) ?)[\"'`“「]?"
        r"(?P<value>(?=[!-~]{0,24}?[A-Za-z])(?=[!-~]{0,24}?\d[!-~]{0,24}?\d)[!-~]{5,48}[\w#$%&*!])",
        rf"\b(?:lock|padlock|safe|keypad|combination)\b[^\n.,]{{0,24}}? (?:is|was)(?: now)? set to {_VALUE}{_END}",
        rf"(?<![\w-]){_VALUE} (?:opens|unlocks|disarms) (?:the|it|our)\b",
    )
)
_BEFORE = (
    *("with", "by", "using", "via", "the", "code", "pin", "punch", "key", "type", "enter", "tap"),
    *("dial", "press", "use", "in", "is", "wants", "takes", "needs", "then", "to", "arm", "duress"),
    *("lock", "safe", "box"),
)
"""The English words right before the digits of a code, in the searches above."""
_CLOSE = "\"'`“「*#:：输入按下敲拨用刷再锁箱柜防码是为字合盘"
"""The other characters there; a space may follow them."""
_FOLLOWS = "|".join(
    (
        rf"(?<=[A-Za-z{_CLOSE}].)|(?<=[{_CLOSE}]\s.)|(?<=\s\s.)",
        *(rf"(?<={either_case(before)}\s.)" for before in _BEFORE),
    )
)
SIGNS = (
    mark("0-9", rf"(?<![0-9].)(?!\d*\.\d+%)(?:(?=\d{{3}}|\d\d[*#]|\d{{0,3}}[-–·. ]\d)(?:{_FOLLOWS}))"),
    mark("0-9", r"(?<=\s.)\d?-\d{1,2}-\d"),
    mark("#", r"\d{3}"),
    mark("\u0660-\u1c59\ua620-\uabf9\uff10-\uff19", r"(?<=\d)"),
    mark("\U000104a0-\U0001fbf9", r"(?<=\d)"),
    mark("输填用", "|".join(rf"(?<={file}.{{{n}}}.)" for file in ("解压", "打开") for n in range(5))),
    *map(word, (" opens ", " unlocks ", " disarms ", "safe", "保险")),
)
"""Signs of the codes; a password that opens a file has the signs of any value."""
_PREFILTER = build_prefilter((*SIGNS, *map(word, ("unzip", "extract", "decrypt", "unpack", "unlock", "解压", "打开"))))
_FIGURES = re.compile(r"\d[^\n]{0,24}?\d")
_TURNS = re.compile(
    r"(?:保险[柜箱]|\bsafe\b)[^\n。]{0,12}?(?P<value>"
    r"(?:(?:左|右|顺|逆|left|right)(?:时针)?(?: to)?[转拧旋到]{0,2} ?(?:\d 圈[，,]?(?:转?到|停在|对准) ?)?\d{1,3}[ ，,、]{0,2}){2,6})",
    re.IGNORECASE,
)


def find_door_codes(text: str) -> Iterator[Span]:
    """Yield the spans of codes that open something, and of the dial turns of a safe."""
    if not (_PREFILTER.search(text) and _FIGURES.search(text)):
        return
    for search in _SEARCHES:
        yield from (m.span("value") for m in search.finditer(text) if not _is_other(m["value"]))
    for turns in _TURNS.finditer(text):
        start, stop = turns.span("value")
        yield start, start + len(text[start:stop].rstrip(" ，,、"))


def _is_other(value: str) -> bool:
    return is_harmless(value) or (is_phone(value) and len(value) > 8)
