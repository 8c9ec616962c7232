"""Facts are a list with labels in front."""

from tests.exporters.markdown.writing import paragraph, written

from opshandover.pages.blocks import Cell, Fact, Facts, ListBlock, ListItem, Paragraph, Role, Run
from opshandover.pages.facts import as_facts, as_item, as_list, styled


def test_facts_are_a_list() -> None:
    """They are items with their label in front, also those that stand side by side in Word."""
    more = Cell(blocks=(paragraph("一"), paragraph("二")))
    facts = (
        Fact(label="负责人", cell=Cell(blocks=(paragraph("周岩"),))),
        Fact(label="说明", cell=more),
    )
    assert written(Facts(items=facts)) == "- **负责人**：周岩\n\n- **说明**：一\n\n  二"
    assert written(Facts(items=facts[:1]), lang="en") == "- **负责人**: 周岩"
    assert written(Facts(items=facts, across=2)) == written(Facts(items=facts))
    assert written(Facts(items=facts, across=2, role=Role.METADATA)) == written(Facts(items=facts))


def test_paragraphs_with_labels_of_their_own_are_a_list() -> None:
    """What is said of an item in labelled paragraphs stands below its title, line by line."""
    label = (Run(text="结果", strong=True), Run(text=" "))
    led = Paragraph(runs=(*label, Run(text="已审 129 单")))
    bullets = ListBlock(items=(ListItem(blocks=(paragraph("甲"),)),))
    item = Fact(label="审核", cell=Cell(blocks=(led, bullets, led)))
    assert written(Facts(items=(item,))) == ("- **审核**\n  - **结果** 已审 129 单\n    - 甲\n  - **结果** 已审 129 单")
    titled = Fact(label="任务", cell=Cell(blocks=(paragraph("审核"), led)))
    assert written(Facts(items=(titled,))) == "- **任务**：审核\n  - **结果** 已审 129 单"


def test_what_needs_attention_does_not_stand_beside_its_label() -> None:
    """It is a block of its own, and so is what is no paragraph."""
    urgent = paragraph("急", role=Role.ATTENTION)
    bullets = ListBlock(items=(ListItem(blocks=(paragraph("甲"),)),))
    for block in (urgent, bullets):
        label, below = as_item(Fact(label="状态", cell=Cell(blocks=(block,))), "：").blocks
        assert (label, below) == (paragraph(Run(text="状态", strong=True), "："), block)


def test_only_the_value_of_a_placeholder_is_in_italics() -> None:
    """Its label is there whether or not the value is."""
    label = (Run(text="结果", strong=True), Run(text=" "))
    value = Run(text="待填")
    assert styled((*label, value), Role.PLACEHOLDER) == (*label, Run(text="待填", emphasis=True))
    assert styled((*label, value), Role.NONE) == (*label, value)


def test_a_title_in_bold_italics_is_no_label() -> None:
    """What is below it stays prose, as a reader takes only a text in bold alone for a label."""
    bullets = ListBlock(items=(ListItem(blocks=(paragraph("甲"),)),))
    for style, nested in ((Run(text="要点", strong=True), True), (Run(text="要点", strong=True, emphasis=True), False)):
        facts = Facts(items=(Fact(label="说明", cell=Cell(blocks=(Paragraph(runs=(style,)), bullets))),))
        listed = as_list(facts, "：")
        assert (len(listed.items[0].blocks[0].runs) == 1) is nested  # type: ignore[union-attr]
        assert as_facts(listed) == facts
