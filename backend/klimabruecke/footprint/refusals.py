"""What plans, activities and budgets refuse, in German and English."""

from typing import ClassVar

from klimabruecke.core.errors import DomainError, FieldError, Invalid, ProblemType, problem_type
from klimabruecke.core.language import Bilingual

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
IN_USE = problem_type(
    "in-use",
    409,
    Bilingual("Wird noch gebraucht", "Still in use"),
    Bilingual("Andere Einträge hängen von diesem Eintrag ab.", "Other records depend on this record."),
    Bilingual("Löschen Sie zuerst die Einträge, die ihn nennen.", "Delete the records that name it first."),
)


NOT_DELETED = problem_type(
    "not-deleted",
    409,
    Bilingual("Nicht gelöscht", "Not deleted"),
    Bilingual(
        "Dieser Eintrag ist nicht gelöscht; es gibt nichts wiederherzustellen.",
        "This record is not deleted; there is nothing to bring back.",
    ),
    Bilingual("Laden Sie den aktuellen Stand.", "Load the current state."),
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
TOO_LATE = problem_type(
    "too-late-to-restore",
    410,
    Bilingual("Frist abgelaufen", "Too late to restore"),
    Bilingual(
        "Gelöschtes lässt sich 90 Tage lang wiederherstellen; diese Frist ist vorbei.",
        "What was deleted can be brought back for 90 days; they are over.",
    ),
    Bilingual("Legen Sie den Eintrag neu an.", "Make the record anew."),
)


class PlanDecided(DomainError):
    problem = PLAN_DECIDED


class InUse(DomainError):
    problem: ClassVar[ProblemType] = IN_USE


class NotDeleted(DomainError):
    problem = NOT_DELETED


class ProjectDeleted(DomainError):
    problem = PROJECT_DELETED


class TooLateToRestore(DomainError):
    problem = TOO_LATE


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
    "unknown_city": Bilingual(
        "Diese Stadt gibt es hier nicht. /cities nennt die bekannten.",
        "This city is not known here. /cities lists those that are.",
    ),
    "city_repeated": Bilingual("Jede Stadt darf nur einmal vorkommen.", "Each city may be named only once."),
    "unknown_project": Bilingual(
        "Dieses Projekt gibt es nicht. /cooperation-projects nennt die bekannten.",
        "There is no such project. /cooperation-projects lists those that exist.",
    ),
    "unknown_plan": Bilingual(
        "Diese Reiseplanung gibt es nicht. /plans nennt die bekannten.",
        "There is no such plan. /plans lists those that exist.",
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
    "on_or_factor_set": Bilingual(
        "Geben Sie entweder einen Tag oder einen Faktorsatz an.",
        "Give either a day or a factor set.",
    ),
    "unknown_factor_set": Bilingual(
        "Diesen Faktorsatz gibt es nicht. /emission-factor-sets nennt die bekannten.",
        "There is no such factor set. /emission-factor-sets lists those that exist.",
    ),
    "undated_factor_set": Bilingual(
        "Dieser Faktorsatz nennt nicht, ab wann er gilt. Geben Sie stattdessen einen Tag in on an.",
        "This factor set does not say from when it holds. Give a day in on instead.",
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
        "Dieses Konto gibt es nicht, oder es ist gesperrt. /colleagues nennt, wer mitarbeitet.",
        "There is no such account, or it is suspended. /colleagues lists who works here.",
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


def refused(pointer: str, code: str, **values: object) -> Invalid:
    """422 at one place of the body."""
    return Invalid(FieldError(pointer, code, SENTENCES[code].fill(**values)))
