"""What a team sets once for all its documents: rules, severities, language, kinds of document.

Imports nothing, so that `locate` can say whether there are settings before the model is built.
"""
