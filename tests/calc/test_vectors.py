"""Every published acceptance vector is run: executed results of peers, of factor tables and standards."""

import csv
import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from klimabruecke.calc.desnz_2025 import DesnzFlight
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.footprint import Footprint
from klimabruecke.calc.geo import Place, geodesic_km, haversine_km
from klimabruecke.calc.gwp import GasLine, add_lines, co2e_kg
from klimabruecke.calc.items import Cabin, Electricity, Flight, Freight, Hotel
from klimabruecke.calc.lines import Line, Quantity, factor_line
from klimabruecke.calc.myclimate_2019 import MyclimateFlight
from klimabruecke.calc.uncertainty import product_pct, sum_pct
from tests.calc import properties
from tests.calc.seeds import TODAY, book, compute, gwp_sets, method, place

with (Path(__file__).parent / "data" / "test_vectors.csv").open(encoding="utf-8", newline="") as file:
    VECTORS = list(csv.DictReader(file))

CABINS = {
    "economy": Cabin.ECONOMY,
    "premium": Cabin.PREMIUM,
    "business": Cabin.BUSINESS,
    "first": Cabin.FIRST,
}
COUNTRIES = {
    "Germany": "DE",
    "Qatar": "QA",
    "Turkey": "TR",
    "South Africa": "ZA",
    "Netherlands": "NL",
    "UK": "GB",
}
MODES = {
    "HGV all average laden": "road",
    "rail freight": "rail",
    "air freight long-haul without RF": "air_long_haul",
}
HAULS = {
    "international non-UK": "international",
    "domestic": "domestic",
    "short-haul": "short_haul",
    "long-haul": "long_haul",
}
RAIL = {"average": "MOBITOOL3-25", "long-distance": "MOBITOOL3-23", "local": "MOBITOOL3-24"}
RAIL_OF_COUNTRY = {"DE": "MOBITOOL3-27", "FR": "MOBITOOL3-28", "IT": "MOBITOOL3-29", "AT": "MOBITOOL3-30"}
COACHES = {"large": "MOBITOOL3-60", "small": "MOBITOOL3-9"}

Given = Mapping[str, Any]


def _cabin(given: Given) -> Cabin:
    """`Economy class`, `economy_class` and `economy` are the same cabin."""
    return CABINS[given["class"].lower().replace("_", " ").split()[0]]


def _kg(footprint: Footprint, field: str) -> float:
    grams = {
        "kgco2e": footprint.ghg_g.central_g,
        "kgco2e_ttw": footprint.ttw_g,
        "kgco2e_wtt": footprint.wtt_g or 0,
        "kgco2e_non_co2": footprint.non_co2_g.central_g,
        "kgco2e_non_co2_central": footprint.non_co2_g.central_g,
    }
    return grams[field] / 1000


def _times(factor_id: str, amount: float) -> Line:
    return factor_line(Quantity(Decimal(str(amount)), "unit", str(amount)), [book().get(factor_id)])


def distance(given: Given, method_name: str) -> float:
    ends = (place(given["from"]), place(given["to"]))
    detour_km = method("p4f-mobitool3").data.parameters["detour_flight_km"].value
    by_method: dict[str, Callable[[Place, Place], Decimal]] = {
        "geodesic_wgs84": geodesic_km,
        "haversine_r6371": haversine_km,
        "en16258_plus95": lambda a, b: geodesic_km(a, b) + detour_km,
    }
    return float(by_method[method_name](*ends))


def electricity(given: Given, field: str) -> float:
    publisher, name, year = given["factor"].split()
    return float(_times(f"{publisher}-{given['country']}-{name}-{year}", given["kwh"]).ttw_kg)


def desnz_flight(given: Given, field: str) -> float:
    year, _, haul = given["factor_set"].removeprefix("DESNZ ").partition(" ")
    day = TODAY.replace(year=int(year))
    if "from" in given:
        flight = Flight(
            origin=given["from"],
            destination=given["to"],
            cabin=_cabin(given),
            travellers=given["passengers"],
        )
        return _kg(compute(flight, by="desnz-2025", on=day), field)
    model = DesnzFlight(method("desnz-2025").data)
    quantity = Quantity(Decimal(str(given["distance_km"])) * given["passengers"], "passenger_km", "")
    line = model.haul_line(quantity, HAULS[haul], _cabin(given), day)
    parts = {
        "kgco2e_ttw": line.ttw_kg,
        "kgco2e_wtt": line.wtt_kg,
        "kgco2e_non_co2": line.non_co2_kg.central,
    }
    return float(parts[field] or 0)


def recommended_flight(given: Given, field: str) -> float:
    legs = zip(given["legs"], given["legs"][1:], strict=False)
    flights = [
        Flight(origin=start, destination=end, cabin=_cabin(given), travellers=given["passengers"])
        for start, end in legs
    ]
    return _kg(compute(*flights), field)


def freight(given: Given, field: str) -> float:
    mass_kg, distance_km = Decimal(str(given["t"])) * 1000, Decimal(str(given["km"]))
    item = Freight(mode=MODES[given["mode"]], mass_kg=mass_kg, distance_km=distance_km)
    answer = compute(item)
    return answer.ttw_g / 1000 if given["scope"] == "TTW" else (answer.wtt_g or 0) / 1000


