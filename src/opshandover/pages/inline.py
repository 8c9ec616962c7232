"""Runs of text from the tokens of a parser of Markdown, in one pass over them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve, frozen
from markdown_it.token import Token

from opshandover.pages.addresses import is_address
from opshandover.pages.blocks import Image, Run, Runs, text_of
from opshandover.pages.wrapped import SOFT_BREAK, unwrapped
from opshandover.placeholders import is_blank


@frozen
class Style:
    """The style that the surrounding markup gives a text."""

    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""

    def run(self, text: str) -> Run:
        """A text in this style."""
        return Run(text, self.strong, self.emphasis, self.strike, self.code, self.link)

    def having(self, name: str, value: Any) -> "Style":
        """The style with another value for one of its parts."""
        return evolve(self, **{name: value})


_BREAKS = {"softbreak": SOFT_BREAK, "hardbreak": "\n"}
_STYLES = {"strong": "strong", "em": "emphasis", "s": "strike"}

Other = Callable[[Token, Style], Style | Run | None]
"""What a token that Markdown does not know becomes: the style from here on, a run, or nothing."""


_PLAIN = r" ，。；：、！？（）“”‘’《》…·—%/:;,.()&?'\"+=-"
_LINE = re.compile(rf"(?:[^\W_]|[\u25a0-\u25ff])[\w{_PLAIN}]*(?<=[\w，。；：！？）”》%.?)])")
"""A line that has no character of Markdown but `_`: it may begin with a sign such as `▲`, and has no `#` after `&`."""
_VALUE = re.compile(rf"(?:[ ：]|: )[\w{_PLAIN}]*")


def is_plain_line(text: str) -> bool:
    """Whether a text is one line without markup, also at its beginning, which needs no parsing.

    Most texts of a large document are.
    """
    return not text[:1].isdecimal() and "_" not in text and _LINE.fullmatch(text) is not None


def plain_runs(text: str) -> Runs:
    """The runs of a text within a block that needs no parsing: it has no markup, or only labels in bold.

    Returns:
        Nothing if it may have other markup.
    """
    if "_" in text:
        return ()
    if _LINE.fullmatch(text):
        return (Run(text),)
    if not text.startswith("**") or text.count("**") * 2 != text.count("*") or text.count("**") % 2:
        return ()
    found: list[Run] = []
    for at, part in enumerate(text[2:].split("**")):
        last = found[-1].text if found else " "
        if at % 2 == 0 and part.isalnum() and last[-1] in " ；":
            found.append(Run(part, True))
        elif at % 2 and _VALUE.fullmatch(part):
            found.append(Run(part))
        else:
            return ()
    return tuple(found) if found[-1].text[-1] != " " else ()


def runs_of_tokens(tokens: Sequence[Token], *, strong: bool = False, other: Other) -> Runs:
    """The tokens of a line as runs; neighbours in one style are one run.

    Args:
        tokens: the children of a token of text.
        strong: whether all of it is strong.
        other: says what a token becomes that Markdown does not know.
    """
    merged: list[Run] = []
    for run in _runs(tokens, Style(strong=strong), other):
        if merged and same_style(merged[-1], run):
            merged[-1] = evolve(merged[-1], text=merged[-1].text + run.text)
        elif run.text or run.image:
            merged.append(run)
    return unwrapped(merged)


def same_style(one: Run, two: Run) -> bool:
    """Whether two runs of text are in one style, so that they can be one run."""
    return (
        not (one.image or two.image)
        and one.strong is two.strong
        and one.emphasis is two.emphasis
        and one.strike is two.strike
        and one.code is two.code
        and one.link == two.link
    )


def merged_runs(runs: Iterable[Run]) -> Runs:
    """Runs of which neighbours in one style and with one path are one, and none shows nothing."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].path == run.path and same_style(found[-1], run):
            found[-1] = evolve(found[-1], text=found[-1].text + run.text)
        elif run.text or run.image:
            found.append(run)
    return tuple(found)


def _runs(tokens: Sequence[Token], style: Style, other: Other) -> list[Run]:
    runs: list[Run] = []
    outer: list[Style] = []
    links: list[tuple[Token, int, Style]] = []
    for token in tokens:
        match token.type:
            case "text" | "text_special" | "softbreak" | "hardbreak":
                runs.append(style.run(_BREAKS.get(token.type, token.content)))
            case "code_inline":
                runs.append(evolve(style, code=True).run(token.content))
            case "strong_open" | "em_open" | "s_open":
                outer.append(style)
                style = style.having(_STYLES[token.type.removesuffix("_open")], True)
            case "strong_close" | "em_close" | "s_close":
                style = outer.pop()
            case "link_open":
                links.append((token, len(runs), style))
                style = evolve(style, link=style.link or str(token.attrs["href"]))
            case "link_close":
                opened, at, style = links.pop()
                runs[at:] = _link(opened, tuple(runs[at:]), style)
            case "image":
                runs.append(_image(token, style, other))
            case _:
                found = other(token, style)
                if isinstance(found, Run):
                    runs.append(found)
                elif found is not None:
                    style = found
    return runs


def _link(token: Token, runs: Runs, style: Style) -> Iterator[Run]:
    """Yield a link's text; one whose text shows nothing shows its address, a title follows in brackets.

    An address that leads to itself is text, as it would be without brackets.
    """
    address = str(token.attrs["href"])
    inside = evolve(style, link=style.link or address)
    seen = any(run.image or not is_blank(run.text) for run in runs)
    runs = runs if seen else (inside.run(address),)
    said = text_of(runs)
    leads_to_itself = token.markup == "autolink" or (address == said and "title" not in token.attrs)
    if leads_to_itself and is_address(said) and all(run == inside.run(run.text) for run in runs):
        yield style.run(said)
        return
    yield from runs
    if style.link and address != style.link:
        yield evolve(style, link=address).run(f" ({address})")
    if title := token.attrs.get("title"):
        yield style.run(f" ({title})")


def _image(token: Token, style: Style, other: Other) -> Run:
    """Return an image as one run; its text loses its style, but no address."""
    alt = plain_text(runs_of_tokens(token.children or (), other=other)).replace("\n", " ")
    title = str(token.attrs.get("title", "")).replace("\n", " ")
    return evolve(style.run(alt), image=Image(str(token.attrs["src"]), title))


def plain_text(runs: Runs) -> str:
    """Return runs as plain text for a column heading; their addresses stay visible."""
    return "".join(run.text + "".join(f" ({address})" for address in _addresses(run)) for run in runs)


def _addresses(run: Run) -> Iterator[str]:
    if run.image is not None:
        yield run.image.address
    if run.link not in ("", run.text):
        yield run.link
