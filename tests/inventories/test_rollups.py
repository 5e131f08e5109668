"""After many random writes the rollups are, to the byte, what a recompute from the lines gives.

``KB_RANDOM_WRITES=100000`` makes it the long run of ``make drill``.
"""

import os
import random
from typing import Any

import httpx
from sqlalchemy import delete, text
from sqlmodel import Session, col, select

from klimabruecke.core.changes import table_of
from klimabruecke.inventories.deps import THE_SYSTEM
from klimabruecke.inventories.emissions import actions
from klimabruecke.inventories.emissions.schemas import EmissionIn, EmissionPatch
from klimabruecke.inventories.emissions.tables import EmissionRecord
from klimabruecke.inventories.inventories.actions import (
    create_inventory,
    publish_inventory,
    revise_inventory,
    withdraw_inventory,
)
from klimabruecke.inventories.inventories.schemas import InventoryIn
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.totals.actions import rebuild, show
from klimabruecke.inventories.totals.tables import EmissionRollup, PublishedTotal
from klimabruecke.main import open_database
from tests.calc.test_inventory import REFERENCES
from tests.footprint.office import Office
from tests.inventories.records import an_inventory, made
from tests.inventories.test_new_cities import a_city

Json = dict[str, Any]
WRITES = int(os.environ.get("KB_RANDOM_WRITES", "300"))
BATCH = 50
GASES = ("CO2", "CH4", "N2O", "CO2e", "CO2_biogenic")


class Clerk:
    """Somebody who writes lines at random, and now and then publishes; the seed makes it the same always."""

    def __init__(self, session: Session, dice: random.Random) -> None:
        self.session = session
        self.dice = dice

    def work(self) -> None:
        inventory = self.dice.choice(self.drafts())
        lines = self.session.exec(
            select(EmissionRecord).where(
                EmissionRecord.inventory_id == inventory.id, col(EmissionRecord.deleted_at).is_(None)
            )
        ).all()
        line = self.dice.choice(lines) if lines else None
        match self.dice.randint(0, 9):
            case 0 if line:
                actions.delete_line(self.session, THE_SYSTEM, line)
            case 1 | 2 if line:
                patch = EmissionPatch.model_validate({"amount_kg": self.amount(), "notation_key": None})
                actions.update_line(self.session, THE_SYSTEM, line, patch)
            case 3 if line:
                patch = EmissionPatch.model_validate(
                    {"amount_kg": None, "gas_split": None, "notation_key": "NO"}
                )
                actions.update_line(self.session, THE_SYSTEM, line, patch)
            case 4 if line:
                self.publish(inventory)
            case _:
                actions.create_line(self.session, THE_SYSTEM, self.line(inventory))

    def drafts(self) -> list[Inventory]:
        drafts = select(Inventory).where(Inventory.status == "draft", Inventory.city_id == "rollup-town")
        found = list(self.session.exec(drafts).all())
        return found or [create_inventory(self.session, THE_SYSTEM, self.inventory()) for _ in range(3)]

    def inventory(self) -> InventoryIn:
        return InventoryIn.model_validate(an_inventory(city_id="rollup-town"))

    def publish(self, inventory: Inventory) -> None:
        publish_inventory(self.session, inventory)
        revise_inventory(self.session, inventory)
        if self.dice.random() < 0.3:
            withdraw_inventory(self.session, inventory, "tried out")

    def line(self, inventory: Inventory) -> EmissionIn:
        gas = self.dice.choice(GASES)
        body: Json = {
            "inventory_id": inventory.id,
            "gpc_ref": self.dice.choice(list(REFERENCES)),
            "gas": gas,
            "amount_kg": self.amount(),
        }
        if gas == "CO2e" and self.dice.random() < 0.5:
            body["gas_split"] = {"CO2": self.amount(), "CH4": self.amount()}
        return EmissionIn.model_validate(body)

    def amount(self) -> int:
        return self.dice.choice((0, 1, self.dice.randint(0, 10**12)))


def rollups(session: Session) -> list[list[tuple[Any, ...]]]:
    names = ("emission_rollup", "published_total")
    found = [session.connection().execute(text(f"SELECT * FROM {name}")).all() for name in names]
    kept = session.connection().execute(text("SELECT id, totals, totals_from FROM inventory")).all()
    return [sorted(tuple(row) for row in one) for one in (*found, kept)]


def test_the_rollups_are_what_a_recompute_gives(office: Office, coordinator: httpx.Client) -> None:
    made(coordinator, "/cities", a_city(id="rollup-town"))
    database = open_database(office.settings)
    dice = random.Random(2026)
    for _ in range(WRITES // BATCH):
        with database.transaction() as session:
            clerk = Clerk(session, dice)
            for _ in range(BATCH):
                clerk.work()
    with database.transaction() as session:
        kept = rollups(session)
        assert all(kept)
        for table in (EmissionRollup, PublishedTotal):
            session.connection().execute(delete(table_of(table)))
        for inventory in session.exec(select(Inventory)).all():
            rebuild(session, inventory)
            session.flush()
            show(session, inventory)
        assert rollups(session) == kept
    database.dispose()
