"""Secrets in documents: where they are in a text, and documents without them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar, cast

from opshandover.caching import per_class
from opshandover.document.columns import RecordGroup, record_groups
from opshandover.document.paths import Path
from opshandover.document.walk import Node, rewrite, walk
from opshandover.model.base import Record
from opshandover.model.fields import Field, field_map
from opshandover.redaction import SIGNS, Span, find_secrets, is_bare_secret, is_heading, masked

Whole = TypeVar("Whole", bound=Record)


def secrets_in(text: str, field: Field, owner: Record) -> tuple[Span, ...]:
    """The spans of the secrets in the text of a record's field.

    The purpose of the field and the name of the record count as well: with the title `密码`, a body of
    one word is a secret.
    """
    if field.spec.guards_secret and is_bare_secret(text):
        return ((0, len(text)),)
    return find_secrets(text, _heading(field, owner))


def _heading(field: Field, owner: Record) -> str:
    above = heading_field(type(owner))
    return cast("str", getattr(owner, above.name)) if above and above is not field else ""


@per_class
def heading_field(cls: type[Record]) -> Field | None:
    """The field that names the records of a class, if it is a text."""
    field = field_map(cls).get(cls.main or "title")
    return field if field and field.type is str and not field.many else None


def hidden(root: Record, shown: Collection[str] = ()) -> Iterator[tuple[Node[str], tuple[Span, ...]]]:
    """The texts in which something is masked, and where, except those at the paths that are shown."""
    for node in walk(root, str, filled=True):
        spans = secrets_in(node.value, node.field, node.owner) if node.field and node.owner else ()
        if spans and node.path not in shown:
            yield node, spans


def redacted(root: Whole, groups: Iterable[RecordGroup] | None = None, shown: Collection[str] = ()) -> Whole:
    """Return a record with all secrets in its texts masked.

    Most documents have none: a search by columns shows that, and they are returned unchanged.

    Args:
        root: a document, or any part of it.
        groups: its records in groups, if the caller has them already.
        shown: the paths of texts that stay as they are, because somebody said that they are no secrets.
    """
    if not _may_hold_secret(tuple(groups or record_groups(root))):
        return root
    without = rewrite(root, str, _without_secrets, filled=True)
    for node in walk(root, str, filled=True) if shown else ():
        if node.path in shown:
            without = Path.parse(node.path).put(without, node.value)
    return without


def _may_hold_secret(groups: Sequence[RecordGroup]) -> bool:
    columns = [column for group in groups for column in group.columns if column.field.type is str]
    texts = set(chain.from_iterable(column.values for column in columns))
    guards = (column.values for column in columns if column.field.spec.guards_secret)
    return any(is_heading(text) or find_secrets(text) for text in SIGNS.among(texts)) or any(
        map(is_bare_secret, chain.from_iterable(guards))
    )


def _without_secrets(text: str, field: Field, owner: Record) -> str:
    return masked(text, secrets_in(text, field, owner))
