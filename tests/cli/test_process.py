"""The command line as a process: cost, encoding, terminals, pipes that close."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.calls import FAULTY, call, names_in, written
from tests.support.patience import PATIENCE

pty = pytest.importorskip("pty", reason="needs a system with terminals of its kind")
COMMAND = [sys.executable, "-m", "opshandover"]
ANSI = re.compile(r"\x1b\[")
IMPORTED = """
import sys
sys.argv[1:] = {args!r}
from opshandover.cli import main
try:
    main()
finally:
    print(" ".join(sys.modules), file=sys.stderr)
"""


def _run(*args: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, args)],
        capture_output=True,
        check=False,
        env={**os.environ, **(env or {})},
        timeout=PATIENCE,
    )


def _on_terminal(args: list[object], env: dict[str, str]) -> str:
    """Runs the command with a terminal of 80 columns as output, and gives what it showed."""
    outer, inner = pty.openpty()
    base = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        [*COMMAND, *map(str, args)],
        stdout=inner,
        stderr=inner,
        stdin=subprocess.DEVNULL,
        env={**base, "TERM": "xterm-256color", "COLUMNS": "80", **env},
    )
    os.close(inner)
    shown = b""
    while True:
        try:
            chunk = os.read(outer, 65536)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    process.wait(timeout=PATIENCE)
    os.close(outer)
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("args", "absent"),
    [
        (["--version"], {"attrs", "attr", "rich", "yaml", "cattrs", "opshandover.model"}),
        (["--help"], {"rich", "yaml", "cattrs", "opshandover.model", "opshandover.codec"}),
        (["check", "--help"], {"rich", "yaml", "cattrs", "opshandover.model"}),
        (["new", "--help"], {"rich", "yaml", "cattrs", "opshandover.model"}),
        (["exporters"], {"rich", "docx", "lxml", "opshandover.rules"}),
        (["new", "charter"], {"rich", "docx", "opshandover.rules", "opshandover.exporters"}),
        (["schema"], {"rich", "docx", "opshandover.rules", "opshandover.exporters"}),
    ],
)
def test_what_is_not_needed_is_not_imported(args: list[str], absent: set[str]) -> None:
    """Neither version nor help build the model."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED.format(args=args)],
        capture_output=True,
        text=True,
        check=True,
    )
    imported = set(done.stderr.split())
    assert "opshandover.cli" in imported
    assert not imported & absent


def test_version() -> None:
    """The version is that of the package."""
    from opshandover import __version__

    assert _run("--version").stdout.decode().strip() == f"opshandover {__version__}"


def test_output_is_utf8_in_any_locale(tmp_path: Path) -> None:
    """A machine set to ASCII gets the same bytes."""
    path = written(tmp_path)
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    plain, utf8 = _run("check", path, env=ascii_only), _run("check", path)
    assert plain.returncode == utf8.returncode == 1
    assert plain.stdout == utf8.stdout
    assert "核对退款单" in plain.stdout.decode()


@pytest.mark.parametrize("args", [["check"], ["score"], ["rules"], ["exporters"], ["--help"]])
def test_no_colour_in_a_pipe(args: list[str], tmp_path: Path) -> None:
    """What is no terminal gets plain text, even when told that it is a fine one."""
    files = [written(tmp_path)] if args[0] in ("check", "score") else []
    done = call(*args, *files, env={"TERM": "xterm-256color", "FORCE_COLOR": "1"})
    assert done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_colour_on_a_terminal(tmp_path: Path) -> None:
    """A terminal gets colour, the same words as a pipe, and lines that fit."""
    from opshandover.text_width import cells

    path = written(tmp_path)
    shown = _on_terminal(["check", path], {})
    assert ANSI.search(shown)
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    piped = _run("check", path, env={"TERM": "xterm-256color", "FORCE_COLOR": "1"}).stdout.decode()
    assert "\x1b" not in piped
    assert _words(plain) == _words(piped)
    assert max(map(cells, plain.splitlines())) <= 80


