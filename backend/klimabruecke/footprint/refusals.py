"""What plans, activities and budgets refuse, in German and English."""

from klimabruecke.core.errors import DomainError, FieldError, Invalid, problem_type
from klimabruecke.core.language import Bilingual
from klimabruecke.core.records import name_records

PLAN_DECIDED = problem_type(
    "plan-decided",
    409,
    Bilingual("Reiseplanung ist entschieden", "Plan is decided"),
    Bilingual(
        "Mit der Entscheidung sind die Reiseplanung, ihre Varianten und ihre Zahlen festgehalten.",
        "The decision has frozen the plan, its alternatives and their figures.",
    ),
    Bilingual(
        "Legen Sie eine neue Reiseplanung an, wenn sich etwas geändert hat.",
        "Create a new plan if something has changed.",
    ),
)
PLAN_UNDECIDED = problem_type(
    "plan-undecided",
    409,
    Bilingual("Reiseplanung ist noch nicht entschieden", "Plan is not decided yet"),
    Bilingual(
        "Texte entstehen aus dem Stand, der mit der Entscheidung festgehalten wird.",
        "Texts are made from what a decision has frozen.",
    ),
    Bilingual(
        "Entscheiden Sie zuerst für eine Variante. Danach stehen die Texte bereit.",
        "Decide for an alternative first. Then the texts are ready.",
    ),
)
NOBODY_TRAVELS = problem_type(
    "nobody-travels",
    409,
    Bilingual("Niemand reist", "Nobody travels"),
    Bilingual(
        "In der gewählten Variante reist niemand.", "Nobody travels in the alternative that was chosen."
    ),
    Bilingual(
        "Ein Dienstreiseantrag entfällt. Die anderen Texte stehen bereit.",
        "No travel request is needed. The other texts are ready.",
    ),
)
TOO_FEW_TRAVELLERS = problem_type(
    "too-few-travellers",
    409,
    Bilingual("Zu wenige Reisende", "Too few travellers"),
    Bilingual(
        "Die Auskunft beträfe weniger als fünf Reisende und verriete damit einzelne Reisen.",
        "The answer would be about fewer than five travellers and so tell of single trips.",
    ),
    Bilingual(
        "Fassen Sie mehr Jahre, Städte oder Arten zusammen, bis mindestens fünf Reisende gezählt sind.",
        "Take more years, cities or kinds together until at least five travellers are counted.",
    ),
)
ACTIVITY_CANCELLED = problem_type(
    "activity-cancelled",
    409,
    Bilingual("Vorhaben ist abgesagt", "Activity is cancelled"),
    Bilingual(
        "Was abgesagt ist, hat keine Ist-Daten.",
        "What was called off has no actual figures.",
    ),
    Bilingual(
        "Setzen Sie zuerst den Stand auf geplant oder genehmigt, wenn das Vorhaben doch stattgefunden hat.",
        "Set its status to planned or approved first if it took place after all.",
    ),
)


PROJECT_DELETED = problem_type(
    "project-deleted",
    409,
    Bilingual("Projekt ist gelöscht", "Project is deleted"),
    Bilingual(
        "Das Projekt, zu dem dieser Eintrag gehört, ist inzwischen selbst gelöscht.",
        "The project this record belongs to has been deleted meanwhile.",
    ),
    Bilingual(
        "Stellen Sie zuerst das Projekt wieder her, dann diesen Eintrag.",
        "Bring back the project first, then this record.",
    ),
)


class PlanDecided(DomainError):
    problem = PLAN_DECIDED


class PlanUndecided(DomainError):
    problem = PLAN_UNDECIDED


class NobodyTravels(DomainError):
    problem = NOBODY_TRAVELS


class TooFewTravellers(DomainError):
    problem = TOO_FEW_TRAVELLERS


class ActivityCancelled(DomainError):
    problem = ACTIVITY_CANCELLED


class ProjectDeleted(DomainError):
    problem = PROJECT_DELETED


