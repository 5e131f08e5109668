"""What an inventory must be to be believed. Each rule names one way files of cities go wrong.

None of them corrects anything: what they find waits for a person (``quarantine``) or is told (``warn``).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from klimabruecke.exchange.imports.cells import KG_PER_T
from klimabruecke.exchange.imports.names import telling_words
from klimabruecke.exchange.imports.reading import Place, Problem, ReadInventory

LEAST_T_PER_HEAD, MOST_T_PER_HEAD = 0.2, 60
"""Published inventories of cities lie between half a tonne and, with heavy industry, some forty."""
POPULATION_TOLERANCE = 0.1
DIGIT_TOLERANCE = 0.15
SUM_TOLERANCE_T = 1
FACTOR_1000 = (500, 2000)
_WRONG_DIGITS = (10, 100, 0.1, 0.01)
_IMPLAUSIBLE = "per_head_implausible"


@dataclass(frozen=True, slots=True)
class KnownCity:
    """What is stored of the city: the words of its names, and how many people lived there.

    ``parent_populations`` are those of the state it belongs to.
    """

    words: frozenset[str]
    un_locode: str | None = None
    populations: Mapping[int, Sequence[int]] = field(default_factory=dict)
    parent_populations: Mapping[int, Sequence[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """What an inventory is held against; ``totals_kg`` of other inventories by year and name of the sum."""

    city: KnownCity
    this_year: int
    asked_year: int | None = None
    totals_kg: Mapping[int, Mapping[str, Sequence[int]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """An inventory with its own sums: by total and by sector."""

    read: ReadInventory
    totals_kg: Mapping[str, int]
    sectors_kg: Mapping[str, int]

    @property
    def total(self) -> tuple[str, int] | None:
        """The total that stands for the inventory, and its name."""
        names = ("basic", "total", "basic_plus", "territorial")
        return next(((name, self.totals_kg[name]) for name in names if name in self.totals_kg), None)


def problems(judged: Judged, known: Known) -> list[Problem]:
    """Everything that speaks against the inventory."""
    return [found for rule in _RULES for found in rule(judged, known)]


def _year(judged: Judged, known: Known) -> Iterator[Problem]:
    year = judged.read.year
    if year is None:
        yield Problem("year_unknown", "question")
    elif known.asked_year is not None and year != known.asked_year:
        yield Problem("year_differs", "quarantine", values={"year": year, "asked": known.asked_year})
    elif year > known.this_year:
        yield Problem("year_in_the_future", "quarantine", values={"year": year})


def _city(judged: Judged, known: Known) -> Iterator[Problem]:
    name, code = judged.read.city_name, judged.read.un_locode
    if name is not None and not telling_words(name) & known.city.words:
        yield Problem("city_differs", "quarantine", values={"name": name[:80]})
    if code is not None and known.city.un_locode not in (None, code):
        yield Problem("city_differs", "quarantine", values={"name": code})


def _population(judged: Judged, known: Known) -> Iterator[Problem]:
    stated, year = judged.read.population, judged.read.year
    if stated is None or year is None:
        return
    ours = _nearest(known.city.populations, year)
    if not ours or any(_near(stated, one, POPULATION_TOLERANCE) for one in ours):
        return
    values = {"stated": stated, "known": ours[0], "year": year}
    parents = _nearest(known.city.parent_populations, year)
    if any(_near(stated, one, POPULATION_TOLERANCE) for one in parents):
        yield Problem("population_of_state", "quarantine", values=values)
    elif any(_near(stated, one * factor, DIGIT_TOLERANCE) for one in ours for factor in _WRONG_DIGITS):
        yield Problem("population_mistyped", "quarantine", values=values)
    elif stated < min(ours):
        yield Problem("population_of_place", "quarantine", values=values)
    else:
        yield Problem("population_differs", "quarantine", values=values)


def _nearest(populations: Mapping[int, Sequence[int]], year: int) -> Sequence[int]:
    nearest = min(populations, key=lambda known: (abs(known - year), known), default=None)
    return () if nearest is None else populations[nearest]


def _near(value: float, other: float, tolerance: float) -> bool:
    return abs(value - other) <= tolerance * other


def _per_head(judged: Judged, known: Known) -> Iterator[Problem]:
    if judged.total is None or judged.read.year is None:
        return
    name, total_kg = judged.total
    heads = _nearest(known.city.populations, judged.read.year) or [judged.read.population or 0]
    if not heads[0]:
        return
    tonnes = total_kg / KG_PER_T / heads[0]
    values = {"total": name, "per_head_t": round(tonnes, 4), "population": heads[0]}
    if _plausible(tonnes):
        return
    rule = "unit_off_by_1000" if _plausible(tonnes * 1000) or _plausible(tonnes / 1000) else _IMPLAUSIBLE
    yield Problem(rule, "quarantine", values=values)


def _plausible(tonnes_per_head: float) -> bool:
    return LEAST_T_PER_HEAD <= tonnes_per_head <= MOST_T_PER_HEAD


def _against_other_years(judged: Judged, known: Known) -> Iterator[Problem]:
    """Per total, so that one is told once: identical to another year's, or a thousand times off."""
    for name, ours in judged.totals_kg.items():
        if not ours:
            continue
        others = [
            (year, other)
            for year, totals in sorted(known.totals_kg.items(), reverse=True)
            if year != judged.read.year
            for other in totals.get(name, ())
        ]
        same = next((year for year, other in others if abs(other - ours) < KG_PER_T), None)
        if same is not None:
            values = {"total": name, "other_year": same, "total_t": ours / KG_PER_T}
            yield Problem("total_identical_to_other_year", "quarantine", values=values)
        if any(_off_by_1000(ours, other) for _, other in others):
            yield Problem(
                "unit_off_by_1000", "quarantine", values={"total": name, "total_t": ours / KG_PER_T}
            )


