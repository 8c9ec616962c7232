"""The command `exporters`, and exporters and rules that fail when they are imported."""

import json
from pathlib import Path

import pytest
from tests.cli.calls import call

from opshandover.exporters.registry import names


def test_exporters_are_listed() -> None:
    """Each has its suffix, type, distribution, and its options with what they take."""
    text = call("exporters").stdout
    assert "json  .json  来自 opshandover  application/json" in text
    assert "--option keys=name|label（默认 name）" in text
    data = json.loads(call("exporters", "--format", "json").stdout)
    assert [one["name"] for one in data] == list(names())
    assert all(one["broken"] is None for one in data)


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Installs a distribution whose exporter and rules fail when they are imported."""
    info = tmp_path / "acme-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[opshandover.exporters]\nacme = acme_broken:Exporter\n[opshandover.rules]\nacme = acme_broken:RULES\n"
    )
    (tmp_path / "acme_broken.py").write_text('raise RuntimeError("\\x1b[2Jout of order")\n')
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("broken")
def test_a_broken_exporter_is_listed_as_broken() -> None:
    """It does not hide the others, and its name, distribution and reason are said."""
    result = call("exporters", "--lang", "en")
    assert result.exit_code == 0
    assert "acme  ✗ broken" in result.stdout
    assert "of acme: RuntimeError: \\x1b[2Jout of order" in result.stdout
    assert "markdown  .md" in result.stdout
    data = {one["name"]: one for one in json.loads(call("exporters", "--format", "json").stdout)}
    assert "RuntimeError" in data["acme"]["broken"]


def test_a_broken_exporter_cannot_be_used(broken: Path) -> None:
    """One clear message, status 2, nothing written."""
    path = broken / "c.yaml"
    path.write_text("profile: charter\n")
    result = call("export", path, "-t", "acme", "-o", broken / "c.acme")
    assert result.exit_code == 2
    assert "RuntimeError" in result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert not (broken / "c.acme").exists()


def test_broken_rules_stop_neither_a_check_nor_an_export(broken: Path) -> None:
    """All other rules run; the broken group is named once, and listed as not checked."""
    path = broken / "c.yaml"
    path.write_text("profile: charter\n")
    checked = call("check", path, path.with_name("c.yaml"))
    assert checked.exit_code == 1
    assert "GEN001" in checked.stdout
    assert "RUN002" in checked.stdout
    assert checked.stderr.count("RuntimeError") == 1
    exported = call("export", path, "-t", "markdown", "-o", broken / "c.md")
    assert exported.exit_code == 0
    assert exported.stderr.count("RuntimeError") == 1
    assert (broken / "c.md").is_file()
