"""Secrets in documents: where a text holds some, and the document without them."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar, cast

from opshandover.caching import per_class
from opshandover.document.columns import Group, groups
from opshandover.document.walk import rewrite
from opshandover.model.base import Record
from opshandover.model.fields import Field, field_map
from opshandover.redaction import (
    SIGNS,
    Span,
    find_secrets,
    is_bare_secret,
    is_heading,
    masked,
)

Whole = TypeVar("Whole", bound=Record)


def secrets_in(text: str, field: Field, owner: Record) -> tuple[Span, ...]:
    """Gives the spans of the secrets in a text that a record holds in a field.

    A text is judged by itself, by what the field is for, and by the name of the record, below
    which it stands: `密码` as the title makes a secret of a body that is but a word.
    """
    if field.spec.guards_secret and is_bare_secret(text):
        return ((0, len(text)),)
    return find_secrets(text, _heading(field, owner))


def _heading(field: Field, owner: Record) -> str:
    above = heading_field(type(owner))
    return cast("str", getattr(owner, above.name)) if above and above is not field else ""


@per_class
def heading_field(cls: type[Record]) -> Field | None:
    """Gives the field that is the name of a record of a class, if it is a text."""
    field = field_map(cls).get(cls.main or "title")
    return field if field and field.type is str and not field.many else None


def redacted(root: Whole, held: Iterable[Group] | None = None) -> Whole:
    """Gives a record with every secret in its texts blacked out.

    Most documents hold none: that is seen column by column, and they are given back as they are.

    Args:
        root: a document, or any part of it.
        held: all of it in groups, if they are at hand.
    """
    if not _may_hold_secret(tuple(held or groups(root))):
        return root
    return rewrite(root, str, _without_secrets, filled=True)


def _may_hold_secret(held: Sequence[Group]) -> bool:
    columns = [column for group in held for column in group.columns if column.field.type is str]
    texts = set(chain.from_iterable(column.values for column in columns))
    guards = (column.values for column in columns if column.field.spec.guards_secret)
    return any(is_heading(text) or find_secrets(text) for text in filter(SIGNS.search, texts)) or any(
        map(is_bare_secret, chain.from_iterable(guards))
    )


def _without_secrets(text: str, field: Field, owner: Record) -> str:
    return masked(text, secrets_in(text, field, owner))
