"""Word files in an office program: what it prints shows every text."""

import subprocess
from pathlib import Path

import pytest
from attrs import evolve
from tests.exporters.word.samples import rich_page
from tests.support.pages import texts_in

from opshandover.exporters.word.render import render
from opshandover.text import Lang


@pytest.mark.office
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_text_is_printed(lang: Lang, tmp_path: Path) -> None:
    """LibreOffice opens nearly anything, so that what counts is the text in its PDF."""
    page = evolve(rich_page(), lang=lang)
    (tmp_path / "page.docx").write_bytes(render(page))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "page.docx"]
    subprocess.run(convert, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    read = ["pdftotext", "-raw", "page.pdf", "-"]
    done = subprocess.run(read, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    printed = "".join(done.stdout.decode().split())
    missing = [text for text in texts_in(page) if "".join(text.split()) not in printed]
    assert missing == []
