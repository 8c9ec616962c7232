"""What a team sets once for all its documents: rules, severities, language, kinds of document."""

from opshandover.config.config import Config

__all__ = ["Config"]