def _off_by_1000(ours: int, other: int) -> bool:
    least, most = FACTOR_1000
    return other > 0 and ours > 0 and (least <= ours / other <= most or least <= other / ours <= most)


def _sums(judged: Judged, _: Known) -> Iterator[Problem]:
    slack = SUM_TOLERANCE_T * KG_PER_T + len(judged.read.lines)
    for name, stated in judged.read.stated_totals_kg.items():
        choices = _sums_called(name, judged)
        if choices and not any(abs(stated - one) <= slack for one in choices):
            nearest = min(choices, key=lambda one: abs(stated - one))
            values = {"total": name, "stated_t": stated / KG_PER_T, "sum_t": nearest / KG_PER_T}
            yield Problem("total_not_sum_of_parts", "quarantine", values=values)


def _sums_called(name: str, judged: Judged) -> list[int]:
    """What a stated sum may be the sum of: a "total" is any of them, a sector has I.4.4 or not."""
    if name in judged.sectors_kg:
        grid = sum(line.amount_kg or 0 for line in judged.read.lines if line.gpc_ref == "I.4.4")
        return [judged.sectors_kg[name], judged.sectors_kg[name] - (grid if name == "I" else 0)]
    if name == "total":
        return [*judged.totals_kg.values(), sum(judged.sectors_kg.values())]
    return [judged.totals_kg[name]] if name in judged.totals_kg else []


def _lines(judged: Judged, _: Known) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], Place] = {}
    for line in judged.read.lines:
        reference = line.gpc_ref or line.sector or ""
        if line.notation_key == "IE" and not (line.ie_reference or line.explanation):
            yield Problem("ie_without_target", "warn", line.place, {"reference": reference})
        if line.notation_key == "NE" and not line.explanation:
            yield Problem("ne_without_reason", "warn", line.place, {"reference": reference})
        alike = (
            reference,
            line.gas,
            line.amount_kg,
            line.activity,
            line.activity_value,
            line.source,
            line.note,
        )
        if line.amount_kg and alike in seen:
            yield Problem("line_repeated", "warn", line.place, {"row": seen[alike].row})
        seen.setdefault(alike, line.place)


_RULES: tuple[Callable[[Judged, Known], Iterator[Problem]], ...] = (
    *(_year, _city, _population, _per_head, _against_other_years, _sums, _lines),
)
