"""The ledger counts what went in apart from what became of it."""

from opshandover.continuity.ledger import Entry, Fate, Found, Ledger


def test_a_ledger_adds_up_only_if_every_text_has_one_entry() -> None:
    """One entry too few or too many is noticed, and fates and ways of finding are counted."""
    entries = (Entry(fate=Fate.KEPT, path="title", found=Found.TAG), Entry(fate=Fate.LEFT))
    ledger = Ledger(entries=entries, taken_in=2)
    assert ledger.adds_up
    assert not Ledger(entries=entries, taken_in=3).adds_up
    assert not Ledger(entries=entries, taken_in=1).adds_up
    assert dict(ledger.counts) == {Fate.KEPT: 1, Fate.LEFT: 1}
    assert dict(ledger.found) == {Found.TAG: 1}
