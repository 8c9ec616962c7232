"""How far a repeated part extends."""

from pathlib import Path

import pytest
from tests.exporters.word.form.forms import lines, paragraphs, refusal, table


def test_parts_within_parts(tmp_path: Path) -> None:
    """Rows in paragraphs, marks side by side in a paragraph of their own, one part after another."""
    body = (
        paragraphs("{{#tasks}}{{#owner}}", "{{title}} {{name}}", "{{/owner}}{{/tasks}}"),
        paragraphs("{{#tasks}}", "{{title}}："),
        table(("{{#support_needed}}{{.}}", "{{序号}}{{/support_needed}}")),
        paragraphs("{{/tasks}}{{#receivers}}", "{{name}}", "{{/receivers}}"),
    )
    assert lines(tmp_path, *body) == [
        "拣货 <A> 何秋实",
        "拣货 <A>：",
        "一辆叉车",
        "1",
        "两个人",
        "2",
        "贴标签：",
        "罗一凡",
        "Ann Lee",
    ]


def test_both_marks_in_one_row_with_others(tmp_path: Path) -> None:
    """The row of the inner part is the row of the outer one."""
    row = table(("{{#tasks}}{{#support_needed}}{{title}}", "{{.}}{{/support_needed}}{{/tasks}}"))
    assert lines(tmp_path, row) == ["拣货 <A>", "一辆叉车", "拣货 <A>", "两个人"]


def test_from_paragraph_to_paragraph(tmp_path: Path) -> None:
    """A part may begin and end in paragraphs that hold more."""
    assert lines(tmp_path, paragraphs("{{#tasks}}{{title}}", "{{序号}}{{/tasks}}")) == ["拣货 <A>", "1", "贴标签", "2"]


@pytest.mark.parametrize(
    "blocks",
    [
        (paragraphs("任务 {{#tasks}}{{title}}", "{{序号}}{{/tasks}}"),),
        (paragraphs("{{#tasks}}{{title}}", "{{/tasks}} 完"),),
        (paragraphs("{{#tasks}}{{title}}"), table(("{{/tasks}}",))),
        (table(("{{#tasks}}{{title}}",)), table(("{{/tasks}}",))),
    ],
)
def test_what_cannot_be_paired_is_refused(tmp_path: Path, blocks: tuple[str, ...]) -> None:
    """Half a paragraph, or one table and half of another, is nothing to repeat."""
    assert "begin and end it in one paragraph or one row" in refusal(tmp_path, *blocks)
