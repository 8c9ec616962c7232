"""How long a test waits for another process or thread, and how often one tries what takes long."""

from hypothesis import settings

PATIENCE = 600
"""Seconds after which something is taken to hang. Nothing that works comes near it, however busy the machine is."""


def one_in(times: int) -> settings:
    """Settings with a part of the examples that the profile asks for, of a test in which each takes long."""
    return settings(max_examples=settings().max_examples // times)