LAST_ALTERNATIVE = Bilingual(
    "Eine Reiseplanung braucht mindestens eine Variante. Löschen Sie die Reiseplanung als Ganzes.",
    "A plan needs at least one alternative. Delete the plan as a whole.",
)

SENTENCES: dict[str, Bilingual] = {
    "title_missing": Bilingual(
        "Geben Sie einen Titel auf Deutsch oder auf Englisch an.", "Give a title in German or in English."
    ),
    "ends_before_start": Bilingual(
        "Das Ende liegt vor dem Anfang. Erlaubt ist ein Tag ab dem Beginn.",
        "The end lies before the start. A day from the start on is accepted.",
    ),
    "years_reversed": Bilingual(
        "Das letzte Jahr liegt vor dem ersten. Erlaubt ist dasselbe Jahr oder ein späteres.",
        "The last year lies before the first. The same year or a later one is accepted.",
    ),
    "cost_with_currency": Bilingual(
        "Geben Sie die Kosten zusammen mit ihrer Währung an, oder keines von beiden.",
        "Give the cost together with its currency, or neither.",
    ),
    "body_of_climate_paragraph": Bilingual(
        "Wer beschließt, ist nur für den Absatz „Auswirkungen auf den Klimaschutz“ anzugeben.",
        "Who decides is named for the paragraph on the effects on the climate only.",
    ),
    "group_repeated": Bilingual(
        "Diese Gruppe steht schon da. Geben Sie dort die ganze Zahl der Personen an.",
        "This group is there already. Give the whole number of people there.",
    ),
    "unknown_project": Bilingual(
        "Dieses Projekt gibt es nicht. Wählen Sie eines aus der Liste der Projekte.",
        "There is no such project. Choose one from the list of projects.",
    ),
    "unknown_programme": Bilingual(
        "Diese Zuwendung gibt es nicht. Wählen Sie eine aus der Liste der Zuwendungen.",
        "There is no such grant programme. Choose one from the list of grants.",
    ),
    "position_repeated": Bilingual(
        "Jede Position darf nur einmal vorkommen. Geben Sie dieser eine andere Nummer.",
        "Each position may stand here only once. Give this one another number.",
    ),
    "text_missing": Bilingual(
        "Geben Sie einen Text auf Deutsch oder auf Englisch an.", "Give a text in German or in English."
    ),
    "unknown_plan": Bilingual(
        "Diese Reiseplanung gibt es nicht. Wählen Sie eine aus der Liste der Reiseplanungen.",
        "There is no such plan. Choose one from the list of plans.",
    ),
    "unknown_alternative": Bilingual(
        "Diese Variante gehört nicht zu dieser Reiseplanung.",
        "This alternative does not belong to this plan.",
    ),
    "too_many_alternatives": Bilingual(
        "Eine Reiseplanung fasst höchstens {most} Varianten. Löschen Sie zuerst eine andere.",
        "A plan holds at most {most} alternatives. Delete another one first.",
    ),
    "plan_undecided": Bilingual(
        "Diese Reiseplanung ist noch nicht entschieden. Entscheiden Sie zuerst für eine Variante.",
        "This plan is not decided yet. Decide for an alternative first.",
    ),
    "another_project": Bilingual(
        "Die Reiseplanung gehört zu einem anderen Projekt. Geben Sie dessen Kennung an oder keine.",
        "The plan belongs to another project. Give the id of that one, or none.",
    ),
    "missing_without_plan": Bilingual(
        "Ohne Reiseplanung muss diese Angabe dastehen.", "Without a plan this value is needed."
    ),
    "items_or_same_as_planned": Bilingual(
        "Geben Sie entweder die tatsächlichen Einträge an, oder dass alles wie geplant war.",
        "Give either the actual items, or say that all was as planned.",
    ),
    "on_or_factor_set": Bilingual(
        "Geben Sie entweder einen Tag oder einen Faktorsatz an.",
        "Give either a day or a factor set.",
    ),
    "unknown_factor_set": Bilingual(
        "Diesen Faktorsatz gibt es nicht. Wählen Sie einen aus der Liste der Faktorsätze.",
        "There is no such factor set. Choose one from the list of factor sets.",
    ),
    "undated_factor_set": Bilingual(
        "Dieser Faktorsatz nennt nicht, ab wann er gilt. Geben Sie stattdessen einen Tag an.",
        "This factor set does not say from when it holds. Give a day instead.",
    ),
    "over_budget_reason_missing": Bilingual(
        "Damit wäre die CO2-Obergrenze {year} um {over} kg überschritten. Begründen Sie, warum das"
        " Vorhaben trotzdem genehmigt wird.",
        "This would pass the carbon budget of {year} by {over} kg. Say why the activity is approved"
        " nevertheless.",
    ),
    "too_many_totals": Bilingual(
        "Das wären mehr als {most} Gruppen. Fragen Sie nach einem Projekt oder nach einzelnen Jahren.",
        "That would be more than {most} groups. Ask for one project or for single years.",
    ),
    "unknown_person": Bilingual(
        "Dieses Konto gibt es nicht oder ist gesperrt. Wählen Sie jemanden aus der Liste der Mitarbeitenden.",
        "There is no such account, or it is suspended. Choose somebody from the list of who works here.",
    ),
    "asked_oneself": Bilingual(
        "Genehmigen muss eine andere Person. Wählen Sie jemand anderen, oder lassen Sie die Angabe weg.",
        "Another person must approve. Choose somebody else, or leave this out.",
    ),
    "asked_may_not": Bilingual(
        "Diese Person darf nichts genehmigen. Wählen Sie jemanden aus Koordination oder Redaktion.",
        "This person may approve nothing. Choose somebody of the coordination or an editor.",
    ),
    "budget_exists": Bilingual(
        "Für dieses Projekt und Jahr gibt es schon eine CO2-Obergrenze. Ändern Sie diese.",
        "This project and year have a carbon budget already. Change that one.",
    ),
}


