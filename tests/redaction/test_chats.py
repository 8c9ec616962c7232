"""Secrets that answer a question in the lines before them."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.chats import find_answers

SECRETS = (
    "小丁：冷库门怎么开\n老方：⟦3358#⟧",
    "10:03 小美：谁有外卖后台的密码\n10:05 阿强：⟦wm_Yang2023⟧\n10:05 小美：ok",
    "<ann> what's the wifi upstairs\n<bob> Loft, then ⟦paperboat88⟧",
    "Ed: can't get into the NAS\nFay: try nasadmin / ⟦Blue-kite-22⟧",
    "店长\n谁知道后台口令\n小陈\n⟦hongmei⟧",
)
HARMLESS = (
    "甲：订单查不到密码\n乙：单号 20488 吧",
    "Ann: what's the door number?\nBob: room 1204",
    "甲：锁什么时候修\n乙：20240612",
    "Sam: who has the alarm code?\nKit: ask Denise, she's on 0161 496 0337",
    "甲：wifi 好慢啊？\n乙：换 5G 试试",
    "甲：系统登不上\n乙：清缓存用 Ctrl+F5",
    "店长：后台密码多少\n小王：收到",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_answer_is_hidden(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_answers, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_other_answers_stay(line: str) -> None:
    """What answers another question, or is no value, raises no alarm."""
    assert_passes(find_answers, line)
