"""From a question by way of a Fachaustausch to a measure that another city adopts."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import changed, got, made, patched, problem, refused_at, removed
from tests.measures.records import a_measure, ids
from tests.people import Demonstration

Json = dict[str, Any]


def a_transfer(**changes: Any) -> Json:
    return {"source_measure_id": "DUR-03", "to_city_id": "bremen"} | changes


def an_exchange(**changes: Any) -> Json:
    return {
        "title_en": "Reforestation",
        "on": "2026-10-12",
        "format": "online",
        "status": "held",
        "city_ids": ["bremen", "durban"],
        "heads": [{"city_id": "bremen", "count": 3}, {"city_id": "durban", "count": 4}],
        "follow_ups": [{"text": "Send the plan", "city_id": "durban", "due_on": "2026-12-01"}],
        "measure_ids": ["DUR-03"],
    } | changes


def moved(client: httpx.Client, transfer: Json, **step: Any) -> httpx.Response:
    path = f"/transfers/{transfer['id']}"
    tag = client.get(path).headers["ETag"]
    return client.post(f"{path}/stages", json=step, headers={"If-Match": tag})


def test_a_measure_of_durban_is_adopted_in_bremen(bremen: httpx.Client, durban: httpx.Client) -> None:
    asked = {"from_city_id": "bremen", "measure_id": "DUR-03", "text": "How do you count survival?"}
    question = made(bremen, "/questions", asked)
    assert question["to_city_id"] == "durban"
    assert question["id"] in ids(durban, "/questions", to_city="durban", open="true")
    answer = durban.post(f"/questions/{question['id']}/answers", json={"answer": "By plots, every year."})
    assert answer.status_code == 201
    assert question["id"] in ids(bremen, "/questions", measure="DUR-03", open="false")

    held = made(durban, "/exchanges", an_exchange())
    transfer = made(bremen, "/transfers", a_transfer(question_id=question["id"]))
    assert (transfer["from_city_id"], transfer["stage"]) == ("durban", "interest")
    assert (
        moved(bremen, transfer, stage="exchange", exchange_id=held["id"]).json()["exchange_id"] == held["id"]
    )
    assert moved(durban, transfer, stage="adaptation", note="Fewer species").status_code == 201
    own = made(bremen, "/measures", a_measure(title_de="Aufforstung mit Vereinen", sector="land_use"))
    adopted = moved(bremen, transfer, stage="adopted", target_measure_id=own["id"])
    assert adopted.status_code == 201, adopted.text
    steps = [step["stage"] for step in adopted.json()["steps"]]
    assert steps == ["interest", "exchange", "adaptation", "adopted"]
    assert transfer["id"] in ids(bremen, "/transfers", measure=own["id"], stage="adopted")

    graph = got(bremen, "/exchange-graph")
    (edge,) = [one for one in graph["edges"] if one["to_city_id"] == "bremen"]
    assert (edge["from_city_id"], edge["adopted"], edge["demo"]) == ("durban", 1, False)
    assert {one["city_id"]: one["taken"] for one in graph["nodes"]}["bremen"] == 1


def test_an_uptake_only_moves_forward(bremen: httpx.Client) -> None:
    transfer = made(bremen, "/transfers", a_transfer(stage="adaptation"))
    assert problem(moved(bremen, transfer, stage="interest")) == (409, "/problems/stage-passed")
    assert refused_at(moved(bremen, transfer, stage="declined")) == ["/note reason_missing"]
    assert refused_at(moved(bremen, transfer, stage="adopted")) == ["/evidence evidence_missing"]
    assert refused_at(moved(bremen, transfer, stage="adopted", on="2001-01-01", evidence="x")) == [
        "/on ends_before_begin"
    ]
    assert moved(bremen, transfer, stage="declined", note="No land").status_code == 201
    assert problem(moved(bremen, transfer, stage="adopted", evidence="x")) == (409, "/problems/stage-passed")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"to_city_id": "atlantis"}, "/to_city_id unknown_city"),
        ({"to_city_id": "durban"}, "/to_city_id same_city"),
        ({"source_measure_id": "none"}, "/source_measure_id unknown_measure"),
        ({"target_measure_id": "WDH-01"}, "/target_measure_id measure_of_other_city"),
        ({"stage": "declined"}, "/note reason_missing"),
        ({"exchange_id": "0197f0c2-b7c9-7e5f-8f0a-3d3b2a1c9e10"}, "/exchange_id unknown_exchange"),
        ({"question_id": "0197f0c2-b7c9-7e5f-8f0a-3d3b2a1c9e10"}, "/question_id unknown_question"),
        ({"activity_id": "0197f0c2-b7c9-7e5f-8f0a-3d3b2a1c9e10"}, "/activity_id unknown_activity"),
    ],
)
def test_what_a_transfer_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, change: Json, place: str
) -> None:
    assert refused_at(coordinator.post("/transfers", json=a_transfer(**change))) == [place]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"title_en": None}, "/title_de title_missing"),
        ({"city_ids": ["bremen"]}, "/city_ids too_short"),
        ({"city_ids": ["bremen", "bremen"]}, "/city_ids/1 city_repeated"),
        ({"heads": [{"city_id": "windhoek", "count": 1}]}, "/heads/0/city_id city_not_there"),
        ({"follow_ups": [{"text": "x", "city_id": "windhoek"}]}, "/follow_ups/0/city_id city_not_there"),
        ({"measure_ids": ["none"]}, "/measure_ids/0 unknown_measure"),
    ],
)
def test_what_an_exchange_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, change: Json, place: str
) -> None:
    assert refused_at(coordinator.post("/exchanges", json=an_exchange(**change))) == [place]


def test_both_cities_write_what_they_share_and_no_third_one(
    demo: Demonstration, bremen: httpx.Client, durban: httpx.Client, visitor: httpx.Client
) -> None:
    windhoek = demo.person("windhoek")
    transfer = made(durban, "/transfers", a_transfer())
    path = f"/transfers/{transfer['id']}"
    assert changed(bremen, path, {"learnt": "Ask early"})["learnt"] == "Ask early"
    assert patched(windhoek, path, {"learnt": "x"}).status_code == 403
    assert moved(windhoek, transfer, stage="exchange").status_code == 403
    assert windhoek.post("/transfers", json=a_transfer()).status_code == 403
    held = made(durban, "/exchanges", an_exchange())
    assert patched(windhoek, f"/exchanges/{held['id']}", {"topics": "x"}).status_code == 403
    assert changed(bremen, f"/exchanges/{held['id']}", {"topics": "Trees"})["topics"] == "Trees"
    question = made(bremen, "/questions", {"from_city_id": "bremen", "measure_id": "DUR-01", "text": "Why?"})
    answers = f"/questions/{question['id']}/answers"
    assert windhoek.post(answers, json={"answer": "x"}).status_code == 403
    assert bremen.post(answers, json={"answer": "x"}).status_code == 403
    assert durban.post(answers, json={"answer": "Because."}).status_code == 201
    assert problem(durban.post(answers, json={"answer": "x"})) == (409, "/problems/question-answered")
    assert removed(durban, f"/questions/{question['id']}").status_code == 403
    assert removed(bremen, f"/questions/{question['id']}").status_code == 204
    for address in ("/transfers", "/exchanges", "/questions", "/exchange-graph", "/digests?month=2026-11"):
        assert visitor.get(address).status_code == 401


def test_nobody_asks_about_their_own_measure(bremen: httpx.Client) -> None:
    own = {"from_city_id": "bremen", "measure_id": "BRE-01", "text": "Why?"}
    assert refused_at(bremen.post("/questions", json=own)) == ["/measure_id same_city"]


# --- the digest -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def news(bremen: httpx.Client) -> Json:
    """Something that was held in a month of its own, with signs a page must not take for its own."""
    title = "Trees & <streams>"
    return made(bremen, "/exchanges", an_exchange(on="2025-02-11", title_en=title, results="Planted 3 < 4"))


def test_the_digest_tells_what_is_new_in_the_other_cities(durban: httpx.Client, news: Json) -> None:
    (one,) = got(durban, "/digests", month="2025-02")["items"]
    assert (one["kind"], one["on"], one["title_en"]) == ("exchange", "2025-02-11", news["title_en"])
    assert one["title_de"] == news["title_en"], "a title in one language stands in for the other"
    assert got(durban, "/digests", month="2025-03")["items"] == []
    kinds = {one["kind"] for one in got(durban, "/digests", month="2026-11", city="durban")["items"]}
    assert "update" in kinds
    assert refused_at(durban.get("/digests?month=2025-13")) == ["/query/month string_pattern_mismatch"]


def test_a_measure_is_news_once_people_publish_it_and_not_because_it_is_shipped(
    bremen: httpx.Client, durban: httpx.Client
) -> None:
    draft = made(bremen, "/measures", a_measure(visibility="draft", title_de="Neu im Monat"))
    month = draft["created_at"][:7]

    def news() -> list[str]:
        items = got(durban, "/digests", month=month)["items"]
        return [one["link"] for one in items if one["kind"] == "measure"]

    assert f"/massnahmen/{draft['id']}" not in news()
    changed(bremen, f"/measures/{draft['id']}", {"visibility": "published"})
    assert f"/massnahmen/{draft['id']}" in news()
    assert "/massnahmen/DUR-03" not in news()


@pytest.mark.parametrize(
    ("form", "media_type", "holds"),
    [
        ("text", "text/plain", "Exchange, City of Bremen, Durban"),
        ("html", "text/html", "Trees &amp; &lt;streams&gt;</a>"),
        ("atom", "application/atom+xml", "<updated>2025-02-11T00:00:00Z</updated>"),
    ],
)
def test_the_digest_comes_in_the_form_it_is_sent_in(
    durban: httpx.Client, news: Json, form: str, media_type: str, holds: str
) -> None:
    given = {"month": "2025-02", "format": form}
    answer = durban.get("/digests", params=given, headers={"Accept-Language": "en"})
    assert answer.headers["Content-Type"] == f"{media_type}; charset=utf-8"
    assert holds in answer.text
    assert f"/austausch/fachaustausch/{news['id']}" in answer.text
    german = durban.get("/digests", params=given, headers={"Accept-Language": "de"})
    assert "Neues aus den Städten, Februar 2025" in german.text
    again = {"If-None-Match": answer.headers["ETag"], "Accept-Language": "en"}
    assert durban.get("/digests", params=given, headers=again).status_code == 304
