"""What checks of travel rules say, and what rules refuse, in German and English."""

from decimal import ROUND_HALF_UP, Decimal

from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.language import Bilingual, Language

FINDINGS: dict[str, Bilingual] = {
    "beyond_rail": Bilingual(
        "So weit kommt kein Zug in {most} Stunden (unsere Annahme: höchstens 250 km/h im Mittel auf dem"
        " 1,2-fachen der Luftlinie). Eine Begründung ist nicht nötig.",
        "No train gets that far in {most} hours (our assumption: at most 250 km/h on average over 1.2 times"
        " the great-circle distance). No reason is needed.",
    ),
    "rail_unanswered": Bilingual(
        "Tragen Sie ein, wie lange die Bahn braucht, oder nennen Sie einen Grund für den Flug.",
        "Enter how long the train takes, or give a reason for flying.",
    ),
    "rail_takes_longer": Bilingual(
        "Die Bahn braucht {hours} Stunden, mehr als {most}. Der Flug ist zulässig.",
        "The train takes {hours} hours, more than {most}. Flying is allowed.",
    ),
    "rail_exception": Bilingual("Ausnahme: {exception}", "Exception: {exception}"),
    "rail_possible": Bilingual(
        "Die Bahn braucht {hours} Stunden, nicht mehr als {most}. Nehmen Sie die Bahn, auch wenn sie teurer"
        " ist, oder nennen Sie einen Grund.",
        "The train takes {hours} hours, no more than {most}. Take the train, even if it costs more, or give a"
        " reason.",
    ),
    "taxi_unanswered": Bilingual(
        "Ein Taxi ist die Ausnahme. Nennen Sie einen Grund.", "A taxi is the exception. Give a reason."
    ),
    "taxi_exception": Bilingual("Ausnahme: {exception}", "Exception: {exception}"),
}

EXCEPTIONS: dict[str, Bilingual] = {
    "no_connection_on_the_day": Bilingual(
        "An diesem Tag gibt es keine Bahnverbindung.", "There is no rail connection on that day."
    ),
    "connecting_flight_on_one_ticket": Bilingual(
        "Zubringerflug auf demselben Ticket.", "Feeder flight on the same ticket."
    ),
    "several_appointments": Bilingual(
        "Mehrere Termine lassen sich anders nicht verbinden.",
        "Several appointments cannot be combined otherwise.",
    ),
    "duty_of_care_or_disability": Bilingual(
        "Fürsorgepflicht oder Behinderung.", "Duty of care, or a disability."
    ),
    "security": Bilingual("Sicherheit der Reisenden.", "Safety of the travellers."),
    "no_public_transport": Bilingual(
        "Zu dieser Zeit oder an diesem Ort gibt es keinen öffentlichen Verkehr.",
        "There is no public transport at that time or place.",
    ),
    "luggage_or_material": Bilingual("Schweres Gepäck oder Material.", "Heavy luggage or material."),
    "several_people": Bilingual(
        "Mehrere Personen fahren gemeinsam, das ist günstiger.", "Several people share it, which costs less."
    ),
    "other": Bilingual("Sonstiges:", "Other:"),
}

RESULTS: dict[tuple[str, str], Bilingual] = {
    ("rail_first", "kept"): Bilingual("Der Bahnvorrang ist eingehalten.", "Rail comes first, as it should."),
    ("rail_first", "exception"): Bilingual(
        "Der Bahnvorrang ist mit Begründung eingehalten.",
        "Rail comes first, with a reason for each exception.",
    ),
    ("rail_first", "open"): Bilingual(
        "Zu mindestens einem Flug fehlt noch eine Angabe.", "Something is still missing for a flight."
    ),
    ("rail_first", "broken"): Bilingual(
        "Mindestens ein Flug verstößt gegen den Bahnvorrang.",
        "At least one flight breaks the rail-first rule.",
    ),
    ("taxi_exception", "kept"): Bilingual("Kein Taxi vorgesehen.", "No taxi is planned."),
    ("taxi_exception", "exception"): Bilingual(
        "Jede Taxifahrt ist begründet.", "Every taxi ride has its reason."
    ),
    ("taxi_exception", "open"): Bilingual(
        "Mindestens eine Taxifahrt ist noch nicht begründet.", "At least one taxi ride has no reason yet."
    ),
    ("gap", "unknown"): Bilingual(
        "Die Reiseregeln dieser Stadt sind hier nicht bekannt. Fragen Sie dort nach.",
        "The travel rules of this city are not known here. Ask the city.",
    ),
}

