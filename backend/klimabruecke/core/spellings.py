"""What a text must look like, in words: a pattern is for programs, nobody should have to read one."""

from klimabruecke.core.language import Bilingual

_WORDS: dict[str, Bilingual] = {}
_OTHERWISE = Bilingual(
    "Diese Schreibweise ist hier nicht zulässig. Prüfen Sie sie auf Tippfehler und Sonderzeichen.",
    "This spelling is not accepted here. Check it for typing mistakes and special characters.",
)


def spelled(pattern: str, words: Bilingual) -> str:
    """The pattern itself, now with the sentence that a mismatch is answered with."""
    _WORDS[pattern] = words
    return pattern


def words_for(pattern: str) -> Bilingual:
    """What a pattern asks for, as a sentence."""
    return _WORDS.get(pattern, _OTHERWISE)
