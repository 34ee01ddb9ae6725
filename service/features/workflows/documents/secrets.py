"""Detection of secrets: keys, tokens and passwords that a maker might publish by mistake.

It finds known formats, assignments to words such as `password`, and strings too random to be words. It ignores
placeholders (`sk-your-key-here`, `{{api_key}}`). Every pattern starts at a word boundary and has a bounded length, so
that a search takes linear time.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Final

from service.features.workflows.documents.document import Document, Finding, texts

_EDGE: Final = r"(?<![A-Za-z0-9_\-])"

# Name, a literal that every match contains (a fast pre-check), and pattern. Source: the vendors' documentation.
_KNOWN: Final = [
    ("a private key", "PRIVATE KEY", r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"),
    ("an Anthropic key", "sk-ant-", _EDGE + r"sk-ant-[A-Za-z0-9_\-]{20,250}"),
    ("an OpenRouter key", "sk-or-", _EDGE + r"sk-or-v1-[0-9a-f]{40,80}"),
    ("an OpenAI key", "sk-", _EDGE + r"sk-(?=[A-Za-z_\-]{0,60}[0-9])[A-Za-z0-9_\-]{20,250}"),
    ("a Stripe key", "k_", _EDGE + r"[sr]k_(?:live|test)_[A-Za-z0-9]{16,250}"),
    ("a GitHub token", "gh", _EDGE + r"gh[pousr]_[A-Za-z0-9]{30,255}"),
    ("a GitHub token", "github_pat_", _EDGE + r"github_pat_[A-Za-z0-9_]{40,255}"),
    ("a GitLab token", "glpat-", _EDGE + r"glpat-[A-Za-z0-9_\-]{20,100}"),
    ("an AWS access key", "AKIA", _EDGE + r"AKIA[A-Z0-9]{16}(?![A-Za-z0-9])"),
    ("an AWS access key", "ASIA", _EDGE + r"ASIA[A-Z0-9]{16}(?![A-Za-z0-9])"),
    ("a Google API key", "AIza", _EDGE + r"AIza[A-Za-z0-9_\-]{35}(?![A-Za-z0-9])"),
    ("a Google OAuth token", "ya29.", _EDGE + r"ya29\.[A-Za-z0-9_\-]{20,250}"),
    ("a Google client secret", "GOCSPX-", _EDGE + r"GOCSPX-[A-Za-z0-9_\-]{20,250}"),
    ("a Slack token", "xox", _EDGE + r"xox[abeoprs]-[A-Za-z0-9\-]{10,250}"),
    ("a Slack webhook", "hooks.slack", r"hooks\.slack\.com/services/T\w{6,20}/B\w{6,20}/\w{16,40}"),
    ("a Discord webhook", "/webhooks/", r"discord(?:app)?\.com/api/webhooks/[0-9]{15,22}/[A-Za-z0-9_\-]{40,100}"),
    ("a Hugging Face token", "hf_", _EDGE + r"hf_[A-Za-z0-9]{30,100}"),
    ("a Replicate token", "r8_", _EDGE + r"r8_[A-Za-z0-9]{30,60}"),
    ("a Groq key", "gsk_", _EDGE + r"gsk_[A-Za-z0-9]{40,80}"),
    ("an xAI key", "xai-", _EDGE + r"xai-[A-Za-z0-9]{40,120}"),
    ("a Perplexity key", "pplx-", _EDGE + r"pplx-[A-Za-z0-9]{40,80}"),
    ("a SendGrid key", "SG.", _EDGE + r"SG\.[A-Za-z0-9_\-]{16,40}\.[A-Za-z0-9_\-]{30,60}"),
    ("an npm token", "npm_", _EDGE + r"npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])"),
    ("a PyPI token", "pypi-", _EDGE + r"pypi-AgEI[A-Za-z0-9_\-]{50,500}"),
    ("a Notion token", "ntn_", _EDGE + r"ntn_[A-Za-z0-9]{40,60}"),
    ("a Notion token", "secret_", _EDGE + r"secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])"),
    ("a Linear key", "lin_api_", _EDGE + r"lin_api_[A-Za-z0-9]{30,60}"),
    ("a DigitalOcean token", "_v1_", _EDGE + r"do[opr]_v1_[a-f0-9]{64}"),
    ("a Telegram bot token", ":AA", _EDGE + r"[0-9]{8,10}:AA[A-Za-z0-9_\-]{33}(?![A-Za-z0-9_\-])"),
    (
        "a JSON web token",
        "eyJ",
        _EDGE + r"eyJ[A-Za-z0-9_\-]{8,4000}\.eyJ[A-Za-z0-9_\-]{8,4000}\.[A-Za-z0-9_\-]{8,1000}",
    ),
    ("a bearer token", "Bearer ", r"(?<![A-Za-z])Bearer {1,4}[A-Za-z0-9._~+/\-]{20,1000}"),
    ("a bearer token", "bearer ", r"(?<![A-Za-z])bearer {1,4}[A-Za-z0-9._~+/\-]{20,1000}"),
    (
        "a password in a URL",
        "://",
        r"://[^\s/:@{}<>\[\]$*]{1,60}:(?!secret@|password@)[^\s/:@{}<>\[\]$*]{4,100}@",
    ),
]
_ASSIGNED: Final = re.compile(
    r"(?i:(?<![a-z])(password|passwd|passphrase|pwd|secret|secret[_-]?key|client[_-]?secret|api[_ -]?key|access[_-]?key"
    r"|auth[_-]?token|access[_-]?token|refresh[_-]?token|private[_-]?key|token))"
    r"[\"']?[ \t]{0,4}(?:=>?|:)[ \t]{0,4}[\"'`]?([^\s\"'`,;{}<>()\[\]]{8,200})"
)
_RANDOM: Final = re.compile(r"(?<![A-Za-z0-9_+/=\-])[A-Za-z0-9_+/\-]{32,200}={0,2}(?![A-Za-z0-9_+/=\-])")
_URL: Final = re.compile(r"https?://[^\s?#<>\"')\]]{1,2000}")
_PLACEHOLDER: Final = re.compile(
    r"(?i)example|placeholder|your|here|changeme|change-me|dummy|redacted|sample|fake|insert|replace|\.\.\.|xxx|\*\*\*|"
    r"0123456789|1234567|abcdefg|my[-_]"
)
_PATTERNS: Final = [(what, piece, re.compile(pattern)) for what, piece, pattern in _KNOWN]

MAX_FINDINGS: Final = 50
_RANDOM_BITS: Final = 4.2
"""Shannon entropy in bits per character.

