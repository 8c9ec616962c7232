"""What a team sets once for all its documents: rules, severities, language, kinds of document.

Nothing is imported here: to see whether a configuration file is there, `--help` needs `locate` alone.
"""
