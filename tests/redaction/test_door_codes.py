"""Codes of doors and safes."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.door_codes import find_door_codes

SECRETS = (
    "三楼会议室门锁 ⟦159753#⟧ 进门后顺手带上",
    "Gate keypad: ⟦C1945⟧ after 8 pm",
    "The archive is protected; unzip with ⟦stocktake99⟧",
    "disarm ⟦4321⟧, then close the door",
    "safe dial: ⟦L20 R5 L30⟧",
    "保险柜：⟦左 23 右 45 左 67⟧",
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
    "按部门查询\n支持 L2、L3 两级",
    "电梯口有人摔了，先打120、再喊主任",
    "Numbers for the lift: Alfio, +39 011 555. Drains: Kurt",
    "机房门口遇到诈骗，请立即拨打96110",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_door_codes, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_door_codes, line)
