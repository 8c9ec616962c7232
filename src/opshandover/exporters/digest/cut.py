"""Puts lines together, and leaves out what matters least where there is a limit."""

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from opshandover.errors import OptionError
from opshandover.text import Lang, Text, message

_MORE = Text("（另有 {number} 条未列出）", "({number} more not shown)")


@frozen(kw_only=True)
class Group:
    """Lines that belong together. What has more `weight` is left out first.

    `opening` stands before the first line, and only if there is one.
    """

    lines: tuple[str, ...]
    weight: int
    opening: str = ""


def cut(title: str, groups: Sequence[Group], limit: int, lang: Lang) -> str:
    """Writes as many lines as the limit allows, the most important ones, in reading order."""
    counts = [len(group.lines) for group in groups]
    whole = _written(title, groups, counts)
    if not limit or len(whole) <= limit:
        return whole
    everything = sum(counts)
    size = len(title) + 1
    least = min(size + len(_more(everything, lang)), len(whole))
    if limit < least:
        raise _too_small(limit, least)
    order = sorted((group.weight, i, j) for i, group in enumerate(groups) for j in range(counts[i]))
    fitting = 0
    for done, (_, i, j) in enumerate(order, start=1):
        size += len(groups[i].lines[j]) + 1 + (0 if j else len(groups[i].opening))
        if size + len(_more(everything - done, lang)) <= limit:
            fitting = done
    kept = Counter(i for _, i, _ in order[:fitting])
    short = _written(title, groups, [kept[i] for i in range(len(groups))])
    return short + _more(everything - fitting, lang)


def _written(title: str, groups: Sequence[Group], counts: Sequence[int]) -> str:
    text = [f"{title}\n"]
    for group, count in zip(groups, counts, strict=True):
        if count:
            text += [group.opening, *(f"{line}\n" for line in group.lines[:count])]
    return "".join(text)


def _more(number: int, lang: Lang) -> str:
    return _MORE[lang].format(number=number) + "\n"


def _too_small(limit: int, least: int) -> OptionError:
    return OptionError(
        message(
            "limit 太小：{limit}；这份文档至少需要 {least}",
            "limit is too small: {limit}; this document needs at least {least}",
            limit=limit,
            least=least,
        )
    )
