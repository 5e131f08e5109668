"""Every sentence a footprint is answered with, in German and English, each written in its own right."""

from collections.abc import Mapping, Sequence
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
        "Der Faktor war bis zum {valid_to} gedacht. Für den {on} haben wir keinen neueren, den wir"
        " verwenden können; deshalb ist mit ihm gerechnet.",
        "The factor was meant for days up to {valid_to}. We have no newer one that can be used for {on},"
        " so the figure rests on it.",
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
        "Der Faktor nennt Betrieb und Vorkette des Kraftstoffs nur in einer Zahl. Sie steht ganz beim"
        " Betrieb; die Vorkette bleibt leer.",
        "The factor gives operation and the fuel's upstream part in one figure only. It stands under"
        " operation as a whole; the upstream part stays empty.",
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
        "Die kWh gelten als Heizwert. Eine Gasrechnung zählt den Brennwert: Stammt die Zahl von dort,"
        " geben Sie Brennwert an.",
        "The kWh are taken by net calorific value. German gas bills count the gross one: if the figure"
        " comes from a bill, choose the gross calorific value.",
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
        "Diesen Flughafen gibt es hier nicht. Erlaubt ist ein IATA-Code aus drei Buchstaben wie BRE oder"
        " WDH; die Flughafensuche findet ihn zu Stadt oder Name.",
        "This airport is not known here. An IATA code of three letters such as BRE or WDH is accepted;"
        " the airport search finds it by city or name.",
    ),
    "unknown_place": Bilingual(
        "Diesen Ort gibt es hier nicht. Erlaubt ist ein IATA-Code wie BRE oder die Kennung einer"
        " Partnerstadt wie bremen; sonst geben Sie die Strecke in Kilometern an.",
        "This place is not known here. An IATA code such as BRE or the id of a partner city such as"
        " bremen is accepted; otherwise give the distance in kilometres.",
    ),
    "same_place": Bilingual(
        "Start und Ziel sind derselbe Ort. Geben Sie zwei verschiedene an.",
        "Origin and destination are the same place. Give two different ones.",
    ),
    "place_missing": Bilingual(
        "Zu einem Weg gehören Start und Ziel. Ergänzen Sie diesen Ort, oder geben Sie statt beider die"
        " Strecke in Kilometern an.",
        "A way needs a start and a destination. Add this place, or give the distance in kilometres"
        " instead of both.",
    ),
    "distance_or_places": Bilingual(
        "Geben Sie die Strecke in Kilometern an oder Start und Ziel.",
        "Give the distance in kilometres, or start and destination.",
    ),
    "distance_and_places": Bilingual(
        "Geben Sie entweder die Strecke in Kilometern an oder Start und Ziel, nicht beides.",
        "Give either the distance in kilometres or start and destination, not both.",
    ),
    "unknown_country": Bilingual(
        "Dieses Land gibt es nicht. Erlaubt ist ein Code nach ISO 3166-1 wie DE, ZA oder NA.",
        "There is no such country. An ISO 3166-1 code such as DE, ZA or NA is accepted.",
    ),
    "country_without_factor": Bilingual(
        "Für dieses Land hat die Methode keinen Faktor. Erlaubt ist: {accepted}.",
        "The method has no factor for this country. Accepted: {accepted}.",
    ),
    "country_needed": Bilingual(
        "Geben Sie das Land an, nach dem gerechnet wird. Erlaubt ist: {accepted}.",
        "Give the country this is counted by. Accepted: {accepted}.",
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
        "Diese Methode kennt {name} nicht. Nehmen Sie den Eintrag heraus, oder rechnen Sie mit unserer"
        " Methode klimabruecke-2026, die alles kennt.",
        "This method does not know {name}. Take the item out, or use our method klimabruecke-2026, which"
        " knows everything.",
    ),
    "gross_only_for_natural_gas": Bilingual(
        "Den Brennwert rechnen wir nur für Erdgas um. Geben Sie hier die kWh nach Heizwert an.",
        "The gross calorific value is converted for natural gas only. Give the kWh by net calorific"
        " value here.",
    ),
    "count_needed": Bilingual(
        "Dieser Artikel zählt nach Stück. Geben Sie die Zahl der Stücke an und keine Masse.",
        "This article counts by pieces. Give the number of pieces and no mass.",
    ),
    "mass_needed": Bilingual(
        "Dieses Material zählt nach Masse. Geben Sie die Masse in kg an und keine Stückzahl.",
        "This material counts by mass. Give the mass in kg and no number of pieces.",
    ),
    "day_out_of_range": Bilingual(
        "Erlaubt sind Tage vom {first} bis zum {last}.", "Days from {first} to {last} are accepted."
    ),
    "out_of_range": Bilingual(
        "Erlaubt sind Werte von {minimum} bis {maximum}.", "Values from {minimum} to {maximum} are accepted."
    ),
}
RAIL_ELSEWHERE = Bilingual(
    " Für eine Fahrt in einem anderen Land rechnen Sie mit Reisebus oder Auto.",
    " For a journey in another country use coach or car.",
)
NAMES: Mapping[str, Bilingual] = {
    "flight": Bilingual("Flüge", "flights"),
    "rail": Bilingual("Bahnfahrten", "rail journeys"),
    "coach": Bilingual("Busfahrten", "coach journeys"),
    "taxi": Bilingual("Taxifahrten", "taxi journeys"),
    "ferry": Bilingual("Fährfahrten", "ferry journeys"),
    "car": Bilingual("Autofahrten", "car journeys"),
    "hotel": Bilingual("Übernachtungen", "nights in hotels"),
    "electricity": Bilingual("Strom", "electricity"),
    "heat": Bilingual("Wärme", "heat"),
    "meal": Bilingual("Mahlzeiten", "meals"),
    "video": Bilingual("Videokonferenzen", "video conferences"),
    "freight": Bilingual("Fracht", "freight"),
    "material": Bilingual("Material", "material"),
    "print": Bilingual("Drucksachen", "printed matter"),
}
"""The kinds of items as people call them."""
UNCOVERED = frozenset(
    {
        "type_not_covered",
        "variant_not_covered",
        "cabin_not_covered",
        "country_without_factor",
    }
)
"""What a method cannot compute although the request is right."""
NO_VALUE_FOR = Bilingual(
    "Diese Methode hat keinen Wert für: {what}. {remedy}", "This method has no value for: {what}. {remedy}"
)
COMPARE_FLIGHTS = Bilingual(
    "Nehmen Sie das heraus und vergleichen Sie den Rest, zum Beispiel nur die Flüge.",
    "Take that out and compare the rest, for example the flights only.",
)
COMPARE_REST = Bilingual(
    "Nehmen Sie das heraus und vergleichen Sie den Rest.", "Take that out and compare the rest."
)
NOTHING_TO_COMPARE = Bilingual(
    "Vergleichen Sie hier die übrigen Methoden.", "Compare the other methods here."
)
AT_ITEM = Bilingual("Eintrag {number}: {sentence}", "Item {number}: {sentence}")


