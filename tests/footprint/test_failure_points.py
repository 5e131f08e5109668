"""Whatever fails in a write, at whatever statement: the state is the one before it or the one after it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine, event, inspect, text
from sqlalchemy.exc import OperationalError

from klimabruecke.audit.verification import verify
from klimabruecke.core.db import Database
from tests.footprint.cooperation import a_plan, an_activity, got, made, meals
from tests.footprint.office import Office, staffed
from tests.installations import a_seeded

Json = dict[str, Any]
Write = Callable[[httpx.Client], httpx.Response]
State = dict[str, list[tuple[Any, ...]]]
REFERENCE = ("city", "emission", "gwp", "partnership", "source", "alembic")


class Saboteur:
    """Makes the n-th statement of the writing connection fail, or the commit behind the last one."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.left: int | None = None
        self.seen = 0

    def _statement(self, *_: Any) -> None:
        if self.left is not None:
            self.seen += 1
            self.left -= 1
            if self.left == 0:
                raise OperationalError("sabotage", None, Exception("sabotage"))

    def _commit(self, *_: Any) -> None:
        self._statement()

    @contextmanager
    def failing_at(self, number: int) -> Iterator[None]:
        self.left, self.seen = number, 0
        yield
        self.left = None

    @contextmanager
    def at_work(self) -> Iterator[None]:
        event.listen(self.engine, "before_cursor_execute", self._statement)
        event.listen(self.engine, "commit", self._commit)
        yield
        event.remove(self.engine, "before_cursor_execute", self._statement)
        event.remove(self.engine, "commit", self._commit)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An installation of its own: the whole database is compared."""
    settings = a_seeded(tmp_path_factory.mktemp("sabotage"))
    with staffed(settings) as made_office:
        yield made_office


@pytest.fixture(scope="module")
def database(office: Office) -> Database:
    found: Database = office.app.state.database
    return found


def state(database: Database) -> State:
    """Every row of every table but the reference data, which nothing here writes."""
    with database.reading() as connection:
        names = inspect(connection).get_table_names()
        return {
            name: sorted(map(tuple, connection.execute(text(f'SELECT * FROM "{name}"'))), key=repr)
            for name in names
            if not name.startswith(REFERENCE)
        }


def use_cases(client: httpx.Client) -> Iterator[tuple[str, Write]]:
    """Every write of this domain, on records of its own."""
    project = made(client, "/cooperation-projects", {"title_de": "A", "city_ids": ["bremen"]})
    plan = made(client, "/plans", a_plan(project))
    activity = made(client, "/activities", an_activity(project, items=[meals(10)]))
    budget = made(client, "/carbon-budgets", {"project_id": project["id"], "year": 2026, "limit_kg": 100})
    first = plan["alternatives"][0]["id"]
    plan_path, alternative = f"/plans/{plan['id']}", f"/plans/{plan['id']}/alternatives/{first}"
    activity_path, budget_path = f"/activities/{activity['id']}", f"/carbon-budgets/{budget['id']}"
    project_body = {"title_de": "B", "city_ids": ["durban"]}
    online = {"from_alternative_id": first, "change": "online_only"}
    approval = {"status": "approved", "items": [meals(20)]}
    yield "project", _post("/cooperation-projects", project_body)
    yield "change of a project", _patch(f"/cooperation-projects/{project['id']}", {"note": "B"})
    yield "plan", _post("/plans", a_plan(project))
    yield "change of a plan", _patch(plan_path, {"on": "2027-01-01"})
    yield "alternative", _post(f"{plan_path}/alternatives", online)
    yield "change of an alternative", _patch(alternative, {"items": [meals(3)]})
    yield "decision", _post(f"{plan_path}/decisions", {"alternative_id": first, "reason": "Now"})
    yield "budget", _patch(budget_path, {"limit_kg": 50})
    yield "activity", _post("/activities", an_activity(project))
    yield "approval with other items", _patch(activity_path, approval)
    yield "recalculation", _post(f"{activity_path}/footprints", {})
    yield "actual figures", _post(f"{activity_path}/actuals", {"items": [meals(21)]})
    yield "deletion of an activity", _delete(activity_path)
    yield "deletion of a budget", _delete(budget_path)


def _post(path: str, body: Json) -> Write:
    return lambda client: client.post(path, json=body, headers={"If-Match": "*"})


def _patch(path: str, body: Json) -> Write:
    return lambda client: client.patch(path, json=body, headers={"If-Match": "*"})


def _delete(path: str) -> Write:
    return lambda client: client.delete(path, headers={"If-Match": "*"})


def test_a_write_that_fails_anywhere_leaves_the_state_before(office: Office, database: Database) -> None:
    client = office.person("coordinator")
    saboteur = Saboteur(database.writer)
    failures = 0
    with saboteur.at_work():
        for name, write in use_cases(client):
            before = state(database)
            for number in range(1, 200):
                with saboteur.failing_at(number):
                    answer = write(client)
                if saboteur.seen < number:
                    break
                failures += 1
                assert answer.status_code == 503, f"{name}, statement {number}: {answer.text}"
                assert state(database) == before, f"{name}, statement {number}"
            assert answer.status_code in (200, 201, 204), f"{name}: {answer.text}"
            after = state(database)
            assert after != before
            entries = [len(found["audit_entry"]) for found in (before, after)]
            events = [len(found["outbox_event"]) for found in (before, after)]
            assert entries[1] - entries[0] == events[1] - events[0] > 0
    with database.reading() as connection:
        assert verify(connection) == []
    assert failures > 100, "every statement of every write was a failure point"
    assert got(client, "/footprint-totals")["items"][0]["activities"] == 1
