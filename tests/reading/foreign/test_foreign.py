"""Tests of foreign documents as a whole: what they say is found, and no word of them is lost."""

import math
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.foreign.measuring import FOLDER, lost_words, measure, names, places_of
from tests.support.foreign import imported
from tests.support.growth import growth

import opshandover as oh
from opshandover.codec.files import dumps, loads
from opshandover.errors import UnknownNameError
from opshandover.model import Nothing
from opshandover.pages.blocks import Page, Paragraph, Run
from opshandover.reading.foreign import Mapping, likeness, mapping_of, prose, read_foreign
from opshandover.reading.foreign.likeness import Learned
from opshandover.reading.foreign.mapping import mapping_in
from opshandover.reading.imported import Beside, Imported
from opshandover.redaction import find_secrets
from opshandover.remarks import RemarkKind
from opshandover.text import Text

MEASURES = [measure(name) for name in names()]
TABLE = "\n".join(one.row() for one in MEASURES)


def test_no_word_is_lost() -> None:
    """Every word of a page is in its documents, or a label, a heading or a value stands for it."""
    assert not [(one.name, one.lost) for one in MEASURES if one.lost], TABLE


def test_headings_find_their_homes() -> None:
    """Of the headings that have a home at least 90 % find it, and at most 5 % go to a wrong one."""
    wanted = sum(one.with_home for one in MEASURES)
    assert sum(one.found for one in MEASURES) >= 0.9 * wanted, TABLE
    assert sum(one.wrong for one in MEASURES) <= 0.05 * wanted, TABLE


@pytest.mark.parametrize("name", sorted(path.name for path in (FOLDER / "sets").iterdir()))
def test_documents_of_many_trades_are_found(name: str) -> None:
    """Of a set in Markdown and Word no word is lost, and headings, persons and days find their places."""
    folder = FOLDER / "sets" / name
    found = [measure(one, folder) for one in names(folder)]
    table = "\n".join(one.row() for one in found)
    wanted = sum(one.with_home for one in found)
    facts, without = (sum(numbers) for numbers in zip(*(one.facts for one in found), strict=True))
    assert not [one.name for one in found if one.lost], table
    assert all(part.ledger.adds_up for one in found for part in one.parts), table
    assert sum(one.found for one in found) >= 0.9 * wanted, table
    assert sum(one.wrong for one in found) <= 0.05 * wanted, table
    assert without <= 0.1 * facts, table


@pytest.mark.parametrize("one", MEASURES, ids=lambda one: one.name)
def test_persons_dates_and_items_are_found_where_they_stand(one: object) -> None:
    """Giver, receivers, owners, days, accounts and the number of items are as a reader would say."""
    assert isinstance(one, type(MEASURES[0]))
    assert one.missing == (), TABLE


@pytest.mark.parametrize("one", MEASURES, ids=lambda one: one.name)
def test_documents_are_valid_and_the_account_adds_up(one: object) -> None:
    """Each document is saved, loaded and checked, and each text of the page has one entry."""
    assert isinstance(one, type(MEASURES[0]))
    for part in one.parts:
        assert loads(dumps(part.document, format="yaml"), format="yaml") == part.document
        assert oh.check(part.document) is not None
        assert part.ledger.adds_up


LINES = [line for path in sorted(FOLDER.glob("*.md")) for line in path.read_text("utf-8").split("\n")]


@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_lines_in_any_order_lose_no_word(lines: list[str]) -> None:
    """Whatever people put below each other, each word stays and the account adds up."""
    text = "\n".join(lines)
    source = imported(text)
    parts = read_foreign(source)
    secrets = tuple(text[start:stop] for start, stop in find_secrets(text))
    hidden = any(remark.kind is RemarkKind.DROPPED for part in parts for remark in part.remarks)
    lost = list(lost_words(source.page, parts, secrets))
    assert hidden or not lost
    assert all(part.ledger.adds_up for part in parts)
    assert all(loads(dumps(part.document, format="json"), format="json") == part.document for part in parts)


