"""Rules about the documents that go with a handover."""

import pytest
from tests.rules.asked import found

from opshandover.model import DocumentKind, DocumentRef
from opshandover.rules.documents import document_incomplete, documents_one_sided, is_contract

LISTED = "documents: {{items: [{{title: 手册, {}}}]}}\n"
AT = "documents.items[0]."


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("location: 待补充", ["error location", "warning version", "warning category"]),
        ("location: C-12, version: '2', category: 手册", []),
        ("location: C-12, changes: [改了退款], kind: sop", []),
        ("location: C-12, updated_on: 2026-10-01", ["warning category"]),
    ],
)
def test_parts_of_a_listed_document(rest: str, expected: list[str]) -> None:
    """Location is an error; a date tells versions apart, a kind files it, if that is said of another document."""
    other = "{title: 话术, location: C-1, version: '1', category: 手册}"
    found_there = found(document_incomplete, LISTED.format(rest).replace("}]}", f"}}, {other}]}}"))
    assert found_there == [hit.replace(" ", f" {AT}") for hit in expected]


def test_documents_without_a_version_are_not_asked_for_one() -> None:
    """A list in which nothing has a version or category is a list of places; a final one names it for manuals."""
    text = LISTED.format("location: C-12, kind: sop")
    assert found(document_incomplete, text) == []
    assert found(document_incomplete, "state: final\n" + text) == [f"warning {AT}version"]
    assert found(document_incomplete, "state: final\n" + text, "offboarding_brief") == []


def test_document_mentioned_elsewhere_needs_a_location() -> None:
    """Only that, as a warning, and not if the list has it."""
    project = "projects: {items: [{documents: [手册]}]}\n"
    assert found(document_incomplete, project) == ["warning projects.items[0].documents[0].location"]
    assert (
        found(
            document_incomplete,
            project + LISTED.format("location: C-12, kind: sop, updated_on: 2026-10-01"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        (DocumentRef(title="供货合同"), True),
        (DocumentRef(title="Supply agreement 2026"), True),
        (DocumentRef(title="千味传媒", category="合同"), True),
        (DocumentRef(title="扫描件", kind=DocumentKind.CONTRACT), True),
        (DocumentRef(title="合同模板", kind=DocumentKind.TEMPLATE), False),
        (DocumentRef(title="contractor list"), False),
    ],
)
def test_contracts_are_known(ref: DocumentRef, expected: bool) -> None:
    """The kind decides; without one, category and title."""
    assert is_contract(ref) is expected


def test_each_sort_of_documents_is_asked_for() -> None:
    """Five sorts in a final offboarding handover; none in another, none of an empty list."""
    text = "state: final\n" + LISTED.format("location: C-12")
    assert len(found(documents_one_sided, text, "offboarding")) == 5
    assert found(documents_one_sided, text, "daily_handover") == []
    assert found(documents_one_sided, "documents: {items: []}", "offboarding") == []


@pytest.mark.parametrize(
    "rest",
    [
        "projects: {not_applicable: 不负责项目}",
        "projects: {items: [{documents: [计划书]}]}",
        "systems: {items: [{guide: 操作手册}]}",
        "customers: {nothing: 没有客户}",
        "training: {sessions: [{materials: [课件]}]}",
    ],
)
def test_sort_may_stand_elsewhere_or_not_apply(rest: str) -> None:
    """A section that has no content needs no documents, and one that names some has them."""
    assert len(found(documents_one_sided, "state: final\n" + LISTED.format("") + rest, "offboarding")) == 4


@pytest.mark.parametrize("title", ["报价模板", "会员资料", "Onboarding course", "后台操作手册", "专题结案报告"])
def test_titles_tell_the_sort(title: str) -> None:
    """Where no kind is given, the title does."""
    text = f"state: final\ndocuments: {{items: [{{title: {title}}}]}}"
    assert len(found(documents_one_sided, text, "offboarding")) == 4
