"""The seal of a Word file: a digest over the directory of all entries before its baseline, which the baseline carries.

While it agrees, nobody has saved the file since it was written. What it shows is its baseline then, so its pages need
not be read, nor even unpacked. Like the digest of the baseline it has no key: it tells that a file was changed, not by
whom. The checksums of the directory are therefore enough; a digest over the parts themselves takes 7 % of writing a
file of 1,000 tasks.
"""

from collections.abc import Iterable
from hashlib import sha256
from zipfile import ZipInfo


def seal_of(entries: Iterable[ZipInfo]) -> str:
    """The SHA-256 of the names, lengths and checksums (CRC-32) of entries, in their order, in hexadecimal digits."""
    told = [(entry.filename, entry.file_size, entry.CRC) for entry in entries]
    return sha256(repr(told).encode(errors="surrogatepass")).hexdigest()
