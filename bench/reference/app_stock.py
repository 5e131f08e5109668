"""(a) What the usual stack gives: full-stack-fastapi-template / offsets-db-api style.
Sync SQLModel session per request, response_model, offset pagination with COUNT(*), GROUP BY on the fact table.
env: DB_URL (sqlalchemy url)"""
import os, json
from datetime import datetime, timezone
from typing import Annotated
from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy import event
from sqlmodel import Field, Session, SQLModel, create_engine, func, select

url = os.environ["DB_URL"]
kw = {"connect_args": {"check_same_thread": False}} if url.startswith("sqlite") else {}
engine = create_engine(url, **kw)
class RecordBase(SQLModel):
    ext_key: str = Field(max_length=200)
    city_id: int = Field(foreign_key="city.id")
    year: int = Field(ge=1900, le=2100)
    sector: str
    gpc_ref: str
    scope: int
    gas: str
    notation_key: str | None = None
    activity_value: float | None = None
    activity_unit: str | None = None
    factor_id: int | None = None
    amount: float | None = None
    data_quality: str
    source: str
    version: int = 1
    created_at: datetime
    updated_at: datetime
class City(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
    country: str
class Record(RecordBase, table=True):
    __tablename__ = "emission_record"
    id: int | None = Field(default=None, primary_key=True)
class Audit(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    actor: str
    action: str
    record_id: int
    diff: str
class RecordPublic(RecordBase):
    id: int
class RecordsPublic(SQLModel):
    data: list[RecordPublic]
    count: int
class RecordPatch(SQLModel):
    amount: float | None = None
class Agg(SQLModel):
    city_id: int
    year: int
    sector: str
    n: int
    amount: float
class Leg(SQLModel):
    mode: str
    km: float = Field(ge=0)
    passengers: int = Field(ge=1)
class Trip(SQLModel):
    name: str
    legs: list[Leg]
class LegResult(SQLModel):
    mode: str
    km: float
    kg: float
    factor: float
class TripResult(SQLModel):
    name: str
    total_kg: float
    legs: list[LegResult]
FACTORS = {"flight_long": .195, "flight_short": .27, "rail": .029, "bus": .031, "car": .166}
def get_session():
    with Session(engine) as s: yield s
SessionDep = Annotated[Session, Depends(get_session)]
app = FastAPI()

@app.get("/hello")
def hello() -> dict: return {"ok": True}
@app.get("/records/{id}", response_model=RecordPublic)
def one(id: int, s: SessionDep):
    r = s.get(Record, id)
    if not r: raise HTTPException(404)
    return r
@app.get("/records", response_model=RecordsPublic)
def page(s: SessionDep, city_id: int | None = None, year: int | None = None, offset: int = 0, limit: int = 100):
    st, ct = select(Record), select(func.count()).select_from(Record)
    if city_id is not None: st, ct = st.where(Record.city_id == city_id), ct.where(Record.city_id == city_id)
    if year is not None: st, ct = st.where(Record.year == year), ct.where(Record.year == year)
    return RecordsPublic(data=s.exec(st.order_by(Record.id).offset(offset).limit(limit)).all(), count=s.exec(ct).one())
@app.get("/aggregate", response_model=list[Agg])
def agg(s: SessionDep, city_id: int | None = None):
    st = select(Record.city_id, Record.year, Record.sector, func.count().label("n"), func.sum(Record.amount).label("amount"))
    if city_id is not None: st = st.where(Record.city_id == city_id)
    st = st.group_by(Record.city_id, Record.year, Record.sector).order_by(Record.city_id, Record.year, Record.sector)
    return [Agg(**r._mapping) for r in s.exec(st)]
@app.post("/footprint", response_model=TripResult)
def footprint(t: Trip):
    legs = [LegResult(mode=l.mode, km=l.km, factor=FACTORS[l.mode], kg=l.km * l.passengers * FACTORS[l.mode]) for l in t.legs]
    return TripResult(name=t.name, legs=legs, total_kg=sum(l.kg for l in legs))
@app.patch("/records/{id}", response_model=RecordPublic)
def patch(id: int, p: RecordPatch, s: SessionDep):
    r = s.get(Record, id)
    if not r: raise HTTPException(404)
    old = r.amount
    r.sqlmodel_update(p.model_dump(exclude_unset=True)); r.version += 1; r.updated_at = datetime.now(timezone.utc)
    s.add(r); s.add(Audit(at=r.updated_at, actor="me", action="patch", record_id=id, diff=json.dumps({"amount": [old, r.amount]})))
    s.commit(); s.refresh(r)
    return r
