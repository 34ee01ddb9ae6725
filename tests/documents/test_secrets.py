"""Test the detection of secrets in documents."""

import base64
import random
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.features.workflows.documents.document import Document, Finding, Step, Variable
from service.features.workflows.documents.secrets import MAX_FINDINGS, find_secrets
from tests.documents.strategies import PROPERTY


def secret_of(alphabet: str, length: int, seed: int = 7) -> str:
    """Return random characters, the same in every run.

    Secrets are built at run time so that this file contains none.
    """
    return "".join(random.Random(seed).choices(alphabet, k=length))


ALNUM = string.ascii_letters + string.digits
UPPER = string.ascii_uppercase + string.digits
HEX = "0123456789abcdef"


def jwt() -> str:
    parts = [b'{"alg":"HS256","typ":"JWT"}', b'{"sub":"42","name":"Ada"}', bytes(range(32))]
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


SECRETS = {
    "openai": "sk-proj-" + secret_of(ALNUM, 48),
    "openai old": "sk-" + secret_of(ALNUM, 48),
    "anthropic": "sk-ant-" + "api03-" + secret_of(ALNUM + "-_", 90),
    "openrouter": "sk-or-" + "v1-" + secret_of(HEX, 64),
    "stripe": "sk_live_" + secret_of(ALNUM, 24),
    "github": "ghp_" + secret_of(ALNUM, 36),
    "github fine": "github_pat_" + secret_of(ALNUM + "_", 82),
    "gitlab": "glpat-" + secret_of(ALNUM, 20),
    "aws": "AKIA" + secret_of(UPPER, 16),
    "google": "AIza" + secret_of(ALNUM, 35),
    "slack": "xoxb-" + secret_of(string.digits, 12) + "-" + secret_of(ALNUM, 24),
    "slack webhook": "hooks.slack.com/services/T"
    + secret_of(UPPER, 8)
    + "/B"
    + secret_of(UPPER, 8)
    + "/"
    + secret_of(ALNUM, 24),
    "hugging face": "hf_" + secret_of(ALNUM, 34),
    "sendgrid": "SG." + secret_of(ALNUM, 22) + "." + secret_of(ALNUM, 43),
    "npm": "npm_" + secret_of(ALNUM, 36),
    "telegram": secret_of(string.digits[1:], 10) + ":AA" + secret_of(ALNUM, 33),
    "notion": "ntn_" + secret_of(ALNUM, 46),
    "jwt": jwt(),
    "bearer": "Bearer " + secret_of(ALNUM, 30),
    "url": "postgresql://app:" + secret_of(ALNUM, 12) + "@db.internal/app",
    "private key": "-----BEGIN " + "OPENSSH PRIVATE KEY-----",
    "password": "password=" + "hunter2-and-more",
    "quoted": 'api_key: "' + secret_of(ALNUM, 20) + '"',
    "json": '"client_secret" : "' + secret_of(ALNUM, 20) + '"',
    "random": secret_of(ALNUM, 48),
    "base64": base64.b64encode(random.Random(3).randbytes(48)).decode(),
}


def in_template(text: str) -> list[Finding]:
    return find_secrets(Document(steps=[Step(key="a", template=text)]))


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("around", ["{}", "Use {} here.", "é: {}\nnext", "`{}`", "({})", 'x="{}"', "{},"])
def test_a_secret_is_found_in_its_place(name: str, around: str) -> None:
    secret = SECRETS[name]
    text = around.replace("{}", secret)
    (finding,) = in_template(text)
    start = text.index(secret)
    assert finding.code == "secret_found"
    assert finding.severity == "error"
    assert finding.pointer == "/steps/0/template"
    assert finding.step == "a"
    assert finding.offset is not None
    assert start <= finding.offset < start + len(secret)
    hidden = text[finding.offset : start + len(secret)].rstrip()
    assert hidden[:5] not in finding.message or len(hidden) <= 5
    assert text[finding.offset : finding.offset + 4] in finding.message


