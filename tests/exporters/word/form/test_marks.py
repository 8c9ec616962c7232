"""What is a mark, and what only looks like one."""

import pytest

from opshandover.exporters.word.form.marks import Sign, marks_in, near_misses


@pytest.mark.parametrize(
    ("text", "sign", "name", "alias"),
    [
        ("{{giver.name}}", Sign.VALUE, "giver.name", ""),
        ("{{ 移交人。姓名 }}", Sign.VALUE, "移交人。姓名", ""),
        ("{{＃任务}}", Sign.EACH, "任务", ""),
        ("{{# tasks }}", Sign.EACH, "tasks", ""),
        ("{{^issues}}", Sign.NONE, "issues", ""),
        ("{{/tasks}}", Sign.END, "tasks", ""),
        ("{{/}}", Sign.END, "", ""),
        ("{{r x}}", Sign.VALUE, "x", ""),
        ("{%tr for t in tasks %}", Sign.EACH, "tasks", "t"),
        ("{%- for t in work.tasks -%}", Sign.EACH, "work.tasks", "t"),
        ("{%if x%}", Sign.IF, "x", ""),
        ("{%p if not x.y %}", Sign.NONE, "x.y", ""),
        ("{%tr endfor %}", Sign.END, "", ""),
        ("{% endif %}", Sign.END, "", ""),
    ],
)
def test_marks(text: str, sign: Sign, name: str, alias: str) -> None:
    """Those of Mustache in either width, and those of docxtpl."""
    ((start, end, mark),) = marks_in(f"前{text}后")
    assert (start, end, mark.written) == (1, 1 + len(text), text)
    assert (mark.sign, mark.name, mark.alias, mark.fault) == (sign, name, alias, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ x | upper }}", "no expressions"),
        ("{{ x.y() }}", "no expressions"),
        ("{{ a and b }}", "no expressions"),
        ('{% if x == "done" %}', "no expressions"),
        ("{% set a = 1 %}", "only for, endfor"),
        ("{% else %}", "only for, endfor"),
        ("{%tr elif x %}", "only for, endfor"),
        ("{{#if issues}}", "write {{#issues}}"),
        ("{{#each tasks}}", "write {{#tasks}}"),
        ("{{#}}", "no name"),
        ("{{> part}}", "no expressions"),
    ],
)
def test_what_is_beyond_marks_is_a_fault(text: str, said: str) -> None:
    """Each is told in words of its own."""
    ((_, _, mark),) = marks_in(text)
    assert mark.fault is not None
    assert said in mark.fault["en"]
    assert mark.fault["zh"] != mark.fault["en"]


@pytest.mark.parametrize("text", ["{{}}", "{{ }}", "{a}", "{{{x}}}", "{{a", "a}}", "{{x}", "100%", "{ }", "f(x) {y}"])
def test_other_texts_are_none(text: str) -> None:
    """Braces alone make no mark."""
    assert not [mark for _, _, mark in marks_in(text)]


def test_near_misses_are_sure_or_not() -> None:
    """Wide and spaced braces can be nothing else; other brackets may."""
    assert list(near_misses("人：｛｛giver.name｝｝")) == [("｛｛giver.name｝｝", "giver.name", True)]
    assert list(near_misses("{ {giver.name} }")) == [("{ {giver.name} }", "giver.name", True)]
    assert list(near_misses("《实施办法》")) == [("《实施办法》", "实施办法", False)]
    assert list(near_misses("{{giver.name}} 与 ${giver.phone}")) == [("${giver.phone}", "giver.phone", False)]
    assert list(near_misses("平常的一句话")) == []
    assert list(near_misses("{x}" * 100)) == []
