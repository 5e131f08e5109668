"""Kilograms are computed exactly and rounded once, to whole grams; numbers in formulas are written here."""

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

THOUSAND = Decimal(1000)
ZERO = Decimal(0)


def grams(kg: Decimal) -> int:
    """Whole grams, half up. Every kg of an answer is one of these, so that totals are exact sums."""
    return int((kg * THOUSAND).to_integral_value(ROUND_HALF_UP))


def kilograms(amount_g: int) -> float:
    """Grams as the JSON number of an answer, with three decimals."""
    return amount_g / 1000


def ceiling(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))


def number(value: Decimal | int) -> str:
    """A number inside a formula: comma between thousands, point, no trailing zeros (`8,079.412`)."""
    text = f"{value:,f}"
    if "." not in text:
        return text
    return text.rstrip("0").rstrip(".")


def parameter(value: Decimal) -> str:
    """A model parameter inside a formula: as a number, but with one decimal at least (`24.0`)."""
    text = number(value)
    return text if "." in text else f"{text}.0"


def mass(amount_g: int) -> str:
    """A result inside a formula, in kilograms with all its three decimals."""
    return f"{amount_g // 1000:,}.{amount_g % 1000:03d} kg"
