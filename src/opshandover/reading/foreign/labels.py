"""Headings and labels as people write them: numbered, with signs around them, and with a colon behind."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import evolve, frozen

from opshandover.model.choice import spaced
from opshandover.pages.blocks import Run, Runs, text_of
from opshandover.reading.foreign.leaves import Grid, Part, leaves_of
from opshandover.reading.foreign.traditional import SIMPLIFIED
from opshandover.spelling import fold

_NUMBER = re.compile(
    r"\s*(?:"
    r"第[一二三四五六七八九十百零\d]{1,4}[章节条款篇编部项]\s*[:：、.]?|"
    r"[（(][一二三四五六七八九十\d]{1,3}[)）]\s*[:：、.]?|"
    r"[一二三四五六七八九十]{1,3}\s*[、.．:：]|"
    r"\d{1,2}(?:\.\d{1,2}){0,3}\s*(?:[、.．)）:]|(?=\s)|(?=[^\W\d_A-Za-z年月日号点时天周次个条项/]))|"
    r"\d\ufe0f?\u20e3|[①-⑳]|[IVX]{1,4}\.\s|[A-Ha-h][.、)]\s|(?:Chapter|Section|Article|Part|Step)\s\d{1,2}[.:]?\s"
    r")\s*"
)
NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}(?:[、.．]|\s)\s*\S")
"""A heading with a Chinese number."""
_SIGNS = re.compile(r"^[^\w（(【\[《“\"'+@$%<~]+|[^\w）)】\]》”\"'+%>?？!。]+$")
_BRACKETS = re.compile(r"^[【〖\[](.*)[】〗\]]$")
_SPREAD = re.compile(r"\s+")
_SPREAD_WORD = re.compile(r"[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff]){1,5}")
"""A word with blanks between its characters, `总  则`."""
_ASIDE = re.compile(r"\s*[（(\[【][^（）()\[\]【】]{0,60}[）)\]】]\s*$")


@frozen
class Title:
    """A heading without its number and signs: its text, and what stands in brackets at its end."""

    text: str
    aside: str = ""


@lru_cache(maxsize=1024)
def title_of(written: str) -> Title:
    """A heading without number, emoji and colon."""
    text = written.strip()
    for _ in range(3):
        before = text
        text = _SIGNS.sub("", text).strip()
        text = _NUMBER.sub("", text, count=1) if _NUMBER.match(text) and _NUMBER.sub("", text, count=1) else text
        text = _BRACKETS.sub(r"\1", text).strip(" :：*")
        text = _SPREAD.sub("", text) if _SPREAD_WORD.fullmatch(text) else text
        if text == before:
            break
    aside = _ASIDE.search(text)
    if aside and aside.start():
        return Title(text[: aside.start()].strip(" :："), aside[0].strip(" （）()[]【】"))
    return Title(text)


@lru_cache(maxsize=1024)
def normal(text: str) -> str:
    """A heading or label for comparison.

    Each text is compared about fifty times: kept, a table of 5,000 rows is read in half the time.
    """
    return spaced(fold(text).translate(SIMPLIFIED).replace("’", "'").replace("*", "")).strip(" :;,.")


_HALVES = re.compile(r"[A-Za-z][A-Za-z '&/-]*[A-Za-z]|[\u4e00-\u9fff][\u4e00-\u9fff、/]*")


def halves(text: str) -> list[str]:
    """The Chinese and the English part of a label in both languages; none if it is in one."""
    parts = [normal(part) for part in _HALVES.findall(text)]
    is_both = len(parts) == 2 and parts[0].isascii() is not parts[1].isascii()
    return parts if is_both else []


@frozen(kw_only=True)
class Label:
    """A label with the value behind its colon; `runs` are those of the value."""

    label: str
    value: str
    runs: Runs


_LABEL = re.compile(
    r"\s*(?:[-•·▪●◦*]\s*)?[【\[]?(?P<label>[^\s:：，。；;,!！?？\d「“\"|/\\【】\[\]][^:：，。；;!！?？\n|【】\[\]]{0,29}?)[】\]]?\s*(?P<colon>[:：])(?!//|\\)\s*"
)
_IN_BRACKETS = re.compile(r"\s*【(?P<label>[^【】:：]{1,16})】\s*(?P<colon>)(?=\S)")
_WORDS = 5


def split_label(runs: Runs) -> Label | None:
    """The label and value of a line `标签：值`, or `None`."""
    text = text_of(runs)
    found = _LABEL.match(text) or _IN_BRACKETS.match(text)
    if found is None or runs[0].code or _is_code(runs, found.start("colon")):
        return None
    label = found["label"].strip(" *")
    if len(re.findall("[（(]", label)) != len(re.findall("[）)]", label)):
        return None
    if label.isascii() and (len(label) < 2 or len(label.split()) > _WORDS or label.casefold() in _SCHEMES):
        return None
    if not label.isascii() and len(label) > 18:
        return None
    if found["colon"] == ":" and text[found.end("colon") : found.end("colon") + 1].isdigit() and label[-1:].isdigit():
        return None
    rest = behind(runs, found.end())
    return Label(label=label, value=text_of(rest).strip(), runs=rest)


def _is_code(runs: Runs, at: int) -> bool:
    """Whether the character at a place in the text of runs is part of code."""
    for run in runs:
        if at < len(run.text):
            return run.code
        at -= len(run.text)
    return False


_SCHEMES = frozenset("http https ftp mailto tel ssh git jdbc file".split())


def behind(runs: Runs, at: int) -> Runs:
    """The runs behind a place in their text."""
    found: list[Run] = []
    for run in runs:
        if at >= len(run.text) and not (run.image and at == 0):
            at -= len(run.text)
            continue
        found.append(evolve(run, text=run.text[at:]) if at else run)
        at = 0
    return tuple(found)


_PAIR = re.compile(
    r"(?:^|[\s，,；;|、。/])[【\[]?(?P<a>[^\s\d:：，。；;,、|/【】\[\]][^\s:：，。；;,、|/【】\[\]]{0,11}(?: [A-Za-z]{1,12})?)[】\]]?\s*[:：](?!//)"
    r"|(?:^|(?<=[^：:]))【(?P<b>[^【】:：]{1,12})】(?=[^：:])"
)


def pairs(text: str) -> list[tuple[str, str]]:
    """The labels and values on a line that holds several: `负责人：周岩  截止：5 月 3 日`; none if there are not two."""
    found = list(_PAIR.finditer(text))
    if len(found) < 2 or text[: found[0].start()].strip():
        return []
    ends = [match.start() for match in found[1:]] + [len(text)]
    return [
        (match["a"] or match["b"], text[match.end() : end].strip(" \t，,；;|、/"))
        for match, end in zip(found, ends, strict=True)
    ]


def labels_in(parts: Iterable[Part]) -> Iterator[str]:
    """The labels of lines, and the texts of cells without one, which may be labels; none of lines to sign on."""
    for part in parts:
        for leaf in leaves_of([part]):
            several = [name for name, _ in pairs(leaf.text)]
            label = split_label(leaf.runs)
            if not is_to_sign(leaf.text):
                yield from several or ([label.label] if label else [leaf.text] * isinstance(part, Grid))


_SIGNATURE = re.compile(r"(?:[^\n_＿]{0,24}(?:[_＿]{3,}|\.{6,}|…{3,}|:\s*$|：\s*$)\s*){1,4}[^_\n]{0,4}")


def is_to_sign(text: str) -> bool:
    """Whether a line is one to sign on."""
    return len(text) < 120 and ("__" in text or "＿＿" in text) and bool(_SIGNATURE.fullmatch(text))
