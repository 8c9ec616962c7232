"""Validators for the options of the Word exporter."""

from collections.abc import Callable
from pathlib import Path

from attrs import Attribute

from opshandover.errors import OptionError
from opshandover.redaction import excerpt, excerpt_path
from opshandover.text import message


def at_most(characters: int) -> Callable[[object, "Attribute[str]", str], None]:
    """Return a validator that limits the length of a text that is on every page."""

    def check(_: object, option: "Attribute[str]", text: str) -> None:
        if len(text) > characters:
            raise OptionError(
                message(
                    "选项 {name}：最多 {most} 个字符，实际 {got} 个（“{text}”）；这段文字会印在每一页上，请缩短",
                    "option {name}: expected at most {most} characters, got {got} ('{text}'); it is "
                    "printed on every page, so shorten it",
                    name=option.name,
                    most=characters,
                    got=len(text),
                    text=excerpt(text),
                )
            )

    return check


def is_folder(_: object, option: "Attribute[Path | None]", path: Path | None) -> None:
    """Reject a path that is not a folder."""
    if path and not path.is_dir():
        raise OptionError(
            message(
                "选项 {name}：“{path}”不是文件夹；请指定图片所在的文件夹",
                "option {name}: '{path}' is not a folder; give the folder that contains the pictures",
                name=option.name,
                path=excerpt_path(path, _LONGEST_PATH),
            )
        )


_LONGEST_PATH = 120
