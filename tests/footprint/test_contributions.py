"""Contributions over HTTP: money for climate work, with its proof, beside the gross totals."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import an_activity, changed, got, made, patched, problem, refused_at, removed
from tests.footprint.office import Office

Json = dict[str, Any]


def a_contribution(**changes: Any) -> Json:
    return {
        "city_id": "bremen",
        "kind": "donation",
        "amount_cents": 50_000,
        "currency": "EUR",
        "recipient": "Climate fund",
        "period_starts_on": "2026-01-01",
        "period_ends_on": "2026-12-31",
        "proof_note": "File 12-34",
    } | changes


@pytest.fixture
def contribution(coordinator: httpx.Client) -> Json:
    return made(coordinator, "/contributions", a_contribution())


def test_a_contribution_is_kept_with_its_proof_and_claims_no_tonnes(
    coordinator: httpx.Client, contribution: Json
) -> None:
    assert got(coordinator, f"/contributions/{contribution['id']}") == contribution
    given = a_contribution()
    assert {name: contribution[name] for name in given} == given
    assert not [name for name in contribution if "kg" in name or "tonne" in name]
    answer = coordinator.post("/contributions", json=a_contribution(tonnes=3))
    assert refused_at(answer) == ["/tonnes extra_forbidden"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"city_id": "atlantis"}, "/city_id unknown_city"),
        ({"kind": "offset"}, "/kind literal_error"),
        ({"amount_cents": 0}, "/amount_cents greater_than_equal"),
        ({"amount_cents": 12.5}, "/amount_cents integer_expected"),
        ({"currency": "€"}, "/currency string_too_short"),
        ({"recipient": ""}, "/recipient string_too_short"),
        ({"period_ends_on": "2025-12-31"}, "/period_ends_on ends_before_start"),
        ({"proof_note": None}, "/proof_note proof_missing"),
        ({"proof_url": "javascript:alert(1)"}, "/proof_url string_pattern_mismatch"),
    ],
)
def test_what_a_contribution_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, change: Json, place: str
) -> None:
    assert refused_at(coordinator.post("/contributions", json=a_contribution(**change))) == [place]


def test_an_address_is_a_proof_too(coordinator: httpx.Client) -> None:
    body = a_contribution(proof_note=None, proof_url="https://example.org/receipt/1")
    assert made(coordinator, "/contributions", body)["proof_url"] == "https://example.org/receipt/1"


def test_a_contribution_is_changed_in_the_state_that_was_seen(
    coordinator: httpx.Client, contribution: Json
) -> None:
    path = f"/contributions/{contribution['id']}"
    seen = coordinator.get(path).headers["ETag"]
    assert changed(coordinator, path, {"amount_cents": 60_000})["amount_cents"] == 60_000
    answer = coordinator.patch(path, json={"amount_cents": 1}, headers={"If-Match": seen})
    assert problem(answer) == (412, "/problems/stale")
    answer = patched(coordinator, path, {"proof_note": None})
    assert refused_at(answer) == ["/proof_note proof_missing"]
    assert removed(coordinator, path).status_code == 204
    assert coordinator.get(path).status_code == 404


def test_contributions_are_found_by_city_kind_and_time(coordinator: httpx.Client) -> None:
    body = a_contribution(
        kind="levy", city_id="bremerhaven", period_starts_on="2019-05-01", recipient="Kasse"
    )
    found = made(coordinator, "/contributions", body)

    def ids(**filters: Any) -> list[str]:
        return [each["id"] for each in got(coordinator, "/contributions", **filters)["items"]]

    assert ids(city="bremerhaven", kind="levy", starts_max="2019-05-01") == [found["id"]]
    assert ids(q="kasse") == [found["id"]]
    assert ids(city="bremerhaven", starts_min="2019-05-02") == ids(city="bremerhaven", kind="donation") == []


def test_sums_are_kept_apart_by_year_city_kind_and_currency(coordinator: httpx.Client) -> None:
    for change in (
        {"amount_cents": 100, "period_starts_on": "2015-01-01", "period_ends_on": "2016-06-30"},
        {"amount_cents": 23, "period_starts_on": "2015-12-31", "period_ends_on": "2015-12-31"},
        {"amount_cents": 7, "period_starts_on": "2016-01-01"},
        {"amount_cents": 5, "period_starts_on": "2015-03-01", "currency": "NAD"},
        {"amount_cents": 3, "period_starts_on": "2015-03-01", "kind": "own_climate_project"},
    ):
        made(coordinator, "/contributions", a_contribution(city_id="windhoek", **change))
    found = got(coordinator, "/contribution-totals", city="windhoek", year_max=2016)["items"]
    names = ("year", "kind", "currency", "amount_cents", "contributions")
    assert [tuple(each[name] for name in names) for each in found] == [
        (2016, "donation", "EUR", 7, 1),
        (2015, "donation", "EUR", 123, 2),
        (2015, "donation", "NAD", 5, 1),
        (2015, "own_climate_project", "EUR", 3, 1),
    ]
    assert [each["year"] for each in got(coordinator, "/contribution-totals", year_max=2014)["items"]] == []
    later = got(coordinator, "/contribution-totals", city="windhoek", year_min=2016, year_max=2016)["items"]
    assert [each["amount_cents"] for each in later] == [7]


def test_a_contribution_moves_its_sums_and_no_footprint(coordinator: httpx.Client, project: Json) -> None:
    made(coordinator, "/activities", an_activity(project))
    gross = coordinator.get("/footprint-totals", params={"by": "year,city"}).content
    seen = coordinator.get("/contribution-totals").headers["ETag"]
    made(coordinator, "/contributions", a_contribution())
    headers = {"If-None-Match": seen}
    assert coordinator.get("/contribution-totals", headers=headers).status_code == 200
    assert coordinator.get("/footprint-totals", params={"by": "year,city"}).content == gross


def test_only_the_city_and_the_coordination_write_a_contribution(office: Office, contribution: Json) -> None:
    path = f"/contributions/{contribution['id']}"
    for other in (office.person("editor", "durban"), office.person("viewer"), office.person("admin")):
        assert other.post("/contributions", json=a_contribution()).status_code == 403
        assert patched(other, path, {"amount_cents": 1}).status_code == 403
        assert removed(other, path).status_code == 403
    own = office.person("editor", "bremen")
    assert changed(own, path, {"amount_cents": 2})["amount_cents"] == 2
    assert patched(own, path, {"city_id": "durban"}).status_code == 403
    assert office.visitor().get("/contributions").status_code == 401
