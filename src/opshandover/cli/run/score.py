"""The command `score`."""

from collections.abc import Sequence

from opshandover.cli.run.check import threshold_status
from opshandover.cli.run.common import write_json
from opshandover.cli.run.files import OpenedFile, for_each_file
from opshandover.cli.screen import output
from opshandover.reporting.plain import unique_name
from opshandover.reporting.views.score import MOST_STEPS, score_lines
from opshandover.scoring import score
from opshandover.text import Lang


def run(files: Sequence[str], format: str, fail_under: int | None, show_all: bool, lang: Lang | None) -> int:
    """Score files; see the command's help."""
    cards: dict[str, object] = {}

    def work(one: OpenedFile) -> int:
        card = score(one.document)
        if format == "json":
            cards[unique_name(one.name, cards)] = card.as_data(one.lang)
        else:
            screen = output()
            most = None if show_all else MOST_STEPS
            screen.lines(score_lines(card, one.lang, one.shown_name, one.report.findings, most))
            screen.line()
        return threshold_status(one, fail_under)

    status = for_each_file(files, lang, work)
    if format == "json" and cards:
        several = len(dict.fromkeys(files)) > 1
        write_json(cards if several else next(iter(cards.values())))
    return status
