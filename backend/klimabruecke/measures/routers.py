"""The routers of this domain, one for each sub-resource."""

from klimabruecke.measures.digests import routes as digests
from klimabruecke.measures.exchanges import routes as exchanges
from klimabruecke.measures.measures import about_routes, routes
from klimabruecke.measures.progress import routes as progress
from klimabruecke.measures.questions import routes as questions
from klimabruecke.measures.transfers import routes as transfers

ROUTERS = (
    routes.router,
    about_routes.router,
    progress.router,
    transfers.router,
    exchanges.router,
    questions.router,
    digests.router,
)
