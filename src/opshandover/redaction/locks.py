"""Codes for doors, safes and devices, said by what they do: `unlocks with …`, `输入 … 开门`."""

import re
from collections.abc import Iterator

from opshandover.redaction.talk import is_harmless, is_phone
from opshandover.redaction.values import CODE, Span

_VALUE = rf"(?P<value>{CODE})"
_END = r"(?=[\"'”’」`*]{0,2} ?(?:$|[\r\n，。；、！（,;.)）!]|(?:on|at|then|until|and|but|from|for|to|in|into|by)\b|[—–]))"
_SEARCHES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:unlock|open|disarm|arm|start)(?:s|ed)? (?:it |up )?(?:with|by|using|via) "
        rf"(?:the )?(?:code |pin )?[\"'`]?{_VALUE}{_END}",
        rf"\b(?:punch|key|type|enter|tap|dial|press|use)(?: in)? (?:the )?(?:code |pin )?{_VALUE}"
        r"(?= (?:on|at|into|in|to|for) (?:the |our )?(?:\w{1,12} )?"
        r"(?:keypad|door|gate|lock|safe|alarm|panel|screen|tablet|terminal|open|unlock|disarm|enter|get))",
        r"(?:输入?|按下?|敲|拨|用|刷) ?[“「]?"
        + _VALUE
        + r"[”」]? ?(?:再|就|即|可|以|能|来|去|后){0,3}"
        r"(?:解锁|开[门锁机柜箱]|进[门去入]|撤防|打开)",
        rf"(?:(?:密码锁|门锁|柜锁|锁箱|保险[柜箱]|padlock|key ?safe|lockbox) ?(?:is|wants|takes|按|输入?|用|是|为|[:：])?"
        rf"|\b(?:keypad|door|gate|alarm|safe|lock)(?: (?:is|wants|takes|needs)|:)) ?(?!20[23]\d(?!\d)){_VALUE}(?:{_END}|(?= ?再))",
        rf"(?<![\w-]){_VALUE} (?:opens|unlocks|disarms) (?:the|it|our)\b",
    )
)
_TURNS = re.compile(
    r"(?:保险[柜箱]|\bsafe\b)[^\n。]{0,12}?(?P<value>"
    r"(?:(?:左|右|顺|逆|left|right)(?:时针)?[转拧到]{0,2} ?\d{1,3}[ ，,、]{0,2}){2,6})",
    re.IGNORECASE,
)


def at_locks(text: str) -> Iterator[Span]:
    """Gives the codes that are said to open something, and how the dial of a safe is turned."""
    for search in _SEARCHES:
        yield from (m.span("value") for m in search.finditer(text) if not _is_other(m["value"]))
    for turns in _TURNS.finditer(text):
        start, stop = turns.span("value")
        yield start, start + len(text[start:stop].rstrip(" ，,、"))


def _is_other(value: str) -> bool:
    return is_harmless(value) or (is_phone(value) and len(value) > 8)
