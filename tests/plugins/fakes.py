"""Writes distributions that look installed: a dist-info folder and the module it points to."""

import itertools
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

EXPORTERS, IMPORTERS = "opshandover.exporters", "opshandover.importers"
PROFILES, RULES = "opshandover.profiles", "opshandover.rules"

GOOD_EXPORTER = '''
    """A good exporter."""
    from attrs import frozen

    @frozen(kw_only=True)
    class Thing:
        suffix = ".txt"
        media_type = "text/plain"
        width: int = 80
        title: str | None = None
        _hidden: bool = False

        def export(self, document, *, lang):
            return f"{document.title} {lang} {self.width} {self.title} {self._hidden}".encode()
'''
GOOD_IMPORTER = '''
    """A good importer."""
    from attrs import frozen
    from opshandover.pages import Page, Paragraph, Run
    from opshandover.reading.imported import Imported

    @frozen(kw_only=True)
    class Thing:
        suffixes = (".acme", ".acm")
        title: str = ""

        def parse(self, data):
            text = Paragraph((Run(data.decode(errors="replace")),))
            return Imported(page=Page(title=self.title, kind="", lang="zh", blocks=(text,)))
'''
GOOD_PROFILE = '''
    """A good profile."""
    from opshandover.profiles import Profile, Share
    from opshandover.spec import Need
    from opshandover.text import Text

    Thing = Profile(
        name="night",
        label=Text("夜班交接单", "Night sheet"),
        short=Text("夜班单", "Night"),
        purpose=Text("夜班", "Nights"),
        handover=True,
        sections={"header": Share(Need.REQUIRED, 40), "issues": Share(Need.REQUIRED, 60)},
    )
'''
GOOD_RULES = '''
    """A good group of rules."""
    from opshandover.findings import Severity
    from opshandover.model import Task
    from opshandover.rules import hit, rule
    from opshandover.text import Text

    @rule("{code}", "{name}", Severity.WARNING, on=Task,
          message=Text("{{field}}不行", "{{field}} will not do"), hint=Text("改", "change it"))
    def ask(task, at):
        """Finds fault with every task."""
        yield hit("title")

    Thing = (ask,)
'''

Fake = Callable[..., str]
"""A function that puts a distribution on the path and returns the name of its module."""


def maker(folder: Path) -> Fake:
    """A function that writes distributions into a folder, each with a module of its own."""
    numbers = itertools.count(1)
    prefix = f"fake_{abs(hash(str(folder)))}"

    def fake(
        group: str,
        name: str,
        source: str,
        *,
        distribution: str = "acme-plugin",
        value: str = "{module}:Thing",
        version: str = "1.0",
    ) -> str:
        module = f"{prefix}_{next(numbers)}"
        (folder / f"{module}.py").write_text(dedent(source), "utf-8")
        info = folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
        info.mkdir(exist_ok=True)
        head = f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n"
        (info / "METADATA").write_text(head, "utf-8")
        with (info / "entry_points.txt").open("a", encoding="utf-8") as file:
            file.write(f"[{group}]\n{name} = {value.format(module=module)}\n")
        return module

    return fake