LEVY_DUE = Bilingual(
    "Anteil der Stadt {share} kg CO2e × {amount} {currency} je Tonne = {due} {currency}.",
    "The city's share {share} kg CO2e × {amount} {currency} per tonne = {due} {currency}.",
)
LEVY_UNKNOWN = Bilingual(
    "Der Betrag je Tonne ist nicht bekannt, deshalb steht hier keine Zahl. Tragen Sie ihn mit Quelle bei den"
    " Reiseregeln ein, sobald Sie ihn haben.",
    "The amount per tonne is not known, so there is no figure here. Enter it with its source under travel"
    " rules once you have it.",
)
LEVY_GAP = Bilingual(
    "Wie viel die CO2-Abgabe auf Dienstreisen je Tonne beträgt, ist nicht bekannt. Das Feld bleibt leer.",
    "How much the CO2 levy on official travel is per tonne is not known. The field stays empty.",
)
LEVY_NOBODY = Bilingual(
    "Wer reist, ist noch nicht angegeben. Ergänzen Sie die Zahl der Reisenden und ihre Stadt.",
    "Who travels is not given yet. Add the number of travellers and their city.",
)
LEVY_CANCELLED = Bilingual(
    "Die Reise ist abgesagt, eine Abgabe fällt nicht an.", "The trip is cancelled, no levy is due."
)

REFUSALS: dict[str, Bilingual] = {
    "parameter_of_another_kind": Bilingual(
        "Diese Angabe gehört zu einer anderen Art von Regel. Lassen Sie sie weg.",
        "This value belongs to another kind of rule. Leave it out.",
    ),
    "parameter_missing": Bilingual(
        "Zu dieser Art von Regel gehört diese Angabe. Ergänzen Sie sie.",
        "This kind of rule needs this value. Add it.",
    ),
    "amount_without_source": Bilingual(
        "Einen Betrag gibt es hier nur mit Quelle. Nennen Sie die Quelle in derselben Eingabe.",
        "An amount needs its source here. Name the source in the same entry.",
    ),
    "amount_without_source_id": Bilingual(
        "Ein neuer Betrag braucht seine eigene Quelle. Nennen Sie source_id in derselben Eingabe, oder null"
        " und die Fundstelle in source_note.",
        "A new amount needs its own source. Name source_id in the same entry, or null and the place in"
        " source_note.",
    ),
    "amount_without_verification": Bilingual(
        "Sagen Sie in derselben Eingabe, wie der neue Betrag belegt ist (verification).",
        "Say in the same entry how the new amount was established (verification).",
    ),
    "source_missing": Bilingual(
        "Nennen Sie eine Quelle, oder kennzeichnen Sie die Regel als noch nicht belegt.",
        "Name a source, or mark the rule as not yet proven.",
    ),
    "verification_missing": Bilingual(
        "Sagen Sie, wie die Regel belegt ist. Nur bei einer Lücke entfällt das.",
        "Say how the rule was established. Only a gap has no such mark.",
    ),
    "unknown_source": Bilingual(
        "Diese Quelle gibt es hier nicht. /sources nennt die bekannten; andere beschreiben Sie in"
        " source_note.",
        "This source is not known here. /sources lists those that are; describe others in source_note.",
    ),
    "rule_overlaps": Bilingual(
        "Für diese Stadt gilt in dieser Zeit schon eine Regel dieser Art. Beenden Sie zuerst die andere oder"
        " schalten Sie sie aus.",
        "This city has a rule of this kind in that time already. End the other one first, or switch it off.",
    ),
    "answer_without_item": Bilingual(
        "Eine solche Strecke kommt in den Einträgen nicht vor. Nennen Sie Start und Ziel wie dort.",
        "No item has this leg. Name its two ends as the item does.",
    ),
    "answer_repeated": Bilingual(
        "Zu dieser Strecke steht schon eine Angabe da. Lassen Sie eine von beiden weg.",
        "This leg is answered already. Leave one of the two out.",
    ),
    "answer_empty": Bilingual(
        "Nennen Sie die Dauer mit der Bahn oder einen Grund für den Flug.",
        "Give the hours by rail, or a reason for flying.",
    ),
    "reason_missing": Bilingual(
        "Zum Grund „Sonstiges“ gehört eine Erklärung. Schreiben Sie sie in reason.",
        "The exception other needs an explanation. Write it in reason.",
    ),
    "levy_incomplete": Bilingual(
        "Betrag, Währung und Tag der Zahlung gehören zusammen. Ergänzen Sie diese Angabe.",
        "Amount, currency and day of payment belong together. Add this value.",
    ),
    "portal_incomplete": Bilingual(
        "Grund und Bemerkung gehören zu einer Zahl des Reiseportals. Ergänzen Sie diese Zahl.",
        "Reason and note belong to a figure of the travel portal. Add that figure.",
    ),
}


def refused(pointer: str, code: str) -> Invalid:
    """422 at one place of the body."""
    return Invalid(FieldError(pointer, code, REFUSALS[code]))


def written(value: Decimal, places: int, language: Language) -> str:
    """A number in a sentence, with so many decimals, in the way of the language."""
    text = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "de" else text
