"""The class of a profile."""

from collections.abc import Mapping
from typing import Literal, get_args

from attrs import field, frozen
from attrs.validators import deep_mapping, instance_of

from opshandover.spec import Need
from opshandover.text import Text

HEADER = "header"
"""The key of the header's fields among the sections of a profile."""


Trait = Literal["handover", "departure", "workday", "conversation", "charter"]
"""What a kind of document may be; rules name traits instead of kinds, so that a team's own kinds
are asked what they are meant for."""
TRAITS: tuple[Trait, ...] = get_args(Trait)


@frozen
class Share:
    """How much a kind of document needs a section, and its points out of 100."""

    need: Need = field(validator=instance_of(Need))
    weight: int = field(validator=instance_of(int))


def _no_weights() -> Mapping[str, int]:
    return {}


@frozen(kw_only=True)
class Profile:
    """One kind of document.

    `sections` has a share for each section that is required or recommended, by key, in the order
    in which people read them; `HEADER` stands for the header's fields. All weights sum to 100.
    `weights` overrides the weight of single fields by dotted path (`work_progress.tasks.owner`).
    `days_fresh` is after how many days figures are old. `based_on` names the registered profile that
    a team's own was made from.

    What the document is, is said by traits, on which the rules depend: work passes from a giver to
    receivers, who then sign (`handover`); the giver leaves the post for good (`departure`); it plans
    and reports a day of work (`workday`), records talks (`conversation`), or lays down lasting rules
    (`charter`). A `brief` one is a page or two, written in minutes, and is not asked for more.
    """

    name: str = field(validator=instance_of(str))
    label: Text = field(validator=instance_of(Text))
    short: Text = field(validator=instance_of(Text))
    purpose: Text = field(validator=instance_of(Text))
    handover: bool
    sections: Mapping[str, Share] = field(hash=False, validator=deep_mapping(instance_of(str), instance_of(Share)))
    weights: Mapping[str, int] = field(
        factory=_no_weights, hash=False, validator=deep_mapping(instance_of(str), instance_of(int))
    )
    based_on: str = ""
    departure: bool = False
    workday: bool = False
    conversation: bool = False
    charter: bool = False
    brief: bool = False
    days_fresh: int = 30

    @property
    def traits(self) -> frozenset[Trait]:
        """All that documents of this kind are."""
        return frozenset(trait for trait in TRAITS if getattr(self, trait))

    @property
    def kind(self) -> str:
        """The name of the registered kind, which settings may mean as well."""
        return self.based_on or self.name

    def need(self, key: str) -> Need:
        """How much this kind of document needs a section; a section without a share is optional."""
        share = self.sections.get(key)
        return share.need if share else Need.OPTIONAL
