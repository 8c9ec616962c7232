"""Writes the reference pages of `docs/generated` from the declarations in the code.

Fields, enumerations, kinds of document, rules and blocks are declared once, in the package; nothing here
lists them again, so the reference cannot lag behind.
"""

import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from runpy import run_path
from typing import Any, cast

from click.testing import CliRunner

from opshandover.cli import COMMANDS, cli
from opshandover.model import Choice, NotApplicable, Nothing, OpsDocument, Record
from opshandover.model.fields import Field, Kind, fields_of, section_fields
from opshandover.model.header import Header
from opshandover.profiles import Profile, all_profiles
from opshandover.profiles.profile import HEADER
from opshandover.rules import Rule, all_rules
from opshandover.rules.page import page_of
from opshandover.rules.registry import RULES
from opshandover.scoring.table import table_of
from opshandover.spec import Need
from opshandover.text import LANGUAGES, Text

HERE = Path(__file__).resolve().parent
OUT = HERE / "generated"
CORPUS = HERE.parent / "tests" / "data"

Pages = Iterator[tuple[str, Iterable[str]]]


def main() -> None:
    """Writes all pages, in place of those that were there."""
    shutil.rmtree(OUT, ignore_errors=True)
    written = 0
    for name, lines in pages():
        path = OUT / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        written += 1
    sys.stdout.write(f"{written} pages written\n")


def pages() -> Pages:
    """The name of each page and its lines."""
    yield "profiles", profiles_page()
    yield "sections", sections_page()
    records = by_module(reachable(lambda f: f.kind in (Kind.RECORD, Kind.SECTION)))
    for module, classes in records:
        yield f"fields/{module}", fields_page(module, classes)
    yield "enumerations", enumerations_page()
    yield "rules", rules_page()
    for group in RULES.names():
        yield f"rules/{group}", family_page(group)
    yield from run_path(str(HERE / "generate_blocks.py"))["pages"](summary, table)
    yield "commands", commands_page()
    yield "redaction", redaction_page()
    yield from run_path(str(HERE / "generate_requirements.py"))["pages"](safe, table)


# Markdown


def safe(text: str) -> str:
    """A text as Markdown that reads as it is; what stands in backticks is code."""
    parts = " ".join(text.split()).split("`")
    plain = (re.sub(r"([\\*_{}\[\]<>|$#])", r"\\\1", part) for part in parts[::2])
    code = (f"`{part}`".replace("|", r"\|") for part in parts[1::2])
    return "".join(part for pair in zip(plain, [*code, ""], strict=True) for part in pair)


