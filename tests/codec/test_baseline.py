"""The baseline knows whether its document was changed."""

from opshandover.codec.baseline import Baseline


def test_the_digest_is_that_of_the_document_alone() -> None:
    """Options do not change it, another document does, and lone surrogates do not stop it."""
    one = Baseline(json='{"title": "交接"}', lang="zh")
    assert one.digest == Baseline(json='{"title": "交接"}', lang="en", options={"view": "memo"}).digest
    assert one.digest != Baseline(json='{"title": "交班"}', lang="zh").digest
    assert len(Baseline(json='"\ud800"', lang="zh").digest) == 64
