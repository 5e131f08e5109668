"""Published totals tell nothing of fewer than five travellers, whoever combines them in whatever way."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product
from typing import Any

from hypothesis import find, given, settings
from hypothesis import strategies as st

from klimabruecke.calc.disclosure import WHOLE, Part, atoms, reason_against, small_atoms

Publication = frozenset[Part]
Vector = list[Fraction]


def part(name: str, travellers: int | None, figures: str = "1") -> Part:
    return Part(name, 2026, "bremen", travellers, figures)


A, B, C, D, E = (part(*one) for one in (("a", 5), ("b", 9), ("c", 3), ("d", 3), ("e", 4)))


def test_a_year_needs_two_activities_and_five_travellers() -> None:
    assert reason_against([], [A, B]) is None
    assert reason_against([], []) == "few_activities"
    assert reason_against([], [B]) == "few_activities"
    assert reason_against([], [part("x", 2), part("y", 2)]) == "few_travellers"
    assert reason_against([], [part("x", 1), part("y", 4)]) is None


def test_what_is_new_needs_five_travellers_together() -> None:
    assert reason_against([{A, B}], {A, B, C}) == "few_changed"
    assert reason_against([{A, B}], {A, B, C, D}) is None
    assert reason_against([{A, B}], {A, B, part("shipment", 0)}) == "few_changed"


def test_what_is_gone_needs_them_too_whatever_came_instead() -> None:
    assert reason_against([{A, B, C, D}], {A, B, D}) == "few_changed"
    assert reason_against([{A, B, C}], {A, B, D, E}) == "few_changed"


def test_a_corrected_small_activity_waits_for_others() -> None:
    corrected = part("c", 3, figures="2")
    assert reason_against([{A, B, C}], {A, B, corrected}) == "few_changed"
    assert reason_against([{A, B, C, D}], {A, B, corrected, part("d", 3, figures="2")}) is None
    assert reason_against([{A, B}], {part("a", 5, figures="2"), B}) is None


def test_three_publications_do_not_solve_what_two_hide() -> None:
    """C + D, C + E and D + E: each pair has six travellers and more, all three give C away."""
    published: list[Publication] = [frozenset({A, B})]
    for more in ({C, D}, {C, E}, {D, E}):
        asked = frozenset({A, B} | more)
        if reason_against(published, asked) is None:
            published.append(asked)
    assert published == [{A, B}, {A, B, C, D}]


def test_a_small_correction_of_a_large_activity_uncovers_no_small_one() -> None:
    """The large one is nearly the same before and after, so the difference is what came or went beside it."""
    corrected = part("a", 25, figures="2")
    large = part("a", 25)
    assert reason_against([{large, B}], {corrected, B, C}) == "few_changed"
    assert reason_against([{large, B, C}], {corrected, B}) == "few_changed"
    assert reason_against([{large, B}], {corrected, B, C, D}) is None
    assert reason_against([{large, B, C}], {corrected, B, C}) is None


def test_a_correction_hides_nobody_whichever_year_it_moves_the_activity_to() -> None:
    moved = replace(B, year=2027)
    assert small_atoms([{A, B}], [{moved, replace(C, year=2027)}]) != []
    assert small_atoms([{A, B}], [{moved, replace(A, activity_id="z", year=2027)}]) == []


def test_corrections_of_all_that_leave_one_out_do_not_uncover_it() -> None:
    """A, C, D and E are corrected again and again; the third time E is left out."""

    def corrected(figures: str) -> set[Part]:
        return {replace(one, figures=figures) for one in (A, C, D, E)}

    told = [corrected("1"), corrected("2")]
    assert reason_against(told, corrected("3")) is None
    assert reason_against(told, corrected("3") - {replace(E, figures="3")}) == "few_changed"


def test_an_activity_that_was_told_as_a_whole_hides_nobody_when_its_cities_are_told() -> None:
    before = {Part("a", 2026, WHOLE, 25, "1"), Part("b", 2026, WHOLE, 9, "1")}
    cities = {part("a", 20, figures="2"), replace(A, city="durban", figures="3"), B}
    assert reason_against([before], cities | {C}) == "few_changed"
    assert reason_against([before], cities) is None


def test_parts_that_always_appear_together_are_one_atom() -> None:
    found = [set(atom) for atom in atoms([{A, B, C}, {A, B, D}])]
    assert sorted(map(len, found)) == [1, 1, 2]
    assert {A, B} in found


# --- the same for whatever is recorded and published -------------------------------------------------

POOL = [part(name, travellers) for name, travellers in zip("abcdefgh", (5, 6, 1, 2, 3, 3, 4, 0), strict=True)]
POOL += [part(one.activity_id, one.travellers, figures="2") for one in POOL]
"""Eight activities, each with the figures before and after a correction."""

changes = st.lists(st.frozensets(st.sampled_from(POOL), min_size=1, max_size=5), max_size=25)
"""What comes, and what goes where it is there already, from one attempt to the next."""


def accepted(attempts: Sequence[Publication]) -> list[Publication]:
    """What is published of a sequence of attempts, each a change of what was published last."""
    published: list[Publication] = []
    for change in attempts:
        latest = published[-1] if published else frozenset(POOL[:4])
        asked = frozenset({one.activity_id: one for one in sorted(latest ^ change, key=repr)}.values())
        if asked not in published and reason_against(published, asked) is None:
            published.append(asked)
    return published


@settings(max_examples=150, deadline=None)
@given(changes)
def test_no_small_activity_follows_from_any_combination(attempts: list[Publication]) -> None:
    """By linear algebra, which knows nothing of atoms; nor do two small ones together, or a correction."""
    published = accepted(attempts)
    rows = [[Fraction(one in publication) for one in POOL] for publication in published]
    small = [one for one in POOL if one.travellers < 5]
    for first in small:
        for second in small:
            together = first.travellers + second.travellers
            if together < 5 or first.activity_id == second.activity_id:
                assert not isolates(rows, [one in (first, second) for one in POOL]), (first, second)


@settings(max_examples=150, deadline=None)
@given(changes)
def test_no_small_activity_follows_where_a_correction_is_of_a_gram(attempts: list[Publication]) -> None:
    """Figures 2 are figures 1 and a gram: who knows that has one unknown for each activity, not two."""
    names = [one.activity_id for one in POOL[:8]]
    rows = [
        [Fraction(name in {one.activity_id for one in publication}) for name in names]
        for publication in accepted(attempts)
    ]
    small = [one for one in POOL[:8] if (one.travellers or 0) < 5]
    for group in [[one] for one in small] + [list(pair) for pair in combinations(small, 2)]:
        if sum(one.travellers or 0 for one in group) < 5:
            ids = {one.activity_id for one in group}
            assert not isolates(rows, [name in ids for name in names]), ids


def isolates(rows: list[Vector], inside: list[bool]) -> bool:
    """Whether a combination of the rows is zero outside and not zero inside: rank falls less than it must."""
    outside = [[value for value, is_in in zip(row, inside, strict=True) if not is_in] for row in rows]
    return rank(outside) < rank(rows)


def rank(rows: list[Vector]) -> int:
    """By exact elimination."""
    left, found = [list(row) for row in rows], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        found += 1
        for row in left:
            factor = row[column] / pivot[column]
            row[:] = [value - factor * other for value, other in zip(row, pivot, strict=True)]
    return found


@settings(max_examples=150, deadline=None)
@given(changes)
def test_for_every_small_activity_another_could_have_done_it(attempts: list[Publication]) -> None:
    """Grams moved from one to another leave everything published as it is: so nobody can tell."""
    published = accepted(attempts)
    for one in set().union(*published):
        in_the_same = [
            other
            for other in POOL
            if other != one and all((one in each) == (other in each) for each in published)
        ]
        assert one.travellers >= 5 or in_the_same, "it stands alone"


def test_these_attempts_are_worth_something() -> None:
    """Series of publications are among them, or the two above would hold for nothing."""
    find(changes, lambda attempts: len(accepted(attempts)) >= 3, settings=settings(deadline=None))


# --- answers with filters, between them trips that come and publications -----------------------------

CITIES, KINDS, SPAN = ("bremen", "durban"), ("trip", "event"), (2024, 2025)
SHARES = [
    Part(f"{kind}-{year}", year, city, travellers, kind)
    for (kind, year), counts in zip(product(KINDS, SPAN), ((9, 2), (6, 5), (3, 1), (5, 6)), strict=True)
    for city, travellers in zip(CITIES, counts, strict=True)
]
"""Four activities of two cities, among them small shares; ``figures`` stands for the kind."""

filters = st.tuples(
    st.sampled_from([SPAN, SPAN[:1], SPAN[1:]]),
    st.sampled_from([CITIES, CITIES[:1], CITIES[1:]]),
    st.sampled_from([KINDS, KINDS[:1], KINDS[1:]]),
    st.frozensets(st.sampled_from(SHARES), max_size=2),
)
"""Years, cities and kinds asked about, and what was not recorded yet then."""


def answered(questions: Sequence[tuple[Any, ...]]) -> list[Publication]:
    """What is told when these are asked one after the other."""
    told: list[Publication] = []
    for years, cities, kinds, missing in questions:
        asked = frozenset(
            one
            for one in SHARES
            if one.year in years and one.city in cities and one.figures in kinds and one not in missing
        )
        if not small_atoms(told, [asked]):
            told.append(asked)
    return told


def tells_of_few(told: Sequence[Publication]) -> bool:
    """By linear algebra: whether any few shares with fewer than five travellers can be isolated."""
    rows = [[Fraction(one in parts) for one in SHARES] for parts in told]
    small = [one for one in SHARES if (one.travellers or 0) < 5]
    groups = [[one] for one in small] + [list(pair) for pair in combinations(small, 2)]
    return any(
        isolates(rows, [one in group for one in SHARES])
        for group in groups
        if sum(one.travellers or 0 for one in group) < 5
    )


def test_no_pair_of_filters_tells_of_a_few() -> None:
    """All pairs, as they are recorded today."""
    every = list(
        product([SPAN, SPAN[:1], SPAN[1:]], [CITIES, CITIES[:1], CITIES[1:]], [KINDS, KINDS[:1], KINDS[1:]])
    )
    for first, second in product(every, every):
        assert not tells_of_few(answered([(*first, frozenset()), (*second, frozenset())])), (first, second)


@settings(max_examples=150, deadline=None)
@given(st.lists(filters, max_size=12))
def test_no_sequence_of_filters_tells_of_a_few(questions: list[tuple[Any, ...]]) -> None:
    assert not tells_of_few(answered(questions))


def test_whoever_hears_the_same_again_learns_nothing() -> None:
    assert small_atoms([{A, B}, {A, B, C}], [{A, B}]) == []
    assert small_atoms([{A, B}, {A, B, C}], [{A}]) != []


def test_a_purchase_neither_needs_protection_nor_gives_it() -> None:
    purchase = part("purchase", None)
    assert small_atoms([{A}], [{A, purchase}]) == []
    assert small_atoms([{A}], [{A, purchase, C}]) != []


# --- answers that tell levies, and published years that do not ---------------------------------------

PAID = [replace(one, levies=paid) for one in SHARES for paid in ("", "paid")]
"""Each share before and after its levy was paid."""

tellings = st.tuples(
    st.booleans(),
    st.sampled_from([CITIES, CITIES[:1]]),
    st.frozensets(st.sampled_from([one.activity_id for one in SHARES]), max_size=1),
    st.frozensets(st.sampled_from(SHARES), max_size=2),
)
"""A published year or an answer, of which cities, what was not recorded then, what was paid by then."""


def heard(steps: Sequence[tuple[Any, ...]]) -> list[Publication]:
    told: list[Publication] = []
    for is_answer, cities, missing, paid in steps:
        asked = frozenset(
            replace(one, levies="paid" if one in paid else "") if is_answer else one
            for one in SHARES
            if one.activity_id not in missing and (one.city in cities or not is_answer)
        )
        if not small_atoms(told, [asked]):
            told.append(asked)
    return told


@settings(max_examples=100, deadline=None)
@given(st.lists(tellings, max_size=8))
def test_no_levy_and_no_mass_of_a_few_follows_from_any_combination(steps: list[tuple[Any, ...]]) -> None:
    """Masses and levies are sums of their own; who divides a levy by its rate knows the mass of its set."""
    told = heard(steps)
    masses = [[Fraction(one in {part.mass for part in parts}) for one in SHARES] for parts in told]
    levies = [
        [Fraction(one in parts) for one in PAID] for parts in told if all(p.levies is not None for p in parts)
    ]
    small = [one for one in SHARES if (one.travellers or 0) < 5]
    for group in [[one] for one in small] + [list(pair) for pair in combinations(small, 2)]:
        if sum(one.travellers or 0 for one in group) < 5:
            assert not isolates(masses, [one in group for one in SHARES]), group
            assert not isolates(levies, [one.mass in group for one in PAID]), group


def test_a_levy_that_changed_makes_another_part_in_answers_only() -> None:
    before, after = replace(C, levies=""), replace(C, levies="paid")
    large = replace(B, levies="")
    assert small_atoms([{large, before}], [{large, after}]) != []
    assert small_atoms([{B, C}, {large, before}], [{B, C, A}]) == []


def test_masses_that_levies_tell_apart_are_held_against_published_years() -> None:
    """The levies of five and of nine were told; the year of all without the three would leave those."""
    told = [{replace(A, levies="x"), replace(B, levies="x"), replace(C, levies="x")}]
    assert small_atoms(told, [{A, B}]) != []
    assert small_atoms(told, [{A, B, C, D, E}]) == []
