"""The kind of a document, by the words of its title, its headings and its labels."""

import re
from collections import Counter
from collections.abc import Iterable

from attrs import frozen

_WORDS = {
    "offboarding": r"离职|离岗|调岗|转岗|岗位交接|最后工作日|继任|offboard|last (?:working )?day|leaving|resign|departing|successor|departure",
    "shift_handover": r"交班|接班|班次|[早中晚夜白]班|值班|交接班|\bshift|on-?call|rotation|\boncall",
    "daily_report": r"日报|周报|月报|工作汇报|今日工作|明日计划|本周工作|下周计划|今日完成|(?:工作|每日|学习|实习|项目|值班)日志|^日志$|daily (?:report|log|update)|weekly (?:report|update)|stand-?up|done today",
    "meeting_notes": r"纪要|会议记录|参会|与会|出席|主持人?|议题|议程|决议|会议时间|minutes|attendees|agenda|meeting notes|action items",
    "charter": r"章程|公约|守则|细则|总则|附则|管理制度|管理办法|工作规范|第[一二三四五六七八九十]+[条章]|解释权|适用范围|charter|policy|bylaws|general provisions|code of conduct",
    "communication": r"访谈|沟通记录|面谈|采访|interview|conversation|\bQ&A\b|1:1|one-on-one",
    "daily_handover": r"交接|移交|handover|hand-over|hand over|handoff",
}
_PATTERNS = {name: re.compile(words, re.IGNORECASE) for name, words in _WORDS.items()}
_TITLE, _OTHER, _MOST = 4, 1, 4
"""The points of a word in the title and elsewhere, and the most points for words elsewhere."""


@frozen
class Guess:
    """A kind of document and how sure it is."""

    profile: str
    certainty: float


def kind_of(title: str, words: Iterable[str]) -> Guess:
    """The kind that a title and the headings and labels of a document speak of."""
    points: dict[str, float] = dict.fromkeys(_PATTERNS, 0)
    for name, pattern in _PATTERNS.items():
        points[name] += _TITLE * bool(pattern.search(title))
    elsewhere: Counter[str] = Counter()
    for word in words:
        for name, pattern in _PATTERNS.items():
            elsewhere[name] += _OTHER * bool(pattern.search(word))
    for name, found in elsewhere.items():
        points[name] += min(found, _MOST)
    points["daily_handover"] = min(points["daily_handover"], _TITLE) / 2
    best, score = max(points.items(), key=lambda pair: pair[1])
    if not score:
        return Guess("daily_handover", 0.3)
    return Guess(best, round(min(0.95, 0.4 + 0.5 * score / (sum(points.values()) or 1) * min(1, score / _TITLE)), 2))
