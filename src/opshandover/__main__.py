"""The command line as `python -m opshandover`."""

from opshandover.cli import main

main()
