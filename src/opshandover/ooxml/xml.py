"""Text that goes into XML, and the namespaces of WordprocessingML."""

import re
from functools import cache
from importlib.resources import files
from string import Template
from xml.sax.saxutils import escape

from opshandover.text import Lang

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_SPECIAL = re.compile(r'[&<>"\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]')
_QUOTES = {'"': "&quot;"}
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe6"
_EAST_ASIAN = re.compile(f"[{_WIDE}\U00020000-\U0003ffff]")
_CHINESE_MARKS = re.compile("[“”‘’…·—]")


def visible(text: str) -> str:
    """Replace each character that XML forbids by a visible one.

    A control character becomes its symbol (NUL becomes ␀), anything else U+FFFD, so that a reader sees
    that there was something.
    """
    return text if text.isprintable() else _FORBIDDEN.sub(_symbol, text.replace("\r\n", "\n"))


def _symbol(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def escaped(text: str) -> str:
    """Return a text escaped for an element or an attribute in double quotes."""
    return escape(visible(text), _QUOTES) if _SPECIAL.search(text) else text


def is_east_asian(text: str, lang: Lang) -> bool:
    """Whether ambiguous characters of a text are to be set in the Chinese font.

    Quotation marks, dashes and dots have one code point for both scripts; they are Chinese in a Chinese
    document, and in an English one only next to Chinese characters.
    """
    if text.isascii():
        return False
    return bool(_EAST_ASIAN.search(text) or (lang == "zh" and _CHINESE_MARKS.search(text)))


def count_wide(text: str) -> int:
    """Return the number of characters that are as wide as a Chinese one."""
    return 0 if text.isascii() else len(_EAST_ASIAN.findall(text))


def field_xml(code: str, result: str) -> str:
    """Return a Word field and the runs of its current result.

    Each part is a run of its own: WPS shows nothing of a field that is a single run.
    """
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@cache
def template(name: str) -> Template:
    """Read a part template of the package, with `$name` for what is inserted."""
    path = files("opshandover.exporters.word") / "template" / name
    return Template(path.read_text(encoding="utf-8"))
