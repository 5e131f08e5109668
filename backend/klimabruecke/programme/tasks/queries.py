"""What waits for a person, and for those they stand in for: computed, so that nothing has to be ticked off.

``SOURCES`` is the list of what can wait. A source looks at one desk and gives the tasks on it; a new kind of
task is one more function in the list.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from sqlalchemy import Connection

from klimabruecke.core.language import Bilingual
from klimabruecke.footprint.waiting import queries as waiting
from klimabruecke.footprint.waiting.queries import Cities
from klimabruecke.identity.approvals import queries as approvals
from klimabruecke.identity.callers import WRITERS, Caller
from klimabruecke.identity.clients import queries as clients
from klimabruecke.identity.deputies import queries as deputies
from klimabruecke.programme.evidence import queries as evidence
from klimabruecke.programme.tasks.schemas import TaskCode, TaskKind, TaskOut
from klimabruecke.programme.tasks.texts import TITLES, hand_on
from klimabruecke.reference import queries as reference
from klimabruecke.reference.drafts import queries as drafts

PLANS_AHEAD = timedelta(days=30)
CLIENTS_AHEAD = timedelta(days=30)
PROGRAMMES_AHEAD = timedelta(days=60)
"""Time to spend what is left, and to gather what the funder wants to see."""

ACTIVITY, PLAN = "/fussabdruck/vorhaben/{}", "/planungen/{}"
PROGRAMME = "/zuwendungen/{}"
BUDGETS, CLIENT = "/fussabdruck/obergrenze", "/verwaltung/anwendungen/{}"
FACTORS = "/methodik/faktoren?factor_set={}"
FACTOR_SET_DRAFT = "/faktorsaetze/{}"
PROOF = "/belege/{}"


@dataclass(frozen=True)
class Desk:
    """Where somebody's tasks lie: their own, or that of a person a deputy stands in for."""

    connection: Connection
    owner: Caller
    involved: frozenset[str]
    """Ids of everybody at this desk: owner and deputy."""
    today: date

    @property
    def cities(self) -> Cities:
        """The cities the owner writes for; none for who only reads."""
        return self.owner.cities_of(*WRITERS)


@dataclass(frozen=True)
class Found:
    """A task before it has its sentences."""

    kind: TaskKind
    code: TaskCode
    record_id: str
    title: Bilingual
    link: str
    since_on: date | None = None
    due_on: date | None = None


Source = Callable[[Desk], Iterable[Found]]


def activities_to_approve(desk: Desk) -> Iterator[Found]:
    """Those the owner was asked for in person, of whatever city, and those for anybody with the right."""
    if not desk.owner.writes_in(None):
        return
    requests = approvals.waiting(desk.connection, "activity", desk.owner.id, desk.involved)
    asked_on = {request.resource_id: request.created_at.date() for request in requests}
    in_person = {request.resource_id for request in requests if request.asked_user_id is not None}
    found = [
        *waiting.planned_activities(desk.connection, in_person, None),
        *waiting.planned_activities(desk.connection, asked_on.keys() - in_person, desk.cities),
    ]
    for each in found:
        yield Found(
            "approve",
            "activity_approval",
            each.id,
            Bilingual(each.title_de, each.title_en),
            ACTIVITY.format(each.id),
            asked_on[each.id],
            each.due_on,
        )


def clients_to_approve(desk: Desk) -> Iterator[Found]:
    if not desk.owner.has_role("admin"):
        return
    requests = approvals.waiting(desk.connection, clients.RESOURCE, desk.owner.id, desk.involved)
    asked_on = {request.resource_id: request.created_at.date() for request in requests}
    for client in clients.proposed(desk.connection, asked_on):
        name = Bilingual(client.name, client.name)
        link = CLIENT.format(client.id)
        yield Found("approve", "client_approval", client.id, name, link, asked_on[client.id])


def factor_sets_to_publish(desk: Desk) -> Iterator[Found]:
    """For who coordinates all cities, without what they loaded themselves."""
    if desk.owner.cities_of("coordinator") is not None:
        return
    requests = approvals.waiting(desk.connection, drafts.RESOURCE, desk.owner.id, desk.involved)
    asked_on = {request.resource_id: request.created_at.date() for request in requests}
    for draft in drafts.drafts_named(desk.connection, asked_on):
        title, link = Bilingual(draft.title, draft.title), FACTOR_SET_DRAFT.format(draft.id)
        yield Found("approve", "factor_set_approval", draft.id, title, link, asked_on[draft.id])


def proofs_to_confirm(desk: Desk) -> Iterator[Found]:
    """For everybody who writes, of whatever city, but for who proposed it."""
    if not desk.owner.writes_in(None):
        return
    requests = approvals.waiting(desk.connection, evidence.RESOURCE, desk.owner.id, desk.involved)
    asked_on = {request.resource_id: request.created_at.date() for request in requests}
    for proof in evidence.proposals_named(desk.connection, asked_on):
        title, link = Bilingual(proof.title_de, proof.title_en), PROOF.format(proof.id)
        yield Found("confirm", "evidence_confirmation", proof.id, title, link, asked_on[proof.id])


