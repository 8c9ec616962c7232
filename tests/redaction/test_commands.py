"""Secrets in commands, addresses and headers."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.commands import find_in_commands

SECRETS = (
    "mysql -u root -p'⟦Harbor 2026⟧' shop",
    "curl -u ops:⟦中文密码2026x⟧ https://a.example.com",
    "psql -username ops -password ⟦Harbor_aEf_73Im⟧ shop",
    "db1:5432:*:ro:⟦Sail.22x⟧",
    'echo "root:⟦T0or!x⟧" | chpasswd',
    "net user ops ⟦P@ss2025x⟧ /add",
    "xfreerdp /v:10.0.0.3 /u:ops /p:⟦Harbor77⟧",
    "htpasswd -b .htpasswd ops ⟦gate88keeper⟧",
    "https://api.example.com/pull?token=⟦a8f3k2⟧",
    "mysql -uroot -p⟦R00tPw99⟧ shop",
    "postgres://shop:⟦Pg!2026x⟧@db.internal:5432/shop",
    "Authorization: Bearer ⟦abc123def456ghi789jkl⟧",
    "machine git.example.com login bot password ⟦hedgehog⟧",
    "Cookie: lang=zh; sid=⟦8f3a1c5e7d⟧",
)
HARMLESS = (
    "echo done | sudo tee log",
    "net user count up 2025",
    "db1:5432 is slow",
    "`nohup ruby -w worker.rb >> out.log 2>&1 &`",
    "mysql -u root -p shop",
    'redis-cli -a "$REDIS_PASS" info',
    "--password-file /run/secrets/db",
    "[info@shop.example](https://emailto:info@shop.example)",
    "echo 14160000.pcie | sudo tee /sys/bus/unbind",
    "enter username and password\ngit clone https://git.example.com/a",
    "提交 userName + password\n2. 后端验证密码",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_in_commands, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_in_commands, line)
