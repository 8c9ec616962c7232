"""No rule fails, whatever a document holds."""

from hypothesis import given, settings
from tests.support.documents import documents

from opshandover.model import OpsDocument
from opshandover.rules import check
from opshandover.rules.crashed import rule_crashed
from opshandover.text import LANGUAGES


@settings(
    max_examples=60,
)
@given(documents())
def test_no_rule_crashes(document: OpsDocument) -> None:
    """Each finding can be said in both languages, and none says that its rule has failed."""
    for finding in check(document).findings:
        said = [part[lang] for part in (finding.message, finding.hint) for lang in LANGUAGES]
        assert all(said)
        assert finding.code != rule_crashed.code, said[0]
