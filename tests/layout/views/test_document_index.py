"""The index of documents."""

from tests.layout.shown import in_markdown, in_word, only_table, paths_in, rows_of

from opshandover.layout import lay_out
from opshandover.model.document import OpsDocument
from opshandover.model.documents import DocumentKind, DocumentRef, Documents
from opshandover.pages.blocks import Table


def table_of(*documents: DocumentRef) -> Table:
    """The table in which some documents are shown."""
    document = OpsDocument(profile="offboarding", documents=Documents(items=documents))
    blocks = lay_out(document, "zh").blocks
    return only_table([b for b in blocks if isinstance(b, Table) and b.path == "documents.items"])


DOCUMENTS = (
    DocumentRef(title="c", location="3", category="培训", kind=DocumentKind.VIDEO_TUTORIAL),
    DocumentRef(title="x", location="4"),
    DocumentRef(title="a", location="1", category="项目", kind=DocumentKind.PROJECT_PLAN),
    DocumentRef(title="d", location="5", category="培训", kind=DocumentKind.TRAINING_MATERIAL),
    DocumentRef(title="b", location="2", kind=DocumentKind.CONTRACT),
)


def test_documents_are_numbered_in_the_order_of_their_categories() -> None:
    """Categories follow the order of the kinds in them; a kind stands in for a category."""
    rows = rows_of(table_of(*DOCUMENTS))
    assert rows[0][:3] == ["序号", "归档分类", "标题"]
    assert [row[:3] for row in rows[1:]] == [
        ["1", "项目", "a"],
        ["2", "", "b"],
        ["3", "培训", "c"],
        ["4", "培训", "d"],
        ["5", "", "x"],
    ]
    assert "合同协议" in rows[2]


def test_rows_keep_the_paths_of_their_documents() -> None:
    """Another order on the page is no other order in the document."""
    table = table_of(*DOCUMENTS)
    assert [row.path for row in table.rows] == [f"documents.items[{i}]" for i in (2, 4, 0, 3, 1)]
    assert table.rows[0].cells[2].path == "documents.items[2].title"
    assert "documents.items[3].category" in paths_in(table)


def test_the_index_is_in_markdown_and_word() -> None:
    """Both formats show the number and, where it is new, the category in bold."""
    document = OpsDocument(profile="offboarding", documents=Documents(items=DOCUMENTS))
    page = lay_out(document, "zh")
    assert "| 3 | **培训** | c |" in in_markdown(page)
    assert "| 4 | 培训 | d |" in in_markdown(page)
    assert "序号\n归档分类\n标题" in in_word(page).text()


def test_a_few_of_one_sort_need_no_index() -> None:
    """Three documents of one kind stay as they were written."""
    few = tuple(DocumentRef(title=t, location=t, kind=DocumentKind.SOP) for t in ("丙", "甲", "乙"))
    assert [row[0] for row in rows_of(table_of(*few))] == ["标题", "丙", "甲", "乙"]
    two = (*few, DocumentRef(title="丁", location="丁", kind=DocumentKind.CONTRACT))
    assert [row[2] for row in rows_of(table_of(*two))] == ["标题", "丁", "丙", "甲", "乙"]


def test_a_category_that_all_share_has_no_column() -> None:
    """It stands in the line above, and the rows have their numbers; so it is where nobody named any."""
    for category in ("培训", ""):
        same = tuple(DocumentRef(title=t, location=t, category=category) for t in "丁丙乙甲")
        assert rows_of(table_of(*same))[:2] == [["序号", "标题", "存放位置"], ["1", "丁", "丁"]]