name_records(
    {
        "activity": (Bilingual("keine Aktivität", "no activity"), "/api/v1/activities"),
        "activity_footprint": (
            Bilingual("keine Berechnung dieser Aktivität", "no calculation of this activity"),
            "/api/v1/activities/{activity_id}/footprints",
        ),
        "carbon_budget": (Bilingual("keine CO2-Obergrenze", "no carbon budget"), "/api/v1/carbon-budgets"),
        "cooperation_project": (Bilingual("kein Projekt", "no project"), "/api/v1/cooperation-projects"),
        "climate_contribution": (
            Bilingual("keinen Klimabeitrag", "no climate contribution"),
            "/api/v1/contributions",
        ),
        "programme": (Bilingual("keine Zuwendung", "no grant programme"), "/api/v1/programmes"),
        "travel_disclosure": (
            Bilingual("keine Reiseauskunft", "no travel disclosure"),
            "/api/v1/travel-disclosures",
        ),
        "travel_rule": (Bilingual("keine Reiseregel", "no travel rule"), "/api/v1/travel-rules"),
        "year_publication": (
            Bilingual("keine Veröffentlichung eines Jahres", "no publication of a year"),
            "/api/v1/year-publications",
        ),
        "plan": (Bilingual("keine Reiseplanung", "no plan"), "/api/v1/plans"),
        "plan_alternative": (
            Bilingual("keine Variante dieser Reiseplanung", "no alternative of this plan"),
            "/api/v1/plans/{plan_id}",
        ),
        "plan_decision": (
            Bilingual("keine Entscheidung dieser Reiseplanung", "no decision of this plan"),
            "/api/v1/plans/{plan_id}",
        ),
    }
)


def refused(pointer: str, code: str, **values: object) -> Invalid:
    """422 at one place of the body."""
    return Invalid(FieldError(pointer, code, SENTENCES[code].fill(**values)))
