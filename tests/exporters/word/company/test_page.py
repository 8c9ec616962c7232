"""The company's page decides how much room there is."""

from pathlib import Path

import pytest
from tests.exporters.word.company.filled import (
    made,
)
from tests.exporters.word.opened import value
from tests.exporters.word.templates import (
    Change,
    landscape_in_columns,
    template,
    with_cover,
)
from tests.support.docx_lint import W


@pytest.mark.parametrize(
    ("change", "width"),
    [(landscape_in_columns, (15840 - 3600 - 600) // 2), (with_cover, 11906 - 3600)],
)
def test_tables_are_as_wide_as_their_page(tmp_path: Path, change: Change, width: int) -> None:
    """The widths follow paper, margins and columns of the section that the text stands in."""
    widths = {
        int(value(table.find(f"{W}tblPr/{W}tblW"), "w"))
        for table in made(tmp_path, template(change)).find("./w:body/w:tbl")
    }
    assert widths == {width}
