"""Global warming potentials: pinned to the values every practitioner knows."""

import httpx
import pytest


@pytest.fixture(scope="module")
def potentials(client: httpx.Client) -> dict[str, dict[str, float]]:
    sets = client.get("/api/v1/gwp-sets").json()["items"]
    return {item["id"]: {line["gas"]: line["value"] for line in item["gases"]} for item in sets}


@pytest.mark.parametrize(
    ("report", "methane", "nitrous_oxide", "sulphur_hexafluoride"),
    [
        ("SAR", 21, 310, 23900),
        ("AR4", 25, 298, 22800),
        ("AR5", 28, 265, 23500),
        ("AR5CCF", 34, 298, 26087),
        ("AR6", 27.9, 273, 25200),
    ],
)
def test_each_report_has_its_own_potentials(
    potentials: dict[str, dict[str, float]],
    report: str,
    methane: float,
    nitrous_oxide: float,
    sulphur_hexafluoride: float,
) -> None:
    gases = potentials[report]
    assert (gases["CH4"], gases["N2O"], gases["SF6"]) == (methane, nitrous_oxide, sulphur_hexafluoride)


def test_carbon_dioxide_is_one_by_definition(potentials: dict[str, dict[str, float]]) -> None:
    assert {gases["CO2"] for gases in potentials.values()} == {1}


def test_a_gas_a_report_does_not_know_is_missing_and_not_zero(
    potentials: dict[str, dict[str, float]],
) -> None:
    assert "NF3" not in potentials["SAR"]
    assert potentials["AR4"]["NF3"] == 17200


def test_the_sets_name_their_source_and_horizon(client: httpx.Client) -> None:
    for item in client.get("/api/v1/gwp-sets").json()["items"]:
        assert item["horizon_years"] == 100
        assert client.get(f"/api/v1/sources/{item['source_id']}").json()["licence"] == "CC0-1.0"


def test_an_unknown_parameter_is_refused(client: httpx.Client) -> None:
    assert client.get("/api/v1/gwp-sets?horizon=20").status_code == 422
