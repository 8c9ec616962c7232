"""Secrets known by their own format."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.tokens import find_tokens

SECRETS = (
    "https://acme.example.com/IncomingWebhook/⟦9f0c2e71d4b84aa6b3e5c1d7⟧/post",
    "Use ⟦AKIAIOSFODNN7EXAMPLE⟧ for the bucket",
    "key ⟦sk-proj4a8b2c6d0e1f3a5b7c9d2e4f⟧ belongs to the chat bot",
    "⟦-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7b3k\n-----END RSA PRIVATE KEY-----⟧",
    "Session ⟦eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJvcHMifQ.c2lnbmF0dXJlLWhlcmU⟧ expires tonight",
)
HARMLESS = (
    "https://shop.example.com/webhooks/settings/orders-created-2025",
    "sk-learn 1.5",
    "AKIA 是前缀，不是令牌",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_tokens, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_tokens, line)
