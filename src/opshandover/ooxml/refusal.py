"""What is said when a file cannot serve as a template."""

from collections.abc import Iterable

from opshandover.errors import OptionError
from opshandover.redaction import excerpt
from opshandover.text import Message, Text, message

_LONGEST_PATH = 200

SAVE_AS_DOCX = Text(
    "请在 Word 里打开，另存为“Word 文档（*.docx）”，再把那个文件作为模板",
    "open it in Word, save it as a Word Document (*.docx), and give that file",
)
GIVE_WORD_FILE = Text("请给出一个 Word 文件（.docx 或 .dotx）", "give a Word file (.docx or .dotx)")


def refused(path: str, problem: Text | Message, advice: Text | Message) -> OptionError:
    """Gives the error for a template: which file it is, what is wrong with it, and what to do."""
    return OptionError(
        message(
            "选项 template：{path} 不能作为模板：{problem}；{advice}",
            "option template: {path} cannot serve as a template: {problem}; {advice}",
            path=excerpt(path, _LONGEST_PATH),
            problem=problem,
            advice=advice,
        )
    )


NO_ZIP = Text("压缩包读不出来", "its zip archive cannot be read")
NO_XML = Text("其中的 XML 读不出来或带有 DTD", "it holds XML that cannot be read, or that has a document type")


def damaged(path: str, what: Text | str) -> OptionError:
    """Gives the error for a file of which something cannot be read: `what`, or a part's name."""
    shown = excerpt(what, _LONGEST_PATH) if isinstance(what, str) else what
    problem = message("文件已损坏（{what}）", "the file is damaged ({what})", what=shown)
    return refused(path, problem, SAVE_AS_DOCX)


def ensure_silent(options: Iterable[str]) -> None:
    """Refuses options that a template decides already.

    Args:
        options: the names of those that are given.

    Raises:
        OptionError: there are some.
    """
    names = ", ".join(options)
    if names:
        raise OptionError(
            message(
                "选项 {names} 不能和 template 同时使用：样式、纸张、页眉页脚以模板为准；请去掉其中一方",
                "option {names} cannot be given together with template, whose file decides on styles, "
                "paper, header and footer; leave one of them out",
                names=names,
            )
        )
