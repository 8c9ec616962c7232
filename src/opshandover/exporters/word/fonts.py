"""Fonts within a Word file, so that a reader who lacks them sees the same page.

A font counts by the name of its family. If the theme uses that name, the font stays in its place; if the
theme's font table has it as an alternative, it takes the place of the one that it is an alternative to; any
other takes the place of the Chinese or the Latin font of the body. So every font that is given is used.
"""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from attrs import evolve, fields, frozen
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from opshandover.exporters.word.design import Design, TextFormat
from opshandover.exporters.word.font_files import Face, check_licence, font_error, read_faces
from opshandover.ooxml.part import TextPart
from opshandover.ooxml.xml import escaped, template
from opshandover.redaction import excerpt, excerpt_path
from opshandover.text import Text, message

EMBEDDING = "<w:embedTrueTypeFonts/><w:saveSubsetFonts/>"
"""The settings of a file with fonts in it; Word saves them again with the characters in use."""

_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_BYTES_HIDDEN = 32
_RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_FACES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
"""What Word calls a font by whether it is bold and italic, in the order of the schema."""
_TABLE = re.compile(r'<w:font w:name="([^"]+)">\s*<w:altName w:val="([^"]*)"')
_ALWAYS = "".join(
    (
        *map(chr, range(0x20, 0x7F)),
        *map(chr, range(0x3001, 0x3020)),
        *map(chr, range(0xFF01, 0xFF5F)),
        "“”‘’…—·•￥×℃〇零一二三四五六七八九十百千万年月日时分",
    )
)
"""Characters for small edits, and those of numbers that Word writes."""


@frozen
class EmbeddedFonts:
    """The fonts of a file by the names that its styles use, and the design that uses them."""

    design: Design
    families: Mapping[str, Sequence[Face]]

    def put_into(self, package: OpcPackage) -> None:
        """Add the fonts with the characters that the parts of the document hold.

        Raises:
            OptionError: a font is damaged.
        """
        parts = [part for part in package.iter_parts() if isinstance(part, TextPart)]
        shown = "".join(piece for part in parts for piece in part.pieces if part.partname.startswith("/word/"))
        characters = sorted({*_ALWAYS, *shown} - {"\n", "\t", "\r"})
        table = next(part for part in parts if part.partname == "/word/fontTable.xml")
        text, number = "".join(table.pieces), 0
        for family, faces in self.families.items():
            elements: list[str] = []
            for face in faces:
                number += 1
                data = face.subset(characters)
                key = UUID(bytes=sha256(data).digest()[:16], version=5)
                uri = PackURI(f"/word/fonts/font{number}.odttf")
                part = Part(uri, _OBFUSCATED, obfuscated(data, key))
                elements.append(_element(face, key, table.relate_to(part, RELATIONSHIP_TYPE.FONT)))
            text = _with_elements(text, family, "".join(elements), chinese=faces[0].chinese)
        table.pieces = (text,)


def embedded_fonts(path: Path, design: Design) -> EmbeddedFonts:
    """Return the fonts of a file or folder, and a design in which they are used.

    Raises:
        OptionError: a font cannot be embedded, or has no place.
    """
    families = _families(read_faces(path))
    places = _places(families, design)
    names = {place: place if place in families[family][0].names else family for place, family in places.items()}
    for faces in (families[family] for family in dict.fromkeys(places.values())):
        for face in faces:
            check_licence(face)
    return EmbeddedFonts(_renamed(design, names), {names[place]: families[each] for place, each in places.items()})


