"""A browser without a window, which loads files from a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import define, field
from playwright.sync_api import Dialog, Page, sync_playwright

_ALONE = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
_QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
_AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@define
class Tab:
    """A tab of a browser, with what it asked for and complained of since the last file was opened."""

    page: Page
    requests: list[str] = field(factory=list[str])
    complaints: list[str] = field(factory=list[str])

    def show(self, html: bytes, folder: Path, *, width: int = 1280, scheme: Any = "light") -> None:
        """Open a file, on a screen of a width in a colour scheme."""
        path = folder / "page.html"
        path.write_bytes(html)
        self.requests.clear()
        self.complaints.clear()
        self.change(width, scheme)
        self.page.goto(path.as_uri())

    def change(self, width: int, scheme: Any) -> None:
        """Change the screen."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme=scheme)

    def ask(self, script: str) -> Any:
        """What an expression is in the page; its policy does not concern who looks at it from outside."""
        return self.page.evaluate(script)

    def violations(self, *, contrast: bool = False) -> list[str]:
        """The rules of accessibility that the page breaks, and where: that of contrast, or all others."""
        rules = "runOnly: ['color-contrast']" if contrast else "rules: {'color-contrast': {enabled: false}}"
        self.ask(_AXE)
        found = self.ask(f"axe.run({{resultTypes: ['violations'], {rules}}})")
        return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]


@contextmanager
def opened_browser() -> Iterator[Tab]:
    """A new browser with one tab."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=[*_ALONE, *_QUIET])
        tab = Tab(browser.new_page())
        tab.page.on("request", lambda request: tab.requests.append(request.url))
        tab.page.on("console", lambda said: tab.complaints.append(said.text))
        tab.page.on("pageerror", lambda error: tab.complaints.append(str(error)))
        tab.page.on("dialog", lambda dialog: _dismiss(tab, dialog))
        yield tab
        browser.close()


def _dismiss(tab: Tab, dialog: Dialog) -> None:
    """Close a dialog, which only a script opens."""
    tab.complaints.append(dialog.message)
    dialog.dismiss()
