"""What measures would add to a pathway: worked examples with the figures of Bremen."""

from dataclasses import replace

from klimabruecke.calc.measure_effects import Counted, Estimate, Measure, counted, summed

COAL_EXIT = Measure(
    "BRE-02", "mitigation", "completed", (Estimate(550_000_000, "expected", None, "hastedt"),), 2024, 2024
)
GAS_UNIT = Measure(
    "BRE-03", "mitigation", "completed", (Estimate(550_000_000, "expected", None, "hastedt"),), 2020, 2024
)


def reasons(found: list[Counted]) -> dict[str, str | None]:
    return {one.measure.id: one.reason for one in found}


def test_one_saving_of_two_measures_counts_once_and_the_other_is_named() -> None:
    found = counted([COAL_EXIT, GAS_UNIT], 2023, 2030)
    assert summed(found, "expected").ghg_kg == 550_000_000
    assert (found[1].reason, found[1].counted_with) == ("overlap", "BRE-02")


def test_the_largest_of_a_group_counts_but_no_claim_for_an_estimate() -> None:
    larger = Measure("B", "mitigation", "planned", (Estimate(9, "expected", None, "g"),))
    claim = Measure("C", "mitigation", "planned", (Estimate(99, "claimed", None, "g"),))
    smaller = Measure("A", "mitigation", "planned", (Estimate(5, "expected", None, "g"),))
    found = counted([smaller, larger, claim], 2023, 2030)
    assert reasons(found) == {"A": "overlap", "B": None, "C": "overlap"}
    assert (summed(found, "expected").ghg_kg, summed(found, "claimed").ghg_kg) == (9, None)


def test_what_the_latest_inventory_shows_is_not_saved_again() -> None:
    assert reasons(counted([COAL_EXIT], 2024, 2030)) == {"BRE-02": "in_the_series"}
    assert reasons(counted([COAL_EXIT], None, 2030)) == {"BRE-02": None}
    still_going = replace(GAS_UNIT, status="in_progress")
    assert reasons(counted([still_going, COAL_EXIT], 2024, 2030))["BRE-03"] == "overlap"


def test_adaptation_given_up_later_and_empty_measures_add_nothing_and_say_why() -> None:
    figure = (Estimate(7, "expected"),)
    measures = [
        Measure("trees", "adaptation", "planned", figure),
        Measure("credits", "offsetting", "planned", figure),
        Measure("steel", "mitigation", "cancelled", figure),
        Measure("later", "mitigation", "planned", figure, 2031),
        Measure("none", "mitigation", "planned"),
    ]
    assert list(reasons(counted(measures, 2023, 2030)).values()) == [
        *("adaptation", "offsetting", "given_up", "after_the_target", "no_yearly_figure"),
    ]
    assert summed(counted(measures, 2023, 2030), "expected").ghg_kg is None


def test_measured_comes_before_expected_and_several_estimates_give_a_range() -> None:
    heat = Measure(
        "BRE-04",
        "mitigation",
        "planned",
        (Estimate(100_000_000, "expected", 2015), Estimate(40_000_000, "expected", 2022)),
    )
    metered = Measure("M", "both", "in_progress", (Estimate(9, "expected"), Estimate(7, "measured", 2024)))
    found = counted([heat, metered], 2023, 2030)
    total = summed(found, "expected", "measured")
    assert (total.ghg_kg, total.low_kg, total.high_kg) == (40_000_007, 40_000_007, 100_000_007)
