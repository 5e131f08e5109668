"""Bases of everything that travels: what comes in, what goes out, what filters a list."""

import hashlib
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.language import Bilingual
from klimabruecke.core.spellings import spelled
from klimabruecke.core.types import NO_CONTROL_CHARACTERS, Count, Moment, QueryFlag, QueryInteger

Verification = Literal["verified", "derived", "recalled", "reported"]
"""How a fact was established: read in the source, computed from such, remembered and not yet proven, or
stated by someone else."""


class In(BaseModel):
    """A request body: unknown names and non-finite numbers are refused."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, frozen=True)


def unset() -> Any:
    """The default of a field a patch may leave out; ``given`` tells it from null."""
    return None


class Patch(In):
    """A merge patch (RFC 7396): what is left out stays, null clears a field whose type admits it."""

    def given(self) -> dict[str, Any]:
        """The fields that were sent."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class Out(BaseModel):
    """An answer: every field is named.

    Its validator is made when it is first asked for: most answers are written straight from rows, and two
    hundred validators nobody asks for would cost every start time and memory.
    """

    model_config = ConfigDict(extra="forbid", from_attributes=True, defer_build=True)


class RowOut(Out):
    """The fields every stored record shows."""

    version: int = Field(
        ge=1, le=2**53 - 1, description="How often the record was written; it makes the ETag."
    )
    created_at: Moment = Field(description="When the record was first stored.")
    updated_at: Moment = Field(description="When the record was last written.")
    change_no: Count = Field(description="Place of the last change in the chain of its city.")
    demo: bool = Field(description="True for invented records of the demonstration.")


class PageQuery(BaseModel):
    """The parameters every list understands. A list adds its filters and its ``sort``."""

    model_config = ConfigDict(extra="forbid")

    page_names: ClassVar[frozenset[str]] = frozenset({"limit", "cursor", "sort", "count", "format", "locale"})

    limit: Annotated[QueryInteger, Field(ge=1, le=1000, description="Records on a page.")] = 50
    cursor: Annotated[
        str | None,
        Field(
            max_length=2000,
            pattern=spelled(
                r"^[A-Za-z0-9_-]+$",
                Bilingual(
                    "Diese Seitenmarke ist beschädigt. Beginnen Sie auf der ersten Seite.",
                    "This page mark is damaged. Start again at the first page.",
                ),
            ),
            description="Where the next page begins; take it from `next`.",
        ),
    ] = None
    count: Annotated[QueryFlag, Field(description="Also give the total number of records.")] = False
    format: Annotated[
        Literal["json", "ndjson", "csv"] | None, Field(description="The format, where Accept cannot be set.")
    ] = None
    locale: Annotated[
        Literal["de", "en"],
        Field(description="CSV only: `de` separates by semicolon and writes a decimal comma."),
    ] = "en"


@lru_cache(maxsize=256)
def shape_of(out: type[BaseModel]) -> str:
    """A digest of what an answer looks like: old copies do not answer for a new field."""
    schema = orjson.dumps(out.model_json_schema(mode="serialization"), option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(schema, digest_size=6).hexdigest()


SearchText = Annotated[str, Field(min_length=1, max_length=100, pattern=NO_CONTROL_CHARACTERS)]


def sort_pattern(*names: str) -> str:
    """The pattern of a ``sort`` parameter over a closed list of fields, such as ``-year,title``."""
    one = f"-?({'|'.join(names)})"
    choices = ", ".join(names)
    return spelled(
        f"^{one}(,{one}){{0,{len(names) - 1}}}$",
        Bilingual(
            f"Sortiert wird nach: {choices}. Ein Minuszeichen davor kehrt die Reihenfolge um.",
            f"Lists are sorted by: {choices}. A minus sign before it turns the order round.",
        ),
    )
