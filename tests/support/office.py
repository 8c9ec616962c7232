"""What an office program makes of a Word file: the text of its PDF."""

import re
import subprocess
import unicodedata
from pathlib import Path

PAGE_WIDTH, TOP, BETWEEN = "595", "58", "728"
"""The part of an A4 page between running header and footer, in points."""


def printed(docx: bytes, folder: Path) -> str:
    """Gives all text that LibreOffice prints of a Word file, without white space and symbols.

    What stands in the header and footer of the pages is left out, since it would cut through the
    texts that go on over a page's end.
    """
    _print(docx, folder)
    crop = ["-x", "0", "-y", TOP, "-W", PAGE_WIDTH, "-H", BETWEEN]
    read = ["pdftotext", "-raw", *crop, "page.pdf", "-"]
    done = subprocess.run(read, cwd=folder, check=True, capture_output=True, timeout=60)
    return plain(done.stdout.decode())


def plain(text: str) -> str:
    """Gives a text without white space and symbols.

    Symbols come from another font where the text's own lacks them, and are printed after the rest
    of their line.
    """
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c)[0] != "S")


def pages_of(docx: bytes, folder: Path) -> int:
    """Gives the number of pages that LibreOffice makes of a Word file."""
    _print(docx, folder)
    read = ["pdfinfo", "page.pdf"]
    done = subprocess.run(read, cwd=folder, check=True, capture_output=True, timeout=60)
    found = re.search(r"^Pages:\s+(\d+)$", done.stdout.decode(), re.MULTILINE)
    return int(found[1]) if found else 0


def _print(docx: bytes, folder: Path) -> None:
    (folder / "page.docx").write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "page.docx"]
    subprocess.run(convert, cwd=folder, check=True, capture_output=True, timeout=120)
