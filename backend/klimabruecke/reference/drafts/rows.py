"""A file of factors as text: its template, and its rows with everything that is wrong in them."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.seeding import read_rows
from klimabruecke.reference.drafts.schemas import MAX_ROWS, FactorRow
from klimabruecke.reference.drafts.texts import finding
from klimabruecke.reference.seed import DATA, FACTORS

MOST_FINDINGS = 100
COLUMNS = tuple(FactorRow.model_fields)
NEEDED = tuple(name for name, field in FactorRow.model_fields.items() if field.is_required())
NUMBERS = frozenset({"value", "co2_kg", "ch4_kg", "n2o_kg", "uncertainty_pct"})

EXAMPLE = "UBA-TREMOD-04"
"""A factor that is there: it shows how a row is filled in, and is refused where it is left in the file."""


class Numbered(NamedTuple):
    """A row with its number in the file; the headings are row 1."""

    number: int
    factor: FactorRow


def template() -> str:
    """The headings and one example, as CSV text."""
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, restval="", extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    factors = read_rows(DATA / FACTORS)
    writer.writerow(next(row for row in factors if row["id"] == EXAMPLE))
    return written.getvalue()


def parsed(text: str) -> list[Numbered]:
    """The rows of a file. Raises Invalid with up to a hundred findings, each with row and column."""
    text = text.removeprefix("\ufeff")
    headings, _, _ = text.partition("\n")
    separator = ";" if headings.count(";") > headings.count(",") else ","
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        raise Invalid(finding("no_csv")) from None
    names = [cell.strip() for cell in records[0]] if records else []
    refuse(list(_wrong_headings(names)))
    filled = [(number, cells) for number, cells in enumerate(records[1:], start=2) if any(cells)]
    if not filled:
        raise Invalid(finding("no_rows"))
    if len(filled) > MAX_ROWS:
        raise Invalid(finding("too_many_rows", context={"most": MAX_ROWS}))
    return _read(names, filled, has_commas=separator == ";")


def refuse(findings: Sequence[FieldError]) -> None:
    """Raises Invalid if there are any."""
    if findings:
        raise Invalid(*findings[:MOST_FINDINGS])


def _wrong_headings(names: Sequence[str]) -> Iterator[FieldError]:
    for place, name in enumerate(names, start=1):
        if name not in COLUMNS:
            yield finding("column_unknown", 1, context={"place": place})
        elif names.index(name) < place - 1:
            yield finding("column_repeated", 1, name)
    for name in NEEDED:
        if name not in names:
            yield finding("column_missing", 1, name)


def _read(
    names: Sequence[str], filled: Sequence[tuple[int, list[str]]], *, has_commas: bool
) -> list[Numbered]:
    rows: list[Numbered] = []
    findings: list[FieldError] = []
    for number, cells in filled:
        if len(cells) != len(names):
            findings.append(finding("cells", number, context={"found": len(cells), "wanted": len(names)}))
            continue
        given = {name: cell.strip() for name, cell in zip(names, cells, strict=True) if cell.strip()}
        if has_commas:
            given = {name: _with_point(cell) if name in NUMBERS else cell for name, cell in given.items()}
        try:
            rows.append(Numbered(number, FactorRow.model_validate(given)))
        except ValidationError as error:
            findings.extend(_findings(number, error))
    refuse(findings)
    return rows


def _with_point(cell: str) -> str:
    """1,5 becomes 1.5; a point in such a file could mean thousands, so it makes no number."""
    return cell.replace(".", "?").replace(",", ".")


def _findings(number: int, error: ValidationError) -> Iterator[FieldError]:
    for each in error.errors(include_url=False, include_input=False):
        context = each.get("ctx", {})
        code = str(context["error"]) if each["type"] == "value_error" else each["type"]
        yield finding(code, number, str(each["loc"][0]), context)
