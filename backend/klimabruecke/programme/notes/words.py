"""The words a note on measures is written with, in German and English."""

from klimabruecke.core.language import Bilingual
from klimabruecke.measures.words import Status

SECTORS = {
    "energy": Bilingual("Energie", "Energy"),
    "heat": Bilingual("Wärme", "Heat"),
    "buildings": Bilingual("Gebäude", "Buildings"),
    "transport": Bilingual("Verkehr", "Transport"),
    "port": Bilingual("Hafen", "Port"),
    "industry": Bilingual("Industrie", "Industry"),
    "waste": Bilingual("Abfall", "Waste"),
    "water": Bilingual("Wasser und Abwasser", "Water and wastewater"),
    "land_use": Bilingual("Wald und Boden", "Forest and land"),
    "green_and_blue": Bilingual("Grün und Gewässer", "Green spaces and waters"),
    "procurement": Bilingual("Beschaffung", "Procurement"),
    "education": Bilingual("Bildung", "Education"),
    "governance": Bilingual("Steuerung", "Governance"),
}
STATUSES: dict[Status, Bilingual] = {
    "proposed": Bilingual("vorgeschlagen", "proposed"),
    "planned": Bilingual("geplant", "planned"),
    "decided": Bilingual("beschlossen", "decided"),
    "in_progress": Bilingual("in Umsetzung", "in progress"),
    "in_operation": Bilingual("in Betrieb", "in operation"),
    "late": Bilingual("verspätet", "late"),
    "completed": Bilingual("abgeschlossen", "completed"),
    "cancelled": Bilingual("abgebrochen", "cancelled"),
    "merged": Bilingual("zusammengelegt", "merged"),
    "superseded": Bilingual("ersetzt", "superseded"),
    "unknown": Bilingual("nicht bekannt", "not known"),
}
GROUPS: dict[Bilingual, tuple[Status, ...]] = {
    Bilingual("laufen", "running"): ("in_progress", "in_operation"),
    Bilingual("abgeschlossen", "done"): ("completed",),
    Bilingual("verspätet", "late"): ("late",),
    Bilingual("vorbereitet", "prepared"): ("proposed", "planned", "decided"),
    Bilingual("beendet ohne Abschluss", "ended without completion"): ("cancelled", "merged", "superseded"),
    Bilingual("Stand nicht bekannt", "status not known"): ("unknown",),
}
"""What a council asks first, in this order."""
BASES = {
    "measured": Bilingual("gemessen", "measured"),
    "expected": Bilingual("erwartet", "expected"),
    "claimed": Bilingual("behauptet, ohne Nachweis", "claimed, without proof"),
}
TITLE = Bilingual("Sachstand der Klimaschutzmaßnahmen {year}", "Progress of the climate measures in {year}")
DEMO = Bilingual(
    "Erfundenes Beispiel: Dieser Bericht enthält Angaben, die für die Vorführung erdacht sind.",
    "Invented example: this note contains statements made up for the demonstration.",
)
CITY = Bilingual("Stadt", "City")
YEAR = Bilingual("Berichtsjahr", "Year")
AS_OF = Bilingual("Stand der Angaben", "As of")
MEASURES = Bilingual("Veröffentlichte Maßnahmen", "Published measures")
CONFIRMED = Bilingual("Davon in den letzten zwölf Monaten bestätigt", "Confirmed in the last twelve months")
AUTHOR = Bilingual("Verfasst von (Amt, Funktion)", "Prepared by (unit, function)")
OVERVIEW = Bilingual("Überblick", "Overview")
EFFECTS = Bilingual("Wirkung auf die Emissionen", "Effect on emissions")
REPORTED = Bilingual("Meldungen des Jahres {year}", "Reports of the year {year}")
DECISION = Bilingual("Beschlussvorschlag", "Recommendation")
NO_MEASURES = Bilingual(
    "Für diese Stadt ist keine Maßnahme veröffentlicht.", "No measure of this city is published."
)
NO_REPORTS = Bilingual(
    "Für das Jahr {year} liegt zu keiner Maßnahme eine Meldung vor.",
    "Nothing was reported of any measure in {year}.",
)
STATUS_NOW = Bilingual(
    "Der Stand ist der zuletzt eingetragene, nicht der vom Jahresende.",
    "The status is the one last recorded, not that at the end of the year.",
)
OF_MEASURES = Bilingual("{count} Maßnahmen: {parts}.", "{count} measures: {parts}.")
OF_ONE = Bilingual("Eine Maßnahme: {parts}.", "One measure: {parts}.")
COLUMNS = (
    Bilingual("Maßnahme", "Measure"),
    Bilingual("Stand", "Status"),
    Bilingual("Wirkung und Umfang", "Effect and extent"),
    Bilingual("Angaben bestätigt", "Statements confirmed"),
)
TABLE = Bilingual("Maßnahmen im Handlungsfeld {sector}", "Measures in the field {sector}")
REPORT_COLUMNS = (
    Bilingual("Tag", "Day"),
    Bilingual("Maßnahme", "Measure"),
    Bilingual("Meldung", "Report"),
)
STALE = Bilingual("veraltet, zuletzt {day}", "out of date, last on {day}")
NEVER = Bilingual("noch nie bestätigt", "never confirmed")
ADAPTATION = Bilingual(
    "dient der Anpassung, nicht in Tonnen zu messen", "serves adaptation, not measured in tonnes"
)
NOTHING_STATED = Bilingual("keine Angabe", "not stated")
CAVEAT = Bilingual("zu beachten: {caveat}", "to note: {caveat}")
LESS_A_YEAR = Bilingual("{mass} CO₂e weniger je Jahr", "{mass} CO₂e less a year")
LESS_IN_ALL = Bilingual("{mass} CO₂e weniger in {years} Jahren", "{mass} CO₂e less in {years} years")
UNPROVEN = Bilingual("noch nicht belegt", "not yet confirmed")
BY_CITY = Bilingual("Angabe der Stadt in Klimabrücke", "Statement of the city in Klimabrücke")
SUM = Bilingual(
    "{basis}: {mass} CO₂e weniger je Jahr, aus {count} Angaben",
    "{basis}: {mass} CO₂e less a year, of {count} statements",
)
SUM_OF_ONE = Bilingual(
    "{basis}: {mass} CO₂e weniger je Jahr, aus einer Angabe",
    "{basis}: {mass} CO₂e less a year, of one statement",
)
NO_SUM = Bilingual(
    "Keine laufende oder abgeschlossene Maßnahme gibt Tonnen je Jahr an; eine Summe gibt es nicht.",
    "No running or completed measure states tonnes a year; there is no sum.",
)
HOW_SUMMED = Bilingual(
    "Gezählt sind laufende, verspätete und abgeschlossene Maßnahmen mit einer Angabe je Jahr. Gemessenes,"
    " Erwartetes und Behauptetes steht getrennt und ergibt keine gemeinsame Summe. Von einer Maßnahme zählt"
    " die jüngste Angabe, von Maßnahmen mit derselben Einsparung die größte.",
    "Counted are running, late and completed measures with a figure a year. What was measured, expected and"
    " claimed stands apart and makes no common sum. Of a measure the latest figure counts, of measures with"
    " the same saving the largest.",
)
