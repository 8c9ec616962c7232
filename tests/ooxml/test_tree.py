"""Other people's XML: what is parsed, and what is not."""

import pytest

from opshandover.ooxml.tree import MOST_XML, BadXmlError, W, parse, serialize, value


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<w:document",
        b"<a/><b/>",
        b'<!DOCTYPE a SYSTEM "http://a.example/a.dtd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
    ],
)
def test_what_is_no_plain_xml_is_refused(data: bytes) -> None:
    """Neither damage nor a document type gets through, whatever entities it declares."""
    with pytest.raises(BadXmlError):
        parse(data)


def test_a_part_that_would_fill_the_memory_is_refused() -> None:
    """As a tree it takes many times its size, so that it is not even begun."""
    assert parse(b"<a> </a>", most=8).tag == "a"
    with pytest.raises(BadXmlError):
        parse(b"<a>  </a>", most=8)
    with pytest.raises(BadXmlError):
        parse(b"<a>" + b" " * MOST_XML + b"</a>")


def test_only_elements_and_text_are_kept() -> None:
    """Comments and processing instructions could hide something, or be taken for ours."""
    root = parse("<a><!-- 注 --><?opshandover here?><b>文</b></a>".encode())
    assert serialize(root).decode().endswith("<a><b>文</b></a>")


def test_a_value_that_is_not_there_is_empty() -> None:
    """Callers compare values without asking first whether element and attribute are there."""
    (child,) = parse(f'<a xmlns:w="{W[1:-1]}"><w:b w:val="1"/></a>'.encode())
    assert [value(child), value(child, "id"), value(None)] == ["1", "", ""]
