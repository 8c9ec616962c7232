"""Persons in what people write: a name, with a post, a department, a number, an address or a handle beside it."""

import re
from collections.abc import Iterator, Sequence

from opshandover.model import Person
from opshandover.placeholders import says_nothing

PHONE = re.compile(
    r"(?<![\w.+-])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\w-])"
    r"|(?<![\w.+-])0\d{2,3}[- ]\d{3,4}[- ]?\d{4}(?:[- ]?(?:转|x|ext\.?) ?\d{1,6})?(?![\w-])"
    r"|(?<![\w.])\+\d{1,3}[ -]\(?\d{1,4}\)?(?:[ -]\d{2,4}){2,4}(?![\w-])"
    r"|(?<![\w.-])\(?\d{3}\)?[- .]\d{3}[- .]\d{4}(?![\w-])"
    r"|(?<![\w.-])400[- ]?\d{3,4}[- ]?\d{3,4}(?![\w-])"
    r"|(?:分机|内线|[Ee]xt\.?|x) ?:?：?(?P<ext>\d{2,6})(?!\w)"
)
_LOCAL = re.compile(r"(?<![\w.-])\d{3}-\d{4}$")
"""A local number, which may be one of anything else without a name before it: 555-0142."""
EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
REACHED = re.compile(rf"{PHONE.pattern}|{EMAIL.pattern}")
"""How somebody is reached."""
HANDLE = re.compile(r"(?<![\w.])@[\w\u4e00-\u9fff.-]{1,32}(?![\w@])")
_BRACKETS = re.compile(r"[（(\[【]([^（）()\[\]【】]{1,60})[）)\]】]")
_ABOUT = re.compile(
    r"(?:联系电话|联系方式|手机号?|电话|邮箱|邮件|微信|钉钉|企业微信|飞书|工号|tel(?:ephone)?|phone|mobile|cell|e-?mail|slack|wechat)\s*[:：]?\s*",
    re.IGNORECASE,
)
_LATIN_NAME = re.compile(r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|van|der|von|la|bin)){0,3}|[a-z][a-z0-9._-]{1,20}")
_CJK_NAME = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff·•]{1,7}[A-Za-z]?")
_FOREIGN_NAME = re.compile(r"[A-Z][a-z'’]+(?: [A-Z][a-z'’.]+){0,2}")
_UNIT = re.compile(r".{1,10}(?:部|组|科|中心|处|室|公司|班|团队|department|team)$", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\s*(?:[、，,;；/／&]|\n)\s*|\s+and\s+|(?<=[\u4e00-\u9fff])\s*[和及与]\s*(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])"
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐庄伍俞章梅"
    "宁季严苗柳岳柏简席纪舒屈祝阮蓝闵麻娄童颜盛骆凌霍虞柯宗郁洪吉裴荣翁甄曲储靳焦谷仲宫仇栾甘厉符詹幸蒲赖卓屠蒙池乔闻翟冉桑桂尚柴瞿阎茹艾耿匡寇欧聂晁敖辛阚饶沙鞠丰荆竺诸司荀巫祁岑鲍翟苟边卜丛窦葛郜哈扈姬籍冀蒯邝郎冷栗廉佟滕仝项邢邬仵郗奚冼宣燕羊应游尤虢岳臧查湛甯訾祖左戚车匡步敬束浦隋寿南连茅阳"
)
_DOUBLE = frozenset(
    "欧阳 上官 司马 诸葛 夏侯 皇甫 尉迟 公孙 慕容 司徒 令狐 东方 南宫 闻人 万俟 淳于 单于 鲜于 申屠 濮阳 呼延 端木 百里 轩辕 长孙 宇文 太史 钟离 "
    "司空 独孤 赫连 澹台 公羊 羊舌 东郭 西门 屈原".split()
)
_NO_NAME = re.compile(
    r"完成|处理|系统|项目|客户|问题|工作|负责|跟进|平台|今天|明天|时间|方案|任务|部门|公司|组长|人员|同事|确认|安排|安全|高级|程序|方式|文档|文件|金额|任何|马上|白班|夜班|史上|成都|谢谢|周[一二三四五六日末报期]"
)
_TITLES = "经理|主管|总监|工程师|组长|部长|科长|主任|老师|总|工|师傅|姐|哥"
_PLAIN = re.compile(r"[^\d，。；,;:：!！?？\n|/\\<>《》“”\"]{1,40}")


