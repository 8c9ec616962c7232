"""What parts of a page are by their form alone: tables known by their columns, lists of persons, accounts."""

import re
from collections.abc import Sequence

from opshandover.codec.short_forms import list_of
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import field_map
from opshandover.reading.foreign.labels import labels_in
from opshandover.reading.foreign.leaves import Grid, Line, Listing, Part, leaves_of, text_in
from opshandover.reading.foreign.people import REACHED
from opshandover.reading.foreign.rows import columns_of, main_column
from opshandover.reading.foreign.sections import main_list

_TABLES = (
    "work_progress issues risks contacts systems assets documents key_dates changes handover_plan routine_work"
).split()
"""Sections whose tables are known by their columns, if no heading says what they are."""


def section_by_form(part: Part) -> str:
    """The section that a table or a list of boxes belongs to, by its form alone; empty if that is not clear."""
    if isinstance(part, Listing) and part.items and all(item.checked is not None for item in part.items):
        return "work_progress"
    if not isinstance(part, Grid) or not text_in(inner for row in part.rows for cell in row for inner in cell):
        return ""
    heads = [leaf.text for leaf in part.head]
    count = sum(map(bool, heads))
    points: dict[str, int] = {}
    for name in _TABLES:
        cls = _item_class(name)
        columns = columns_of(cls, heads)
        main = main_column(cls, heads, columns)
        if main in columns and len(columns) >= 3 and len(columns) * 5 >= count * 3:
            points[name] = len(columns)
    best = max(points.values(), default=0)
    return next((name for name, score in points.items() if score == best), "")


def is_elsewhere(part: Part, section: str) -> bool:
    """Whether a table below other content is one of another section: its columns say so, and nothing of this one."""
    name = section_by_form(part) if isinstance(part, Grid) else ""
    if not isinstance(part, Grid) or name in ("", section):
        return False
    heads = [leaf.text for leaf in part.head]
    own = main_list(class_of(section))
    known = columns_of(own.record, heads) if own else {}
    return len(known) * 2 <= len(columns_of(_item_class(name), heads))


def are_people(parts: Sequence[Part]) -> bool:
    """Whether each line names a person and how to reach them."""
    leaves = list(leaves_of(parts))
    plain_lines = all(isinstance(part, Line | Listing) for part in parts)
    return bool(leaves) and plain_lines and all(REACHED.search(leaf.text) and len(leaf.text) < 80 for leaf in leaves)


_ACCOUNT = re.compile(r"账号|帐号|用户名|登录名|account|user(?: ?name)?|login", re.IGNORECASE)
_PASSWORD = re.compile(r"密码|口令|password|pwd", re.IGNORECASE)


def has_account(parts: Sequence[Part]) -> bool:
    """Whether parts name an account and its password in lines of their own."""
    labels = list(labels_in(parts))
    return any(_ACCOUNT.search(label) for label in labels) and any(_PASSWORD.search(label) for label in labels)


def class_of(section: str) -> type[Record]:
    """The class of a section, by its key."""
    of: type[Record] = field_map(OpsDocument)[section].type
    return of


def _item_class(section: str) -> type[Record]:
    return list_of(class_of(section)).record
