"""Test that deceptive names are rejected and real names accepted."""

import pytest

from service.features.accounts.identity.domain import Refused, display_name_of, handle_of
from service.features.projects.projects.domain import title_of


@pytest.mark.parametrize(
    "handle",
    [
        "admin", "Adm1n", "4dm1n", "ad-min", "admin-team", "the-admin", "adrnin", "admin42", "superadmin", "a-d-m-i-n",
        "moderator1", "m0derator", "support", "supp0rt", "support-team", "help-official", "official-ada", "staff-7",
        "5ettings", "sign-up", "l0gin", "AIpoweredMakers", "ai-powered-makers", "aip0weredmakers-help", "deleted-x",
    ],
)  # fmt: skip
def test_a_handle_similar_to_a_reserved_one_is_rejected(handle: str) -> None:
    with pytest.raises(Refused) as refused:
        handle_of(handle)
    assert refused.value.code == "reserved"


@pytest.mark.parametrize(
    "handle",
    [
        "ada", "badminton", "admiral-x", "stafford", "supporter", "modern-art", "new-5", "moda", "hotel", "newton",
        "system-thinker", "security-nerd", "rooted", "api-fan", "team-blue", "maker-7",
        "officially", "user-one", "abc", "007",
    ],
)  # fmt: skip
def test_an_ordinary_handle_is_accepted(handle: str) -> None:
    assert handle_of(handle) == handle


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("\u0410dmin", "mixed_scripts"),  # a Cyrillic A
        ("p\u0430ypal", "mixed_scripts"),
        ("\u0391lpha", "mixed_scripts"),  # a Greek A
        ("Ada L\u043evelace", "mixed_scripts"),
        ("Ad\u200ba", "control_character"),
        ("Ad\u202ea", "control_character"),
        ("Ada\u2066", "control_character"),
        ("Ad\u00ada", "control_character"),
        ("Ada\u3164", "control_character"),  # a Hangul filler, which counts as a letter
        ("\uffa0a", "control_character"),
        ("Ada\u200d", "control_character"),
        ("Ad\u200ca", "control_character"),
        ("Ada\ufe0f", "control_character"),
        ("Ad\u034fa", "control_character"),
        ("Ada\U000e0041", "control_character"),
        ("Ada\u2800", "control_character"),
        ("a\u0300\u0301\u0302\u0303\u0304\u0305", "stacked_marks"),
        ("\u3164", "control_character"),
        ("\u2800", "too_short"),
        ("Admin", "reserved"),
        ("The ADM1N", "reserved"),
        ("\uff21\uff44\uff4d\uff49\uff4e", "reserved"),  # fullwidth
        ("\U0001d400\U0001d41d\U0001d426\U0001d422\U0001d427", "reserved"),  # mathematical
        ("\u0430dm\u0456n", "mixed_scripts"),
        ("AIpoweredMakers", "reserved"),
        ("AI powered makers", "reserved"),
        ("Support", "reserved"),
    ],
)
def test_a_deceptive_display_name_is_rejected(name: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        display_name_of(name)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "name",
    [
        "Ada Lovelace", "O'Brien-Smith", "Анна Каренина", "Ада", "Марія Приймаченко", "Ёлка 2", "Ελένη Παπαδοπούλου",
        "محمد علي", "علی\u200cرضا", "李明", "田中さくら", "タナカ Ken", "Kim 김철수", "한국어", "נועה", "नरेन्द्र",
        "क्\u200dष", "สมชาย", "Nguyễn Thị Hương", "Łukasz Żółć", "Jürgen Müller", "Анна (Anna)", "李明 Ming Li",
        "Ada ❤️", "Ada 👩\u200d💻", "葛\U000e0100城", "Support dog trainer", "Ada D. Min", "Σοφία & Ada", "kΩ lab",
        "Ahmed 2nd",
    ],
)  # fmt: skip
def test_a_real_name_is_accepted(name: str) -> None:
    assert display_name_of(name) == name


def test_a_name_is_stored_in_composed_form() -> None:
    assert display_name_of("Jose\u0301") == "Jos\u00e9"


def test_a_title_contains_no_invisible_characters() -> None:
    for title in ("AI-ассистент", "Prompt для ChatGPT", "Ω-meter 👩\u200d💻", "فارسی\u200cنویس", "GPTпомощник"):
        assert title_of(title) == title
    for title in ("Read\u200bing", "Reading\u2060", "a\U000e0041b"):
        with pytest.raises(Refused):
            title_of(title)
