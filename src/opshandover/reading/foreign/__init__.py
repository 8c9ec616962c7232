"""Foreign documents: what people wrote elsewhere becomes documents of ours, and no word of it is lost."""

from opshandover.reading.foreign.leaves import count_texts
from opshandover.reading.foreign.mapping import EXTRA, Mapping, Proposal, mapping_of, place_of, proposals, read_mapping
from opshandover.reading.foreign.reader import read_foreign

__all__ = [
    "EXTRA",
    "Mapping",
    "Proposal",
    "count_texts",
    "mapping_of",
    "place_of",
    "proposals",
    "read_foreign",
    "read_mapping",
]
