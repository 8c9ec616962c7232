"""Where the examples are that ship with the project."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples"
EXAMPLES = sorted(FOLDER.glob("*.yaml"))
"""The documents among them."""
READY = FOLDER / "daily_handover.zh.yaml"
"""One that is complete: no finding is an error."""
