"""The lines of starter files: whatever they say, YAML reads it back."""

from hypothesis import given
from hypothesis import strategies as st

from opshandover.codec.formats import format_named
from opshandover.codec.starter_lines import as_item, comment, commented_out, data_lines, flow_key, indented, pair

texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=40)


def read(*lines: str) -> object:
    """What our reader makes of some lines: keys are texts, whatever they look like."""
    raw = format_named("yaml").read("\n".join(lines))
    assert raw.faults == ()
    return raw.data


@given(texts, st.none() | texts)
def test_a_pair_is_read_back(key: str, value: str | None) -> None:
    """Key and value are quoted where they would mean something else."""
    assert read(*pair(key, value)) == {key: value}


@given(texts, st.lists(st.dictionaries(texts, texts, min_size=1, max_size=3), max_size=3))
def test_data_is_read_back(key: str, data: list[dict[str, str]]) -> None:
    """Nested data comes back as it was, also a level further in."""
    lines = list(data_lines(key, data))
    assert read(*lines) == {key: data}
    assert read("above:", *indented(lines)) == {"above": {key: data}}


def test_each_record_has_a_line() -> None:
    """Given data looks like the rest of a starter; what is too long for a line has one for each field."""
    wide = {"name": "x" * 90, "owner": {"name": "周岩", "phone": "139-0000-2217"}}
    lines = data_lines("contacts", {"items": [{"person": "李想", "relationship": "客服，主管"}, wide]})
    assert list(lines) == [
        "contacts:",
        "  items:",
        '    - {person: 李想, relationship: "客服，主管"}',
        f"    - name: {'x' * 90}",
        "      owner: {name: 周岩, phone: 139-0000-2217}",
    ]


@given(texts)
def test_a_key_in_braces_is_read_back(key: str) -> None:
    """A label with a comma or a colon stays one key."""
    assert read(f"{{{flow_key(key)}: 1}}") == {key: "1"}


@given(st.text(max_size=300))
def test_a_comment_says_nothing_to_yaml(text: str) -> None:
    """However a text is broken into lines, all of them are comments."""
    assert all(line.startswith("##") for line in comment(text))


def test_items_and_comments() -> None:
    """A record becomes an item of a list; commented out, one mark is taken away to have it back."""
    item = as_item(["## the title", "title: a", "due:"])
    assert item == ["## the title", "- title: a", "  due:"]
    assert [line.removeprefix("# ") for line in commented_out(item)] == item
