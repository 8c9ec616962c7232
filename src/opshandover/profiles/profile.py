"""The class of a profile."""

from collections.abc import Mapping

from attrs import field, frozen

from opshandover.spec import Need
from opshandover.text import Text

HEADER = "header"
"""The key of the header's fields among the sections of a profile."""


@frozen
class Share:
    """How much a kind of document needs a section, and its points out of 100."""

    need: Need
    weight: int


def _no_weights() -> Mapping[str, int]:
    return {}


@frozen(kw_only=True)
class Profile:
    """One kind of document.

    `sections` has a share for each section that is required or recommended, by key, in the order
    in which people read them; `HEADER` stands for the header's fields. All weights sum to 100.
    `weights` overrides the weight of single fields by dotted path (`work_progress.tasks.owner`).
    `handover` says whether work passes from a giver to receivers, who then sign. `based_on` names
    the registered profile that a team's own was made from.
    """

    name: str
    label: Text
    short: Text
    purpose: Text
    handover: bool
    sections: Mapping[str, Share] = field(hash=False)
    weights: Mapping[str, int] = field(factory=_no_weights, hash=False)
    based_on: str = ""

    @property
    def kind(self) -> str:
        """The name of the registered kind: the one that rules use for kinds of document."""
        return self.based_on or self.name

    def need(self, key: str) -> Need:
        """How much this kind of document needs a section; a section without a share is optional."""
        share = self.sections.get(key)
        return share.need if share else Need.OPTIONAL
