"""What is blank is not there."""

from opshandover.layout.words.settled import holds_something, settled, settled_text
from opshandover.model.fields import field_map
from opshandover.model.people import Person
from opshandover.model.projects import Project
from opshandover.model.tasks import Task


def test_blank_texts_and_empty_records_go() -> None:
    """A record without anything else is unchanged, and the same object."""
    task = Task(title="甲", owner=Person(name=" "), support_needed=(" ", "乙", ""))
    assert settled(task) == Task(title="甲", support_needed=("乙",))
    assert settled(Project(name="甲", tasks=(Task(), task))).tasks == (settled(task),)
    whole = Task(title=" 甲 ", remaining="**乙**")
    assert settled(whole) is whole


def test_the_words_of_an_empty_field_are_no_text() -> None:
    """What a page shows there says that nothing is."""
    title, remaining = field_map(Task)["title"], field_map(Task)["remaining"]
    assert settled_text(title, "待填写") == settled_text(title, "to be filled in") == ""
    assert settled_text(remaining, f"待填写：{remaining.spec.hint.zh}") == ""
    assert settled_text(remaining, "待填写 \n\n") == ""
    assert settled_text(title, "待填写的表") == "待填写的表"


def test_prose_is_written_from_its_parse() -> None:
    """Other texts stay letter for letter."""
    title, remaining = field_map(Task)["title"], field_map(Task)["remaining"]
    assert settled_text(remaining, "*  甲\n*  乙") == "- 甲\n- 乙"
    assert settled_text(title, "*  甲") == "*  甲"


def test_a_record_holds_what_it_shows() -> None:
    """Defaults are nothing to show."""
    assert not holds_something(Person(name=" "))
    assert holds_something(Person(phone="1"))
