"""Who may do what, operation by operation: the table the permission walk holds the application against.

``OPERATIONS`` has a row for every operation of the API (those of inventories stand in
``inventory_permissions``). A row names the rule, the status of an answer to
somebody who may, and a good request. Rules follow the contract:

- everybody: reference data, what computes and stores nothing, and the doors people and programs come in by
- cookie: the two addresses the refresh cookie opens; an access token is no key to them
- people: everybody with an account, no program
- readers: every role, and programs with the scope ``<resource>:read``
- writers: coordinators, editors of a city that takes part, and its programs with ``<resource>:write``
- coordinators: those of all cities
- of Bremen: the same for what belongs to one city
- writing people: the same without programs
- auditors: auditors and administrators
- administrators
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.conftest import REPOSITORY
from tests.contract.world import World, matching

Json = dict[str, Any]

CITIES = ("bremen", "bremerhaven", "durban", "windhoek")
TAKING_PART = ("bremen", "windhoek")
"""The cities of the project all written records belong to."""

PEOPLE = (
    *("viewer", "coordinator", "auditor", "admin"),
    *CITIES,
    "bremerhaven-procurement",
)
PROGRAMS = tuple(f"client of {city}" for city in CITIES)
NOBODY = ("anonymous", "suspended")
CALLERS = (*NOBODY, *PEOPLE, *PROGRAMS, "client without scopes")


class Rule(NamedTuple):
    """Who may enter; all others with an account or a client are refused by 403, nobody else by 401."""

    allowed: frozenset[str]
    knows: bool = True
    """Whether the operation asks who is calling at all."""


def only(*callers: str) -> Rule:
    return Rule(frozenset(callers))


EVERYBODY = Rule(frozenset(CALLERS), knows=False)
COOKIE = Rule(frozenset(), knows=False)
SIGNED_IN = only(*PEOPLE)
READERS = only(*PEOPLE, *PROGRAMS)
WRITERS = only("coordinator", *TAKING_PART, *(f"client of {city}" for city in TAKING_PART))
COORDINATORS = only("coordinator")
BREMEN = only("coordinator", "bremen", "client of bremen")
"""Writers of what belongs to Bremen alone."""
WRITING_PEOPLE = only("coordinator", *TAKING_PART)
BREMEN_PEOPLE = only("coordinator", "bremen")
ALL_WRITING_PEOPLE = only("coordinator", *CITIES, "bremerhaven-procurement")
"""Who writes anywhere, of whatever city: the second pair of eyes."""
AUDITORS = only("auditor", "admin")
ADMINISTRATORS = only("admin")


@dataclass(frozen=True)
class Asked:
    """A request: the address behind the base, and what goes with it."""

    path: str
    body: Json | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Row:
    """A row of the table."""

    rule: Rule
    status: int
    request: Callable[[World], Asked]
    refusal: int = 403
    """404 where somebody who is signed in may not even know of the record."""

    def expected(self, caller: str) -> int:
        """The exact status for this caller."""
        if self.rule is COOKIE:
            return 401
        if caller in self.rule.allowed:
            return self.status
        if caller in NOBODY:
            return 401
        return self.refusal if caller in PEOPLE else 403


def at(path: str, **body: Any) -> Callable[[World], Asked]:
    return lambda _: Asked(path, body or None)


def at_made(path: str, kind: str) -> Callable[[World], Asked]:
    """The address of something that is there, such as ``/plans/{plan}``."""
    return lambda world: Asked(path.format(**world.known(kind)))


def changing(kind: str, **body: Any) -> Callable[[World], Asked]:
    """A change of something new, in the state it is in."""
    return lambda world: _matching(world, world.new(kind), body)


def removing(kind: str) -> Callable[[World], Asked]:
    return lambda world: _matching(world, world.new(kind), None)


def _matching(world: World, path: str, body: Json | None) -> Asked:
    return Asked(path, body, matching(world, path))


def approving(world: World) -> Asked:
    """The approval of an activity, in the state it is in, that somebody else has asked for."""
    activity = world.new("approval_request").rpartition("/approval-requests")[0]
    return Asked(f"{activity}/approvals", {}, matching(world, activity))


def confirming(world: World) -> Asked:
    """The confirmation of a proof that another coordinator has proposed."""
    proof = world.new("proof")
    return Asked(f"{proof}/confirmations", None, matching(world, proof))


def publishing(world: World) -> Asked:
    """The publication of a factor set that another coordinator has loaded."""
    draft = world.new("factor_set")
    return Asked(f"{draft}/publications", None, matching(world, draft))


def still_right(world: World) -> Asked:
    """That a measure is still right, in the state it is in."""
    measure = world.new("measure")
    return Asked(f"{measure}/confirmations", None, matching(world, measure))


def of_measure(kept: str, **body: Any) -> Callable[[World], Asked]:
    """A task, an indicator or an update of a measure of Bremen."""
    return lambda world: Asked(f"{world.known('measure')['measure']}/{kept}", body)


def moving_on(world: World) -> Asked:
    """The next stage of a transfer, in the state it is in."""
    transfer = world.new("transfer")
    return Asked(f"{transfer}/stages", {"stage": "exchange"}, matching(world, transfer))


def example(name: str) -> Json:
    found: Json = json.loads((REPOSITORY / "openapi" / "examples" / f"{name}.json").read_bytes())
    return found


COMPUTED = example("delegation-bremen-windhoek")

PUBLIC: dict[str, Row] = {
    "get_liveness": Row(EVERYBODY, 200, at("../../health/live")),
    "get_readiness": Row(EVERYBODY, 200, at("../../health/ready")),
    "list_problem_types": Row(EVERYBODY, 200, at("/problem-types")),
    "get_problem_type": Row(EVERYBODY, 200, at("/problem-types/forbidden")),
    "get_operator": Row(EVERYBODY, 200, at("/operator")),
    "get_operator_logo": Row(EVERYBODY, 200, at("/operator/logos/funder.svg")),
    "list_sources": Row(EVERYBODY, 200, at("/sources")),
    "get_source": Row(EVERYBODY, 200, lambda world: Asked(f"/sources/{world.first('/sources')}")),
    "list_emission_factor_sets": Row(EVERYBODY, 200, at("/emission-factor-sets")),
    "get_emission_factor_set": Row(EVERYBODY, 200, at("/emission-factor-sets/desnz-2025")),
    "list_emission_factors": Row(EVERYBODY, 200, at("/emission-factors")),
    "get_emission_factor": Row(
        EVERYBODY, 200, lambda world: Asked(f"/emission-factors/{world.first('/emission-factors')}")
    ),
    "list_gwp_sets": Row(EVERYBODY, 200, at("/gwp-sets")),
    "list_airports": Row(EVERYBODY, 200, at("/airports?q=bremen")),
    "get_airport": Row(EVERYBODY, 200, at("/airports/WDH")),
    "list_cities": Row(EVERYBODY, 200, at("/cities")),
    "get_city": Row(EVERYBODY, 200, at("/cities/durban")),
    "list_footprint_methods": Row(EVERYBODY, 200, at("/footprint-methods")),
    "get_footprint_method": Row(EVERYBODY, 200, at("/footprint-methods/klimabruecke-2026")),
    "list_year_publications": Row(EVERYBODY, 200, at("/year-publications")),
    "get_year_publication": Row(EVERYBODY, 200, at_made("{publication}", "publication")),
    "create_footprint": Row(EVERYBODY, 200, at("/footprints", **COMPUTED)),
    "create_travel_table": Row(EVERYBODY, 200, at("/travel-tables", text="Von;Nach\nFRA;WDH")),
    "create_footprint_comparison": Row(EVERYBODY, 200, at("/footprint-comparisons", **COMPUTED)),
}

IDENTITY: dict[str, Row] = {
    "create_login": Row(EVERYBODY, 200, lambda world: Asked("/auth/login", world.credentials())),
    "create_token": Row(EVERYBODY, 200, lambda world: Asked("/oauth/token", form=world.client_credentials())),
    "create_password": Row(EVERYBODY, 204, lambda world: Asked("/auth/passwords", world.link())),
    "create_refresh": Row(COOKIE, 401, lambda _: Asked("/auth/refresh", None, {"X-KB-CSRF": "1"})),
    "create_logout": Row(COOKIE, 401, lambda _: Asked("/auth/logout", None, {"X-KB-CSRF": "1"})),
    "get_me": Row(SIGNED_IN, 200, at("/me")),
    # 422: they may, but not to a password that is guessed first; a good one would sign them out of the walk.
    "create_own_password": Row(
        SIGNED_IN, 422, at("/me/passwords", current_password="x", password="passwordpassword")
    ),
    "list_users": Row(ADMINISTRATORS, 200, at("/users")),
    "create_user": Row(ADMINISTRATORS, 201, lambda world: Asked("/users", world.user())),
    "get_user": Row(ADMINISTRATORS, 200, at_made("{user}", "user")),
    "update_user": Row(ADMINISTRATORS, 200, changing("user", status="suspended")),
    "create_user_link": Row(
        ADMINISTRATORS, 201, lambda world: Asked(f"{world.new('user')}/links", {"purpose": "reset"})
    ),
    "list_service_clients": Row(ADMINISTRATORS, 200, at("/service-clients")),
    "create_service_client": Row(
        ADMINISTRATORS, 201, lambda world: Asked("/service-clients", world.service_client())
    ),
    "get_service_client": Row(ADMINISTRATORS, 200, at_made("{service_client}", "service_client")),
    "update_service_client": Row(ADMINISTRATORS, 200, changing("service_client", status="revoked")),
    "delete_service_client": Row(ADMINISTRATORS, 204, removing("service_client")),
    "create_service_client_approval": Row(
        ADMINISTRATORS, 201, lambda world: Asked(f"{world.new('service_client')}/approvals")
    ),
    "list_colleagues": Row(SIGNED_IN, 200, at("/colleagues")),
    "list_deputies": Row(SIGNED_IN, 200, at("/deputies")),
    # The entry is of two people nobody here is: only administrators know of it.
    "get_deputy": Row(only("admin"), 200, at_made("{deputy}", "deputy"), refusal=404),
    # Everybody who is signed in may name their own.
    "create_deputy": Row(SIGNED_IN, 201, lambda world: Asked("/deputies", world.deputy())),
    "update_deputy": Row(only("admin"), 200, changing("deputy", ends_on="2199-12-30"), refusal=404),
    "delete_deputy": Row(only("admin"), 204, removing("deputy"), refusal=404),
    "list_audit_entries": Row(AUDITORS, 200, at("/audit")),
}

COOPERATION: dict[str, Row] = {
    "list_cooperation_projects": Row(READERS, 200, at("/cooperation-projects")),
    "get_cooperation_project": Row(READERS, 200, at_made("{project}", "project")),
    "create_cooperation_project": Row(
        WRITERS, 201, lambda world: Asked("/cooperation-projects", world.project())
    ),
    "update_cooperation_project": Row(WRITERS, 200, changing("project", title_de="Anders")),
    "delete_cooperation_project": Row(WRITERS, 204, removing("project")),
    "list_programmes": Row(READERS, 200, at("/programmes")),
    "get_programme": Row(READERS, 200, at_made("{programme}", "programme")),
    "get_programme_figures": Row(READERS, 200, at_made("{programme}/figures", "programme")),
    "create_programme": Row(WRITERS, 201, lambda world: Asked("/programmes", world.programme())),
    "update_programme": Row(WRITERS, 200, changing("programme", title_de="Anders")),
    "delete_programme": Row(WRITERS, 204, removing("programme")),
    "list_plans": Row(READERS, 200, at("/plans")),
    "get_plan": Row(READERS, 200, at_made("{plan}", "plan")),
    "create_plan": Row(WRITERS, 201, lambda world: Asked("/plans", world.plan())),
    "update_plan": Row(WRITERS, 200, changing("plan", title="Anders")),
    "delete_plan": Row(WRITERS, 204, removing("plan")),
    "create_alternative": Row(
        WRITERS, 201, lambda world: Asked(f"{world.new('plan')}/alternatives", world.alternative())
    ),
    "get_alternative": Row(READERS, 200, at_made("{alternative}", "alternative")),
    "update_alternative": Row(WRITERS, 200, changing("alternative", label="Anders")),
    "delete_alternative": Row(WRITERS, 204, removing("alternative")),
    "create_plan_decision": Row(WRITERS, 201, lambda world: Asked(*world.decision())),
    "get_plan_decision": Row(READERS, 200, at_made("{decision}", "decision")),
    "get_plan_document": Row(
        READERS, 200, at_made("{decided_plan}/documents/climate_paragraph", "decided_plan")
    ),
    "list_activities": Row(READERS, 200, at("/activities")),
    "get_activity": Row(READERS, 200, at_made("{activity}", "activity")),
    "create_activity": Row(WRITERS, 201, lambda world: Asked("/activities", world.activity())),
    "update_activity": Row(WRITERS, 200, changing("activity", title="Anders")),
    "delete_activity": Row(WRITERS, 204, removing("activity")),
    "list_approval_requests": Row(READERS, 200, at_made("{activity}/approval-requests", "activity")),
    "create_approval_request": Row(
        WRITING_PEOPLE, 201, lambda world: Asked(f"{world.new('activity')}/approval-requests", {})
    ),
    "get_approval_request": Row(READERS, 200, at_made("{approval_request}", "approval_request")),
    "delete_approval_request": Row(WRITING_PEOPLE, 204, removing("approval_request")),
    "create_activity_approval": Row(WRITING_PEOPLE, 201, approving),
    "create_activity_restoration": Row(
        WRITERS, 201, lambda world: Asked(f"{world.deleted('activity')}/restorations", {})
    ),
    "create_plan_restoration": Row(
        WRITERS, 201, lambda world: Asked(f"{world.deleted('plan')}/restorations")
    ),
    "create_project_restoration": Row(
        WRITERS, 201, lambda world: Asked(f"{world.deleted('project')}/restorations")
    ),
    "list_activity_footprints": Row(READERS, 200, at_made("{activity}/footprints", "activity")),
    "create_activity_footprint": Row(
        WRITERS,
        201,
        lambda world: Asked(f"{world.new('activity')}/footprints", {}),
    ),
    "create_actuals": Row(WRITERS, 201, lambda world: Asked(*world.actuals())),
    "get_plan_actual": Row(READERS, 200, at_made("{activity}/plan-actual", "activity")),
    "get_activity_footprint": Row(READERS, 200, at_made("{footprint}", "footprint")),
    "list_travel_disclosures": Row(READERS, 200, at("/travel-disclosures")),
    "get_travel_disclosure": Row(READERS, 200, at_made("{disclosure}", "disclosure")),
    # Of Bremen; of all cities (none named) only by coordinators, which the tests of disclosures hold.
    "create_travel_disclosure": Row(
        BREMEN, 201, lambda world: Asked("/travel-disclosures", world.disclosure())
    ),
    "list_footprint_totals": Row(READERS, 200, at("/footprint-totals?by=year")),
    "create_year_publication": Row(
        COORDINATORS, 201, lambda world: Asked("/year-publications", {"year": world.publishable_year()})
    ),
    "list_carbon_budgets": Row(READERS, 200, at("/carbon-budgets")),
    "get_carbon_budget": Row(READERS, 200, at_made("{budget}", "budget")),
    "create_carbon_budget": Row(WRITERS, 201, lambda world: Asked("/carbon-budgets", world.budget())),
    "update_carbon_budget": Row(WRITERS, 200, changing("budget", warn_pct=50)),
    "delete_carbon_budget": Row(WRITERS, 204, removing("budget")),
}

TRAVEL: dict[str, Row] = {
    "list_travel_rules": Row(READERS, 200, at("/travel-rules")),
    "get_travel_rule": Row(READERS, 200, at("/travel-rules/bremen-rail-first")),
    "create_travel_rule": Row(BREMEN, 201, lambda world: Asked("/travel-rules", world.rule())),
    "update_travel_rule": Row(BREMEN, 200, changing("rule", title_en="Other")),
    "delete_travel_rule": Row(BREMEN, 204, removing("rule")),
    "create_travel_rule_check": Row(READERS, 200, lambda world: Asked("/travel-rule-checks", world.check())),
    "list_contributions": Row(READERS, 200, at("/contributions")),
    "get_contribution": Row(READERS, 200, at_made("{contribution}", "contribution")),
    "create_contribution": Row(BREMEN, 201, lambda world: Asked("/contributions", world.contribution())),
    "update_contribution": Row(BREMEN, 200, changing("contribution", amount_cents=2)),
    "delete_contribution": Row(BREMEN, 204, removing("contribution")),
    "list_contribution_totals": Row(READERS, 200, at("/contribution-totals")),
}

PROOFS = "/evidence-proposals"
EVIDENCE: dict[str, Row] = {
    "list_recalled_facts": Row(READERS, 200, at("/recalled-facts")),
    "get_recalled_fact": Row(READERS, 200, at("/recalled-facts/city_memberships.durban")),
    "list_evidence_proposals": Row(READERS, 200, at(PROOFS)),
    "get_evidence_proposal": Row(READERS, 200, at_made("{proof}", "proof")),
    "create_evidence_proposal": Row(BREMEN_PEOPLE, 201, lambda world: Asked(PROOFS, world.proof())),
    "delete_evidence_proposal": Row(BREMEN_PEOPLE, 204, removing("proof")),
    "create_evidence_confirmation": Row(ALL_WRITING_PEOPLE, 200, confirming),
}

DRAFT = "/emission-factor-set-drafts"
FACTOR_SETS: dict[str, Row] = {
    "get_emission_factor_set_template": Row(COORDINATORS, 200, at("/emission-factor-set-template")),
    "list_emission_factor_set_drafts": Row(COORDINATORS, 200, at(DRAFT)),
    "get_emission_factor_set_draft": Row(COORDINATORS, 200, at_made("{factor_set}", "factor_set")),
    "get_emission_factor_set_effects": Row(COORDINATORS, 200, at_made("{factor_set}/effects", "factor_set")),
    "create_emission_factor_set_draft": Row(
        COORDINATORS, 201, lambda world: Asked(DRAFT, world.factor_set())
    ),
    "delete_emission_factor_set_draft": Row(COORDINATORS, 204, removing("factor_set")),
    "create_emission_factor_set_publication": Row(COORDINATORS, 201, publishing),
}

PROGRAMME: dict[str, Row] = {
    "list_tasks": Row(SIGNED_IN, 200, at("/tasks")),
    "list_upkeep": Row(SIGNED_IN, 200, at("/upkeep")),
}

MEASURES: dict[str, Row] = {
    "list_measures": Row(EVERYBODY, 200, at("/measures")),
    "get_measure": Row(EVERYBODY, 200, at("/measures/DUR-03")),
    "get_measure_facets": Row(EVERYBODY, 200, at("/measure-facets")),
    "list_similar_measures": Row(EVERYBODY, 200, at("/measures/DUR-03/similar")),
    "list_measure_history": Row(READERS, 200, at("/measures/DUR-03/history")),
    "create_measure": Row(BREMEN, 201, lambda world: Asked("/measures", world.measure())),
    "update_measure": Row(BREMEN, 200, changing("measure", plan="Anders")),
    "delete_measure": Row(BREMEN, 204, removing("measure")),
    "create_measure_confirmation": Row(BREMEN, 201, still_right),
    "create_measure_restoration": Row(
        BREMEN, 201, lambda world: Asked(f"{world.deleted('measure')}/restorations")
    ),
    "list_measure_tasks": Row(EVERYBODY, 200, at_made("{measure}/tasks", "measure")),
    "get_measure_task": Row(EVERYBODY, 200, at_made("{measure_task}", "measure_task")),
    "create_measure_task": Row(BREMEN, 201, of_measure("tasks", title_de="T")),
    "update_measure_task": Row(BREMEN, 200, changing("measure_task", title_de="Anders")),
    "delete_measure_task": Row(BREMEN, 204, removing("measure_task")),
    "list_measure_indicators": Row(EVERYBODY, 200, at_made("{measure}/indicators", "measure")),
    "get_measure_indicator": Row(EVERYBODY, 200, at_made("{measure_indicator}", "measure_indicator")),
    "create_measure_indicator": Row(
        BREMEN, 201, of_measure("indicators", title_de="I", unit="km", effect="increases")
    ),
    "update_measure_indicator": Row(BREMEN, 200, changing("measure_indicator", title_de="Anders")),
    "delete_measure_indicator": Row(BREMEN, 204, removing("measure_indicator")),
    "list_measure_updates": Row(EVERYBODY, 200, at_made("{measure}/updates", "measure")),
    "get_measure_update": Row(EVERYBODY, 200, at_made("{measure_update}", "measure_update")),
    "create_measure_update": Row(BREMEN, 201, of_measure("updates", text_de="Neu")),
    "delete_measure_update": Row(BREMEN, 204, removing("measure_update")),
}

EXCHANGE: dict[str, Row] = {
    "list_transfers": Row(READERS, 200, at("/transfers")),
    "get_transfer": Row(READERS, 200, at_made("{transfer}", "transfer")),
    "create_transfer": Row(WRITERS, 201, lambda world: Asked("/transfers", world.transfer())),
    "update_transfer": Row(WRITERS, 200, changing("transfer", learnt="Anders")),
    "create_transfer_stage": Row(WRITERS, 201, moving_on),
    "delete_transfer": Row(WRITERS, 204, removing("transfer")),
    "get_exchange_graph": Row(READERS, 200, at("/exchange-graph")),
    "list_exchanges": Row(READERS, 200, at("/exchanges")),
    "get_exchange": Row(READERS, 200, at_made("{exchange}", "exchange")),
    "create_exchange": Row(WRITERS, 201, lambda world: Asked("/exchanges", world.exchange())),
    "update_exchange": Row(WRITERS, 200, changing("exchange", topics="Anders")),
    "delete_exchange": Row(WRITERS, 204, removing("exchange")),
    "list_questions": Row(READERS, 200, at("/questions")),
    "get_question": Row(READERS, 200, at_made("{question}", "question")),
    "create_question": Row(BREMEN, 201, lambda world: Asked("/questions", world.question())),
    # Asked by Bremen, answered by Windhoek.
    "create_question_answer": Row(
        only("coordinator", "windhoek", "client of windhoek"),
        201,
        lambda world: Asked(f"{world.new('question')}/answers", {"answer": "A"}),
    ),
    "delete_question": Row(BREMEN, 204, removing("question")),
    "get_digest": Row(READERS, 200, at("/digests?month=2026-11")),
}

OPERATIONS = (
    PUBLIC | IDENTITY | COOPERATION | TRAVEL | EVIDENCE | FACTOR_SETS | PROGRAMME | MEASURES | EXCHANGE
)
