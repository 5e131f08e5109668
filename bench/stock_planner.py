"""Our calculator and our hot write as the usual stack does them. Reads ``DB_URL`` and our ``KB_`` settings.

Sync routes with pydantic in and out, ORM objects in a session per request, no turns, no shared commit. A
write keeps the same facts as ours: the activity, its footprint, an entry in the trail, the sums by city.
"""

import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import uuid4

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer
from jose import JWTError, jwt
from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field, Session, SQLModel, create_engine

from bench.programs import STOCK_PERSON, STOCK_PROJECT, STOCK_SECRET
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.footprint import Footprint, footprint
from klimabruecke.calc.items import Request
from klimabruecke.footprint import documents, queries
from klimabruecke.footprint.actions import footprint_document
from klimabruecke.footprint.activities.schemas import ActivityIn
from klimabruecke.footprint.answers import FootprintOut
from klimabruecke.footprint.schemas import FootprintIn
from klimabruecke.main import open_database
from klimabruecke.settings import Settings

url = os.environ["DB_URL"]
engine = create_engine(url, connect_args={"check_same_thread": False} if url.startswith("sqlite") else {})
reference = open_database(Settings())


class StockUser(SQLModel, table=True):
    id: str = Field(primary_key=True)
    role: str


class StockProject(SQLModel, table=True):
    id: str = Field(primary_key=True)
    title: str


class StockActivity(SQLModel, table=True):
    id: str = Field(primary_key=True)
    title: str
    kind: str
    project_id: str = Field(foreign_key="stockproject.id", index=True)
    starts_on: date
    ends_on: date
    status: str
    participants: list[dict[str, Any]] = Field(sa_column=Column(JSON))
    items: list[dict[str, Any]] = Field(sa_column=Column(JSON))
    version: int = 1
    created_at: datetime


class StockFootprint(SQLModel, table=True):
    id: str = Field(primary_key=True)
    activity_id: str = Field(foreign_key="stockactivity.id", index=True)
    document: dict[str, Any] = Field(sa_column=Column(JSON))
    ghg_g: int = Field(sa_type=BigInteger)


class StockAudit(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    actor: str
    action: str
    record_id: str
    diff: str


class StockTotal(SQLModel, table=True):
    project_id: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    city_id: str = Field(primary_key=True)
    item_type: str = Field(primary_key=True)
    factor_id: str = Field(primary_key=True)
    ghg_g: int = Field(sa_type=BigInteger)
    activities: int


class ActivityPublic(SQLModel):
    id: str
    title: str
    kind: str
    project_id: str
    starts_on: date
    ends_on: date
    status: str
    participants: list[dict[str, Any]]
    items: list[dict[str, Any]]
    version: int
    created_at: datetime
    footprint: FootprintOut


def get_session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


SessionDep = Annotated[Session, Depends(get_session)]


def current_user(
    session: SessionDep, token: Annotated[str, Depends(OAuth2PasswordBearer("/token"))]
) -> StockUser:
    try:
        user = session.get(StockUser, jwt.decode(token, STOCK_SECRET, algorithms=["HS256"])["sub"])
    except JWTError as error:
        raise HTTPException(403) from error
    if user is None:
        raise HTTPException(404)
    return user


app = FastAPI()


@app.post("/footprints", response_model=FootprintOut)
def create_footprint(asked: FootprintIn) -> dict[str, Any]:
    return footprint_document(_computed(asked.request(), asked.method), "de")


@app.post("/activities", response_model=ActivityPublic, status_code=201)
def create_activity(
    asked: ActivityIn, session: SessionDep, user: Annotated[StockUser, Depends(current_user)]
) -> dict[str, Any]:
    if session.get(StockProject, asked.project_id) is None:
        raise HTTPException(404)
    answer = _computed(Request(asked.starts_on, tuple(item.item() for item in asked.items or ())))
    kept = documents.kept(answer)
    activity = StockActivity(
        id=str(uuid4()),
        created_at=datetime.now(UTC),
        participants=[each.model_dump() for each in asked.participants],
        items=[item.model_dump(mode="json") for item in asked.items or ()],
        **asked.model_dump(include={"title", "kind", "project_id", "starts_on", "ends_on", "status"}),
    )
    session.add(activity)
    session.flush()
    session.add(StockFootprint(id=str(uuid4()), activity_id=activity.id, document=kept, ghg_g=kept["ghg_g"]))
    diff = json.dumps(asked.model_dump(mode="json"))
    session.add(
        StockAudit(at=activity.created_at, actor=user.id, action="create", record_id=activity.id, diff=diff)
    )
    _count(session, activity, kept)
    session.commit()
    session.refresh(activity)
    return {**activity.model_dump(), "footprint": footprint_document(answer, "de")}


def _computed(asked: Request, method: str = "klimabruecke-2026") -> Footprint:
    try:
        return footprint(asked, queries.catalogue(reference).methods[method], queries.places(reference))
    except CalcError as error:
        raise HTTPException(422, str(error)) from error


def _count(session: Session, activity: StockActivity, kept: dict[str, Any]) -> None:
    people = sum(each["count"] for each in activity.participants)
    for group in kept["groups"]:
        for each in activity.participants:
            place = (activity.project_id, activity.starts_on.year, each["city_id"])
            total = session.get(StockTotal, (*place, group["item_type"], group["factor_id"]))
            share = group["ghg_g"] * each["count"] // people
            if total is None:
                names = ("project_id", "year", "city_id", "item_type", "factor_id")
                keys = dict(zip(names, (*place, group["item_type"], group["factor_id"]), strict=True))
                session.add(StockTotal(**keys, ghg_g=share, activities=1))
            else:
                total.ghg_g = StockTotal.ghg_g + share  # in the database: nobody's sum is lost
                total.activities = StockTotal.activities + 1
    session.flush()


TABLES = (StockUser, StockProject, StockActivity, StockFootprint, StockAudit, StockTotal)
SQLModel.metadata.create_all(engine, [SQLModel.metadata.tables[str(table.__tablename__)] for table in TABLES])
with Session(engine) as first:
    first.merge(StockUser(id=STOCK_PERSON, role="coordinator"))
    first.merge(StockProject(id=STOCK_PROJECT, title="Exchange"))
    first.commit()
