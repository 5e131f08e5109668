"""No row of an answer, and no difference of rows, is about the travel of fewer than five people."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from klimabruecke.footprint.disclosures.cuts import FEWEST, Cut, Part, cut_by, whole


def a_part(kind: str, people: int | None, **more: Any) -> Part:
    travellers = None if kind == "purchase" else people or 0
    return Part(kind=kind, people=people, travellers=travellers, **more)


PARTS = st.builds(
    a_part,
    activity_id=st.sampled_from("abcdefgh"),
    year=st.integers(2024, 2027),
    city=st.sampled_from(["bremen", "bremerhaven", "durban", "windhoek"]),
    kind=st.sampled_from(["trip", "event", "purchase"]),
    people=st.none() | st.integers(1, 8),
    groups=st.just({("flight", "f"): (1000, 100, 0, 1, 2)}),
)


def shown(parts: list[Part]) -> list[list[Cut]]:
    return [
        cut_by(parts, lambda part: str(part.year)),
        cut_by(parts, lambda part: part.city),
        cut_by(parts, lambda part: part.kind),
    ]


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=12))
def test_no_row_and_no_difference_of_rows_is_about_a_few_travellers(parts: list[Part]) -> None:
    """The rows say nothing but themselves and sums of them; an answer that is small as a whole is refused."""
    if not whole(parts).is_small:
        for rows in shown(parts):
            for row in rows:
                assert row.travellers >= FEWEST or not row.travels
                assert row.travellers == sum(part.people or 0 for part in parts if _travels_in(part, row))


def _travels_in(part: Part, row: Cut) -> bool:
    return part.kind != "purchase" and bool({str(part.year), part.city, part.kind} & set(row.members))


@given(st.lists(PARTS, min_size=1, max_size=12))
def test_putting_rows_together_loses_nothing(parts: list[Part]) -> None:
    total = whole(parts).document()
    for rows in shown(parts):
        made = [row.document() for row in rows]
        assert sum(row["ghg_g"] for row in made) == total["ghg_g"]
        assert sum(row["people"] or 0 for row in made) == (total["people"] or 0)
        members = [member for row in made for member in row["members"]]
        assert len(members) == len(set(members))


def test_a_row_without_travel_may_be_small() -> None:
    """A purchase has no travellers to protect."""
    trip = Part("a", 2026, "bremen", "trip", 9, 9, {})
    purchase = Part("b", 2026, "bremen", "purchase", None, None, {})
    assert [row.members for row in cut_by([trip, purchase], lambda part: part.kind)] == [
        ["purchase"],
        ["trip"],
    ]


def test_people_who_buy_do_not_hide_people_who_travel() -> None:
    parts = [
        Part("a", 2024, "bremen", "trip", 3, 3, {}),
        Part("b", 2025, "bremen", "purchase", 9, None, {}),
        Part("c", 2026, "bremen", "trip", 6, 6, {}),
    ]
    assert [row.members for row in cut_by(parts, lambda part: str(part.year))] == [["2025"], ["2024", "2026"]]


def test_two_small_rows_that_make_five_together_need_no_third() -> None:
    parts = [
        Part("a", 2024, "bremen", "trip", 2, 2, {}),
        Part("b", 2025, "bremen", "trip", 3, 3, {}),
        Part("c", 2026, "bremen", "trip", 9, 9, {}),
    ]
    assert [row.members for row in cut_by(parts, lambda part: str(part.year))] == [["2026"], ["2024", "2025"]]
