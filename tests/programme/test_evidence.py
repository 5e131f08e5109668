"""Recalled facts: a gap for the public, a work list for the staff, proven with four eyes."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from klimabruecke.cli import migrate, seed
from klimabruecke.main import open_access
from klimabruecke.settings import Environment
from tests.footprint.cooperation import changed, got, made, problem, refused_at, removed
from tests.footprint.office import Office, staffed
from tests.installations import an_installation

Json = dict[str, Any]
NEW_SOURCE = {
    "title": "2023 Population and Housing Census, Main Report",
    "publisher": "Namibia Statistics Agency",
    "year": 2024,
    "kind": "statistics",
    "locator": "https://nsa.example.org/census",
    "licence": "not stated",
    "accessed_on": "2026-11-20",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """As it runs in production, where the public sees only what is proven."""
    folder = tmp_path_factory.mktemp("evidence")
    settings = an_installation(
        folder, env=Environment.PRODUCTION, signing_key_file=folder / "signing-key.pem"
    )
    open_access(settings.model_copy(update={"env": Environment.TEST}))  # makes the key
    migrate(settings)
    seed(settings)
    with staffed(settings) as made_office:
        yield made_office


@pytest.fixture(scope="module")
def visitor(office: Office) -> httpx.Client:
    return office.visitor()


@pytest.fixture(scope="module")
def viewer(office: Office) -> httpx.Client:
    return office.person("viewer")


@pytest.fixture(scope="module")
def editor(office: Office) -> httpx.Client:
    """In an office of one: an editor of Windhoek."""
    return office.person("editor", "windhoek", "climate")


@pytest.fixture(scope="module")
def other(office: Office) -> httpx.Client:
    """The second pair of eyes, of another city."""
    return office.person("editor", "bremen", "climate")


def ids(client: httpx.Client, path: str, **query: Any) -> set[str]:
    return {item["id"] for item in got(client, path, limit=1000, **query)["items"]}


def proposal(fact: str, **changes: Any) -> Json:
    return {"fact_id": fact, "source_id": "S001", "place": "p. 3"} | changes


def confirm(client: httpx.Client, proof: Json) -> httpx.Response:
    path = f"/evidence-proposals/{proof['id']}"
    tag = client.get(path).headers["ETag"]
    return client.post(f"{path}/confirmations", headers={"If-Match": tag})


# --- what the public sees --------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/emission-factors", "/emission-factor-sets", "/sources"])
def test_recalled_rows_stand_in_no_public_list(
    visitor: httpx.Client, viewer: httpx.Client, path: str
) -> None:
    everything = got(viewer, path, limit=1000)["items"]
    recalled = {item["id"] for item in everything if item["verification"] == "recalled"}
    assert recalled
    assert ids(visitor, path) == {item["id"] for item in everything} - recalled
    assert ids(visitor, path, verification="recalled") == set()
    lines = visitor.get(path, params={"format": "csv"}).text
    assert not any(line.startswith(f"{one},") for one in recalled for line in lines.splitlines())
    hidden = min(recalled)
    assert visitor.get(f"{path}/{hidden}").status_code == 404
    assert viewer.get(f"{path}/{hidden}").json()["verification"] == "recalled"


def test_who_sees_more_gets_copies_for_nobody_else(visitor: httpx.Client, viewer: httpx.Client) -> None:
    for path in ("/sources", "/sources/S001", "/cities", "/cities/windhoek", "/gwp-sets"):
        public, staff = visitor.get(path), viewer.get(path)
        assert public.headers["Cache-Control"] == "public, max-age=60", path
        assert staff.headers["Cache-Control"] == "private, no-cache", path
    public = visitor.get("/cities/windhoek")
    again = viewer.get("/cities/windhoek", headers={"If-None-Match": public.headers["ETag"]})
    assert again.status_code == 200, "the public copy does not answer for the other one"


def test_a_token_that_is_none_reads_as_the_public_does(office: Office) -> None:
    answer = office.visitor().get("/sources/S900", headers={"Authorization": "Bearer none"})
    assert answer.status_code == 404


def test_a_city_shows_a_gap_where_a_figure_is_recalled(visitor: httpx.Client, viewer: httpx.Client) -> None:
    staff, public = got(viewer, "/cities/windhoek"), got(visitor, "/cities/windhoek")
    assert (staff["population"], staff["population_verification"]) == (486_169, "recalled")
    assert (public["population"], public["population_verification"]) == (None, "recalled")
    assert (public["area_km2"], public["population_source_id"]) == (None, None)
    assert public["name_de"] == staff["name_de"]
    assert [row["year"] for row in staff["population_series"] if row["verification"] == "recalled"] == [2023]
    assert all(row["verification"] != "recalled" for row in public["population_series"])
    gaps = [gap["text_de"] for gap in public["gaps"]]
    assert "Einwohnerzahl 2023: Windhoek: noch nicht belegt." in gaps
    assert "486" not in " ".join(gaps)
    assert len(staff["gaps"]) < len(gaps)
    listed = got(visitor, "/cities", sort="-population")["items"]
    assert (listed[-1]["id"], listed[-1]["population"]) == ("windhoek", None), "nor does the order tell"


def test_the_potentials_a_set_rests_on_are_empty_and_its_factors_stay(visitor: httpx.Client) -> None:
    found = got(visitor, "/emission-factors", factor_set="dffe-2023")["items"]
    assert {(item["gwp_set"], item["gwp_set_verification"]) for item in found} == {(None, "recalled")}


# --- the work list -----------------------------------------------------------------------------------


def test_the_work_list_says_what_waits_and_where_it_stands(viewer: httpx.Client) -> None:
    fact = got(viewer, "/recalled-facts/city_population.windhoek-2023")
    assert fact["title_de"] == "Einwohnerzahl 2023: Windhoek"
    assert (fact["value_de"], fact["city_id"], fact["source_id"]) == ("486169", "windhoek", "S900")
    assert (fact["link"], fact["proposal_id"]) == ("/staedte/windhoek", None)
    facts = got(viewer, "/recalled-facts", limit=1000)["items"]
    kinds = {fact["kind"] for fact in facts}
    assert {"emission_factor", "emission_factor_set_gwp", "source", "city", "travel_rule"} <= kinds
    assert "source.S900" not in {fact["id"] for fact in facts}, "a placeholder is nothing to prove"
    assert "city_population_shown.windhoek" not in {fact["id"] for fact in facts}, "it is the same figure"
    in_durban = ids(viewer, "/recalled-facts", city="durban")
    assert in_durban - {"measure_schedule.DUR-10", "measure_schedule.DUR-17"} == {"city_memberships.durban"}
    assert ids(viewer, "/recalled-facts", q="windhoek", kind="city") == {"city.windhoek"}


def test_a_fact_is_proven_when_a_second_person_has_looked(
    office: Office, visitor: httpx.Client, editor: httpx.Client, other: httpx.Client
) -> None:
    fact_id = "city_population.windhoek-2023"
    asked = proposal(fact_id, source_id=None, new_source=NEW_SOURCE, place="Table 2.1", note="Urban locality")
    proof = made(editor, "/evidence-proposals", asked)
    assert (proof["title_en"], proof["value_en"]) == ("Population 2023: Windhoek", "486169")
    assert ids(editor, "/recalled-facts", proposed="true") == {fact_id}
    assert fact_id not in ids(editor, "/recalled-facts", proposed="false")
    assert problem(editor.post("/evidence-proposals", json=asked)) == (
        409,
        "/problems/evidence-already-proposed",
    )
    assert problem(confirm(editor, proof)) == (403, "/problems/second-person-required")
    assert got(visitor, "/cities/windhoek")["population"] is None, "nothing is public yet"
    (task,) = [task for task in got(other, "/tasks")["items"] if task["record_id"] == proof["id"]]
    assert (task["kind"], task["link"]) == ("confirm", f"/belege/{proof['id']}")
    assert proof["id"] not in {task["record_id"] for task in got(editor, "/tasks")["items"]}
    without = other.post(f"/evidence-proposals/{proof['id']}/confirmations")
    assert without.status_code == 428

    confirmed = confirm(other, proof)
    assert confirmed.status_code == 200, confirmed.text
    public = got(visitor, "/cities/windhoek")
    assert (public["population"], public["population_verification"]) == (486_169, "verified")
    (row,) = [row for row in public["population_series"] if row["year"] == 2023]
    source = got(visitor, f"/sources/{row['source_id']}")
    assert (source["id"], source["title"]) == ("namibia-statistics-agency-2024", NEW_SOURCE["title"])
    assert public["population_source_id"] == source["id"]
    assert other.get(f"/recalled-facts/{fact_id}").status_code == 404
    assert problem(confirm(other, proof)) == (409, "/problems/evidence-already-confirmed")
    assert removed(editor, f"/evidence-proposals/{proof['id']}").status_code == 409
    trail = got(office.person("auditor"), "/audit", resource="evidence_proposal")["items"]
    assert [entry["action"] for entry in trail][:2] == ["confirm", "create"]

    seed(office.settings)
    again = got(visitor, "/cities/windhoek")
    assert (again["population"], again["population_source_id"]) == (486_169, source["id"]), "the proof stays"


def test_the_factors_of_a_set_are_proven_with_its_potentials(
    viewer: httpx.Client, editor: httpx.Client, other: httpx.Client
) -> None:
    """One of the three says it in other words: it waits on its own, and not before its set is proven."""
    waiting = {"kind": "emission_factor_gwp", "q": "South Africa", "limit": 100}
    assert got(viewer, "/recalled-facts", **waiting)["items"] == []
    proof = made(editor, "/evidence-proposals", proposal("emission_factor_set_gwp.dffe-2023"))
    assert confirm(other, proof).status_code == 200
    found = got(viewer, "/emission-factors", factor_set="dffe-2023")["items"]
    assert sorted((item["gwp_set"], item["gwp_set_verification"]) for item in found) == [
        *[("AR5", "verified")] * 3,
        ("IPCC AR5", "recalled"),
    ]
    (left,) = got(viewer, "/recalled-facts", **waiting)["items"]
    assert left["value_en"] == "IPCC AR5"


def test_a_source_is_proven_by_where_it_can_be_read(
    visitor: httpx.Client, editor: httpx.Client, other: httpx.Client
) -> None:
    asked = {"fact_id": "source.S220", "place": "https://uba.example.org/tremod-2022"}
    proof = made(editor, "/evidence-proposals", asked)
    assert confirm(other, proof).status_code == 200
    source = got(visitor, "/sources/S220")
    assert (source["verification"], source["locator"]) == ("verified", asked["place"])


def test_a_proof_is_not_confirmed_for_what_the_fact_did_not_say_then(
    office: Office, other: httpx.Client
) -> None:
    coordinator = office.person("coordinator")
    proof = made(coordinator, "/evidence-proposals", proposal("travel_rule.bremen-taxi-exception"))
    changed(coordinator, "/travel-rules/bremen-taxi-exception", {"text_de": "Ein Taxi wird nie genommen."})
    assert problem(confirm(other, proof)) == (409, "/problems/evidence-no-longer-fits")
    assert removed(coordinator, f"/evidence-proposals/{proof['id']}").status_code == 204
    assert other.get(f"/evidence-proposals/{proof['id']}").status_code == 404
    assert "travel_rule.bremen-taxi-exception" in ids(other, "/recalled-facts", proposed="false")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"fact_id": "city.atlantis"}, "/fact_id unknown_fact"),
        ({"source_id": None}, "/source_id source_missing"),
        ({"new_source": NEW_SOURCE}, "/new_source two_sources"),
        ({"source_id": "S999"}, "/source_id unknown_source"),
        ({"source_id": "S900"}, "/source_id source_unproven"),
        ({"place": ""}, "/place string_too_short"),
    ],
)
def test_what_proves_nothing_is_refused(editor: httpx.Client, changes: Json, refusal: str) -> None:
    answer = editor.post("/evidence-proposals", json=proposal("city.windhoek", **changes))
    assert refused_at(answer) == [refusal]


def test_one_of_something_is_said_in_the_singular(editor: httpx.Client) -> None:
    asked = proposal("city.windhoek", place="")
    for language, sentence in (("en", "At least 1 character."), ("de", "Mindestens 1 Zeichen.")):
        answer = editor.post("/evidence-proposals", json=asked, headers={"Accept-Language": language})
        assert answer.json()["errors"][0]["detail"] == sentence
    empty = editor.post("/travel-rule-checks", json={"city_id": "windhoek", "on": "2026-09-14", "items": []})
    assert [error["detail"] for error in empty.json()["errors"]] == ["At least 1 entry."]


def test_a_city_is_proven_by_its_own_people_and_confirmed_by_anybody_who_writes(
    viewer: httpx.Client, editor: httpx.Client, other: httpx.Client
) -> None:
    assert other.post("/evidence-proposals", json=proposal("city.windhoek")).status_code == 403
    proof = made(editor, "/evidence-proposals", proposal("city.windhoek"))
    assert confirm(viewer, proof).status_code == 403
    assert removed(other, f"/evidence-proposals/{proof['id']}").status_code == 403
    assert confirm(other, proof).status_code == 200


# --- measures -------------------------------------------------------------------------------------


def test_a_recalled_start_of_a_measure_is_a_gap_for_the_public_until_two_people_prove_it(
    visitor: httpx.Client, viewer: httpx.Client, other: httpx.Client, office: Office
) -> None:
    path = "/measures/DUR-10"
    assert got(viewer, path)["starts_year"] == 2012
    assert got(visitor, path)["starts_year"] is None
    assert visitor.get(path).headers["ETag"] != viewer.get(path).headers["ETag"]
    listed = {each["id"]: each for each in got(visitor, "/measures", city="durban")["items"]}
    assert (listed["DUR-10"]["starts_year"], listed["DUR-09"]["starts_year"]) == (None, 2019)
    fact = got(viewer, "/recalled-facts", kind="measure_schedule", city="durban")["items"][0]
    assert (fact["id"], fact["value_en"]) == ("measure_schedule.DUR-10", "from 2012")
    proof = made(office.person("coordinator"), "/evidence-proposals", proposal("measure_schedule.DUR-10"))
    assert confirm(other, proof).status_code == 200
    assert got(visitor, path)["starts_year"] == 2012


def test_a_recalled_measure_and_a_recalled_indicator_are_for_the_staff(
    visitor: httpx.Client, office: Office
) -> None:
    coordinator = office.person("coordinator")
    said = {"city_id": "bremen", "title_de": "Aus dem Gedächtnis", "sector": "waste", "status": "planned"}
    shown = {"action_type": "both", "visibility": "published", "verification": "recalled"}
    path = f"/measures/{made(coordinator, '/measures', said | shown)['id']}"
    assert visitor.get(path).status_code == 404
    assert got(visitor, "/measure-facets", q="Gedächtnis")["total"] == 0
    assert got(coordinator, "/measure-facets", q="Gedächtnis")["total"] == 1
    given = {"title_en": "Waste", "unit": "t", "effect": "decreases", "verification": "recalled"}
    made(coordinator, "/measures/DUR-01/indicators", given)
    assert got(visitor, "/measures/DUR-01/indicators")["items"] == []
    assert len(got(coordinator, "/measures/DUR-01/indicators")["items"]) == 1


def test_no_text_of_the_calculator_tells_a_recalled_figure(visitor: httpx.Client) -> None:
    """By rail in Germany: the value of 2022 is recalled, and its number stays with those who prove it."""
    ride = {"type": "rail", "country": "DE", "distance_km": 100}
    body = {"kind": "trip", "on": "2025-06-01", "items": [ride]}
    answer = visitor.post("/footprints", json=body, headers={"Accept-Language": "de"})
    assert "der von 2022 noch nicht belegt" in answer.text
    assert "0,031" not in answer.text
