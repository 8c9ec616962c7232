"""Full starter files: every field of a kind of document, explained, ready to be filled in.

Single values are left empty, which counts as not given. Whatever would add an empty record or item to
the document is commented out with `# `; without that mark the file loads as well. Explanations begin
with `##`, so that they stay comments even then.
"""

from collections.abc import Iterable, Mapping

from attrs import define, field

from opshandover.codec.names import choice_names, label_or_name
from opshandover.codec.starter_lines import (
    DAY,
    HOW_WRITTEN,
    MOMENT,
    Lines,
    StarterWriter,
    as_item,
    comment,
    commented_out,
    data_lines,
    flow_key,
    indented,
    pair,
)
from opshandover.document.paths import child_path
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import Field, Kind, field_map, fields_of, section_fields
from opshandover.model.header import Header
from opshandover.profiles.profile import Profile
from opshandover.spec import Need
from opshandover.text import Lang, Text

_RECORDS = (Kind.RECORD, Kind.SECTION)


def starter(
    profile: Profile, lang: Lang, given: Mapping[str, object] | None = None, *, all_sections: bool = False
) -> str:
    """The text of a starter file in YAML.

    Args:
        profile: the kind of document.
        lang: the language of keys and explanations; keys are labels in Chinese, names in English.
        given: the values of header fields and sections that are known already, as plain data by field name.
        all_sections: whether to include sections that the profile does not need.
    """
    return "\n".join(_Writer(profile=profile, lang=lang, given=given or {}).document(all_sections)) + "\n"


@define
class _Writer(StarterWriter):
    """Writes the lines of one starter; remembers which records were explained already."""

    explained: set[type[Record]] = field(factory=set[type[Record]])

    def document(self, all_sections: bool) -> Lines:
        yield from self._introduction()
        known = {f.name: f for f in section_fields(OpsDocument)}
        needed = [key for key in self.profile.sections if key in known]
        for one in fields_of(Header):
            yield from self._header(one)
        rest = [key for key in known if key not in needed] if all_sections else []
        for key in (*needed, *rest):
            yield from self._section(known[key])
        if all_sections:
            extra = field_map(OpsDocument)["extra"]
            yield ""
            yield from self._field(extra, extra.name, (OpsDocument,))

    def _introduction(self) -> Lines:
        label, purpose = self.profile.label[self.lang], self.profile.purpose[self.lang]
        yield from comment(_TITLE[self.lang].format(label=label, purpose=purpose))
        yield "##"
        for line in _HOW_TO[self.lang].format(**self.absences).splitlines():
            yield from comment(line)
        yield ""
        yield from self.version_line()

    def _header(self, one: Field) -> Lines:
        """One field of the header; known values are filled in."""
        known = self.known_header
        yield ""
        if one.name in known:
            yield from comment(self._description(one, one.name))
            yield from data_lines(self.key(one), known[one.name])
        else:
            yield from self._field(one, one.name, (OpsDocument,))

    def _section(self, one: Field) -> Lines:
        share = self.profile.sections.get(one.name)
        need = _NEEDS[self.profile.need(one.name)][self.lang]
        if share:
            need += _POINTS[self.lang].format(points=share.weight)
        yield ""
        yield ""
        yield from comment(
            _SECTION[self.lang].format(label=one.label[self.lang], need=need, hint=one.spec.hint[self.lang])
        )
        if one.name in self.given:
            yield from data_lines(self.key(one), self.given[one.name])
            return
        yield from pair(self.key(one))
        for inner in fields_of(one.record):
            yield ""
            lines = self._field(inner, child_path(one.name, inner.name), (one.record,))
            yield from indented(lines)

    def _field(self, one: Field, path: str, parents: tuple[type[Record], ...]) -> Lines:
        """A field: its description, its key, and its content commented out."""
        yield from comment(self._description(one, path))
        yield from pair(self.key(one))
        yield from commented_out(self._content(one, path, parents))

    def _content(self, one: Field, path: str, parents: tuple[type[Record], ...]) -> list[str]:
        """The lines below a key; none for single values.

        A record inside a record of its own class is left out. One that was explained before is
        written in one line if it has single values only; otherwise its fields are explained again
        only directly below a section.
        """
        if one.kind not in _RECORDS:
            return [f"- {self._sample(one)}"] if one.many else []
        if one.record in parents:
            return []
        inner = fields_of(one.record)
        if one.record in self.explained and all(_is_single(f) for f in inner):
            keys = ", ".join(f"{flow_key(self.key(f))}: " for f in inner)
            return [f"- {{{keys}}}" if one.many else f"  {{{keys}}}"]
        lines = [
            line
            for f in inner
            for line in self._field(f, child_path(path, f.name), (*parents, one.record))
            if not line.startswith("##") or len(parents) == 1 or one.record not in self.explained
        ]
        self.explained.add(one.record)
        return as_item(lines) if one.many else indented(lines)

    def _sample(self, one: Field) -> str:
        """A sample item for a list of single values."""
        if one.kind is Kind.CHOICE:
            name, label = choice_names(one.choice)[0]
            return label_or_name(name, label, self.naming)
        return _SAMPLES.get(one.kind, '""')

    def _description(self, one: Field, path: str) -> str:
        """The label of a field, its need, its hint, and how to write it."""
        text = _ABOUT[self.lang].format(
            label=one.label[self.lang], need=_NEEDS[self._need(one, path)][self.lang], hint=one.spec.hint[self.lang]
        )
        return text + "".join(_NOTE[self.lang].format(note=note) for note in self._value_notes(one))

    def _need(self, one: Field, path: str) -> Need:
        """How much the field is needed: by the profile's weight, or else by the field."""
        weight = self.profile.weights.get(path)
        if weight is None:
            return one.spec.need
        return next(need for need in Need if weight >= need.value)

    def _value_notes(self, one: Field) -> Iterable[str]:
        """How a value is written."""
        if one.many:
            yield _SEVERAL[self.lang]
        if one.kind is Kind.CHOICE:
            pairs = choice_names(one.choice)
            written = [label_or_name(name, label, self.naming) for name, label in pairs]
            yield _ONE_OF[self.lang].format(values=_COMMA[self.lang].join(written))
        elif one.kind in HOW_WRITTEN:
            yield HOW_WRITTEN[one.kind][self.lang]
        elif one.kind in _RECORDS and one.record.main:
            main = field_map(one.record)[one.record.main]
            yield _MAIN_ONLY[self.lang].format(main=main.label[self.lang])
        least, most = one.spec.ge, one.spec.le
        if least is not None and most is not None:
            yield f"{least}–{most}{one.spec.unit}"
        elif one.spec.unit:
            yield one.spec.unit


