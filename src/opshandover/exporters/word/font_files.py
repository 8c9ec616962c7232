"""Font files that are to be embedded: what is read of them, and what their makers allow."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from struct import unpack_from

from attrs import field, frozen

from opshandover.errors import OptionError, warn
from opshandover.exporters.word.font_tables import family_names, open_font, subset
from opshandover.files import FileProblem, UnreadableError, read_regular
from opshandover.limits import MEGABYTE
from opshandover.redaction import excerpt, excerpt_path
from opshandover.text import Message, Text, message

MOST_BYTES = 40 * MEGABYTE
"""Twice the size of a font with all Chinese characters."""
MOST_FILES = 24

_LONGEST_PATH = 200
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_COLLECTION = b"ttcf"
_SIGNATURES = (b"\0\1\0\0", b"true", b"OTTO", _COLLECTION)
_RESTRICTED, _FOR_READING, _EDITABLE, _WHOLE_ONLY, _BITMAPS_ONLY = 0x2, 0x4, 0x8, 0x100, 0x200
"""The bits of `fsType` in the table OS/2; of several kinds the most generous one counts."""
_EAST_ASIAN = 0x3E0000
"""The bits of `ulCodePageRange1` in the same table by which Windows knows fonts for Chinese, Japanese and Korean."""


@frozen(kw_only=True)
class Face:
    """One font of a file: a weight of a family, which has a name in each of several languages."""

    path: Path
    data: bytes = field(repr=False)
    number: int = -1
    """The place in a collection."""
    names: tuple[str, ...]
    """The names of the family, the English one first."""
    bold: bool
    italic: bool
    chinese: bool
    """Whether it is for East Asian text."""
    licence: int
    """What may be done with the font, as the bits of `fsType`."""

    def subset(self, characters: Iterable[str]) -> bytes:
        """Return the font with some characters only, or whole if its maker wants that.

        Raises:
            OptionError: the font is damaged.
        """
        if self.licence & _WHOLE_ONLY and self.number < 0:
            return self.data
        packed = BytesIO()
        with _as_option_error(self.path):
            font = open_font(self.data, self.number)
            if not self.licence & _WHOLE_ONLY:
                subset(font, characters, shaping=not self.chinese)
            font.save(packed)
        return packed.getvalue()


def read_faces(path: Path) -> list[Face]:
    """Return the fonts of a file, or of all font files in a folder.

    Raises:
        OptionError: fontTools is missing, or a file cannot be embedded; the message says which, and why.
    """
    if find_spec("fontTools") is None:
        raise OptionError(
            message(
                "选项 fonts：需要 fontTools；请执行 pip install 'opshandover[fonts]'",
                "option fonts: fontTools is needed; run pip install 'opshandover[fonts]'",
            )
        )
    return [face for file in _files(path) for face in _faces(file)]


def font_error(path: Path, problem: Text | Message, advice: Text | Message) -> OptionError:
    """Return the error for a font: which file it is, what is wrong with it, and what to do."""
    return OptionError(
        message(
            "选项 fonts：{path} 不能嵌入：{problem}；{advice}",
            "option fonts: {path} cannot be embedded: {problem}; {advice}",
            path=excerpt_path(path, _LONGEST_PATH),
            problem=problem,
            advice=advice,
        )
    )


def _files(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
        found = sorted(each for each in path.iterdir() if each.suffix.lower() in _SUFFIXES)
    except (OSError, ValueError) as cause:
        raise font_error(path, _PROBLEMS[FileProblem.UNREADABLE], _GIVE_FONT) from cause
    if not found:
        raise font_error(path, _EMPTY, _GIVE_FONT)
    if len(found) > MOST_FILES:
        raise font_error(
            path,
            message("文件夹中有 {n} 个字体文件", "the folder has {n} font files", n=len(found)),
            message(
                "最多 {most} 个；请只放入要嵌入的字体",
                "at most {most} are embedded, so keep those in it that you need",
                most=MOST_FILES,
            ),
        )
    return found


def _faces(path: Path) -> list[Face]:
    try:
        data = read_regular(path, MOST_BYTES)
    except UnreadableError as cause:
        raise font_error(path, _PROBLEMS[cause.problem], _GIVE_FONT) from cause
    if not data.startswith(_SIGNATURES):
        raise font_error(path, _NO_FONT, _GIVE_FONT)
    with _as_option_error(path):
        count = int(unpack_from(">L", data, 8)[0]) if data.startswith(_COLLECTION) else 0
        if count > MOST_FILES:
            raise font_error(path, _DAMAGED, _GIVE_FONT)
        return [_face(path, data, number) for number in (range(count) if count else (-1,))]


@contextmanager
def _as_option_error(path: Path) -> Generator[None]:
    """Turn any error into one that names the file."""
    try:
        yield
    except OptionError:
        raise
    # A parser of some thirty tables reads arbitrary bytes: what it raises cannot be listed.
    except Exception as cause:
        raise font_error(path, _DAMAGED, _GIVE_FONT) from cause


def _face(path: Path, data: bytes, number: int) -> Face:
    font = open_font(data, number)
    names = family_names(font)
    if not names:
        raise font_error(path, _NO_NAME, _GIVE_FONT)
    if "fvar" in font:
        raise font_error(path, _VARIABLE, _GIVE_STATIC)
    about, style = font["OS/2"], int(font["head"].macStyle)
    return Face(
        path=path,
        data=data,
        number=number,
        names=names,
        bold=bool(style & 1),
        italic=bool(style & 2),
        chinese=bool(getattr(about, "ulCodePageRange1", 0) & _EAST_ASIAN),
        licence=int(about.fsType),
    )


def check_licence(face: Face) -> None:
    """Reject a font that its maker does not let be embedded; warn of one that is for reading only."""
    name = excerpt(face.names[0])
    kinds = face.licence & (_RESTRICTED | _FOR_READING | _EDITABLE)
    if kinds == _RESTRICTED:
        problem = message("字体“{name}”的许可不允许嵌入", "the licence of '{name}' forbids it", name=name)
        raise font_error(face.path, problem, _OTHER_LICENCE)
    if face.licence & _BITMAPS_ONLY:
        problem = message(
            "字体“{name}”只允许嵌入点阵", "the licence of '{name}' lets only its bitmaps be embedded", name=name
        )
        raise font_error(face.path, problem, _OTHER_LICENCE)
    if kinds & _FOR_READING and not kinds & _EDITABLE:
        warn(
            message(
                "选项 fonts：字体“{name}”只许用于阅读和打印：文档在 Word 中可能以只读方式打开",
                "option fonts: '{name}' may be embedded for reading and printing only: Word may open the document "
                "read-only",
                name=name,
            )
        )


_GIVE_FONT = Text(
    "请指定 .ttf、.otf 或 .ttc 字体文件，或存放它们的文件夹",
    "give a font file (.ttf, .otf or .ttc), or a folder of them",
)
_GIVE_STATIC = Text(
    "请改用同一字体的静态版本（每种字重一个文件）", "use the static version of the font, with a file for each weight"
)
_OTHER_LICENCE = Text(
    "请换用允许嵌入的字体（如思源宋体、思源黑体），或向字体厂商取得授权",
    "use a font that may be embedded, such as Source Han Sans or Serif, or ask its maker for a licence",
)
_EMPTY = Text("文件夹中没有字体文件", "the folder has no font files")
_NO_FONT = Text("不是 TrueType 或 OpenType 字体", "it is no TrueType or OpenType font")
_DAMAGED = Text("字体文件已损坏或不完整", "the font file is damaged or incomplete")
_NO_NAME = Text("字体没有可用的字体名", "the font has no usable family name")
_VARIABLE = Text("这是可变字体，Word 不支持嵌入", "it is a variable font, which Word cannot embed")
_PROBLEMS = {
    FileProblem.MISSING: Text("找不到文件", "file not found"),
    FileProblem.FOLDER: Text("这是文件夹", "it is a folder"),
    FileProblem.SPECIAL: Text("不是普通文件", "not a regular file"),
    FileProblem.TOO_LARGE: Text("文件超过 40 MB", "the file is larger than 40 MB"),
    FileProblem.UNREADABLE: Text("文件无法读取", "the file cannot be read"),
}
