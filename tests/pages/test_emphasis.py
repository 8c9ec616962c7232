"""Emphasis in scripts without blanks between words, and signs that are none."""

import pytest

from opshandover.pages.blocks import Paragraph, Run
from opshandover.pages.emphasis import is_name, sign_between
from opshandover.pages.markdown import blocks_of


def _shown(source: str) -> str:
    """A paragraph with strong text in 【】, emphasis in 〔〕 and struck text in ⟦⟧."""
    (block,) = blocks_of(source)
    assert isinstance(block, Paragraph)
    return "".join(_marked(run) for run in block.runs)


def _marked(run: Run) -> str:
    text = f"⟦{run.text}⟧" if run.strike else run.text
    text = f"〔{text}〕" if run.emphasis else text
    return f"【{text}】" if run.strong else text


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**重点：**先查库存", "【重点：】先查库存"),
        ("进度**100%**完成，见**《手册》**第三页", "进度【100%】完成，见【《手册》】第三页"),
        ("**风险（高）**仍在，**“急”**件", "【风险（高）】仍在，【“急”】件"),
        ("*重点：*先；进度*100%*完成；见*《手册》*后", "〔重点：〕先；进度〔100%〕完成；见〔《手册》〕后"),
        ("~~旧价：~~新价，~~100%~~完成", "⟦旧价：⟧新价，⟦100%⟧完成"),
        ("***重点：***先", "【〔重点：〕】先"),
        ("**外层*《内》*层：**后", "【外层】【〔《内》〕】【层：】后"),
        ("这**很重要**的，（**急**）“**急**”", "这【很重要】的，（【急】）“【急】”"),
        ("订单ID**12345**已退款，SKU**A100**缺货", "订单ID【12345】已退款，SKU【A100】缺货"),
        ("日志在**/var/log**下，**D:\\logs**里", "日志在【/var/log】下，【D:\\logs】里"),
        ("太郎**.NET**と**④**、葛\U000e0100**(x)**", "太郎【.NET】と【④】、葛\U000e0100【(x)】"),
        ("重点✅**！**后，**注意⚠️**先", "重点✅【！】后，【注意⚠️】先"),
        ("**Note:** a **b *c*** _d_ ~~e~~", "【Note:】 a 【b 】【〔c〕】 〔d〕 ⟦e⟧"),
        ("__重点__ 和 _轻_", "【重点】 和 〔轻〕"),
        ("**甲**、**乙**，**丙**", "【甲】、【乙】，【丙】"),
    ],
)
def test_what_people_mean_as_emphasis_is_some(source: str, shown: str) -> None:
    """Punctuation, quotation marks, brackets and digits beside the signs do not matter."""
    assert _shown(source) == shown


@pytest.mark.parametrize(
    "text",
    [
        "规格 200*150*25cm 改为 180*200*25cm",
        "200*150*高，长*宽*高",
        "成本 3*5*2=30 元；x**2 + y**2；2**10 和 2**5",
        "买家 138****0142 和 139****0157",
        "客户王*明、李*华；张**、李**；赵****一 和 钱****二",
        "__init__.py 和 __main__.py，__init__() 与 obj.__dict__，obj.__class__",
        "snake_case_name，_private.py 和 _other.py",
        "/var/*.log 和 /srv/*.log；src/**/*.py 和 tests/**/*.py；*.csv、*.txt",
        "count(*) 和 sum(*)；“*”与“*”；'*' '*'",
        "*/5 * * * * 与 */10 * * * *",
        "*1：不含税；*2：含税",
        "/a/_x_/b 和 /c/_y_/d",
        "~100~200 件，5~8 天，10~~12 天，20~~30 天，~~~甲~~~",
        "a * b * c，3 *5 *2",
    ],
)
def test_signs_in_numbers_names_and_paths_stay(text: str) -> None:
    """A sign that is part of something else is shown, and turns no later pair inside out."""
    assert _shown(text) == text
    assert _shown(f"{text}，见 **重点：**后") == f"{text}，见 【重点：】后"


def test_a_run_of_signs_is_judged_by_its_neighbours() -> None:
    """Whoever writes Markdown can ask what a sign will be taken for."""
    assert sign_between("*", 2, "点：", "先") == (True, True, False)
    assert sign_between("*", 1, "00", "15") == (False, False, False)
    assert sign_between("*", 2, "ID", "12").inside
    assert sign_between("*", 2, "”\ufe01", "(a").opens
    assert is_name("x _a.b", 2)
    assert not is_name("x_a.b", 1)
