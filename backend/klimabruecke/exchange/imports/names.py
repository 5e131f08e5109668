"""Names of cities compared: what a file calls a city and what we call it."""

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]{3,}")
_GENERAL = {
    *("stadt", "city", "land", "state", "kreis", "federal", "municipality", "metropolitan", "greater"),
    *("freie", "free", "hansestadt", "hanseatic", "landeshauptstadt", "the", "und", "and"),
}


def telling_words(name: str) -> set[str]:
    """The words of a name that tell one city from another, without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return set(_WORD.findall(plain)) - _GENERAL
