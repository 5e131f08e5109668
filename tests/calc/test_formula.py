"""A formula is not decoration: computed by hand it gives the figure it stands beside."""

import re
from decimal import Decimal

import pytest

from klimabruecke.calc.amounts import mass, number, parameter
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.items import (
    Cabin,
    Car,
    Electricity,
    Flight,
    Freight,
    Heat,
    Hotel,
    Item,
    Meal,
    Ride,
    Video,
)
from tests.calc.seeds import compute, methods

ITEMS: list[Item] = [
    Flight(origin="FRA", destination="WDH", travellers=5, is_return=True),
    Flight(origin="DOH", destination="ADD", cabin=Cabin.FIRST, travellers=3),
    Flight(origin="ADD", destination="WDH", cabin=Cabin.BUSINESS),
    Flight(origin="BRE", destination="IST", cabin=Cabin.BUSINESS, travellers=12),
    Ride(type="rail", origin="BRE", destination="FRA", country="DE", travellers=5, is_return=True),
    Car(distance_km=Decimal("404.5"), travellers=7, occupancy=Decimal(4)),
    Hotel(country="NA", rooms=5, nights=6),
    Electricity(country="ZA", kwh=Decimal("1234.5")),
    Heat(carrier="natural_gas", country="DE", kwh=Decimal(1000), calorific_value="gross"),
    Meal(diet="beef", count=1200),
    Video(participants=12, hours=Decimal("7.5")),
    Freight(mode="road", mass_kg=Decimal("120.5"), distance_km=Decimal(810)),
]


def evaluated(expression: str) -> float:
    bare = re.sub(r"^(TTW|WTT|non-CO2) ", "", expression.strip()).replace(",", "")
    # `h/...` and unit words such as `kg/passenger_km` or `pax` carry no value.
    bare = re.sub(r"(?<=[\d.)]) [a-zA-Z_]+(/\w+)?", "", bare)
    bare = bare.replace("×", "*").replace("÷", "/").replace("−", "-")
    assert re.fullmatch(r"[\d.+*/() -]+", bare), bare
    return float(eval(bare))


@pytest.mark.parametrize("item", ITEMS, ids=repr)
def test_a_formula_computes_to_what_it_says(item: Item) -> None:
    for method in methods():
        try:
            (line,) = compute(item, by=method.id).items
        except CalcError:
            continue
        for part in line.formula.split(";"):
            left, _, right = part.rpartition(" = ")
            assert evaluated(left) == pytest.approx(evaluated(right), rel=1e-5, abs=0.002), line.formula


def test_the_formula_of_a_flight_reads_as_on_the_method_page() -> None:
    (line,) = compute(ITEMS[0]).items
    assert line.formula == (
        "TTW (24.0 + 0.0665 × 8,079.051 km) × 1.0 × 5 pax × 2 = 5,612.569 kg;"
        " WTT 0.2027 × 5,612.569 kg = 1,137.668 kg;"
        " non-CO2 0.7 × 5,612.569 kg = 3,928.798 kg"
    )


@pytest.mark.parametrize(
    ("value", "text"), [("0.0665", "0.0665"), ("24", "24"), ("8079.4120", "8,079.412"), ("1E+3", "1,000")]
)
def test_numbers_are_written_without_noise(value: str, text: str) -> None:
    assert number(Decimal(value)) == text


def test_parameters_show_a_decimal_and_masses_three() -> None:
    assert parameter(Decimal(24)) == "24.0"
    assert mass(1_234_005) == "1,234.005 kg"