def test_every_field_is_searched() -> None:
    key = SECRETS["github"]
    content = Document(
        variables=[Variable(name="x", description=key, default=key, example=key, choices=["a", key])],
        steps=[Step(key="a", title=key, template=f"x {key}", model=key, parameters={"b": key})],
    )
    assert {(f.pointer, f.offset) for f in find_secrets(content)} == {
        ("/variables/0/description", 0),
        ("/variables/0/default", 0),
        ("/variables/0/example", 0),
        ("/variables/0/choices/1", 0),
        ("/steps/0/title", 0),
        ("/steps/0/template", 2),
        ("/steps/0/model", 0),
        ("/steps/0/parameters/b", 0),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Set OPENAI_API_KEY=sk-your-key-goes-here-please and go on.",
        "Use sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.",
        "AKIAIOSFODNN7EXAMPLE is the one in Amazon's manual.",
        "Authorization: Bearer {{api_token}}",
        "Authorization: Bearer <token>",
        "Authorization: Bearer YOUR_TOKEN_GOES_HERE_1234",
        "password: at least 12 characters, one of them a digit",
        "The password: correct-horse-battery-staple is a joke.",
        "token: {{token}}; secret={{secret}}",
        "password=${DB_PASSWORD_2}",
        "postgres://{{user}}:{{password}}@{{host}}/db",
        "postgres://user:password@localhost/db",
        "api_key = os.environ['OPENAI_API_KEY_2']",
        "max token: 4096, token: cl100k_base/4",
        "https://docs.google.com/document/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "commit 3f786850e387550fdab836ed7e6dc881de23001b fixes it",
        "sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479",
        "task-oriented, risk-averse, desk-research-and-interview-preparation-guide",
        "sk-learn-pipelines-with-columns",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "internationalizationAndLocalizationStrategyForTheWholeTeam2025",
        "a/very/long/path/to/some/file/in/a/Repository/with/Many/Folders/v2/index.html",
        "=" * 80,
        "-" * 80,
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
        "midjourney --ar 16:9 --stylize 750 --v 6.1 --seed 1234567890",
    ],
)
def test_ordinary_text_is_no_secret(text: str) -> None:
    assert in_template(text) == []


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from _texts(member)
    elif isinstance(value, list):
        for member in value:
            yield from _texts(member)


def test_demo_projects_and_documents_contain_no_secret() -> None:
    """The texts are all demo projects, demo workflows and our documents."""
    prose = [
        text for path in Path("service/dev/demo").rglob("*.toml") for text in _texts(tomllib.loads(path.read_text()))
    ]
    prose += [path.read_text() for path in Path("docs").rglob("*.md")]
    assert sum(map(len, prose)) > 100_000
    found = [(text[f.offset or 0 :][:40], f.message) for text in prose for f in in_template(text)]
    assert found == []


@PROPERTY
@given(st.lists(st.sampled_from(["a", "key", "token", "the", "prompt", "sk-", "password:", "{{x}}", "=", "\n", "42"])))
def test_words_are_not_reported_as_secrets(words: list[str]) -> None:
    assert in_template(" ".join(words)) == []


@pytest.mark.parametrize(
    "evil",
    [
        "eyJ",
        "sk-",
        "Bearer ",
        "a",
        "://",
        "a:",
        "https://",
        "password:",
        "-----BEGIN ",
        "-",
        "eyJaaaaaaaaa.",
        "A1b",
        "//a:",
    ],
)
@pytest.mark.timeout(20)
def test_the_search_takes_linear_time(evil: str) -> None:
    in_template(evil * (200_000 // len(evil)))


def test_the_number_of_findings_is_limited() -> None:
    text = " ".join("ghp_" + secret_of(ALNUM, 36, seed) for seed in range(60))
    assert len(in_template(text)) == MAX_FINDINGS
