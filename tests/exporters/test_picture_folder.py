"""The pictures of a document: read once, within bounds, with words for the others."""

from pathlib import Path

import pytest

from opshandover.exporters.picture_folder import PictureFolder
from opshandover.exporters.pictures import Picture
from opshandover.pages.blocks import Image
from opshandover.text import Text


def test_a_file_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that is shown again is the same one, whatever its file holds by then."""
    pictures = PictureFolder("zh", str(folder))
    first = pictures.read("tall.png")
    (folder / "tall.png").write_bytes(b"")
    assert isinstance(first, Picture)
    assert pictures.read("./tall.png") is first


def test_what_is_beyond_the_bounds_gets_a_reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures count by number and by size."""
    monkeypatch.setattr("opshandover.exporters.picture_folder.MOST_PICTURES", 1)
    pictures = PictureFolder("en", str(folder))
    assert isinstance(pictures.read("tall.png"), Picture)
    assert isinstance(pictures.read("charts/week.png"), Text)
    monkeypatch.setattr("opshandover.exporters.picture_folder.MOST_IN_ALL", 10)
    assert isinstance(PictureFolder("en", str(folder)).read("tall.png"), Text)


def test_a_picture_that_is_not_shown_is_named() -> None:
    """Its text, title or a generic word, its address, and the reason."""
    pictures = PictureFolder("en")
    image = Image(address="a%20b.png", title="Week 1")
    assert pictures.missing(image, "", Text("无", "gone")).text == "Week 1 (a b.png)"
    assert pictures.missing(image, "Calls", Text("无", "gone")).why == " [picture not shown: gone]"
    assert pictures.alternative(Image(address="x"), " ") == "Picture"