@given(st.text("#-*|：: \n一1.年月日a@（）[]x【】_~>`", max_size=80))
def test_any_signs_are_read(text: str) -> None:
    """Signs of Markdown and of labels in any order are read without an error."""
    assert all(part.ledger.adds_up for part in read_foreign(imported(text)))


def test_secrets_are_left_out_and_said() -> None:
    """A password is in no value, and a remark at its line says so without it."""
    (part,) = read_foreign(imported("# 交接\n\n## 账号\n\n- 后台：账号 kf01，密码 Kf#2026zzP\n"))
    assert "Kf#2026zzP" not in dumps(part.document, format="yaml")
    (remark,) = [one for one in part.remarks if one.kind is RemarkKind.DROPPED]
    assert remark.line == 5
    assert "Kf#2026zzP" not in remark.message["zh"] + remark.message["en"]


def test_words_about_passwords_and_commands_are_no_accounts() -> None:
    """A sentence that only speaks of passwords, and a command with `2>&1 &`, stay as they are."""
    text = "# 交接\n\n## 注意事项\n\n- 密码每季度更换一次\n- 用 `./run.sh > a.log 2>&1 &` 启动\n"
    (part,) = read_foreign(imported(text))
    assert part.document.systems is None
    assert "密码每季度更换一次" in dumps(part.document, format="yaml")
    assert not [one for one in part.remarks if one.kind is RemarkKind.DROPPED]


def test_an_empty_day_is_kept_and_asked_about() -> None:
    """A day without content is a document of its own, with a remark."""
    parts = read_foreign(imported("#### 07-10\n\n- 盘点\n\n#### 07-11\n\n#### 07-12\n\n- 收货\n"))
    assert [part.document.title for part in parts] == ["07-10", "07-11", "07-12"]
    assert any(remark.kind is RemarkKind.ASKED and "没有内容" in remark.message["zh"] for remark in parts[1].remarks)


def test_a_date_without_a_year_is_asked_for_unless_the_document_gives_it() -> None:
    """The year is taken from the day of the document, and said to be guessed; without one it is asked for."""
    task = "\n\n## 待办\n\n- 交报表，截止 11月29日\n- 下周五前回访客户\n"
    (dated,) = read_foreign(imported(f"# 交班记录 2026-11-28{task}"))
    (undated,) = read_foreign(imported(f"# 交班记录{task}"))
    assert dated.document.work_progress.tasks[0].due == date(2026, 11, 29)  # type: ignore[union-attr]
    assert undated.document.work_progress.tasks[0].due is None  # type: ignore[union-attr]
    assert dated.document.work_progress.tasks[1].due is None  # type: ignore[union-attr]
    assert sum(one.kind is RemarkKind.ASKED for one in dated.remarks) == 1
    assert sum(one.kind is RemarkKind.ASKED for one in undated.remarks) == 2


def test_a_section_that_has_nothing_says_so() -> None:
    """无 below a heading is a statement, and not the same as an empty heading."""
    (part,) = read_foreign(imported("# 日报\n\n## 存在问题\n\n无\n\n## 风险\n\n## 今日工作\n\n- 收货\n"))
    assert part.document.issues == Nothing(reason="无")
    assert part.document.risks is None


def test_a_confirmed_mapping_goes_before_all_else() -> None:
    """A heading goes where a person said, and stays as it is where a person said so."""
    text = "# 交接\n\n## 杂项\n\n- 换灯泡\n\n## 风险\n\n- 台风\n"
    given = Mapping(headings={"杂项": "work_plan.tasks", "风险": "extra"})
    (part,) = read_foreign(imported(text), mapping=given)
    assert [task.title for task in part.document.work_plan.tasks] == ["换灯泡"]  # type: ignore[union-attr]
    assert part.document.risks is None
    assert [one.title for one in part.document.extra] == ["风险"]


