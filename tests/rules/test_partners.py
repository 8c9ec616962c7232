"""Rules about partners."""

from tests.rules.asked import found

from opshandover.rules.partners import cooperation_undefined, partner_incomplete

ONE = "partners: {{items: [{{name: 千味传媒, {}}}]}}\n"
AT = "partners.items[0]."
CONTRACT = "documents: {items: [{title: 达人推荐协议, location: C-12}]}\n"


def test_each_part_is_a_warning() -> None:
    """Each missing part is found; what the receiver must know is asked for in handovers only."""
    parts = [f"warning {AT}{name}" for name in ("progress", "communications", "agreements")]
    matters = f"warning {AT}important_items"
    assert found(partner_incomplete, ONE.format("kind: project")) == [*parts, matters]
    assert found(partner_incomplete, ONE.format("kind: project"), "communication") == parts


def test_no_agreement_is_asked_for_where_there_is_none() -> None:
    """Negotiating, inside the company, or listed among the documents."""
    asked = f"warning {AT}agreements"
    assert asked not in found(partner_incomplete, ONE.format("status: negotiating"))
    assert asked not in found(partner_incomplete, ONE.format("internal: true"))
    assert asked not in found(partner_incomplete, ONE.format("") + CONTRACT)
    assert asked in found(partner_incomplete, ONE.format("status: established"))


def test_talks_and_issues_count() -> None:
    """Talks may stand in the section on communication, and an issue is what one must know."""
    text = ONE.format("issues: [结算晚]") + "communication: {log: [{audience: partner}]}"
    told = {path.rpartition(".")[2] for path in found(partner_incomplete, text)}
    assert told == {"progress", "agreements"}


def test_established_cooperation_has_four_parts() -> None:
    """An error in a record of communication, else a warning; nothing while negotiating."""
    names = ("content", "mode", "period", "cost")
    text = ONE.format("status: established")
    assert found(cooperation_undefined, text, "communication") == [f"error {AT}{n}" for n in names]
    assert found(cooperation_undefined, text) == [f"warning {AT}{n}" for n in names]
    assert found(cooperation_undefined, ONE.format("status: negotiating")) == []
    inside = ONE.format("status: established, internal: true")
    assert f"warning {AT}cost" not in found(cooperation_undefined, inside)


def test_contract_answers_for_three() -> None:
    """A contract names mode, duration and cost; what is done still has to be said."""
    here = ONE.format("status: established, agreements: [合作协议]")
    listed = ONE.format("status: established") + CONTRACT
    for text in (here, listed):
        assert found(cooperation_undefined, text) == [f"warning {AT}content"]
