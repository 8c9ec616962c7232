"""The errors for a file that cannot be used as a template."""

from collections.abc import Iterable

from opshandover.errors import OptionError, warn
from opshandover.redaction import excerpt, excerpt_path
from opshandover.text import Message, Text, message

_LONGEST_PATH = 200

SAVE_AS_DOCX = Text(
    "请在 Word 中打开，另存为“Word 文档（*.docx）”，再使用另存的文件",
    "open it in Word, save it as a Word Document (*.docx), and use that file",
)
GIVE_WORD_FILE = Text("请指定 Word 文件（.docx 或 .dotx）", "use a Word file (.docx or .dotx)")


def template_error(path: str, problem: Text | Message, advice: Text | Message) -> OptionError:
    """Return the error for a template: which file it is, what is wrong with it, and what to do."""
    return OptionError(
        message(
            "选项 template：{path} 不能作为模板：{problem}；{advice}",
            "option template: {path} cannot be used as a template: {problem}; {advice}",
            path=excerpt_path(path, _LONGEST_PATH),
            problem=problem,
            advice=advice,
        )
    )


BAD_ZIP = Text("压缩包无法读取", "its zip archive cannot be read")
BAD_XML = Text("其中的 XML 无法解析，或带有 DTD", "it contains XML that is malformed or has a DTD")


def damaged_template(path: str, what: Text | str) -> OptionError:
    """Return the error for a template of which something cannot be read: `what`, or the part of that name."""
    return template_error(path, damage(what), SAVE_AS_DOCX)


def damage(what: Text | str) -> Message:
    """Return what is wrong with a file of which something cannot be read: `what`, or the part of that name."""
    shown = excerpt(what, _LONGEST_PATH) if isinstance(what, str) else what
    return message("文件已损坏（{what}）", "the file is damaged ({what})", what=shown)


def warn_of_omission(path: str, what: tuple[Text, ...]) -> None:
    """Warn of what is not taken over from a template, because it leads to other files."""
    warn(
        message(
            "模板 {path} 中指向其他文件的设置没有带入文档：{what}",
            "template {path}: what leads to other files is not taken over: {what}",
            path=excerpt_path(path, _LONGEST_PATH),
            what=Text("、".join(one.zh for one in what), ", ".join(one.en for one in what)),
        )
    )


def reject_options(options: Iterable[str]) -> None:
    """Reject options that the template determines.

    Args:
        options: the names of the options that are given.

    Raises:
        OptionError: there is at least one.
    """
    names = ", ".join(options)
    if names:
        raise OptionError(
            message(
                "选项 {names} 不能与 template 同时使用：样式、纸张、页眉页脚以模板为准；请去掉其中一方",
                "option {names} cannot be combined with template, which determines styles, paper, header "
                "and footer; remove one of them",
                names=names,
            )
        )