def is_name(text: str) -> bool:
    """Whether a text is very likely the name of a person, standing alone."""
    if re.fullmatch(rf"[\u4e00-\u9fff](?:{_TITLES})", text):
        return text[0] in _SURNAMES
    if 2 <= len(text) <= 3 + (text[:2] in _DOUBLE) and all("\u4e00" <= char <= "\u9fff" for char in text):
        return (text[0] in _SURNAMES or text[:2] in _DOUBLE) and not _NO_NAME.search(text)
    return bool(re.fullmatch(r"[A-Z][a-z'’]+(?: [A-Z][a-z'’.]*)+", text))


def is_called(text: str) -> bool:
    """Whether a text is what a person is called: a name, 老范, 姚工."""
    return is_name(text) or bool(_CALLED.fullmatch(text))


_CALLED = re.compile(
    r"[老小阿][\u4e00-\u9fff]|[\u4e00-\u9fff]{1,2}(?:姐|哥|总|工|老师|师傅)|[\u4e00-\u9fff](?:经理|主任|队长|会计)"
)
_WHAT_FOR = re.compile(
    r"^(?:负责|管|找|请|谢|处理|对接|联系)|谢谢|请|周[一二三四五六日]|每[天周月]|[上下]午|平时|一般|\b(?:the|for|our|your|if|when|about|handles|runs)\b",
    re.IGNORECASE,
)
"""Words that say what a person is asked for, not what the person is."""
_MESSENGER = re.compile(
    r"(?:企业微信|微信号?|钉钉|飞书|QQ|wechat|slack|teams)[:： ]{0,2}(?P<name>[@\w.-]{2,32})", re.IGNORECASE
)


def are_sentences(texts: Sequence[str]) -> bool:
    """Whether half of the texts are sentences and none of them names a person or how to reach one."""
    if any(
        REACHED.search(text) or _NAMED.search(text) or any(map(is_called, _BETWEEN_WORDS.split(text))) for text in texts
    ):
        return False
    return sum(_SENTENCE.search(text) is not None for text in texts) * 2 >= len(texts) > 0


_NAMED = re.compile(r"@\w|[A-Z][a-z'’]+ [A-Z][a-z'’]+")
_BETWEEN_WORDS = re.compile(r"[\s:：,，、;；()（）/—-]+")
_SENTENCE = re.compile(r"[。；！]|[\u4e00-\u9fff]{4}，[\u4e00-\u9fff]{4}|[\u4e00-\u9fff]{9}|(?:\S+\s+){5}|\w[.;]$")


def person_of(written: str) -> Person | None:
    """The person that a whole text names, with every word of it in a field, or `None`."""
    text = written.strip(" \t*_:：,，;；")
    if not text or len(text) > _LONGEST or re.fullmatch(r"[_\s.…—-]*", written):
        return None
    phones = [found[0] for found in PHONE.finditer(text)]
    text = PHONE.sub(" ", text)
    if (local := _LOCAL.search(text)) and is_called(_BRACKETS.sub("", text[: local.start()]).strip(" ,，:：-")):
        phones.append(local[0])
        text = text[: local.start()]
    emails = EMAIL.findall(text)
    text = EMAIL.sub(" ", text)
    handles = HANDLE.findall(text)
    text = _ABOUT.sub(" ", HANDLE.sub(" ", text)) if phones or emails or handles else HANDLE.sub(" ", text)
    if len(phones) > 1 or len(emails) > 1 or len(handles) > 1:
        return None
    asides = [inner.strip(" ,，;；、/-:：") for inner in _BRACKETS.findall(text)]
    text = _BRACKETS.sub(" ", text)
    asides = [aside for aside in asides if aside]
    named = next((found for aside in asides if (found := _MESSENGER.fullmatch(aside))), None)
    if named and not handles:
        handles = [named["name"]]
        asides.remove(named[0])
    name, *beside = [
        part
        for part in re.split(
            r"\s{2,}|[,，;；/|]|\s[-–—]+\s|\s+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\s+",
            text.strip(" ()<>[],，;；-–—:：/|"),
        )
        if part
    ] or [""]
    beside = [part.strip(" <>()（）-:：") for part in (*beside, *asides)]
    beside = [part for part in beside if part]
    unit = ""
    if len(beside) == 1 and name and not is_called(name) and is_called(beside[0]):
        name, beside, unit = beside[0], [], name
    if not name and not handles:
        return None
    if beside and not name.isascii() and _FOREIGN_NAME.fullmatch(beside[0]) and f"{name} {beside[0]}" in written:
        name = f"{name} {beside.pop(0)}"
    if name and not (_PLAIN.fullmatch(name) and (_is_of_name(name) or says_nothing(name))):
        return None
    if any(_WHAT_FOR.search(part) for part in (unit, *beside)):
        return None
    if len(beside) > 2 or any(
        len(part) > 30 or not _PLAIN.fullmatch(re.sub("[/,，、;；]", " ", part)) for part in beside
    ):
        return None
    unit = unit or next((part for part in beside if _UNIT.fullmatch(part)), "")
    roles = [part for part in beside if part != unit]
    if len(roles) > 1:
        return None
    handle = handles[0] if handles else ""
    return Person(
        name=name or handle,
        role=roles[0] if roles else "",
        department=unit,
        phone=phones[0] if phones else "",
        email=emails[0] if emails else "",
        im=handle if name else "",
    )


