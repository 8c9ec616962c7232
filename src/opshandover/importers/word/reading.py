"""Read a Word file: open it, read its text and what is beside it, and say what was left out."""

from collections import Counter
from collections.abc import Iterator

from opshandover.codec.baseline import Baseline
from opshandover.collector import put_off
from opshandover.errors import Fault, LoadError
from opshandover.importers.word.beside import read_beside
from opshandover.importers.word.body import BodyReader
from opshandover.importers.word.file import Changes, WordFile
from opshandover.importers.word.headings import titled
from opshandover.importers.word.names import Names
from opshandover.ooxml.archive import UnusableError
from opshandover.ooxml.baseline import ChangedBaselineError, read_baseline
from opshandover.ooxml.package import Package
from opshandover.ooxml.xml import count_wide
from opshandover.pages.blocks import Page
from opshandover.reading.imported import Imported
from opshandover.redaction import excerpt
from opshandover.remarks import Remark, RemarkKind
from opshandover.text import NO_MESSAGE, Lang, Message, Text, message

_SOURCE = "<docx>"
_LINKED = frozenset("hyperlink attachedTemplate".split())
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"


def read(data: bytes, changes: Changes, *, use_baseline: bool) -> Imported:
    """Return the page of a file, and what is beside it.

    Raises:
        LoadError: it cannot be read, or must not be.
    """
    try:
        package = Package.of(data)
        body = package.body()
    except UnusableError as cause:
        raise _error(cause.problem, cause.advice) from cause
    baseline = _baseline(package) if use_baseline else None
    file = WordFile(package, Names(baseline), changes)
    with put_off():
        page = titled(BodyReader(file).body(body))
    comments = read_beside(file)
    if changes is Changes.REFUSE and file.inserted + file.deleted:
        raise _error(_tracked(file), _SETTLE)
    lang = baseline.lang if baseline else _language(package, page.title + page.kind)
    return Imported(
        page=Page(title=page.title, kind=page.kind, lang=lang, blocks=page.blocks),
        beside=tuple(file.beside),
        baseline=baseline,
        found=tuple(file.found.items()),
        remarks=tuple(_remarks(file, comments)),
    )


_SETTLE = Text(
    "请先在 Word 中接受或拒绝全部修订，或用选项 changes=accept 或 changes=reject 读取",
    "accept or reject all changes in Word first, or read it with the option changes=accept or changes=reject",
)
_EXPORT_AGAIN = Text(
    "请从原文件重新导出；若仍要读取页面上的文字，请用选项 baseline=ignore",
    "export it again from its source; to read the text on its pages nevertheless, use the option baseline=ignore",
)
_CHANGED_BASELINE = Text(
    "文件内保存的原始文档与其校验值（SHA-256）不符，已被改动",
    "the document that it was made from, which it holds, is not the one that its SHA-256 was made of",
)


def _error(problem: Text | Message, advice: Text | Message) -> LoadError:
    hint = advice if isinstance(advice, Message) else message(advice.zh, advice.en)
    said = problem if isinstance(problem, Message) else message(problem.zh, problem.en)
    return LoadError(_SOURCE, (Fault(path="", problem=said, hint=hint or NO_MESSAGE),))


def _baseline(package: Package) -> Baseline | None:
    try:
        return read_baseline(package.parts)
    except ChangedBaselineError as cause:
        raise _error(_CHANGED_BASELINE, _EXPORT_AGAIN) from cause


def _language(package: Package, title: str) -> Lang:
    """The language of a file: what its properties say, else that of most of its title."""
    root = package.tree("docProps/core.xml") if package.has("docProps/core.xml") else None
    said = (root.findtext(_LANGUAGE) or "").strip().lower() if root is not None else ""
    if said.startswith(("zh", "en")):
        return "zh" if said.startswith("zh") else "en"
    return "zh" if count_wide(title) or not title else "en"


def _remarks(file: WordFile, comments: Counter[str]) -> Iterator[Remark]:
    package = file.package
    if file.inserted or file.deleted:
        yield Remark(kind=RemarkKind.ASKED, message=_tracked(file))
    if comments:
        said = message(
            "文件带有批注 {n} 条（{authors}），没有混入正文",
            "the file has {n} comment(s) ({authors}), which are not part of its text",
            n=comments.total(),
            authors=_authors(comments),
        )
        yield Remark(kind=RemarkKind.ASKED, message=said)
    if file.differing_boxes:
        said = message(
            "有 {n} 个复选框的符号与其状态不一致，以状态为准，请核对",
            "{n} box(es) show another sign than their state; the state was taken, please check",
            n=file.differing_boxes,
        )
        yield Remark(kind=RemarkKind.ASKED, message=said)
    for what, n in _left_out(file):
        said = message("没有采用：{what}（{n} 处）", "not taken over: {what} ({n})", what=what, n=n)
        yield Remark(kind=RemarkKind.DROPPED, message=said)
    for name in package.missing:
        said = message("部件缺失或损坏：{name}", "a part is missing or damaged: {name}", name=excerpt(name))
        yield Remark(kind=RemarkKind.DROPPED, message=said)
    if program := _program(package):
        said = message("文件由 {program} 保存", "the file was saved by {program}", program=program)
        yield Remark(kind=RemarkKind.MAPPED, message=said)


def _tracked(file: WordFile) -> Message:
    done = {
        Changes.ACCEPT: Text("已按接受读取", "read as if accepted"),
        Changes.REJECT: Text("已按拒绝读取", "read as if rejected"),
        Changes.REFUSE: Text("未读取", "not read"),
    }
    return message(
        "文件带有修订：插入 {inserted} 处、删除 {deleted} 处（{authors}），{done}",
        "the file has tracked changes: {inserted} insertion(s), {deleted} deletion(s) ({authors}), {done}",
        inserted=file.inserted.total(),
        deleted=file.deleted.total(),
        authors=_authors(file.inserted + file.deleted),
        done=done[file.changes],
    )


def _authors(counted: Counter[str]) -> Text:
    names = [excerpt(name) if name else "?" for name, _ in counted.most_common()]
    return Text("、".join(names), ", ".join(names))


def _left_out(file: WordFile) -> Iterator[tuple[Text, int]]:
    names = [name.lower() for name in file.package.parts]
    macros = sum(name.endswith("vbaproject.bin") for name in names)
    if macros:
        yield Text("宏", "macros"), macros
    if file.objects:
        yield Text("嵌入的对象", "embedded objects"), file.objects
    linked = [
        relation
        for relation in file.package.relations(file.package.main).values()
        if relation.external and relation.kind not in _LINKED
    ]
    if linked:
        yield Text("指向文件之外的图片或对象", "pictures or objects outside the file"), len(linked)


def _program(package: Package) -> str:
    """The program that saved the file, if it says so; we write no such part."""
    root = package.tree("docProps/app.xml") if package.has("docProps/app.xml") else None
    said = {each.tag.rpartition("}")[2]: each.text or "" for each in root} if root is not None else {}
    return excerpt(said.get("Application", "").partition("$")[0].strip())
