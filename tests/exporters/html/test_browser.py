"""What a browser makes of the HTML: how it fits the screen and paper, who can read it, and that nothing runs."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.browser import Tab, opened_browser
from tests.support.examples import EXAMPLES, FOLDER
from tests.support.grids import in_turn
from tests.support.patience import PATIENCE

import opshandover as oh
from opshandover.document.walk import rewrite
from opshandover.model import OpsDocument, Record, WorkProgress
from opshandover.model.fields import Field, Kind
from opshandover.testing import a_document, a_task
from opshandover.text import LANGUAGES, Lang

pytestmark = pytest.mark.browser

RUN = "window.ran=1"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"</title></style></textarea><script>{RUN}</script><img src=x onerror={RUN}>",
    f"\"'><svg onload={RUN}><iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    f'" onmouseover="{RUN}" onfocus="{RUN}" autofocus x="',
    f"[a](javascript:{RUN}) ![b](javascript:{RUN}) <a href=javascript:{RUN}>c</a> [d](data:text/html,<script>{RUN}</script>)",
    f"<!--><script>{RUN}</script>--><![CDATA[<script>{RUN}</script>]]><?php {RUN} ?>",
    "<style>@import 'https://a.cn/x.css';</style><link rel=stylesheet href=https://a.cn/y.css>![x](https://a.cn/z.png)",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'><base href=https://a.cn/><form action=https://a.cn><button>",
)


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    """One tab for all tests."""
    with opened_browser() as tab:
        yield tab


def width(tab: Tab) -> int:
    """How wide the page is, with what one would have to scroll to."""
    return int(tab.ask("document.documentElement.scrollWidth"))


@pytest.mark.parametrize(("path", "lang"), in_turn(EXAMPLES, LANGUAGES))
def test_examples_fit_and_can_be_read_by_all(tab: Tab, path: Path, lang: Lang, tmp_path: Path) -> None:
    """No page scrolls sideways, on a phone or a desk, and axe-core finds nothing, in both languages."""
    tab.show(oh.export(oh.load(path), "html", lang=lang, placeholders=True, findings=True), tmp_path)
    assert width(tab) == 1280
    assert tab.violations() == []
    tab.change(360, "dark")
    assert width(tab) == 360
    assert tab.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["draft.zh", "daily_report.zh"])
def test_contrast_is_enough(tab: Tab, name: str, scheme: str, tmp_path: Path) -> None:
    """Of all parts of a page, in both colour schemes: apart from the other rules, since it takes ten times as long."""
    document = oh.load(FOLDER / f"{name}.yaml")
    tab.show(oh.export(document, "html", placeholders=True, mark="内部"), tmp_path, scheme=scheme)
    assert tab.violations(contrast=True) == []


def test_a_wide_table_scrolls_in_its_own_frame(tab: Tab, tmp_path: Path) -> None:
    """Thirty columns, words without a break and long code leave the page as wide as the screen."""
    cells = " | ".join(["列名"] * 30)
    wide = f"| {cells} |\n|{'---|' * 30}\n| {cells} |\n\n{'x' * 3000}\n\n```\n{'y' * 3000}\n```"
    document = a_document(overview=None, title="长" * 300, extra=(oh.model.FreeSection(title="表" * 90, body=wide),))
    tab.show(oh.export(document, "html"), tmp_path)
    assert width(tab) == 1280
    assert tab.ask("(e => e.scrollWidth > e.clientWidth)(document.querySelector('.frame[tabindex]'))")
    assert tab.violations() == []
    tab.change(360, "light")
    assert width(tab) == 360


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_runs_and_nothing_is_loaded(tab: Tab, payload: str, tmp_path: Path) -> None:
    """Whatever text fields hold, even if somebody clicks and points everywhere."""

    def fill(value: str, field: Field, _owner: Record) -> str:
        return payload if field.kind in (Kind.TEXT, Kind.PROSE) else value

    tab.show(oh.export(rewrite(a_document(), str, fill), "html", mark=payload[:40]), tmp_path)
    tab.ask(
        """document.querySelectorAll('*').forEach(each => ['mouseover', 'focus', 'error', 'load', 'toggle'].forEach(
        name => each.dispatchEvent(new Event(name, {bubbles: true}))))"""
    )
    assert tab.ask("window.ran") is None
    assert tab.ask("document.scripts.length + document.querySelectorAll('iframe, form, link, base').length") == 0
    assert [url for url in tab.requests if not url.endswith("/page.html")] == []
    assert tab.complaints == []
    assert payload[:20].split("\n", maxsplit=1)[0] in tab.page.inner_text("main")


def test_the_page_forbids_scripts_itself(tab: Tab, tmp_path: Path) -> None:
    """A script that somebody puts into the page later does not run, and a picture from elsewhere is not loaded."""
    tab.show(oh.export(a_document(), "html"), tmp_path)
    tab.ask(
        f"""document.body.append(Object.assign(document.createElement('script'), {{textContent: '{RUN}'}}),
        Object.assign(document.createElement('img'), {{src: 'https://a.cn/b.png'}}))"""
    )
    assert tab.ask("window.ran") is None
    assert len([said for said in tab.complaints if "Content Security Policy" in said]) == 2


def test_anchors_lead_to_their_values(tab: Tab, tmp_path: Path) -> None:
    """A link to an item brings it into view."""
    document = oh.load(FOLDER / "daily_handover.zh.yaml")
    tab.show(oh.export(document, "html"), tmp_path)
    tab.ask("document.documentElement.style.scrollBehavior = 'auto'; location.hash = 'risks.items.1'")
    top = tab.ask("document.getElementById('risks.items.1').getBoundingClientRect().top")
    assert 0 <= top < 900
    assert tab.ask("document.querySelector(':target').textContent").startswith("返场首日白班坐席不够")


def printed(tab: Tab, folder: Path) -> list[str]:
    """The text of each sheet of A4 paper on which the page is printed."""
    path = folder / "page.pdf"
    tab.page.pdf(path=path, prefer_css_page_size=True)
    told = subprocess.run(["pdfinfo", path], check=True, capture_output=True, timeout=PATIENCE).stdout.decode()
    assert re.search(r"Page size:.*\(A4\)", told)
    read = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(read, check=True, capture_output=True, timeout=PATIENCE).stdout.decode().split("\f")[:-1]


def test_a_short_handover_is_printed_on_two_sheets_at_most(tab: Tab, tmp_path: Path) -> None:
    """With its page numbers, without its contents, and with the signatures on one sheet."""
    tab.show(oh.export(oh.load(FOLDER / "shift_handover.zh.yaml"), "html"), tmp_path, scheme="dark")
    sheets = printed(tab, tmp_path)
    assert 1 <= len(sheets) <= 2
    assert re.search(rf"1\s*/\s*{len(sheets)}\s*$", sheets[0])
    (signed,) = (sheet for sheet in sheets if "交接确认" in sheet)
    assert "签字（盖章）" in signed
    assert "跳到正文" not in "".join(sheets)


def test_a_long_table_repeats_its_head(tab: Tab, tmp_path: Path) -> None:
    """Each sheet with rows begins with the labels of the columns, and no row is split between two."""
    tasks = tuple(a_task(id=f"T-{n}", title=f"任务{n:03}", remaining=f"剩余{n:03}") for n in range(120))
    document: OpsDocument = a_document(issues=None, work_progress=WorkProgress(tasks=tasks))
    tab.show(oh.export(document, "html"), tmp_path)
    sheets = printed(tab, tmp_path)
    with_rows = [sheet for sheet in sheets if re.search(r"任务\d{3}", sheet)]
    assert len(with_rows) > 3
    for sheet in with_rows:
        assert re.search(r"标题\s+剩余工作", sheet)
        assert set(re.findall(r"任务(\d{3})", sheet)) >= set(re.findall(r"剩余(\d{3})", sheet))
