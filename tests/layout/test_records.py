"""Records as tables and blocks."""

from tests.layout.shown import in_markdown, in_word
from tests.layout.tables.tabled import LONG

from opshandover.layout import lay_out
from opshandover.layout.records import list_blocks
from opshandover.model import (
    CommRecord,
    Communication,
    DocumentRef,
    Documents,
    OpsDocument,
    Question,
    System,
    Systems,
)
from opshandover.model.projects import Project
from opshandover.model.tasks import Milestone, Task, TaskStatus
from opshandover.pages.blocks import (
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Role,
    Run,
    Table,
    text_of,
)


def test_what_is_read_stands_below_the_table() -> None:
    """A long text is no column: it stands beside the title of its record, led in by its label."""
    tasks = (Task(title="甲", progress=1, result=LONG), Task(title="乙", progress=2))
    table, facts = list_blocks(tasks, "x", "zh", 2)
    assert isinstance(table, Table)
    assert isinstance(facts, Facts)
    (fact,) = facts.items
    assert (fact.label, fact.cell.path) == ("甲", "x[0]")
    (paragraph,) = fact.cell.blocks
    assert isinstance(paragraph, Paragraph)
    assert text_of(paragraph.runs) == f"成果 {LONG}"
    assert paragraph.runs[0].strong
    assert paragraph.path == "x[0].result"


def test_what_needs_a_heading_has_one() -> None:
    """A text with a table in it is too much for a cell: its record keeps a heading."""
    drawn = "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |"
    tasks = (Task(title="甲", progress=1, result=drawn), Task(title="乙", progress=2, result=LONG))
    blocks = list_blocks(tasks, "x", "zh", 2)
    kinds = [type(block) for block in blocks]
    assert kinds == [Table, Facts, Heading, Heading, Table]


def test_one_record_alone_is_no_table() -> None:
    """A single record is read: its title in bold leads, with its ID in small print, and then its facts."""
    title, aside, facts = list_blocks((Task(title="甲", progress=60, id="T-1"),), "x", "zh", 2)
    assert title == Paragraph(runs=(Run(text="甲", strong=True),), path="x[0].title")
    assert isinstance(aside, Paragraph)
    assert (aside.path, aside.role) == ("x[0].id", Role.METADATA)
    assert isinstance(facts, Facts)
    assert [fact.cell.path for fact in facts.items] == ["x[0].progress"]


def test_a_long_title_comes_first_as_well() -> None:
    """What is too long for a line above all else is the first of the facts, before shorter ones."""
    (facts,) = list_blocks((Task(title="很长" * 50, status=TaskStatus.DONE, progress=60),), "x", "zh", 2)
    assert isinstance(facts, Facts)
    assert [fact.cell.path for fact in facts.items] == ["x[0].title", "x[0].status", "x[0].progress"]


def test_names_alone_are_a_list() -> None:
    """Records of which only the name is known are bullets."""
    (block,) = list_blocks((Milestone(name="甲"), Milestone(name="乙")), "x", "zh", 2)
    assert isinstance(block, ListBlock)
    assert len(block.items) == 2


def test_names_in_a_list_keep_their_references() -> None:
    """The ID of each stands in small print below its name."""
    (block,) = list_blocks(tuple(Task(title=f"任务 {i}", id=f"T-{i}") for i in range(2)), "x", "zh", 2)
    assert isinstance(block, ListBlock)
    name, aside = block.items[1].blocks
    assert isinstance(name, Paragraph)
    assert isinstance(aside, Paragraph)
    assert (name.path, aside.path, aside.role) == ("x[1].title", "x[1].id", Role.METADATA)


def test_long_titles_are_not_labels() -> None:
    """A title too long for a label is given in full in the table, and has a number below it."""
    tasks = tuple(Task(title=LONG + end, progress=1, result=LONG) for end in ("\n一", "\n二"))
    table, facts = list_blocks(tasks, "x", "zh", 2)
    assert isinstance(table, Table)
    assert isinstance(facts, Facts)
    assert [fact.label for fact in facts.items] == ["任务 1", "任务 2"]


def test_an_empty_record_asks_to_be_filled_in() -> None:
    """A record in which nothing is filled is not passed over."""
    (block,) = list_blocks((Task(),), "x", "en", 2)
    assert isinstance(block, Paragraph)
    assert block.role is Role.PLACEHOLDER


def test_nested_lists_are_tables_inside() -> None:
    """What a record holds of records is shown in the same way, further down."""
    tasks = (Task(title="a", progress=1), Task(title="b", progress=2))
    projects = (Project(name="甲", tasks=tasks), Project(name="乙"))
    blocks = list_blocks(projects, "projects.items", "zh", 2)
    paths = [block.path for block in blocks if isinstance(block, Table)]
    assert paths == ["projects.items[0].tasks"]


def test_headings_go_down_one_by_one() -> None:
    """A record below its title has its lists one level further down."""
    project = Project(name="甲", tasks=(Task(title="a", progress=1), Task(title="b", progress=2)))
    blocks = list_blocks((project, project), "x", "zh", 2)
    headings = [(block.text, block.level) for block in blocks if isinstance(block, Heading)]
    assert headings == [("甲", 2), ("任务", 3)] * 2


def test_what_goes_deep_has_no_heading() -> None:
    """Below the fourth level a label is a line in bold."""
    project = Project(name="甲", tasks=(Task(title="a", progress=1), Task(title="b", progress=2)))
    blocks = list_blocks((project, project), "x", "zh", 4)
    bold = [block for block in blocks if isinstance(block, Paragraph)]
    assert {text_of(block.runs) for block in bold} == {"任务"}
    assert all(run.strong for block in bold for run in block.runs)


def test_addresses_questions_and_descriptions_are_shown() -> None:
    """The addresses of a system can be clicked, a talk shows its questions, and a document what is in it."""
    systems = (
        System(name="工单系统", addresses=("https://tickets.example.com/list", "10.0.3.7", "/data/app/logs")),
        System(name="报表", addresses=("http://bi.example.com",)),
    )
    asked = (Question(question="何时到账？", answer="周三"), Question(question="谁确认？"))
    document = OpsDocument(
        profile="offboarding",
        systems=Systems(items=systems),
        documents=Documents(items=(DocumentRef(title="手册", description="退款的**每一步**"),)),
        communication=Communication(log=(CommRecord(subject="对账", questions=asked),)),
    )
    page = lay_out(document, "zh")
    shown = in_markdown(page)
    for text in (
        "<https://tickets.example.com/list>",
        "10.0.3.7",
        "/data/app/logs",
        "退款的**每一步**",
        "周三",
        "谁确认？",
    ):
        assert text in shown
    links = in_word(page).parts["word/_rels/document.xml.rels"].decode()
    for target in ("https://tickets.example.com/list", "http://bi.example.com"):
        assert f'Target="{target}"' in links
    assert "提问未答复" in shown
