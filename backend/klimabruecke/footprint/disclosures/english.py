"""The English answer to a question about travel."""

from klimabruecke.footprint.disclosures.telling import CutWords, Document, Telling
from klimabruecke.footprint.papers.english import beyond_co2
from klimabruecke.footprint.papers.numbers import count, day, decimal, mass, mass_range
from klimabruecke.footprint.papers.paper import Paper, Paragraph
from klimabruecke.footprint.papers.words import INVENTED

ONE = {
    "trip": "one completed trip",
    "event": "one completed event",
    "shipment": "one completed shipment",
    "purchase": "one completed purchase",
    "online_meeting": "one completed online meeting",
}
LEVIES_LEFT_OUT = (
    "A CO2 levy is left out of the contributions where it would tell about fewer than five travellers."
)
COLUMNS = ("Activities", "Participants", "Greenhouse gases (CO2e)", "Range")
CUTS = [
    CutWords(
        "by_year",
        "By year",
        "Year",
        "Activities, participants and greenhouse gases by year",
        "An activity counts in the year in which it begins.",
    ),
    CutWords(
        "by_city",
        "By city",
        "City",
        "Activities, participants and greenhouse gases by city",
        "Emissions are divided between the cities by their participations. An activity of several cities"
        " is in the row of each of them.",
    ),
    CutWords(
        "by_kind",
        "By kind of activity",
        "Kind",
        "Activities, participants and greenhouse gases by kind",
        "The kind is the one recorded for each activity.",
    ),
]


def english_answer(snapshot: Document, sha256: str) -> Paper:
    """The answer as a municipality writes it."""
    telling = Telling(snapshot, sha256, "en")
    told = snapshot["total"]["activities"] > 0
    paragraphs = (
        *([Paragraph(INVENTED.en)] if snapshot["demo"] else []),
        Paragraph(_answer(telling), "Answer"),
        *(Paragraph(text) for text in (_beyond(telling) if told else [])),
        *(telling.tables(_records(telling), COLUMNS, CUTS) if told else []),
        *(_levies(telling) if told else []),
        _contributions(telling),
        Paragraph(_basis(telling), "Basis of this answer"),
    )
    title = "Travel and its effect on the climate"
    return Paper("en", title, f"Question: {snapshot['question']}", paragraphs, tuple(telling.notes.texts))


def _records(telling: Telling) -> str:
    made = day(telling.snapshot["made_at"], "en")
    return f"Activities recorded in Klimabrücke as of {made}, checksum {telling.sha256[:12]}"


def _answer(telling: Telling) -> str:
    total, mark = telling.total, telling.notes.mark(_records(telling))
    kinds, period = telling.kinds() or "activities", _period(telling.snapshot)
    cities = [telling.name(city) for city in telling.snapshot["city_ids"]]
    share = f" Only the share of {telling.listed(cities)} is counted." if cities else ""
    if not total["activities"]:
        return f"No completed {kinds} are recorded for {period}{mark}.{share}"
    spread = mass_range(total["ghg_low_g"], total["ghg_high_g"], "en")
    subject = "It" if total["activities"] == 1 else "They"
    return (
        f"{_counted(telling, kinds)} recorded for {period}, with {_people(total['people'])}{mark}.{share}"
        f" {subject} caused greenhouse gas emissions of about {mass(total['ghg_g'], 'en')} of CO2 equivalent"
        f" (CO2e); the calculated range is {spread}{telling.notes.mark(*telling.source_notes())}."
    )


def _period(snapshot: Document) -> str:
    first, last = snapshot["year_min"], snapshot["year_max"]
    return str(first) if first == last else f"the years {first} to {last}"


def _counted(telling: Telling, kinds: str) -> str:
    number = telling.total["activities"]
    if number > 1:
        return f"{count(number, 'en').capitalize()} completed {kinds} are"
    asked = telling.snapshot["kinds"]
    return f"{ONE[asked[0]] if len(asked) == 1 else 'one completed activity'} is".capitalize()


def _people(number: int | None) -> str:
    if number is None:
        return "no number of participations recorded"
    return "one participation" if number == 1 else f"{decimal(number, 0, 'en')} participations in all"


def _beyond(telling: Telling) -> list[str]:
    beyond = telling.total["non_co2_g"]
    found = []
    if beyond["high"]:
        found.append(beyond_co2(beyond, telling.notes.mark(*telling.source_notes())))
    found.append(
        "All figures are gross. Payments of a CO2 levy and contributions to climate projects are not"
        " deducted; they are stated separately."
    )
    return found


def _levies(telling: Telling) -> list[Paragraph]:
    heading = "CO2 levy"
    if not telling.total["levies"]:
        return [Paragraph("No CO2 levy is recorded for the activities counted.", heading)]
    mark = telling.notes.mark(_records(telling), *telling.levy_notes())
    by_year = telling.levies("by_year", "CO2 levy by year", ("Year", "Due", "Paid"), mark)
    found = [Paragraph(_levy(telling, mark), heading, by_year)]
    if len(telling.snapshot["by_city"]) > 1:
        by_city = telling.levies("by_city", "CO2 levy by city", ("City", "Due", "Paid"), mark)
        found.append(Paragraph("A levy stands with the city whose rule asks for it.", table=by_city))
    return found


def _levy(telling: Telling, mark: str) -> str:
    levies = telling.total["levies"]
    due, paid = (telling.amounts(levies, name) for name in ("due_cents", "paid_cents"))
    found = [f"CO2 levy due: {due}; paid: {paid}{mark}."]
    if undetermined := sum(levy["undetermined"] for levy in levies):
        found.append(
            f"Activities for which the amount due cannot be determined: {decimal(undetermined, 0, 'en')}."
            " The amount per tonne or the travellers are not known there."
        )
    return " ".join(found)


def _contributions(telling: Telling) -> Paragraph:
    heading = "Contributions to climate work"
    left_out = f" {LEVIES_LEFT_OUT}" if telling.snapshot.get("levy_contributions_withheld") else ""
    if not telling.snapshot["contributions"]:
        none = f"No contributions are recorded for {_period(telling.snapshot)}."
        return Paragraph(left_out.strip() or none, heading)
    text = (
        "Apart from single activities the cities gave money for climate work. No tonnes are claimed for it."
        " A CO2 levy named here may be the same payment as that of the activities, so the amounts must not"
        " be added together." + left_out
    )
    columns = ("Year", "City", "Kind", "Amount")
    mark = telling.notes.mark(_records(telling))
    return Paragraph(text, heading, telling.contributions("Contributions by year", columns, mark))


def _basis(telling: Telling) -> str:
    snapshot = telling.snapshot
    left_out = snapshot["not_counted"]
    found = ["Completed activities are counted. Whoever took part in two of them is counted twice."]
    if left_out["planned"] or left_out["approved"]:
        found.append(
            "Not included because they are not completed:"
            f" {decimal(left_out['planned'], 0, 'en')} planned and"
            f" {decimal(left_out['approved'], 0, 'en')} approved{telling.notes.mark(_records(telling))}."
        )
    if snapshot["without_people"]:
        number = decimal(snapshot["without_people"], 0, "en")
        found.append(f"Activities without a recorded number of participants: {number}.")
    if telling.is_folded():
        found.append(
            "Rows with fewer than five participations are combined with others, as are rows whose comparison"
            " with other figures would point to so few. So the travel of individuals cannot be recognised."
        )
    return " ".join(found)
