"""What was checked or scored, and what people call it."""

from pickle import dumps, loads

from attrs import evolve

from opshandover.model import OpsDocument
from opshandover.profiles import profile_of
from opshandover.profiles.subject import Subject

HIDDEN = "Tr0ub4dor-and-3"
SUBJECT = Subject(document=OpsDocument(profile="charter", title=f"密码：{HIDDEN}"), kind=profile_of("charter"))


def test_what_it_is_called() -> None:
    """By its file, else by its title, else by its kind."""
    assert evolve(SUBJECT, name="a/b.yaml").shown_name("zh") == "a/b.yaml"
    assert SUBJECT.shown_name("zh").startswith("密码：")
    bare = evolve(SUBJECT, document=OpsDocument(profile="charter", title=" "))
    assert bare.shown_name("en") == profile_of("charter").label["en"]


def test_no_secret_is_shown() -> None:
    """Neither in a name nor in the document that is handed on."""
    assert HIDDEN not in SUBJECT.shown_name("zh")
    assert HIDDEN not in evolve(SUBJECT, name=f"password={HIDDEN}.yaml").shown_name("zh")
    assert HIDDEN not in SUBJECT.without_secrets().title


def test_no_secret_travels() -> None:
    """A pickle holds neither a secret nor the text of the file, and what comes out of it is called the same."""
    packed = dumps(evolve(SUBJECT, text=f"title: {HIDDEN}", start=(1, 1)))
    assert HIDDEN.encode() not in packed
    copy = loads(packed)  # noqa: S301 - made here
    assert copy.shown_name("zh") == SUBJECT.shown_name("zh")
    assert (copy.kind, copy.text) == (SUBJECT.kind, "")
