"""Activity times factor, and what the references of a level say: worked examples."""

from decimal import Decimal

import pytest

from klimabruecke.calc.activity_amounts import emitted_kg, units_of
from klimabruecke.calc.inventory import Reference
from klimabruecke.calc.inventory_coverage import by_sector, is_partial


@pytest.mark.parametrize(
    ("activity", "unit", "factor", "kg"),
    [
        ("120", "GWh", "0.3729", 44_748_000),
        ("1500", "kilolitre", "2.33984", 3_509_760),
        ("2500", "kg", "3178.365", 7_946),
        ("0.5", "litre", "1", 1),
        ("0", "tonne", "520.5327", 0),
    ],
)
def test_the_amount_is_converted_to_the_unit_of_the_factor(
    activity: str, unit: str, factor: str, kg: int
) -> None:
    assert emitted_kg(Decimal(activity), unit, Decimal(factor)) == kg


def test_a_factor_per_tonne_can_be_applied_to_kilograms_too() -> None:
    assert units_of("tonne") == ("kg", "tonne")


def test_a_total_is_whole_once_no_reference_of_its_level_is_open_or_only_estimated_by_nobody() -> None:
    references = [
        Reference("I.1.1", "I", 1, basic=True, basic_plus=True, territorial=True),
        Reference("I.7.1", "I", 1, basic=True, basic_plus=True, territorial=True),
        Reference("I.1.3", "I", 3, basic=False, basic_plus=True, territorial=False),
        Reference("II.1.1", "II", 1, basic=True, basic_plus=True, territorial=True),
    ]
    for key, partial in (("NO", False), ("IE", False), ("NE", True), ("C", True)):
        sectors = by_sector(
            references, "basic", {"I.1.1": ["amount", "NE"], "I.7.1": ["NO"], "II.1.1": [key]}
        )
        assert [(one.sector, dict(one.states)) for one in sectors] == [
            ("I", {"I.1.1": "amount", "I.7.1": "NO"}),
            ("II", {"II.1.1": key}),
        ]
        assert is_partial(sectors) is partial
    assert is_partial(by_sector(references, "basic", {"I.1.1": ["amount"], "I.7.1": ["NO"]}))
