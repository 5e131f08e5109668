"""Every sentence a footprint is answered with, in German and English, each written in its own right."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from klimabruecke.calc.errors import CalcError, Parameter
from klimabruecke.calc.lines import Note
from klimabruecke.core.language import Bilingual

WARNINGS: Mapping[str, Bilingual] = {
    "proxy_factor": Bilingual(
        "Für den {on} gibt es keinen Faktor. Gerechnet ist ersatzweise mit dem Satz, der ab"
        " {valid_from} gilt.",
        "There is no factor for {on}. The set valid from {valid_from} on stands in for it.",
    ),
    "older_factor_set": Bilingual(
        "Der Faktor galt bis {valid_to}. Gerechnet ist mit ihm, weil kein neuerer verwendbar ist.",
        "The factor was valid until {valid_to}. We used it because no newer one can be used.",
    ),
    "mixed_gwp_sets": Bilingual(
        "Die Faktoren rechnen Gase auf verschiedenen Grundlagen um ({sets}). Die Summe mischt sie.",
        "The factors convert gases on different bases ({sets}). The total mixes them.",
    ),
    "recalled_factor": Bilingual(
        "Noch nicht an der Quelle belegt: {factor_ids}.", "Not yet proven at the source: {factor_ids}."
    ),
    "short_leg_non_co2": Bilingual(
        "Unter {limit_km} km erreicht das Flugzeug kaum Reiseflughöhe. Auf dieser Strecke kann der"
        " Nicht-CO2-Anteil auch null sein.",
        "Below {limit_km} km an aircraft hardly reaches cruise altitude. On this leg the non-CO2"
        " part may be nil.",
    ),
    "wtw_only": Bilingual(
        "Der Faktor nennt Betrieb und Vorkette in einer Zahl. Sie zählt ganz als Betrieb.",
        "The factor gives operation and upstream part in one figure. It counts as operation as a whole.",
    ),
}

ASSUMPTIONS: Mapping[str, Bilingual] = {
    "geodesic_without_detour": Bilingual(
        "Flugstrecken sind kürzeste Wege auf dem Ellipsoid WGS84; der Umweg steckt in den Faktoren.",
        "Flight distances are shortest ways on the WGS84 ellipsoid; the detour is inside the factors.",
    ),
    "non_co2_beside_the_total": Bilingual(
        "Die Klimawirkung des Fliegens über CO2 hinaus steht neben der Summe, nie in ihr.",
        "The climate effect of flying beyond CO2 stands beside the total, never in it.",
    ),
    "non_co2_inside_the_total": Bilingual(
        "Diese Methode zählt die Klimawirkung über CO2 hinaus in der Summe mit; es kommt nichts hinzu.",
        "This method counts the climate effect beyond CO2 inside the total; nothing is added to it.",
    ),
    "detour_added": Bilingual(
        "Zur Luftlinie kommen {detour_km} km je Flug hinzu.",
        "{detour_km} km per flight are added to the great circle.",
    ),
    "one_factor_for_all_cabins": Bilingual(
        "Diese Methode unterscheidet keine Klassen.", "This method does not tell cabins apart."
    ),
    "detour_factor": Bilingual(
        "Luftlinie {direct_km} km, für den Umweg mal {factor}.",
        "Direct line {direct_km} km, times {factor} for the detour.",
    ),
    "cars_by_occupancy": Bilingual(
        "Reisende: {travellers}, je Auto {occupancy}, also Autos: {vehicles}.",
        "Travellers: {travellers}, {occupancy} to a car, so cars: {vehicles}.",
    ),
    "hotel_by_room": Bilingual(
        "Beim Hotel zählt das Zimmer, nicht der Gast.", "Hotels count rooms, not guests."
    ),
    "heat_by_net_calorific_value": Bilingual(
        "Die kWh gelten als Heizwert. Eine Gasrechnung zählt den Brennwert: dafür"
        " calorific_value auf gross setzen.",
        "The kWh are taken by net calorific value. German gas bills count the gross one: set"
        " calorific_value to gross.",
    ),
    "gas_gross_to_net": Bilingual(
        "Der Brennwert der Gasrechnung ist durch {ratio} in den Heizwert umgerechnet.",
        "The gross calorific value of the bill is divided by {ratio} to get the net one.",
    ),
    "mass_with_packaging": Bilingual(
        "Das Gewicht gilt einschließlich Verpackung.", "The mass is taken to include packaging."
    ),
    "co2_only": Bilingual(
        "Der Faktor {factor_ids} zählt nur CO2, keine weiteren Gase.",
        "The factor {factor_ids} counts CO2 only, no other gases.",
    ),
}

ERRORS: Mapping[str, Bilingual] = {
    "unknown_airport": Bilingual(
        "Diesen Flughafen gibt es hier nicht. Erlaubt ist ein IATA-Code wie BRE oder WDH;"
        " /airports sucht danach.",
        "This airport is not known here. An IATA code such as BRE or WDH is accepted; /airports finds it.",
    ),
    "unknown_place": Bilingual(
        "Diesen Ort gibt es hier nicht. Erlaubt ist ein IATA-Code wie BRE oder eine Stadt wie"
        " bremen aus /cities.",
        "This place is not known here. An IATA code such as BRE or a city such as bremen from"
        " /cities is accepted.",
    ),
    "same_place": Bilingual(
        "Start und Ziel sind derselbe Ort. Geben Sie zwei verschiedene an.",
        "Origin and destination are the same place. Give two different ones.",
    ),
    "place_missing": Bilingual(
        "Zu einem Weg gehören from und to. Ergänzen Sie diesen Ort oder geben Sie distance_km an.",
        "A way needs from and to. Add this place, or give distance_km instead.",
    ),
    "distance_or_places": Bilingual(
        "Geben Sie distance_km an oder from und to.", "Give distance_km, or from and to."
    ),
    "distance_and_places": Bilingual(
        "Geben Sie entweder distance_km an oder from und to, nicht beides.",
        "Give either distance_km or from and to, not both.",
    ),
    "unknown_country": Bilingual(
        "Dieses Land gibt es nicht. Erlaubt ist ein Code nach ISO 3166-1 wie DE, ZA oder NA.",
        "There is no such country. An ISO 3166-1 code such as DE, ZA or NA is accepted.",
    ),
    "country_without_factor": Bilingual(
        "Für dieses Land hat die Methode keinen Faktor. Erlaubt ist: {accepted}.",
        "The method has no factor for this country. Accepted: {accepted}.",
    ),
    "variant_not_covered": Bilingual(
        "Dafür hat diese Methode keinen Faktor. Erlaubt ist: {accepted}.",
        "This method has no factor for it. Accepted: {accepted}.",
    ),
    "cabin_not_covered": Bilingual(
        "Für diese Klasse hat die Methode auf dieser Strecke keinen Wert. Erlaubt ist: {accepted}.",
        "The method has no value for this cabin on this leg. Accepted: {accepted}.",
    ),
    "type_not_covered": Bilingual(
        "Diese Art von Eintrag kann die Methode nicht rechnen. Die Methode klimabruecke-2026 kann alle.",
        "This method cannot compute an item of this type. The method klimabruecke-2026 computes all.",
    ),
    "gross_only_for_natural_gas": Bilingual(
        "Den Brennwert rechnen wir nur für Erdgas um. Erlaubt ist hier: net.",
        "The gross calorific value is converted for natural gas only. Accepted here: net.",
    ),
    "count_needed": Bilingual(
        "Dieser Artikel zählt nach Stück. Geben Sie count an und nicht mass_kg.",
        "This article counts by pieces. Give count and not mass_kg.",
    ),
    "mass_needed": Bilingual(
        "Dieses Material zählt nach Masse. Geben Sie mass_kg an und nicht count.",
        "This material counts by mass. Give mass_kg and not count.",
    ),
    "day_out_of_range": Bilingual(
        "Erlaubt sind Tage von {first} bis {last}.", "Days from {first} to {last} are accepted."
    ),
    "out_of_range": Bilingual(
        "Erlaubt sind Werte von {minimum} bis {maximum}.", "Values from {minimum} to {maximum} are accepted."
    ),
}
RAIL_ELSEWHERE = Bilingual(
    " Für andere Länder rechnet coach oder car.", " For other countries use coach or car."
)
AT_ITEM = Bilingual("Eintrag {number}: {sentence}", "Item {number}: {sentence}")


def warning(note: Note) -> Bilingual:
    return filled(WARNINGS[note.code], note.parameters)


def assumption(note: Note) -> Bilingual:
    return filled(ASSUMPTIONS[note.code], note.parameters)


def refusal(error: CalcError) -> Bilingual:
    """What is wrong and what is accepted; the input itself is not repeated."""
    sentence = filled(ERRORS[error.code], error.parameters)
    if error.code == "country_without_factor" and error.parameters.get("item_type") == "rail":
        return Bilingual(sentence.de + RAIL_ELSEWHERE.de, sentence.en + RAIL_ELSEWHERE.en)
    return sentence


def refusal_at_item(error: CalcError) -> Bilingual:
    """The same inside an answer about several items, counted from 1 as people do."""
    sentence, number = refusal(error), (error.item or 0) + 1
    return Bilingual(
        AT_ITEM.de.format(number=number, sentence=sentence.de),
        AT_ITEM.en.format(number=number, sentence=sentence.en),
    )


def filled(template: Bilingual, parameters: Mapping[str, Parameter]) -> Bilingual:
    return _sentence(template, tuple(parameters.items())) if parameters else template


@lru_cache(maxsize=2048)
def _sentence(template: Bilingual, parameters: tuple[tuple[str, Parameter], ...]) -> Bilingual:
    # Remembered: most answers say the same few sentences about the same factors.
    return Bilingual(
        template.de.format(**{name: _german(value) for name, value in parameters}),
        template.en.format(**{name: _english(value) for name, value in parameters}),
    )


def _german(value: Parameter) -> str:
    if isinstance(value, float | int):
        return _english(value).translate(str.maketrans(",.", ".,"))
    day = _day(value)
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}" if day else _english(value)


def _english(value: Parameter) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, float | int):
        return f"{value:,.3f}".rstrip("0").rstrip(".")
    day = _day(value)
    return f"{day.day} {day:%B} {day.year}" if day else value


def _day(value: Parameter) -> date | None:
    """A parameter that is a day travels as ISO text."""
    is_day = isinstance(value, str) and len(value) == 10 and value[4:8:3] == "--"
    return date.fromisoformat(str(value)) if is_day else None


_MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