def obfuscated(data: bytes, key: UUID) -> bytes:
    """Return a font with its first bytes combined with a key, as the format wants it; twice is the font itself."""
    mask = key.bytes[::-1] * (_BYTES_HIDDEN // 16)
    return bytes(a ^ b for a, b in zip(data, mask, strict=False)) + data[_BYTES_HIDDEN:]


def _families(faces: Sequence[Face]) -> dict[str, list[Face]]:
    """Return the fonts by family, each in the order of the schema."""
    families: dict[str, list[Face]] = {}
    for face in faces:
        of_family = families.setdefault(face.names[0], [])
        twin = next((each for each in of_family if (each.bold, each.italic) == (face.bold, face.italic)), None)
        if twin:
            problem = message(
                "与 {other} 是同一字体“{name}”",
                "it has the same font as {other}: '{name}'",
                other=excerpt_path(twin.path.name),
                name=excerpt(face.names[0]),
            )
            raise font_error(face.path, problem, _KEEP_ONE)
        of_family.append(face)
    return {
        name: sorted(each, key=lambda face: list(_FACES).index((face.bold, face.italic)))
        for name, each in families.items()
    }


def _places(families: Mapping[str, Sequence[Face]], design: Design) -> dict[str, str]:
    """Return the family that takes the place of each font of a design, for those that get one."""
    used = _names_in(design)
    of_emphasis = used - _names_in(evolve(design, chinese_emphasis=""))
    others = {name: set(text.split(",")) for name, text in _TABLE.findall(template("fontTable.xml").template)}
    places: dict[str, str] = {}

    def own(face: Face) -> set[str]:
        return used.intersection(face.names)

    def alternative(face: Face) -> set[str]:
        return {place for place in used if others.get(place, set()).intersection(face.names)}

    def for_text(face: Face) -> set[str]:
        single = {design.chinese if face.chinese else design.latin} if face.number < 0 else set[str]()
        return alternative(face) - of_emphasis or single

    def for_emphasis(face: Face) -> set[str]:
        return alternative(face) if face.number < 0 else set()

    for wanted in (own, for_text, for_emphasis):
        for family, faces in families.items():
            if family not in places.values():
                places.update((place, family) for place in sorted(wanted(faces[0])) if place not in places)
    _ensure_places(families, set(places.values()), used)
    return places


def _ensure_places(families: Mapping[str, Sequence[Face]], placed: set[str], used: set[str]) -> None:
    """Reject fonts that would not be used; of a collection one font in use is enough."""
    files = {face.path for family in placed for face in families[family]}
    for family, faces in families.items():
        path, in_collection = faces[0].path, faces[0].number >= 0
        if family not in placed and not (in_collection and path in files):
            mates = [name for name, each in families.items() if each[0].path == path]
            raise font_error(
                path,
                message(
                    "主题中没有“{names}”的位置，主题使用的字体是：{used}",
                    "the theme has no place for '{names}': its fonts are {used}",
                    names=excerpt(", ".join(mates), 200),
                    used=", ".join(sorted(used)),
                ),
                _FROM_COLLECTION if in_collection else _ONE_FOR_TEXT,
            )


def _names_in(design: Design) -> set[str]:
    values = [getattr(design, each.name) for each in fields(Design)]
    formats = [each for each in (*values, *design.headings) if isinstance(each, TextFormat)]
    own = {design.latin, design.chinese, design.chinese_emphasis, design.monospace, design.symbols}
    return own.union(*((each.latin, each.chinese) for each in formats)) - {""}


def _renamed(design: Design, names: Mapping[str, str]) -> Design:
    """Return a design with other names of fonts, wherever it has one."""

    def new(value: Any) -> Any:
        if isinstance(value, TextFormat):
            return evolve(value, latin=new(value.latin), chinese=new(value.chinese))
        return names.get(value, value) if isinstance(value, str) else value

    values = {each.name: new(getattr(design, each.name)) for each in fields(Design)}
    return evolve(design, **{**values, "headings": tuple(map(new, design.headings))})


def _element(face: Face, key: UUID, number: str) -> str:
    kind = _FACES[face.bold, face.italic]
    return f'<w:embed{kind} {_RELATED} r:id="{number}" w:fontKey="{{{str(key).upper()}}}"/>'


def _with_elements(table: str, family: str, elements: str, *, chinese: bool) -> str:
    """Return the font table with elements in the entry of a family, which is added if there is none."""
    head = f'<w:font w:name="{escaped(family)}">'
    before, found, after = table.partition(head)
    if found:
        entry, end, rest = after.partition("</w:font>")
        return before + head + entry + elements + end + rest
    about = f'<w:charset w:val="{"86" if chinese else "00"}"/><w:family w:val="auto"/><w:pitch w:val="variable"/>'
    return table.replace("</w:fonts>", f"{head}{about}{elements}</w:font></w:fonts>")


_KEEP_ONE = Text("请只保留其中一个文件", "keep one of the two files")
_ONE_FOR_TEXT = Text(
    "名称不在其中的字体，中文、西文各只能有一种；请去掉多余的字体",
    "of fonts with other names one for Chinese and one for Latin text can be used, so remove what is too much",
)
_FROM_COLLECTION = Text(
    "字体合集中没有主题使用的字体；请改用只含一种字体的文件（.ttf 或 .otf）",
    "a collection is searched for these only, so give a file with a single font (.ttf or .otf)",
)
