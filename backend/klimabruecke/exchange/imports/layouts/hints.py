"""What is known before a file is read: what the upload says, and what people have said of such files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from klimabruecke.exchange.imports.reading import NotationKey, Standard

Unit = Literal["kg", "t", "kt"]
KG: Mapping[str, int] = {"kg": 1, "t": 1_000, "kt": 1_000_000}


@dataclass(frozen=True, slots=True)
class Answers:
    """A mapping: what people answered about the files of a city. Columns are named by their headings.

    ``words`` say what a status, a category or another word means here, by ``field:word``.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    notation_keys: Mapping[str, NotationKey] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    unit: Unit | None = None
    standard: Standard | None = None


@dataclass(frozen=True, slots=True)
class Hints:
    """``year`` as the upload names it; ``city_words`` are the telling words of the city it is for."""

    file_name: str = ""
    year: int | None = None
    city_words: frozenset[str] = frozenset()
    answers: Answers = Answers()
