"""The routers of this domain, one for each sub-resource."""

from klimabruecke.footprint import routes as calculator
from klimabruecke.footprint.activities import routes as activities
from klimabruecke.footprint.activities import version_routes as versions
from klimabruecke.footprint.approvals import routes as approvals
from klimabruecke.footprint.budgets import routes as budgets
from klimabruecke.footprint.plans import decision_routes as decisions
from klimabruecke.footprint.plans import routes as plans
from klimabruecke.footprint.projects import routes as projects
from klimabruecke.footprint.restorations import routes as restorations
from klimabruecke.footprint.totals import routes as totals

ROUTERS = (
    calculator.router,
    projects.router,
    plans.router,
    decisions.router,
    activities.router,
    versions.router,
    approvals.router,
    restorations.router,
    totals.router,
    budgets.router,
)