def _words(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_when_not_wanted(env: dict[str, str], tmp_path: Path) -> None:
    """Colour can be declined."""
    assert "\x1b" not in _on_terminal(["check", written(tmp_path)], env)


def test_hostile_text_on_a_terminal(tmp_path: Path) -> None:
    """No sequence of a file's own reaches the terminal, nor does markup of the printing library."""
    path = written(tmp_path, FAULTY.replace("核对退款单", '"\\e]0;x\\a[bold]:smile:"'))
    shown = _on_terminal(["check", path], {})
    assert "\x1b]" not in shown
    assert "\\x1b]0;x\\x07[bold]:smile:" in _words(re.sub(r"\x1b\[[\d;]*m", "", shown))


def test_progress_of_many_exports(tmp_path: Path) -> None:
    """A terminal sees a bar and what was written, a pipe the latter alone."""
    files = [written(tmp_path, name=f"{n}.yaml") for n in range(3)]
    files.append(written(tmp_path, "", "bad.yaml"))
    args: list[object] = ["export", *files, "-t", "json", "-o", tmp_path / "out"]
    shown = _on_terminal(args, {})
    assert "━" in shown
    lines = [line.strip() for line in re.split(r"\x1b\[[\d;?]*[A-Za-z]|[\r\n]", shown)]
    assert any(line.startswith("文件为空") for line in lines)
    done = _run(*args)
    for n in range(3):
        assert f"{n}.json" in shown
        assert f"{n}.json" in done.stderr.decode()
    assert done.stdout == b""
    assert "━" not in done.stderr.decode()


def test_binary_is_not_shown_on_a_terminal(tmp_path: Path) -> None:
    """A Word file on a terminal is a mistake; Markdown may be read there."""
    path = written(tmp_path)
    assert "-o" in _on_terminal(["export", path, "-t", "word", "-o", "-"], {})
    assert "# " in _on_terminal(["export", path, "-t", "markdown", "-o", "-"], {})


def test_a_reader_that_goes_away() -> None:
    """A closed pipe ends the program quietly."""
    process = subprocess.Popen(
        [*COMMAND, "new", "charter", "--all"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=PATIENCE) == 141
    assert errors == b""


def test_no_output_at_all(tmp_path: Path) -> None:
    """With its output closed the program does its work, and its status tells the result."""
    command = " ".join(f"'{part}'" for part in [*COMMAND, "check", str(written(tmp_path))])
    done = subprocess.run(["sh", "-c", f"{command} >&- 2>&-"], check=False)
    assert done.returncode == 1


def test_a_full_disk() -> None:
    """Output that cannot be written is one clear message."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert "读写失败" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_a_file_is_written(tmp_path: Path, number: signal.Signals) -> None:
    """The file that was there stays, the temporary one is removed, and the status tells the signal."""
    path, out = written(tmp_path), written(tmp_path, "before", "out.json")
    program = (
        "import os, sys; from opshandover.cli import main; "
        f"os.fsync = lambda _: os.kill(os.getpid(), {int(number)}); "
        f"sys.argv[1:] = ['export', {str(path)!r}, '-t', 'json', '-o', {str(out)!r}]; main()"
    )
    before = signal.signal(number, signal.SIG_DFL)  # `nohup` has it ignored, also by its children
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, timeout=PATIENCE)
    signal.signal(number, before)
    assert (done.returncode, done.stderr) == (128 + number, b"")
    assert out.read_text("utf-8") == "before"
    assert names_in(tmp_path) == ["handover.yaml", "out.json"]


def test_an_interrupt() -> None:
    """Ctrl+C ends the program quietly."""
    # A process in the background may have inherited that the signal is ignored.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    process = subprocess.Popen([*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    assert process.stdout is not None
    process.stdout.read(1)  # it writes more than a pipe holds, so it waits until somebody reads on
    process.send_signal(signal.SIGINT)
    errors = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 130
    assert errors.strip() == b""
