"""Addresses in text end where a person would end them."""

import pytest
from hypothesis import given
from tests.support.pages import texts

from opshandover.pages.addresses import address_at, has_address, is_address, link_addresses, safe_address
from opshandover.pages.blocks import Run, text_of


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("https://wiki.example.com/a（旧版），改用 http://b.cn/c。", ["https://wiki.example.com/a", "http://b.cn/c"]),
        ("见https://a.example/b查看", ["https://a.example/b"]),
        ("https://a.cn/运营/手册.pdf，第 3 页", ["https://a.cn/运营/手册.pdf"]),
        ("https://a.cn/2026年3月/报表、", ["https://a.cn/2026年3月/报表"]),
        ("https://a.cn/x?部门=客服&y=1#节", ["https://a.cn/x?部门=客服&y=1#节"]),
        ("http://例子.中国/路径；", ["http://例子.中国/路径"]),
        ("(see https://en.wikipedia.org/wiki/Foo_(bar)).", ["https://en.wikipedia.org/wiki/Foo_(bar)"]),
        ("http://[::1]:80/x]", ["http://[::1]:80/x"]),
        ("“https://a.cn/x”、'https://b.cn/y'; <https://c.cn>", ["https://a.cn/x", "https://b.cn/y", "https://c.cn"]),
        ("**https://a.cn/~me** ~~https://b.cn~~ _https://c.cn_", ["https://a.cn/~me", "https://b.cn", "https://c.cn"]),
        ("tel:+86-571-0000，mailto:ops@a.cn。", ["tel:+86-571-0000", "mailto:ops@a.cn"]),
        ("HTTPS://A.CN/X!", ["HTTPS://A.CN/X"]),
        ("smb://nas/a file:///a ms-word:ofe|u|http javascript:x xhttp://a.cn https:// tel: mailto:a", []),
    ],
)
def test_addresses_end_where_a_person_ends_them(text: str, addresses: list[str]) -> None:
    """Chinese punctuation, unbalanced brackets and the full stop of the sentence are no part of them."""
    runs = link_addresses((Run(text),))
    assert [run.link for run in runs if run.link] == addresses
    assert all(is_address(address) for address in addresses)
    assert all(run.link in ("", run.text) for run in runs)
    assert has_address(text) == bool(addresses)


def test_an_address_is_found_where_it_begins() -> None:
    """Elsewhere there is none."""
    assert address_at("见 https://a.cn。", 2) == 14
    assert address_at("见 https://a.cn。", 3) == 3


def test_runs_that_are_no_text_stay() -> None:
    """Code, pictures and links with a text of their own are left as they are."""
    runs = (Run("https://a.cn", code=True), Run("https://a.cn", link="https://b.cn"), Run(""))
    assert link_addresses(runs) == runs


@given(texts())
def test_no_text_is_lost(text: str) -> None:
    """The parts of a text are the text."""
    assert text_of(link_addresses((Run(text, strong=True),))) == text


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("HTTPS://例子.cn/路 径", "https://%E4%BE%8B%E5%AD%90.cn/%E8%B7%AF%20%E5%BE%84"),
        ('http://a.cn/"<>\\^`{|}', "http://a.cn/%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://a.cn/%20x#y", "https://a.cn/%20x#y"),
        ("http://a.cn/\0", "http://a.cn/%00"),
        ("https://a.cn/x#", "https://a.cn/x#"),
        ("https://a.cn/x?", "https://a.cn/x?"),
        ("https://a.cn/x?y?#", "https://a.cn/x?y?#"),
        (" https://a.cn/x??", "https://a.cn/x??"),
    ],
)
def test_addresses_are_valid_uris(link: str, address: str) -> None:
    """What may be followed is a valid URI: one that is malformed would make Word take the file for damaged."""
    assert safe_address(link) == address
