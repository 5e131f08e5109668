"""A throwaway resource for tests of what holds at every address, served by the real application."""

import time
from typing import Annotated, Any

import httpx
from fastapi import FastAPI, Query

from klimabruecke.core.db import ReadDep
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.schemas import In
from klimabruecke.core.types import Day, Integer, ShortText
from klimabruecke.main import create_app
from klimabruecke.settings import Settings

SECURITY_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Note(In):
    name: ShortText = "note"
    count: Integer = 0
    on: Day | None = None


router = StrictRouter(dependencies=[PUBLIC])


@router.post("/notes")
async def create_note(note: Note) -> Note:
    return note


@router.get("/notes")
async def list_notes(
    city: Annotated[str | None, Query()] = None, tag: Annotated[list[str] | None, Query()] = None
) -> dict[str, Any]:
    return {"city": city, "tag": tag}


@router.put("/notes/{name}")
async def replace_note(name: str, note: Note) -> Note:
    return note.model_copy(update={"name": name})


anywhere = StrictRouter(dependencies=[PUBLIC])


@anywhere.get("/{place}/echo")
async def get_echo(place: str) -> dict[str, str]:
    return {"place": place}


@router.get("/failure")
async def fail() -> None:
    raise RuntimeError("secret detail")


@router.get("/patience")
def wait_a_little(connection: ReadDep) -> None:
    connection.exec_driver_sql("SELECT 1")
    time.sleep(0.1)


def with_notes(settings: Settings) -> FastAPI:
    """The real application with a few routes of its own."""
    return create_app(settings, more_routers=(router, anywhere))


def problem(response: httpx.Response, status: int, slug: str) -> dict[str, Any]:
    """The problem document of an answer, after the checks every one of them must pass."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    document: dict[str, Any] = response.json()
    assert document["type"] == f"/problems/{slug}"
    assert document["status"] == status
    assert document["detail"].endswith(".")
    assert document["instance"] == response.headers["x-request-id"]
    return document
