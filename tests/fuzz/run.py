"""Feeds every reader with hostile bytes, guided by what the code does with them: `nox -s fuzz`.

Each target runs in a process of its own for its share of the time. An input that is no answer, an exception or a
wait of more than a few seconds, is kept beside the corpus, and the program ends with status 1.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "data" / "fuzz"
SECONDS, LONGEST, MEMORY = 600, 10, 1_000
"""In all, for one input (seconds), and of a process (MB)."""


def main() -> int:
    """Run the targets named in the call, or all; a number is the time for all, in seconds."""
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    from tests.fuzz.targets import TARGETS  # not with the code under search

    named = [one for one in sys.argv[1:] if not one.isdigit()]
    if unknown := set(named).difference(TARGETS):
        raise SystemExit(f"no targets: {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    names = named or list(TARGETS)
    share = max(1, (numbers or [SECONDS])[0] // len(names))
    failed = [name for name in names if _search(name, share)]
    sys.stdout.write(f"{len(names)} targets, {share} s each, findings in: {', '.join(failed) or 'none'}\n")
    return bool(failed)


def _search(name: str, seconds: int) -> bool:
    """Whether the search of a target finds anything."""
    from tests.fuzz.targets import seeds

    folder = ROOT / "build" / "fuzz" / name
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(name, ROOT / "examples")):
        (folder / f"seed-{number}").write_bytes(seed)
    known = CORPUS / name
    known.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.fuzz.search", name, str(folder), str(known)]
    limits = [f"-max_total_time={seconds}", f"-timeout={LONGEST}", f"-rss_limit_mb={MEMORY}", "-verbosity=0"]
    found = f"-artifact_prefix={known}/"
    return subprocess.run([*command, *limits, found], cwd=ROOT, check=False).returncode != 0


if __name__ == "__main__":
    raise SystemExit(main())
