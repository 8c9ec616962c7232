"""What a sentence says of the head of a document: who hands over, who receives, and the last day."""

import re
from collections.abc import Iterator

_EN = "[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)+"
_CALLED = "((?!Mon|Tues|Wed|Thurs|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z]+)"
_SAID = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "giver",
            rf"(?:我叫|我是|本人)([\u4e00-\u9fff]{{2,8}})(?=[，,。 ]|$)|(?:^|\. )(?:I'm|I am|My name is) ({_EN})",
        ),
        ("giver", rf"\b(?:[Hh]and(?:over|off|ing over|ed over)? from|^From) ({_EN})|^From {_CALLED} to [A-Z][a-z]+\b"),
        ("giver", rf"\b[Ww]ritten by ({_EN})(?= for )|(?:—|–|--) ?({_EN})$|——? ?([\u4e00-\u9fff]{{2,3}})$"),
        ("receivers", rf"^From [A-Z][a-z]+ to {_CALLED}(?![a-z])|\b[Ww]ritten by {_EN} for ({_EN})"),
        (
            "receivers",
            rf"^(?:Hi|Hello|Dear) {_CALLED}(?=[,，])|给接手的?(?:同学|同事|人)?[（(]([\u4e00-\u9fff]{{2,3}})[）)]",
        ),
        (
            "receivers",
            r"(?:由|交给|移交给|交接给)([\u4e00-\u9fff]{2,3}?)(?:同学|同事|老师)?(?:接手|接替|接任|承接|负责接手|$|[，,。])",
        ),
        (
            "receivers",
            rf"\b(?:[Hh]and(?:over|off|ing over|ed over)?(?: from {_EN})?|^From {_EN}|taken over) (?:to|by) ({_EN})",
        ),
        (
            "effective_on",
            r"自?(?=[12]\d{3}[^，。]{4,16}起[^，。]{0,3}(?:施行|执行|实施|生效))|最后工作日(?:是|为|：|:)?|离职日期?(?:是|为)?|[Ll]ast (?:working )?day(?: of work)?(?: is| will be|:)?|生效|\beffective",
        ),
    )
)


def said_in(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The fields of the header that a text tells, each with what was found: the name in a group, or what a day follows."""
    for name, pattern in _SAID:
        if found := pattern.search(text):
            yield name, found
