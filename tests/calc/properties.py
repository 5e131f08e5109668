"""What must hold for every input, not only for the examples: the rules peers were seen to break."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klimabruecke.calc.catalogue import METHOD_IDS
from klimabruecke.calc.errors import CalcError, FactorDataError
from klimabruecke.calc.factors import Factor, NonCo2, Scope
from klimabruecke.calc.footprint import Footprint
from klimabruecke.calc.items import Cabin, Flight, Freight, Ride
from klimabruecke.calc.lines import Quantity, factor_line, guard_non_co2
from tests.calc.seeds import book, compute, method, places

AIRPORTS = (
    "BRE",
    "FRA",
    "HAM",
    "AMS",
    "MUC",
    "IST",
    "DOH",
    "ADD",
    "JNB",
    "DUR",
    "CPT",
    "WDH",
    "WVB",
    "SFO",
    "SYD",
)

airports = st.sampled_from(AIRPORTS)
cabins = st.sampled_from(Cabin)
travellers = st.integers(1, 10_000)
method_ids = st.sampled_from(METHOD_IDS)
routes = st.lists(airports, min_size=2, max_size=2, unique=True)
days = st.dates(date(2024, 1, 1), date(2030, 12, 31))

few = settings(max_examples=60, deadline=None)


@st.composite
def flights(draw: st.DrawFn) -> Flight:
    origin, destination = draw(routes)
    return Flight(
        origin=origin,
        destination=destination,
        cabin=draw(cabins),
        travellers=draw(travellers),
        is_return=draw(st.booleans()),
    )


def answer_by(method_id: str, flight: Flight) -> Footprint | None:
    """The answer, or None where the method knows no such cabin; any other refusal is a fault."""
    try:
        return compute(flight, by=method_id)
    except CalcError as refused:
        if refused.code != "cabin_not_covered":
            raise
        return None


@few
@given(airports, method_ids)
def same_airport(code: str, method_id: str) -> None:
    """A flight from an airport to itself is refused; peers show 95 km of it."""
    with pytest.raises(CalcError) as refused:
        compute(Flight(origin=code, destination=code), by=method_id)
    assert (refused.value.code, refused.value.field, refused.value.item) == ("same_place", "to", 0)


@few
@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3), method_ids)
def unknown_iata(code: str, method_id: str) -> None:
    """A code that is no airport gives no number."""
    if code in places():
        return
    with pytest.raises(CalcError) as refused:
        compute(Flight(origin="FRA", destination=code), by=method_id)
    assert (refused.value.code, refused.value.field, refused.value.item) == ("unknown_airport", "to", 0)


@few
@given(flights(), st.sampled_from(["p4f-mobitool3", "myclimate-2019", "ademe-2026"]))
def rf_guard(flight: Flight, method_id: str) -> None:
    """A method whose figure contains the non-CO2 effect adds none to it."""
    answer = answer_by(method_id, flight)
    if answer is None:
        return
    assert answer.climate_effect_g.high_g == answer.climate_effect_g.low_g == answer.ghg_g.central_g
    for factor in book().all():
        if factor.non_co2 in {NonCo2.INCLUDED, NonCo2.NOT_STATED}:
            with pytest.raises(FactorDataError):
                guard_non_co2([factor])


@few
@given(st.sampled_from([Scope.WTW, Scope.LIFE_CYCLE]), st.decimals("0.001", "10", places=3))
def wtt_guard(scope: Scope, value: Decimal) -> None:
    """A factor from well to wheel gets no second upstream line, in no table either."""
    whole = Factor("A", value, "kg", "S", "verified", scope=scope)
    upstream = Factor("B", value, "kg", "S", "verified", scope=Scope.WTT)
    with pytest.raises(FactorDataError):
        factor_line(Quantity(Decimal(1), "km", "1 km"), [whole, upstream])
    for method_id in METHOD_IDS:
        data = method(method_id).data
        for choice in data.table.choices():
            factors = [data.book.get(factor_id) for factor_id in choice.factor_ids]
            whole_too = any(factor.scope in {Scope.WTW, Scope.LIFE_CYCLE} for factor in factors)
            assert not (whole_too and any(factor.scope is Scope.WTT for factor in factors))


def _assert_sums(answer: Footprint) -> None:
    assert answer.ghg_g.central_g == answer.ttw_g + (answer.wtt_g or 0)
    assert answer.ttw_g == sum(item.ttw_g for item in answer.items)
    known = [item.wtt_g for item in answer.items if item.wtt_g is not None]
    assert answer.wtt_g == (sum(known) if known else None)
    for item in answer.items:
        assert item.ghg_g.central_g == item.ttw_g + (item.wtt_g or 0)
        assert 0 <= item.ghg_g.low_g <= item.ghg_g.central_g <= item.ghg_g.high_g
    for level in ("low_g", "central_g", "high_g"):
        effect, beside = getattr(answer.climate_effect_g, level), getattr(answer.non_co2_g, level)
        assert effect == answer.ghg_g.central_g + beside
        assert beside == sum(getattr(item.non_co2_g, level) for item in answer.items)


@few
@given(st.lists(flights(), min_size=1, max_size=6), days)
def components(items: list[Flight], day: date) -> None:
    """Totals are the sums of rounded items, exactly; the non-CO2 effect is in none of them."""
    rail = Ride(type="rail", origin="BRE", destination="FRA", country="DE", travellers=3)
    freight = Freight(mode="air_long_haul", mass_kg=Decimal("12.3"), distance_km=Decimal(8100))
    _assert_sums(compute(*items, rail, freight, on=day))
    _assert_sums(compute(*items, by="desnz-2025", on=day))


@few
@given(flights(), method_ids)
def roundtrip(flight: Flight, method_id: str) -> None:
    """There and back is twice the way, and the way back is as long as the way out."""
    there = answer_by(method_id, replace(flight, is_return=False))
    if there is None:
        return
    reverse = replace(flight, origin=flight.destination, destination=flight.origin, is_return=False)
    out_g = there.ghg_g.central_g
    assert compute(reverse, by=method_id).ghg_g.central_g == out_g
    both_g = compute(replace(flight, is_return=True), by=method_id).ghg_g.central_g
    assert abs(both_g - 2 * out_g) <= 2


@few
@given(days)
def factor_year(day: date) -> None:
    """The day chooses the set: 2024 the one of 2024, later than all sets the last one, with a warning."""
    flight = Flight(origin="FRA", destination="WDH")
    answer = compute(flight, by="desnz-2025", on=day)
    used = {factor.id.split("-")[0] for factor in answer.items[0].factors if factor.scope is Scope.TTW}
    assert used == {"DESNZ2024" if day.year == 2024 else "DESNZ2025"}
    warned = {warning.code for warning in answer.warnings}
    assert ("older_factor_set" in warned) == (day.year > 2025)
    own = compute(flight, on=day)
    assert not own.warnings
    assert own.ttw_g == compute(flight).ttw_g


BY_NAME: dict[str, Callable[[], None]] = {
    "same_airport": same_airport,
    "unknown_iata": unknown_iata,
    "rf_guard": rf_guard,
    "wtt_guard": wtt_guard,
    "components": components,
    "roundtrip": roundtrip,
    "factor_year": factor_year,
}
"""The property rows of the vectors, by name."""
