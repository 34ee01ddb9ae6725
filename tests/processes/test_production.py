"""Test MODE=production: API and job processes reject settings that are safe only on a developer's machine."""

import os
import subprocess
import sys

import pytest

from service.core.config import SAMPLE_SECRET, Config, ConfigError

# MODE=development accepts these values; the other settings have defaults.
TRIAL = {
    "DATABASE_URL": "postgresql://db/x",
    "REDIS_URL": "redis://cache",
    "MAIL_URL": "file:///tmp/mail",
    "SECRET_KEYS": f"sample:{SAMPLE_SECRET},zeros:{'0' * 40}",
}
PRODUCTION = {
    **TRIAL,
    "MODE": "production",
    "MAIL_URL": "smtps://mail.example.org",
    "SECRET_KEYS": "2026-11:Zk3vJ9qLw2Xc7Rt5Yb8Nm4Pd6Hf1Gs0A",
    "PUBLIC_URL": "https://api.example.org",
    "WEB_URL": "https://www.example.org",
}


@pytest.mark.parametrize("command", ["serve", "worker"])
def test_all_problems_are_listed_before_anything_starts(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "service", command],
        env={"PATH": os.environ["PATH"], **TRIAL, "MODE": "production"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 2
    for name in ("WEB_URL", "PUBLIC_URL", "MAIL_URL", "secret of sample", "secret of zeros"):
        assert name in done.stderr, done.stderr
    assert SAMPLE_SECRET not in done.stderr


@pytest.mark.parametrize("name", ["MAIL_URL", "SECRET_KEYS", "PUBLIC_URL", "WEB_URL"])
def test_each_setting_is_checked(name: str) -> None:
    assert Config.from_env(PRODUCTION).mode == "production"
    with pytest.raises(ConfigError, match=name):
        Config.from_env(
            {variable: TRIAL.get(variable, "") if variable == name else value for variable, value in PRODUCTION.items()}
        )


@pytest.mark.parametrize("mode", ["development", ""])
def test_plain_http_needs_development_mode(mode: str) -> None:
    assert Config.from_env({**TRIAL, "MODE": mode}).mode == "development"


def test_an_unknown_mode_is_rejected() -> None:
    with pytest.raises(ConfigError, match="MODE must be one of development, production"):
        Config.from_env({**TRIAL, "MODE": "prod"})
