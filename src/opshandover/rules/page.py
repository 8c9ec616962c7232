"""The page of a rule: its docstring split into both languages and its two examples."""

import re

from attrs import frozen

from opshandover.rules.rule import Rule
from opshandover.text import Text

_ZH = "zh:"
_EXAMPLE = re.compile(r"^(Bad|Good)::\n+((?:(?: {4}.*)?(?:\n|$))+)", re.MULTILINE)


@frozen(kw_only=True)
class RulePage:
    """A rule explained: prose in both languages (Markdown), and two examples in YAML."""

    text: Text
    bad: str
    good: str


def page_of(rule: Rule) -> RulePage:
    """Return the page of a rule, taken from its docstring."""
    doc = rule.page
    examples = {name: _dedent(body) for name, body in _EXAMPLE.findall(doc)}
    prose = _EXAMPLE.sub("", doc).splitlines()
    zh = [line.removeprefix(_ZH).strip() for line in prose if line.startswith(_ZH)]
    en = "\n".join(line for line in prose if not line.startswith(_ZH))
    return RulePage(
        text=Text(zh="\n\n".join(zh), en=re.sub(r"\n{3,}", "\n\n", en).strip()),
        bad=examples.get("Bad", ""),
        good=examples.get("Good", ""),
    )


def _dedent(body: str) -> str:
    return "\n".join(line[4:] for line in body.rstrip().splitlines()) + "\n"
