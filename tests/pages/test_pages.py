"""What authors of exporters may import from `opshandover.pages`, and what it costs."""

import subprocess
import sys
from inspect import isclass
from typing import get_args

import attrs
import pytest

from opshandover import pages
from opshandover.pages import blocks
from opshandover.pages.markdown import blocks_of


def test_the_names() -> None:
    """They are sorted, each can be had, and a parser of Markdown is one of them."""
    assert pages.__all__ == sorted(set(pages.__all__))
    assert all(hasattr(pages, name) for name in pages.__all__)
    assert pages.blocks_of is blocks_of
    assert not hasattr(pages, "blocks_off")
    with pytest.raises(AttributeError, match=r"'opshandover\.pages' has no attribute 'merge'"):
        _ = pages.merge


def test_every_node_is_public() -> None:
    """Whoever matches over blocks can name each of them, and whatever they hold."""
    nodes = {name for name, value in vars(blocks).items() if isclass(value) and attrs.has(value)}
    assert nodes <= set(pages.__all__)
    assert {one.__name__ for one in get_args(blocks.Block)} <= nodes


def test_blocks_cost_no_parser() -> None:
    """Who only writes blocks does not load what reads Markdown."""
    code = "import sys, opshandover.pages; print('markdown_it' in sys.modules); opshandover.pages.blocks_of('*a*')"
    code += "; print('markdown_it' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "True"]
