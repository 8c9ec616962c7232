"""Rules about texts in any field."""

import re
from collections.abc import Iterable, Iterator

from opshandover.caching import per_class
from opshandover.document.columns import RecordGroup
from opshandover.document.required import empty, holds_example
from opshandover.document.walk import walk
from opshandover.findings import Severity
from opshandover.model import NotApplicable, Nothing, OpsDocument, Record
from opshandover.model.fields import Field, Kind, fields_of, section_fields
from opshandover.placeholders import SPECIFIC, have_example, is_example, is_placeholder, says_nothing, vague_among
from opshandover.redaction.patterns import Pattern, Signs
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text

_OWN_DISK = Pattern(
    r"(?<![A-Za-z0-9])(?:[A-Za-z]:\\(?!Program Files|Windows)|[C-Z]:/(?!/)|file:///)"
    r"|(?<![\w./:-])(?:/Users/|~/(?:Desktop|Documents|Downloads)\b)"
    r"|(?:我的|本人|自己的|本地|办公)?(?:电脑|笔记本)(?:的|上的?|里的?)?(?:桌面|[C-Z]盘|本地)|我的(?:电脑|桌面)"
)
_SHARED = re.compile(
    r"共享|公共盘|网络盘|网盘|服务器|主机|机房|跳板机|堡垒机|虚拟机|工控机|\bNAS\b|\bVM\b|shared? (?:drive|folder)"
    r"|server|network drive|\bhost\b|[别勿]删|不[要能可]删|(?:do not|don't|never) (?:delete|remove)|[\\/]\*",
    re.IGNORECASE,
)
"""Words that make a drive letter one of a shared drive or a server, or a path something to be left alone."""
_CHAT = Pattern(
    "(?<!企业)微信(?!微盘|公众|小程序|支付|文档)|(?<![A-Za-z])QQ(?!文档|邮箱)|聊天记录|群文件|群聊|钉钉群"
    "|(?<![a-z])(?:wechat|whatsapp|telegram|chat history|direct message)(?![a-z])",
    re.IGNORECASE,
)
_PLACES = Signs(
    (
        *(":\\", ":/", "/users/", "~/", "电脑", "笔记本", "桌面"),
        *(
            "微信",
            "qq",
            "聊天记录",
            "群文件",
            "群聊",
            "钉钉群",
            "wechat",
            "whatsapp",
            "telegram",
            "chat history",
            "message",
        ),
    )
)
"""Letters of which some are in every text with such a place."""
_LOCATIONS = ("location", "installer_ref", "license_ref")
"""The fields that say where a file is kept; only there is a chat program reported."""


@rule(
    "TXT001",
    "local-path",
    Severity.WARNING,
    on=str,
    where=_PLACES.among,
    message=(
        "{field}指向个人电脑或聊天记录，别人打不开",
        "'{field}' points to a personal computer or a chat, which others cannot open",
    ),
    hint=("把文件放到共享盘或知识库，改写为那里的链接", "put the file on a shared drive or a wiki, and give the link"),
)
def local_path(text: str, at: Context) -> Iterator[Hit]:
    r"""A text has a path on a personal computer, or names a chat as the location of a file.

    The computer is returned when its owner leaves, and a chat cannot be searched by people outside it. Paths of
    shared servers and installed programs are not reported.

    zh: 文字里写的是个人电脑上的路径，或把聊天记录当作文件的存放位置。
    zh: 人走了电脑就收回了，不在群里的人也翻不到聊天记录。共享服务器和程序安装目录不报告。

    Bad::
        documents: {items: [{title: 退款处理手册, location: D:\交接\退款处理手册.docx}]}
    Good::
        documents: {items: [{title: 退款处理手册, location: 知识库的“售后”栏目}]}
    """
    of_file = at.field is not None and at.field.name in _LOCATIONS
    own = _OWN_DISK.search(text) and not _SHARED.search(text)
    if own or (of_file and _CHAT.search(text)):
        yield hit()


