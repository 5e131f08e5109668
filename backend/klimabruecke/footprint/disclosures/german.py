"""The German answer to a question about travel."""

from klimabruecke.footprint.disclosures.telling import CutWords, Document, Telling
from klimabruecke.footprint.papers.german import beyond_co2
from klimabruecke.footprint.papers.numbers import count, day, decimal, mass, mass_range
from klimabruecke.footprint.papers.paper import Paper, Paragraph
from klimabruecke.footprint.papers.words import INVENTED

ONE = {
    "trip": "eine abgeschlossene Reise",
    "event": "eine abgeschlossene Veranstaltung",
    "shipment": "eine abgeschlossene Sendung",
    "purchase": "eine abgeschlossene Beschaffung",
    "online_meeting": "eine abgeschlossene Videokonferenz",
}
LEVIES_LEFT_OUT = (
    "Eine CO2-Abgabe ist unter den Klimabeiträgen nicht genannt, wo sie auf weniger als fünf Reisende"
    " schließen ließe."
)
COLUMNS = ("Vorhaben", "Teilnahmen", "Treibhausgase (CO2e)", "Spanne")
CUTS = [
    CutWords(
        "by_year",
        "Nach Jahren",
        "Jahr",
        "Vorhaben, Teilnahmen und Treibhausgase nach Jahren",
        "Ein Vorhaben zählt in dem Jahr, in dem es beginnt.",
    ),
    CutWords(
        "by_city",
        "Nach Städten",
        "Stadt",
        "Vorhaben, Teilnahmen und Treibhausgase nach Städten",
        "Die Emissionen sind nach den Teilnahmen auf die Städte verteilt. Ein Vorhaben mehrerer Städte steht"
        " in jeder ihrer Zeilen.",
    ),
    CutWords(
        "by_kind",
        "Nach Art des Vorhabens",
        "Art",
        "Vorhaben, Teilnahmen und Treibhausgase nach Art",
        "Die Art ist bei der Erfassung jedes Vorhabens angegeben.",
    ),
]


def german_answer(snapshot: Document, sha256: str) -> Paper:
    """The answer as an office writes it."""
    telling = Telling(snapshot, sha256, "de")
    told = snapshot["total"]["activities"] > 0
    paragraphs = (
        *([Paragraph(INVENTED.de)] if snapshot["demo"] else []),
        Paragraph(_answer(telling), "Antwort"),
        *(Paragraph(text) for text in (_beyond(telling) if told else [])),
        *(telling.tables(_records(telling), COLUMNS, CUTS) if told else []),
        *(_levies(telling) if told else []),
        _contributions(telling),
        Paragraph(_basis(telling), "Grundlage der Auskunft"),
    )
    title = "Auskunft zu Reisen und ihrer Klimawirkung"
    return Paper("de", title, f"Frage: {snapshot['question']}", paragraphs, tuple(telling.notes.texts))


def _records(telling: Telling) -> str:
    made = day(telling.snapshot["made_at"], "de")
    return f"In Klimabrücke erfasste Vorhaben, Stand {made}, Prüfsumme {telling.sha256[:12]}"


def _answer(telling: Telling) -> str:
    total, mark = telling.total, telling.notes.mark(_records(telling))
    kinds = telling.kinds() or "Vorhaben"
    period = _period(telling.snapshot)
    cities = [telling.name(city) for city in telling.snapshot["city_ids"]]
    share = f" Gezählt ist allein der Anteil von {telling.listed(cities)}." if cities else ""
    if not total["activities"]:
        return f"Für {period} sind keine abgeschlossenen {kinds} erfasst{mark}.{share}"
    spread = mass_range(total["ghg_low_g"], total["ghg_high_g"], "de")
    caused = "Das verursachte" if total["activities"] == 1 else "Sie verursachten"
    return (
        f"Für {period} {_counted(telling, kinds)} mit {_people(total['people'])} erfasst{mark}.{share}"
        f" {caused} Treibhausgasemissionen von rund {mass(total['ghg_g'], 'de')} CO2-Äquivalenten (CO2e); die"
        f" berechnete Spanne beträgt {spread}{telling.notes.mark(*telling.source_notes())}."
    )


def _period(snapshot: Document) -> str:
    first, last = snapshot["year_min"], snapshot["year_max"]
    return f"das Jahr {first}" if first == last else f"die Jahre {first} bis {last}"


