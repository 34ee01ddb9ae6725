"""Checks of names against impersonation: invisible characters, mixed scripts, and words reserved for staff.

Sources: Unicode Technical Standard 39 (mixed-script confusables, combining marks) and the property
Default_Ignorable_Code_Point. The table of confusables is part of the package confusable_homoglyphs.
"""

import re
import unicodedata
from typing import Final

from confusable_homoglyphs import categories, confusables

# Default_Ignorable_Code_Point, which unicodedata lacks, and the blank Braille pattern.
_IGNORABLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_ARABIC: Final = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9]")
_MONGOLIAN: Final = re.compile("[\u1820-\u1878\u1880-\u18aa]")
_VIRAMA: Final = 9  # its canonical combining class
_MARKS_IN_A_ROW: Final = 4  # UTS 39 §5.4

_WORD: Final = re.compile(r"[^\W\d_]+")
_EAST_ASIAN: Final = frozenset({"LATIN", "HAN", "HIRAGANA", "KATAKANA", "BOPOMOFO", "HANGUL"})  # UTS 39 §5.2

# Digits and signs used as letters. i, l and 1 look alike, so they map to the same letter.
_LETTERS: Final = str.maketrans("01i|!3@4$5+7689", "olllleaassttgbg")
_STAFF: Final = ("admin", "administrator", "moderator", "sysadmin", "aipoweredmakers")
_STAFF_WORDS: Final = (*_STAFF, "mod", "mods", "official", "staff", "support")


def has_invisible(text: str) -> bool:
    """Return whether a text contains characters that are invisible or change the text direction.

    Joiners and variation selectors are allowed where a script needs them: in Persian, in Indic and Mongolian scripts,
    after ideographs, and in emoji.
    """
    if text.isprintable() and _IGNORABLE.search(text) is None:
        return False
    return any(
        (not character.isprintable() or _IGNORABLE.match(character) is not None)
        and not _is_needed(character, text[at - 1 : at], text[at + 1 : at + 2])
        for at, character in enumerate(text)
    )


def _is_needed(character: str, before: str, after: str) -> bool:
    if not before:
        return False
    after_virama = unicodedata.combining(before) == _VIRAMA
    after_symbol = unicodedata.category(before) in ("So", "Sk") or before == "\ufe0f"
    if character == "\u200c":
        return after_virama or (_ARABIC.match(before) is not None and _ARABIC.match(after) is not None)
    if character == "\u200d":
        return after_virama or (after_symbol and after != "" and unicodedata.category(after) == "So")
    if character in "\ufe0e\ufe0f":
        return after_symbol
    if "\U000e0100" <= character <= "\U000e01ef":
        return bool(categories.alias(before) == "HAN")
    return "\u180b" <= character <= "\u180f" and _MONGOLIAN.match(before) is not None


def has_stacked_marks(text: str) -> bool:
    """Return whether a text has more consecutive combining marks than any script needs. `text` is in NFC."""
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) == "Mn" else 0
        if marks > _MARKS_IN_A_ROW:
            return True
    return False


def has_mixed_scripts(text: str) -> bool:
    """Return whether a word mixes confusable letters of several scripts, such as Latin and Cyrillic.

    Words of different scripts may follow each other, and East Asian scripts may be mixed.
    """
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        scripts = {categories.alias(letter) for letter in word} - {"COMMON", "INHERITED"}
        if len(scripts) < 2 or scripts <= _EAST_ASIAN:
            continue
        if confusables.is_confusable(word, greedy=False, preferred_aliases=["latin"] if "LATIN" in scripts else []):
            return True
    return False


def skeleton(text: str) -> str:
    """Return the Latin letters that a text resembles, without separators, marks and case, and with digits as letters.

    Texts with the same skeleton are confusable. Use the skeleton for comparison only.
    """
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    latin = "".join(c if c.isascii() else _lookalike(c) for c in plain)
    return re.sub("[^a-z]", "", latin.translate(_LETTERS)).replace("rn", "m").replace("vv", "w")


def _lookalike(character: str) -> str:
    """Return the ASCII letters that a character resembles, or ""."""
    for found in confusables.confusables_data.get(character, ()):
        if found["c"].isascii():
            return str(found["c"]).casefold()
    return ""


_STAFF_SKELETONS: Final = tuple(map(skeleton, _STAFF))
_STAFF_WORD_SKELETONS: Final = frozenset(map(skeleton, _STAFF_WORDS))


def is_staff_name(text: str) -> bool:
    """Return whether a name suggests that its maker is staff: `adm1n`, `admin-team`, `the real Moderator`."""
    if skeleton(text) in _STAFF_WORD_SKELETONS:
        return True
    parts = [skeleton(part) for part in re.split(r"[\W_]+", text) if part]
    return any(part.startswith(word) or part.endswith(word) for part in parts for word in _STAFF_SKELETONS)


def has_staff_word(text: str) -> bool:
    """Return whether a part of a handle is a staff word, with or without digits after it: `support-2`."""
    return any(skeleton(part.rstrip("0123456789")) in _STAFF_WORD_SKELETONS for part in text.split("-"))
