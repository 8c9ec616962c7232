"""Fold a text before it is searched: what looks the same to a reader becomes the same.

Full-width and Cyrillic letters, traditional characters, HTML entities, invisible characters, emphasis
inside a word: a person reads `密码` in all of them. A folded text knows where each of its characters
comes from, so that exactly the original characters are masked.
"""

import html
import unicodedata
from itertools import pairwise

from attrs import frozen

from opshandover.redaction.patterns import Match, Pattern

Span = tuple[int, int]

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x202F: 0x20}
_KEEP = "，；！？（）"
"""Full-width signs that end a value, of which their ASCII counterparts may be part."""
_PAIRS = (
    ("｛｝《》〈〉", "{}<><>"),
    ("“”„「」『』‘’｀", '"""""""\'\'`'),
    (
        "碼號帳帐錄陸陆鑰驗證開門鎖動態機權憑臨時為設見請問無啟戶登祕",
        "码号账账录录录钥验证开门锁动态机权凭临时为设见请问无启户登秘",
    ),
    ("аеорсхуіѕԁκοαΑΒΕΚΟΡΤАВЕКМНОРСТХ", "aeopcxyisdkoaABEKOPTABEKMHOPCTX"),
    ("︰﹕﹦—–👉➡⇒⟹👈", "::=--→→→→←"),
)
_LIKE = {k: v for k, v in _WIDE.items() if chr(k) not in _KEEP} | {
    ord(odd): ord(plain) for odds, plains in _PAIRS for odd, plain in zip(odds, plains, strict=True)
}
INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
ODD_LETTERS = "\uff21-\uff3a\uff41-\uff5a\uff10-\uff19\u0430-\u0455\U0001d400-\U0001d7ff\u24b6-\u24e9\u2460-\u2473"
_FORMS = {
    "nothing to see": rf"[{INVISIBLE}]+",
    "an entity": r"&#?\w{1,8};",
    "emphasis": r"(?<!\*)\*\*(?!\*)|(?<=[密口令码])\*(?!\*)|(?<!\*)\*(?=[密口令码])|\\(?=[_*#:=`~!\[\]()-])",
    "a tag": r"</?(?:b|i|u|em|strong|span|font|code|mark|small|kbd)(?: [^<>\n]{0,60})?>",
    "a gap": r"(?<=密)[ \t·.*_~-]{1,3}(?=[码钥匙])|(?<=口)[ \t·.*_~-]{1,3}(?=令)|(?<=令)[ \t]{1,3}(?=牌)",
    "a letter": r"[\U0001d400-\U0001d7ff\u24b6-\u24e9\u2460-\u2473]",
}
_ODD = Pattern("|".join(_FORMS.values()))
"""What a reader does not see, or sees as something else."""


@frozen
class Folded:
    """A folded text, and where each of its characters comes from, if any was folded into another number of them."""

    text: str
    _origins: tuple[Span, ...] = ()

    def original(self, span: Span) -> Span:
        """Return the span in the original text; what was dropped inside belongs to it."""
        return (self._origins[span[0]][0], self._origins[span[1] - 1][1]) if self._origins else span


def fold(text: str) -> Folded:
    """Return a text in its plainest form."""
    plain = text if text.isascii() else text.translate(_LIKE)
    pieces: list[str] = []
    origins: list[Span] = []
    end = 0
    for odd in _ODD.finditer(plain):
        if (meant := _meant(odd)) != odd[0]:
            pieces += (plain[end : odd.start()], meant)
            origins += (*pairwise(range(end, odd.start() + 1)), *[odd.span()] * len(meant))
            end = odd.end()
    if not end:
        return Folded(plain)
    return Folded("".join((*pieces, plain[end:])), (*origins, *pairwise(range(end, len(plain) + 1))))


def _meant(odd: Match) -> str:
    """What a reader sees of an odd piece: one character, or nothing."""
    if odd[0].startswith("&"):
        seen = html.unescape(odd[0])
        return seen.translate(_LIKE) if len(seen) == 1 else odd[0]
    normal = unicodedata.normalize("NFKC", odd[0]) if odd[0] > "\u2100" else ""
    return normal if len(normal) == 1 and normal.isalnum() else ""
