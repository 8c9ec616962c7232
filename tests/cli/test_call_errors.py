"""Calls that cannot be understood: one message in the language asked for."""

import re

import pytest
from tests.cli.calls import call

from opshandover.cli.call_errors import complaint

CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    ("args", "zh", "en"),
    [
        (["bogus"], "没有名为“bogus”的命令", "no command named 'bogus'"),
        (["chekc"], "是不是“check”", "did you mean 'check'?"),
        (["check"], "缺少 FILE", "FILE… is missing"),
        (["export", "x"], "缺少 --to", "--to is missing"),
        (["new", "charter", "extra", "more"], "多余的参数：extra more", "too many arguments"),
        (["rules", "a", "b"], "多余的参数：b", "too many arguments: b"),
        (["check", "x", "--fromat", "json"], "是不是“--format”", "did you mean '--format'?"),
        (["--bogus"], "没有名为“--bogus”的选项", "no option named '--bogus'"),
        (["check", "x", "--format"], "--format 后面缺少值", "--format needs a value"),
        (["check", "x", "--format", "xml"], "应为 text|json", "expected text|json"),
        (["check", "x", "--fail-under", "101"], "应为 0-100", "expected 0-100"),
        (["check", "x", "--fail-under", "many"], "应为 0-100", "expected 0-100"),
        (["score", "x", "--all=1"], "--all 不带值", "--all takes no value"),
    ],
)
def test_calls_that_make_no_sense(args: list[str], zh: str, en: str) -> None:
    """Each is one message in the language asked for, status 2, and nothing on standard output."""
    for lang, said in (("zh", zh), ("en", en)):
        result = call("--lang", lang, *args)
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr
        assert bool(CHINESE.search(result.stderr)) == (lang == "zh")
        assert "Error:" not in result.stderr


def test_bugs_are_not_hidden() -> None:
    """An error that is no fault of the user is not turned into a message."""
    assert complaint(ZeroDivisionError(), None) is None
