"""Secrets are found and hidden; what only talks about secrets stays."""

import time
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.redaction.corpus import MARKED, corpus
from tests.redaction.test_patterns import modules

from opshandover.redaction import MASK, find_secrets, is_heading, redact
from opshandover.redaction.patterns import Pattern
from opshandover.redaction.search import SEARCHES

SECRETS = corpus("secrets.txt")
HARMLESS = corpus("harmless.txt")


def test_corpus_is_large_enough() -> None:
    """A file that was emptied by mistake does not pass for a corpus."""
    assert len(SECRETS) >= 40
    assert len(HARMLESS) >= 40


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is replaced."""
    assert redact(MARKED.sub(r"\1", marked)) == MARKED.sub(MASK, marked)


@pytest.mark.xfail(strict=True, reason="forms that are not known yet")
@pytest.mark.parametrize("marked", corpus("missed.txt"))
def test_known_misses(marked: str) -> None:
    """What is missed is written down, so that nobody promises more than there is."""
    assert redact(MARKED.sub(r"\1", marked)) == MARKED.sub(MASK, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """Talk about secrets, places of safe-keeping and other figures raise no alarm."""
    assert find_secrets(line) == ()
    assert redact(line) is line


@pytest.mark.parametrize("marked", SECRETS)
def test_redacting_twice_changes_nothing(marked: str) -> None:
    """The mask itself is never taken for a secret, and frees no new one."""
    once = redact(MARKED.sub(r"\1", marked))
    assert redact(once) == once


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_amid_other_text(marked: str) -> None:
    """The forms do not depend on standing alone in a text."""
    text = "交接说明 #1 <b>\n" + MARKED.sub(r"\1", marked) + "\n𠮷 🙂 done"
    assert redact(text) == "交接说明 #1 <b>\n" + MARKED.sub(MASK, marked) + "\n𠮷 🙂 done"


def test_several_secrets_in_one_text() -> None:
    """Each is hidden, and the spans are in order and apart."""
    text = "密码：Abc@12345，口令：Xyz@98765；password: hunter2"
    assert redact(text) == f"密码：{MASK}，口令：{MASK}；password: {MASK}"
    assert [text[a:b] for a, b in find_secrets(text)] == ["Abc@12345", "Xyz@98765", "hunter2"]


@given(st.text(max_size=200))
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    """Any text at all gives spans that can be cut out one after the other."""
    end = 0
    for start, stop in find_secrets(text):
        assert end <= start < stop <= len(text)
        end = stop


UNITS = (
    *(
        "密码",
        "密码：",
        "密码一直是的",
        "密码改成店名",
        "密码是大写A，再",
        "八个 8",
        "，就",
        "password is capital A, then",
        "password for a is now ",
        "密码\n- a：b\n",
        "| 密码 | a |\n",
        "口令 ",
        "password ",
        "password: ",
        "password for a ",
        "pin",
        "PIN: ",
        "key: ",
        "token=",
        "secret",
    ),
    *(
        "密码\n",
        "密码|",
        "密码,a\n",
        "密码\t\n",
        "密码（",
        "密码改",
        "密码多少",
        "新密码是",
        "密码 a b ",
        "密码？a ",
        "# 密码\n",
        "答案 ",
    ),
    *(
        "://a:",
        "://",
        "x",
        "X",
        " ",
        "1",
        "1-",
        "1 2",
        "a1",
        "A1b",
        "a.",
        "a@",
        "a/",
        "a1#B2 是",
        "1.1.1.1 ",
        "\n",
        "\n\n",
        "- a\n",
    ),
    *(
        "a=",
        "=",
        ":",
        "::",
        "#",
        "*",
        "**",
        "_",
        "-",
        " -p",
        "mysql -p",
        "curl -u a",
        "net user a ",
        "echo a",
        "Bearer a",
        "?token=a",
    ),
    *(
        "cookie: a=",
        "eyJ-",
        "eyJaaaaaaaa.",
        "-----BEGIN PRIVATE KEY-----",
        "hooks/a/",
        "hook/a-1",
        "wifi:T:a;",
        "machine a login ",
    ),
    *(
        "账号：a/",
        "账号 a",
        "admin ",
        "admin/",
        "root, ",
        "login for a ",
        "wifi a",
        "as a with ",
        "用 a 和 ",
        "U: a P: ",
    ),
    *(
        "锁 1",
        "门 1111",
        "左 1 ",
        "code 1",
        " -a-pass",
        "lvdao",
        "密码 a1，中",
        "AAAA ",
        "snmp -A 1 -X '",
        "a is ",
        "输1",
        "保险柜左3",
        "unlock with ",
        "unzip with a1",
        "code for the a ",
        "maiden name ",
        "密码没设，就",
        "密码跟一样（",
        "password set to 1",
        "password? It's ",
        "那个 a1",
        "新的 1",
        "digits, 11",
        "门：1111 再",
        "a1 和 ",
        "a-1 PW: ",
        "安全问题 ",
        "apple river ",
    ),
    *(
        "`",
        '"',
        "“",
        "（",
        "【",
        "[",
        "(",
        "<",
        "<b ",
        "</",
        "&#",
        "&#1;",
        "&amp;",
        "\u200b",
        "密\u200b",
        "密 ",
        "\\_",
        "\x00",
        "|",
        "a|",
    ),
)
"""Beginnings of what the searches look for."""


LOOKS = 3
"""How often a search that seems slow is timed: on a busy machine, a moment may be lost to others."""


def seconds(of: Callable[[str], Iterable[object]], text: str) -> float:
    """The time of the processor that a search takes."""
    begun = time.process_time()
    for _ in of(text):
        pass
    return time.process_time() - begun


def patterns(value: object) -> Iterator[Pattern]:
    """The patterns in a value, which may be one, or hold some."""
    match value:
        case Pattern():
            yield value
        case tuple() | list():
            for one in value:
                yield from patterns(one)
        case dict():
            yield from patterns([*value.keys(), *value.values()])
        case _:
            pass


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.__name__.rsplit(".", 1)[1])
def test_each_pattern_is_linear(module: ModuleType) -> None:
    """Each by itself, also where no search would try it: four times the text takes no more than ten times the time."""
    for pattern in dict.fromkeys(patterns([*vars(module).values()])):
        for unit in UNITS:
            short, long = (unit * (length // len(unit)) for length in (100, 400))
            looks = (
                seconds(pattern.finditer, long) < 10 * seconds(pattern.finditer, short) + 0.3 for _ in range(LOOKS)
            )
            assert any(looks), (pattern.source, unit)


@pytest.mark.parametrize("search", [*SEARCHES, find_secrets], ids=lambda search: search.__name__)
def test_time_is_linear_in_the_length(search: Callable[[str], Iterable[object]]) -> None:
    """Twice the text takes about twice the time, whatever it repeats, also behind a keyword."""
    for unit in UNITS:
        for lead in ("", "密码 "):
            short, long = (lead + unit * (length // len(unit)) for length in (800, 3_200))
            looks = (seconds(search, long) < 10 * seconds(search, short) + 0.3 for _ in range(LOOKS))
            assert any(looks), (lead, unit)


def test_many_secrets_take_linear_time() -> None:
    """Nor do thousands of secrets in one text."""
    one = "".join(f"账号 ops{n} 密码：Ab@{n:05}x\n" for n in range(4_000))
    assert seconds(find_secrets, one) < 10 * seconds(find_secrets, one[: len(one) // 4]) + 0.3
    assert len(find_secrets(one)) == 4_000


@pytest.mark.parametrize("heading", ["密码", "## WiFi 密码", "Ｐassword", "密\u200b码"])
def test_heading_reveals_a_value(heading: str) -> None:
    """However the heading is written; the spans are those of the text below."""
    assert is_heading(heading)
    assert find_secrets("dep0tguest\n二楼用", heading) == ((0, 10),)
    assert find_secrets("见密码库", heading) == ()
