"""The text that replaces a secret."""

MASK = "●●●●●●"
"""Reveals nothing of the secret, not even its length."""