def _counted(telling: Telling, kinds: str) -> str:
    number = telling.total["activities"]
    if number > 1:
        return f"sind {count(number, 'de')} abgeschlossene {kinds}"
    asked = telling.snapshot["kinds"]
    return f"ist {ONE[asked[0]] if len(asked) == 1 else 'ein abgeschlossenes Vorhaben'}"


def _people(number: int | None) -> str:
    if number is None:
        return "nicht erfasster Zahl von Teilnahmen"
    return "einer Teilnahme" if number == 1 else f"zusammen {decimal(number, 0, 'de')} Teilnahmen"


def _beyond(telling: Telling) -> list[str]:
    beyond = telling.total["non_co2_g"]
    found = []
    if beyond["high"]:
        found.append(beyond_co2(beyond, telling.notes.mark(*telling.source_notes())))
    found.append(
        "Alle Mengen sind Bruttowerte. Zahlungen einer CO2-Abgabe und Klimabeiträge sind nicht abgezogen; sie"
        " sind gesondert genannt."
    )
    return found


def _levies(telling: Telling) -> list[Paragraph]:
    heading = "CO2-Abgabe"
    if not telling.total["levies"]:
        return [Paragraph("Für die gezählten Vorhaben ist keine CO2-Abgabe erfasst.", heading)]
    mark = telling.notes.mark(_records(telling), *telling.levy_notes())
    by_year = telling.levies("by_year", "CO2-Abgabe nach Jahren", ("Jahr", "fällig", "bezahlt"), mark)
    found = [Paragraph(_levy(telling, mark), heading, by_year)]
    if len(telling.snapshot["by_city"]) > 1:
        by_city = telling.levies("by_city", "CO2-Abgabe nach Städten", ("Stadt", "fällig", "bezahlt"), mark)
        found.append(Paragraph("Eine Abgabe steht bei der Stadt, deren Regel sie verlangt.", table=by_city))
    return found


def _levy(telling: Telling, mark: str) -> str:
    levies = telling.total["levies"]
    due, paid = (telling.amounts(levies, name) for name in ("due_cents", "paid_cents"))
    found = [f"Als CO2-Abgabe fällig: {due}; bezahlt: {paid}{mark}."]
    if undetermined := sum(levy["undetermined"] for levy in levies):
        number = decimal(undetermined, 0, "de")
        found.append(
            f"Vorhaben, für die sich der fällige Betrag nicht bestimmen lässt: {number}."
            " Dort fehlt der Betrag je Tonne oder die Angabe, wer gereist ist."
        )
    return " ".join(found)


def _contributions(telling: Telling) -> Paragraph:
    heading = "Klimabeiträge"
    left_out = f" {LEVIES_LEFT_OUT}" if telling.snapshot.get("levy_contributions_withheld") else ""
    if not telling.snapshot["contributions"]:
        none = f"Für {_period(telling.snapshot)} sind keine Klimabeiträge erfasst."
        return Paragraph(left_out.strip() or none, heading)
    text = (
        "Unabhängig von einzelnen Vorhaben gaben die Städte Geld für den Klimaschutz. Tonnen werden dafür"
        " nicht angerechnet. Eine hier genannte CO2-Abgabe kann dieselbe Zahlung sein wie die der Vorhaben;"
        " die Beträge sind deshalb nicht zusammenzuzählen." + left_out
    )
    columns = ("Jahr", "Stadt", "Art", "Betrag")
    mark = telling.notes.mark(_records(telling))
    return Paragraph(text, heading, telling.contributions("Klimabeiträge nach Jahren", columns, mark))


def _basis(telling: Telling) -> str:
    snapshot = telling.snapshot
    left_out = snapshot["not_counted"]
    found = ["Gezählt sind abgeschlossene Vorhaben. Wer an zwei Vorhaben teilnahm, zählt zweimal."]
    if left_out["planned"] or left_out["approved"]:
        found.append(
            "Nicht enthalten, weil noch nicht abgeschlossen:"
            f" {decimal(left_out['planned'], 0, 'de')} geplant und"
            f" {decimal(left_out['approved'], 0, 'de')} genehmigt{telling.notes.mark(_records(telling))}."
        )
    if snapshot["without_people"]:
        number = decimal(snapshot["without_people"], 0, "de")
        found.append(f"Vorhaben ohne erfasste Zahl der Teilnehmenden: {number}.")
    if telling.is_folded():
        found.append(
            "Zeilen mit weniger als fünf Teilnahmen sind mit anderen zusammengefasst, ebenso Zeilen, deren"
            " Vergleich mit anderen Angaben auf so wenige schließen ließe. Die Reise einzelner Personen ist"
            " so nicht erkennbar."
        )
    return " ".join(found)
