"""Names and references of files in a report."""

import pytest

from opshandover.reporting.plain import display_name, uri_of


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a.yaml", "a.yaml"),
        ("./folder/a b.yaml", "folder/a%20b.yaml"),
        ("../交接.yaml", "../%E4%BA%A4%E6%8E%A5.yaml"),
        ("a:b%.yaml", "a%3Ab%25.yaml"),
        ("x\udcff.yaml", "x%FF.yaml"),
        ("/elsewhere/a.yaml", "file:///elsewhere/a.yaml"),
    ],
)
def test_names_of_files(name: str, uri: str) -> None:
    """A name becomes a reference that no reader takes for anything else."""
    assert uri_of(name) == uri


def test_files_below_the_current_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file named in full is found from the current folder, as a checkout elsewhere needs it."""
    folder = tmp_path_factory.mktemp("work")
    monkeypatch.chdir(folder)
    assert uri_of(str(folder / "sub" / "a.yaml")) == "sub/a.yaml"
    assert display_name(str(folder / "sub" / "a.yaml")) == "sub/a.yaml"
