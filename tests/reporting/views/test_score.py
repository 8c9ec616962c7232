"""A scorecard as the prompt prints it and as scripts print it."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.cli.calls import call
from tests.support.examples import EXAMPLES, FOLDER

import opshandover as oh
from opshandover.profiles import profile_of


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_script_prints_what_the_prompt_prints(path: Path) -> None:
    """Errors first and then what brings most, below the title instead of the file."""
    document = oh.load(path)
    printed = call("score", path).stdout
    assert f"{oh.score(document)}\n\n" == printed.replace(str(path), document.title, 1)


def test_without_a_subject() -> None:
    """A card that stands alone has no name and no findings."""
    card = evolve(oh.score(oh.load(FOLDER / "draft.zh.yaml")), subject=None)
    assert "✗" not in str(card)
    assert f"得分 {card.score} / 100" in str(card)


def test_a_kind_that_is_not_in_force() -> None:
    """Where the rules cannot be asked, the score is shown without them."""
    own = evolve(profile_of("charter"), name="our_charter", based_on="charter")
    card = oh.score(oh.OpsDocument(profile="our_charter", title="总则"), own)
    assert "总则" in str(card)
    assert "总则" in card._repr_html_()