def test_the_kind_is_guessed_or_given() -> None:
    """A guess is a remark with how sure it is; a kind that there is not is refused."""
    source = imported("# 周会纪要\n\n时间：2026-11-28\n参会人员：周岩、李娜\n")
    (guessed,) = read_foreign(source)
    (given,) = read_foreign(source, "daily_report")
    assert (guessed.document.profile, given.document.profile) == ("meeting_notes", "daily_report")
    assert [one.path for one in guessed.remarks if one.path == "profile"] == ["profile"]
    with pytest.raises(UnknownNameError):
        read_foreign(source, "minutes_of_fun")


def test_what_stands_beside_the_text_is_kept() -> None:
    """A text box is read after the text, below its own name."""
    box = Beside(label=Text("文本框", "Text box"), blocks=(Paragraph((Run("印章在二楼"),)),))
    page = Page(title="交接", kind="", lang="zh", blocks=(Paragraph((Run("移交人：周岩"),)),))
    (part,) = read_foreign(Imported(page=page, beside=(box,)))
    assert "印章在二楼" in dumps(part.document, format="yaml")
    assert part.ledger.adds_up


@pytest.mark.parametrize(
    "unit",
    ["- [ ] a\n", "## 2024-01-01\n\n- x\n\n", "# 项目\n\n- 负责人：a\n- 进度：b\n\n", "**a**\n\nb\n\n", "无\n\n"],
)
def test_time_grows_with_the_length(unit: str) -> None:
    """A document of many lines, days, projects or headings takes time in proportion."""

    def reading(size: int) -> object:
        source = imported(unit * size)
        return lambda: read_foreign(source)

    assert growth(reading, 60) < 10  # type: ignore[arg-type]


def test_a_surer_heading_below_a_section_goes_to_its_own() -> None:
    """Below a text, or a section that is but guessed; what lists items keeps them, and each heading is said."""
    text = "# 周报\n\n## 概况\n\n客流平稳。\n\n### 遗留问题\n\n- 扫码枪失灵\n\n## 下周计划\n\n### 文档工作\n\n- 补操作手册\n\n### 测试工作\n\n- 试新秤\n"
    (part,) = read_foreign(imported(text))
    places = {remark.place: remark.path.split(".")[0] for remark in part.remarks if remark.place}
    assert places == {
        "概况": "overview",
        "遗留问题": "issues",
        "下周计划": "work_plan",
        "文档工作": "work_plan",
        "测试工作": "work_plan",
    }


def test_a_heading_that_gathers_sections_is_none() -> None:
    """Three likely kinds of section below it stand by themselves."""
    text = "# 手册\n\n## 门店管理\n\n### 例会\n\n- 周一早会\n\n### 绩效考核\n\n- 按月评分\n\n### 联系人\n\n- 周岩 13800138000\n"
    (part,) = read_foreign(imported(text))
    places = {remark.place: remark.path.split(".")[0] for remark in part.remarks if remark.place}
    assert {"例会": "communication", "绩效考核": "performance", "联系人": "contacts"}.items() <= places.items()


def _places(text: str) -> dict[str, str]:
    """The first place of each heading of a text, by the remarks."""
    return dict(reversed(list(places_of(read_foreign(imported(text))))))


def test_a_title_of_several_lines_is_no_section() -> None:
    """Headings at the top with nothing below them are the title; a day or a section without content is none."""
    (part,) = read_foreign(imported("# 某某研究会\n\n# 第三分部\n\n# 风险\n\n- 雷雨\n"))
    assert part.document.title == "某某研究会 第三分部"
    (part,) = read_foreign(imported("# 待办\n\n# 风险\n\n- 雷雨\n"))
    assert part.document.title == ""


def test_what_stands_below_a_heading_that_gathers_sections_goes_to_its_own_place() -> None:
    """A heading with a place of its own and sections of other kinds below it keeps its text in its place."""
    text = "# 交接\n\n## 系统\n\n- 订单后台\n\n### 风险\n\n- 雷雨\n\n### 待办\n\n- 盘点\n\n### 联系人\n\n- 周岩\n"
    assert _places(text) == {"系统": "systems", "风险": "risks", "待办": "work_progress", "联系人": "contacts"}


