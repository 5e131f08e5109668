"""The sentences of tasks, in German and English."""

from datetime import date

from klimabruecke.core.language import Bilingual

TITLES = {
    "activity_approval": Bilingual("Vorhaben „{title}“ genehmigen", "Approve the activity ‘{title}’"),
    "client_approval": Bilingual(
        "Service-Konto „{title}“ genehmigen", "Approve the service client ‘{title}’"
    ),
    "factor_set_approval": Bilingual(
        "Faktorsatz „{title}“ prüfen und veröffentlichen", "Check and publish the factor set ‘{title}’"
    ),
    "evidence_confirmation": Bilingual(
        "Beleg für „{title}“ nachlesen und bestätigen", "Read and confirm the proof of ‘{title}’"
    ),
    "actuals_missing": Bilingual(
        "Vorhaben „{title}“ ist vorbei: Ist-Daten nachtragen",
        "The activity ‘{title}’ is over: record what really happened",
    ),
    "plan_undecided": Bilingual(
        "Über die Reiseplanung „{title}“ entscheiden", "Decide on the plan ‘{title}’"
    ),
    "budget_passed": Bilingual(
        "CO2-Obergrenze „{title}“ ist überschritten: Vorhaben und Obergrenze prüfen",
        "The carbon budget ‘{title}’ is passed: check activities and limit",
    ),
    "factor_set_outdated": Bilingual(
        "Faktorsatz „{title}“ ist über sein Haltbarkeitsdatum: neue Ausgabe prüfen",
        "The factor set ‘{title}’ is past its best-before date: look for a new edition",
    ),
    "programme_ending": Bilingual(
        "Bewilligungszeitraum von „{title}“ endet: restliche Mittel und Verwendungsnachweis prüfen",
        "The period of the grant ‘{title}’ ends: check what is left to spend and to report",
    ),
    "client_expiring": Bilingual(
        "Service-Konto „{title}“ läuft ab: verlängern oder enden lassen",
        "The service client ‘{title}’ expires: extend it or let it end",
    ),
}
_HAND_ON = Bilingual("Bitte übernehmen: {title}.", "Please take over: {title}.")
_HAND_ON_UNTIL = Bilingual(
    "Bitte übernehmen, möglichst bis {day}: {title}.", "Please take over, by {day} if you can: {title}."
)


def hand_on(title: Bilingual, due_on: date | None) -> Bilingual:
    """A sentence to send to somebody else."""
    if due_on is None:
        return Bilingual(_HAND_ON.de.format(title=title.de), _HAND_ON.en.format(title=title.en))
    day_de, day_en = f"{due_on:%d.%m.%Y}", f"{due_on.day} {due_on:%B %Y}"
    return Bilingual(
        _HAND_ON_UNTIL.de.format(title=title.de, day=day_de),
        _HAND_ON_UNTIL.en.format(title=title.en, day=day_en),
    )
