"""Many documents in one call: names of files, executors, and what fails."""

import os
import pickle
import signal
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import nullcontext
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from tests.support.spoiled import spoiled

import opshandover as oh
from opshandover import batch
from opshandover.errors import BatchError, ContentError, OptionError
from opshandover.model import OpsDocument
from opshandover.redaction import MASK
from opshandover.testing import HOSTILE_TEXTS, a_document

SECRET = "Hunter2x9!kQ"  # noqa: S105 - what must not come out


def test_secrets_do_not_become_names_of_files(tmp_path: Path) -> None:
    """A file that is called after a document shows no more of it than the file itself."""
    (path,) = oh.export_many([a_document(id="", title=f"密码：{SECRET}")], "json", tmp_path)
    assert path.name == f"密码：{MASK}.json"


def _pool(kind: str) -> Any:
    match kind:
        case "threads":
            return ThreadPoolExecutor(3)
        case "processes":
            return ProcessPoolExecutor(2, mp_context=get_context("spawn"))
        case _:
            return nullcontext()


@pytest.mark.parametrize("kind", ["here", "threads", "processes"])
def test_many(tmp_path: Path, kind: str) -> None:
    """Wherever it is done: paths in order, progress for each, a fault stops no other document."""
    good = [a_document(id=f"D{n}") for n in range(4)]
    bad = spoiled(a_document(id="bad"), title=5)
    worse = spoiled(a_document(id="worse"), title=None)
    steps: list[tuple[int, int]] = []
    executor: Executor | None
    with _pool(kind) as executor:
        paths = oh.export_many(
            good,
            "json",
            tmp_path / "a" / "b",
            executor=executor,
            progress=lambda *s: steps.append(s),
        )
        assert [p.name for p in paths] == [f"D{n}.json" for n in range(4)]
        for path, document in zip(paths, good, strict=True):
            assert oh.load(path) == document
        assert steps == [(n, 4) for n in (1, 2, 3, 4)]
        with pytest.raises(BatchError, match="title: expected str, got int") as caught:
            oh.export_many(
                [good[0], bad, worse, good[1]],
                "json",
                tmp_path,
                executor=executor,
                progress=lambda *s: steps.append(s),
            )
    assert "4 份文档中有 2 份未能导出" in caught.value.in_lang("zh")
    assert "文档中有 1 个值不合要求" in caught.value.in_lang("zh")
    assert [(number, type(cause)) for number, cause in caught.value.failures] == [(1, ContentError), (2, ContentError)]
    assert {p.name for p in tmp_path.iterdir()} == {"a", "D0.json", "D1.json"}
    assert len(steps) == 8


@frozen
class Deadly:
    """An exporter that kills its process for one document, as one that runs out of memory does."""

    suffix = ".txt"
    media_type = "text/plain"

    def export(self, document: OpsDocument, *, lang: str) -> bytes:
        """The title of the document."""
        if document.title == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        return document.title.encode()


def test_a_killed_worker_fails_one_document_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All others are written, though the executor is of no use afterwards; the error names the failed one."""
    monkeypatch.setattr(batch, "make", lambda *_: Deadly())
    todo = [a_document(id=f"D{n}", title="deadly" if n == 2 else f"t{n}") for n in range(6)]
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as executor, pytest.raises(BatchError) as caught:
        oh.export_many(todo, "deadly", tmp_path, executor=executor)
    assert [number for number, _ in caught.value.failures] == [2]
    assert "D2.txt" in str(caught.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"D{n}.txt" for n in (0, 1, 3, 4, 5)]
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert str(copy) == str(caught.value)


def test_many_of_none(tmp_path: Path) -> None:
    """No documents make no files; options are looked at all the same, before anything is made."""
    assert oh.export_many(iter(()), "json", tmp_path / "none") == ()
    with pytest.raises(OptionError):
        oh.export_many([], "json", tmp_path / "other", indent=2)
    assert [p.name for p in tmp_path.iterdir()] == ["none"]


def _names(tmp_path: Path, *titles: Any) -> list[str]:
    todo = [OpsDocument(profile="charter", title=title) for title in titles]
    return [p.stem for p in oh.export_many(todo, "json", tmp_path)]


def test_equal_names_are_numbered(tmp_path: Path) -> None:
    """No file overwrites another, also where case, or how accents are stored, makes none differ."""
    stems = _names(tmp_path, "A", "a", "A-2", "A", "\u00e9", "e\u0301", "", "", "A")
    assert stems == ["A", "a-2", "A-2-2", "A-3", "é", "e\u0301-2", "charter", "charter-2", "A-4"]
    assert len(list(tmp_path.iterdir())) == 9


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    """Titles lead to files of that folder alone, which any system can keep."""
    hostile = (
        *HOSTILE_TEXTS,
        "../../up",
        "/root",
        "C:\\x",
        "..",
        ". .",
        "CON",
        "nul.txt",
        "👍" * 99,
    )
    stems = _names(tmp_path, *hostile)
    assert len(set(stems)) == len(hostile) == len(list(tmp_path.iterdir()))
    assert all(len(stem.encode()) < 130 for stem in stems)
    assert not {"CON", "nul.txt", "..", ""} & set(stems)
    assert not [s for s in stems if set(s) & set('<>:"/\\|?*\0\n\x85\u202e\u2028')]