_LEFT = Pattern(
    r"lorem ipsum|person name|your name here|(?:click|tap) (?:here )?to enter|(?:单击|点击)(?:或点击)?此处输入"
    r"|\[[^\]\n]{0,80}\]\((?:\s{0,8}#?\s{0,8}|<>|https?://)\)|[\[【<《（(](?:请|在此|此处)(?:填写|输入|补充)|_{5,}",
    re.IGNORECASE,
)
_TO_BE_FILLED = (
    *("待", "补充", "请", "填", "输入", "选择", "姓名", "某", "tba", "tbc", "tbd", "tbs", "t.b", "todo", "to do"),
    *("to be", "fixme", "follow", "coming", "pending", "placeholder", "fill", "enter", "insert", "your", "name"),
    *("choose", "×", "xx", "asdf", "qwerty"),
)
"""Words of which one is in every placeholder that is a whole text."""
_LEFTOVERS = Signs((*_TO_BE_FILLED, "lorem ipsum", "](", "_____"))


@rule(
    "TXT002",
    "placeholder-left",
    Severity.WARNING,
    on=str,
    where=_LEFTOVERS.among,
    message=("{field}里留着没有填写的占位文字", "'{field}' still contains a placeholder"),
    hint=(
        "写上实际内容；现在还不知道就删掉，并写明由谁在哪天补上",
        "write the real content; if it is not known yet, remove the placeholder and say who adds it by when",
    ),
)
def placeholder_left(text: str, at: Context) -> Iterator[Hit]:
    """A text contains a placeholder: lorem ipsum, TBD, an empty link or a blank to fill in.

    It looks filled in at a glance, so nobody comes back to it. In a final document it is an error. A plain “none” is
    an answer and not reported here.

    zh: 文字里留着模板或匆忙中的占位内容：lorem ipsum、待补充、空链接、空白下划线。
    zh: 远看像是填了，就没有人再回来补。定稿中出现时是错误。单写“无”是一种回答，这里不报告。

    Bad::
        overview: {summary: 待补充}
    Good::
        overview: {summary: 大促第二天，订单量为平日的三倍}
    """
    if is_example(text):
        return
    whole = _LEFTOVERS.search(text) and is_placeholder(text)
    if whole or _LEFT.search(text):
        yield hit(severity=Severity.ERROR if at.final else None)


@rule(
    "TXT003",
    "filler",
    Severity.WARNING,
    on=OpsDocument,
    message=(
        "{n} 个部分中有 {hollow} 个只写了“无”“同上”“详见附件”之类",
        "{hollow} of {n} sections say only “none”, “same as above” or “see attachment”",
    ),
    hint=(
        "逐个写上内容；确实没有的写“无内容”并说明原因",
        "fill them in one by one; where there is nothing to report, write `nothing` with the reason",
    ),
)
def filler(document: OpsDocument, _at: Context) -> Iterator[Hit]:
    """Half or more of the sections have nothing but filler words.

    Such a document was probably filled in as a formality, and its other sections should be reviewed as well. Only
    documents with at least three sections are checked.

    zh: 一半或更多的部分只写了“无”“同上”“详见附件”。
    zh: 这样的文档多半是为了交差，其他部分也值得再看一遍。至少有三个部分的文档才检查。

    Bad::
        overview: {summary: 大促第二天，订单量为平日的三倍}
        work_progress: {summary: 同上}
        issues: {nothing: 无}
    Good::
        overview: {summary: 大促第二天，订单量为平日的三倍}
        work_progress: {summary: 退款单已核对 340 单，余 80 单}
        issues: {nothing: 查过工单系统和客服群，本班没有新问题}
    """
    present = [v for f in section_fields(type(document)) if (v := getattr(document, f.name))]
    hollow = sum(_is_filler(section) and not holds_example(section) for section in present)
    if len(present) >= 3 and 2 * hollow >= len(present):
        yield hit(n=len(present), hollow=hollow)


