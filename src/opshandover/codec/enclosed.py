"""A baseline in a comment of a text file: what was exported travels with what people read.

It is compressed and written in Base64: no text of a document can end the comment, formatters of Markdown leave it
alone, and a search finds each text once.
"""

import json
import re
import zlib
from base64 import b64decode, b64encode
from binascii import Error as DecodingError
from hashlib import sha256
from textwrap import wrap
from typing import Any, cast

from opshandover.codec.baseline import Baseline
from opshandover.errors import Fault, LoadError
from opshandover.limits import MOST_BYTES
from opshandover.text import LANGUAGES, Lang, Message, message

_MARK = "opshandover:"
_VERSION = "1"
_WIDTH = 100
_ENCLOSED = re.compile(r"opshandover:(\d+) sha256:([0-9a-f]{64})\s([A-Za-z0-9+/=\s]+)")


def enclosed(baseline: Baseline) -> str:
    """A baseline as a comment, which HTML and Markdown have alike."""
    content = {"lang": baseline.lang, "options": dict(baseline.options), "document": baseline.json}
    data = json.dumps(content).encode()
    lines = wrap(b64encode(zlib.compress(data, 9)).decode(), _WIDTH)
    head = f"<!-- {_MARK}{_VERSION} sha256:{sha256(data).hexdigest()}"
    return "\n".join((head, *lines, "-->"))


def is_enclosed(comment: str) -> bool:
    """Whether the text of a comment is meant as a baseline."""
    return comment.startswith(_MARK)


def read_enclosed(comment: str, name: str, line: int = 0) -> Baseline:
    """The baseline in the text of a comment.

    Raises:
        LoadError: it was changed, or comes from a newer version. It is an error, as edits that are compared with
            something else than what was exported would be taken for others; without the comment the text is read.
    """
    found = _ENCLOSED.fullmatch(comment.strip())
    if found is not None and found[1] != _VERSION:
        raise _refused(name, line, _NEWER, _UPGRADE)
    data = _unpacked(found[3]) if found else None
    if found is None or data is None or sha256(data).hexdigest() != found[2]:
        raise _refused(name, line, _CHANGED, _REMOVE)
    content = cast("dict[str, Any]", json.loads(data))
    lang, document = _language(content.get("lang")), content.get("document")
    options = cast("dict[str, str]", content.get("options") or {})
    if lang is None or not isinstance(document, str):
        raise _refused(name, line, _CHANGED, _REMOVE)
    return Baseline(json=document, lang=lang, options=options)


def _language(name: object) -> Lang | None:
    return next((lang for lang in LANGUAGES if lang == name), None)


def _unpacked(text: str) -> bytes | None:
    """What was compressed, within the size that a document may have."""
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(b64decode("".join(text.split()), validate=True), 2 * MOST_BYTES)
    except (DecodingError, ValueError, zlib.error):
        return None
    return data if unpacker.eof else None


_CHANGED = message(
    "文末注释中的原始文档已被改动，与校验值不符",
    "the original document in the comment was changed, and does not match its digest",
)
_REMOVE = message(
    "恢复这段注释；或删除整段注释，按正文读取", "restore the comment; or delete all of it, to read the text alone"
)
_NEWER = message(
    "文末注释中的原始文档由更新的版本写入", "the original document in the comment was written by a newer version"
)
_UPGRADE = message("请升级 opshandover", "upgrade opshandover")


def _refused(name: str, line: int, problem: Message, hint: Message) -> LoadError:
    return LoadError(name, (Fault(path="", problem=problem, hint=hint, line=line or None),))
