"""What options of the exporter may be."""

from pathlib import Path
from typing import Any

import pytest

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.exporters.word import WordExporter
from opshandover.testing import a_document


def _option(name: str, length: int) -> dict[str, Any]:
    return {name: "长" * length}


@pytest.mark.parametrize(("name", "most"), [("header_text", 200), ("footer_text", 200), ("mark", 40)])
def test_texts_on_every_page_are_short(name: str, most: int, tmp_path: Path) -> None:
    """Longer ones are refused before anything is written, in both languages."""
    target = tmp_path / "out.docx"
    with pytest.raises(OptionError) as caught:
        oh.export(a_document(), "word", target, **_option(name, 10_000))
    assert f"option {name}: expected at most {most} characters, got 10000" in str(caught.value)
    assert f"选项 {name}：最多 {most} 个字符" in caught.value.in_lang("zh")
    assert not target.exists()
    assert oh.export(a_document(), "word", **_option(name, most))


def test_the_folder_of_pictures_is_a_folder(tmp_path: Path) -> None:
    """A file, or a place where nothing is, is refused by its name."""
    (tmp_path / "file.png").write_bytes(b"")
    for name in ("file.png", "nowhere"):
        with pytest.raises(OptionError, match=f"{name}' is not a folder") as caught:
            WordExporter(folder=tmp_path / name)
        assert f"{name}”不是文件夹" in caught.value.in_lang("zh")
    assert WordExporter(folder=tmp_path).folder == tmp_path
