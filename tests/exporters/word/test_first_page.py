"""The first page: it says what the document is, who hands what to whom, and what comes first."""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest
from tests.support.examples import EXAMPLES
from tests.support.office import all_printed, plain

import opshandover as oh
from opshandover.document.pressing import pressing
from opshandover.exporters.word.themes import Theme
from opshandover.layout.words.labels import FIRST_THINGS, IN_FOCUS
from opshandover.model.fields import field_map
from opshandover.model.header import Header
from opshandover.profiles import profile_of
from opshandover.text import LANGUAGES, Lang


def wanted(document: oh.OpsDocument, lang: Lang) -> Iterator[str]:
    """The texts that a reader has to find before turning the page."""
    profile = profile_of(document.profile)
    yield from (document.title, profile.label[lang])
    for person in (document.giver, *document.receivers):
        yield person.name if person else ""
    if document.state:
        yield document.state.label[lang]
    for name in ("period", "shift"):
        yield field_map(Header)[name].label[lang] if getattr(document, name) else ""
    for entry in pressing(document, lasting=profile.charter)[:1]:
        yield (FIRST_THINGS if profile.handover else IN_FOCUS)[lang]
        yield str(getattr(entry.record, "title", "") or getattr(entry.record, "name", ""))


@pytest.mark.office
@pytest.mark.parametrize("turn", [pytest.param(0), *(pytest.param(n, marks=pytest.mark.nightly) for n in (1, 2))])
def test_what_counts_is_on_the_first_page(turn: int, tmp_path: Path) -> None:
    """Title, kind, people, period, state and what is pressing stand there, in a theme for each example in turn."""
    documents: dict[str, tuple[oh.OpsDocument, Lang]] = {}
    files: dict[str, bytes] = {}
    for path, theme in zip(EXAMPLES, islice(cycle(Theme), turn, None), strict=False):
        for lang in LANGUAGES:
            name = f"{path.stem}.{theme.value}.{lang}"
            documents[name] = oh.load(path), lang
            files[name] = oh.export(documents[name][0], "word", lang=lang, theme=theme)
    shown = all_printed(files, tmp_path, last_page=1)
    for name, (document, lang) in documents.items():
        missing = [text for text in wanted(document, lang) if plain(text) not in shown[name]]
        assert (name, missing) == (name, [])
