"""A request sent twice with its key is done once, and answered twice alike."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from fastapi import Request
from starlette.responses import Response

from klimabruecke.core.changes import bump, count
from klimabruecke.core.db import SessionDep
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.idempotency import IdempotencyKeyHeader, once
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.ids import new_id
from klimabruecke.main import create_app
from klimabruecke.settings import Settings
from tests.conftest import serving
from tests.core.notes import Note, problem
from tests.installations import a_migrated, execute, rows

router = StrictRouter(dependencies=[PUBLIC])


@router.post("/orders")
def create_order(
    request: Request, session: SessionDep, note: Note, _: IdempotencyKeyHeader = None
) -> Response:
    def work() -> Response:
        bump(session, ["orders"])
        count(session)
        return Response(new_id(), status_code=202, headers={"Location": "/orders/1"})

    return once(session, request, "somebody", note.model_dump(mode="json"), work)


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return a_migrated(tmp_path_factory.mktemp("once"))


@pytest.fixture(scope="module")
def orders(installation: Settings) -> Iterator[httpx.Client]:
    with (
        serving(create_app(installation, more_routers=[router])) as url,
        httpx.Client(base_url=f"{url}/api/v1", timeout=30) as client,
    ):
        yield client


def order(orders: httpx.Client, key: str | None, **body: object) -> httpx.Response:
    return orders.post("/orders", json=body, headers={} if key is None else {"Idempotency-Key": key.encode()})


def done(installation: Settings) -> int:
    found = rows(installation, "SELECT counter FROM resource_counter WHERE resource = 'orders'")
    return int(found[0][0]) if found else 0


def test_a_repeat_is_answered_with_the_first_answer(orders: httpx.Client, installation: Settings) -> None:
    before = done(installation)
    first, again = order(orders, "a", name="x"), order(orders, "a", name="x")
    assert first.status_code == again.status_code == 202
    assert first.text == again.text
    assert again.headers["location"] == "/orders/1"
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    assert done(installation) == before + 1


def test_a_key_is_needed_and_belongs_to_one_request(orders: httpx.Client) -> None:
    problem(order(orders, None), 400, "idempotency-key-required")
    order(orders, "b", name="x")
    problem(order(orders, "b", name="y"), 422, "idempotency-key-used")
    assert order(orders, "ä").status_code == 422


def test_repeats_at_the_same_moment_are_done_once(orders: httpx.Client, installation: Settings) -> None:
    before = done(installation)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: order(orders, "c", name="z"), range(8)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.text for answer in answers}) == 1
    assert done(installation) == before + 1


def test_a_key_is_free_again_after_a_day(orders: httpx.Client, installation: Settings) -> None:
    first = order(orders, "d", name="x")
    execute(installation, "UPDATE idempotency_key SET created_at = '2020-01-01T00:00:00.000000Z'")
    assert order(orders, "d", name="y").text != first.text
