"""The command `export`: what it says of drafts, of characters replaced and of what is masked."""

import json
from pathlib import Path

import pytest
from tests.cli.calls import call, written

from opshandover.redaction import MASK


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_drafts_are_exported_with_a_note(here: Path) -> None:
    """Errors do not stop an export, but are counted."""
    result = call("export", written(here), "-t", "digest", "-o", "x.txt", "--lang", "en")
    assert result.exit_code == 0
    assert " errors, so this is a draft" in result.stderr


def test_data_for_programs_is_not_checked(here: Path) -> None:
    """JSON holds a document to the letter: whoever reads it can check it, and nobody is told here."""
    result = call("export", written(here), "-t", "json", "-o", "x.json", "--lang", "en")
    assert result.stderr.splitlines() == ["wrote x.json"]


def test_characters_that_mean_nothing_are_told_by_path(here: Path) -> None:
    """What XML cannot hold is shown as a sign, and each place is named."""
    source = written(here, '{"profile": "daily_work", "title": "a\\u0000b"}', "bad.json")
    result = call("export", source, "-t", "word", "--lang", "en")
    assert result.exit_code == 0
    assert "unreadable characters, replaced by symbols such as ␀: title" in result.stderr
    assert b"\0" not in result.stdout_bytes


LEAKY = """profile: daily_handover
systems:
  items:
  - name: 商城后台
    operation: 用 admin 登录，密码：Abc@12345
overview:
  summary: 机柜 admin/Kd@2026-A1
"""


@pytest.mark.parametrize("to_file", [True, False])
def test_masked_places_are_named_on_request(here: Path, to_file: bool) -> None:
    """Each with its path and the words before it, and the waiver to declare that it is no secret."""
    path = written(here, LEAKY)
    result = call("export", path, "-t", "json", "-o", "a.json" if to_file else "-", "--show-hidden", "--lang", "zh")
    assert result.exit_code == 0
    assert f"系统与账号.系统[0].操作说明  用 admin 登录，密码：{MASK}" in result.stderr
    assert f"工作概述.概述  机柜 admin/{MASK}" in result.stderr
    assert "规则: SEC001, 位置: '工作概述.概述'" in result.stderr
    assert "Abc@12345" not in result.output
    assert "Kd@2026" not in result.stderr


@pytest.mark.parametrize(("lang", "key"), [("zh", "豁免"), ("en", "waivers")])
def test_the_waiver_that_is_proposed_can_be_pasted(here: Path, lang: str, key: str) -> None:
    """It loads as it stands, with the place in the words of the language, and the export honours it."""
    text = LEAKY.partition("overview")[0]
    asked = ("-t", "json", "-o", "a.json", "--show-hidden", "--lang", lang)
    proposed = call("export", written(here, text), *asked).stderr.partition(f"{key}:")[2].splitlines()[0]
    call("export", written(here, f"{text}{key}:{proposed}\n"), *asked)
    exported = json.loads((here / "a.json").read_text(encoding="utf-8"))
    assert exported["systems"]["items"][0]["operation"] == "用 admin 登录，密码：Abc@12345"


def test_a_declared_place_is_not_named(here: Path) -> None:
    """It is exported as it is; without the option nothing is listed."""
    waiver = "waivers: [{rule: SEC001, path: overview.summary, reason: 不是密码，是机柜编号}]\n"
    path = written(here, LEAKY + waiver)
    result = call("export", path, "-t", "json", "-o", "a.json", "--show-hidden", "--lang", "en")
    assert "overview.summary" not in result.stderr
    assert "something is masked in 1 texts" in result.stderr
    assert "admin/Kd@2026-A1" in (here / "a.json").read_text(encoding="utf-8")
    assert "masked" not in call("export", path, "-t", "json", "-o", "b.json", "--lang", "en").stderr
