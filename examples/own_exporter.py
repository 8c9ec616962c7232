"""An exporter of one's own; try it with: python own_exporter.py [FILE].

[project.entry-points."opshandover.exporters"]  # in the pyproject.toml of your package
checklist = "your_package:Checklist"  # then: opshandover export FILE -t checklist
"""

import html
import sys
from pathlib import Path
from typing import ClassVar

import opshandover as oh


class Checklist:
    """Writes a list in HTML, the most pressing task first."""

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html"

    def export(self, document: oh.OpsDocument, *, lang: str) -> bytes:
        to_dos = getattr(document.work_progress, "to_dos", ())
        items = "".join(f"<li>☐ {html.escape(t.title)} {t.due or ''}</li>\n" for t in to_dos)
        return f'<meta charset="utf-8"><ul lang="{lang}">\n{items}</ul>\n'.encode()


if __name__ == "__main__":
    file = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).with_name("daily_handover.zh.yaml")
    oh.export(oh.load(file), Checklist(), "checklist.html")