Alike = Callable[..., None]


@pytest.fixture
def alike(monkeypatch: pytest.MonkeyPatch) -> Iterator[Alike]:
    """Sets how likely each section is, whatever the heading; what was learned does not count."""

    def set_to(**likely: float) -> None:
        start = {section: math.log(likely.get(section, 1e-9)) for section in likeness.learned().start}
        monkeypatch.setattr(likeness, "learned", lambda: Learned(start=start, weights={}))
        likeness.likest.cache_clear()

    yield set_to
    likeness.likest.cache_clear()


def test_a_heading_without_a_place_names_those_that_it_is_most_like(alike: Alike) -> None:
    """It stays word for word, and the remark and the mapping say which sections may be meant."""
    alike(extra=0.7, training=0.2, notes=0.1)
    (part,) = read_foreign(imported("# 交接\n\n## 养新人\n\n先跟班两周\n"))
    (left,) = [one for one in part.remarks if one.kind is RemarkKind.LEFT]
    assert left.near == ("training",)
    assert "培训" in left.message["zh"]
    assert "养新人" in part.document.extra[0].title
    assert "extra  # training?" in mapping_of([part])
    assert mapping_in(mapping_of([part])).headings["养新人"] == "extra"


def test_a_heading_that_is_much_like_a_section_goes_there_as_a_guess(alike: Alike) -> None:
    """The remark says how unsure that is, the mapping what else may be meant, and the heading stays in the document."""
    alike(review=0.45, notes=0.3, training=0.25)
    (part,) = read_foreign(imported("# 交接\n\n## 值得学的地方\n\n慢慢来\n"))
    (guess,) = [one for one in part.remarks if one.place == "值得学的地方"]
    assert guess.kind is RemarkKind.GUESSED
    assert math.isclose(guess.certainty, 0.45, abs_tol=1e-6)
    assert (guess.path, guess.near) == ("review", ("notes", "training"))
    shown = dumps(part.document, format="yaml")
    assert "慢慢来" in shown
    assert "值得学的地方" in shown
    assert "# 45% notes? training?" in mapping_of([part])


def test_a_heading_below_another_is_an_item_unless_it_is_sure_or_likelier_a_section_of_its_own(alike: Alike) -> None:
    """What is declared beside a section parts its items, or not, by how likely that is."""
    alike(item=0.9, issues=0.1)
    below = "- 现状：正常\n\n### 潜在问题\n\n- 断连\n"
    assert _places(f"# 交接\n\n## 工作计划\n\n{below}")["潜在问题"] == "work_plan"
    alike(item=0.4, issues=0.6)
    assert _places(f"# 交接\n\n## 工作计划\n\n{below}")["潜在问题"] == "issues"


def test_a_heading_that_says_what_is_done_is_a_process() -> None:
    """What stands below it says the same."""
    steps = "1. 登录后台\n2. 点击导入\n3. 上传文件并确认\n"
    assert (
        _places(f"# 操作手册\n\n## 简介\n\n给接手的人\n\n## 怎样批量导入商品\n\n{steps}")["怎样批量导入商品"]
        == "processes"
    )


def test_the_colon_behind_a_name_is_no_part_of_it() -> None:
    """A word processor puts the text behind it on a line of its own."""
    (part,) = read_foreign(
        imported("# 交接\n\n## 问题\n\n- **空调漏水：**\n  已报修\n- Slow printer:\n\n  wait a minute\n")
    )
    assert part.document.issues
    assert [one.title for one in part.document.issues.items] == ["空调漏水", "Slow printer"]  # type: ignore[union-attr]


def test_what_a_team_can_do_is_no_list_of_its_members() -> None:
    """It stays text of the section."""
    (part,) = read_foreign(imported("# 交接\n\n## 团队\n\n- 团队氛围融洽，沟通顺畅\n- 每周五一起复盘\n"))
    assert part.document.team
    assert part.document.team.members == ()  # type: ignore[union-attr]
    assert "每周五一起复盘" in dumps(part.document, format="yaml")


