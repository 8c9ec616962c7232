"""What an office program makes of a Word file: the text of its PDF."""

import subprocess
from pathlib import Path

PAGE_WIDTH, TOP, BETWEEN = "595", "58", "728"
"""The part of an A4 page between running header and footer, in points."""


def printed(docx: bytes, folder: Path) -> str:
    """Gives all text that LibreOffice prints of a Word file, without any white space.

    What stands in the header and footer of the pages is left out, since it would cut through the
    texts that go on over a page's end.
    """
    (folder / "page.docx").write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "page.docx"]
    subprocess.run(convert, cwd=folder, check=True, capture_output=True, timeout=120)
    crop = ["-x", "0", "-y", TOP, "-W", PAGE_WIDTH, "-H", BETWEEN]
    read = ["pdftotext", "-raw", *crop, "page.pdf", "-"]
    done = subprocess.run(read, cwd=folder, check=True, capture_output=True, timeout=60)
    return "".join(done.stdout.decode().split())