99 % of strings of 32 random letters and digits have more; words with - or _ between them have less.
"""
_FEWEST_DISTINCT: Final = math.ceil(2**_RANDOM_BITS)
"""Minimum number of distinct characters for that entropy. Counting them is cheap."""


def find_secrets(content: Document) -> list[Finding]:
    """Return a finding for each possible secret, in the order of the document, at most 50.

    Each message contains only the first four characters of the secret.
    """
    found: list[Finding] = []
    places: list[tuple[str, str | None]] = []
    starts: list[int] = []
    pieces: list[str] = []
    length = 0
    for pointer, step, text in texts(content):
        places.append((pointer, step))
        starts.append(length)
        pieces.append(text)
        length += len(text) + 1
    # One search of all texts is faster than thousands. No pattern matches a line feed, so no match spans two texts.
    whole = "\n".join(pieces)
    for start, end, what in _spans(whole):
        place = bisect_right(starts, start) - 1
        pointer, step = places[place]
        message = f"This looks like {what} ({whole[start : min(start + 4, end)]}…). Remove it or use a variable."
        offset = start - starts[place]
        found.append(Finding(pointer=pointer, code="secret_found", message=message, offset=offset, step=step))
        if len(found) == MAX_FINDINGS:
            break
    return found


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start, end and kind of each secret, in order and without overlaps."""
    spans = [*_known(text), *_assigned(text), *_random(text)]
    end = 0
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if span[0] >= end:
            yield span
            end = span[1]


def _known(text: str) -> Iterator[tuple[int, int, str]]:
    for what, piece, pattern in _PATTERNS:
        if piece not in text:
            continue
        for match in pattern.finditer(text):
            if what == "a private key" or not _is_placeholder(match[0]):
                yield match.start(), match.end(), what


def _assigned(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _ASSIGNED.finditer(text):
        value = match[2].rstrip(".!?:")
        kinds = sum(bool(re.search(kind, value)) for kind in ("[a-z]", "[A-Z]", "[0-9]", "[^A-Za-z0-9]"))
        is_random = len(value) >= 8 and re.search("[0-9]", value) is not None and kinds >= 2 and "/" not in value
        if is_random and not _is_placeholder(value):
            yield match.start(2), match.start(2) + len(value), f"a {match[1].lower()}"


def _random(text: str) -> Iterator[tuple[int, int, str]]:
    addresses = [match.span() for match in _URL.finditer(text)]
    at = 0
    for match in _RANDOM.finditer(text):
        while at < len(addresses) and addresses[at][1] <= match.start():
            at += 1
        if at < len(addresses) and addresses[at][0] <= match.start():
            continue  # part of a URL: documents and images have random names
        if _looks_random(match[0]) and not _is_placeholder(match[0]):
            yield match.start(), match.end(), "a key"


def _looks_random(word: str) -> bool:
    """Return whether a word has letters of both cases, digits, and the entropy of a random string."""
    if len(set(word)) < _FEWEST_DISTINCT:
        return False
    digits = sum(c.isdigit() for c in word)
    upper = sum(c.isupper() for c in word)
    lower = sum(c.islower() for c in word)
    if min(upper, lower) < 4 or digits < 3:
        return False
    return _entropy(word) >= _RANDOM_BITS


def _entropy(word: str) -> float:
    return -sum(n / len(word) * math.log2(n / len(word)) for n in Counter(word).values())


def _is_placeholder(word: str) -> bool:
    return _PLACEHOLDER.search(word) is not None or len(set(word)) < 6
