"""Labels of alternatives made by a change, and why a change does not fit, in German and English."""

from collections.abc import Mapping

from klimabruecke.calc.errors import CalcError
from klimabruecke.core.language import Bilingual
from klimabruecke.footprint import texts

LABELS: Mapping[str, Bilingual] = {
    "rail_to_hub": Bilingual("Mit der Bahn zum Langstreckenflug", "Rail to the long flight"),
    "fewer_travellers": Bilingual("Weniger Reisende", "Fewer travellers"),
    "one_longer_stay": Bilingual("Ein längerer Aufenthalt", "One longer stay"),
    "hybrid": Bilingual("Teils vor Ort, alle per Video", "Some on site, all by video"),
    "online_only": Bilingual("Ganz per Video", "By video only"),
}

REFUSALS: Mapping[str, Bilingual] = {
    "nobody_travels": Bilingual(
        "In dieser Variante reist niemand. Wählen Sie eine Variante mit Flug, Bahn, Bus oder Auto.",
        "Nobody travels in this alternative. Choose one with a flight, train, coach or car.",
    ),
    "nobody_stays": Bilingual(
        "In dieser Variante übernachtet niemand. Wählen Sie eine Variante mit Hotel.",
        "Nobody stays overnight in this alternative. Choose one with a hotel.",
    ),
    "one_traveller": Bilingual(
        "Es reist nur eine Person. Wählen Sie „Ganz per Video“, wenn niemand reisen soll.",
        "There is one traveller. Choose “By video only” if nobody shall travel.",
    ),
    "not_fewer": Bilingual(
        "Bisher reisen {travellers} Personen. Geben Sie eine kleinere Zahl an.",
        "So far {travellers} people travel. Give a smaller number.",
    ),
    "not_longer": Bilingual(
        "Der längste Aufenthalt hat {nights} Nächte. Geben Sie mindestens so viele an.",
        "The longest stay has {nights} nights. Give at least as many.",
    ),
    "no_feeder_flight": Bilingual(
        "Hier gibt es keinen Zubringerflug bis {limit_km} km, den die Bahn ersetzen kann. Nennen Sie den"
        " Flughafen, an dem ein solcher Flug beginnt oder endet.",
        "There is no feeder flight of up to {limit_km} km that rail can replace here. Name the airport"
        " where such a flight begins or ends.",
    ),
    "rail_country_needed": Bilingual(
        "Der Weg zum Langstreckenflug führt über eine Grenze. Geben Sie an, mit welchem Land die Bahn"
        " gerechnet wird.",
        "The way to the long flight crosses a border. Say by which country's railway it is counted.",
    ),
}


def refusal(error: CalcError) -> Bilingual:
    """Why the change does not fit, and what does."""
    if error.code in REFUSALS:
        return texts.filled(REFUSALS[error.code], error.parameters)
    return texts.refusal(error) if error.item is None else texts.refusal_at_item(error)
