"""Reader of a team's defaults: what new files of any kind begin with."""

from collections.abc import Mapping

import attrs

from opshandover.codec.structure import structure
from opshandover.config.reading import Faults, Known, table_path
from opshandover.model import OpsDocument
from opshandover.model.fields import field_for_key, filled_values
from opshandover.text import message

_BY_THE_CALL = ("profile", "lang")
"""What every call of `new` says itself."""


def defaults(faults: Faults, path: str, value: object, known: Known) -> Mapping[str, object]:
    """Fields of the header and sections, by name or label, as a document has them."""
    given: dict[str, object] = {}
    for key, content in faults.table(path, value).items():
        field = field_for_key(OpsDocument, key)
        if field and field.name in _BY_THE_CALL:
            problem = message(
                "不能设默认值：由 new 命令的参数决定", "cannot be a default: the call of `new` says what it is"
            )
            faults.add(table_path(path, key), problem)
        else:
            given[key] = content
    document, found = structure({"profile": known.profiles[0], **given}, OpsDocument, textual=False)
    faults.found.extend(attrs.evolve(f, path=f"{faults.below}{path}.{f.path}") for f in found)
    return {field.name: one for field, one in filled_values(document) if field.name != "profile"} if document else {}
