"""Lines whose parts may have styles."""

from opshandover.styled import line, plain


def test_without_styles() -> None:
    """The texts of all parts stay, ends are trimmed, and nothing commands the terminal."""
    lines = (line("a", ("b", "bold red"), "  "), line(), line("\x1b[2Jx", hang=4))
    assert plain(lines) == "ab\n\n\\x1b[2Jx"