def _is_of_name(name: str) -> bool:
    first, _, more = name.partition(" ")
    both = bool(_CJK_NAME.fullmatch(first)) and (not more or bool(_LATIN_NAME.fullmatch(more)))
    return both or _LATIN_NAME.fullmatch(name) is not None


_LONGEST = 120


def persons_of(written: str) -> list[Person]:
    """The persons that a whole text names, one or more; none if some part of it is no person."""
    if len(written) > _LONGEST * 10:
        return []
    parts = [part for part in _SEVERAL.split(_protected(written.strip(" 。."))) if part.strip()]
    several = [person_of(part.replace(_HELD, ",").replace(_SPACE, " ")) for part in parts]
    if len(several) > 1 and all(several):
        return [one for one in several if one]
    one = person_of(written)
    return [one] if one else []


_HELD, _SPACE = "\ue000", "\ue001"


def _protected(text: str) -> str:
    """A text with the signs inside brackets and before a number held together."""
    inside = _BRACKETS.sub(lambda found: re.sub(r"[、，,;；/／&]", _HELD, found[0]).replace(" ", _SPACE), text)
    return re.sub(r"(?<=[\u4e00-\u9fff])[ ,，](?=[\u4e00-\u9fff]{2,8}(?:部|组|经理|主管|工程师|总监))", _SPACE, inside)


_OWNERS = (
    re.compile(r"[（(\[【]\s*(?P<name>[^（）()\[\]【】,，;；、\d]{2,20})\s*[,，;；、]\s*[^（）()]{0,30}[）)\]】]"),
    re.compile(
        r"(?:负责人|责任人|跟进人|处理人|经办人|执行人|对接人)(?:是|为)?\s*[:：]?\s*(?P<name>[\u4e00-\u9fff]{2,4})(?=$|[\s，,。；;、）)】(（])"
    ),
    re.compile(r"(?:由|请|找)(?P<name>[\u4e00-\u9fff]{2,3}?)(?:继续|负责|跟进|处理|接手|完成|对接|联系)"),
    re.compile(r"[（(【\[]\s*(?P<name>[^（）()【】\[\]\d]{2,20})\s*[）)】\]]"),
    re.compile(r"(?:—{1,2}|–| - )\s*(?P<name>[^—–\-\d，,。；;]{2,20})$"),
    re.compile(r"\b(?:owner|assigned to|assignee)(?: is)?:? (?P<name>[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)?)", re.IGNORECASE),
)


_LABELLED = 1
"""The number of the pattern that has a label, behind which anything that people call each other is a person."""
_SHORT_NAME, _SIGNS = "[\u4e00-\u9fff]{2,3}", " ，,;；、）)】]"
_BY = re.compile(r", (?:by|due|before|until) ")


def owner_in(text: str) -> Person | None:
    """The one person that a sentence names as who does the work: `@周岩`, （周岩）, 由周岩跟进."""
    handles = HANDLE.findall(EMAIL.sub(" ", text))
    if len(handles) == 1:
        return Person(name=handles[0].removeprefix("@"))
    if handles:
        return None
    found = dict.fromkeys(_owners(text))
    return Person(name=next(iter(found))) if len(found) == 1 else None


def _owners(text: str) -> Iterator[str]:
    for at, pattern in enumerate(_OWNERS):
        for found in pattern.finditer(text):
            name = found["name"].strip()
            if (
                is_name(name)
                or (at == _LABELLED and is_called(name))
                or (name.isalpha() and name.istitle() and name.isascii() and _BY.search(found[0]))
            ):
                yield name
