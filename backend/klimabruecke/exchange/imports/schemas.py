"""What an import is asked with, and what it looks like from outside."""

from typing import Annotated, Literal

from fastapi import UploadFile
from pydantic import ConfigDict, Field

from klimabruecke.core.errors import Sentences
from klimabruecke.core.language import Bilingual
from klimabruecke.core.schemas import In, Out, PageQuery, RowOut, sort_pattern, unset
from klimabruecke.core.spellings import spelled
from klimabruecke.core.types import (
    FILLED,
    Count,
    Integer,
    Moment,
    QueryFlag,
    QueryInteger,
    RecordId,
    ShortText,
    Slug,
)
from klimabruecke.exchange.imports.container import MAX_FILE_BYTES
from klimabruecke.exchange.imports.layouts.hints import Unit
from klimabruecke.exchange.imports.layouts.template import FIELDS as INVENTORY_FIELDS
from klimabruecke.exchange.imports.reading import Layout, NotationKey, Severity, Standard
from klimabruecke.exchange.imports.resources.activity_fields import COLUMNS as ACTIVITY_COLUMNS
from klimabruecke.exchange.imports.resources.measure_fields import COLUMNS as MEASURE_COLUMNS

Resource = Literal["inventories", "measures", "activities"]
State = Literal[
    "uploaded",
    "validating",
    "needs_mapping",
    "previewed",
    "applied",
    "quarantined",
    "refused",
    "failed",
    "reversed",
]
MappedField = Annotated[
    str,
    Field(
        max_length=40,
        pattern=spelled(
            f"^({'|'.join(sorted({*INVENTORY_FIELDS, *MEASURE_COLUMNS, *ACTIVITY_COLUMNS}))})$",
            Bilingual(
                "Dieses Feld gibt es nicht. Welche es gibt, steht in /api/v1/openapi.json.",
                "There is no such field. Those that exist are in /api/v1/openapi.json.",
            ),
        ),
    ),
]
Heading = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
AskedWord = Annotated[str, Field(min_length=3, max_length=80, pattern=FILLED)]
KeyInFile = Annotated[str, Field(min_length=1, max_length=20, pattern=r"^[!-~ ]+$")]
Reason = Annotated[str, Field(min_length=1, max_length=1000, pattern=FILLED)]
ImportYear = Annotated[QueryInteger, Field(ge=1850, le=2200)]
Mass = Annotated[int, Field(ge=-(10**15), le=10**15)]

CITY = "The city the figures are of."
RESOURCE = "What the file holds."
YEAR = (
    "The year the figures are of; needed where the file does not say. A file of several years gives that one."
)
DRY_RUN = "Only check and show; apply it later at `/imports/{id}/applications`."
MAPPING_ID = "Answers given earlier for files of this city; see `/import-mappings`."
STATE = (
    "`needs_mapping`: a question is open. `previewed`: ready to be applied. `quarantined`: something speaks"
    "against it and a person decides, with a reason. `refused`: nothing in it can be taken over. `failed`: "
    "a fault "
    "of ours. `reversed`: undone."
)
ASKS = "What a mapping can say more about: the unknown key, or the headings of an unknown layout."
COLUMNS = "Which heading stands over which field, for tables with headings of their own."
KEYS = "What notation keys mean that are not known here, such as RN."
WORDS = (
    "What a status, a category or another word of the file means here, by `field:word` as the question names "
    "it, such as `status:12`; `-` stands for none."
)
UNIT = "The unit of the amounts, where the file does not say."
STANDARD = "The standard of the inventory, where the file does not say."


class ImportIn(In):
    """A file to be taken over, with what it is."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    file: UploadFile = Field(
        default_factory=unset,
        description="A workbook (.xlsx, .xlsm without its macros), a CSV table, or a feed of actions in "
        "JSON, at most 20 MB; either this or `upload_id`.",
        json_schema_extra={"format": "binary", "maxLength": MAX_FILE_BYTES},
    )
    upload_id: Annotated[
        RecordId | None, Field(description="The file, where it was uploaded in pieces; see `/uploads`.")
    ] = None
    resource: Resource = Field(description=RESOURCE)
    city_id: Slug = Field(description=CITY)
    year: Annotated[ImportYear | None, Field(description=YEAR)] = None
    dry_run: Annotated[QueryFlag, Field(description=DRY_RUN)] = False
    mapping_id: Annotated[RecordId | None, Field(description=MAPPING_ID)] = None


class ImportMappingIn(In):
    """Answers to what a file leaves open. They are kept for files of the same city."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"notation_keys": {"RN": "NE"}},
                {"unit": "kt", "standard": "bisko"},
                {"words": {"status:12": "in_progress", "sector:21": "energy", "action_type:-": "mitigation"}},
            ]
        }
    )

    columns: Annotated[
        dict[MappedField, Heading], Field(default_factory=dict, max_length=30, description=COLUMNS)
    ]
    notation_keys: Annotated[
        dict[KeyInFile, NotationKey], Field(default_factory=dict, max_length=30, description=KEYS)
    ]
    words: Annotated[dict[AskedWord, Slug], Field(default_factory=dict, max_length=300, description=WORDS)]
    unit: Annotated[Unit | None, Field(description=UNIT)] = None
    standard: Annotated[Standard | None, Field(description=STANDARD)] = None


