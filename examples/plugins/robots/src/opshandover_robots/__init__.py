"""Exporters for the group robots of WeCom (企业微信) and DingTalk (钉钉).

Each writes the body of the request that the robot's webhook takes. What cannot wait comes first; what does not
fit is left out line by line and counted. Nothing here uses the network: the README shows how to send a message.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import ClassVar

from attrs import Attribute, evolve, field, frozen

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.layout import digest_page, lay_out, shortened_page
from opshandover.pages import Page, Role
from opshandover.text import message
from opshandover_robots.marks import Dialect, text
from opshandover_robots.writing import written

__all__ = ["DingTalkExporter", "WeComExporter"]

WECOM = Dialect(
    between="\n",
    bullet="• ",
    code=True,
    colours={
        Role.ATTENTION: "warning",
        Role.RISK: "warning",
        Role.METADATA: "comment",
        Role.NOTHING: "comment",
        Role.PLACEHOLDER: "comment",
        Role.SIGNATURE: "info",
    },
)
DINGTALK = Dialect(between="\n\n", bullet="- ", emphasis=True, pictures=True)

_NAME = re.compile(r"[\w.@-]{1,64}", re.ASCII)
"""A user ID; a sign of another kind could end the mark of a mention."""
_MOBILE = re.compile(r"(?:\+\d{1,3}-?)?\d{5,15}")


def _names(value: str) -> tuple[str, ...]:
    """What stands between commas of either width, each once."""
    return tuple(dict.fromkeys(name for part in re.split("[,，]", value) if (name := part.strip())))


def _each(pattern: re.Pattern[str]) -> Callable[[object, "Attribute[str]", str], None]:
    """A validator of an option that is a list."""

    def check(_exporter: object, attribute: "Attribute[str]", value: str) -> None:
        for name in _names(value):
            if not pattern.fullmatch(name):
                raise OptionError(
                    message(
                        "{option} 中的写法不对：{name}", "{option}: not valid: {name}", option=attribute.name, name=name
                    )
                )

    return check


def _positive(_exporter: object, attribute: "Attribute[int]", value: int) -> None:
    if value < 1:
        raise OptionError(
            message(
                "{option} 应大于 0：{value}", "{option} must be above 0: {value}", option=attribute.name, value=value
            )
        )


def _body(payload: Mapping[str, object]) -> bytes:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()


def _fitting(document: oh.OpsDocument, lang: oh.Lang, *, full: bool, limit: int, size: Callable[[Page], int]) -> Page:
    """As much of a document as fits into a message.

    Raises:
        OptionError: not even its title and the number of lines left out do.
    """
    page = digest_page(document, lang)
    if full:
        page = evolve(lay_out(document, lang), title=page.title)  # which is shortened
    page = shortened_page(page, lambda shown: size(shown) <= limit)
    if size(page) > limit:
        raise OptionError(
            message(
                "limit 太小：{limit} 字节；这条消息至少需要 {least} 字节",
                "limit is too small: {limit} bytes; this message needs at least {least}",
                limit=limit,
                least=size(page),
            )
        )
    return page


@frozen(kw_only=True)
class WeComExporter:
    """A message of type `markdown` for a group robot of WeCom.

    `mention` has the user IDs of those to be notified, with commas between them. `full` takes the whole document
    instead of its digest. `limit` is the most that the content may have, in bytes of UTF-8.
    """

    suffix: ClassVar[str] = ".json"
    media_type: ClassVar[str] = "application/json"

    mention: str = field(default="", validator=_each(_NAME))
    full: bool = False
    limit: int = field(default=4096, validator=_positive)

    def export(self, document: oh.OpsDocument, *, lang: oh.Lang) -> bytes:
        """Return the body of the request, as JSON.

        Raises:
            OptionError: the limit is too small.
        """

        def size(page: Page) -> int:
            return len(self._content(page).encode())

        page = _fitting(document, lang, full=self.full, limit=self.limit, size=size)
        return _body({"msgtype": "markdown", "markdown": {"content": self._content(page)}})

    def _content(self, page: Page) -> str:
        mentions = "".join(f"<@{name}>" for name in _names(self.mention))
        return WECOM.between.join(filter(None, (written(page, WECOM), mentions)))


@frozen(kw_only=True)
class DingTalkExporter:
    """A message of type `markdown` for a group robot of DingTalk.

    `mobiles` and `user_ids` say who is to be notified, with commas between them; `everyone` notifies the group.
    `full` takes the whole document instead of its digest. `limit` is the most that the body may have, in bytes.
    """

    suffix: ClassVar[str] = ".json"
    media_type: ClassVar[str] = "application/json"

    mobiles: str = field(default="", validator=_each(_MOBILE))
    user_ids: str = field(default="", validator=_each(_NAME))
    everyone: bool = False
    full: bool = False
    limit: int = field(default=20_000, validator=_positive)

    def export(self, document: oh.OpsDocument, *, lang: oh.Lang) -> bytes:
        """Return the body of the request, as JSON.

        Raises:
            OptionError: the limit is too small.
        """

        def size(page: Page) -> int:
            return len(self._message(page))

        page = _fitting(document, lang, full=self.full, limit=self.limit, size=size)
        return self._message(page)

    def _message(self, page: Page) -> bytes:
        mobiles, users = _names(self.mobiles), _names(self.user_ids)
        mentions = " ".join(f"@{one}" for one in (*mobiles, *users))
        content = DINGTALK.between.join(filter(None, (written(page, DINGTALK), mentions)))
        at = {"atMobiles": mobiles, "atUserIds": users, "isAtAll": self.everyone}
        title = " ".join(text(page.title).split())
        return _body({"msgtype": "markdown", "markdown": {"title": title, "text": content}, "at": at})
