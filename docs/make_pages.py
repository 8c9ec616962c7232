"""Draws the pictures of pages that the documentation shows: `nox -s pages`, or those named, `-- report-zh`.

LibreOffice prints Word files and poppler draws them; Chromium draws pages of HTML. They have to be there, and Chinese
fonts as well. The pictures are kept in the repository, so that nothing else needs these programs.
"""

import struct
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import docx
from docx.shared import Mm, Pt, RGBColor

import opshandover as oh
from opshandover.forms.browser import browser_form
from opshandover.forms.word import word_form
from opshandover.profiles import profile_named
from opshandover.text import Lang

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
STATIC = HERE / "_static"
OUT = STATIC / "pages"

DOTS_PER_INCH = 96
MOST_COLOURS = 48
MOST_BYTES = 80_000
COMPANY = "company.docx"


@dataclass(frozen=True)
class Shot:
    """One picture: which example, how it is exported, and the page on which a text stands.

    With `form`, it is an empty form of the kind of document that is named in place of the example.
    """

    name: str
    example: str
    lang: Lang = "zh"
    shows: str = ""
    options: dict[str, object] = field(default_factory=dict)
    form: bool = False


SHOTS = (
    Shot("shift-zh", "shift_handover.zh"),
    Shot("shift-en", "shift_handover.en", "en"),
    Shot("modern-zh", "daily_handover.zh"),
    Shot("modern-en", "daily_handover.en", "en"),
    Shot("formal-zh", "daily_handover.zh", options={"theme": "formal"}),
    Shot("plain-zh", "daily_handover.zh", options={"theme": "plain"}),
    Shot("figures-zh", "daily_work.zh", "zh", "关键指标完成情况"),
    Shot("sign-off-zh", "offboarding.zh", "zh", "交接总结", options={"mark": "内部资料"}),
    Shot("company-zh", "daily_handover.zh", options={"template": COMPANY}),
    Shot("form-zh", "shift_handover.zh", options={"template": "forms/office.docx"}),
    Shot("form-en", "shift_handover.en", "en", options={"template": "forms/corporate.docx"}),
    Shot("draft-zh", "draft.zh", options={"watermark": True, "placeholders": True}),
    Shot("form-word-zh", "shift_handover", form=True),
    Shot("form-word-en", "shift_handover", "en", form=True),
)


@dataclass(frozen=True)
class Screen:
    """A picture of the top of a page of HTML in a browser: where it is kept, of what size, and what makes the page."""

    folder: str
    name: str
    size: tuple[int, int]
    page: Callable[[], bytes]


def _report() -> bytes:
    command = (sys.executable, "-m", "opshandover", "check", "draft.zh.yaml", "--format", "html")
    done = subprocess.run(command, cwd=EXAMPLES, check=False, capture_output=True)  # noqa: S603 - our own
    return done.stdout  # the draft has errors, so the status is no success


def _handover() -> bytes:
    return oh.export(oh.load(EXAMPLES / "daily_handover.zh.yaml"), "html")


def _form(lang: Lang) -> bytes:
    return browser_form(profile_named("shift_handover"), lang).encode()


SCREENS = (
    Screen("report", "report-zh", (1100, 1480), _report),
    Screen("html", "handover-zh", (1100, 1000), _handover),
    Screen("html", "form-browser-zh", (900, 1100), lambda: _form("zh")),
    Screen("html", "form-browser-en", (900, 1100), lambda: _form("en")),
)


