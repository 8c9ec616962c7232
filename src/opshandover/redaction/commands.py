"""Secrets in what machines read: commands, addresses, headers of requests."""

import re
from collections.abc import Iterator

from opshandover.redaction.talk import is_harmless
from opshandover.redaction.values import Span

_COMMANDS = re.compile(
    r"""(?=[:mscwhrd7zuibnlopfteag-])(?:
      ://[^\s:/@]{0,64}:(?P<url>[^\s/]{1,128})@
    | \b(?:mysql|mariadb)\w{0,10}\b[^\n|;]{0,120}?\s-p(?P<mysql>[^\s-]\S{0,100})
    | \bsshpass\s{1,4}-p\s{0,4}(?P<ssh>\S{1,100})
    | \b(?:curl|wget|http)\b[^\n|;]{0,120}?\s(?:-u|--user)[\s=]{0,4}["']?[^\s:]{1,64}:(?P<curl>\S{1,100})
    | \bredis-cli\b[^\n|;]{0,120}?\s-a\s{1,4}(?P<redis>\S{1,100})
    | \b(?:docker|podman|helm|oc|az|cf)\s{1,4}(?:registry\s{1,4})?login\b[^\n|;]{0,120}?\s-p\s{1,4}(?P<docker>\S{1,100})
    | \b(?:mongo(?:sh|dump|restore)?|mosquitto_\w{3}|ldapsearch)\b[^\n|;]{0,120}?\s-[pPw]\s{1,4}(?P<shell>[^\s-]\S{2,100})
    | \b(?:7za?|zip|unzip|rar|unrar)\b[^\n|;]{0,80}?\s-[pP]\s{0,2}(?P<zip>[^\s-]\S{2,100})
    | \bidentified\s{1,4}by\s{1,4}(?P<sql>\S{1,100})
    | \bopenssl\b[^\n|;]{0,120}?\bpass:(?P<openssl>\S{3,100})
    | \b(?:sqlplus|sqlldr|expdp|impdp|exp|imp|rman)\s{1,4}[\w.-]{1,40}/(?P<oracle>[^\s/@]{3,64})@
    | \bthin:[\w.-]{1,40}/(?P<thin>[^\s/@]{3,64})@
    | \b(?:smbclient|rpcclient|mount|net)\b[^\n;]{0,120}?(?:-U\s{0,4}["']?[\w.\\-]{1,40}%(?P<smb>\S{3,64})|/user:\S{1,40}\s{1,4}(?P<net>[^\s/]\S{3,64}))
    | \b(?:sftp|ftp|lftp|scp)\s{1,4}[\w.-]{1,40}:(?P<ftp>[^\s/@:]{3,64})@
    | \bwifi:(?:[THR]:[^;\n]{0,20};|S:[^;\n]{1,40};){0,4}P:(?P<wifi>[^;\n]{3,64});
    | \becho\s{1,4}(?P<echo>\S{3,64})\s{0,4}\|\s{0,4}sudo
    | --pass(?:word|wd)?\s{1,4}(?P<flag>[^\s-]\S{0,100})
    | \b(?:Bearer|Basic)\s{1,4}(?P<auth>[\w.+/=~-]{16,2000})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_COOKIE = re.compile(
    r"(?<![a-z-])(?:set-)?cookie[ :：=\"']{1,6}(?P<jar>[^\n]{1,400})", re.IGNORECASE
)
_CRUMB = re.compile(
    r"(?<![\w.-])(?!(?:path|domain|expires|max-age|samesite|lang)=)[\w.-]{1,40}="
    r"(?P<crumb>(?=[^;\s\"']{0,60}\d)[^;\s\"']{8,300})",
    re.IGNORECASE,
)


def in_commands(text: str) -> Iterator[Span]:
    """Gives the secrets in commands and addresses, and those in cookies."""
    yield from (s for m in _COMMANDS.finditer(text) if (s := _bare(m)))
    for jar in _COOKIE.finditer(text):
        crumbs = _CRUMB.finditer(text, *jar.span("jar"))
        yield from (m.span("crumb") for m in crumbs if not is_harmless(m["crumb"]))


def _bare(match: re.Match[str]) -> Span | None:
    """Gives the span of the secret in a command or an address, without the quotes around it."""
    start, stop = match.span(match.lastgroup or 0)
    while start < stop and match.string[start] in "\"'":
        start += 1
    while start < stop and match.string[stop - 1] in "\"',;)`":
        stop -= 1
    return None if stop == start or is_harmless(match.string[start:stop]) else (start, stop)
