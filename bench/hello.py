"""The smallest FastAPI and SQLModel application: what starting costs anybody. Reads ``DB_URL``."""

import os
from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI
from sqlmodel import Field, Session, SQLModel, create_engine, select

engine = create_engine(os.environ["DB_URL"])


class Greeting(SQLModel, table=True):
    """One row."""

    id: int | None = Field(default=None, primary_key=True)
    words: str


SQLModel.metadata.create_all(engine)
app = FastAPI()


def get_session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


@app.get("/greetings", response_model=list[Greeting])
def list_greetings(session: Annotated[Session, Depends(get_session)]) -> list[Greeting]:
    return list(session.exec(select(Greeting)).all())
