"""The result of scoring: the number, the sections that it comes from, and what to do next."""

from fractions import Fraction

from attrs import field, frozen

from opshandover.errors import NotReadyError
from opshandover.profiles.subject import Subject
from opshandover.showing import Showing
from opshandover.text import DEFAULT_LANG, Lang, Message, Text


@frozen(kw_only=True)
class SectionScore:
    """One section, or the header, in whole points of the score.

    `weight` is the most that the section can add to the score of this document: the profile's weight,
    or more if other sections do not apply, or 0 if it does not apply itself. `missing` has the paths
    of everything that is empty, in reading order.
    """

    key: str
    label: Text
    weight: int
    earned: int
    missing: tuple[str, ...]

    def as_data(self) -> dict[str, object]:
        """The section as plain data."""
        return {"key": self.key, "weight": self.weight, "earned": self.earned, "missing": list(self.missing)}


@frozen(kw_only=True)
class NextStep:
    """One thing to fill in, and the exact points of 100 that it adds when it is complete.

    `effort` is a whole number without a unit: a short text takes 2.
    """

    path: str
    label: Text
    gain: Fraction
    effort: int
    hint: Text

    def as_data(self, lang: Lang) -> dict[str, object]:
        """The step as plain data, the gain rounded to hundredths of a point."""
        return {"path": self.path, "gain": round(float(self.gain), 2), "hint": self.hint[lang]}


@frozen(kw_only=True, repr=False)
class Scorecard(Showing):
    """How complete a document is, measured by what its kind of document needs.

    `score` is `exact` rounded down: 100 means that nothing is missing, not that the content is true.
    Both are `None` if nothing applies. `scored_on` is how many of the profile's 100 points apply;
    `scoring_id` identifies the table of weights, and only scores with the same one can be compared.
    Adding an item that is incomplete may lower the score, since a list earns the mean of its items.

    `str()` is what `opshandover score` prints, with what a check finds, and a notebook shows a table. For these it
    knows its `subject`, which is no part of the result: cards with the same points are equal.
    """

    score: int | None
    exact: Fraction | None
    scored_on: int
    scoring_id: str
    sections: tuple[SectionScore, ...]
    next_steps: tuple[NextStep, ...]
    subject: Subject | None = field(default=None, eq=False)

    def __repr__(self) -> str:
        """Leave out sections and steps: there are dozens."""
        return f"<Scorecard {self.score} of 100, scored on {self.scored_on}, {self.scoring_id}>"

    @property
    def lang(self) -> Lang:
        """The language of the document."""
        return self.subject.document.output_lang if self.subject else DEFAULT_LANG

    def is_below(self, least: int) -> bool:
        """Whether the score is lower than a minimum; a document to which nothing applies has none that suffices."""
        return self.score is None or self.score < least

    def assert_at_least(self, least: int) -> None:
        """Go on only with a score that is high enough, as `--fail-under` does at the prompt.

        Args:
            least: the lowest score that is accepted, from 0 to 100.

        Raises:
            NotReadyError: the score is lower; says by how much.
        """
        if self.is_below(least):
            name = self.subject.shown_name(self.lang) if self.subject else "-"
            raise NotReadyError(self.too_low(name, least), self.lang)

    def too_low(self, name: str, least: int) -> Message:
        """What people are told about a document of that name whose score is too low."""
        return Message(_TOO_LOW, {"name": name, "score": "-" if self.score is None else self.score, "least": least})

    def as_data(self, lang: Lang | None = None) -> dict[str, object]:
        """The card as plain data, its texts in one language: that of the document if not given."""
        return {
            "score": self.score,
            "scored_on": self.scored_on,
            "scoring_id": self.scoring_id,
            "sections": [section.as_data() for section in self.sections],
            "next": [step.as_data(lang or self.lang) for step in self.next_steps],
        }


_TOO_LOW = Text("{name}：得分 {score}，低于要求的 {least}", "{name}: score {score} is below {least}")
