"""Files as cities hand them over, built from the figures in ``data``."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

DATA = Path(__file__).parent / "data"
EXPECTED: dict[str, Any] = json.loads((DATA / "expected.json").read_text("utf-8"))
SECTOR_SHEETS = {
    "I": "I - Stationary",
    "II": "II - Transport",
    "III": "III - Waste",
    "IV": "IV - IPPU",
    "V": "V - AFOLU",
    "VI": "VI - Other scope 3",
}
ECRF_HEADINGS = [
    *("Inventory year", "GPC ref. no.", "CRF - Sector", "CRF - Sub-sector", "Scope", "Fuel type or activity"),
    *("Notation key", "Activity data - Amount", "Activity data - Unit"),
    *(
        "Activity data - Description and Methodology",
        "Activity data - Source",
        "Activity data - Data Quality",
    ),
    *("Emission factor - Unit", "Emission factor - CO2", "Emission factor - Total CO2e"),
    *(f"GHGs (metric tonnes CO2e) - {gas}" for gas in ("CO2", "CH4", "N2O", "Total CO2e", "Biogenic CO2")),
]
CITYCATALYST_HEADINGS = [
    *("Inventory Reference", "GPC Reference Number", "Subsector name", "Notation Key", "Total Emissions"),
    *("Total Emission Units", "Activity type", "Activity Value", "Activity Units", "Emission Factor - CO2"),
    *("Emission Factor - CH4", "Emission Factor - N2O", "Emission Factor - Unit", "CO2 Emissions"),
    *("CH4 Emissions", "N2O Emissions", "Data source ID", "Data source name"),
]
Row = Mapping[str, str]


def figures(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def workbook(sheets: Mapping[str, Iterable[Sequence[Any]]]) -> bytes:
    """A workbook of these rows; text stays text, as in files people fill in."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return made.getvalue()


def table(rows: Iterable[Sequence[Any]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def ciris(rows: Sequence[Row], city: str, year: int, population: int | None, **stated: float) -> bytes:
    """A CIRIS-like workbook; ``stated`` overrides the summary of a reference (dots as underscores)."""
    sheets: dict[str, list[list[Any]]] = {
        "City information": [
            *([""], ["", "Name of city", city], ["", "Inventory year", str(year)]),
            *(["", "Resident population", population or ""], ["", "Global Warming Potential", "AR5"]),
        ]
    }
    for sector, name in SECTOR_SHEETS.items():
        sheets[name] = [[""], ["", "Category"], ["", "GPC ref no.", "Scope", "GHG emissions source"]]
        ours = [row for row in rows if row["reference"].split(".")[0] == sector]
        for reference in dict.fromkeys(row["reference"] for row in ours):
            details = [row for row in ours if row["reference"] == reference]
            sheets[name] += _ciris_rows(reference, details, stated.get(reference.replace(".", "_")))
    sheets["Results_Summary"] = [["Sector", "t"], ["I - Stationary", 1.0]]
    return workbook(sheets)


def _ciris_rows(reference: str, details: Sequence[Row], stated: float | None) -> list[list[Any]]:
    given = [float(row["tonnes"]) for row in details if row["tonnes"]]
    total = stated if stated is not None else (sum(given) if given else "")
    rows: list[list[Any]] = [["", reference, 1, "Source", *[""] * 28, total]]
    for row in details:
        cells: list[Any] = [""] * 43
        cells[6], cells[38], cells[42] = row["activity"], row["key"], row["explanation"]
        cells[32] = float(row["tonnes"]) if row["tonnes"] else ""
        rows.append(cells)
    return [*rows, [""]]


def ecrf(rows: Sequence[Row], city: str, year: int, population: int, matrix: float | None = None) -> bytes:
    """An eCRF-like workbook; ``matrix`` is what its second sheet states for stationary energy."""
    lines: list[list[Any]] = [ECRF_HEADINGS]
    for row in rows:
        cells: list[Any] = [
            str(year),
            row["reference"],
            "",
            "",
            "Direct emissions",
            row["activity"],
            row["key"],
        ]
        cells += ["", "", row["explanation"], "", "", "", "", "", "", "", ""]
        lines.append([*cells, float(row["tonnes"]) if row["tonnes"] else ""])
    about = [
        *(["", "Type", "BASIC"], ["Boundary", "Name of city", city], ["", "Inventory year", str(year)]),
        ["", "Resident population within city boundary", population],
    ]
    sums = {} if matrix is None else {"eCRF_2": [["Total stationary energy", matrix]]}
    return workbook({"eCRF_1": about, **sums, "eCRF_3": lines})


def plain(rows: Sequence[Row], city: str, year: int, population: int | None = None, **options: str) -> bytes:
    """Our own table; with ``delimiter=";"`` in German numbers."""
    german = options.get("delimiter") == ";"
    headings = ["city", "year", "population", "gpc_ref", "emissions_tco2e", "notation_key", "activity"]
    lines = []
    for row in rows:
        tonnes = row["tonnes"].replace(".", "," if german else ".")
        cells = [city, year, population or "", row["reference"], tonnes, row["key"], row["activity"]]
        lines.append([*cells, row["explanation"]])
    return table([[*headings, "comment"], *lines], **options)


def citycatalyst(rows: Sequence[Row]) -> bytes:
    lines = []
    for row in rows:
        gases = [row["co2_kg"], row["ch4_kg"], row["n2o_kg"]]
        cells = ["N/A", row["reference"], "", row["key"], row["tonnes"], "t CO2e", "", "0", "kWh", *[""] * 4]
        lines.append([*cells, *gases, "", row["source"]])
    return table([CITYCATALYST_HEADINGS, *lines])


def bonn(**options: str) -> bytes:
    rows = figures("bonn_series")
    return table(
        [["year", "category", "type", "co2", "note"], *(list(row.values()) for row in rows)], **options
    )


def lines(**tonnes: float | str) -> list[dict[str, str]]:
    """Rows by reference, dots as underscores; a text is a notation key."""
    return [
        {
            "reference": name.replace("_", "."),
            "tonnes": "" if isinstance(value, str) else str(value),
            "key": value if isinstance(value, str) else "",
            "activity": "",
            "explanation": "",
        }
        for name, value in tonnes.items()
    ]


def repacked(content: bytes, **members: bytes) -> bytes:
    """The workbook with other bytes in some members; ``sheet1`` is the first sheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            name = Path(member.filename).stem
            new.writestr(member.filename, members.get(name, old.read(member)))
    return made.getvalue()


ETHEKWINI_2016 = {
    "I_1_1": 424998.02,
    "I_1_2": 2930927.78,
    "I_1_3": 280620.74,
    "I_2_1": 73586.77,
    "I_2_2": 1874277.76,
    "I_2_3": 178933.72,
    "I_3_1": 2428287.26,
    "I_3_2": 4563775.74,
    "I_3_3": 436957.25,
    "I_4_1": 1469120.0,
    "I_6_2": 1345890.84,
    "II_1_1": 6413554.17,
    "II_3_3": 4368322.5,
    "II_4_3": 252170.14,
    "III_1_1": 345203.9,
    "III_4_1": 50584.0,
}
"""eThekwini 2016 in t CO2e by reference, GPC database of C40, version 30.05.2023."""
