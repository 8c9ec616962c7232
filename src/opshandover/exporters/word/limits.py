"""What the options of a Word file take, beyond their types."""

from collections.abc import Callable
from pathlib import Path

from attrs import Attribute

from opshandover.errors import OptionError
from opshandover.redaction import excerpt
from opshandover.text import message


def at_most(characters: int) -> Callable[[object, "Attribute[str]", str], None]:
    """Gives a validator for a text that stands on every page; a long one would fill the page."""

    def check(_: object, option: "Attribute[str]", text: str) -> None:
        if len(text) > characters:
            raise OptionError(
                message(
                    "选项 {name}：最多 {most} 个字符，实际 {got} 个（“{text}”）；它印在每一页上，请缩短",
                    "option {name}: at most {most} characters, got {got} ('{text}'); it stands on "
                    "every page, so shorten it",
                    name=option.name,
                    most=characters,
                    got=len(text),
                    text=excerpt(text),
                )
            )

    return check


def is_folder(_: object, option: "Attribute[Path | None]", path: Path | None) -> None:
    """Refuses what is no folder."""
    if path and not path.is_dir():
        raise OptionError(
            message(
                "选项 {name}：“{path}”不是文件夹；请给出图片所在的文件夹",
                "option {name}: '{path}' is no folder; give the folder where the pictures lie",
                name=option.name,
                path=excerpt(str(path), _LONGEST_PATH),
            )
        )


_LONGEST_PATH = 120
