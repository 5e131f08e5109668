"""Loads the travel rules this version ships with, once: what people changed since then is theirs."""

from pathlib import Path

from sqlmodel import Session, select

from klimabruecke.core.seeding import read_rows, store
from klimabruecke.footprint.rules.tables import TravelRule

FILE = Path(__file__).parents[1] / "data" / "travel_rules_2026-11-24.csv"


def seed(session: Session) -> None:
    """After cities and sources. A rule that is there, or was deleted, is not loaded again."""
    there = set(session.exec(select(TravelRule.id)).all())
    store(session, TravelRule, [row for row in read_rows(FILE) if row["id"] not in there])
