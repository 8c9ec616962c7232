"""What a team sets once for all its documents: rules, severities, language, kinds of document.

Nothing is imported here: `opshandover.config.locate` must cost little, and `Config` loads the model.
"""