def main(*names: str) -> None:
    """Draws the pictures named, or all, in place of those that were there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if shots := [shot for shot in SHOTS if not names or shot.name in names]:
            draw_shots(shots, folder)
        for screen in (screen for screen in SCREENS if not names or screen.name in names):
            keep(STATIC / screen.folder / f"{screen.name}.png", png(*screenshot(screen, folder)))


def draw_shots(shots: Sequence[Shot], folder: Path) -> None:
    """Draws pages of Word files."""
    company_file(folder / COMPANY)
    for shot in shots:
        export(shot, folder)
    run("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", "pdf", "--outdir", str(folder),
        *(str(folder / f"{shot.name}.docx") for shot in shots))  # fmt: skip
    for shot in shots:
        pdf = folder / f"{shot.name}.pdf"
        keep(OUT / f"{shot.name}.png", png(*drawn(pdf, page_of(shot, pdf))))


def keep(path: Path, picture: bytes) -> None:
    """Writes a picture that is small enough for a repository."""
    if len(picture) > MOST_BYTES:
        raise SystemExit(f"{path.stem}: {len(picture)} bytes are more than {MOST_BYTES}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture)
    sys.stdout.write(f"{path.name}: {len(picture)} bytes\n")


def screenshot(screen: Screen, folder: Path) -> tuple[int, int, bytes]:
    """Width, height and dots of a page as Chromium shows it."""
    page, picture = folder / f"{screen.name}.html", folder / f"{screen.name}.png"
    page.write_bytes(screen.page())
    width, height = screen.size
    run("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        f"--user-data-dir={folder / 'browser'}", f"--window-size={width},{height}",
        f"--screenshot={picture}", page.as_uri())  # fmt: skip
    return dots_of(picture.read_bytes())


def dots_of(picture: bytes) -> tuple[int, int, bytes]:
    """Width, height and dots of a PNG of 8 bits, red, green and blue, as Chromium writes it."""
    width, height, depth, colours = struct.unpack(">IIBB", picture[16:26])
    if (depth, colours) not in ((8, 2), (8, 6)):
        raise SystemExit(f"a picture of {depth} bits and colours {colours}")
    at, data = 8, b""
    while at < len(picture):
        size, kind = struct.unpack(">I4s", picture[at : at + 8])
        data += picture[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += size + 12
    step = 3 if colours == 2 else 4
    raw, above, dots = zlib.decompress(data), bytearray(width * step), bytearray()
    for start in range(0, len(raw), width * step + 1):
        line = bytearray(raw[start + 1 : start + 1 + width * step])
        for i, byte in enumerate(line):
            left, before = (line[i - step], above[i - step]) if i >= step else (0, 0)
            up = above[i]
            nearest_of = min((left, up, before), key=lambda one: abs(left + up - before - one))
            line[i] = (byte + (0, left, up, (left + up) // 2, nearest_of)[raw[start]]) & 255
        above = line
        dots += line if step == 3 else bytes(byte for i, byte in enumerate(line) if i % 4 < 3)
    return width, height, bytes(dots)


def export(shot: Shot, folder: Path) -> None:
    """Writes the Word file of which a page is shown."""
    if shot.form:
        (folder / f"{shot.name}.docx").write_bytes(word_form(profile_named(shot.example), shot.lang))
        return
    options = {"left_out": "ignore", **shot.options}
    if "template" in options:
        options["template"] = (folder if options["template"] == COMPANY else EXAMPLES) / str(options["template"])
    document = oh.load(EXAMPLES / f"{shot.example}.yaml")
    oh.export(document, "word", folder / f"{shot.name}.docx", lang=shot.lang, **options)


def company_file(path: Path) -> None:
    """A company's own Word file: its type, and what stands above and below each page."""
    company = docx.Document()
    blue = RGBColor(0x36, 0x5F, 0x91)
    company.styles["Normal"].font.name = "Georgia"
    company.styles["Normal"].font.size = Pt(10.5)
    section = company.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for part, text in ((section.header, "海川物流集团 · 运营中心"), (section.footer, "行政部监制")):
        line = part.paragraphs[0].add_run(text)
        line.font.color.rgb, line.font.size, line.bold = blue, Pt(9), True
    company.save(str(path))


def run(*command: str) -> bytes:
    """Runs a program, and gives what it writes."""
    # Programs that are named here, with files that were made here.
    done = subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
    return done.stdout


def page_of(shot: Shot, pdf: Path) -> int:
    """The number of the page that holds the text which a picture is to show."""
    if not shot.shows:
        return 1
    pages = run("pdftotext", str(pdf), "-").decode().split("\f")
    found = [number for number, text in enumerate(pages, start=1) if shot.shows in text]
    if not found:
        raise SystemExit(f"{shot.name}: no page shows {shot.shows}")
    return found[0]


def drawn(pdf: Path, page: int) -> tuple[int, int, bytes]:
    """Width, height and dots of a page, three bytes for each dot."""
    where = ["-f", str(page), "-l", str(page)]
    _, size, _, dots = run("pdftoppm", "-r", str(DOTS_PER_INCH), *where, str(pdf)).split(b"\n", 3)
    width, height = map(int, size.split())
    return width, height, dots


def png(width: int, height: int, dots: bytes) -> bytes:
    """A small PNG: the colours that come most often, and for others the nearest of these."""
    colours = [dots[at : at + 3] for at in range(0, len(dots), 3)]
    known = [colour for colour, _ in Counter(colours).most_common()]
    palette = known[:MOST_COLOURS]
    number = {colour: nearest(colour, palette) for colour in known}
    numbers = bytes(map(number.__getitem__, colours))
    rows = b"".join(b"\0" + numbers[at : at + width] for at in range(0, len(numbers), width))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunks((b"IHDR", head), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(rows, 9)))
    )


def nearest(colour: bytes, palette: Sequence[bytes]) -> int:
    """The place of a colour in a palette, or of the one that is most like it."""
    return min(
        range(len(palette)),
        key=lambda n: sum((a - b) ** 2 for a, b in zip(palette[n], colour, strict=True)),
    )


def chunks(*parts: tuple[bytes, bytes]) -> Iterator[bytes]:
    """The parts of a PNG with their lengths and checksums, and its end."""
    for kind, data in (*parts, (b"IEND", b"")):
        yield (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))


if __name__ == "__main__":
    main(*sys.argv[1:])