def _waiting(
    find: Callable[[Desk], Sequence[waiting.Waiting]], code: TaskCode, link: str, desk: Desk
) -> Iterator[Found]:
    """Records of cities the owner writes for that are due."""
    for each in find(desk):
        title = Bilingual(each.title_de, each.title_en)
        yield Found("due", code, each.id, title, link.format(each.id), each.since_on, each.due_on)


missing_actuals = partial(
    _waiting,
    lambda desk: waiting.activities_without_actuals(desk.connection, desk.today, desk.cities),
    "actuals_missing",
    ACTIVITY,
)
near_plans = partial(
    _waiting,
    lambda desk: waiting.undecided_plans(desk.connection, desk.today + PLANS_AHEAD, desk.cities),
    "plan_undecided",
    PLAN,
)


def ending_programmes(desk: Desk) -> Iterator[Found]:
    for each in waiting.ending_programmes(desk.connection, desk.today, PROGRAMMES_AHEAD, desk.cities):
        title, link = Bilingual(each.title_de, each.title_en), PROGRAMME.format(each.id)
        yield Found("expiring", "programme_ending", each.id, title, link, each.since_on, each.due_on)


def passed_budgets(desk: Desk) -> Iterator[Found]:
    for budget in waiting.passed_budgets(desk.connection, desk.today.year, desk.cities):
        title = Bilingual(f"{budget.title_de}, {budget.year}", f"{budget.title_en}, {budget.year}")
        yield Found("still_right", "budget_passed", budget.id, title, f"{BUDGETS}?year={budget.year}")


def outdated_factor_sets(desk: Desk) -> Iterator[Found]:
    """For the coordination: whose factors they are the cities do not decide."""
    if not desk.owner.has_role("coordinator"):
        return
    for outdated in reference.factor_sets_past_best_before(desk.connection, desk.today):
        since = outdated.best_before_on + timedelta(days=1)
        title = Bilingual(outdated.title, outdated.title)
        link = FACTORS.format(outdated.id)
        yield Found("still_right", "factor_set_outdated", outdated.id, title, link, since)


def expiring_clients(desk: Desk) -> Iterator[Found]:
    if not desk.owner.has_role("admin"):
        return
    until = desk.today + CLIENTS_AHEAD
    for client in clients.expiring(desk.connection, desk.today, until):
        yield Found(
            "expiring",
            "client_expiring",
            client.id,
            Bilingual(client.name, client.name),
            CLIENT.format(client.id),
            client.expires_on - CLIENTS_AHEAD,
            client.expires_on,
        )


SOURCES: tuple[Source, ...] = (
    activities_to_approve,
    clients_to_approve,
    factor_sets_to_publish,
    proofs_to_confirm,
    missing_actuals,
    near_plans,
    passed_budgets,
    outdated_factor_sets,
    expiring_clients,
    ending_programmes,
)


def tasks(connection: Connection, caller: Caller, today: date) -> list[TaskOut]:
    """Everything that waits for the caller today, what is due first at the head.

    What waits for a person they stand in for is marked so, unless it waits for themselves anyway.
    """
    own = Desk(connection, caller, frozenset({caller.id}), today)
    found = {_key(each): _shown(each, None) for each in _on(own)}
    for principal in deputies.principals_of(connection, caller.id, today):
        desk = Desk(connection, principal.caller, frozenset({caller.id, principal.caller.id}), today)
        for each in _on(desk):
            found.setdefault(_key(each), _shown(each, principal))
    return sorted(found.values(), key=_urgency)


def _on(desk: Desk) -> Iterator[Found]:
    for source in SOURCES:
        yield from source(desk)


def _key(found: Found) -> tuple[str, str]:
    return found.code, found.record_id


def _urgency(task: TaskOut) -> tuple[date, date, str]:
    return task.due_on or date.max, task.since_on or date.max, task.id


def _shown(found: Found, principal: deputies.Principal | None) -> TaskOut:
    template = TITLES[found.code]
    named = Bilingual(template.de.format(title=found.title.de), template.en.format(title=found.title.en))
    to_hand_on = hand_on(named, found.due_on)
    return TaskOut(
        id=f"{found.code}:{found.record_id}",
        kind=found.kind,
        code=found.code,
        record_id=found.record_id,
        title_de=named.de,
        title_en=named.en,
        since_on=found.since_on,
        due_on=found.due_on,
        link=found.link,
        hand_on_de=to_hand_on.de,
        hand_on_en=to_hand_on.en,
        for_user_id=principal.caller.id if principal else None,
        for_name=principal.name if principal else None,
    )
