"""The limits of what is read: in one place, so that a document cannot exhaust the machine that reads it.

They are far above what people write: a year of daily handovers has fewer values than one file may have.
The limits of pictures and templates stand beside their readers, which know what makes those expensive.
"""

from decimal import Decimal

MEGABYTE = 1_000_000

MOST_BYTES = 10 * MEGABYTE
"""The size of a document or of a file with settings, in bytes."""

MOST_VALUES = 300_000
"""The number of keys and values in one file."""

MOST_CHARACTERS = 200_000
"""The length of one text: a book of a hundred pages."""

MOST_LINES_OF_TEXT = 50_000
"""The lines, items and cells in a file that people wrote elsewhere; each is looked at from many sides."""

MOST_DEPTH = 64
"""How deep lists and objects may be nested, and how many parts a dotted key may have; 10 are usual."""

MOST_FAULTS = 1_000
"""The number of faults that are collected from one file; reading stops there."""

MOST_FAULTS_SHOWN = 50
"""The number of faults of one file that are shown; the rest is counted."""

INTEGER_DIGITS = 18
"""The digits of a whole number: as many as a 64-bit integer holds in every program."""

DECIMAL_DIGITS = 40
"""The digits of any other number on either side of its point, so that it can be written out in full."""


_ABOVE: int = 10**INTEGER_DIGITS


def is_bounded(number: int | Decimal) -> bool:
    """Whether a number is finite and within the limits, the same for reading, building and writing."""
    if isinstance(number, int):
        return -_ABOVE < number < _ABOVE
    exponent = number.as_tuple().exponent
    return not number or (
        isinstance(exponent, int) and exponent >= -DECIMAL_DIGITS and number.adjusted() < DECIMAL_DIGITS
    )
