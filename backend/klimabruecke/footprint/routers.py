"""The routers of this domain, one for each sub-resource."""

from klimabruecke.footprint import routes as calculator
from klimabruecke.footprint.activities import routes as activities
from klimabruecke.footprint.activities import version_routes as versions
from klimabruecke.footprint.actuals import routes as actuals
from klimabruecke.footprint.approvals import routes as approvals
from klimabruecke.footprint.budgets import routes as budgets
from klimabruecke.footprint.contributions import routes as contributions
from klimabruecke.footprint.disclosures import routes as disclosures
from klimabruecke.footprint.factor_effects import routes as factor_effects
from klimabruecke.footprint.papers import routes as papers
from klimabruecke.footprint.plans import decision_routes as decisions
from klimabruecke.footprint.plans import routes as plans
from klimabruecke.footprint.programmes import routes as programmes
from klimabruecke.footprint.projects import routes as projects
from klimabruecke.footprint.publications import routes as publications
from klimabruecke.footprint.restorations import routes as restorations
from klimabruecke.footprint.rules import routes as rules
from klimabruecke.footprint.totals import routes as totals
from klimabruecke.footprint.travel_tables import routes as travel_tables

ROUTERS = (
    calculator.router,
    factor_effects.router,
    travel_tables.router,
    projects.router,
    programmes.router,
    plans.router,
    decisions.router,
    papers.router,
    activities.router,
    versions.router,
    actuals.router,
    approvals.router,
    restorations.router,
    totals.router,
    publications.router,
    budgets.router,
    disclosures.router,
    rules.router,
    contributions.router,
)
