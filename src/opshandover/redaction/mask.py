"""What stands in the place of a secret."""

MASK = "●●●●●●"
"""It has nothing of the secret, not even the length."""
