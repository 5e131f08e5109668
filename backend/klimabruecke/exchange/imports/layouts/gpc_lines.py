"""Rows of a GPC table to lines, by the rules all layouts share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from klimabruecke.calc.inventory import BIOGENIC, CO2E
from klimabruecke.exchange.imports import cells
from klimabruecke.exchange.imports.container import Cell
from klimabruecke.exchange.imports.layouts.hints import Answers
from klimabruecke.exchange.imports.reading import Keys, NotationKey, Place, Problem, ReadLine, Severity

GASES = ("co2", "ch4", "n2o")
MOST_ACTIVITY = Decimal(10**15)
GAS_TOLERANCE_KG = 10
"""Files round lines to kilograms and totals to tonnes with three digits."""
QUALITIES = ("H", "M", "L")
Row = Sequence[Cell]


@dataclass
class LineReader:
    """Reads the rows of one table. ``columns`` says where each field stands; a field may have no column.

    ``kg_per_unit`` is the unit of the amounts, ``kg_per_gas_unit`` that of the gases. An amount that cannot
    be read, or belongs nowhere, is a matter for a person: without it the total would be wrong. A row without
    an amount is left out with a warning.
    """

    sheet: str | None
    columns: Mapping[str, int]
    kg_per_unit: int = cells.KG_PER_T
    kg_per_gas_unit: int = cells.KG_PER_T
    german: bool = False
    answers: Answers = field(default_factory=Answers)
    lines: list[ReadLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    keys: Keys = field(default_factory=Keys)

    def read(self, number: int, row: Row, reference: str | None = None) -> ReadLine | None:
        """The line in this row, kept in ``lines``; None where there is none to take over."""
        found = self._line(number, row, reference)
        if found is not None:
            self.lines.append(found)
        return found

    def amount_of(self, number: int, row: Row) -> int | None:
        return self._mass(number, row, "amount", self.kg_per_unit)

    def cell(self, row: Row, name: str) -> Cell | None:
        return cells.at(row, self.columns.get(name))

    def say(self, rule: str, severity: Severity, number: int, name: str | None = None, **values: Any) -> None:
        place = self.columns.get(name) if name else None
        column = None if place is None else cells.letter(place)
        self.problems.append(Problem(rule, severity, Place(self.sheet, number, column), values))

    def _line(self, number: int, row: Row, reference: str | None) -> ReadLine | None:
        masses = {name: self._mass(number, row, name, self.kg_per_gas_unit) for name in (*GASES, "biogenic")}
        gas, amount = CO2E, self._total(number, row, masses)
        if amount is None and masses["biogenic"] is not None and not cells.text(self.cell(row, "key")):
            gas, amount, masses["biogenic"] = BIOGENIC, masses["biogenic"], None
        known = reference or self._reference(number, row, amount)
        key = self._notation(number, row, amount)
        if known is None or (amount is None and key is None):
            return None
        notation, target = key or (None, None)
        activity = self._text(row, "activity")
        return ReadLine(
            place=Place(self.sheet, number),
            key=self._text(row, "row_key") or self.keys.next(known, activity),
            gpc_ref=known,
            gas=gas,
            amount_kg=None if notation else amount,
            notation_key=notation,
            ie_reference=target or cells.reference(self.cell(row, "ie_reference")),
            explanation=self._text(row, "explanation") if notation else None,
            co2_kg=masses["co2"],
            ch4_kg=masses["ch4"],
            n2o_kg=masses["n2o"],
            biogenic_co2_kg=masses["biogenic"],
            activity=activity,
            activity_value=self._number(row, "activity_value"),
            activity_unit=self._text(row, "activity_unit"),
            quality_activity=self._quality(row, "quality_activity"),
            quality_factor=self._quality(row, "quality_factor"),
            source=self._text(row, "source"),
            note=self._text(row, "note") or (None if notation else self._text(row, "explanation")),
        )

    def _total(self, number: int, row: Row, masses: Mapping[str, int | None]) -> int | None:
        amount = self.amount_of(number, row)
        gases = [kg for name in GASES if (kg := masses[name]) is not None]
        if not gases:
            return amount
        if amount is None:
            self.say("total_from_gases", "warn", number, "amount")
            return sum(gases)
        if abs(sum(gases) - amount) > GAS_TOLERANCE_KG:
            values = {"total_t": amount / cells.KG_PER_T, "gases_t": sum(gases) / cells.KG_PER_T}
            self.say("gas_sum_differs", "warn", number, "amount", **values)
        return amount

    def _mass(self, number: int, row: Row, name: str, kg_per_unit: int) -> int | None:
        cell = self.cell(row, name)
        if cell is None or cell == "":
            return None
        if self._is_key(cell) if name == "amount" else cells.text(cell).upper() in QUALITIES:
            return None  # CityCatalyst writes the letter of the quality over the mass of CO2
        try:
            return cells.kilograms(cell, kg_per_unit, german=self.german)
        except ValueError as wrong:
            rule = "amount_out_of_range" if isinstance(wrong, cells.OutOfRange) else "not_a_number"
            self.say(rule, "quarantine" if name == "amount" else "warn", number, name)
            return None

    def _reference(self, number: int, row: Row, amount: int | None) -> str | None:
        cell = self.cell(row, "reference")
        found = cells.reference(cell)
        said = cells.text(cell)
        if found is None:
            severity: Severity = "warn" if amount is None else "quarantine"
            self.say("reference_unknown" if said else "reference_missing", severity, number, "reference")
        elif found != said.upper():
            self.say("reference_alias", "warn", number, "reference", reference=found)
        return found

    def _is_key(self, cell: Cell | None) -> bool:
        """In wide tables a key stands in the place of the number."""
        return isinstance(cell, str) and cells.text(cell)[:1].isalpha()

    def _notation(self, number: int, row: Row, amount: int | None) -> tuple[NotationKey, str | None] | None:
        name = "key" if cells.text(self.cell(row, "key")) else "amount"
        cell = self.cell(row, name)
        if not cells.text(cell) or (name == "amount" and not self._is_key(cell)):
            if amount is None:
                self.say("nothing_stated", "warn", number, "amount")
            return None
        if amount:
            self.say("amount_and_key", "quarantine", number, name)
            return None
        said = cells.text(cell).upper()
        if said in self.answers.notation_keys:
            return self.answers.notation_keys[said], None
        found, target = cells.notation(cell) or (None, None)
        if found is None:
            self.say("unknown_notation_key", "warn", number, name, key=said[:20])
            return None
        return found, target

    def _text(self, row: Row, name: str) -> str | None:
        cell = self.cell(row, name)
        return cells.text(cell)[:400] or None if cell else None

    def _quality(self, row: Row, name: str) -> str | None:
        said = cells.text(self.cell(row, name)).upper()[:1]
        return said if said in QUALITIES else None

    def _number(self, row: Row, name: str) -> Decimal | None:
        """A number that is told beside the amount; what is none is left out."""
        try:
            value = cells.decimal(self.cell(row, name), german=self.german)
        except ValueError:
            return None
        return value if value is not None and abs(value) <= MOST_ACTIVITY else None
