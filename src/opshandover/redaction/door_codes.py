"""Codes of doors, safes and devices: `unlocks with …`, `输入 … 开门`.

What is opened, the verb before the code, what happens after it, and its own signs add up.
"""

import re
from collections.abc import Iterator

from opshandover.redaction.folding import Span
from opshandover.redaction.patterns import Pattern, Signs
from opshandover.redaction.values import ends_clause, is_harmless, is_phone

THING = Pattern(
    r"锁|门禁|道闸|闸机|[大侧后卷防前院正铁闸房库室]门|门口|保险|密码箱|[钥柜]匙?箱|[快寄储钱药]\w?柜|撤防|布防|警报|报警|平板|车库|冷库|机房|电梯|金库"
    r"|\b(?:door|gate|safe|lock(?:er|box| ?box)?|padlock|alarm|keypad|till|tablet|panel|garage|lift|elevator|barrier|cage|cabinet|vault|shed|entrance|entry|handset|register|drawer|laptop|unlock|pin|disarm)s?\b",
    re.IGNORECASE,
)
"""What is opened by a code."""
_ENTERED = Pattern(
    r"(?:[撤布设]防[: ]{0,2}|\balarm o(?:n|ff)[: ]{1,2}|\d? ?位数?字?[:是]? ?|[调拨转对]到 ?|先 ?|(?<![号价款码期])是 ?|[输按敲打键摁拨]入?一?下? ?|\b(?<!error )(?<!status )(?<!fault )(?:punch|key|type|enter|tap|press|put|use|dial|disarm|takes|wants|needs|with|code|pin|combo|combination)(?: in| is|:)?(?: the)? ?|\b(?:opens?|unlocks?) (?:with|on|by|using) |\bit'?s |新的 ?|digits[:,] )[\"'<(\[]{0,2}$",
    re.IGNORECASE,
)
THEN = Pattern(
    r"[\"'`)\]>]{0,2} ?(?:(?:now|again)\b|[再就即加可能开进确然后并到]|[,，]?(?:then|and|on|at|into|in|from|after|before|until|by|within|this|next|all|when|if|to (?:open|get|unlock|disarm|enter)|for)\b)",
    re.IGNORECASE,
)
_CODE = Pattern(
    r"(?<![A-Za-z\d./-])(?<!\d:)(?:(?!20[23]\d(?!\d))[*#]?[A-FX-Z]?\d{3,10}[*#X-Z]?(?![\w.:-]\d|[A-Za-z%])(?! (?:to|until) \d)|\d{1,2}(?:-\d{1,2}){2,4}(?![\w-])|\d{1,3}(?: \d{1,3}){2,5}(?![\w-]))"
)
_BEHIND_THING = Pattern(
    r"(?:[锁门柜箱屏闸防](?:按|用|是|为)?|\b(?:keypad|alarm|padlock|lock ?box|key ?(?:safe|box))|\b(?:door|gate|lock|safe|till|locker|tablet|panel|terminal)(?: (?:is|wants|takes|needs)|(?=:)))[: ]{0,2}[\"'<(\[]{0,2}$",
    re.IGNORECASE,
)
_OPENS = Pattern(
    r"[\"'>]? ?(?:(?:再|就|即|可|以|能|来|去|后){0,3}(?:解锁|开[门锁机柜箱]|进[门去入]?(?![\u4e00-\u9fff])|撤防|打开)|(?:opens|unlocks|disarms) (?:the|it|our)\b)",
    re.IGNORECASE,
)
_OTHER = Pattern(r"[换改期日于尺型元]|\bon $|date|model|since|phone|ext", re.IGNORECASE)
"""What other figures are."""
_SPOKEN = Pattern(
    r"(?:\b(?:unzip|extract|decrypt|unpack|unlocks?|opens?) (?:\w{1,12} ){0,4}?(?:with|using) |(?:解压(?:缩|时)?(?:请|要)?[用输]|打开(?:时|要)?输)入? ?)[\"'`(]{0,2}"
    r"(?P<value>(?=[!-~]{0,24}[A-Za-z])(?=[!-~]{0,24}\d[!-~]{0,24}\d)[!-~]{5,48}[\w#$%&*!])"
    r"|(?P<dial>(?:(?:(?:左|右|顺|逆|left|right|[LR](?=\d))(?:时针)?(?: \d 圈| to|[一二两三四五]圈)?[转拧旋]?(?:[\d一二两三四五] ?圈)?[转到]? ?\d{1,3}|\d{1,3} (?:left|right))"
    r"(?:[ ，,、]|再|然后|then ){0,3}){2,6})(?<=[\dt])",
    re.IGNORECASE,
)
WORDS = (
    *"锁 解压 门 道闸 闸机 柜 撤防 布防 保险 打开 警报 报警 平板 车库 冷库 机房 电梯 金库 钥匙箱".split(),
    *"lock door gate safe arm keypad pin till zip extract decrypt unpack tablet panel garage lift elevator barrier cage".split(),
    *"cabinet vault shed entr handset register drawer".split(),
)
"""Letters of which some are in every text with such a code."""
SIGNS = Signs((*WORDS, "密码", "口令", "pass", "code", "token", "key"))


def find_door_codes(text: str) -> Iterator[Span]:
    """Yield the spans of codes that open something, and of the dial turns of a safe."""
    if SIGNS.search(text):
        for found in _CODE.finditer(text):
            if _points(text, found.span()) >= _ENOUGH and not is_harmless(found[0].strip("*#")):
                yield found.span()
        for found in _SPOKEN.finditer(text):
            if not is_harmless(found[found.lastgroup or 0]):
                yield found.span(found.lastgroup or 0)


_ENOUGH = 6
"""The points at which figures are a code."""


def _points(text: str, span: Span) -> int:
    start, stop = span
    code = text[start:stop]
    before = text[max(0, start - 48, text.rfind("\n", 0, start) + 1) : start]
    thing = bool(THING.search(text, max(0, start - 64), stop + 30))
    opens = bool(_OPENS.match(text, stop))
    if (is_phone(code) and len(code) > 8) or not (thing or opens):
        return 0
    groups = "-" in code or " " in code
    ends = ends_clause(text, stop) or THEN.match(text, stop) is not None
    return (
        2 * thing
        + 3 * bool(_ENTERED.search(before))
        + 3 * bool(_BEHIND_THING.search(before))
        + 4 * opens
        + (2 if code[0] in "*#" or code[-1] in "*#" else 3 * groups if not _OTHER.search(before[-24:]) else 0)
        + (1 if ends else -2 if groups else 0)
    )
