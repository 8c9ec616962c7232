"""Files that an office program saved again or edited: what comes back is the document, with the edits."""

import json
import os
import subprocess
from pathlib import Path as File
from typing import Any

import pytest
from attrs import evolve
from tests.support.examples import EXAMPLES, FOLDER, READY, ROOT
from tests.support.office import all_saved_again
from tests.support.patience import PATIENCE

import opshandover as oh
from opshandover.continuity.ledger import Fate, Found
from opshandover.document.paths import Path
from opshandover.document.secrets import redacted
from opshandover.importers.word import WordImporter
from opshandover.model.document import OpsDocument
from opshandover.model.handover import HandoverStatus
from opshandover.reading.result import Part
from opshandover.reading.returned import read_returned
from opshandover.text import LANGUAGES, Lang

pytestmark = pytest.mark.office

THEMES = ("modern", "formal", "plain")
OFFICE_PYTHON = "/usr/bin/python3"
"""The Python of Debian's `python3-uno`, by which LibreOffice is driven."""
FIRST, THIRD = "接完双十一当晚的排队会话", "审核夜班收到的 394 单已发货退款"


def come_back(names: list[tuple[File, Lang, str]], folder: File) -> None:
    """Assert that examples, each in a language and a theme, are as they were after LibreOffice has saved them."""
    files = {
        f"{path.stem}~{lang}~{theme}": oh.export(oh.load(path), "word", lang=lang, theme=theme)
        for path, lang, theme in names
    }
    saved = all_saved_again(files, folder)
    for path, lang, theme in names:
        part = read_returned(WordImporter().parse(saved[f"{path.stem}~{lang}~{theme}"]))
        assert part.document == redacted(oh.load(path)), (path.stem, lang, theme)
        assert part.ledger.adds_up
        assert set(part.ledger.counts) == {Fate.KEPT}


def test_examples_that_were_saved_again_are_as_they_were(tmp_path: File) -> None:
    """Every example, in the languages and themes in turn."""
    come_back([(path, LANGUAGES[n % 2], THEMES[n % 3]) for n, path in enumerate(EXAMPLES)], tmp_path)


@pytest.mark.nightly
def test_all_examples_in_all_themes_and_languages_are_as_they_were(tmp_path: File) -> None:
    """The same, all of them."""
    come_back([(path, lang, theme) for path in EXAMPLES for lang in LANGUAGES for theme in THEMES], tmp_path)


def edited_in_office(edits: dict[str, tuple[OpsDocument, list[list[str]]]], folder: File) -> dict[str, Part]:
    """What comes back of documents that LibreOffice edited; it is started but once."""
    if subprocess.run([OFFICE_PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode:
        if os.environ.get("OPSHANDOVER_OFFICE") == "required":
            pytest.fail("needs python3-uno", pytrace=False)
        pytest.skip("needs python3-uno")
    for name, (document, _) in edits.items():
        (folder / f"{name}.docx").write_bytes(oh.export(document, "word"))
    asked = {f"{name}.docx": each for name, (_, each) in edits.items()}
    (folder / "edits.json").write_text(json.dumps(asked), encoding="utf-8")
    script = str(ROOT / "tests" / "support" / "edit_in_office.py")
    subprocess.run([OFFICE_PYTHON, script, str(folder)], check=True, capture_output=True, timeout=PATIENCE)
    made = {name: (folder / "made" / f"{name}.docx").read_bytes() for name in edits}
    return {name: read_returned(WordImporter().parse(data)) for name, data in made.items()}


def test_edits_and_nothing_else_come_back(tmp_path: File) -> None:
    """Text, prose, formatting, rows that are added, deleted and sorted, a box: without tags, by bookmark and grid."""
    daily, leaving = oh.load(READY), oh.load(FOLDER / "offboarding.zh.yaml")
    item = Path.parse("handover_plan.items").get(leaving)[0]
    assert item.status is HandoverStatus.CONFIRMED
    parts = edited_in_office(
        {
            "text": (daily, [["replace", FIRST, "接完全部会话"]]),
            "prose": (daily, [["replace", "当晚没有停服", "当晚停服"], ["append", "当晚停服", "新的一段"]]),
            "bold": (daily, [["embolden", "当晚没有停服"]]),
            "deleted": (daily, [["delete_row", THIRD]]),
            "added": (daily, [["add_row", THIRD, "新任务", "进行中", "10%", "何佳", "2026-11-13"]]),
            "sorted": (daily, [["sort_rows", THIRD]]),
            "box": (leaving, [["tick", item.title]]),
        },
        tmp_path,
    )
    before = redacted(daily)
    tasks = Path.parse("work_progress.tasks")
    old, summary = tasks.get(before), Path.parse("overview.summary")
    text = summary.get(before)
    new = tasks.get(parts["added"].document)[3]
    expected: dict[str, Any] = {
        "text": Path.parse("work_progress.tasks[0].title").put(before, "接完全部会话"),
        "prose": summary.put(before, text.replace("当晚没有停服", "当晚停服") + "\n\n新的一段"),
        "bold": summary.put(before, text.replace("当晚没有停服", "**当晚没有停服**")),
        "deleted": tasks.put(before, (*old[:2], *old[3:])),
        "added": tasks.put(before, (*old[:3], new, *old[3:])),
        "sorted": tasks.put(before, (old[3], old[1], old[0], old[2])),
        "box": Path.parse("handover_plan.items[0].status").put(redacted(leaving), HandoverStatus.PENDING),
    }
    assert (new.title, new.progress, new.owner and new.owner.name) == ("新任务", 10, "何佳")
    for name, document in expected.items():
        assert parts[name].document == document, name
        assert parts[name].ledger.adds_up, name
        assert parts[name].ledger.found[Found.BOOKMARK] > 200, name
    assert evolve(parts["sorted"].ledger).counts == {Fate.KEPT: len(parts["sorted"].ledger.entries)}
