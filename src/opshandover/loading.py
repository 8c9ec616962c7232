"""Load a document from a file; what reads files for people is imported only for them."""

from opshandover.arguments import AnyPath, as_path, names_a_file
from opshandover.codec import load as load_data
from opshandover.codec.formats import is_data_file
from opshandover.model import OpsDocument


def load(path: AnyPath, *, format: str | None = None) -> OpsDocument:
    """Load a document from a file: JSON, YAML or TOML, or Word, Markdown or HTML that says without doubt what it means.

    Args:
        path: the file.
        format: `"json"`, `"yaml"` or `"toml"`, if not that of the suffix.

    Raises:
        LoadError: the file cannot be read or is not a valid document, or a person has to decide what it means; carries
            all faults at once.
        UnknownNameError: the format is unknown.
    """
    if not names_a_file(path):
        return load_data(path, format=format)  # which says what to call instead
    place = as_path(path)
    if format is not None or is_data_file(place):
        return load_data(path, format=format)
    from opshandover.importers.registry import name_for
    from opshandover.importing import read, settled

    return settled(read(path)) if name_for(place) else load_data(path)
