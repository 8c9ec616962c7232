"""What an office program makes of a Word file: the text of its PDF, and the file saved again."""

import re
import subprocess
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from tests.exporters.word.opened import opened, value
from tests.support.docx_lint import W
from tests.support.patience import PATIENCE

PAGE_WIDTH, TOP, BETWEEN = 595, 58, 728
"""The part of an A4 page between running header and footer, in points."""


def printed(docx: bytes, folder: Path) -> str:
    """All text that LibreOffice prints of a Word file, without white space and symbols.

    What stands in the header and footer of the pages is left out, since it would cut through the
    texts that go on over a page's end.
    """
    _print(docx, folder)
    return _text_of(folder / "page.pdf", PAGE_WIDTH, TOP, BETWEEN)


def all_printed(files: Mapping[str, bytes], folder: Path, *, last_page: int = 0) -> dict[str, str]:
    """The text that is printed of each of some files, within its margins; LibreOffice is started only once.

    Args:
        files: the Word files by name.
        folder: where to work.
        last_page: the last page to be read; all of them by default.
    """
    _convert(files, folder, "pdf")
    return {name: _text_of(folder / "made" / f"{name}.pdf", *_area(data), last_page) for name, data in files.items()}


def _area(docx: bytes) -> tuple[int, int, int]:
    """The width of the page, the margin at its top and the height of the text, in points."""
    (section,) = opened(docx).find("./body/sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    top, bottom = int(value(margins, "top")), int(value(margins, "bottom"))
    return int(value(size, "w")) // 20, top // 20, (int(value(size, "h")) - top - bottom) // 20 + 1


def _text_of(pdf: Path, width: int, top: int, height: int, last_page: int = 0) -> str:
    crop = ["-x", "0", "-y", str(top), "-W", str(width), "-H", str(height)]
    read = ["pdftotext", "-raw", "-l", str(last_page), *crop, pdf.name, "-"]
    done = subprocess.run(read, cwd=pdf.parent, check=True, capture_output=True, timeout=PATIENCE)
    return plain(done.stdout.decode())


def plain(text: str) -> str:
    """A text without white space and symbols.

    Symbols come from another font where the text's own lacks them, and are printed after the rest
    of their line.
    """
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c)[0] != "S")


def pages_of(docx: bytes, folder: Path) -> int:
    """The number of pages that LibreOffice makes of a Word file."""
    _print(docx, folder)
    read = ["pdfinfo", "page.pdf"]
    done = subprocess.run(read, cwd=folder, check=True, capture_output=True, timeout=PATIENCE)
    found = re.search(r"^Pages:\s+(\d+)$", done.stdout.decode(), re.MULTILINE)
    return int(found[1]) if found else 0


def page_lines(files: Mapping[str, bytes], folder: Path) -> dict[str, list[set[str]]]:
    """The lines on each page of each of some files, without white space; LibreOffice is started but once."""
    _convert(files, folder, "pdf")
    return {name: _pages_in(folder / "made" / f"{name}.pdf") for name in files}


def _pages_in(pdf: Path) -> list[set[str]]:
    read = ["pdftotext", "-layout", pdf.name, "-"]
    done = subprocess.run(read, cwd=pdf.parent, check=True, capture_output=True, timeout=PATIENCE)
    sheets = done.stdout.decode().split("\f")[:-1]  # each ends with the sign
    return [{"".join(line.split()) for line in sheet.split("\n")} for sheet in sheets]


def saved_again(docx: bytes, folder: Path) -> bytes:
    """A Word file after LibreOffice has opened and saved it."""
    return all_saved_again({"page": docx}, folder)["page"]


def all_saved_again(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """What LibreOffice makes of each of some files by opening and saving it; it is started but once."""
    _convert(files, folder, "docx")
    return {name: (folder / "made" / f"{name}.docx").read_bytes() for name in files}


def has_latin_fonts() -> bool:
    """Whether Arial and Times New Roman are there, or fonts whose letters are as wide."""
    for name, alike in _AS_WIDE.items():
        asked = ["fc-match", "--format", "%{family}", name]
        done = subprocess.run(asked, check=True, capture_output=True, timeout=PATIENCE)
        if not {name, *alike}.intersection(done.stdout.decode().split(",")):
            return False
    return True


_AS_WIDE = {
    "Arial": ("Liberation Sans", "Nimbus Sans", "Arimo", "Helvetica"),
    "Times New Roman": ("Liberation Serif", "Nimbus Roman", "Tinos", "Times"),
}


def keeps_tags() -> bool:
    """Whether this LibreOffice is known to keep the tags of controls; 7.4 drops them all."""
    done = subprocess.run(["soffice", "--version"], check=True, capture_output=True, timeout=PATIENCE)
    found = re.search(r"(\d+)\.(\d+)", done.stdout.decode())
    return found is not None and (int(found[1]), int(found[2])) >= (25, 2)


def _print(docx: bytes, folder: Path) -> None:
    _convert({"page": docx}, folder, "pdf")
    (folder / "made" / "page.pdf").replace(folder / "page.pdf")


def _convert(files: Mapping[str, bytes], folder: Path, suffix: str) -> None:
    names = [f"{name}.docx" for name in files]
    for name, docx in zip(names, files.values(), strict=True):
        (folder / name).write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    make = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", "made"]
    subprocess.run([*make, *names], cwd=folder, check=True, capture_output=True, timeout=PATIENCE)