def _is_filler(section: Record) -> bool:
    """Whether a section has text, but only filler words."""
    if isinstance(section, (Nothing, NotApplicable)):
        return says_nothing(section.reason) and bool(section.reason.strip())
    return empty(section) and any(node.value.strip() for node in walk(section, str))


_NO_CHARACTER = r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"


@rule(
    "TXT004",
    "character-unreadable",
    Severity.WARNING,
    on=str,
    where=Signs((), _NO_CHARACTER).among,
    message=("{field}里有读不出的字符：{characters}", "'{field}' contains control characters: {characters}"),
    hint=("删掉它们；导出时它们显示为 ␀ 之类的符号", "remove them; exports show symbols such as ␀ instead"),
)
def character_unreadable(text: str, _at: Context) -> Iterator[Hit]:
    r"""A text contains control characters, which no document can show.

    They come from text copied from terminals, old systems or damaged files, and the original content may be lost.
    Word cannot open a file that contains them, so exports show a symbol instead.

    zh: 文字里有控制字符，任何文档都显示不了。
    zh: 多半是从终端、旧系统或损坏的文件里复制来的，原来的内容可能已经丢了。Word 打不开含有它们的文件，所以导出时用看得见的符号代替。

    Bad::
        overview: {summary: "大促第二天\x07，订单量为平日的三倍"}
    Good::
        overview: {summary: 大促第二天，订单量为平日的三倍}
    """
    found = dict.fromkeys(re.findall(_NO_CHARACTER, text))
    yield hit(characters=" ".join(f"U+{ord(character):04X}" for character in found))


_EITHER_WAY = re.compile(
    r"^\ {0,3}(?P<heading>\#{1,6})\ \d+\ ?[号楼层栋台]"  # number 1, or a heading with a number
    r"|\A\s*+(?P<item>-)[ ]\d[\d.,]*+[ ]?[^\s\d.,]{0,3}\s*+\Z"  # minus, or a list of one item
    r"|^\ {0,3}(?P<quote>>)[ \t]*=?[ \t]*\d[^\n]*\n\ {0,3}>[ \t]*[^\s\d=>]"  # more than, or a quotation
    r"|(?<![\w.`])(?P<name>__)[a-z]++(?:_[a-z]++)*+__(?![\w.(`])"  # a name, or strong
    r"|(?<=[\u4e00-\u9fff])(?P<times>\*)[\u4e00-\u9fff]{2,12}\*(?=[\u4e00-\u9fff])",  # times, or emphasis
    re.MULTILINE,
)
_SIGN = re.compile(r"[#>*_]|\A\s*+-")
"""One of the signs, wherever it stands: a quick look that most texts do not pass."""


def _with_signs(texts: Iterable[str]) -> Iterator[str]:
    return filter(_EITHER_WAY.search, filter(_SIGN.search, texts))


@rule(
    "TXT005",
    "sign-ambiguous",
    Severity.INFO,
    on=str,
    where=_with_signs,
    message=(
        "{field}里的“{sign}”可以当作 Markdown 标记，也可以当作要写出来的字",
        "'{sign}' in '{field}' can be read as Markdown or as a sign of its own",
    ),
    hint=(
        "要写出来就在它前面加反斜杠（\\{sign}）或换个说法；要强调用 **…**",
        "put a backslash before it to show it (\\{sign}) or write it in words; for emphasis use **…**",
    ),
)
def sign_ambiguous(text: str, at: Context) -> Iterator[Hit]:
    r"""A sign in a Markdown text can be meant as markup, or as a sign to be shown.

    A number sign before “1” is read as a heading, a lone `- 5 units` as a list, `__main__` as strong; a Chinese word
    between two `*` is shown as typed. Numbers, paths and comparisons whose meaning is plain are not reported.

    zh: Markdown 文字里的一个符号，既可能是标记，也可能是要写出来的字。
    zh: “# 1 号机”读作标题，单独一行“- 5 台”读作列表，“__main__”读作加粗；“单价*数量*折扣”照写显示。意思清楚的数字、路径、打码号码和比较不报告。

    Bad::
        overview: {summary: "# 1 号机今晨停机"}
    Good::
        overview: {summary: "#1 号机今晨停机"}
    """
    if at.field is None or at.field.kind is not Kind.PROSE:
        return
    signs = (next(filter(None, found.groups())) for found in _EITHER_WAY.finditer(text))
    for sign in dict.fromkeys(signs):
        yield hit(sign=sign)


