"""Error messages of the parsers, translated to Chinese.

The parsers have messages in English only. A message that is not in the table is quoted in English.
"""

from opshandover.redaction import excerpt
from opshandover.text import Text

_ZH = {
    # PyYAML and libyaml
    "mapping values are not allowed": "这里不能出现键和值（多半是缩进不对，或文字里有“: ”）",
    "could not find expected ':'": "缺少冒号",
    "did not find expected key": "这里应当是一个键（检查缩进）",
    "did not find expected '-' indicator": "这里应当以“- ”开头（检查缩进）",
    "did not find expected ',' or ']'": "缺少逗号或右方括号",
    "did not find expected ',' or '}'": "缺少逗号或右花括号",
    "did not find expected node content": "这里缺少内容",
    "did not find expected <document start>": "这里的内容不属于前面的文档",
    "found character that cannot start any token": "出现了不能单独使用的字符（制表符、@、` 等）",
    "found unexpected end of stream": "文件提前结束（多半是引号没有成对）",
    "found undefined alias": "引用了没有定义的锚点",
    "found a tab character": "缩进里有制表符",
    "found unknown escape character": "引号里有无法识别的转义",
    "did not find expected hexdecimal number": "引号里的转义不完整",
    "found invalid Unicode character escape code": "引号里的转义不是有效的字符",
    "found character": "出现了不允许的字符",
    "found unexpected document indicator": "引号里出现了文档分隔符",
    "block sequence entries are not allowed": "这里不能出现列表项",
    "control characters are not allowed": "含有控制字符",
    "special characters are not allowed": "含有不允许的特殊字符",
    "unacceptable character": "含有不允许的字符",
    # json
    "Expecting property name enclosed in double quotes": "这里应当是双引号括起的键",
    "Expecting ':' delimiter": "缺少冒号",
    "Expecting ',' delimiter": "缺少逗号",
    "Expecting value": "这里缺少值",
    "Extra data": "文档结束之后还有内容",
    "Illegal trailing comma": "最后一项后面不能有逗号",
    "Invalid control character": "文字里有控制字符",
    "Invalid \\escape": "无法识别的转义",
    "Invalid \\uXXXX escape": "\\u 转义不完整",
    "Unterminated string starting": "引号没有成对",
    # tomllib
    "Cannot declare": "同一个表声明了两次",
    "Cannot overwrite a value": "同一个键写了两次",
    "Duplicate inline table key": "同一个键写了两次",
    "Expected '=' after a key": "键后面缺少等号",
    "Expected newline or end of document": "一行只能写一对键和值",
    "Invalid initial character for a key part": "键的第一个字符不对",
    "Invalid statement": "这一行无法理解",
    "Invalid value": "值写得不对",
    "Unclosed array": "数组没有结束",
    "Unterminated string": "引号没有成对",
    "Expected": "缺少必要的符号",
}


def reason(text: str) -> Text:
    """An error message of a parser, in both languages."""
    shown = excerpt(text, _MAX_LENGTH)
    zh = next((zh for en, zh in _ZH.items() if text.startswith(en)), f"这里的写法不对（{shown}）")
    return Text(zh, shown)


_MAX_LENGTH = 100
