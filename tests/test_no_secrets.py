"""No error, warning, report or output shows a secret, wherever in a call, a file or a plugin it stood."""

import pickle
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.cli.calls import FAULTY, call, written
from tests.plugins.fakes import EXPORTERS, GOOD_EXPORTER, PROFILES, RULES, Fake, maker

import opshandover as oh
from opshandover.arguments import ensure_language
from opshandover.document.paths import Path as Place
from opshandover.errors import BatchError, OpsHandoverError, OpsHandoverWarning, warn
from opshandover.exporters import make
from opshandover.findings import Severity
from opshandover.model import OpsDocument, Task, WorkProgress
from opshandover.model.header import Waiver
from opshandover.plugins import cause_text
from opshandover.profiles import in_force, profile_of
from opshandover.redaction import MASK
from opshandover.reporting import WRITERS, Checked, FileResult, Unreadable, write
from opshandover.rules import Settings, check, hit, rule
from opshandover.rules.registry import rule_named
from opshandover.testing import a_document
from opshandover.text import LANGUAGES, Text, message

LEAKS = {
    "早班 密码：Gs2025!xQ": "Gs2025",
    "早班 password=Hunter2x9!kQ": "Hunter2x9",
    "早班 AKIAQ3EGTZ7NWX5LPV2B": "AKIAQ3EGTZ7NWX5LPV2B",
    "早班 https://ops:Tr0ub4dor9@db.example.com": "Tr0ub4dor9",
}
"""What people may type or paste, with the secret in it; 早班 is harmless, and reaches the reader."""
DOCUMENT = a_document()


@attrs.frozen(kw_only=True)
class Failing:
    """An exporter that fails with its own text."""

    suffix = ".txt"
    media_type = "text/plain"
    says: str

    def export(self, document: OpsDocument, *, lang: str) -> bytes:
        """Fail."""
        raise ValueError(self.says)


def _failing(says: str) -> Any:
    return Failing(says=says)


def _titled(title: str) -> OpsDocument:
    return OpsDocument(profile="daily_handover", work_progress=WorkProgress(tasks=(Task(title=title),)))


def _value_of_class(leak: str) -> Any:
    return type(leak, (), {})()


def _batch(leak: str, folder: Path) -> object:
    documents = [attrs.evolve(DOCUMENT, title=f"{n} {leak}", previous=_value_of_class(leak)) for n in range(3)]
    return oh.export_many(documents, "json", folder)


def _in_force(leak: str) -> None:
    with in_force([attrs.evolve(profile_of("charter"), name=leak, sections={})]):
        pass


CALLS: dict[str, Callable[[str, Path], object]] = {
    "exporter": lambda leak, _: oh.export(DOCUMENT, leak),
    "option": lambda leak, _: make("word", {leak: "1"}),
    "choice": lambda leak, _: oh.export(DOCUMENT, "word", theme=leak),
    "number": lambda leak, _: oh.export(DOCUMENT, "digest", limit=leak),
    "template": lambda leak, _: oh.export(DOCUMENT, "word", template=f"{leak}.docx"),
    "colour": lambda leak, _: oh.export(DOCUMENT, "word", colour=leak),
    "logo": lambda leak, folder: oh.export(DOCUMENT, "word", logo=str(folder / f"{leak}.png")),
    "language": lambda leak, _: ensure_language(leak),
    "options of an object": lambda leak, _: oh.export(DOCUMENT, _failing(""), None, None, **{leak: 1}),
    "cause": lambda leak, _: oh.export(DOCUMENT, _failing(leak)),
    "output": lambda leak, folder: oh.export(DOCUMENT, "json", folder / "missing" / f"{leak}.json"),
    "dump": lambda leak, folder: oh.dump(DOCUMENT, folder / leak / "missing" / "x.yaml"),
    "dump format": lambda leak, folder: oh.dump(DOCUMENT, folder / f"{leak}.unknown"),
    "format": lambda leak, _: oh.loads("title: x", format=leak),
    "load": lambda leak, folder: oh.load(folder / f"{leak}.yaml"),
    "load suffix": lambda leak, folder: oh.load(written(folder, "title: x", f"{leak.replace('/', '')}.unknown")),
    "settings file": lambda leak, folder: oh.Config.load(folder / f"{leak}.toml"),
    "select": lambda leak, _: oh.check(DOCUMENT, config=Settings(select=(leak,))),
    "severity": lambda leak, _: oh.check(DOCUMENT, config=Settings(severity={leak: Severity.INFO})),
    "rule": lambda leak, _: rule_named(leak),
    "profile": lambda leak, _: oh.score(attrs.evolve(DOCUMENT, profile=leak)),
    "invalid profile": lambda leak, _: _in_force(leak),
    "value": lambda leak, _: oh.check(attrs.evolve(DOCUMENT, title=_value_of_class(leak))),
    "argument": lambda leak, _: oh.check(_value_of_class(leak)),
    "path": lambda leak, _: Place.parse(f"a..b {leak}"),
    "unknown path": lambda leak, _: Place((leak,)).get(DOCUMENT),
    "batch": _batch,
}


