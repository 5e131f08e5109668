"""Text made comparable, so that a search finds Zürich by zurich, zuerich and ZÜRICH."""

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_APART = re.compile(r"[\W_]+")

NOTHING = "\N{SYMBOL FOR NULL}"
"""What a search for mere punctuation looks for: an empty text would be found everywhere."""


def fold(text: str) -> str:
    """Lower case without accents, words set apart by one space: ``Zürich-Kloten`` is ``zurich kloten``."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _APART.sub(" ", "".join(letter for letter in plain if not unicodedata.combining(letter))).strip()


def spellings(text: str) -> list[str]:
    """The folded text and, where it differs, the one with its umlauts written out: munchen, muenchen."""
    lower = unicodedata.normalize("NFC", text.casefold())
    return list(dict.fromkeys((fold(lower), fold(lower.translate(_SPELT_OUT)))))


def search_text(*texts: str | None) -> str:
    """All spellings of some texts in one, to be searched for a folded part."""
    return " ".join(" ".join(spellings(text)) for text in texts if text)


def wanted(text: str) -> str:
    """What to look for in a ``search_text``."""
    return fold(text) or NOTHING