def test_text_before_the_first_item_has_the_name_of_its_heading() -> None:
    """Code without a line before it is no item without a name."""
    (part,) = read_foreign(imported("# 交接\n\n## 部署步骤\n\n```\nrun\n```\n\n收尾：关灯\n"))
    assert part.document.processes
    assert [one.name for one in part.document.processes.items] == ["部署步骤", "收尾"]  # type: ignore[union-attr]


def test_facts_of_a_meeting_below_a_heading_go_to_it() -> None:
    """The heading went where its facts are, and what is no fact stays below it."""
    text = "# 会议纪要\n\n## 会议基本信息\n\n- 会议时间：2026-03-02\n- 参会人：周岩、柳絮\n- 大屏在修\n\n## 决议\n\n- 换屏\n"
    assert _places(text)["会议基本信息"] == "communication"
    (part,) = read_foreign(imported(text))
    assert "大屏在修" in dumps(part.document, format="yaml")


def test_the_title_of_front_matter_is_that_of_a_page_without_one() -> None:
    """It is the title where no heading is, and stands in the text where there is another; other values stay, too."""
    (part,) = read_foreign(imported("---\ntitle: 坚守手册\ntoc: true\n---\n\n## 风险\n\n- 雷雨\n\n## 待办\n\n- 盘点\n"))
    assert part.document.title == "坚守手册"
    assert "toc: true" in dumps(part.document, format="yaml")
    (part,) = read_foreign(imported("---\ntitle: 坚守手册\n---\n\n# 交接\n\n## 风险\n\n- 雷雨\n"))
    assert part.document.title == "交接"
    assert "坚守手册" in dumps(part.document, format="yaml")


@pytest.mark.parametrize(
    "text",
    [
        "# 甲\n\n一行\n\n![](a.png)\n\n又一行\n",
        "![h](a.png)\n![](b.png)\n\n## 乙\n\n![](c.png)\n",
        "一行\n\n![]()\n\n### 乙\n",
        "<figure><img src='a.png'></figure>\n\n### 乙\n\n一行\n<figure><img src='b.png'></figure>\n又一行\n",
        "| | |\n|---|---|\n| ![](a.png) | ![](b.png) |\n| ![](c.png) | ![](d.png) |\n",
        "## 成员\n\n| 照片 | 姓名 | 角色 |\n|---|---|---|\n| ![](a.png) | 周岩 | 组长 |\n| ![](b.png) | 柳絮 | 测试 |\n",
        "## 问题\n\n| 问题描述 | 对应用例 | 责任人 |\n|---|---|---|\n| 慢 | | 周岩 |\n",
        "## 问题\n\n| 序号 | 问题描述 | 对应用例 |\n|---|---|---|\n| — | — | — |\n",
        "说明：\n\n| 类别 | 石英 | 方解石 |\n|---|---|---|\n",
        "一行\n\n## 数据\n\n### 模型\n\n| 名称 | 分类 | 用途 |\n|---|---|---|\n",
        "x\n\n## Login\n\n| Role | Username | Place |\n|---|---|---|\n| Admin | admin | desk |\n| User | tester | till |\n",
        "## 使用\n\n在校园网里直接输入服务器 `ip:8787` 即可打开网页版：\n`192.0.2.7:8787`\n",
        "# 接口\n\n## 系统\n\n- 统计接口\n  - 完整URL：http://192.0.2.7:8080/a\n",
        "## 成员\n\n| 姓名（工号） | 角色（值班） |\n|---|---|\n| 周岩 | 组长 |\n| 柳絮 | 测试 |\n",
        "x\n\n## License\n\n[![CC](https://m.example.com/a.svg)](https://c.example.com/licenses/4.0/)\n",
    ],
)
def test_pictures_and_odd_tables_lose_nothing(text: str) -> None:
    """Lines without words, columns without values and rows without a partner are in the account and in the document."""
    source = imported(text)
    parts = read_foreign(source)
    assert not list(lost_words(source.page, parts, ()))
    assert all(part.ledger.adds_up for part in parts)
    shown = "\n".join(dumps(part.document, format="yaml") for part in parts)
    assert all(address in shown for address in re.findall(r"\w\.png|4\.0", text))


