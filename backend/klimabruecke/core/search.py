"""Search in texts with typing errors forgiven, on both databases alike.

``similar`` is the one function behind it. A table that is searched keeps its words folded in a column
``search_text``: on SQLite an FTS5 table ``search_<table>`` of trigrams stands beside it, kept by triggers; on
PostgreSQL an index of ``pg_trgm``. Both count the trigrams a word shares with the text (``word_similarity``).
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import Function
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import Boolean

ENOUGH = 0.51
"""A word is found in a text that has more than half of its trigrams in one stretch."""
_WORD = re.compile(r"[^\W_]+")
_MAX_WORDS = 8


def words(text: str) -> list[str]:
    """The words to search for: folded, each once, at most eight."""
    return list(dict.fromkeys(_WORD.findall(folded(text))))[:_MAX_WORDS]


def searchable(texts: Iterable[str | None]) -> str:
    """All words of some texts, folded, each with the two blanks before it that make its first trigrams."""
    found = dict.fromkeys(_WORD.findall(folded(" ".join(filter(None, texts)))))
    return "".join(f"  {word} " for word in found)


def folded(text: str) -> str:
    """Lower case without accents: who has no key for ö types o."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


class similar(Function[bool]):  # noqa: N801
    """True where a text (``search_text`` of a table with an ``id``) holds the word or one much like it."""

    type = Boolean()
    inherit_cache = True

    def __init__(self, word: Any, text: Any, record_id: Any) -> None:
        super().__init__("similar", word, text, record_id)


@compiles(similar, "sqlite")
def _similar_sqlite(element: similar, compiler: SQLCompiler, **options: Any) -> str:
    word, text, record_id = element.clauses
    given, index = compiler.process(word, **options), f"search_{text.table.name}"
    found = f"{index} MATCH trigram_query({given}) AND word_similarity({given}, text) >= {ENOUGH}"
    identity = compiler.process(record_id, **options)
    return f"{identity} IN (SELECT record_id FROM {index} WHERE {found})"  # noqa: S608 - names of ours


@compiles(similar, "postgresql")
def _similar_postgresql(element: similar, compiler: SQLCompiler, **options: Any) -> str:
    word, text, _ = (compiler.process(clause, **options) for clause in element.clauses)
    given = f"CAST({word} AS text)"
    # The threshold of this operator is set with every connection; see db.
    return f"({given} <%% {text} OR {text} LIKE '%%' || {given} || '%%')"


def trigram_query(word: str) -> str:
    """What FTS5 looks up to find candidates: any trigram inside the word, of short words any at all."""
    inside = [word[place : place + 3] for place in range(len(word) - 2)]
    return " OR ".join(f'"{trigram}"' for trigram in (inside if len(word) > 3 else _trigrams(word)))


def word_similarity(word: str, text: str) -> float:
    """What PostgreSQL calls the same, within one word of the text; 1 where it stands in there."""
    if word in text:
        return 1.0
    wanted = frozenset(_trigrams(word))
    return max((_alike(wanted, other) for other in text.split()), default=0.0)


def _alike(wanted: frozenset[str], other: str) -> float:
    """The best share of common trigrams over any stretch of the other word's trigrams."""
    trigrams = _trigrams(other)
    hits = [place for place, trigram in enumerate(trigrams) if trigram in wanted]
    best = 0.0
    for begin in hits:
        for common, end in enumerate(hits[hits.index(begin) :], start=1):
            best = max(best, common / (len(wanted) + end - begin + 1 - common))
    return best


@lru_cache(maxsize=20_000)
def _trigrams(word: str) -> tuple[str, ...]:
    padded = f"  {word} "
    return tuple(dict.fromkeys(padded[place : place + 3] for place in range(len(padded) - 2)))
