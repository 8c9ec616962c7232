"""An exporter of one's own; try it with: python own_exporter.py FILE > checklist.html.

[project.entry-points."opshandover.exporters"]  # in the pyproject.toml of your package
checklist = "your_package:Checklist"  # then: opshandover export FILE -t checklist
"""

import html
import sys
from typing import ClassVar

import opshandover as oh
from opshandover.exporting import redacted


class Checklist:
    """Writes a list in HTML, the most pressing task first."""

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html"

    def export(self, document: oh.OpsDocument, *, lang: str) -> bytes:
        """Gives the list in UTF-8; `oh.export` has blacked out secrets before it calls this."""
        to_dos = getattr(document.work_progress, "to_dos", ())
        items = "".join(f"<li>☐ {html.escape(t.title)} {t.due or ''}</li>\n" for t in to_dos)
        return f'<meta charset="utf-8"><ul lang="{lang}">\n{items}</ul>\n'.encode()


if __name__ == "__main__":
    sys.stdout.buffer.write(Checklist().export(redacted(oh.load(sys.argv[1])), lang="zh"))
