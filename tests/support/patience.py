"""How long a test waits for another process or thread."""

PATIENCE = 600
"""Seconds after which something is taken to hang. Nothing that works comes near it, however busy the machine is."""
