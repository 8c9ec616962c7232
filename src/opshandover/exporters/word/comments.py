"""Word comments: what a check found, at the places that show the values it is about.

While the body is written, every place that shows a value is marked with the path of the value; which of them get
comments is decided when all are known. So a comment is always at a place that exists: at the value itself, else
at the first value within it, such as the title of an item that lacks a date, else at what encloses it, and in the
end at the title of the document.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce

from attrs import define, field, frozen

from opshandover.exporters.word.revisions import Revisions
from opshandover.exporters.word.runs import RunWriter
from opshandover.ooxml.tree import W, parse, serialize, value
from opshandover.ooxml.xml import DECLARATION

NO_COMMENTS = f'{DECLARATION}<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
_AUTHOR, _INITIALS = "opshandover", "oh"
_MARK = re.compile("\0([<>])([0-9]+)\0")


@frozen
class Remark:
    """A remark about the value at a path: some lines of text, the first its heading."""

    path: str
    lines: Sequence[str]


@define
class Comments:
    """The remarks on one document, and the places where they can stand."""

    remarks: Sequence[Remark]
    day: date | None = None
    first: int = 0
    """The id of the first comment; a company's file may have some already."""
    revisions: Revisions | None = None
    _paths: list[str] = field(factory=list[str], init=False)

    @property
    def has_places(self) -> bool:
        """Whether there is any place for a comment; a company's form may show no value in its text."""
        return bool(self._paths)

    def mark(self, content: str, *paths: str) -> str:
        """Mark runs as the place that shows the values at some paths."""
        numbers = range(len(self._paths), len(self._paths) + len(paths))
        self._paths += paths
        if self.revisions:
            content = reduce(self.revisions.revised, paths, content)
        before, after = ("".join(f"\0{side}{number}\0" for number in numbers) for side in "<>")
        return f"{before}{content}{after}"

    def put_into(self, body: Iterable[str]) -> list[str]:
        """Return a body with a comment at the place of each remark, and without the marks."""
        ids: dict[int, list[int]] = {}
        places = self._places()
        for number, remark in enumerate(self.remarks, start=self.first):
            place = next(places[path] for path in _with_ancestors(remark.path) if path in places)
            ids.setdefault(place, []).append(number)
        return [_MARK.sub(lambda found: _xml(found[1], ids.get(int(found[2]), ())), piece) for piece in body]

    def _places(self) -> Mapping[str, int]:
        """Return the place of each path: where its value is shown, else where the first value within it is."""
        places: dict[str, int] = {}
        for number, path in enumerate(self._paths):
            places.setdefault(path, number)
        for number, path in enumerate(self._paths):
            for above in _with_ancestors(path):
                places.setdefault(above, number)
        return places

    def part(self, runs: RunWriter, theirs: bytes = NO_COMMENTS) -> str:
        """Return the part with the comments of a company's file, if any, and after them ours."""
        ours = "".join(self._comments(runs))
        root = parse(theirs)
        root.extend(parse(f'<w:comments xmlns:w="{W[1:-1]}">{ours}</w:comments>'.encode()))
        return serialize(root).decode()

    def _comments(self, runs: RunWriter) -> Iterator[str]:
        day = f' w:date="{self.day:%Y-%m-%d}T00:00:00Z"' if self.day else ""
        for number, remark in enumerate(self.remarks, start=self.first):
            said = "".join(f"<w:p>{runs.plain(line, strong=at == 0)}</w:p>" for at, line in enumerate(remark.lines))
            named = f'w:id="{number}" w:author="{_AUTHOR}"{day} w:initials="{_INITIALS}"'
            yield f"<w:comment {named}>{said}</w:comment>"


def first_unused_id(theirs: bytes) -> int:
    """Return the first number above all ids of comments in a part."""
    ids = (value(comment, "id") for comment in parse(theirs).iter(f"{W}comment"))
    return max((int(number) for number in ids if number.isascii() and number.isdecimal()), default=-1) + 1


def _with_ancestors(path: str) -> Iterator[str]:
    """Yield a path, what encloses it step by step, and the document, whose path is empty."""
    while path:
        yield path
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    yield ""


def _xml(side: str, ids: Sequence[int]) -> str:
    """Return the beginning or the end of comments; a program that does not show ranges has the reference."""
    if side == "<":
        return "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in ids)
    ends = "".join(f'<w:commentRangeEnd w:id="{number}"/>' for number in ids)
    return ends + "".join(f'<w:r><w:commentReference w:id="{number}"/></w:r>' for number in ids)