class ImportApplicationIn(In):
    """The decision to take an import over."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": "Confirmed by the statistics office."}]}
    )

    reason: Annotated[
        Reason | None, Field(description="Why it is right all the same; needed for a quarantined import.")
    ] = None


class ImportRowsOut(Out):
    """How many lines of the file are new, changed, unchanged or left out."""

    new: Count = Field(description="Lines that are not stored yet.")
    changed: Count = Field(description="Lines that are stored differently.")
    unchanged: Count = Field(description="Lines that are stored like this.")
    rejected: Count = Field(description="Rows that are left out; `problems` says why.")


class ImportProblemOut(Out):
    """Something people must know about the file."""

    sheet: ShortText | None = Field(description="The sheet; null in a table without sheets.")
    row: Count | None = Field(description="The row, counted from 1; null where it is about the whole file.")
    column: ShortText | None = Field(description="The letter of the column.")
    rule: Annotated[str, Field(max_length=80, pattern="^[a-z0-9_]+$", description="Stable name of the rule.")]
    severity: Severity = Field(description="What it means for the import: see `state`.")
    detail: Sentences = Field(description="What is wrong and what to do.")
    asks: Annotated[list[Heading], Field(max_length=100, description=ASKS)]


class _ImportFacts(Out):
    id: RecordId = Field(description="Id of the import.")
    city_id: Slug = Field(description=CITY)
    resource: Resource = Field(description=RESOURCE)
    year: int | None = Field(ge=1850, le=2200, description=YEAR)
    dry_run: bool = Field(description=DRY_RUN)
    file_name: ShortText = Field(description="Name of the file, as it was sent.")
    file_sha256: Annotated[
        str, Field(max_length=64, pattern="^[0-9a-f]{64}$", description="Hash of its bytes.")
    ]
    mapping_id: RecordId | None = Field(description=MAPPING_ID)
    state: State = Field(description=STATE)
    progress_percent: int = Field(ge=0, le=100, description="How far it is.")
    layout: Layout | None = Field(description="How the file is laid out, as it was recognised.")
    encoding: ShortText | None = Field(description="How a table's characters were read; null for workbooks.")
    rows: ImportRowsOut = Field(description="What became, or would become, of its lines.")
    reason: Reason | None = Field(description="Why it was applied although something spoke against it.")
    applied_at: Moment | None = Field(description="When it was applied.")


class ImportOut(RowOut, _ImportFacts):
    """An import."""


SectorTotals = Annotated[dict[ShortText, Mass], Field(max_length=1000)]


class ImportDetailOut(ImportOut):
    """An import with what it changes and what is wrong with it."""

    totals_before_kg: SectorTotals = Field(
        description="Kilograms of CO2e by sector before it; by `year/sector` for a file of several years."
    )
    totals_after_kg: SectorTotals = Field(description="The same after it.")
    inventory_ids: list[RecordId] = Field(max_length=500, description="The inventories it was applied to.")
    problems: list[ImportProblemOut] = Field(max_length=1001, description="In the order they were found.")


class ImportMappingOut(RowOut):
    """Answers given for files of a city."""

    id: RecordId = Field(description="Id of the mapping.")
    city_id: Slug = Field(description=CITY)
    columns: Annotated[dict[ShortText, Heading], Field(max_length=30, description=COLUMNS)]
    notation_keys: Annotated[dict[ShortText, NotationKey], Field(max_length=30, description=KEYS)]
    words: Annotated[dict[ShortText, Slug], Field(max_length=300, description=WORDS)]
    unit: Unit | None = Field(description=UNIT)
    standard: Standard | None = Field(description=STANDARD)


class UploadIn(In):
    """A file that is to come in pieces."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"file_name": "inventory-2023.xlsx", "size_bytes": 6_291_456}]}
    )

    file_name: Heading = Field(description="Name of the file.")
    size_bytes: Annotated[Integer, Field(ge=1, le=MAX_FILE_BYTES)] = Field(
        description="Bytes of the whole file, at most 20 MiB."
    )


class UploadOut(RowOut):
    """A file on its way in pieces."""

    id: RecordId = Field(description="Id of the upload.")
    file_name: ShortText = Field(description="Name of the file.")
    size_bytes: int = Field(ge=1, le=MAX_FILE_BYTES, description="Bytes of the whole file.")
    received_bytes: int = Field(ge=0, le=MAX_FILE_BYTES, description="Bytes that have arrived.")
    expires_at: Moment = Field(description="Until when it is kept.")


class ImportQuery(PageQuery):
    """Filters of the list of imports."""

    city: Annotated[Slug | None, Field(description=CITY)] = None
    resource: Annotated[Resource | None, Field(description=RESOURCE)] = None
    state: Annotated[State | None, Field(description=STATE)] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "created_at", "city_id"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "-created_at"


class ImportMappingQuery(PageQuery):
    """Filters of the list of mappings."""

    city: Annotated[Slug | None, Field(description=CITY)] = None
    sort: Annotated[
        str,
        Field(pattern=sort_pattern("id", "created_at"), max_length=80, description="`-` sorts downwards."),
    ] = "-created_at"
