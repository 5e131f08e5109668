"""What a pasted table is sent with."""

from typing import Annotated

from pydantic import ConfigDict, Field

from klimabruecke.core.schemas import In
from klimabruecke.core.types import NO_CONTROL_CHARACTERS
from klimabruecke.footprint.schemas import Travellers
from klimabruecke.footprint.travel_tables.headings import Field as ColumnField

MAX_TEXT, MAX_COLUMNS, MAX_ROWS = 50_000, 60, 200

_EXAMPLE = "Datum;Von;Nach;Klasse;Personen\n14.09.2026;FRA;WDH;Economy;5\n20.09.2026;WDH;FRA;Economy;5"


class TravelTableIn(In):
    """A table as it was copied. Names of people in it are neither kept nor answered."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": _EXAMPLE, "travellers": 5}]})

    text: Annotated[str, Field(min_length=1, max_length=MAX_TEXT, pattern=NO_CONTROL_CHARACTERS)] = Field(
        description="The table with its headings: tab, semicolon, comma or several spaces between the cells."
    )
    travellers: Annotated[
        Travellers | None, Field(description="How many go on each leg, where the table has no number.")
    ] = None
    columns: Annotated[
        list[ColumnField | None] | None,
        Field(
            max_length=MAX_COLUMNS,
            description="What each column is, in order, where the headings were not recognised.",
        ),
    ] = None
