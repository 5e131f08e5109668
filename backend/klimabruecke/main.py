"""Assembles the application; the only file that knows all domains."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from sqlmodel import Session
from starlette.requests import HTTPConnection
from starlette.types import Receive, Scope, Send

from klimabruecke.audit.actions import settle
from klimabruecke.cities import routes as cities
from klimabruecke.cities.queries import MoreGaps
from klimabruecke.cities.seed import seed as seed_cities
from klimabruecke.core import errors, openapi, problems, system
from klimabruecke.core.clock import clock
from klimabruecke.core.db import Database
from klimabruecke.core.http.compression import Compression
from klimabruecke.core.http.dispatch import choose_by_noun
from klimabruecke.core.http.envelope import BodyLimit, Envelope, MethodTable
from klimabruecke.core.http.guard import check_guards
from klimabruecke.core.http.kept import Kept
from klimabruecke.core.http.ratelimit import RateLimit
from klimabruecke.core.http.route import shorten_reads
from klimabruecke.core.http.spa import SinglePageApp
from klimabruecke.core.jobs import Kind, Worker
from klimabruecke.core.operator import read_operator
from klimabruecke.core.operator import router as operator
from klimabruecke.core.problems import problem_response
from klimabruecke.exchange.exports import routes as exports
from klimabruecke.exchange.imports import routes as imports
from klimabruecke.exchange.imports import upload_routes as uploads
from klimabruecke.exchange.imports.cleaning import clean_up as clean_up_imports
from klimabruecke.exchange.imports.work import JOBS as IMPORT_JOBS
from klimabruecke.footprint.demo import seed_demo as seed_footprint_demo
from klimabruecke.footprint.routers import ROUTERS as FOOTPRINT
from klimabruecke.footprint.rules.queries import levy_gaps
from klimabruecke.footprint.rules.seed import seed as seed_travel_rules
from klimabruecke.identity import trail_routes as trail
from klimabruecke.identity.access import Access
from klimabruecke.identity.clients import routes as clients
from klimabruecke.identity.deps import SECURITY_SCHEMES
from klimabruecke.identity.deputies import routes as deputies
from klimabruecke.identity.sessions import routes as sessions
from klimabruecke.identity.users import routes as users
from klimabruecke.inventories.routers import ROUTERS as INVENTORIES
from klimabruecke.inventories.seed import seed as seed_inventories
from klimabruecke.measures.demo import seed_demo as seed_measures_demo
from klimabruecke.measures.routers import ROUTERS as MEASURES
from klimabruecke.measures.seed import seed as seed_measures
from klimabruecke.programme.evidence import routes as evidence
from klimabruecke.programme.notes import routes as notes
from klimabruecke.programme.pathways import routes as pathways
from klimabruecke.programme.tasks import routes as tasks
from klimabruecke.programme.upkeep import routes as upkeep
from klimabruecke.reference import routes as reference
from klimabruecke.reference.drafts import routes as factor_set_drafts
from klimabruecke.reference.queries import airport
from klimabruecke.reference.seed import seed as seed_reference
from klimabruecke.reference.standards import routes as standards
from klimabruecke.settings import Environment, Settings

API = "/api/v1"
ROUTERS = (
    system.router,
    operator,
    reference.router,
    standards.router,
    factor_set_drafts.router,
    cities.router,
    *FOOTPRINT,
    *INVENTORIES,
    *MEASURES,
    sessions.router,
    users.router,
    deputies.router,
    clients.router,
    trail.router,
    tasks.router,
    upkeep.router,
    evidence.router,
    pathways.router,
    imports.router,
    uploads.router,
    exports.router,
    notes.router,
)
JOBS: Mapping[str, Kind] = {**IMPORT_JOBS}
"""What is done behind requests, by the name of the work."""
UPKEEP: tuple[Callable[[Database], None], ...] = (clean_up_imports,)
"""What the worker does every hour."""
MORE_GAPS = (MoreGaps(("travel_rule",), levy_gaps),)
"""What is not known of a city and stands in the records of another domain."""
DEMO_SEEDS: tuple[Callable[[Database], None], ...] = (seed_footprint_demo, seed_measures_demo)
"""What it loads besides, with `KB_ENV=demo`; after the rest is there."""
SEEDS: tuple[Callable[[Session], None], ...] = (
    seed_reference,
    seed_cities,
    seed_travel_rules,
    seed_inventories,
    seed_measures,
)
"""What `klimabruecke seed` loads, in the order the foreign keys want."""


def open_database(settings: Settings) -> Database:
    """The database of these settings; every transaction on it ends by writing the trail."""
    return Database(settings.url, clock(settings.now), settle)


def open_access(settings: Settings) -> Access:
    """The signing keys and what else signing in needs. Raises ValueError where they are missing."""
    in_production = settings.env is Environment.PRODUCTION
    return Access(
        settings.signing_key,
        makes_key=not in_production,
        secure_cookies=in_production,
        host=urlsplit(settings.origin).netloc if settings.origin else None,
    )


def create_app(
    settings: Settings,
    more_routers: Sequence[APIRouter] = (),
    more_jobs: Mapping[str, Kind] | None = None,
) -> FastAPI:
    """The application for these settings; nothing is read from the environment here or below.

    ``more_routers`` and ``more_jobs`` come after the domains' own: another program may embed this one.
    """
    database = open_database(settings)
    worker = Worker(database, {**JOBS, **(more_jobs or {})}, UPKEEP)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.access = open_access(settings)
        # The airports take a third of a second to load; nobody who types should wait for that.
        warming = asyncio.create_task(asyncio.to_thread(airport, "BRE"))
        worker.start()
        yield
        await asyncio.to_thread(worker.stop)
        await warming
        database.dispose()

    app = FastAPI(
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    app.state.settings = settings
    app.state.shows_recalled = settings.env is not Environment.PRODUCTION
    app.state.more_gaps = MORE_GAPS
    app.state.database = database
    app.state.kept = Kept()
    app.state.operator = read_operator(settings.operator)
    app.state.openapi_bytes = openapi.install(app, SECURITY_SCHEMES)
    problems.install(app)
    app.include_router(system.health)
    for router in (*ROUTERS, *more_routers):
        app.include_router(router, prefix=API)
    check_guards(app)
    app.mount("/api", _no_such_address)
    app.mount("/", SinglePageApp(settings.frontend_dir))
    shorten_reads(app)
    app.state.methods = MethodTable(app)
    choose_by_noun(app, API)
    app.add_middleware(Compression)
    app.add_middleware(
        Envelope,
        rate=RateLimit(settings.requests_per_minute, settings.trusted_proxies),
        bodies=BodyLimit(settings.max_body_bytes, settings.body_seconds),
        uploads=BodyLimit(settings.max_upload_bytes, settings.upload_seconds),
        methods=app.state.methods,
    )
    return app


def _operation_id(route: APIRoute) -> str:
    """The function's name: unique across the app, it becomes the name of the client's method."""
    return route.name


async def _no_such_address(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands before the interface, so that an unknown API address never answers with a page."""
    known = scope["app"].state.methods.allowed(scope["path"])
    problem = errors.METHOD_NOT_ALLOWED if known else errors.NOT_FOUND
    await problem_response(HTTPConnection(scope), problem)(scope, receive, send)
