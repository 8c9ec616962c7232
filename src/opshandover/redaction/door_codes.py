"""Codes of doors, safes and devices: `unlocks with …`, `输入 … 开门`.

What is opened, the verb before the code, what happens after it, and its own signs add up.
"""

import re
from collections.abc import Iterator

from opshandover.redaction.folding import Span
from opshandover.redaction.patterns import Pattern, Signs, either
from opshandover.redaction.points import ANOTHER, ENOUGH
from opshandover.redaction.values import ends_clause, look
from opshandover.redaction.vocabulary import ENTERS, OPENS, THEN, THINGS

_THING = Pattern(either(THINGS), re.IGNORECASE)
"""What is opened by a code."""
_BEFORE = Pattern(
    rf"(?:{either(ENTERS)}|(?:opens?|unlocks?) (?:with|by|using)|(?:[锁门柜箱屏闸防]|(?<![号价款码期])是|(?:{either(THINGS)})(?=:| (?:is|wants|takes|needs)))[按用是为]?)"
    r"(?: (?:in|is|wants|takes|needs|the)){0,2}[:, ]{0,2}[\"'<(\[]{0,2}$",
    re.IGNORECASE,
)
"""What a code follows: what is opened, or a word for entering it."""
_AFTER = Pattern(
    rf"[\"'`)\]>]{{0,2}} ?(?:(?P<opens>[再就即可以能来去后]{{0,3}}(?:{either(OPENS)}))|[,，]?(?:{either(THEN)}))",
    re.IGNORECASE,
)
"""What is done with a code when it was entered."""
_CODE = Pattern(
    r"(?<![A-Za-z\d./+-])(?<!\d:)(?:(?!20[23]\d(?!\d))[*#]?[A-FX-Z]?\d{3,10}[*#X-Z]?(?![\w.:-]\d|[A-Za-z%])(?! (?:to|until) \d)"
    r"|\d{1,2}(?:-\d{1,2}){2,4}(?![\w-])|\d{1,3}(?: \d{1,3}){2,5}(?![\w-]))"
)
_CALLED = Pattern(r"(?:打|拨打?|call|dial|ring) ?(?:11\d|12[02]|12[13]\d\d|9[156]\d{3}|911|999)$", re.IGNORECASE)
"""An emergency number or a hotline that is called."""
_UNPACK = Pattern(
    r"(?:\b(?:unzip|extract|decrypt|unpack|unlocks?|opens?) (?:\w{1,12} ){0,4}?(?:with|using) |(?:解压|打开)[缩时请要]{0,2}[用输]入? ?)[\"'`(]{0,2}"
    r"(?P<value>(?=[!-~]{0,24}[A-Za-z])(?=[!-~]{0,24}\d[!-~]{0,24}\d)[!-~]{5,48}[\w#$%&*!])",
    re.IGNORECASE,
)
_TURN = r"(?:左|右|顺|逆|(?<![A-Za-z\d])(?:left|right|[LR](?=\d)))[^\n\d]{0,6}(?:\d ?圈[^\n\d]{0,4})?\d{1,3}"
_DIAL = Pattern(
    rf"(?:(?:{_TURN}|\d{{1,3}} (?:left|right))(?:[ ，,、]|再|然后|then ){{0,3}}){{2,6}}(?<=[\dt])", re.IGNORECASE
)
"""The turns of the dial of a safe."""
_LEFT, _RIGHT = Pattern(r"左|逆|left|L\d", re.IGNORECASE), Pattern(r"右|顺|right|R\d", re.IGNORECASE)
WORDS = (
    *"锁 解压 门 道闸 闸机 柜 撤防 布防 保险 打开 警报 报警 平板 车库 冷库 机房 电梯 金库 钥匙箱".split(),
    *"lock door gate safe arm keypad pin till zip extract decrypt unpack tablet panel garage lift elevator barrier cage".split(),
    *"cabinet vault shed entr handset register drawer".split(),
)
"""Letters of which some are in every text with such a code."""
SIGNS = Signs((*WORDS, "密码", "口令", "pass", "code", "token", "key"))


def find_door_codes(text: str) -> Iterator[Span]:
    """Yield the spans of codes that open something, and of the dial turns of a safe."""
    if not SIGNS.search(text):
        return
    for found in _CODE.finditer(text):
        if (
            _points(text, *found.span()) >= ENOUGH
            and not look(found[0].strip("*#")).harmless
            and not _CALLED.search(text, max(0, found.start() - 8), found.end())
        ):
            yield found.span()
    yield from (found.span() for found in _DIAL.finditer(text) if _turns_back(found[0]))
    yield from (found.span("value") for found in _UNPACK.finditer(text) if not look(found["value"]).harmless)


def _turns_back(dial: str) -> bool:
    """Whether a dial is turned both ways, or a number of times, as that of a safe is: 「L2、L3」 are levels."""
    return "圈" in dial or bool(_LEFT.search(dial) and _RIGHT.search(dial))


def _points(text: str, start: int, stop: int) -> int:
    """How much says that figures are a code."""
    code = text[start:stop]
    before = text[max(0, start - 48, text.rfind("\n", 0, start) + 1) : start]
    thing = bool(_THING.search(text, max(0, start - 64), stop + 30))
    after = _AFTER.match(text, stop)
    opens = bool(after and after["opens"])
    if (look(code).phone and len(code) > 8) or not (thing or opens):
        return 0
    groups = "-" in code or " " in code
    ends = ends_clause(text, stop) or after is not None
    return (
        2 * thing
        + 3 * bool(_BEFORE.search(before))
        + 4 * opens
        + (2 if code[0] in "*#" or code[-1] in "*#" else 3 * groups if not ANOTHER.search(before[-24:]) else 0)
        + (1 if ends else -2 if groups else 0)
    )
