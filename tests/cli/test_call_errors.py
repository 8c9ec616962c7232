"""Calls that cannot be understood: one message in the language asked for."""

import re

import pytest
from tests.cli.calls import call

from opshandover.cli.call_errors import error_text

CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    ("args", "zh", "en"),
    [
        (["bogus"], "未知的命令“bogus”", "unknown command 'bogus'"),
        (["chekc"], "是不是“check”", "did you mean 'check'?"),
        (["check"], "缺少 FILE", "missing FILE…"),
        (["export", "x"], "请用 -t 指定格式", "give the format with -t"),
        (["new", "charter", "extra", "more"], "多余的参数：extra more", "too many arguments"),
        (["rules", "a", "b"], "多余的参数：b", "too many arguments: b"),
        (["check", "x", "--fromat", "json"], "是不是“--format”", "did you mean '--format'?"),
        (["--bogus"], "未知的选项“--bogus”", "unknown option '--bogus'"),
        (["check", "x", "--format"], "选项 --format 缺少值", "option --format needs a value"),
        (["check", "x", "--format", "xml"], "应为 text|json", "expected text|json"),
        (["check", "x", "--fail-under", "101"], "应为 0-100", "expected 0-100"),
        (["check", "x", "--fail-under", "many"], "应为 0-100", "expected 0-100"),
        (["check", "x", "--max-warnings", "-1"], "应为 0-9999", "expected 0-9999"),
        (["score", "x", "--all=1"], "选项 --all 不接受值", "option --all takes no value"),
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
    assert error_text(ZeroDivisionError(), None) is None
