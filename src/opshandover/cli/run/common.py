"""What all commands share: exit statuses, JSON output and questions."""

from collections.abc import Sequence

import click

from opshandover.cli.call_errors import CallError
from opshandover.cli.screen import output
from opshandover.reporting.plain import as_json
from opshandover.text import message

FINE, FOUND, BAD = 0, 1, 2
"""Exit statuses: success, a document has errors, a file or the call is invalid."""


def write_json(data: object) -> None:
    """Write data as JSON; terminal control characters are escaped."""
    output().stream.write(as_json(data))


def answer_to(question: str, default: str, choices: Sequence[str] | None = None) -> str:
    """What a person answers to a question, which stands beside the output; one of the choices, if there are any.

    Raises:
        CallError: the input ended.
    """
    try:
        answer: str = click.prompt(
            question, type=click.Choice(tuple(choices)) if choices else None, default=default, err=True
        )
    except click.Abort:
        raise CallError(message("没有得到回答，什么也没有写", "no answer was given; nothing is written")) from None
    return answer
