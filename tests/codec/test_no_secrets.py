"""No fault shows a secret, wherever in a faulty file it stands and wherever the fault is shown."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.codec.faulty import faults, yaml_of

from opshandover.codec import loads
from opshandover.config.config import Config
from opshandover.errors import LoadError
from opshandover.reporting import Unreadable, write
from opshandover.text import LANGUAGES

SECRETS = ["Abc@12345xyz", "Gs2025!xQ9w"]
WORDS = ["密码：{}", "密码: {}", "password={}", "登录口令：{}"]

YAML = [
    "prepared_on: '{}'",
    "state: '{}'",
    "profile: '{}'",
    "'{}': 1",
    "'{}': 1\n'{}': 2",
    "giver: {{'{}': 1}}",
    "receivers: '{}'",
    "receivers: [甲，{}]",
    "giver: {{name: a, {}}}",
    "title: x #{}",
    "title: - {}",
    "title: **{}",
    "title: a: {}: b",
    "title: &a {}",
    'title: "{}',
    "title: [{}",
    "title: {}\n\tid: {}",
    "\u3000\u3000{}: 1",
    "work_progress: {{tasks: [{{progress: '{}', status: '{}', due: '{}'}}]}}",
    "data_analysis: {{metrics: [{{value: '{}'}}]}}",
    "risks: '{}'",
    "manages_people: '{}'",
    "schema_version: '{}'",
    "{}",
    "title: {}\x07",
]
JSON = [
    '{{"{}": 1}}',
    '{{"{}": 1, "{}": 2}}',
    '{{"profile": "{}", "state": "{}", "prepared_on": "{}"}}',
    '{{"title": "{}"',
    '"{}"',
    '{{"receivers": "{}", "risks": ["{}"], "giver": {{"{}": 1}}}}',
]
TOML = [
    '"{}" = 1',
    '"{}" = 1\n"{}" = 2',
    '["{}"]\n["{}"]',
    'a = "{}',
    "a = {}",
    "{} = 1",
    'state = "{}"\nprepared_on = "{}"',
    '[a]\n"{}".b = 1\n"{}" = 2',
]
PLACES = [("yaml", one) for one in YAML] + [("json", one) for one in JSON] + [("toml", one) for one in TOML]


def shown(error: LoadError) -> str:
    """All that people and programs are shown of an error."""
    texts = [str(error), repr(error)]
    for lang in LANGUAGES:
        texts.append(error.in_lang(lang))
        unread = Unreadable(name="x", error=error, lang=lang)
        texts += [write(form, [unread], lang) for form in ("github", "junit", "sarif", "json")]
    return "\n".join(texts)


@given(st.sampled_from(PLACES), st.sampled_from(WORDS), st.sampled_from(SECRETS))
def test_no_secret_is_shown(place: tuple[str, str], word: str, secret: str) -> None:
    """In keys, values, comments and texts that are no YAML, JSON or TOML, the secret stays hidden."""
    name, text = place
    text = text.replace("{{", "\0").replace("}}", "\1").replace("{}", word.format(secret))
    with pytest.raises(LoadError) as caught:
        loads(text.replace("\0", "{").replace("\1", "}"), format=name)
    assert secret not in shown(caught.value)


@pytest.mark.parametrize("text", ["title: 密码 #{}", "title: 口令 #{} x", "giver: {{name: x, 密码 {}}}"])
@pytest.mark.parametrize("secret", SECRETS)
def test_no_secret_is_shown_that_is_one_by_the_words_around_it(text: str, secret: str) -> None:
    """What is cut off from the word that makes it a secret is hidden as well."""
    with pytest.raises(LoadError) as caught:
        loads(f"profile: daily_work\n{text.format(secret)}", format="yaml")
    assert secret not in shown(caught.value)


SETTINGS = [
    '"{}" = 1',
    'lang = "{}"',
    'select = ["{}"]',
    'lang = "{}',
    '[severity]\n"{}" = "x"',
    '[profile."{}"]\nlabel = 1',
]


@given(st.sampled_from(SETTINGS), st.sampled_from(WORDS), st.sampled_from(SECRETS))
def test_no_secret_is_shown_of_settings(tmp_path: Path, text: str, word: str, secret: str) -> None:
    """The same with a file of settings."""
    path = tmp_path / "opshandover.toml"
    path.write_text(text.replace("{}", word.format(secret)), "utf-8")
    with pytest.raises(LoadError) as caught:
        Config.load(path)
    assert secret not in shown(caught.value)


@pytest.mark.parametrize(
    "fields",
    [
        "prepared_on: 密码：Abc@12345xyz",
        "systems: {items: [{名称: 后台, 密码：Abc@12345xyz}]}",
        "'password: Abc@12345xyz': 1",
        "'password: Abc@12345xyz': 1\n'password: Abc@12345xyz': 2",
        "state: 'password: Abc@12345xyz'",
        "title: x #password=Abc@12345xyz",
    ],
)
def test_secret_never_stands_in_a_fault(fields: str) -> None:
    """What was found is shown without the secret in it, be it a value, a key or a name."""
    for one in faults(yaml_of(fields)):
        for lang in LANGUAGES:
            assert "Abc@12345xyz" not in one.in_lang(lang)
    with pytest.raises(LoadError) as caught:
        loads("profile: 'password: Abc@12345xyz'", format="yaml")
    assert "Abc@12345xyz" not in str(caught.value)
