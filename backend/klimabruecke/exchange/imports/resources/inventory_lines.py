"""Lines that were read, as the inventories take them."""

from collections.abc import Iterator, Mapping
from typing import Any

from klimabruecke.exchange.imports.reading import ReadInventory, ReadLine
from klimabruecke.inventories.emissions.schemas import LineIn

UNEXPLAINED = "Nicht begründet / not explained"
"""For IE without a place and NE without a reason: the file says no more, and it is told as a warning."""
_GASES = {"CO2": "co2_kg", "CH4": "ch4_kg", "N2O": "n2o_kg"}


def line_ins(inventory: ReadInventory) -> list[LineIn]:
    """In the order of the file; biogenic CO2 is a line of its own."""
    return [line for _, line in line_ins_with_place(inventory)]


def line_ins_with_place(inventory: ReadInventory) -> Iterator[tuple[ReadLine, LineIn]]:
    """Each with the line of the file it comes from."""
    for read in inventory.lines:
        yield read, _line(read)
        if read.biogenic_co2_kg is not None:
            yield read, _biogenic(read)


def _line(read: ReadLine) -> LineIn:
    needs_words = read.notation_key == "NE" or (read.notation_key == "IE" and read.ie_reference is None)
    values: dict[str, Any] = {
        "line_key": read.key,
        "gpc_ref": read.gpc_ref,
        "sector": read.sector,
        "gas": read.gas,
        "amount_kg": read.amount_kg,
        "gas_split": _split(read),
        "notation_key": read.notation_key,
        "included_in": [read.ie_reference] if read.ie_reference and read.notation_key == "IE" else None,
        "explanation": read.explanation or (UNEXPLAINED if needs_words else None),
        **_circumstances(read),
    }
    return LineIn(**{**values, **read.own})


def _biogenic(read: ReadLine) -> LineIn:
    return LineIn(
        line_key=f"{read.key} CO2_biogenic"[:200],
        gpc_ref=read.gpc_ref,
        sector=read.sector,
        gas="CO2_biogenic",
        amount_kg=read.biogenic_co2_kg,
        **_circumstances(read),
    )


def _split(read: ReadLine) -> Mapping[str, int] | None:
    """Only where there is an amount to be split."""
    found = {gas: kg for gas, name in _GASES.items() if (kg := getattr(read, name)) is not None}
    return found if found and read.amount_kg is not None else None


def _circumstances(read: ReadLine) -> dict[str, Any]:
    return {
        "activity": _short(read.activity, 200),
        "activity_value": read.activity_value,
        "activity_unit": _short(read.activity_unit, 40),
        "quality_activity": read.quality_activity,
        "quality_factor": read.quality_factor,
        "source_note": read.source,
        "note": read.note,
    }


def _short(words: str | None, most: int) -> str | None:
    return words[:most] if words else None
