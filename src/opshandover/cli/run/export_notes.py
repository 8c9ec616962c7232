"""What the command `export` prints besides the name of the file: that it is a draft, and what is masked in it."""

from collections.abc import Callable

from opshandover.cli.run.files import OpenedFile
from opshandover.document.paths import written_path
from opshandover.document.secrets import hidden
from opshandover.errors import OpsHandoverError
from opshandover.exporters import Exporter
from opshandover.exporters.registry import is_data
from opshandover.exporting import no_secrets
from opshandover.findings import Severity
from opshandover.redaction import places
from opshandover.reporting.labels import number_of
from opshandover.rules.credentials import plaintext_secret
from opshandover.text import Text

Say = Callable[[str], None]


def note_draft(one: OpenedFile, exporter: Exporter, say: Say) -> None:
    """Print how many errors the document has, and where unreadable characters were replaced.

    People have to know that a page is a draft. Formats for programs have all texts unchanged, and programs
    can check them, so nothing is checked for them. A failed check does not stop an export.
    """
    if is_data(exporter):
        return
    from opshandover.rules.texts import character_unreadable

    try:
        report = one.report
    except OpsHandoverError as cause:
        say(_NOT_CHECKED.filled(one.lang, file=one.shown_name, why=cause.in_lang(one.lang)))
        return
    replaced = [written_path(f.path, one.lang) for f in report.findings if f.code == character_unreadable.code]
    if replaced:
        say(_REPLACED.filled(one.lang, file=one.shown_name, paths=", ".join(replaced)))
    errors = report.count(Severity.ERROR)
    if errors:
        numbers = number_of(Severity.ERROR, errors, one.lang)
        say(_DRAFT.filled(one.lang, file=one.shown_name, numbers=numbers))


def note_hidden(one: OpenedFile, say: Say) -> None:
    """Print each text in which something was masked, and how to declare that it is no secret."""
    found = [
        (written_path(node.path, one.lang), places(node.value, spans))
        for node, spans in hidden(one.document, no_secrets(one.document))
    ]
    say(_HIDDEN.filled(one.lang, file=one.shown_name, n=len(found)))
    for path, shown in found:
        say(f"  {path}  {shown}")
    if found:
        say(_NOT_SECRET[one.lang].format(code=plaintext_secret.code, path=found[0][0]))


_REPLACED = Text(
    "注意：{file} 有无法显示的字符，导出时以 ␀ 之类的符号代替：{paths}",
    "note: {file} has unreadable characters, replaced by symbols such as ␀: {paths}",
)
_DRAFT = Text(
    "注意：{file} 还有 {numbers}，导出的只是草稿；详情见：opshandover check {file}",
    "note: {file} has {numbers}, so this is a draft; see: opshandover check {file}",
)
_HIDDEN = Text("{file} 有 {n} 处文字被遮住", "{file}: something is masked in {n} texts")
_NOT_SECRET = Text(
    "如果不是密码，在文档的豁免中写明：豁免: [{{规则: {code}, 位置: '{path}', 原因: 不是密码，因为……}}]",
    "if it is no secret, say so in the document: waivers: [{{rule: {code}, path: '{path}', reason: 'not a secret, because …'}}]",
)
_NOT_CHECKED = Text("注意：{file} 未能检查：{why}", "note: {file} could not be checked: {why}")