def test_a_row_of_blanks_is_no_item() -> None:
    """Dashes in all cells say that there is nothing; beside other rows they make no item."""
    (part,) = read_foreign(
        imported("# 交接\n\n## 问题\n\n| 问题描述 | 责任人 |\n|---|---|\n| 慢 | 周岩 |\n| — | — |\n")
    )
    assert part.document.issues is not None
    assert len(part.document.issues.items) == 1  # type: ignore[union-attr]


def test_an_item_between_others_of_its_kind_is_of_that_kind() -> None:
    """Headings whose lines have the same labels are projects; so is the one among them that tells less."""
    told = "- 描述：网站\n- 负责人：周岩\n- 进度：80%\n"
    names = ["商城改版", "会员小程序", "门店助手", "报表平台"]
    text = "# 离职交接\n\n" + "".join(
        f"## {name}\n\n{told if name != '门店助手' else '- 描述：给客户用的'}\n\n" for name in names
    )
    (part,) = read_foreign(imported(text))
    assert part.document.projects
    assert [one.name for one in part.document.projects.items] == names  # type: ignore[union-attr]


def test_a_heading_below_a_list_is_a_section_of_its_own_unless_it_parts_the_list() -> None:
    """Steps below systems are processes; systems and people below risks are those that the risks are of."""
    text = "# 交接\n\n## 系统\n\n### 订单后台\n\n- 三楼\n\n### 使用方法\n\n- 先登录\n\n## 风险\n\n### 系统\n\n- 宕机\n\n### 人员\n\n- 离职\n"
    (part,) = read_foreign(imported(text))
    document = part.document
    assert document.processes
    assert document.team is None
    assert [one.name for one in document.systems.items] == ["订单后台"]  # type: ignore[union-attr]
    assert [one.title for one in document.risks.items] == ["系统", "人员"]  # type: ignore[union-attr]


_LINES = [f"第 {number} 行：锁在门口" for number in range(200)]


@pytest.mark.parametrize(
    "below",
    [
        "\n\n".join(_LINES),
        "\n".join(f"- {line}" for line in _LINES),
        "| 甲 | 乙 |\n|---|---|\n" + "\n".join(f"| x | {line} |" for line in _LINES),
    ],
    ids=["lines", "list", "table"],
)
@pytest.mark.parametrize("heading", ["停车", "概述"])
def test_more_than_a_text_may_hold_becomes_several(
    heading: str, below: str, alike: Alike, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each part is short enough, and all together have every line in its order."""
    alike(extra=0.9, notes=0.1)
    monkeypatch.setattr(prose, "MOST_CHARACTERS", 1000)
    (part,) = read_foreign(imported(f"# 交接\n\n## {heading}\n\n{below}\n"))
    bodies = [one.body for one in part.document.extra if "第" in one.body]
    assert len(bodies) > 3
    assert max(map(len, bodies)) <= 1000
    assert [int(n) for n in re.findall(r"第 (\d+) 行", "\n".join(bodies))] == list(range(200))
    assert part.ledger.adds_up


def test_a_long_section_is_read(tmp_path: Path) -> None:
    """A document that people wrote is no longer than a text may be only because of one heading."""
    path = tmp_path / "note.md"
    path.write_text("# 交接\n\n## 致谢\n\n" + "\n\n".join(["感谢小林。" * 200] * 210), encoding="utf-8")
    assert len(oh.read(path).document.extra) == 2


def test_a_line_longer_than_any_text_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    """It is never cut."""
    path = tmp_path / "note.md"
    path.write_text("# 交接\n\n## 停车\n\n" + "锁" * 200_001, encoding="utf-8")
    with pytest.raises(oh.LoadError, match="split it into several files"):
        oh.read(path)