def both(text: Text, between: str = " / ") -> str:
    """A text in both languages."""
    return f"{safe(text.en)}{between}{safe(text.zh)}"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table."""
    heads = list(heads)
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def contents(folder: str, names: Iterable[str]) -> Iterator[str]:
    """A hidden table of contents, so that the pages have their place at the side."""
    yield from ("", "```{toctree}", ":hidden:", "")
    yield from (f"{folder}/{name}" for name in names)
    yield "```"


def summary(documented: object) -> str:
    """The first paragraph of a docstring."""
    return (documented.__doc__ or "").strip().split("\n\n")[0]


# Fields


def reachable(wanted: Callable[[Field], bool]) -> tuple[type, ...]:
    """The types of all fields below a document that are wanted, each once, as met."""
    seen: dict[type, None] = {}
    todo: list[type[Record]] = [Header, OpsDocument, Nothing, NotApplicable]
    known: set[type[Record]] = set()
    while todo:
        cls = todo.pop(0)
        if cls in known:
            continue
        known.add(cls)
        for field in fields_of(cls):
            if wanted(field):
                seen[field.type] = None
            if field.kind in (Kind.RECORD, Kind.SECTION):
                todo.append(field.record)
    return tuple(seen)


def by_module(classes: Iterable[type]) -> list[tuple[str, list[type[Record]]]]:
    """Puts classes together that are declared in one file, sections first."""
    all_of_them = [Header, OpsDocument, Nothing, NotApplicable, *classes]
    order = sorted(dict.fromkeys(all_of_them), key=module_of)
    return [(module, list(found)) for module, found in groupby(order, key=module_of)]


def module_of(cls: type) -> str:
    """The name of the file that declares a class."""
    return cls.__module__.rpartition(".")[2]


def sections_page() -> Iterator[str]:
    """Lists the header and the sections, with links to their fields."""
    yield "# Sections and fields"
    yield ""
    yield (
        "A file has the fields of the [header](#record-header) and one key for each section. "
        "Keys may be written by name or by their label in either language."
    )
    rows = (
        (f"[`{f.name}`](#{target(f.record)})", safe(f.label.zh), safe(f.label.en), hints(f))
        for f in section_fields(OpsDocument)
    )
    yield from table(("Key", "中文", "English", "What belongs there"), rows)
    yield "What has no home in any of them goes into [`extra`](#record-opsdocument)."
    records = by_module(reachable(lambda f: f.kind in (Kind.RECORD, Kind.SECTION)))
    yield from contents("fields", (module for module, _ in records))


def fields_page(module: str, classes: list[type[Record]]) -> Iterator[str]:
    """Explains all classes that one file of the model declares."""
    yield f"# Fields: {module}"
    yield ""
    yield summary(sys.modules[classes[0].__module__])
    for cls in classes:
        yield from ("", f"({target(cls)})=", f"## {cls.__name__} · {safe(cls.label.zh)}", "")
        yield summary(cls)
        if cls.main:
            yield ""
            yield f"May be written as its `{cls.main}` alone."
        own = fields_of(cls)
        if cls is OpsDocument:
            own = tuple(f for f in own if f not in fields_of(Header))
            yield from ("", "These come after the fields of the [header](#record-header).")
        rows = (
            (
                f"`{f.name}`",
                safe(f.label.zh),
                safe(f.label.en),
                type_of(f),
                f.spec.need.name.lower(),
                str(f.spec.weight),
                hints(f),
            )
            for f in own
        )
        heads = ("Key", "中文", "English", "Type", "Need", "Weight", "What to write")
        yield from table(heads, rows)


def hints(field: Field) -> str:
    """The hint of a field in both languages."""
    return both(field.spec.hint, "<br>")


def target(cls: type) -> str:
    """The name by which pages refer to a class."""
    kind = "choice" if issubclass(cls, Choice) else "record"
    return f"{kind}-{cls.__name__.lower()}"


KINDS = {
    Kind.TEXT: "text",
    Kind.PROSE: "Markdown",
    Kind.PROFILE: "[kind of document](../profiles.md)",
    Kind.INTEGER: "whole number",
    Kind.DECIMAL: "number",
    Kind.BOOLEAN: "true or false",
    Kind.DATE: "date",
    Kind.DATETIME: "date and time",
    Kind.WHEN: "date, with or without a time",
}


def type_of(field: Field) -> str:
    """The kind of values that a field holds, as text."""
    text = KINDS.get(field.kind) or f"[{field.type.__name__}](#{target(field.type)})"
    if field.many:
        text = f"list of {text}"
    least, most = field.spec.ge, field.spec.le
    if least is not None and most is not None:
        text += f", {least} to {most}"
    elif least is not None:
        text += f", from {least}"
    return text + (f" ({safe(field.spec.unit)})" if field.spec.unit else "")


def enumerations_page() -> Iterator[str]:
    """Lists the values of all enumerations."""
    yield "# Enumerations"
    yield ""
    yield "Values may be written by name, by their label in either language, or by one of the other words."
    choices = reachable(lambda f: f.kind is Kind.CHOICE)
    for cls in sorted(choices, key=lambda c: c.__name__):
        assert issubclass(cls, Choice)  # noqa: S101 - tells the type checker what `reachable` found
        yield from ("", f"({target(cls)})=", f"## {cls.__name__}", "", summary(cls))
        rows = ((f"`{c.value}`", safe(c.label.zh), safe(c.label.en), safe(", ".join(c.synonyms))) for c in cls)
        yield from table(("Name", "中文", "English", "Other words"), rows)


# Kinds of document


def profiles_page() -> Iterator[str]:
    """Shows what each kind of document needs, and how much each section weighs."""
    profiles = all_profiles()
    yield "# Kinds of document"
    rows = (
        (
            f"`{p.name}`",
            safe(p.label.zh),
            safe(p.label.en),
            "yes" if p.handover else "no",
            both(p.purpose, "<br>"),
        )
        for p in profiles
    )
    yield from table(("Name", "中文", "English", "Handover", "Purpose"), rows)
    yield "## What each needs"
    yield ""
    yield (
        "Points of the 100 that a section is worth. **Bold**: required. Plain: recommended. "
        "Empty: optional, and not scored."
    )
    keys = [(HEADER, Header.label), *((f.name, f.label) for f in section_fields(OpsDocument))]
    shares = ([f"`{key}`", both(text), *(share(p, key) for p in profiles)] for key, text in keys)
    yield from table(("Key", "Section", *(f"`{p.name}`" for p in profiles)), shares)
    yield "## Weights of single fields"
    yield ""
    yield "Where a kind of document weighs a field otherwise than the field's declaration does:"
    weighed = ((f"`{p.name}`", f"`{k}`", str(w)) for p in profiles for k, w in p.weights.items())
    yield from table(("Kind", "Field", "Weight"), weighed)
    yield "## Scoring IDs"
    yield ""
    yield "Two scores can be compared if they were taken with the same table of weights:"
    yield from table(("Kind", "`scoring_id`"), ((f"`{p.name}`", f"`{table_of(p).scoring_id}`") for p in profiles))


def share(profile: Profile, key: str) -> str:
    """The points of a section, bold where it is required."""
    found = profile.sections.get(key)
    if found is None:
        return ""
    return f"**{found.weight}**" if found.need is Need.REQUIRED else str(found.weight)


# Rules


def rules_page() -> Iterator[str]:
    """Lists all rules, with links to their pages."""
    yield "# Rules"
    yield ""
    yield f"{len(all_rules())} rules, in {len(RULES.names())} groups."
    yield "The severity is the usual one; a text says where single cases are graver or less grave."
    rows = (
        (
            f"[{r.code}](#rule-{r.code.lower()})",
            f"`{r.name}`",
            severities(r),
            page_of(r).text.en.split("\n\n")[0].replace("\n", " ").replace("|", r"\|"),
        )
        for r in all_rules()
    )
    yield from table(("Code", "Name", "Severity", "What it finds"), rows)
    yield from contents("rules", RULES.names())


def severities(rule: Rule) -> str:
    """The severity of a rule's findings, and where it depends on the kind of document."""
    asked = [p for p in all_profiles() if rule.applies_to(p)]
    grave: dict[str, list[str]] = {}
    for profile in asked:
        grave.setdefault(rule.severity_in(profile).value, []).append(profile.name)
    if len(grave) == 1 and len(asked) == len(all_profiles()):
        return next(iter(grave))
    return "; ".join(f"{severity} in {', '.join(names)}" for severity, names in grave.items())


