"""The report as one page of HTML: for people, on a screen or on paper, without scripts and without a network."""

from collections.abc import Sequence

from opshandover._version import __version__
from opshandover.html import Html
from opshandover.reporting.checked import Checked, FileResult
from opshandover.reporting.html import labels
from opshandover.reporting.html.elements import element, heading, together
from opshandover.reporting.html.part import Part
from opshandover.reporting.html.style import STYLE
from opshandover.reporting.labels import verdict
from opshandover.text import LANGUAGE_TAGS, Lang


def write(file_results: Sequence[FileResult], lang: Lang) -> str:
    """One page with a part for each file; of several files, a table of them comes first."""
    return page(file_results, lang)


def page(file_results: Sequence[FileResult], lang: Lang) -> str:
    """One page with a part for each file; of several files, a table of them comes first."""
    level = 1 if len(file_results) == 1 else 2
    parts = [Part(one, number, level) for number, one in enumerate(file_results, start=1)]
    title = parts[0].title if len(parts) == 1 else labels.REPORT[lang]
    several = (heading(labels.REPORT[lang], 1), _contents(parts, lang)) if len(parts) > 1 else ()
    main = element("main", *several, *(part.html() for part in parts), _footer(lang))
    head = together(
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        Html(f"<style>{STYLE}</style>"),
    )
    page = element("html", element("head", head), element("body", main), lang=LANGUAGE_TAGS[lang])
    return f"<!DOCTYPE html>\n{page}\n"


def _contents(parts: Sequence[Part], lang: Lang) -> Html:
    heads = (labels.DOCUMENT, labels.FILE, labels.SCORE, labels.RESULT)
    rows = (
        element(
            "tr",
            element("th", element("a", part.title, href=f"#{part.anchor}"), scope="row"),
            element("td", part.file, class_="muted"),
            element("td", str(part.score) if part.score is not None else "–"),
            element("td", _result(part)),
        )
        for part in parts
    )
    return element(
        "table",
        element("thead", element("tr", *(element("th", head[lang], scope="col") for head in heads))),
        element("tbody", *rows),
        class_="files stack",
    )


def _result(part: Part) -> Html:
    one, lang = part.result, part.result.lang
    if isinstance(one, Checked):
        return element("span", verdict(one.report, lang), class_=f"chip {'ok' if one.report.ready else 'error'}")
    return element("span", labels.UNREAD[lang], class_="chip error")


def _footer(lang: Lang) -> Html:
    return element("footer", labels.MADE_BY[lang].format(version=__version__))
