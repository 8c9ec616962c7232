"""A form in a browser: what is typed is checked, kept, and saved as a file that loads."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import TimeoutError as TooLateError
from tests.support.browser import Tab, opened_browser

import opshandover as oh
from opshandover.forms.browser import browser_form
from opshandover.model import (
    Issues,
    IssueStatus,
    Metric,
    NotApplicable,
    Nothing,
    OpsDocument,
    Person,
    Shift,
    Task,
    TaskStatus,
    WorkProgress,
)
from opshandover.profiles import profile_named
from opshandover.profiles.registry import profile_names
from opshandover.testing import HOSTILE_TEXTS
from opshandover.text import LANGUAGES, Lang

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    """One browser for all tests of this file."""
    with opened_browser() as opened:
        yield opened


@pytest.fixture
def form(tab: Tab, tmp_path: Path) -> "Form":
    """A form of a short handover, without a draft from before."""
    return Form(tab, tmp_path)


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    """A time in August as people write it, without a zone."""
    return datetime.fromisoformat(f"2026-08-{day:02}T{hour:02}:{minute:02}")


class Form:
    """A form as a person sees it."""

    def __init__(self, tab: Tab, folder: Path) -> None:
        self.tab, self.folder = tab, folder

    def show(self, kind: str = "shift_handover", lang: Lang = "zh", *, width: int = 1280, **given: object) -> None:
        """Open the form without a draft."""
        html = browser_form(profile_named(kind), lang, given).encode()
        self.tab.show(html, self.folder, width=width)
        self.tab.ask("localStorage.clear()")
        self.tab.page.evaluate("show(asked.given)")

    def fill(self, label: str, text: str, *, at: int = 0) -> None:
        """Type into the field with a label, the first of that name unless said otherwise."""
        self.tab.page.get_by_label(label, exact=True).filter(visible=True).nth(at).fill(text)

    def choose(self, label: str, choice: str, *, at: int = 0) -> None:
        """Choose from a list."""
        self.tab.page.get_by_label(label, exact=True).filter(visible=True).nth(at).select_option(label=choice)

    def press(self, name: str, *, at: int = 0) -> None:
        """Press a button."""
        self.tab.page.get_by_role("button", name=name, exact=True).nth(at).click()

    def state(self) -> str:
        """What the bar at the bottom says."""
        return str(self.tab.ask("document.getElementById('state').textContent"))

    def saved(self, button: str = "保存") -> str:
        """The text of the file that a button saves.

        Chromium drops a file now and then when many follow one another at once: then the button is pressed again.
        """
        try:
            return self._download(button, 5_000)
        except TooLateError:
            return self._download(button, 30_000)

    def _download(self, button: str, patience: int) -> str:
        with self.tab.page.expect_download(timeout=patience) as caught:
            self.press(button)
        return Path(caught.value.path()).read_text("utf-8")

    def document(self) -> OpsDocument:
        """The document that is saved, the same in both formats."""
        found = oh.loads(self.saved(), format="yaml")
        assert found == oh.loads(self.saved("存为 JSON"), format="json")
        return found


def test_a_short_handover_is_typed_checked_and_saved(form: Form) -> None:
    """The bar counts what is left, and the saved file loads as what was typed."""
    form.show()
    assert form.state() != "必填项已填完"
    form.fill("标题", "八月九日早班")
    form.fill("名称", "早班")
    form.fill("开始", "2026-08-09T07:00")
    form.fill("结束", "2026-08-09T15:30")
    form.fill("姓名", "周岩")
    form.fill("姓名", "李敏", at=1)
    form.press("+ 添加人员")
    form.fill("姓名", "孙宁", at=2)
    form.fill("标题", "上线八月活动页", at=1)
    form.choose("状态", "进行中")
    form.fill("下一步", "联系设计\n再核对价格")
    form.fill("截止日期", "2026-08-10")
    form.tab.page.get_by_label("时间").first.fill("18:30")
    form.choose("“问题反馈”的情况", "确认没有")
    form.fill("原因", "本班没有新问题", at=0)
    assert form.state() == "必填项已填完"
    assert form.document() == OpsDocument(
        profile="shift_handover",
        title="八月九日早班",
        lang=oh.loads("语言: 中文\n文种: 班次交接", format="yaml").lang,
        shift=Shift(name="早班", start=_at(9, 7), end=_at(9, 15, 30)),
        giver=Person(name="周岩"),
        receivers=(Person(name="李敏"), Person(name="孙宁")),
        work_progress=WorkProgress(
            tasks=(
                Task(
                    title="上线八月活动页",
                    status=TaskStatus.IN_PROGRESS,
                    next_step="联系设计\n再核对价格",
                    due=_at(10, 18, 30),
                ),
            )
        ),
        issues=Nothing(reason="本班没有新问题"),
    )


def test_what_is_missing_is_counted_and_led_to(form: Form) -> None:
    """The button goes to the first gap, which says that it is required; once filled it is counted no more."""
    form.show()
    before = int("".join(filter(str.isdigit, form.state())))
    form.press("下一处")
    assert form.tab.ask("document.activeElement.closest('fieldset').querySelector('legend').textContent") == "班次"
    form.fill("名称", "早班")
    form.press("下一处")
    assert form.tab.ask("document.activeElement.getAttribute('aria-invalid')") == "true"
    form.fill("姓名", "周岩")
    assert int("".join(filter(str.isdigit, form.state()))) == before - 2


def test_numbers_are_checked_and_keep_their_digits(form: Form) -> None:
    """Nothing is rounded, and what is no number is said at once and not saved."""
    form.show("daily_report")
    form.fill("名称", "七日留存率")
    form.fill("当前值", "很多")
    assert "请填数字" in form.tab.page.locator(".fault").all_inner_texts()
    form.fill("当前值", "12345678901234567890.10")
    form.fill("目标值", "1，000")
    found = form.document().data_analysis
    assert found is not None
    assert not isinstance(found, Nothing | NotApplicable)
    assert found.metrics == (Metric(name="七日留存率", value=Decimal("12345678901234567890.10"), target=Decimal(1000)),)


def test_a_draft_survives_and_can_be_cleared(form: Form) -> None:
    """Who closes the page finds everything again; clearing is asked for."""
    form.show()
    form.fill("标题", "没写完")
    form.press("+ 添加任务")
    form.fill("标题", "第二项", at=2)
    form.tab.page.reload()
    assert form.tab.page.get_by_label("标题", exact=True).first.input_value() == "没写完"
    found = form.document()
    assert isinstance(found.work_progress, WorkProgress)
    assert [task.title for task in found.work_progress.tasks] == ["第二项"]
    form.tab.page.once("dialog", lambda dialog: None)
    form.press("清空")
    assert form.tab.complaints[-1] == "清空全部内容？"
    form.tab.complaints.clear()


def test_any_text_is_saved_as_typed(form: Form) -> None:
    """Signs of YAML, of HTML and invisible ones come back as a browser takes them, and nothing of them runs."""
    form.show()
    form.fill("标题", "问题", at=2)
    for text in HOSTILE_TEXTS:
        form.fill("解决思路", text)
        expected = form.tab.page.get_by_label("解决思路", exact=True).first.input_value().strip()
        for format, button in (("yaml", "保存"), ("json", "存为 JSON")):
            found = oh.loads(form.saved(button), format=format).issues
            assert isinstance(found, Issues)
            assert found.items[0].approach.strip() == expected
    assert not form.tab.complaints


@pytest.mark.parametrize(("kind", "lang"), [*zip(sorted(profile_names()), cycle(LANGUAGES), strict=False)])
def test_every_kind_is_shown_on_a_phone_and_holds_what_is_given(form: Form, kind: str, lang: Lang) -> None:
    """Nothing is wider than the screen, nothing is asked of a network, and every field can be opened up."""
    form.show(kind, lang, width=360)
    assert form.tab.ask("document.documentElement.scrollWidth") <= 360
    form.tab.ask("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    form.tab.page.wait_for_timeout(50)
    assert form.tab.ask("document.documentElement.scrollWidth") <= 360
    assert not form.tab.complaints
    assert [url for url in form.tab.requests if not url.startswith("file:")] == []
    button = "保存" if lang == "zh" else "Save"
    assert oh.loads(form.saved(button), format="yaml").profile == kind


def test_the_form_is_accessible(form: Form) -> None:
    """Every control has a name, and texts have contrast on light and dark screens, with faults shown too."""
    form.show()
    form.press("下一处")
    assert form.tab.violations() == []
    for scheme in ("light", "dark"):
        form.tab.change(1280, scheme)
        assert form.tab.violations(contrast=True) == []


def test_known_values_are_filled_in(form: Form) -> None:
    """What a team or the document before says need not be typed again, and unknown keys are not lost."""
    given: dict[str, Any] = {
        "giver": {"姓名": "周岩", "邮箱": "zhou@example.com"},
        "issues": {"问题": [{"标题": "支付超时", "状态": "处理中", "提出日期": "2026-08-01", "来历": "热线"}]},
    }
    form.show(**given)
    assert '来历: "热线"' in form.saved()
    del given["issues"]["问题"][0]["来历"]
    form.show(**given)
    found = form.document()
    assert found.giver == Person(name="周岩", email="zhou@example.com")
    assert isinstance(found.issues, Issues)
    assert found.issues.items[0].status is IssueStatus.HANDLING
    assert found.issues.items[0].reported_on == date(2026, 8, 1)
