"""What a sentence says of its owner, its day, its state and its account: copied into fields, while the sentence stays."""

import re

from opshandover.model.choice import AnyChoice
from opshandover.model.fields import Kind, field_map
from opshandover.model.systems import CredentialRef
from opshandover.reading.dates import find_dates
from opshandover.reading.foreign.context import Context
from opshandover.reading.foreign.drafts import Draft
from opshandover.reading.foreign.leaves import Leaf
from opshandover.reading.foreign.people import owner_in
from opshandover.reading.foreign.values import choice_in, take_part
from opshandover.redaction import MASK

_STATE = re.compile(
    r"[（(【\[]\s*(?P<a>[^（）()【】\[\]]{1,12})\s*[）)】\]]|^(?P<b>[^\s:：，。]{2,6})[:：]|[-—–:：，,]\s*(?P<c>[^\s，。,;；:：]{2,14}|(?:in progress|on hold|not started))[。.]?$",
    re.IGNORECASE,
)

TICKED = re.compile(r"^\s*(?:✅|✔️?|☑️?|√)")

_DUE = re.compile(r"[前止]|截|内|due|by|before|until|till|deadline|eta|预计|计划|完成|到期", re.IGNORECASE)


def set_status(draft: Draft, word: str) -> None:
    """Set the status that a word means, if none is set."""
    field = field_map(draft.of)["status"]
    value = choice_in(field.choice, word) if word else None
    if value is not None and not draft.has("status"):
        draft.values["status"] = value


def recognise(context: Context, draft: Draft, leaf: Leaf) -> None:
    """Copy what a sentence says of its owner, its day and its state; the sentence stays as it is."""
    of, text = field_map(draft.of), leaf.text
    if "owner" in of and not draft.has("owner") and (owner := owner_in(text)):
        draft.values["owner"] = owner
    if "status" in of and of["status"].kind is Kind.CHOICE and not draft.has("status"):
        state = _state_in(of["status"].choice, text)
        if state is not None:
            draft.values["status"] = state
    name = "due" if "due" in of else "on"
    if name in of and not draft.has(name) and _tells_day(text, due=name == "due"):
        value = context.settled(take_part(of[name], text, context.clock), leaf, f"{draft.path}.{name}")
        if value is not None:
            draft.values[name] = value
    if "credentials" in of and not draft.has("credentials"):
        account_in(draft, text)


_ACCOUNT = re.compile(
    r"(?:账号|帐号|用户名|登录名|\blogin|\baccount|\busername|\buser)(?: name)?(?:是|为|:|：|\s)\s*(?P<a>[\w.@+-]{2,64})"
    rf"|(?P<b>[\w.@+-]{{2,64}})\s*[/,，|:]\s*{MASK}|\s-u\s?(?P<c>[\w.@-]{{2,32}})|\bssh (?P<d>[\w.-]{{1,32}})@",
    re.IGNORECASE,
)


def account_in(draft: Draft, text: str) -> None:
    """Copy the account that a line names."""
    found = _ACCOUNT.search(text)
    account = next(filter(None, found.groups()), "") if found else ""
    if account:
        draft.values["credentials"] = (CredentialRef(account=account.rstrip(".")),)


def _state_in(cls: type[AnyChoice], text: str) -> AnyChoice | None:
    if TICKED.match(text):
        return choice_in(cls, "done") or choice_in(cls, "resolved")
    words = (word for found in _STATE.finditer(text) for word in found.groups() if word)
    return next((state for word in words if (state := choice_in(cls, word)) is not None), None)


def _tells_day(text: str, *, due: bool) -> bool:
    """Whether a sentence names one day, and says that something is due on it."""
    found = find_dates(text)
    if len(found) != 1 or found[0].until:
        return False
    one = found[0]
    around = text[max(0, one.start - 12) : one.start] + text[one.end : one.end + 3]
    return not due or bool(_DUE.search(around) or _DUE.search(text[one.start : one.end]))
