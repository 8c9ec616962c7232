"""Secrets in text for machines: commands, URLs, request headers."""

import re
from collections.abc import Iterator

from opshandover.redaction.harmless import is_harmless
from opshandover.redaction.prefilter import Sign, build_prefilter, mark, word
from opshandover.redaction.values import Span

_OPTION = mark(r"\-", r"(?<=\s-)[^\s\d]")
_AT = mark("@", r"(?<=\S@)")
_FLAGGED = mark(r"?\&", r"\w{3,12}=")
_COMMANDS: tuple[tuple[tuple[Sign, ...], str], ...] = (
    ((mark(":", r"//[^\s:/@]{0,64}:[^\s/]"),), r"://[^\s:/@]{0,64}:(?P<url>[^\s/]{1,128})@"),
    ((_OPTION,), r"\b(?:mysql|mariadb)\w{0,10}\b[^\n|;]{0,120}?\s-p(?P<mysql>[^\s-]\S{0,100})"),
    ((_OPTION,), r"\bsshpass\s{1,4}-p\s{0,4}(?P<ssh>\S{1,100})"),
    (
        (_OPTION,),
        r"\b(?:curl|wget|http)\b[^\n|;]{0,120}?\s(?:-u|--user)[\s=]{0,4}[\"']?[^\s:]{1,64}:(?P<curl>\S{1,100})",
    ),
    ((_OPTION,), r"\bredis-cli\b[^\n|;]{0,120}?\s-a\s{1,4}(?P<redis>\S{1,100})"),
    (
        (_OPTION,),
        r"\b(?:docker|podman|helm|oc|az|cf)\s{1,4}(?:registry\s{1,4})?login\b[^\n|;]{0,120}?\s-p\s{1,4}(?P<docker>\S{1,100})",
    ),
    (
        (_OPTION,),
        r"\b(?:mongo(?:sh|dump|restore)?|mosquitto_\w{3}|ldapsearch)\b[^\n|;]{0,120}?\s-[pPw]\s{1,4}(?P<shell>[^\s-]\S{2,100})",
    ),
    ((_OPTION,), r"\b(?:7za?|zip|unzip|rar|unrar)\b[^\n|;]{0,80}?\s-[pP]\s{0,2}(?P<zip>[^\s-]\S{2,100})"),
    ((word("identified"),), r"\bidentified\s{1,4}by\s{1,4}(?P<sql>\S{1,100})"),
    ((word("pass:"),), r"\bopenssl\b[^\n|;]{0,120}?\bpass:(?P<openssl>\S{3,100})"),
    ((_AT,), r"\b(?:sqlplus|sqlldr|expdp|impdp|exp|imp|rman)\s{1,4}[\w.-]{1,40}/(?P<oracle>[^\s/@]{3,64})@"),
    ((_AT,), r"\bthin:[\w.-]{1,40}/(?P<thin>[^\s/@]{3,64})@"),
    (
        (mark(r"\-", r"[uU]\s{0,4}[\"']?[\w.\\-]{1,40}%"), word("/user:")),
        r"\b(?:smbclient|rpcclient|mount|net)\b[^\n;]{0,120}?(?:-U\s{0,4}[\"']?[\w.\\-]{1,40}%(?P<smb>\S{3,64})|/user:\S{1,40}\s{1,4}(?P<net>[^\s/]\S{3,64}))",
    ),
    ((_AT,), r"\b(?:sftp|ftp|lftp|scp)\s{1,4}[\w.-]{1,40}:(?P<ftp>[^\s/@:]{3,64})@"),
    ((word("wifi:"),), r"\bwifi:(?:[THR]:[^;\n]{0,20};|S:[^;\n]{1,40};){0,4}P:(?P<wifi>[^;\n]{3,64});"),
    ((_OPTION,), r"\becho\s{1,4}(?P<echo>\S{3,64})\s{0,4}\|\s{0,4}sudo(?=[^\n]{0,40}\s-S)"),
    (
        (word("chpasswd"),),
        r"\becho\s{1,4}[\"']?[\w.-]{1,40}:(?P<chpasswd>[^\s\"']{3,64})[\"']?\s{0,4}\|\s{0,4}(?:sudo\s{1,4})?chpasswd",
    ),
    (
        (_FLAGGED,),
        r"[?&](?:access_?token|token|api_?key|auth|secret|pwd)=(?P<param>(?=[\w-]{0,40}\d[A-Za-z])[\w.~%+/=-]{6,200})",
    ),
    (
        (word("password"),),
        r"\bmachine\s{1,4}\S{1,80}\s{1,4}login\s{1,4}\S{1,64}\s{1,4}password\s{1,4}(?P<netrc>\S{3,100})",
    ),
    (
        tuple(mark("uU", rf"(?<=[nN][eE][tT]\s{{{spaces}}}..)", "[sS]") for spaces in range(1, 5)),
        r"\bnet\s{1,4}user\s{1,4}[\w.-]{1,40}\s{1,4}(?P<netuser>(?=\S{0,60}\d)[^\s/*]\S{5,64})",
    ),
    ((word("/p:"),), r"\b(?:xfreerdp|wlfreerdp|mstsc)\b[^\n]{0,120}?\s/p:(?P<rdp>\S{3,64})"),
    (
        (mark("cC", r"(?<=[mM]..)\s{0,3}[aA]", r"[\s]"),),
        r"\bmc\s{1,4}alias\s{1,4}set\s{1,4}\S{1,40}\s{1,4}\S{1,120}\s{1,4}\S{1,64}\s{1,4}(?P<minio>\S{3,100})",
    ),
    ((_OPTION,), r"\bhtpasswd\s{1,4}-\w{0,4}b\w{0,4}\s{1,4}\S{1,80}\s{1,4}\S{1,40}\s{1,4}(?P<htpasswd>\S{3,64})"),
    ((word("--pass"),), r"--pass(?:word|wd)?\s{1,4}(?P<flag>[^\s-]\S{0,100})"),
    ((word("bearer"), word("basic")), r"\b(?:Bearer|Basic)\s{1,4}(?P<auth>[\w.+/=~-]{16,2000})"),
)
_COMMAND = re.compile(
    f"(?=[:mscwhrd7zuibnlopfteagx?&-])(?:{'|'.join(pattern for _, pattern in _COMMANDS)})", re.IGNORECASE
)
_PGPASS = re.compile(r"^[\w.*-]{1,80}:(?:\d{2,5}|\*):[\w*-]{1,64}:[\w.*-]{1,64}:(?P<pgpass>\S{3,100})$", re.MULTILINE)
_COOKIE = re.compile(r"(?<![a-z-])(?:set-)?cookie[ :：=\"']{1,6}(?P<jar>[^\n]{1,400})", re.IGNORECASE)
_CRUMB = re.compile(
    r"(?<![\w.-])(?!(?:path|domain|expires|max-age|samesite|lang)=)[\w.-]{1,40}="
    r"(?P<crumb>(?=[^;\s\"']{0,60}\d)[^;\s\"']{8,300})",
    re.IGNORECASE,
)


SIGNS = (*(sign for signs, _ in _COMMANDS for sign in signs), mark(":", r"(?:\d{2,5}|\*):"), word("cookie"))
_PREFILTER = build_prefilter(SIGNS)


def find_in_commands(text: str) -> Iterator[Span]:
    """Yield the spans of secrets in commands, URLs and cookies."""
    if not _PREFILTER.search(text):
        return
    yield from (s for m in _COMMAND.finditer(text) if (s := _unquoted(m)))
    yield from (s for m in _PGPASS.finditer(text) if (s := _unquoted(m)))
    for jar in _COOKIE.finditer(text):
        crumbs = _CRUMB.finditer(text, *jar.span("jar"))
        yield from (m.span("crumb") for m in crumbs if not is_harmless(m["crumb"]))


def _unquoted(match: re.Match[str]) -> Span | None:
    """Return the span of the secret in a command or URL, without the quotes around it."""
    start, stop = match.span(match.lastgroup or 0)
    while start < stop and match.string[start] in "\"'":
        start += 1
    while start < stop and match.string[stop - 1] in "\"',;)`":
        stop -= 1
    return None if stop == start or is_harmless(match.string[start:stop]) else (start, stop)