def goods(given: Given, field: str) -> float:
    return float(_times(given["factor"], given["quantity"]).ttw_kg)


def gwp(given: Given, field: str) -> float:
    gwp_set = gwp_sets()[given["gwp_set"].removesuffix("GWP100")]
    return float(co2e_kg(given["gas"], Decimal(str(given["mass_kg"])), gwp_set))


def hotel(given: Given, field: str) -> float:
    item = Hotel(country=COUNTRIES[given["country"]], rooms=given["rooms"], nights=given["nights"])
    return _kg(compute(item), field)


def myclimate(given: Given, field: str) -> float:
    model = MyclimateFlight(method("myclimate-2019").data)
    kg, _ = model.by_distance(_cabin(given), Decimal(str(given["distance_km_incl_detour"])))
    return float(kg)


def p4f_bus(given: Given, field: str) -> float:
    return float(_times(COACHES[given["size"]], given["km"]).ttw_kg)


def p4f_electricity(given: Given, field: str) -> float:
    item = Electricity(country=given["country"], kwh=Decimal(str(given["kwh"])))
    return _kg(compute(item, by="p4f-mobitool3"), field)


def p4f_plane(given: Given, field: str) -> float:
    flight = Flight(origin=given["from"], destination=given["to"], cabin=_cabin(given))
    return _kg(compute(flight, by="p4f-mobitool3"), field)


def p4f_train(given: Given, field: str) -> float:
    factor_id = RAIL_OF_COUNTRY.get(given.get("country_code", "")) or RAIL[given["vehicle_range"]]
    return float(_times(factor_id, given["km"]).ttw_kg)


def uncertainty(given: Given, field: str) -> float:
    if given["op"] == "product":
        return product_pct(given["u_pct"])
    return sum_pct(given["values"], given["u_pct"], correlated=given["correlated"])


NUMBERS: dict[tuple[str, str], Callable[[Given, str], float]] = {
    ("distance", "geodesic_wgs84"): lambda given, _: distance(given, "geodesic_wgs84"),
    ("distance", "haversine_r6371"): lambda given, _: distance(given, "haversine_r6371"),
    ("distance", "en16258_plus95"): lambda given, _: distance(given, "en16258_plus95"),
    ("electricity", "kwh_x_factor"): electricity,
    ("flight_desnz2025", "group"): desnz_flight,
    ("flight_desnz2025", "non_co2"): desnz_flight,
    ("flight_desnz2025", "ttw_co2e"): desnz_flight,
    ("flight_desnz2025", "wtt_co2e"): desnz_flight,
    ("flight_recommended", "continuous_two_term"): recommended_flight,
    ("freight", "tonne_km"): freight,
    ("goods", "quantity_x_factor"): goods,
    ("gwp", "convert"): gwp,
    ("hotel", "room_nights"): hotel,
    ("peer_myclimate2019", "by_distance"): myclimate,
    ("peer_p4f", "bus"): p4f_bus,
    ("peer_p4f", "electricity"): p4f_electricity,
    ("peer_p4f", "plane"): p4f_plane,
    ("peer_p4f", "train"): p4f_train,
    ("uncertainty", "combine"): uncertainty,
}


def namibia_is_a_country(given: Given) -> None:
    answer = compute(Electricity(country=given["country"], kwh=Decimal(given["kwh"])))
    assert [factor.id for factor in answer.items[0].factors] == ["DERIVED-NA-SUPPLYMIX"]
    assert answer.ghg_g.central_g == 372_900


def lines_of_two_gwp_sets_have_no_sum(given: Given) -> None:
    lines = [GasLine(line["gwp_set"], Decimal(line["kg"])) for line in given["lines"]]
    with pytest.raises(CalcError, match="mixed_gwp_sets"):
        add_lines(lines)
    assert add_lines(lines[:1]) == lines[0]


RULES: dict[tuple[str, str], Callable[[Given], None]] = {
    ("property", "property"): lambda given: properties.BY_NAME[given["name"]](),
    ("robustness", "electricity_country_code"): namibia_is_a_country,
    ("gwp", "mixed_sets_refused"): lines_of_two_gwp_sets_have_no_sum,
}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_every_published_vector_is_reproduced(vector: dict[str, str]) -> None:
    kind = (vector["group"], vector["method"])
    given = json.loads(vector["input"])
    if kind in RULES:
        RULES[kind](given)
        return
    expected = float(vector["expected_value"])
    absolute, relative = float(vector["tolerance_abs"] or 0), float(vector["tolerance_rel"] or 0)
    assert NUMBERS[kind](given, vector["expected_field"]) == pytest.approx(
        expected, abs=absolute, rel=relative
    )


def test_no_vector_is_left_out() -> None:
    known = NUMBERS.keys() | RULES.keys()
    assert {(vector["group"], vector["method"]) for vector in VECTORS} == known
    assert len({vector["id"] for vector in VECTORS}) == len(VECTORS) == 131
    named = {json.loads(v["input"])["name"] for v in VECTORS if v["group"] == "property"}
    assert named <= properties.BY_NAME.keys()
