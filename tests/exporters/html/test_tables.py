"""Tables and facts: heads, labels, and what fits where."""

from tests.exporters.html.reading import main_of, only, paragraph, text_in

from opshandover.pages.blocks import Align, Cell, Column, Fact, Facts, Role, Row, Table


def table(columns: int, *, label: str = "列", text: str = "值", role: Role = Role.NONE) -> Table:
    """A table of one row."""
    cells = tuple(Cell(blocks=(paragraph(text),)) for _ in range(columns))
    heads = tuple(Column(label=f"{label}{n}", align=Align.END) for n in range(columns))
    return Table(columns=heads, rows=(Row(cells=cells, path="issues.items[0]"),), path="issues.items", role=role)


def classes(of: Table) -> set[str]:
    """The classes of a table."""
    return set((only(main_of(of), "table").get("class") or "").split())


def test_each_head_is_one_of_its_column() -> None:
    """Its cells are named by it on a narrow screen, and have its alignment."""
    main = main_of(table(3))
    assert [(each.get("scope"), text_in(each).strip()) for each in main.iter("th")] == [
        ("col", f"列{n}") for n in range(3)
    ]
    assert [each.get("data-label") for each in main.iter("td")] == ["列0", "列1", "列2"]
    assert all("end" in (each.get("class") or "") for each in main.iter("td"))


def test_a_first_column_without_a_label_heads_the_rows() -> None:
    """As in a matrix; a head without text would be none."""
    rows = (Row(cells=(Cell(blocks=(paragraph("重要"),)), Cell(blocks=(paragraph("甲"),)))),)
    main = main_of(Table(columns=(Column(label=""), Column(label="紧急")), rows=rows))
    assert [each.get("scope") for each in main.iter("th")] == ["col", "row"]
    assert text_in(list(main.iter("th"))[1]).strip() == "重要"


def test_wide_tables_are_scrolled_and_others_are_not() -> None:
    """A frame that is scrolled can be reached by keyboard and has a name."""
    frames = [next(each for each in main_of(table(n)).iter("div")) for n in (10, 11)]
    assert [each.get("tabindex") for each in frames] == [None, "0"]
    assert frames[1].get("role") == "region"
    assert frames[1].get("aria-label")
    assert "cards" in classes(table(3))
    assert "cards" not in classes(table(2))


def test_short_texts_stay_on_a_line_if_there_is_room() -> None:
    """Dates and names are not broken, unless all columns together would be too wide."""
    assert "dense" not in classes(table(6, text="2026-11-29"))
    assert "dense" in classes(table(9, text="2026-11-29 09:30"))
    (cell, *_) = main_of(table(3, text="2026-11-29 09:30")).iter("td")
    assert "short" in (cell.get("class") or "")
    (cell, *_) = main_of(table(3, text="2026-11-29 09:30 起")).iter("td")
    assert "short" not in (cell.get("class") or "")


def test_paths_and_anchors_stand_where_values_are() -> None:
    """Of the table, the row and the cell."""
    main = main_of(table(1))
    assert only(main, "table").get("data-path") == "issues.items"
    row = list(main.iter("tr"))[1]
    assert (row.get("id"), row.get("data-path")) == ("issues.items.0", "issues.items[0]")


def test_facts_are_labels_with_contents() -> None:
    """Several side by side are a form; two short ones share a row, one alone does not."""
    items = tuple(Fact(label=label, cell=Cell(blocks=(paragraph("甲"),), path=label)) for label in ("a", "b", "c"))
    main = main_of(Facts(items=items))
    assert [text_in(each).strip() for each in main.iter("dt")] == ["a", "b", "c"]
    assert [each.get("class") for each in only(main, "dl")] == ["brief pair", "brief pair", "brief"]
    form = main_of(Facts(items=items, across=2, role=Role.METADATA))
    assert only(form, "dl").get("class") == "form metadata"
    assert list(main_of(Facts(items=())).iter("dl")) == []
