"""The implementation of the commands: one module each, imported when its command runs."""