def shown(error: OpsHandoverError) -> str:
    """All that people, programs and other processes get of an error."""
    texts = [str(error), repr(error), repr(pickle.dumps(error)), *(error.in_lang(lang) for lang in LANGUAGES)]
    texts += [pickle.loads(pickle.dumps(error)).in_lang(lang) for lang in LANGUAGES]  # noqa: S301 - our own
    for lang in LANGUAGES:
        unread = Unreadable(name="x", error=error, lang=lang)
        texts += [write(form, [unread], lang) for form in ("github", "junit", "sarif", "json")]
    return "\n".join(texts)


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize("name", CALLS)
def test_no_error_of_a_call_shows_a_secret(name: str, leak: str, tmp_path: Path) -> None:
    """Names, options, paths, types and causes are masked in every form of the error, with the words beside them kept."""
    with pytest.raises(OpsHandoverError) as caught:
        CALLS[name](leak, tmp_path)
    text = shown(caught.value)
    assert LEAKS[leak] not in text
    assert "早班" in text
    assert MASK in text
    if isinstance(caught.value, BatchError):
        assert not any(LEAKS[leak] in shown(error) for _, error in caught.value.failures)


@pytest.mark.parametrize("leak", LEAKS)
def test_no_finding_shows_a_secret(leak: str) -> None:
    """Neither the values of a hit, nor names of items, rules of waivers or a crash show one, in any report."""

    class Odd:
        def __str__(self) -> str:
            return leak

    @rule("XYZ001", "odd", Severity.ERROR, on=Task, message=("{item}：{a}{b}", "{item}: {a}{b}"), hint=("{b}", "{b}"))
    def odd(_task: Task, _at: object) -> Any:
        yield hit("title", a=leak, b=Odd())

    @rule("XYZ002", "crash", Severity.ERROR, on=Task, message=("坏", "bad"), hint=("", ""))
    def crash(_task: Task, _at: object) -> Any:
        raise type(leak, (ValueError,), {})(leak)

    waived = attrs.evolve(_titled(leak), waivers=(Waiver(rule=leak, path=leak, reason=leak),))
    for report in (check(_titled(leak), rules=(odd, crash)), check(waived)):
        for lang in LANGUAGES:
            files: list[FileResult] = [Checked(name=f"{n} {leak}.yaml", report=report, lang=lang) for n in range(2)]
            text = "\n".join(write(form, files, lang) for form in WRITERS)
            shown = str(report) + repr(report) + report._repr_html_() + report.as_html(lang)
            assert LEAKS[leak] not in text + shown + repr(pickle.dumps(report))
            assert "早班" in text


PLUGINS = {
    "exporters": (EXPORTERS, "raise ValueError({leak!r})"),
    "profiles": (PROFILES, "raise SystemExit({leak!r})"),
    "rules": (RULES, "Thing = (type({leak!r}, (), {{}})(),)"),
}


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Put fake distributions on the path."""
    monkeypatch.setattr("sys.path", [str(tmp_path), *sys.path])
    return maker(tmp_path)


def test_an_option_hides_the_value_that_only_its_name_makes_a_secret(fake: Fake) -> None:
    """`password=Hunter2x9` has its key word in one place of the message and the rest in another."""
    fake(EXPORTERS, "thing", GOOD_EXPORTER.replace("width", "password"))
    with pytest.raises(OpsHandoverError) as caught:
        make("thing", {"password": "Hunter2x9!kQ"})
    assert "Hunter2x9" not in shown(caught.value)
    assert "option password: expected a whole number, got …" in str(caught.value)


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize("group", PLUGINS)
def test_no_broken_plugin_shows_a_secret(group: str, leak: str, fake: Fake, tmp_path: Path) -> None:
    """What the import of a plugin raises is named in warnings and reports without the secret."""
    of, source = PLUGINS[group]
    fake(of, "thing", source.format(leak=leak))
    path = written(tmp_path)
    for lang in LANGUAGES:
        outputs = [call("--lang", lang, command, path) for command in ("check", "score")]
        outputs += [call("--lang", lang, "export", path, "-t", "thing"), call("--lang", lang, "exporters")]
        outputs += [call("--lang", lang, "new", "thing")]
        outputs += [call("--lang", lang, "check", path, "--format", form) for form in ("json", "junit", "sarif")]
        texts = [one.output + one.stderr for one in outputs]
        assert not any(LEAKS[leak] in text for text in texts)
        assert any("早班" in text and MASK in text for text in texts)


@pytest.mark.parametrize("leak", LEAKS)
def test_no_warning_shows_a_secret(leak: str) -> None:
    """Nor does the text of a foreign exception, even of one that raises when it is shown."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warn(message("坏了：{why}", "broken: {why}", why=ValueError(leak)))
    (one,) = caught
    assert isinstance(one.message, OpsHandoverWarning)
    for text in (str(one.message), repr(one.message), one.message.message["zh"], cause_text(KeyError(leak))):
        assert LEAKS[leak] not in text
        assert "早班" in text


