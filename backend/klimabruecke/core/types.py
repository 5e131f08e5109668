"""Types at the two edges: how values are stored, and how they travel in JSON.

Column types give the same Python value on SQLite and PostgreSQL; each also says how a raw
driver value becomes its JSON value (``wire``), which lets lists skip the ORM (see listing).
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any

import orjson
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError
from sqlalchemy import Boolean, Date, Dialect, Numeric, String, TypeDecorator, UnicodeText
from sqlalchemy.types import TypeEngine

from klimabruecke.core.canonical import canonical_json
from klimabruecke.core.clock import rfc3339
from klimabruecke.core.language import Bilingual
from klimabruecke.core.spellings import spelled

Wire = Callable[[Any], Any]


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; RFC 3339 text on SQLite, ``timestamptz`` on PostgreSQL."""

    impl = String(27)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            from sqlalchemy.dialects.postgresql import TIMESTAMP  # noqa: PLC0415

            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(String(27))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC) if dialect.name == "postgresql" else rfc3339(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return datetime.fromisoformat(value) if isinstance(value, str) else value


class DecimalText(TypeDecorator[Decimal]):
    """An exact decimal. SQLite would keep NUMERIC as REAL and lose digits, so there it is text."""

    impl = String(40)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Numeric() if dialect.name == "postgresql" else String(40))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return format(value, "f")

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else Decimal(value)


class JsonText(TypeDecorator[Any]):
    """A small list or object inside a row, as canonical JSON text, the same bytes on both databases."""

    impl = UnicodeText
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else canonical_json(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else orjson.loads(value)


def wire(column_type: TypeEngine[Any], dialect: str) -> Wire | None:
    """How a raw driver value of this column becomes its JSON value; None where it already is one."""
    if isinstance(column_type, DecimalText):
        return float
    if isinstance(column_type, JsonText):
        return orjson.loads
    if dialect == "sqlite":
        return bool if isinstance(column_type, Boolean) else None
    if isinstance(column_type, UtcDateTime):
        return rfc3339
    return date.isoformat if isinstance(column_type, Date) else None


# --- values in JSON ---------------------------------------------------------------------------

NO_CONTROL_CHARACTERS = spelled(
    r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$",
    Bilingual(
        "Der Text enthält unsichtbare Steuerzeichen. Löschen Sie ihn und tippen Sie ihn neu.",
        "The text contains invisible control characters. Delete it and type it again.",
    ),
)
FILLED = spelled(
    r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*"
    r"[^\u0000-\u0020\u007f\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]"
    r"[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$",
    Bilingual(
        "Hier fehlt ein Text, oder er enthält unsichtbare Steuerzeichen. Tippen Sie ihn neu.",
        "A text is missing here, or it contains invisible control characters. Type it again.",
    ),
)
"""Some text that can be seen: blanks alone are none."""
SLUG = spelled(
    r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$",
    Bilingual(
        "Eine Kennung besteht aus Buchstaben ohne Umlaute, Ziffern, Punkt und Strich, zum Beispiel bremen.",
        "An id is made of letters without accents, digits, dots and dashes, for example bremen.",
    ),
)
RECORD_ID = spelled(
    r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
    Bilingual(
        "Diese Kennung hat 32 Ziffern und Buchstaben in fünf Gruppen. Übernehmen Sie sie aus der Liste.",
        "This id has 32 digits and letters in five groups. Copy it from the list.",
    ),
)
COUNTRY_CODE = spelled(
    r"^[A-Z]{2}$",
    Bilingual(
        "Geben Sie den Ländercode aus zwei Großbuchstaben an, zum Beispiel DE.",
        "Give the country code of two capital letters, for example DE.",
    ),
)


def _real_integer(value: Any) -> Any:
    """JSON knows one kind of number, so 5.0 is 5; true and '5' are typing errors, not numbers."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("integer_expected")
    return value


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day_as_text(value: Any) -> Any:
    """pydantic reads 0, and "0" too, as 1 January 1970; a day is written out."""
    if isinstance(value, datetime) or not isinstance(value, (str, date)):
        raise ValueError("day_expected")
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("day_expected")
    return value


def _query_integer(value: Any) -> Any:
    if isinstance(value, str):
        digits = value.removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 18):
            raise ValueError("integer_expected")
        return int(value)
    return value


def _query_flag(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise ValueError("flag_expected")
        return value == "true"
    return value


_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9:.]{8,18}([Zz]|[+-][0-9]{2}:[0-9]{2})")


def _moment_as_text(value: Any) -> Any:
    if not isinstance(value, datetime) and not (isinstance(value, str) and _MOMENT.fullmatch(value)):
        raise ValueError("moment_expected")
    return value


FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)


def check_range(value: date, first: date, last: date) -> None:
    """Raises the error ``day_out_of_range``, which names both ends."""
    if not first <= value <= last:
        raise PydanticCustomError("day_out_of_range", "day out of range", {"first": first, "last": last})


def _ordinary_day(value: date) -> date:
    check_range(value, FIRST_DAY, LAST_DAY)
    return value


def _ordinary_moment(value: datetime) -> datetime:
    check_range(value.date(), FIRST_DAY, LAST_DAY)
    return value


Moment = Annotated[
    datetime,
    PlainSerializer(rfc3339, return_type=str),
    Field(json_schema_extra={"format": "date-time", "maxLength": 27}),
]
"""A moment in UTC as RFC 3339 text that always ends in ``Z``."""

Number = Annotated[Decimal, PlainSerializer(float, return_type=float)]
"""An exact decimal inside, a plain JSON number outside."""


def _exact(value: Any) -> Decimal:
    """A JSON number as it was written; a number in quotes is a typing error."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError("float_type")
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


EXACT = BeforeValidator(_exact)
"""A number of a request as it was written: ``Annotated[Decimal, EXACT, AS_NUMBER, Field(...), ...]``."""


def _shortest(value: Decimal) -> Decimal:
    """The same number without zeros behind it, as every file writes it: 5, not 5.0."""
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".")) if "." in text else Decimal(text)


