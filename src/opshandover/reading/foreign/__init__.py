"""Foreign documents: what people wrote elsewhere becomes documents of ours, and no word of it is lost."""

from opshandover.reading.foreign.leaves import count_texts
from opshandover.reading.foreign.mapping import Mapping, mapping_of, read_mapping
from opshandover.reading.foreign.reader import read_foreign

__all__ = ["Mapping", "count_texts", "mapping_of", "read_foreign", "read_mapping"]
