"""The words of travel agencies' tables, in German and English, from a file anybody can add to."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from klimabruecke.core.seeding import read_rows

_FILE = Path(__file__).parent / "data" / "words.csv"
_SPELT_OUT = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue"}


def plain(text: str) -> str:
    """Small letters without punctuation, umlauts written out."""
    return " ".join(re.findall(r"\w+", text.casefold().translate(_SPELT_OUT)))


@cache
def meanings(kind: str) -> Mapping[str, str]:
    """What the words of this kind mean, such as the field of a heading or the means of transport."""
    rows = (row for row in read_rows(_FILE) if row["kind"] == kind)
    return {plain(word): row["meaning"] for row in rows for word in row["words"].split(", ")}
