"""A form in a browser: one HTML file without network, which checks answers as they are typed and saves a file."""

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from opshandover.colours import ACCENT
from opshandover.exporters.html.style import shades_by_name
from opshandover.forms.questions import questions
from opshandover.profiles.profile import Profile
from opshandover.text import LANGUAGE_TAGS, Lang, Text


def browser_form(profile: Profile, lang: Lang, given: Mapping[str, object] | None = None) -> str:
    """A page with the questions of a kind of document.

    The only script of the page is ours, named by its digest; it sends nothing anywhere. What is typed is kept in the
    browser until it is cleared, and saved as a YAML or JSON file that loads as a document.

    Args:
        profile: the kind of document.
        lang: the language of labels and explanations.
        given: the values of header fields and sections that are known already, as plain data by field name.
    """
    style = Template(_read("form.css")).substitute(shades_by_name(ACCENT))
    script = _read("form.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    texts = {name: escape(text[lang]) for name, text in _TEXTS.items()}
    return Template(_read("form.html")).substitute(
        texts,
        lang=LANGUAGE_TAGS[lang],
        policy=policy,
        title=escape(profile.label[lang]),
        purpose=escape(profile.purpose[lang]),
        style=style,
        script=script,
        questions=_data(questions(profile, lang, given)),
        words=_data({name: text[lang] for name, text in _WORDS.items()}),
    )


def _read(name: str) -> str:
    return (files("opshandover.forms") / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _data(data: object) -> str:
    """Data for a script element, which ends at the first `</script`, whatever that stands in."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


_TEXTS: Mapping[str, Text] = {
    "how_to": Text(
        "带 * 的必填。填写内容只保存在本浏览器，不会上传；请勿填写密码。",
        "Fields with * are required. What you type stays in this browser and is sent nowhere. Do not write passwords.",
    ),
    "no_script": Text("此表单需要启用 JavaScript。", "This form needs JavaScript."),
    "actions": Text("操作", "Actions"),
    "next": Text("下一处", "Next"),
    "save_yaml": Text("保存", "Save"),
    "save_json": Text("存为 JSON", "Save as JSON"),
    "open": Text("打开 JSON", "Open JSON"),
    "clear": Text("清空", "Clear"),
}
_WORDS: Mapping[str, Text] = {
    "yes": Text("是", "yes"),
    "no": Text("否", "no"),
    "choose": Text("请选择", "choose"),
    "time": Text("时间", "time of day"),
    "required": Text("必填", "required"),
    "whole": Text("请填整数", "a whole number is expected"),
    "number": Text("请填数字", "a number is expected"),
    "least": Text("不能小于 {n}", "at least {n}"),
    "most": Text("不能大于 {n}", "at most {n}"),
    "day": Text("请先填日期", "the day is missing"),
    "more": Text("更多（{n}）", "More ({n})"),
    "add": Text("+ 添加{name}", "+ Add {name}"),
    "remove": Text("删除", "Remove"),
    "removeOne": Text("删除{name}", "Remove {name}"),
    "state": Text("“{name}”的情况", "State of “{name}”"),
    "filled": Text("填写", "filled in"),
    "nothing": Text("确认没有", "nothing to report"),
    "notApplicable": Text("不适用", "does not apply"),
    "reason": Text("原因", "Reason"),
    "why": Text("为什么没有内容或不需要", "why there is nothing, or why it is not needed"),
    "left": Text("还差 {n} 处", "{n} left to fill in"),
    "complete": Text("必填项已填完", "All required fields are filled in"),
    "noDraft": Text("（此浏览器不能保存草稿）", "(this browser keeps no draft)"),
    "sure": Text("清空全部内容？", "Clear everything?"),
    "unreadable": Text("{name} 不是由本表单保存的 JSON 文件", "{name} is no JSON file saved by this form"),
    "noDocument": Text("不是交接文档", "no document"),
}
