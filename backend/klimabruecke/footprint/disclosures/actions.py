"""Answering a question about travel: reading what is recorded now, and freezing it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, select
from sqlmodel import Session, col

from klimabruecke.cities.queries import check_cities, city_names
from klimabruecke.core.canonical import canonical_json, sha256_of
from klimabruecke.core.changes import context
from klimabruecke.core.clock import rfc3339
from klimabruecke.core.ids import new_id
from klimabruecke.footprint.activities.tables import Activity, ActivityFootprint
from klimabruecke.footprint.contributions.queries import contribution_totals
from klimabruecke.footprint.contributions.schemas import ContributionTotalQuery
from klimabruecke.footprint.deps import Principal, require_each
from klimabruecke.footprint.disclosures.cuts import NO_CITY, Part, parts_of, whole
from klimabruecke.footprint.disclosures.differences import Answer, one_at_a_time, told_about
from klimabruecke.footprint.disclosures.levies import LevyRules
from klimabruecke.footprint.disclosures.origins import Origins
from klimabruecke.footprint.disclosures.schemas import TravelDisclosureIn
from klimabruecke.footprint.disclosures.tables import TravelDisclosure
from klimabruecke.footprint.projects.tables import CooperationProject
from klimabruecke.footprint.refusals import TooFewTravellers, refused
from klimabruecke.reference.queries import sources_named

FORMAT = "klimabruecke/travel-disclosure/2"


def disclose(
    session: Session, principal: Principal, asked: TravelDisclosureIn, *, demo: bool = False
) -> TravelDisclosure:
    """Store the answer with its hash.

    Raises TooFewTravellers where it would be about a few people only, DifferenceOfFewTravellers where it
    would tell about them beside what was told before.
    """
    require_each(principal, asked.cities)
    check_cities(session, asked.cities, lambda place: f"/cities/{place}")
    if asked.year_max < asked.year_min:
        raise refused("/year_max", "years_reversed")
    one_at_a_time(session)
    disclosure_id = new_id()
    found = _Records(session.connection(), asked)
    total = whole(found.parts)
    if total.is_small:
        raise TooFewTravellers
    answer = Answer(told_about(session.connection(), asked.year_min, asked.year_max), found.parts)
    given = [row for row in found.given if row["kind"] != "levy" or answer.may_tell_given(row)]
    document = {
        "format": FORMAT,
        "id": disclosure_id,
        "question": asked.question,
        "year_min": asked.year_min,
        "year_max": asked.year_max,
        "city_ids": sorted(asked.cities),
        "kinds": sorted(set(asked.kinds)),
        "made_at": rfc3339(context(session).clock()),
        **answer.document,
        **found.document(given),
        "levy_contributions_withheld": len(given) < len(found.given),
        "demo": demo or found.demo,
    }
    snapshot = canonical_json(document)
    disclosure = TravelDisclosure(
        id=disclosure_id,
        question=asked.question,
        year_min=asked.year_min,
        year_max=asked.year_max,
        activities=len(total.activities),
        parts=answer.kept(),
        snapshot=snapshot,
        sha256=sha256_of(snapshot),
        demo=document["demo"],
    )
    session.add(disclosure)
    session.flush()
    return disclosure


class _Records:
    """The activities asked about, and what they were computed with."""

    def __init__(self, connection: Connection, asked: TravelDisclosureIn) -> None:
        self._connection = connection
        self._asked = asked
        self.parts: list[Part] = []
        self.given = self._given()
        self.demo = any(row["demo"] for row in self.given)
        self._levies = LevyRules(connection)
        self._used_rules: dict[str, Any] = {}
        self._without_people = 0
        self._origins = Origins()
        for row in connection.execute(self._done()):
            self._count(row)

    def _asked_for(self) -> list[ColumnElement[bool]]:
        asked, starts_on = self._asked, col(Activity.starts_on)
        found = [
            col(Activity.deleted_at).is_(None),
            starts_on >= date(asked.year_min, 1, 1),
            starts_on <= date(asked.year_max, 12, 31),
        ]
        return [*found, col(Activity.kind).in_(asked.kinds)] if asked.kinds else found

    def _done(self) -> Any:
        current = col(ActivityFootprint.id) == col(Activity.footprint_id)
        footprint = (col(ActivityFootprint.footprint), col(ActivityFootprint.ghg_g))
        home: Any = col(CooperationProject.city_ids).label("home")
        rows = select(Activity, *footprint, home).join(ActivityFootprint, current)
        rows = rows.join(CooperationProject, col(CooperationProject.id) == col(Activity.project_id))
        rows = rows.order_by(col(Activity.id))
        return rows.where(col(Activity.status) == "done", *self._asked_for())

    def _count(self, row: Any) -> None:
        levies, rules = self._levies.of(row)
        wanted = [part for part in parts_of(row, row.footprint, levies) if self._names(part.city)]
        if not wanted:
            return
        # Without people the host bears it all; else each city bears its own, and is told no other's rule.
        borne = [rule for rule in rules if not row.participants or self._names(rule.city_id)]
        self._used_rules |= {rule.id: rule for rule in borne}
        self.parts += wanted
        self.demo |= row.demo
        self._without_people += not row.participants
        self._origins.add(row.footprint)

    def _names(self, city: str) -> bool:
        return not self._asked.cities or city in self._asked.cities

    def _given(self) -> list[dict[str, Any]]:
        """What these cities gave for climate work in these years, whatever the kind of activity."""
        query = ContributionTotalQuery(year_min=self._asked.year_min, year_max=self._asked.year_max)
        rows = contribution_totals(self._connection, query)
        return [row for row in reversed(rows) if self._names(row["city_id"])]

    def _levy_rules(self) -> list[dict[str, Any]]:
        """The rules levies were counted by, with what their sources are called today."""
        used = [rule for _, rule in sorted(self._used_rules.items())]
        named = sources_named(self._connection, sorted({rule.source_id for rule in used if rule.source_id}))
        sources = {source.id: source._asdict() for source in named}
        same = ("city_id", "title_de", "title_en", "amount_cents_per_tonne", "currency")
        return [
            {
                "rule_id": rule.id,
                **{name: getattr(rule, name) for name in (*same, "source_note", "verification")},
                "source": sources.get(rule.source_id),
            }
            for rule in used
        ]

    def document(self, given: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """With these contributions."""
        cities = {part.city for part in self.parts} | set(self._asked.cities)
        cities |= {row["city_id"] for row in given}
        names = city_names(self._connection, cities - {NO_CITY})
        return {
            "cities": [{"id": city, **name._asdict()} for city, name in names.items()],
            "without_people": self._without_people,
            "levy_rules": self._levy_rules(),
            "contributions": given,
            "not_counted": self._not_counted(),
            **self._origins.document(self._connection),
        }

    def _not_counted(self) -> Mapping[str, int]:
        """Of these years and kinds, whichever city takes part."""
        counted = select(col(Activity.status), col(Activity.participants), col(Activity.host_city_id))
        rows = self._connection.execute(
            counted.where(col(Activity.status).in_(("planned", "approved")), *self._asked_for())
        )
        found = {"planned": 0, "approved": 0}
        for row in rows:
            cities = [group["city_id"] for group in row.participants] or [row.host_city_id or NO_CITY]
            found[row.status] += any(map(self._names, cities))
        return found
