"""Records without the label of their field are told by what is shown of them."""

from opshandover.layout.recognised import unlabelled_field
from opshandover.model.data import DataAnalysis
from opshandover.model.people import Team
from opshandover.model.tasks import WorkProgress
from opshandover.pages.blocks import Block, Cell, Column, Fact, Facts, Flow, Heading, ListBlock, Paragraph, Run, Table


def _table(*labels: str) -> Table:
    return Table(tuple(map(Column, labels)), ())


def _name(cls: type[DataAnalysis | Team | WorkProgress], *blocks: Block) -> str | None:
    field = unlabelled_field(cls, blocks)
    return field.name if field else None


def test_tables_are_told_by_their_columns() -> None:
    """Columns of one class alone, in either language; else of the list that matters most."""
    assert _name(DataAnalysis, Flow(()), _table("名称", "Target", "说明")) == "metrics"
    assert _name(DataAnalysis, Paragraph((Run("以下各项相同："),)), _table("名称", "目标值")) == "metrics"
    assert _name(WorkProgress, _table("标题")) == "tasks"
    assert _name(WorkProgress, _table("别的")) is None


def test_records_with_a_title_are_told_by_their_labels() -> None:
    """So are facts, unless the section has the same labels."""
    title = Paragraph((Run("甲", strong=True),))
    facts = Facts((Fact("目标值", Cell(())),))
    assert _name(DataAnalysis, title, facts) == "metrics"
    assert _name(DataAnalysis, facts) == "metrics"
    assert _name(WorkProgress, title) == "tasks"
    assert _name(WorkProgress, Facts((Fact("概述", Cell(())),))) is None


def test_names_and_items_are_those_of_the_first_list() -> None:
    """A label in bold, the heading of a field and a word for nothing are none."""
    assert _name(WorkProgress, ListBlock(())) == "tasks"
    assert _name(WorkProgress, Heading(2, "上线")) == "tasks"
    assert _name(WorkProgress, Heading(2, "负责人")) is None
    assert _name(Team, Paragraph((Run("周岩"),))) == "members"
    assert _name(Team, Paragraph((Run("无"),))) is None
    assert _name(WorkProgress, Paragraph((Run("概述", strong=True), Run(" 甲")))) is None
    assert _name(WorkProgress) is None
