"""The routers of this domain, one for each sub-resource."""

from klimabruecke.inventories.comparisons import routes as comparisons
from klimabruecke.inventories.context import routes as context
from klimabruecke.inventories.emissions import routes as emissions
from klimabruecke.inventories.first import routes as first
from klimabruecke.inventories.inventories import routes as inventories
from klimabruecke.inventories.inventories import step_routes as steps
from klimabruecke.inventories.series import routes as series
from klimabruecke.inventories.targets import routes as targets
from klimabruecke.inventories.totals import routes as totals

ROUTERS = (
    inventories.router,
    steps.router,
    emissions.router,
    first.router,
    totals.router,
    series.router,
    comparisons.router,
    targets.router,
    context.router,
)
