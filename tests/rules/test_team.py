"""Rules about the team."""

from tests.rules.asked import found

from opshandover.rules.team import (
    member_incomplete,
    receiver_without_contact,
    team_not_handed_over,
)

ONE = "team: {{members: [{{person: 何佳, {}}}]}}\n"
AT = "team.members[0]."
LEADS = "manages_people: true\n"


def test_parts_of_a_member() -> None:
    """What they work on is asked of who leaves, how to work with them of who leaves a team."""
    focus, style = f"warning {AT}focus", f"warning {AT}communication_style"
    assert found(member_incomplete, ONE.format("strengths: 细心")) == []
    assert found(member_incomplete, ONE.format("duties: [退款]"), "offboarding") == [focus]
    assert found(member_incomplete, LEADS + ONE.format("duties: [退款]"), "offboarding") == [focus, style]
    assert found(member_incomplete, ONE.format("strengths: 细心"), "communication") == []
    assert f"warning {AT}focus" not in found(member_incomplete, ONE.format("work_progress: 过半"), "offboarding")


def test_receiver_has_somebody_to_ask() -> None:
    """Contacts of the document, or what to turn to a member for, will do."""
    asked = ["warning team.receiver_contacts"]
    text = "state: final\n" + ONE.format("role: 组长")
    assert found(receiver_without_contact, ONE.format("role: 组长")) == []
    assert found(receiver_without_contact, ONE.format("role: 组长"), "offboarding") == asked
    assert found(receiver_without_contact, text) == asked
    assert found(receiver_without_contact, text, "communication") == []
    assert found(receiver_without_contact, text + "contacts: {nothing: 见通讯录}") == asked
    assert found(receiver_without_contact, text + "contacts: {items: [李想]}") == []
    assert found(receiver_without_contact, ONE.format("recommended_for: [退款]")) == []
    named = "team: {receiver_contacts: [{person: 刘倩}]}"
    assert found(receiver_without_contact, named) == []


def test_team_without_a_head() -> None:
    """Progress and plan are asked for if the one who leaves leads a team."""
    text = LEADS + "team: {org_structure: 六人}"
    assert found(team_not_handed_over, text, "offboarding") == ["error team.plan"]
    assert found(team_not_handed_over, text, "daily_handover") == []
    assert found(team_not_handed_over, "team: {org_structure: 六人}", "offboarding") == []


def test_progress_and_plan_may_stand_elsewhere() -> None:
    """The sections on tasks, projects and the plan answer for the team as well."""
    text = LEADS + ONE.format("role: 编辑")
    assert len(found(team_not_handed_over, text, "offboarding")) == 2
    text += "projects: {items: [冬至专题]}\nwork_plan: {tasks: [招编导]}"
    assert found(team_not_handed_over, text, "offboarding") == []
