"""What the permission walk acts on: callers with their tokens, and records of a project of two cities."""

import hashlib
import time
from collections.abc import Mapping
from typing import Any

import httpx
from sqlalchemy import Engine, create_engine, inspect, text

from tests.exchange.uploads import Desk
from tests.footprint.cooperation import a_plan, an_activity, meals, travelled
from tests.people import PASSWORD, Demonstration
from tests.reference.files import a_row, a_set

Json = dict[str, Any]

RESOURCES = (
    "cooperation-projects",
    "programmes",
    "plans",
    "activities",
    "carbon-budgets",
    "footprint-totals",
    "travel-disclosures",
    *("travel-rules", "travel-rule-checks", "contributions", "contribution-totals"),
    *("measures", "transfers", "exchanges", "questions", "exchange-graph", "digests"),
    *("recalled-facts", "evidence-proposals"),
    *("inventories", "emissions", "imports", "import-mappings", "uploads", "data-package", "progress-notes"),
)
SCOPES = [f"{resource}:{verb}" for resource in RESOURCES for verb in ("read", "write")]


class World:
    """A demonstration with everybody in it. ``new`` makes a record, ``known`` one for all who only read."""

    def __init__(self, demo: Demonstration) -> None:
        self.demo = demo
        self.coordinator = demo.person("coordinator")
        self.admin = demo.person("second-admin")
        self._number = 0
        self._years = iter(range(2030, 2100))
        self._inventory_years = iter(range(1901, 2200))
        self._desk = Desk(self.coordinator)
        self._known: dict[str, dict[str, str]] = {}
        self._project = self._post(self.coordinator, "/cooperation-projects", self.project())
        self._client = demo.a_program("durban", "plans:read")
        demo.a_user("door@example.org")
        demo.a_user("asking@example.org", role="editor", city="bremen", area="climate")
        self._asking = demo.sign_in("asking@example.org")
        demo.a_user("loading@example.org", role="coordinator")
        self._loading = demo.sign_in("loading@example.org")

    def callers(self) -> dict[str, httpx.Client]:
        """A client for each caller the table names, but without cookies: their access token must do."""
        found = {"anonymous": self.demo.client(), "suspended": self._suspended()}
        for name in ("viewer", "coordinator", "auditor", "admin", "bremerhaven-procurement"):
            found[name] = self.demo.sign_in(name)
        for city in ("bremen", "bremerhaven", "durban", "windhoek"):
            found[city] = self.demo.sign_in(city)
            found[f"client of {city}"] = self.demo.program(self.demo.a_program(city, *SCOPES))
        found["client without scopes"] = self.demo.program(self.demo.a_program("bremen", "nothing:read"))
        for client in found.values():
            client.cookies.clear()
        return found

    def _suspended(self) -> httpx.Client:
        """A coordinator who was suspended after signing in."""
        user = self.demo.a_user("suspended@example.org", role="coordinator")
        client = self.demo.sign_in("suspended@example.org")
        path = f"/users/{user['id']}"
        answer = self.admin.patch(path, json={"status": "suspended"}, headers=matching(self, path))
        assert answer.status_code == 200
        return client

    # --- records ------------------------------------------------------------------------------

    def known(self, kind: str) -> dict[str, str]:
        if kind not in self._known:
            self._known[kind] = {kind: self.new(kind)}
        return self._known[kind]

    def new(self, kind: str) -> str:
        """Makes a record of this kind; gives its address."""
        made: str = getattr(self, f"_new_{kind}")()
        return made

    def deleted(self, kind: str) -> str:
        """Makes a record of this kind and deletes it; gives its address."""
        path = self.new(kind)
        assert self.coordinator.delete(path, headers=matching(self, path)).status_code == 204
        return path

    def first(self, path: str) -> str:
        found: str = self.demo.client().get(path, params={"limit": 1}).json()["items"][0]["id"]
        return found

    def _new_user(self) -> str:
        return f"/users/{self._post(self.admin, '/users', self.user())['id']}"

    def _new_service_client(self) -> str:
        made = self._post(self.admin, "/service-clients", self.service_client())
        return f"/service-clients/{made['id']}"

    def _new_project(self) -> str:
        made = self._post(self.coordinator, "/cooperation-projects", self.project())
        return f"/cooperation-projects/{made['id']}"

    def _new_programme(self) -> str:
        return f"/programmes/{self._post(self.coordinator, '/programmes', self.programme())['id']}"

    def _new_plan(self) -> str:
        return f"/plans/{self._post(self.coordinator, '/plans', self.plan())['id']}"

    def _new_alternative(self) -> str:
        path = f"{self._new_plan()}/alternatives"
        return f"{path}/{self._post(self.coordinator, path, self.alternative())['id']}"

    def _new_decision(self) -> str:
        path, body = self.decision()
        return f"{path}/{self._post(self.coordinator, path, body)['id']}"

    def _new_decided_plan(self) -> str:
        return self._new_decision().partition("/decisions")[0]

    def _new_disclosure(self) -> str:
        made = self._post(self.coordinator, "/travel-disclosures", self.disclosure())
        return f"/travel-disclosures/{made['id']}"

    def _new_activity(self) -> str:
        return f"/activities/{self._post(self.coordinator, '/activities', self.activity())['id']}"

    def _new_approval_request(self) -> str:
        path = f"{self._new_activity()}/approval-requests"
        return f"{path}/{self._post(self._asking, path, {})['id']}"

    def _new_deputy(self) -> str:
        """Of two people who are no callers of the walk."""
        away = self._post(self.admin, "/users", self.user())["id"]
        return f"/deputies/{self._post(self.admin, '/deputies', self.deputy() | {'user_id': away})['id']}"

    def _new_footprint(self) -> str:
        path = f"{self._new_activity()}/footprints"
        return f"{path}/{self._post(self.coordinator, path, {})['id']}"

    def _new_publication(self) -> str:
        body = {"year": self.publishable_year()}
        return f"/year-publications/{self._post(self.coordinator, '/year-publications', body)['id']}"

    def _new_budget(self) -> str:
        return f"/carbon-budgets/{self._post(self.coordinator, '/carbon-budgets', self.budget())['id']}"

    def _new_rule(self) -> str:
        return f"/travel-rules/{self._post(self.coordinator, '/travel-rules', self.rule())['id']}"

    def _new_factor_set(self) -> str:
        """Loaded by a coordinator who is no caller of the walk, so that another one may publish it."""
        made = self._post(self._loading, "/emission-factor-set-drafts", self.factor_set())
        return f"/emission-factor-set-drafts/{made['id']}"

    def _new_proof(self) -> str:
        """Proposed by a coordinator who is no caller of the walk, as above."""
        made = self._post(self._loading, "/evidence-proposals", self.proof())
        return f"/evidence-proposals/{made['id']}"

    def _new_contribution(self) -> str:
        made = self._post(self.coordinator, "/contributions", self.contribution())
        return f"/contributions/{made['id']}"

    def _new_measure(self) -> str:
        return f"/measures/{self._post(self.coordinator, '/measures', self.measure())['id']}"

    def _new_measure_task(self) -> str:
        return self._of_measure("tasks", {"title_de": "T"})

    def _new_measure_indicator(self) -> str:
        return self._of_measure("indicators", {"title_de": "I", "unit": "km", "effect": "increases"})

    def _new_measure_update(self) -> str:
        return self._of_measure("updates", {"text_de": "Neu"})

    def _of_measure(self, kept: str, body: Json) -> str:
        path = f"{self.known('measure')['measure']}/{kept}"
        return f"{path}/{self._post(self.coordinator, path, body)['id']}"

    def _new_transfer(self) -> str:
        return f"/transfers/{self._post(self.coordinator, '/transfers', self.transfer())['id']}"

    def _new_exchange(self) -> str:
        return f"/exchanges/{self._post(self.coordinator, '/exchanges', self.exchange())['id']}"

    def _new_question(self) -> str:
        return f"/questions/{self._post(self.coordinator, '/questions', self.question())['id']}"

    def _new_inventory(self) -> str:
        return f"/inventories/{self._post(self.coordinator, '/inventories', self.inventory())['id']}"

    def _new_emission(self) -> str:
        return f"/emissions/{self._post(self.coordinator, '/emissions', self.emission())['id']}"

    def _new_filled_inventory(self) -> str:
        """A draft with a line, ready to be published."""
        body = self.emission()
        self._post(self.coordinator, "/emissions", body)
        return f"/inventories/{body['inventory_id']}"

    def _new_published_inventory(self) -> str:
        path = self._new_filled_inventory()
        headers = matching(self, path)
        assert self.coordinator.post(f"{path}/publications", headers=headers).status_code == 201
        return path

    def _new_import(self) -> str:
        """One that is ready to be applied."""
        file, form = self.file(dry_run="true")
        found = self._desk.imported(file, form.pop("city_id"), **form)
        assert found["state"] == "previewed", found
        return f"/imports/{found['id']}"

    def _new_upload(self) -> str:
        return self._desk.uploaded(b"a,b\n" * 25)

    def _new_import_mapping(self) -> str:
        """Kept with the answers to an import's questions; gives that import's address."""
        path = self._new_import()
        self._desk.answered({"id": path.rpartition("/")[2]}, unit="t")
        return path

    def _new_applied_import(self) -> str:
        file, form = self.file()
        found = self._desk.imported(file, form.pop("city_id"), **form)
        assert found["state"] == "applied", found
        return f"/imports/{found['id']}"

    # --- bodies -------------------------------------------------------------------------------

    def user(self) -> Json:
        membership = {"role": "viewer", "city": "*", "area": "all"}
        email = f"walk-{self._next()}@example.org"
        return {"email": email, "display_name": "N", "memberships": [membership]}

    def service_client(self) -> Json:
        return {"name": "N", "city": "durban", "area": "climate", "scopes": ["plans:read"]}

    def deputy(self) -> Json:
        here = self._post(self.admin, "/users", self.user())["id"]
        return {"deputy_user_id": here, "starts_on": "2026-12-21", "ends_on": "2199-12-31"}

    def project(self) -> Json:
        return {"title_de": f"Projekt {self._next()}", "city_ids": ["bremen", "windhoek"]}

    def programme(self) -> Json:
        period = {"starts_on": "2026-01-01", "ends_on": "2026-12-31"}
        return {"title_de": "Z", "funder": "F", **period, "city_ids": ["bremen", "windhoek"]}

    def plan(self) -> Json:
        return a_plan(self._project, alternatives=[{"label": "A", "items": [meals()]}])

    def alternative(self) -> Json:
        return {"label": f"B {self._next()}", "items": [meals()]}

    def actuals(self) -> tuple[str, Json, dict[str, str]]:
        path = self._new_activity()
        return f"{path}/actuals", {"same_as_planned": True}, matching(self, path)

    def decision(self) -> tuple[str, Json]:
        plan = self._post(self.coordinator, "/plans", self.plan())
        chosen = plan["alternatives"][0]["id"]
        return f"/plans/{plan['id']}/decisions", {"alternative_id": chosen, "reason": "Weil."}

    def disclosure(self) -> Json:
        """About years in which nothing was done: what was done by a few people is not told."""
        return {"question": "Q", "year_min": 1990, "year_max": 1990, "cities": ["bremen"]}

    def activity(self) -> Json:
        return an_activity(self._project, items=[meals()])

    def budget(self) -> Json:
        """A year has one budget in a project, so each has a project of its own."""
        project = self._post(self.coordinator, "/cooperation-projects", self.project())
        return {"project_id": project["id"], "year": 2030, "limit_kg": 1}

    def publishable_year(self) -> int:
        """A year of which nothing is published yet, with two done activities of five people each."""
        year = next(self._years)
        days = {"starts_on": f"{year}-05-01", "ends_on": f"{year}-05-02", "status": "done"}
        for _ in range(2):
            self._post(self.coordinator, "/activities", self.activity() | {"items": travelled(5)} | days)
        return year

    def rule(self) -> Json:
        return {"city_id": "bremen", "kind": "gap", "title_de": f"Nicht bekannt {self._next()}"}

    def check(self) -> Json:
        flight = {"type": "flight", "from": "BRE", "to": "FRA"}
        return {"city_id": "bremen", "on": "2026-09-14", "items": [flight]}

    def contribution(self) -> Json:
        period = {"period_starts_on": "2026-01-01", "period_ends_on": "2026-12-31"}
        money = {"amount_cents": 1, "currency": "EUR", "recipient": "Fonds", "proof_note": "Beleg 1"}
        return {"city_id": "bremen", "kind": "donation", **money, **period}

    def measure(self) -> Json:
        said = {"sector": "waste", "action_type": "both", "status": "planned", "visibility": "published"}
        return {"city_id": "bremen", "title_de": f"Maßnahme {self._next()}", **said}

    def transfer(self) -> Json:
        return {"source_measure_id": "WDH-07", "to_city_id": "bremen"}

    def exchange(self) -> Json:
        return {"title_de": "F", "on": "2026-11-02", "format": "online", "city_ids": ["bremen", "windhoek"]}

    def question(self) -> Json:
        return {"from_city_id": "bremen", "measure_id": "WDH-07", "text": "Q"}

    def factor_set(self) -> Json:
        return a_set(a_row(id=f"WALK-{self._next()}"))

    def proof(self) -> Json:
        """Of a rule of Bremen that is new, recalled, and in force nowhere."""
        rule = {"kind": "taxi_exception", "active": False, "verification": "recalled"}
        made = self._post(self.coordinator, "/travel-rules", self.rule() | rule)
        return {"fact_id": f"travel_rule.{made['id']}", "source_id": "S001", "place": "p. 1"}

    def city(self) -> Json:
        named = {"id": f"walk-{self._next()}", "name_de": "Stadt", "name_en": "City", "country_code": "NA"}
        return {**named, "latitude": -22.5, "longitude": 17}

    def file(self, **form: str) -> tuple[bytes, dict[str, str]]:
        """A table of Bremen and the fields that go with it; no two say the same."""
        number = self._next()
        year = str(next(self._inventory_years))
        table = f"gpc_ref,emissions_tco2e\nI.1.1,{1_000_000 + 7 * number}\n".encode()
        return table, {"city_id": "bremen", "year": year, **form}

    def inventory(self) -> Json:
        level = {"standard": "gpc", "reporting_level": "basic", "source_note": "Akten"}
        return {"city_id": "bremen", "year": next(self._inventory_years), **level}

    def emission(self) -> Json:
        inventory = self._new_inventory().rpartition("/")[2]
        return {"inventory_id": inventory, "gpc_ref": "I.1.1", "gas": "CO2", "amount_kg": 1}

    def credentials(self) -> Json:
        return {"email": "door@example.org", "password": PASSWORD}

    def client_credentials(self) -> Mapping[str, str]:
        known = {name: self._client[name] for name in ("client_id", "client_secret")}
        return {"grant_type": "client_credentials", **known}

    def link(self) -> Json:
        issued = self._post(self.admin, f"{self._new_user()}/links", {"purpose": "invitation"})
        return {"token": issued["token"], "password": PASSWORD}

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _post(self, client: httpx.Client, path: str, body: Json) -> Json:
        answer = client.post(path, json=body)
        assert answer.status_code == 201, f"{path}: {answer.text}"
        found: Json = answer.json()
        return found


def matching(world: World, path: str) -> dict[str, str]:
    """The If-Match header of the state a record is in."""
    client = (
        world.admin if path.startswith(("/users", "/service-clients", "/deputies")) else world.coordinator
    )
    return {"If-Match": client.get(path).headers["etag"]}


class Fingerprint:
    """A hash of everything the database holds, the trail and the technical tables included."""

    def __init__(self, url: str) -> None:
        self._engine: Engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
        with self._engine.connect() as connection:
            self._tables = sorted(inspect(connection).get_table_names())

    def take(self) -> str:
        """When nothing is left to be done behind the requests."""
        while self._queued():
            time.sleep(0.05)
        digest = hashlib.sha256()
        with self._engine.connect() as connection:
            for table in self._tables:
                rows = connection.execute(text(f'SELECT * FROM "{table}"'))
                digest.update("\n".join(sorted(map(repr, rows))).encode())
        return digest.hexdigest()

    def _queued(self) -> int:
        with self._engine.connect() as connection:
            waiting = text("SELECT count(*) FROM job WHERE state = 'queued'")
            return int(connection.execute(waiting).scalar_one())

    def close(self) -> None:
        self._engine.dispose()
