"""The declaration of a field."""

from opshandover.spec import OPTIONAL, RECOMMENDED, REQUIRED, SPEC, Spec, spec
from opshandover.text import Text


def test_the_need_decides_the_weight_unless_it_is_given() -> None:
    """A field that is not needed counts for nothing, and zero is a weight as well."""
    words = ("标题", "Title", "一句话", "One line")
    assert [spec(*words, need)[SPEC].weight for need in (REQUIRED, RECOMMENDED, OPTIONAL)] == [6, 1, 0]
    assert spec(*words, REQUIRED, weight=0)[SPEC].weight == 0
    assert spec(*words)[SPEC] == Spec(Text("标题", "Title"), OPTIONAL, 0, Text("一句话", "One line"))
