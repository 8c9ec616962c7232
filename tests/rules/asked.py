"""Run one rule on a document written in a few lines."""

from opshandover.codec import loads
from opshandover.model import OpsDocument
from opshandover.rules import Rule, check
from opshandover.testing.requiring import single_findings


def document(text: str, profile: str = "daily_handover") -> OpsDocument:
    """Load a document from YAML without its first line."""
    return loads(f"profile: {profile}\n{text}", format="yaml")


def found(rule: Rule, text: str, profile: str = "daily_handover") -> list[str]:
    """What the rule finds, each as severity and path."""
    report = check(document(text, profile), rules=[rule])
    return [f"{f.severity.value} {f.path}" for f in single_findings(report)]
