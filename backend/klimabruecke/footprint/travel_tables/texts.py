"""What is asked about a row, and what was assumed, in German and English."""

from collections.abc import Mapping

from klimabruecke.core.language import Bilingual
from klimabruecke.footprint.travel_tables.choices import QuestionCode

QUESTIONS: Mapping[QuestionCode, Bilingual] = {
    "not_recognised": Bilingual(
        "Diese Zeile ist weder als Fahrt noch als Übernachtung zu erkennen. Lassen Sie sie weg oder tragen"
        " Sie den Eintrag selbst ein.",
        "This row reads neither as a journey nor as a stay. Leave it out or enter the item yourself.",
    ),
    "cells_do_not_fit": Bilingual(
        "Die Zellen dieser Zeile passen nicht unter die Überschriften. Tragen Sie den Eintrag selbst ein.",
        "The cells of this row do not fit below the headings. Enter the item yourself.",
    ),
    "means_unclear": Bilingual("Womit ist gereist worden?", "By what means was this journey made?"),
    "place_unclear": Bilingual("Welcher Ort oder Flughafen ist gemeint?", "Which place or airport is meant?"),
    "place_missing": Bilingual("Start oder Ziel fehlt.", "Origin or destination is missing."),
    "class_unclear": Bilingual("Welche Klasse war es?", "Which cabin was it?"),
    "travellers_unclear": Bilingual("Wie viele Personen waren es?", "How many people were there?"),
    "return_unclear": Bilingual("Nur hin oder hin und zurück?", "One way, or there and back?"),
    "distance_unclear": Bilingual("Wie viele Kilometer waren es?", "How many kilometres were there?"),
    "country_unclear": Bilingual("In welchem Land war es?", "In which country was it?"),
    "rooms_unclear": Bilingual("Wie viele Zimmer waren es?", "How many rooms were there?"),
    "nights_unclear": Bilingual("Wie viele Nächte waren es?", "How many nights were there?"),
    "cars_unclear": Bilingual("Wie viele Autos fuhren?", "How many cars went?"),
    "not_computable": Bilingual("Dieser Eintrag lässt sich nicht rechnen:", "This item cannot be computed:"),
}
ASSUMPTIONS: Mapping[str, Bilingual] = {
    "class": Bilingual(
        "Die Tabelle nennt keine Klasse: Flüge gelten als Economy.",
        "The table names no cabin: flights are taken as economy.",
    ),
    "joined": Bilingual(
        "Gleiche Strecken mehrerer Personen stehen in einer Zeile, mit allen Personen zusammen.",
        "Equal legs of several people stand in one row, with all people together.",
    ),
    "travellers": Bilingual(
        "Die Tabelle nennt keine Personenzahl. In jeder Zeile gilt: {travellers}.",
        "The table names no number of people. Taken for each row: {travellers}.",
    ),
}
TOO_LONG = Bilingual(
    "Erlaubt sind höchstens {rows} Fahrten und Übernachtungen und {columns} Spalten. Teilen Sie die Tabelle.",
    "At most {rows} journeys and stays and {columns} columns are accepted. Divide the table.",
)
