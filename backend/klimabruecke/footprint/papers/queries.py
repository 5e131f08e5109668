"""The texts of a decided plan."""

from typing import NamedTuple

from sqlalchemy import Connection

from klimabruecke.core.language import Language
from klimabruecke.footprint.papers.case import Case
from klimabruecke.footprint.papers.english import council_report
from klimabruecke.footprint.papers.german import climate_paragraph, travel_request
from klimabruecke.footprint.papers.paper import Paper
from klimabruecke.footprint.papers.schemas import Body, PaperKind
from klimabruecke.footprint.plans import queries as plans
from klimabruecke.footprint.refusals import NobodyTravels, PlanUndecided

LANGUAGES: dict[PaperKind, Language] = {
    "travel_request": "de",
    "climate_paragraph": "de",
    "council_report": "en",
}


class PlanPaper(NamedTuple):
    """A text with the decision it was made from."""

    paper: Paper
    case: Case
    demo: bool


def plan_paper(connection: Connection, plan_id: str, kind: PaperKind, body: Body) -> PlanPaper:
    """A text of a decided plan, from the snapshot of its decision alone.

    Raises NotFound, PlanUndecided, and NobodyTravels for the travel request of a plan without travel.
    """
    found = plans.plan(connection, plan_id)
    if found.sha256 is None:
        raise PlanUndecided
    case = Case(found.document, found.sha256, LANGUAGES[kind])
    demo = found.row.demo
    if kind == "climate_paragraph":
        return PlanPaper(climate_paragraph(case, body, demo=demo), case, demo)
    if kind == "council_report":
        return PlanPaper(council_report(case, demo=demo), case, demo)
    if case.travellers() is None:
        raise NobodyTravels
    return PlanPaper(travel_request(case, demo=demo), case, demo)
