"""Retired rules: what their codes and names stand for now.

A code is never reused. Settings and waivers that name one still work: selecting it selects the rule
that covers it now, and ignoring it leaves out the fields that it required and no others.
"""

from collections.abc import Mapping

from attrs import field, frozen

from opshandover.model import (
    AccessChange,
    Asset,
    DataReport,
    Definition,
    OpsDocument,
    Recognition,
    Record,
    SpecialRequest,
    Support,
    Task,
)

_REQUIRED = "GEN008"


@frozen(kw_only=True)
class Retired:
    """A rule that was removed, or renamed and reduced.

    `now` is the code of the rule that covers it; its own code, if it was renamed. `fields` has by
    class the fields that it required and the rule on required fields covers now.
    """

    code: str
    name: str
    now: str
    fields: Mapping[type[Record], tuple[str, ...]] = field(hash=False)

    @property
    def renamed(self) -> bool:
        """Whether the rule still exists under another name."""
        return self.now == self.code

    def asked_for(self, cls: type[Record], name: str) -> bool:
        """Whether the rule required a field of a class."""
        return name in self.fields.get(cls, ())


def _gone(code: str, name: str, fields: Mapping[type[Record], tuple[str, ...]]) -> Retired:
    return Retired(code=code, name=name, now=_REQUIRED, fields=fields)


def _renamed(code: str, name: str, fields: Mapping[type[Record], tuple[str, ...]]) -> Retired:
    return Retired(code=code, name=name, now=code, fields=fields)


RETIRED = (
    _gone("AST002", "asset-access-unassigned", {Asset: ("keeper", "return_to"), AccessChange: ("action", "person")}),
    _gone("CUL001", "praise-no-reason", {Recognition: ("person", "reason")}),
    _gone("CUS002", "special-request-incomplete", {SpecialRequest: ("request", "background", "status")}),
    _gone("DAT001", "report-uninterpreted", {DataReport: ("interpretation", "findings")}),
    _gone("GOV002", "term-undefined", {Definition: ("term", "meaning")}),
    _gone("HDR006", "title-missing", {OpsDocument: ("title",)}),
    _renamed("SUP001", "no-support-window", {Support: ("until", "contact")}),
    _renamed("TSK001", "task-unassigned", {Task: ("owner",)}),
)
