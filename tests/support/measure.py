"""How many secrets are found, and how often there is a false alarm, in texts as people write them.

All corpora were written without knowledge of the rule, and counted before anybody worked on them. The lines
missed in those up to `fourteenth`, `heldout` included, were looked at while the rule was mended; those of
`fifteenth` and `sixteenth` were counted, and only what a change lost in them was looked at, so that their figures
say what to expect of texts that are new.
"""

import re
from pathlib import Path

from attrs import frozen

from opshandover.redaction import Span, find_secrets

DATA = Path(__file__).parents[1] / "data"
FIRST = {"dev": 29, "heldout": 27}
"""How many of the 40 secrets of each half were found when it was first measured."""
REACHED = {"dev": 40, "heldout": 38}
"""How many were found when the patterns were last worked on."""
MORE = {"more": 94}
"""The same of a later corpus of 120 secrets and 120 harmless lines, before it was worked on."""
MANUALS = {
    "manuals": (120, 19),
    "second": (59, 1),
    "third": (63, 0),
    "fourth": (133, 3),
    "fifth": (98, 6),
    "sixth": (42, 1),
    "seventh": (24, 1),
    "eighth": (38, 2),
    "ninth": (44, 1),
    "tenth": (37, 1),
    "eleventh": (38, 1),
    "twelfth": (36, 1),
    "thirteenth": (38, 0),
    "fourteenth": (39, 0),
    "fifteenth": (37, 0),
    "sixteenth": (68, 0),
}
"""Corpora written like operations manuals, where the second column has the form of a line instead of its
language: secrets found and false alarms when each was first measured."""
_MARK = re.compile("⟦([^⟧]+)⟧")


@frozen(kw_only=True)
class Line:
    """One line of a corpus, as a person would write it, and where its secrets are."""

    lang: str
    text: str
    secrets: tuple[Span, ...]

    @property
    def is_found(self) -> bool:
        """Whether every character of every secret lies in a span that was found."""
        hidden = {at for span in find_secrets(self.text) for at in range(*span)}
        return all(hidden.issuperset(range(*span)) for span in self.secrets)


@frozen(kw_only=True)
class Figures:
    """What was counted in one corpus, in lines."""

    half: str
    secrets: int
    found: int
    harmless: int
    alarms: int

    @property
    def recall(self) -> float:
        """The share of lines with secrets in which all of them are found."""
        return self.found / self.secrets

    def __str__(self) -> str:
        return (
            f"{self.half}: {self.found} of {self.secrets} found ({self.recall:.1%}), "
            f"{self.alarms} false alarms in {self.harmless}"
        )


def read_corpus(half: str) -> tuple[Line, ...]:
    """Reads the lines of one corpus; those without secrets are the harmless ones."""
    _, *rows = (DATA / f"corpus_{half}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_line(*row.split("\t")) for row in rows)


def measure(half: str) -> Figures:
    """Counts what is found in one corpus, and where harmless lines raise an alarm."""
    lines = read_corpus(half)
    secrets = [line for line in lines if line.secrets]
    harmless = [line for line in lines if not line.secrets]
    return Figures(
        half=half,
        secrets=len(secrets),
        found=sum(line.is_found for line in secrets),
        harmless=len(harmless),
        alarms=sum(bool(find_secrets(line.text)) for line in harmless),
    )


def recall_by_form(half: str, least: int = 1) -> dict[str, float]:
    """The share of found lines for each form of secret that a corpus of manuals has in so many lines."""
    found: dict[str, list[bool]] = {}
    for line in read_corpus(half):
        if line.secrets:
            found.setdefault(line.lang, []).append(line.is_found)
    return {form: sum(each) / len(each) for form, each in found.items() if len(each) >= least}


def dev_misses() -> tuple[str, ...]:
    """The lines of the dev half whose secrets are not found, to work on."""
    return tuple(x.text for x in read_corpus("dev") if x.secrets and not x.is_found)


def _line(kind: str, lang: str, written: str) -> Line:
    marked = written.replace("¦", "").replace("\\n", "\n").replace("\\t", "\t")
    # Every earlier pair of marks takes two places, and none of them is in the text.
    secrets = tuple((m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(_MARK.finditer(marked)))
    if bool(secrets) != (kind == "secret"):
        raise ValueError(f"a line of kind {kind} has {len(secrets)} marks")
    return Line(lang=lang, text=_MARK.sub(r"\1", marked), secrets=secrets)
