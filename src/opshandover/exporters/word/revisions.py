"""Tracked changes: the other version of a value beside the one that stands, to be accepted or rejected in Word.

Accepted, the value is theirs; rejected, it stays as it is. The change is within the content control of the value, so
that what is left is found again.
"""

import re
from collections.abc import Sequence
from datetime import date

from attrs import define, evolve, field, frozen

from opshandover.exporters.word.runs import RunWriter
from opshandover.ooxml.ids import Ids
from opshandover.ooxml.xml import escaped
from opshandover.pages.blocks import Runs

_RUN = re.compile(r"<w:r>.*?</w:r>", re.DOTALL)
_TEXT = re.compile(r"(</?w:)t(?=[ >])")


def _without_links(runs: Runs) -> Runs:
    """Runs whose links are text: an address is in the words, and a link would have to be tracked as well."""
    return tuple(evolve(run, link="", image=None) for run in runs)


@frozen(kw_only=True)
class Revision:
    """Another wording of the value at a path, whose it is, and of which day; `shown` is the wording that stands."""

    path: str
    author: str
    shown: Runs
    runs: Runs
    day: date | None = None


@define
class Revisions:
    """The revisions of one document; each is written once, where its value is shown."""

    given: Sequence[Revision]
    runs: RunWriter
    ids: Ids
    _left: dict[str, Revision] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Sort the revisions by their paths."""
        self._left = {revision.path: revision for revision in self.given}

    def revised(self, content: str, path: str) -> str:
        """The runs at a path with the revision of the value that they show; a label beside it stays.

        Where the value is not shown as it is, in one paragraph and without a picture, nothing is changed.
        """
        revision = self._left.get(path)
        shown = self.runs.xml(revision.shown) if revision else ""
        before, found, after = content.rpartition(shown) if shown else ("", "", "")
        if not revision or not found or "<w:drawing" in shown:
            return content
        del self._left[path]
        deleted = _RUN.sub(lambda run: self._change("del", _TEXT.sub(r"\1delText", run[0]), revision), shown)
        theirs = _RUN.findall(self.runs.xml(_without_links(revision.runs)))
        return before + deleted + "".join(self._change("ins", run, revision) for run in theirs) + after

    def _change(self, kind: str, run: str, revision: Revision) -> str:
        day = f' w:date="{revision.day:%Y-%m-%d}T00:00:00Z"' if revision.day else ""
        named = f'w:id="{self.ids.next()}" w:author="{escaped(revision.author)}"{day}'
        return f"<w:{kind} {named}>{run}</w:{kind}>"