ARGUMENTS: dict[str, list[str]] = {
    "file": ["check", "{}.yaml"],
    "score": ["score", "{}"],
    "format": ["export", "FILE", "-t", "{}"],
    "option": ["export", "FILE", "-t", "word", "--option", "{}"],
    "option without a value": ["export", "FILE", "-t", "word", "--option", "早班 密码 {}"],
    "value": ["export", "FILE", "-t", "word", "--option", "theme={}"],
    "template": ["export", "FILE", "-t", "word", "--option", "template={}.docx"],
    "suffix": ["export", "FILE", "-t", "word", "-o", "{}.pdf"],
    "twice": ["export", "FILE", "-t", "word", "--option", "{0}=1", "--option", "{0}=2"],
    "folder": ["export", "FILE", "-t", "json", "-o", "missing/{}/x.json"],
    "language": ["--lang", "{}", "rules"],
    "command": ["{}"],
    "unknown option": ["check", "FILE", "--{}"],
    "too much": ["exporters", "{}"],
    "rule": ["rules", "{}"],
    "profile": ["new", "{}"],
    "starter": ["new", "charter", "-o", "{}.txt"],
    "settings": ["check", "FILE", "--config", "{}.toml"],
    "report": ["check", "FILE", "--format", "{}"],
    "threshold": ["check", "FILE", "--fail-under", "{}"],
    "previous": ["check", "FILE", "--previous", "{}.yaml"],
}


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize("name", ARGUMENTS)
def test_no_call_at_the_prompt_shows_a_secret(
    name: str, leak: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever argument it was pasted into, in both languages."""
    monkeypatch.chdir(tmp_path)
    path = written(tmp_path)
    for lang in LANGUAGES:
        arguments = [one.format(leak).replace("FILE", str(path)) for one in ARGUMENTS[name]]
        result = call(*(() if "--lang" in arguments else ("--lang", lang)), *arguments)
        assert result.exit_code == 2
        assert LEAKS[leak] not in result.output + result.stderr
        assert name in ("report", "threshold") or "早班" in result.stderr


@pytest.mark.parametrize("leak", list(LEAKS)[:3])
def test_no_output_shows_the_secret_in_the_name_of_a_file(
    leak: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Check, score and export name files, which two documents and a team's settings may have, in every format."""
    monkeypatch.chdir(tmp_path)
    files = [written(tmp_path, FAULTY, f"{n} {leak}.yaml").name for n in range(2)]
    files += [written(tmp_path, "tilte: x", f"{leak}.yaml").name]
    (tmp_path / "opshandover.toml").write_text('lang = "zh"\n', "utf-8")
    (tmp_path / f"{leak}.toml").write_text('lang = "zh"\n', "utf-8")
    calls: list[tuple[str, ...]] = [
        ("check", "--format", form) for form in ("text", "json", "github", "junit", "sarif")
    ]
    calls += [("score",), ("score", "--format", "json"), ("check", "--fail-under", "99"), ("export", "-t", "word")]
    calls += [("check", "--config", f"{leak}.toml"), ("export", "-t", "markdown", "--show-hidden")]
    for lang in LANGUAGES:
        for one in calls:
            result = call("--lang", lang, *one, *files)
            text = result.output + result.stderr
            assert LEAKS[leak] not in text, one
            assert "早班" in text or "%E6%97%A9%E7%8F%AD" in text, one
            assert "Traceback" not in text


def test_harmless_values_are_shown_as_they_are() -> None:
    """What a message is filled with reaches the reader, if it is no secret; made safe twice, it is the same."""
    values = ("早班.yaml", "password_policy", "a\u200db", Text("密码策略", "password policy"), 12.5, "密码请咨询王敏")
    for value in values:
        once = message("{v}", "{v}", v=value)
        twice = message("{v}", "{v}", v=once.values["v"])
        for lang in LANGUAGES:
            assert once[lang] == twice[lang] == str(value[lang] if isinstance(value, Text) else value)
