"""Tables are read as spreadsheets and services write them, and refused in words where they cannot be."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.codec.raw import Raw
from opshandover.codec.table import csv_table, encoded_text, json_table, row_table, text_of
from opshandover.errors import LoadError, TableError

HERE = Path("t.csv")


def test_cells_by_heading() -> None:
    """Blank rows are passed over, short rows lack cells, and each row has the line on which it begins."""
    table = csv_table('a,b\r\n1,"x\ny"\r\n\r\n,,\r\n2\r\n', None, "t")
    assert table.headings == ("a", "b")
    assert table.rows == ({"a": "1", "b": "x\ny"}, {"a": "2"})
    assert [table.line_of(i) for i in range(2)] == [2, 6]


@pytest.mark.parametrize("head", ["a;b", "sep=;\na;b", '"a,x";b', "a\tb", "a|b", "a,b"])
def test_the_separator_is_found(head: str) -> None:
    """By what the headings have most of, outside quotes, or by the line that Excel understands."""
    assert len(csv_table(f"{head}\n", None, "t").headings) == 2


def test_columns_of_one_name() -> None:
    """They are noted, and the first that says something counts."""
    table = csv_table("a,a,,b\n,2,x,3\n", None, "t")
    assert table.doubled == {"a"}
    assert table.rows == ({"a": "2", "b": "3"},)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "there are no headings"),
        ('a\n"x', "2  a quote that is not closed"),
        ('a\n"x"y', "2  a quote that is not closed, or stands within a cell"),
        ("a,b\n1,2,3", "2  3 cells, but 2 headings"),
        ("a\n" + "x" * 200_000, "a cell has more than 131072 characters"),
        ("a,b\n" + "1,2\n" * 150_001, "more than 300000 cells"),
    ],
)
def test_no_table(text: str, said: str) -> None:
    """Each way not to be a table has words, with the line."""
    with pytest.raises(TableError) as caught:
        csv_table(text, None, "t")
    assert said in str(caught.value)
    assert "表格无法读取" in caught.value.in_lang("zh")


@given(st.text(max_size=200), st.sampled_from([None, ",", ";"]))
def test_any_text_is_a_table_or_refused(text: str, delimiter: str | None) -> None:
    """Nothing else happens."""
    with suppress(TableError):
        table = csv_table(text, delimiter, "t")
        assert all(set(row) <= set(table.headings) for row in table.rows)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """The encoding is found, or the error says what to do."""
    with suppress(LoadError):
        assert "\0" not in text_of(data, HERE)


def test_encodings() -> None:
    """GBK is taken where every character is common, and never for a Western encoding."""
    assert text_of("编号,标题".encode("gbk"), HERE) == "编号,标题"
    assert text_of("编号".encode("utf-16"), HERE) == "编号"
    assert text_of("\ufeff编号".encode(), HERE) == "编号"
    assert encoded_text("Müller".encode("cp1252"), "cp1252", HERE) == "Müller"
    for data in ("Müller".encode("cp1252"), "王祎".encode("gb18030")):
        with pytest.raises(TableError, match="encoding="):
            text_of(data, HERE)
    with pytest.raises(TableError, match="not encoded as"):
        encoded_text("王".encode("gbk"), "utf-8", HERE)
    with pytest.raises(LoadError, match="a zip archive or an Office file"):
        text_of(b"PK\x03\x04\xff\xff", HERE)


def test_json() -> None:
    """A list of objects or an object with one; what lies within an object is a column with a dot."""
    table = json_table('{"n": 1, "rows": [{"a": {"b": 1}},\n{"c": null}]}', "t")
    assert table.headings == ("a.b", "c")
    assert table.rows == ({"a.b": 1}, {"c": None})
    assert [table.line_of(i) for i in range(2)] == [1, 2]


@pytest.mark.parametrize("text", ["", "{}", "5", '{"a": [{}], "b": [{}]}', "[1]", '[{"a": 1, "a": 2}]', "[" * 100_000])
def test_json_that_is_no_table(text: str) -> None:
    """Each is an error with words."""
    with pytest.raises(TableError):
        json_table(text, "t")


def test_rows_that_are_none() -> None:
    """A data frame gives its columns when it is gone through: the error says what gives its rows."""
    with pytest.raises(TableError, match=r"df\.to_dict\('records'\)"):
        row_table(Raw(data=["title", "due"]), "t")
