"""The seal of a Word file: a digest of all parts beside its baseline, which the baseline carries.

While it agrees, nobody has saved the file since it was written. What it shows is its baseline then, so its pages need
not be read. Like the digest of the baseline it has no key: it tells that a file was changed, not by whom.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256


class Seal:
    """Takes in the parts of a file, in their order."""

    def __init__(self) -> None:
        """Begin with the first part."""
        self._digest = sha256()

    def passing(self, name: str, content: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the content of a part as it is written, and take it in."""
        digest = sha256()
        for chunk in content:
            digest.update(chunk)
            yield chunk
        self._digest.update(sha256(name.encode()).digest() + digest.digest())

    def __str__(self) -> str:
        """The digest in hexadecimal digits."""
        return self._digest.hexdigest()


def seal_of(parts: Mapping[str, bytes]) -> str:
    """The seal of parts that were read."""
    seal = Seal()
    for name, content in parts.items():
        for _ in seal.passing(name, (content,)):
            pass
    return str(seal)
