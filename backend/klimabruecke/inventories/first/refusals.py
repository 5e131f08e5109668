"""What is refused on the way to a first inventory, in German and English."""

from collections.abc import Mapping

from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.language import Bilingual
from klimabruecke.core.records import name_records

SENTENCES: Mapping[str, Bilingual] = {
    "unknown_form": Bilingual(
        "Diese Angabe gibt es nicht. Welche es gibt, steht unter /api/v1/first-inventory-data.",
        "There is no such entry. Those that exist are listed at /api/v1/first-inventory-data.",
    ),
    "not_of_form": Bilingual(
        "Diese Angabe zählt in einer anderen Referenz. Möglich sind: {choices}.",
        "This entry counts in another reference. Choose one of: {choices}.",
    ),
    "unit_not_of_form": Bilingual(
        "Diese Einheit passt nicht zur Angabe. Möglich sind: {choices}.",
        "This unit does not fit the entry. Choose one of: {choices}.",
    ),
    "factor_needed": Bilingual(
        "Wählen Sie einen angebotenen Faktor, oder geben Sie einen eigenen mit Quelle an, nicht beides.",
        "Choose a factor that is offered, or give one of your own with its source, not both.",
    ),
    "factor_not_of_form": Bilingual(
        "Dieser Faktor wird hier nicht angeboten. Wollen Sie ihn nutzen, geben Sie ihn mit Quelle als eigenen"
        " an.",
        "This factor is not offered here. To use it, give it as one of your own with its source.",
    ),
    "factor_source_needed": Bilingual(
        "Nennen Sie, woher Ihr Faktor stammt: Herausgeber, Titel und Jahr.",
        "Say where your factor is from: publisher, title and year.",
    ),
    "amount_too_large": Bilingual(
        "Das ergibt mehr als zehn Milliarden Tonnen. Prüfen Sie Menge, Einheit und Faktor.",
        "This gives more than ten billion tonnes. Check amount, unit and factor.",
    ),
    "reference_answered": Bilingual(
        "Diese Referenz gehört nicht zur Stufe des Inventars oder ist schon beantwortet.",
        "This reference is not of the inventory's level, or it is answered already.",
    ),
    "reference_repeated": Bilingual(
        "Diese Referenz steht schon in der Liste.", "This reference is in the list already."
    ),
}

name_records(
    {
        "first_inventory_datum": (
            Bilingual("keine solche Angabe", "no such datum"),
            "/api/v1/first-inventory-data",
        )
    }
)


def refused(pointer: str, code: str, **values: object) -> Invalid:
    """422 at one place."""
    return Invalid(FieldError(pointer, code, SENTENCES[code].fill(**values)))