def family_page(group: str) -> Iterator[str]:
    """Explains all rules of one group."""
    loaded = RULES.load(group)
    rules = [rule for rule in all_rules() if rule in members(loaded)]
    yield f"# Rules: {group}"
    yield ""
    yield summary(sys.modules[rules[0].ask.__module__])
    for rule in rules:
        yield from rule_part(rule)


def members(loaded: object) -> Sequence[object]:
    """The rules that a group is a tuple of."""
    return cast("tuple[object, ...]", loaded) if isinstance(loaded, tuple) else (loaded,)


def rule_part(rule: Rule) -> Iterator[str]:
    """Explains one rule."""
    page = page_of(rule)
    yield from ("", f"(rule-{rule.code.lower()})=", f"## {rule.code} · {rule.name}", "")
    yield f"- Severity: {severities(rule)}"
    yield f"- Message: {both(rule.message)}"
    yield f"- Hint: {both(rule.hint)}"
    if rule.needs_previous:
        yield "- Compares the document with the one before; without it the rule is not checked."
    yield from ("", page.text.en, "", page.text.zh)
    for title, example in (("Found", page.bad), ("Not found", page.good)):
        yield from ("", f"{title}:", "", "```yaml", example.rstrip(), "```")


# The command line


def commands_page() -> Iterator[str]:
    """Shows the help of all commands, as the command line itself gives it."""
    yield "# Commands"
    for name in ("", *COMMANDS):
        yield from ("", f"## {name or 'opshandover'}")
        for lang in LANGUAGES:
            call = ["--lang", lang, *([name] if name else []), "--help"]
            shown = CliRunner().invoke(cli, call, prog_name="opshandover", catch_exceptions=False)
            yield from ("", "```text", shown.output.rstrip(), "```")


