"""Runs what the pages tell their readers to type, and compares what they say comes out.

Every page runs in a temporary folder of its own, beside a copy of `examples`, from top to bottom:

- A ```` ```console ```` block has commands behind `$ `, each followed by what it writes. A command
  must succeed, unless the next one is `echo $?`, which shows its exit status.
- A ```` ```python ```` block is executed in the one namespace of its page. What it prints must be
  what its comments `# -> …` say, line by line.
- A `{code-block}` with a `:caption:` is written to a file of that name.

In what is expected, a line `...` stands for any number of lines, and `...` within a line for any
text; how many spaces stand between words does not matter. Whatever else happens is an error, and a
page with nothing to run is one too.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BOTH = "tutorial word form filling reading html checking extending shift leaving tickets notebooks git".split()
"""The pages that there are in both languages."""
ENGLISH = "files scoring configuring exporting cli".split()
PAGES = (
    "README.md",
    "README.zh-CN.md",
    *(f"docs/{name}.md" for page in BOTH for name in (page, f"zh/{page}")),
    *(f"docs/{name}.md" for name in ENGLISH),
)

FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
CAPTION = re.compile(r"\A:caption: (.+)\n\n?")
EXPECTED = re.compile(r"^\s*# -> ?(.*)$", re.MULTILINE)
PROMPT = "$ "
COMMANDS = {
    "python": [sys.executable],
    "opshandover": [sys.executable, "-c", "from opshandover.cli import main; main()"],
    "git": ["git"],
}
"""What may be typed; a page needs no more, and a slip of the pen does no harm."""

ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))),
}
"""So that Git has no settings but the page's, and finds the command that was installed with this Python."""


class PageError(Exception):
    """A page says something that is not so."""


@dataclass
class Run:
    """One page on its way: where it is, and what its Python blocks have defined so far."""

    folder: Path
    namespace: dict[str, object] = field(default_factory=lambda: {"__name__": "page"})
    status: int = 0
    steps: int = 0

    def block(self, info: str, body: str) -> None:
        """Runs one block of a page, if it is of a kind that is run."""
        caption = CAPTION.match(body)
        if info.startswith("{code-block}") and caption:
            target = self.folder / caption[1].strip()
            target.write_text(body[caption.end() :], encoding="utf-8")
        elif info == "console":
            self.console(body)
        elif info == "python":
            self.python(body)

    def console(self, body: str) -> None:
        """Runs the commands of a block, one after the other."""
        command = written = ""
        for command, expected in commands(body):
            self.steps += 1
            if command == "echo $?":
                written, self.status = f"{self.status}\n", 0
            elif self.status:
                raise PageError(f"the command before `{command}` ended with {self.status}")
            else:
                written = self.call(command)
            compare(command, expected, written.splitlines())
        if self.status:
            raise PageError(f"`{command}` ended with {self.status}\n{written}")

    def call(self, command: str) -> str:
        """Runs one command, and gives all that it wrote."""
        name, *arguments = shlex.split(command)
        if name not in COMMANDS:
            raise PageError(f"`{command}`: only these are run: {', '.join(COMMANDS)}")
        done = subprocess.run(  # noqa: S603 - the commands of our own pages, and no others
            [*COMMANDS[name], *arguments],
            cwd=self.folder,
            env={**os.environ, **ALONE, "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "100"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.status = done.returncode
        return done.stdout

    def python(self, body: str) -> None:
        """Executes a block, and compares what it printed."""
        self.steps += 1
        printed = io.StringIO()
        code = compile(body, "<block>", "exec")
        with contextlib.chdir(self.folder), contextlib.redirect_stdout(printed):
            exec(code, self.namespace)  # noqa: S102 - to run the page's own blocks is the purpose
        compare(body, EXPECTED.findall(body), printed.getvalue().splitlines())


def commands(body: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a block with the lines that it is said to write."""
    lines = body.splitlines()
    starts = [i for i, line in enumerate(lines) if line.startswith(PROMPT)]
    if not starts or starts[0] != 0:
        raise PageError(f"a console block begins with `{PROMPT}`:\n{body}")
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start].removeprefix(PROMPT), lines[start + 1 : stop]


def compare(what: str, expected: Sequence[str], written: Sequence[str]) -> None:
    """Fails unless what was written is what the page says."""
    wanted, got = ([" ".join(line.split()) for line in lines] for lines in (expected, written))
    while got and not got[-1]:
        got.pop()
    while wanted and not wanted[-1]:
        wanted.pop()
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else _line_pattern(line) for line in wanted)
    if not re.fullmatch(pattern, "".join(f"{line}\n" for line in got)):
        raise PageError("\n".join([what, "--- expected", *wanted, "--- written", *got]))


def _line_pattern(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.split("...")) + r"\n"


def run(page: Path) -> int:
    """Runs a page, and gives the number of its commands and blocks.

    Raises:
        PageError: something is not as the page says, or there is nothing to run.
    """
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder, "examples"))
        going = Run(Path(folder))
        for match in FENCE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            try:
                going.block(match["info"].strip(), match["body"])
            except Exception as cause:
                why = str(cause) if isinstance(cause, PageError) else traceback.format_exc()
                raise PageError(f"{page}:{line}: {why}") from cause
    if not going.steps:
        raise PageError(f"{page}: there is nothing to run")
    return going.steps


def main(names: Sequence[str]) -> None:
    """Runs the pages named, or all of them; ends with status 1 if one is wrong."""
    failed = False
    for name in names or PAGES:
        try:
            steps = run(ROOT / name)
        except PageError as cause:
            failed = True
            sys.stderr.write(f"{cause}\n\n")
        else:
            sys.stdout.write(f"{name}: {steps} steps\n")
    if failed:
        raise SystemExit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
