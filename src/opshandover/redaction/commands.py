"""Secrets in text for machines: commands, URLs, request headers."""

import re
from collections.abc import Iterator

from opshandover.redaction.folding import Span
from opshandover.redaction.patterns import Match, Pattern
from opshandover.redaction.values import look

_OPTIONS = {
    r"(?:mysql|mariadb)\w{0,10}": r"-p(?!\s|ort\b|assword\b|[`，。、；）])",
    "sshpass": r"-p\s{0,4}",
    "(?:curl|wget|http)": r"(?:-u|--user|--proxy-user)[\s=]{0,4}[\"']?[^\s:\"']{1,64}:",
    "redis-cli": r"-a\s{1,4}",
    r"(?:docker|podman|helm|oc|az|cf|nerdctl)\b[^\n|;]{0,40}?\blogin": r"-p\s{1,4}",
    r"(?:mongo\w{0,8}|cqlsh|psexec)": r"-p\s{1,4}",
    r"ldap\w{3,8}": r"(?-i:-w)\s{1,4}",
    r"mosquitto_\w{3}": r"(?-i:-P)\s{1,4}",
    "(?:7za?|zip|unzip|rar|unrar)": r"-[pP]\s{0,2}",
    "(?:ipmitool|sqlcmd|bcp|isql)": r"-P\s{0,4}",
    "openssl": r"-(?:k|passin|passout)\s{1,4}(?:pass:)?(?!env:|file:|stdin)",
    "lftp": r"-u\s{1,4}[\w.@-]{1,40},",
    "schtasks": r"/rp\s{1,4}",
    r"snmp\w{1,8}": r"-[cAX]\s{1,4}[\"']?(?=\S{0,60}\d)",
    "(?:smbclient|rpcclient|mount)": r"-U\s{0,4}[\"']?[\w.\\-]{1,40}%",
    "net": r"/user:\S{1,40}\s{1,4}(?!/)",
    "(?:xfreerdp|wlfreerdp|mstsc)": r"/p:",
    "htpasswd": r"-\w{0,4}b\w{0,4}\s{1,4}\S{1,80}\s{1,4}\S{1,40}\s{1,4}",
}
"""The options of commands that a secret follows."""
_BEFORE = {
    **{command: rf"\b{command}\b[^\n|;]{{0,120}}?\s[\"']?{option}" for command, option in _OPTIONS.items()},
    "any option": r"--pass(?:word|wd)?(?:\s{1,4}|=)(?![\u4e00-\u9fff])|(?<=\s)-pass(?:word|wd)?\s{1,4}(?=\S{0,60}\d)|\s--?(?!(?:ask|no|skip)-)[a-z-]{1,24}pass(?:word|wd)?(?:\s{1,4}|=)(?=\S{0,60}[a-z])(?=\S{0,60}\d)",
    "SQL": r"\bidentified\s{1,4}(?:with\s{1,4}\S{1,40}\s{1,4})?by\s{1,4}(?=[\"']|\S{0,60}\d)",
    "a header": r"\b(?:Bearer|Basic)\s{1,4}(?=[\w.+/=~-]{16})",
    "a pipe": r"\becho\s{1,4}(?:[\"']?[\w.-]{1,40}:(?=\S{3,64}\s{0,4}\|\s{0,4}(?:sudo\s)?chpasswd)|(?=\S{3,64}\s{0,4}\|\s{0,4}sudo\b(?!\s{1,4}tee\b)))",
    "a device": r"\busername\s{1,4}(?!(?:and|or)\b|[+&/])\S{1,40}\s{1,4}(?:privilege\s\d{1,2}\s{1,4})?(?:secret|password)[ \t]{1,4}(?:\d[ \t]{1,4})?",
    "netrc": r"\bmachine\s{1,4}\S{1,80}\s{1,4}login\s{1,4}\S{1,64}\s{1,4}password\s{1,4}",
    "a share": r"\bnet\s{1,4}(?:user\s{1,4}[\w.-]{1,40}|use\s{1,4}(?:\w:\s{1,4})?\\\\\S{1,80})\s{1,4}(?=\S{0,60}\d)(?!/)",
    "mc": r"\bmc\s{1,4}alias\s{1,4}set\s{1,4}\S{1,40}\s{1,4}\S{1,120}\s{1,4}\S{1,64}\s{1,4}",
    "a cookie": r"(?<![a-z-])(?:set-)?cookie[ :=\"']{1,6}(?:[\w.-]{1,40}=[^;\s]{0,60}; ?){0,4}[\w.-]{0,16}(?:sid|sess\w{0,8}|token|auth)=(?=\S{8})",
    "XML": r"<(?:password|passwd|pwd|secret|token)>(?=[^<>\n]{1,100}</)",
}
"""What a secret follows."""
_WITHIN = {
    "an address": r"://(?!e?mail(?:to)?:)(?:[^\s:/@]{0,64}:(?P<url>[^\s/]{1,128})|(?P<user>(?=[a-z_-]{0,60}\d)[\w-]{24,200}))@",
    "Oracle": r"\b(?:sqlplus|sqlldr|expdp|impdp|exp|imp|rman|thin)[\s:]{1,4}[\w.-]{1,40}/(?P<oracle>[^\s/@]{3,64})@",
    "FTP": r"\b(?:sftp|ftp|lftp|scp|winscp)\s{1,4}[\w.-]{1,40}:(?P<ftp>[^\s/@:]{3,64})@",
    "a wireless code": r"\bwifi:(?:[THR]:[^;\n]{0,20};|S:[^;\n]{1,40};){0,4}P:(?P<wifi>[^;\n]{3,64});",
    "a query": r"[?&](?:access_?token|token|api_?key|auth(?:_key)?|secret|pwd|sig|key)=(?P<param>(?=[\w-]{0,60}\d)[\w.~%+/=-]{6,200})",
    "pgpass": r"^[\w.*-]{1,80}:(?:\d{2,5}|\*):[\w*-]{1,64}:[\w.*-]{1,64}:(?P<pgpass>\S{3,100})$",
}
"""What a secret stands within."""
_SECRET = Pattern(
    rf"(?:{'|'.join(_BEFORE.values())})(?P<value>\"[^\"\n]{{2,80}}\"|'[^'\n]{{2,80}}'|[^\s<]{{2,400}})|{'|'.join(_WITHIN.values())}",
    re.IGNORECASE | re.MULTILINE,
)
WORDS = (
    *(" -p", " -u", "identified", "bearer", "basic ", "cookie", "net use", "alias set", "redis", "mongo", "mosq"),
    *("ldap", "sudo", " -k", "lftp", "/rp", "snmp", "/p:", ":5432:", ":*:"),
)
"""Words of which one is in every text with such a secret that has neither a keyword nor a special sign."""


_PROSE = Pattern("[`，。；、）」]")
"""Where text about a command goes on behind it."""


def find_in_commands(text: str) -> Iterator[Span]:
    """Yield the spans of secrets in commands, URLs and cookies."""
    yield from (span for found in _SECRET.finditer(text) if (span := _unquoted(found)))


def _unquoted(found: Match) -> Span | None:
    """The span of a secret without the quotes around it."""
    start, stop = found.span(found.lastgroup or 0)
    prose = _PROSE.search(found.string, start, stop)
    stop = prose.start() if prose else stop
    value = found.string[start:stop]
    if not value:
        return None
    quoted = value[:1] in "\"'" and value.find(value[0], 1)
    if quoted and quoted > 1:
        start, stop = start + 1, start + quoted
    else:
        start += len(value) - len(value.lstrip("\"'"))
        stop -= len(value) - len(value.rstrip("\"',;)`"))
    return (start, stop) if start < stop and not look(found.string[start:stop]).harmless else None
