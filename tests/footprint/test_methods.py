"""GET /footprint-methods: what each method is made of."""

import httpx
import pytest

METHODS = "/api/v1/footprint-methods"


def test_all_methods_are_described_ours_first(client: httpx.Client) -> None:
    answer = client.get(METHODS).json()
    assert [method["id"] for method in answer["items"]] == [
        "klimabruecke-2026",
        "desnz-2025",
        "p4f-mobitool3",
        "myclimate-2019",
        "ademe-2026",
    ]
    assert [method["own"] for method in answer["items"]] == [True, False, False, False, False]
    assert answer["next"] is None


def test_our_parameters_are_the_emission_factors_they_name(client: httpx.Client) -> None:
    own = client.get(f"{METHODS}/klimabruecke-2026").json()
    parameters = {parameter["id"]: parameter for parameter in own["parameters"]}
    assert (parameters["air_fixed"]["value"], parameters["air_per_km"]["value"]) == (24, 0.0665)
    for parameter in parameters.values():
        if parameter["factor_id"]:
            factor = client.get(f"/api/v1/emission-factors/{parameter['factor_id']}").json()
            assert (factor["value"], factor["unit"]) == (parameter["value"], parameter["unit"])


def test_every_parameter_has_a_source_there_is(client: httpx.Client) -> None:
    methods = client.get(METHODS).json()["items"]
    sources = {parameter["source_id"] for method in methods for parameter in method["parameters"]}
    for source in sources | {method["source_id"] for method in methods}:
        assert client.get(f"/api/v1/sources/{source}").status_code == 200


def test_a_conversion_that_is_not_proven_yet_is_marked(client: httpx.Client) -> None:
    own = client.get(f"{METHODS}/klimabruecke-2026").json()
    assert [each["id"] for each in own["parameters"] if each["verification"] == "recalled"] == [
        "gas_gross_to_net"
    ]


@pytest.mark.parametrize("path", [METHODS, f"{METHODS}/desnz-2025"])
def test_a_method_once_read_is_not_sent_again(client: httpx.Client, path: str) -> None:
    tag = client.get(path).headers["etag"]
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_a_method_nobody_has_is_not_found(client: httpx.Client) -> None:
    assert client.get(f"{METHODS}/guess").status_code == 404
