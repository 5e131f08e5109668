"""Numbers, days and money as office texts write them; masses as the screens show them."""

from datetime import date

from klimabruecke.core.language import Language

NO_BREAK = "\u00a0"
_TONNE_G, _KILOGRAM_G = 1_000_000, 1_000
_FEW = {
    "de": (
        "",
        "eine",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
    ),
    "en": (
        *("", "one", "two", "three", "four", "five", "six", "seven"),
        *("eight", "nine", "ten", "eleven", "twelve"),
    ),
}
_MONTHS_DE = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)


def decimal(value: float, digits: int, language: Language) -> str:
    """With a thousands separator and exactly these decimals."""
    text = f"{value:,.{digits}f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "de" else text


def mass(grams: int, language: Language) -> str:
    """With its unit, fit to its size: 8,9 t, 412 kg, 3,1 kg."""
    size = abs(grams)
    if size >= _TONNE_G:
        return f"{decimal(grams / _TONNE_G, 1, language)}{NO_BREAK}t"
    kilograms = grams / _KILOGRAM_G
    digits = 0 if size >= 10 * _KILOGRAM_G or size == 0 else 1
    if 0 < size < _KILOGRAM_G // 10:
        less = "weniger als" if language == "de" else "less than"
        return f"{less} {decimal(0.1, 1, language)}{NO_BREAK}kg"
    return f"{decimal(kilograms, digits, language)}{NO_BREAK}kg"


def mass_within(grams: int, whole_g: int, language: Language) -> str:
    """A part or a difference of a whole in the unit of the whole, unless that would round it to nothing."""
    if whole_g >= _TONNE_G and 50 * _KILOGRAM_G <= abs(grams) < _TONNE_G:
        return f"{decimal(grams / _TONNE_G, 1, language)}{NO_BREAK}t"
    return mass(grams, language)


def signed_mass(grams: int, whole_g: int, language: Language) -> str:
    """A change with its sign: −4,4 t."""
    sign = {True: "−", False: "+" if grams else ""}[grams < 0]
    return sign + mass_within(abs(grams), whole_g, language)


def mass_range(low_g: int, high_g: int, language: Language) -> str:
    """Both ends in the unit of the larger one, which stands behind the upper end: 6,7 bis 11,0 t."""
    size = max(abs(low_g), abs(high_g))
    unit, unit_g = ("t", _TONNE_G) if size >= _TONNE_G else ("kg", _KILOGRAM_G)
    digits = 1 if unit == "t" or size < 10 * _KILOGRAM_G else 0
    low, high = (
        decimal(end / unit_g, digits if end else 0, language).replace("-", "−") for end in (low_g, high_g)
    )
    return f"{low} {'bis' if language == 'de' else 'to'} {high}{NO_BREAK}{unit}"


def day(iso: str, language: Language) -> str:
    """14. September 2026, 14 September 2026."""
    found = date.fromisoformat(iso[:10])
    if language == "de":
        return f"{found.day}.{NO_BREAK}{_MONTHS_DE[found.month - 1]} {found.year}"
    return f"{found.day}{NO_BREAK}{found:%B} {found.year}"


def money(cents: int, currency: str, language: Language) -> str:
    """12.500,00 EUR, ZAR 12,500.00."""
    amount = decimal(cents / 100, 2, language)
    return f"{amount}{NO_BREAK}{currency}" if language == "de" else f"{currency}{NO_BREAK}{amount}"


def count(number: int, language: Language) -> str:
    """In words up to twelve, as running text has it."""
    few = _FEW[language]
    return few[number] if 0 < number < len(few) else decimal(number, 0, language)


def percent(share: float, language: Language) -> str:
    """40 %, 40%."""
    return f"{100 * share:.0f}{NO_BREAK}%" if language == "de" else f"{100 * share:.0f}%"