def _is_single(one: Field) -> bool:
    return not one.many and one.kind not in _RECORDS


_TITLE = Text("{label}：{purpose}", "{label}: {purpose}")
_HOW_TO = Text(
    "在冒号后面填写，冒号后要有空格；留空表示没有填写。\n"
    "以“# ”开头的行是备用的内容：要用时去掉行首的“# ”，注意保留缩进；列表里可以有多项。\n"
    "以“##”开头的行是说明，可以保留，也可以删去；多处出现的内容只在前面说明一次。\n"
    "长文可用 Markdown；多行时在冒号后写 | ，另起一行并缩进。含有“: ”或“ #”的文字请加引号。\n"
    "整个部分确实没有内容时，写成：部分名称: {{{nothing}: 原因}}\n"
    "整个部分不需要时，写成：部分名称: {{{not_applicable}: 原因}}",
    "Write after the colon and a space; what is left empty counts as not given.\n"
    "Lines that begin with '# ' are there to be used: take away '# ' and keep what indents them. "
    "A list may have several items.\n"
    "Lines that begin with '##' explain; keep or delete them. What occurs in many places is "
    "explained the first time.\n"
    "Long texts may be Markdown; for several lines write | after the colon, and indent the lines "
    "below. Put texts that hold ': ' or ' #' in quotes.\n"
    "If there is nothing to report in a section, write: section: {{{nothing}: why}}\n"
    "If a section is not needed, write: section: {{{not_applicable}: why}}",
)
_SECTION = Text("====== {label}（{need}）：{hint} ======", "====== {label} ({need}): {hint} ======")
_ABOUT = Text("{label}（{need}）：{hint}", "{label} ({need}): {hint}")
_POINTS = Text("，{points} 分", ", {points} points")
_NEEDS: Mapping[Need, Text] = {
    Need.REQUIRED: Text("必填", "required"),
    Need.RECOMMENDED: Text("建议填", "recommended"),
    Need.OPTIONAL: Text("选填", "optional"),
}
_NOTE = Text("；{note}", "; {note}")
_COMMA = Text("、", ", ")
_SEVERAL = Text("可以有多项", "a list")
_ONE_OF = Text("从中选：{values}", "one of: {values}")
_MAIN_ONLY = Text("可以只写{main}", "its {main} alone will do")
_SAMPLES: Mapping[Kind, str] = {
    Kind.INTEGER: "0",
    Kind.DECIMAL: "0",
    Kind.BOOLEAN: "false",
    Kind.DATE: DAY,
    Kind.DATETIME: MOMENT,
    Kind.WHEN: DAY,
}