def warning(note: Note) -> Bilingual:
    return filled(WARNINGS[note.code], note.parameters)


def assumption(note: Note) -> Bilingual:
    return filled(ASSUMPTIONS[note.code], note.parameters)


def refusal(error: CalcError) -> Bilingual:
    """What is wrong and what is accepted; the input itself is not repeated."""
    if error.code == "type_not_covered":
        name = NAMES[str(error.parameters["item_type"])]
        template = ERRORS[error.code]
        return Bilingual(template.de.format(name=name.de), template.en.format(name=name.en))
    sentence = filled(ERRORS[error.code], error.parameters)
    about_country = error.code in ("country_without_factor", "country_needed")
    if about_country and error.parameters.get("item_type") == "rail":
        return Bilingual(sentence.de + RAIL_ELSEWHERE.de, sentence.en + RAIL_ELSEWHERE.en)
    return sentence


def refusal_at_item(error: CalcError) -> Bilingual:
    """The same inside an answer about several items, counted from 1 as people do."""
    sentence, number = refusal(error), (error.item or 0) + 1
    return Bilingual(
        AT_ITEM.de.format(number=number, sentence=sentence.de),
        AT_ITEM.en.format(number=number, sentence=sentence.en),
    )


def reason(error: CalcError, types: Sequence[str]) -> Bilingual:
    """Why a method has no total for items of these types, and what to take out so that it has one."""
    errors = (error, *error.also)
    if not all(each.code in UNCOVERED for each in errors):
        return refusal_at_item(error)
    places = [each.item or 0 for each in errors]
    rest = [item_type for place, item_type in enumerate(types) if place not in places]
    remedy = COMPARE_FLIGHTS if "flight" in rest else COMPARE_REST if rest else NOTHING_TO_COMPARE
    german = ", ".join(f"{NAMES[types[place]].de} (Eintrag {place + 1})" for place in places)
    english = ", ".join(f"{NAMES[types[place]].en} (item {place + 1})" for place in places)
    return Bilingual(
        NO_VALUE_FOR.de.format(what=german, remedy=remedy.de),
        NO_VALUE_FOR.en.format(what=english, remedy=remedy.en),
    )


LAPSED = Bilingual(
    "Das Vorhaben wurde nach der Genehmigung geändert. Bitten Sie erneut um die Genehmigung.",
    "The activity was changed after it was approved. Ask for the approval again.",
)


def filled(template: Bilingual, parameters: Mapping[str, Parameter]) -> Bilingual:
    return _sentence(template, tuple(parameters.items())) if parameters else template


@lru_cache(maxsize=2048)
def _sentence(template: Bilingual, parameters: tuple[tuple[str, Parameter], ...]) -> Bilingual:
    # Remembered: most answers say the same few sentences about the same factors.
    return template.fill(**{name: _day(value) or value for name, value in parameters})


def _day(value: Parameter) -> date | None:
    """A parameter that is a day travels as ISO text."""
    is_day = isinstance(value, str) and len(value) == 10 and value[4:8:3] == "--"
    return date.fromisoformat(str(value)) if is_day else None