@per_class
def _texts_of(cls: type[Record]) -> tuple[Field, ...]:
    """The fields of a class that hold texts."""
    return tuple(field for field in fields_of(cls) if field.type is str)


def _with_examples(group: RecordGroup) -> Iterable[int]:
    """The numbers of the records of a group that hold an example."""
    columns = (column for column in group.columns if column.field.type is str)
    return {
        number
        for column in columns
        if have_example(column.values)
        for number, value in enumerate(column.contents)
        if _is_example_in(value)
    }


@rule(
    "TXT006",
    "example-left",
    Severity.ERROR,
    on=Record,
    among=lambda cls: bool(_texts_of(cls)),
    pick=_with_examples,
    sole=True,
    message=("{what}还留着初稿里的示例：{fields}", "{what} still holds the example of the starter: {fields}"),
    hint=("换成实际内容；用不上就整条删去", "replace it with real content, or delete the whole item"),
)
def example_left(record: Record, _at: Context) -> Iterator[Hit]:
    """An item of a starter file still holds its example; one finding names all of its fields.

    An example that is left looks like content and is read as such. It counts as empty, so nothing else is asked of
    the item until the example is gone.

    zh: 初稿里的示例没有换成实际内容，一条内容只报告一次。
    zh: 留下的示例看起来像真的内容，会被人当真。示例按没有填写处理，换掉之前不再检查这一条的其他问题。

    Bad::
        work_progress: {tasks: [{title: （示例）核对退款单, status: not_started, owner: 周岩}]}
    Good::
        work_progress: {tasks: [{title: 核对 11 月 20 日的退款单, status: not_started, owner: 周岩}]}
    """
    left = [field for field in _texts_of(type(record)) if _is_example_in(getattr(record, field.name))]
    if isinstance(record, OpsDocument):
        for field in left:
            yield hit(field.name, what=record.label, fields=field.label)
    elif left:
        labels = [field.label for field in left]
        yield hit(what=record.label, fields=Text("、".join(x.zh for x in labels), ", ".join(x.en for x in labels)))


@rule(
    "TXT007",
    "text-vague",
    Severity.WARNING,
    on=str,
    where=vague_among,
    message=("{field}只写了“{text}”，没有具体内容", "'{field}' says only '{text}', nothing specific"),
    hint=(
        "写明找谁、做什么、什么时候；原因写查过什么，位置写到文件夹或链接，联系方式写号码",
        "say who does what and when; as a reason, say what was checked; as a place, give the folder or the link, and "
        "as a way to reach somebody the number",
    ),
)
def text_vague(text: str, at: Context) -> Iterator[Hit]:
    """A next step, a reason, a place or a note is a phrase that fits anything, such as “follow up” or “as usual”.

    It looks like an answer, but the reader knows no more than before. It counts as empty in the score. Only whole texts
    are compared: a phrase with a name, a day or a number beside it is not reported.

    zh: 下一步、原因、位置或提示只写了“继续跟进”“一切正常”之类放在哪里都行的话。
    zh: 看起来答了，看的人什么也没多知道；评分时按没有填写处理。只比较整段文字，带上人名、日期或数字就不报告。

    Bad::
        issues: {nothing: 一切正常}
    Good::
        issues: {nothing: 查过工单系统和客服群，本班没有新问题}
    """
    if at.field is not None and at.field.name in SPECIFIC:
        yield hit(text=text)


def _is_example_in(value: str | tuple[str, ...]) -> bool:
    return any(map(is_example, value)) if isinstance(value, tuple) else is_example(value)


RULES = rules_of(__name__)
