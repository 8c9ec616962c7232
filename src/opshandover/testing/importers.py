"""The contract of importers."""

from collections.abc import Iterator
from typing import Any, cast

from opshandover.errors import LoadError
from opshandover.importers.registry import Importer, get, make, missing_members
from opshandover.pages.blocks import Page
from opshandover.reading.imported import Imported
from opshandover.testing.requiring import require
from opshandover.testing.samples import HOSTILE_TEXTS


def check_importer(importer: type[Importer] | str, *samples: bytes, **options: object) -> None:
    """Check that an importer keeps the contract; does nothing if it does.

    It has `suffixes` and `parse`. Whatever bytes it is given, it returns an `Imported` with a page, or raises `LoadError`
    with faults that say what is wrong. Equal bytes give equal results, whatever was read before. Each sample is a file
    that it must be able to read; halves of samples are given to it as damaged files.

    Args:
        importer: the class, or its registered name.
        samples: the content of files in its format.
        options: the options to check it with, of the types of their fields.

    Raises:
        AssertionError: the first violation, with the bytes that showed it.
        OpsHandoverError: the name cannot be loaded, or the options are not accepted.
    """
    cls = get(importer) if isinstance(importer, str) else importer
    name = importer if isinstance(importer, str) else getattr(cls, "__name__", repr(cls))
    lacks = tuple(missing_members(cls))
    require(not lacks, f"{name} is not an importer: missing {', '.join(lacks)}")

    def fresh() -> Importer:
        factory = cast("type[Any]", cls)
        return make(importer, options) if isinstance(importer, str) else factory(**options)

    used = fresh()
    for data in (*samples, *_damaged(samples)):
        where = f"{name}, given {data[:40]!r}"
        first, again = _parsed(fresh(), data, where), _parsed(used, data, where)
        require(first == again, f"{where}: a second reading gave another result")
        require(data not in samples or first is not None, f"{where}: the sample cannot be read")


def _damaged(samples: tuple[bytes, ...]) -> Iterator[bytes]:
    """Files that are empty, hold hostile texts or no text at all, or break off in the middle."""
    yield from (b"", b"\0", b"\xff\xfe\0", bytes(range(256)), b"PK\x03\x04" + bytes(60))
    for text in HOSTILE_TEXTS:
        yield text.encode(errors="surrogatepass")
    for sample in samples:
        yield sample[: len(sample) // 2]


def _parsed(importer: Importer, data: bytes, where: str) -> Imported | None:
    """What an importer returns; `None` if it refuses the file as it should."""
    try:
        found = cast("object", importer.parse(data))
    except LoadError as cause:
        require(bool(cause.faults), f"{where}: the error has no faults")
        return None
    except KeyboardInterrupt:
        raise
    except BaseException as cause:
        raise AssertionError(f"{where}: raised {type(cause).__name__}: {cause}") from cause
    require(isinstance(found, Imported), f"{where}: expected an Imported, got {type(found).__name__}")
    imported = cast("Imported", found)
    require(isinstance(cast("object", imported.page), Page), f"{where}: its page is no Page")
    return imported
