"""Words and marks for the results of checks and scores."""

from collections.abc import Mapping

from opshandover.findings import Report, Severity
from opshandover.text import Lang, Text

MARKS: Mapping[Severity, str] = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
STYLES: Mapping[Severity, str] = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
READY = Text("可以定稿", "ready")
NOT_READY = Text("还不能定稿", "not ready")
COUNTED = Text("{numbers}；{verdict}", "{numbers}; {verdict}")
NO_FINDINGS = Text("没有发现问题", "no findings")
NOT_CHECKED = Text("未检查（{reason}）：{rules}", "not checked ({reason}): {rules}")
WAIVED = Text("已豁免 {n} 条：{rules}", "{n} waived: {rules}")
PAUSE = Text("，", ", ")
BRACKETED = Text("（{text}）", " ({text})")
SCORE = Text("得分 {score} / 100", "score {score} / 100")
SCORED_ON = Text(
    "按适用的 {points} 分（满分 100）折算：其余部分已声明不适用",
    "scored on {points} of 100 points: the rest does not apply",
)
NOTHING_TO_SCORE = Text("没有可评分的内容", "nothing to score")
NOT_APPLICABLE = Text("不适用", "does not apply")
NEXT = Text("接下来：", "What to do next:")
GAIN = Text("+{gain} 分", "+{gain} points")
_NUMBERS: Mapping[Severity, tuple[Text, Text]] = {
    Severity.ERROR: (Text("{n} 个错误", "{n} error"), Text("{n} 个错误", "{n} errors")),
    Severity.WARNING: (Text("{n} 个警告", "{n} warning"), Text("{n} 个警告", "{n} warnings")),
    Severity.INFO: (Text("{n} 条提示", "{n} note"), Text("{n} 条提示", "{n} notes")),
}


def shown_severity(severity: Severity, lang: Lang) -> str:
    """The mark and the name of a severity."""
    return f"{MARKS[severity]} {severity.label[lang]}"


def number_of(severity: Severity, n: int, lang: Lang) -> str:
    """The number of findings of one severity, in words."""
    one, many = _NUMBERS[severity]
    return (one if n == 1 else many)[lang].format(n=n)


def counted(report: Report, lang: Lang) -> str:
    """The number of findings of each severity, in words."""
    numbers = [number_of(severity, n, lang) for severity in Severity if (n := report.count(severity))]
    return PAUSE[lang].join(numbers) or NO_FINDINGS[lang]


def verdict(report: Report, lang: Lang) -> str:
    """How much was found, and whether the document is ready."""
    ready = READY if report.ready else NOT_READY
    return COUNTED[lang].format(numbers=counted(report, lang), verdict=ready[lang])