# Secrets


def redaction_page() -> Iterator[str]:
    """The figures on how well secrets are found, counted here by running the code."""
    yield "# What redaction finds"
    measured = run_path(str(CORPUS.parent / "support" / "measure.py"))
    first: dict[str, int] = {**measured["FIRST"], **measured["MORE"]}
    figures = [(half, measured["measure"](half)) for half in first]
    rows = (
        (
            f"`{half}`",
            f"{first[half]} of {f.secrets}",
            f"{f.found} of {f.secrets} ({f.recall:.1%})",
            f"{f.alarms} in {f.harmless}",
        )
        for half, f in figures
    )
    yield from table(("Corpus", "Found at first", "Found now", "False alarms now"), rows)
    yield (
        "Lines as people write them, collected without knowledge of the patterns. `dev` and "
        "`heldout` are halves of one collection, split at random; `more` is a later one. What was "
        "missed in them was looked at while the patterns were mended, as in every list up to `fourteenth`, "
        "so their figures now flatter: what was found at first says what to expect of texts like these. "
        "Forty lines are few: the true share may lie ten points off. Texts of another trade may "
        "fare worse."
    )
    yield from manuals(measured)
    missed = corpus("missed")
    yield from ("", "Known to be missed; the secret is what stands between ⟦ and ⟧:", "")
    yield from ("```text", *missed, "```")


def manuals(measured: dict[str, Any]) -> Iterator[str]:
    """The share of secrets found in texts like operations manuals, and how much harmless text is masked."""
    yield from ("", "## Texts like operations manuals", "")
    first: dict[str, tuple[int, int]] = measured["MANUALS"]
    figures = [(name, measured["measure"](name)) for name in first]
    rows = (
        (
            f"`{name}`",
            f"{first[name][0]} of {f.secrets}, {first[name][1]} false",
            f"{f.found} of {f.secrets} ({f.recall:.1%})",
            f"{f.alarms} in {f.harmless}",
            f"{f.found / (f.found + f.alarms):.1%}",
        )
        for name, f in figures
    )
    heads = ("Corpus", "At first", "Found now", "False alarms now", "Share of masks that are right")
    yield from table(heads, rows)
    yield (
        "Commands, tables of endpoints, settings, test cases, minutes and checklists, with secrets in many "
        "forms among them. `manuals` was written before the patterns were, `second` while they were worked on, "
        "the others after they had been: what was found in these at first is the figure to go by, and "
        "it depends on how far the writer went from forms that are known: `sixth` and `seventh` hold mostly what "
        "earlier lists lack, values of letters alone, values spelled out, and lists below a heading; `eighth`, written "
        "last, is more like what people write every day. Most were written "
        "by people who knew the patterns, which flatters them; `sixth` was written before they were read, and `ninth` to "
        "`sixteenth` by people who had not seen them. `ninth` to `twelfth` hold many of the hardest forms, chats and pairs "
        "without a word beside them: 80, 67, 69 and 65 % were found at first, each after those before it had been worked "
        "on. `thirteenth` to `sixteenth` have the forms as often as people write them: 95, 97, 92 and 98 % were found at "
        "first. `fifteenth` and `sixteenth` were counted before and after the patterns were made fewer; of their lines, only "
        "those that were lost on the way were looked at. By form:"
    )
    by_form = {name: measured["recall_by_form"](name) for name in first}
    forms = dict.fromkeys(form for found in by_form.values() for form in found)
    yield from table(
        ("Form", *(f"`{name}`" for name in first)),
        ((form, *(f"{found[form]:.0%}" if form in found else "" for found in by_form.values())) for form in forms),
    )


def corpus(name: str) -> list[str]:
    """Reads the examples that the tests of redaction use."""
    lines = (CORPUS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    signs = str.maketrans({"¦": None, "↵": "\n", "⇥": "\t"})
    return [line.translate(signs) for line in lines if line and not line.startswith("#")]


if __name__ == "__main__":
    main()
