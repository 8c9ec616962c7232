"""Marks that belong together; all faults of a form are told at once."""

from pathlib import Path

import pytest
from tests.exporters.word.form.forms import paragraphs, refusal, table


def test_all_faults_at_once(tmp_path: Path) -> None:
    """In the text, a table and the header, each with its place and the nearest name; in both languages."""
    body = (
        paragraphs("{{givr.name}}", "{{handover}}", "｛｛shift.name｝｝"),
        table(("{{#tasks}}{{titel}}{{/tasks}}",)),
    )
    said = refusal(tmp_path, *body, header="{{组织}}")
    for part in (
        "'{{givr.name}}' in the text: there is no 'givr'; was giver meant?",
        "'{{handover}}' in the text looks like the placeholder",
        "write {{shift.name}}",
        "'{{titel}}' in a table (table 1, row 1): there is no 'titel'; was title meant?",
        "'{{组织}}' in a header",
    ):
        assert part in said
    assert "是不是 giver？" in refusal(tmp_path, *body, header="{{组织}}", lang="zh")


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["{{#tasks}}{{title}}"], "nothing ends it"),
        (["{{title}}{{/tasks}}"], "nothing begins before it"),
        (["{{#tasks}}{{#owner}}{{/tasks}}{{/owner}}"], "what was begun last is {{#owner}}"),
        (["{{#正文}}{{/正文}}"], "can neither be repeated nor asked for"),
        (["{{#tasks}}{{title}}", "{{正文}}", "{{/tasks}}"], "it cannot be repeated"),
        (["{{#giver}}" * 11 + "{{/giver}}" * 11], "more than 10 parts"),
        (["${giver.name}"], "write {{giver.name}}"),
        (["《shift.name》"], "write {{shift.name}}"),
        (["问题：{{issues}}"], "a whole section needs a paragraph of its own"),
        (["{{#tusks}}{{whatever}}{{/tusks}}"], "was tasks meant?"),
    ],
)
def test_faults(tmp_path: Path, texts: list[str], said: str) -> None:
    """What is in a part whose name leads nowhere is not judged."""
    message = refusal(tmp_path, paragraphs(*texts))
    assert said in message
    assert "whatever" not in message


def test_many_faults_are_counted(tmp_path: Path) -> None:
    """The first are told."""
    assert "… and 10 more" in refusal(tmp_path, paragraphs(*(f"{{{{a{n}}}}}" for n in range(30))))


def test_no_more_faults_are_looked_for_than_anybody_reads(tmp_path: Path) -> None:
    """To look for near names takes time, and a file may have tens of thousands of marks."""
    assert "100 marks in it are wrong" in refusal(tmp_path, table(*[("{{givr.name}}",)] * 3000))
