"""Runs the command line by `python -m opshandover`."""

from opshandover.cli import main

main()
