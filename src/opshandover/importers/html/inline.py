"""Elements within a line as runs."""

import re
from collections.abc import Iterable, Sequence

from attrs import evolve

from opshandover.importers.html.tree import Element, name_of
from opshandover.pages.addresses import is_address, safe_address
from opshandover.pages.blocks import Image, Run, Runs
from opshandover.pages.inline import Style, merged_runs

_STYLES = {
    "b": "strong",
    "strong": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "s": "strike",
    "del": "strike",
    "strike": "strike",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_WIDE_BREAK = re.compile(rf"(?<=[{_HAN}])[ \t]*\r?\n\s*(?=[{_HAN}])")
"""A line end in the source between Chinese characters, which have no blanks between them."""
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_HAS_TEXT = ("text", "search", "email", "tel", "url", "date", "number", "")


def style_in(node: Element, style: Style) -> Style:
    """The style of what is in an element."""
    name = name_of(node)
    if name in _STYLES:
        return style.having(_STYLES[name], True)
    if name == "a" and (address := (node.get("href") or "").strip()):
        return evolve(style, link=address)
    return style


def run_of(node: Element, style: Style, path: str) -> Run | None:
    """The run that an element without content shows: a picture, a box, or the text of a field."""
    if node.get("data-address") is not None:
        title = node.get("data-title") or node.get("title") or ""
        image = Image((node.get("data-address") or "").strip(" "), title)
        return evolve(style.run(node.get("data-text") or ""), image=image, path=path)
    match name_of(node):
        case "br":
            return Run("\n", path=path)
        case "img":
            alt = " ".join((node.get("alt") or "").split())
            address = (node.get("src") or "").strip()
            embedded = not address or address.startswith("data:")
            run = evolve(style.run(alt), path=path)
            return run if embedded else evolve(run, image=Image(address, " ".join((node.get("title") or "").split())))
        case "input":
            kind = (node.get("type") or "").lower()
            if kind in ("checkbox", "radio"):
                return style.run("☐ " if node.get("checked") is None else "☑ ")
            return style.run(node.get("value") or "") if kind in _HAS_TEXT else None
        case _:
            return None


def folded_text(text: str) -> str:
    """A text of a source in which line ends and blanks in a row stand for one blank."""
    return _SPACES.sub(" ", _WIDE_BREAK.sub("", text))


def folded(runs: Sequence[Run]) -> Runs:
    """Runs without the blanks that a browser does not show: in a row, and at the ends of lines."""
    found: list[Run] = []
    last = "\n"
    for run in runs:
        text = run.text
        if not (run.code or run.image) and last in " \n":
            text = text.lstrip(" ")
        if text.startswith("\n") and found and not found[-1].image:
            found[-1] = evolve(found[-1], text=found[-1].text.rstrip(" "))
        if text or run.image:
            found.append(run if text == run.text else evolve(run, text=text))
            last = text[-1:] or "x"
    while found and not found[-1].image and not found[-1].code and not found[-1].text.strip():
        found.pop()
    if found and not (found[-1].image or found[-1].code):
        found[-1] = evolve(found[-1], text=found[-1].text.rstrip())
    return merged(found)


def merged(runs: Iterable[Run]) -> Runs:
    """Runs of which neighbours in one style and with one path are one; an address that leads to itself is text."""
    return merged_runs(evolve(each, link="") if _leads_to_itself(each) else each for each in runs)


def _leads_to_itself(run: Run) -> bool:
    if not run.link:
        return False
    if run.image:
        return run.link == safe_address(run.image.address)
    return is_address(run.text) and run.link in (run.text, safe_address(run.text))
