"""What the lines of an inventory add up to: BASIC, BASIC+, territorial, by gas and by set of potentials.

Rules of GPC 1.1 (they give the totals C40 published in 328 of 329 city-years): BASIC is scope 1 and 2 of
stationary energy and transport without I.4.4, plus the city's own waste (III.x.1 and III.x.2); BASIC+ adds
scope 3 of both, industrial processes (IV) and land use (V); territorial is scope 1 with I.4.4 and imported
waste (III.x.3), IV and V. Other scope 3 (VI) and biogenic CO2 stand apart. A notation key is no number and
adds nothing; several lines of one reference add up.

Lines go into cells first: a cell is rounded to whole kilograms of CO2e once, and every total, by whatever it
is cut, is an exact sum of cells.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal, TypeAlias

from klimabruecke.calc.gwp import GwpSet

Measure = Literal["basic", "basic_plus", "territorial", "other_scope3", "total", "biogenic_co2"]
MEASURES: Final[tuple[Measure, ...]] = (
    *("basic", "basic_plus", "territorial", "other_scope3"),
    *("total", "biogenic_co2"),
)
"""``total`` is that of a standard with sectors of its own; an inventory by GPC has none."""
Reason = Literal["gwp_set_not_stated", "not_split_by_gas", "gas_without_potential"]

CO2E: Final = "CO2e"
BIOGENIC: Final = "CO2_biogenic"
NO_SCOPE: Final = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A line of the GPC table, such as I.1.2, and the totals it counts in."""

    id: str
    sector: str
    scope: int
    basic: bool
    basic_plus: bool
    territorial: bool

    @property
    def counts_in(self) -> str:
        """The totals it counts in, joined by ``+``; other scope 3 counts in none of the three."""
        named = {"basic": self.basic, "basic_plus": self.basic_plus, "territorial": self.territorial}
        return "+".join(name for name, counts in named.items() if counts) or "other_scope3"


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """What is added up together.

    ``scope`` is NO_SCOPE where a standard knows none. ``weighed``: the amount is kilograms of the gas itself;
    else it is kilograms of CO2e by the inventory's own set of potentials.
    """

    sector: str
    scope: int
    counts_in: str
    gas: str
    weighed: bool


Amount: TypeAlias = tuple[int, int]
"""Kilograms, and how many entries they come from: a cell with entries and 0 kg is zero, one without is not
there."""
Cells: TypeAlias = dict[Cell, Amount]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an inventory with an amount.

    ``gas`` is what was weighed, or CO2e; then ``gas_split`` says how many of these kilograms of CO2e are of
    which gas, where that is known. What the split leaves over is of no known gas.
    """

    sector: str
    scope: int
    counts_in: str
    gas: str
    amount_kg: int
    gas_split: Mapping[str, int] = field(default_factory=dict)


def cells_of(line: Line) -> Cells:
    """The cells a line adds to."""
    if line.gas == BIOGENIC:
        return {Cell(line.sector, line.scope, "biogenic_co2", BIOGENIC, True): (line.amount_kg, 1)}
    place = (line.sector, line.scope, line.counts_in)
    if line.gas != CO2E:
        return {Cell(*place, line.gas, True): (line.amount_kg, 1)}
    cells = {Cell(*place, gas, False): (amount_kg, 1) for gas, amount_kg in line.gas_split.items()}
    rest = line.amount_kg - sum(line.gas_split.values())
    if rest or not cells:
        cells[Cell(*place, CO2E, False)] = (rest, 1)
    return cells


def add(sums: Cells, more: Mapping[Cell, Amount], sign: int = 1) -> None:
    """Add cells to sums in place."""
    for cell, (kg, entries) in more.items():
        before = sums.get(cell, (0, 0))
        sums[cell] = (before[0] + sign * kg, before[1] + sign * entries)


@dataclass(frozen=True, slots=True)
class Totals:
    """Whole kilograms of CO2e by measure; None where nothing was reported, or where it cannot be said.

    ``reasons`` say why a total that was reported cannot be given in this set of potentials.
    """

    amounts_kg: Mapping[Measure, int | None]
    reasons: tuple[Reason, ...] = ()


class Unweighable(Exception):
    """An amount that cannot be expressed by a set of potentials; never taken as equal, never as zero."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Final[Reason] = reason


def co2e_kg(cell: Cell, amount_kg: int, own: GwpSet | None, wanted: GwpSet | None) -> int:
    """The kilograms of CO2e of a cell by the set ``wanted``; None wants it as reported, by its own set.

    Raises Unweighable where nobody can know.
    """
    if cell.gas in ("CO2", BIOGENIC):
        return amount_kg
    if cell.weighed:
        return _whole(amount_kg * _potential(wanted or own, cell.gas))
    if wanted is None or (own is not None and own.id == wanted.id):
        return amount_kg
    if cell.gas == CO2E:
        raise Unweighable("not_split_by_gas")
    mass_kg = amount_kg / _potential(own, cell.gas)
    return _whole(mass_kg * _potential(wanted, cell.gas))


def _potential(gwp_set: GwpSet | None, gas: str) -> Decimal:
    if gwp_set is None:
        raise Unweighable("gwp_set_not_stated")
    if gas not in gwp_set.gases:
        raise Unweighable("gas_without_potential")
    return gwp_set.gases[gas]


def _whole(kg: Decimal) -> int:
    return int(kg.to_integral_value(ROUND_HALF_UP))


def totals(cells: Mapping[Cell, Amount], own: GwpSet | None, wanted: GwpSet | None = None) -> Totals:
    """The totals of an inventory by one set of potentials, or as reported (None)."""
    sums: dict[Measure, int] = {}
    unknown: dict[Measure, Reason] = {}
    for cell, (amount_kg, entries) in sorted(cells.items()):
        if not entries:
            continue
        measures = measures_of(cell.counts_in)
        try:
            kg = co2e_kg(cell, amount_kg, own, wanted)
        except Unweighable as refused:
            unknown |= {measure: unknown.get(measure, refused.reason) for measure in measures}
            continue
        for measure in measures:
            sums[measure] = sums.get(measure, 0) + kg
    amounts = {measure: None if measure in unknown else sums.get(measure) for measure in MEASURES}
    return Totals(amounts, tuple(sorted(set(unknown.values()))))


def measures_of(counts_in: str) -> tuple[Measure, ...]:
    """The totals a cell counts in."""
    named = set(counts_in.split("+"))
    return tuple(measure for measure in MEASURES if measure in named)


def per_head_kg(total_kg: int | None, population: int | None) -> int | None:
    """Whole kilograms for each inhabitant; None where either is not known."""
    if total_kg is None or population is None:
        return None
    return _whole(Decimal(total_kg) / population)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far an inventory answers the references of its level: by amounts, by notation keys, not at all."""

    required: tuple[str, ...]
    valued: tuple[str, ...]
    keyed: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        answered = {*self.valued, *self.keyed}
        return tuple(reference for reference in self.required if reference not in answered)


def coverage(
    references: Iterable[Reference],
    level: Literal["basic", "basic_plus", "territorial"],
    valued: Collection[str],
    keyed: Collection[str],
) -> Coverage:
    """What of a level is answered. A reference with an amount and a key counts by its amount."""
    required = tuple(one.id for one in references if level in one.counts_in.split("+"))
    with_amount = tuple(one for one in required if one in valued)
    with_key = tuple(one for one in required if one in keyed and one not in valued)
    return Coverage(required, with_amount, with_key)
