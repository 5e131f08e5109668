"""Lines are broken between series, and never joined."""

from klimabruecke.calc.inventory_series import Point, breaks


def years(*points: Point) -> list[tuple[int, int]]:
    return [(found.before.year, found.after.year) for found in breaks(points)]


def test_one_series_has_no_break() -> None:
    assert years(Point("gpc", 2015), Point("gpc", 2016), Point("gpc", 2019)) == []


def test_a_series_that_begins_behind_another_is_a_break() -> None:
    assert years(Point("gpc", 2014), Point("iclei", 2011), Point("iclei", 2012)) == [(2012, 2014)]


def test_a_reason_moves_the_break_to_where_it_is_given() -> None:
    """The source balance reaches back to 1990; the state has reported by it since 2021."""
    source = [Point("source", year, says_break=year == 2021) for year in (1990, 2019, 2020, 2021, 2022)]
    assert years(*source, Point("user", 2020)) == [(2019, 2020), (2020, 2021)]


def test_the_oldest_figure_breaks_nothing() -> None:
    assert years(Point("gpc", 2014, says_break=True), Point("gpc", 2015)) == []
