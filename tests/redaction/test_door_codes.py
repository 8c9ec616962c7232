"""Codes for doors, safes and devices, and what opens a file."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.door_codes import find_door_codes

SECRETS = (
    "三楼会议室门锁 ⟦159753#⟧ 进门后顺手带上",
    "门禁先按 * 再按 ⟦2580⟧",
    "保险柜⟦左 3 圈到 48，右 2 圈到 07，左 1 圈到 93⟧",
    "保险箱现在的数字是 ⟦29-55-03⟧",
    "Gate keypad: ⟦C1945⟧ after 8 pm",
    "The lock on the cage is set to ⟦4-7-1-9⟧",
    "The archive is protected; unzip with ⟦stocktake99⟧",
    "表格打开输 ⟦biao2025⟧",
    "disarm ⟦4321⟧, then close the door",
)
HARMLESS = (
    "门锁安装 1380 元",
    "撤防 2 次失败",
    "Alarm: 0900 to 1800",
    "解压后用 Excel2019 打开",
    "Unlock the sheet with your own login",
    "decrypt with gpg2",
    "按 # 键结束，按 1 重听",
    "首页按钮改为 #FF6600",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_door_codes, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_door_codes, line)