SHORTEST = AfterValidator(_shortest)
AS_NUMBER = PlainSerializer(float, return_type=float)


def number_schema(least: int, most: int) -> WithJsonSchema:
    """How such a number is described; pydantic would admit text for a decimal."""
    return WithJsonSchema({"type": "number", "minimum": least, "maximum": most, "format": "double"})


WrittenDay = Annotated[date, BeforeValidator(_day_as_text)]
Day = Annotated[
    WrittenDay,
    AfterValidator(_ordinary_day),
    Field(
        json_schema_extra={
            "format": "date",
            "maxLength": 10,
            "pattern": r"^(19\d\d|2[01]\d\d|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
        }
    ),
]
"""A calendar day as ``YYYY-MM-DD``."""

QueryMoment = Annotated[
    AwareDatetime,
    AfterValidator(_ordinary_moment),
    BeforeValidator(_moment_as_text),
    Field(json_schema_extra={"format": "date-time", "maxLength": 40}),
]
"""A moment as RFC 3339 text with its time zone."""

Integer = Annotated[int, BeforeValidator(_real_integer)]
QueryInteger = Annotated[int, BeforeValidator(_query_integer)]
QueryFlag = Annotated[bool, BeforeValidator(_query_flag)]
Count = Annotated[int, Field(ge=0, le=2**53 - 1)]
"""A number of things; the upper end is the largest integer every JSON reader keeps exact."""
Slug = Annotated[str, Field(pattern=SLUG, max_length=80)]
RecordId = Annotated[
    str,
    Field(
        pattern=RECORD_ID,
        json_schema_extra={"format": "uuid", "minLength": 36, "maxLength": 36},
    ),
]
"""The id of a record that has no natural name (UUIDv7)."""
ShortText = Annotated[str, Field(max_length=200, pattern=NO_CONTROL_CHARACTERS)]
Text = Annotated[str, Field(max_length=4000, pattern=NO_CONTROL_CHARACTERS)]
CountryCode = Annotated[str, Field(pattern=COUNTRY_CODE, json_schema_extra={"minLength": 2, "maxLength": 2})]
"""The length is in the pattern: who writes `Deutschland` shall read what is asked for, not a length."""
Year = Annotated[int, Field(ge=1850, le=2200)]
