"""Short ways to write blocks as Markdown."""

from opshandover.exporters.markdown.render import render
from opshandover.pages.blocks import Block, Page, Paragraph, Role, Run
from opshandover.text import Lang


def page(*blocks: Block, lang: Lang = "zh") -> Page:
    """A page of blocks, without a title."""
    return Page(title="", kind="", lang=lang, blocks=blocks)


def paragraph(*parts: str | Run, role: Role = Role.NONE) -> Paragraph:
    """A paragraph of runs, or of texts without a style."""
    runs = tuple(Run(text=part) if isinstance(part, str) else part for part in parts)
    return Paragraph(runs=runs, role=role)


def written(*blocks: Block, lang: Lang = "zh") -> str:
    """The Markdown of blocks, without the line feed at its end."""
    return render(page(*blocks, lang=lang)).removesuffix("\n")


def line(*parts: str | Run) -> str:
    """The Markdown of a paragraph."""
    return written(paragraph(*parts))
