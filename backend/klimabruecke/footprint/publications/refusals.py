"""Why a year is not published, in German and English."""

from klimabruecke.core.errors import DomainError, problem_type
from klimabruecke.core.language import Bilingual

PUBLICATION_REFUSED = problem_type(
    "publication-refused",
    409,
    Bilingual("So nicht zu veröffentlichen", "Not to be published like this"),
    Bilingual(
        "Die Veröffentlichung ließe auf Vorhaben mit weniger als fünf Reisenden schließen.",
        "The publication would tell something about activities with fewer than five travellers.",
    ),
    Bilingual(
        "Veröffentlichen Sie das Jahr, sobald weitere Vorhaben durchgeführt sind.",
        "Publish the year when more activities are done.",
    ),
)
SENTENCES: dict[str, Bilingual] = {
    "few_activities": Bilingual(
        "Für {year} sind weniger als zwei Vorhaben durchgeführt. Die Summe wäre die eines einzelnen."
        " Veröffentlichen Sie das Jahr, sobald ein weiteres Vorhaben durchgeführt ist.",
        "Fewer than two activities are done in {year}. The total would be that of a single one. Publish the"
        " year when another activity is done.",
    ),
    "few_travellers": Bilingual(
        "Die durchgeführten Vorhaben von {year} nennen zusammen weniger als fünf Reisende. Tragen Sie"
        " fehlende Zahlen nach, oder warten Sie auf weitere Vorhaben.",
        "The activities done in {year} name fewer than five travellers in all. Add numbers that are missing,"
        " or wait for more activities.",
    ),
    "few_changed": Bilingual(
        "Was {year} von früheren Veröffentlichungen und Auskünften zu Reisen unterscheidet, betrifft zusammen"
        " weniger als fünf Reisende. Der Unterschied ließe auf sie schließen. Warten Sie, bis weitere"
        " Vorhaben durchgeführt oder geändert sind.",
        "What sets {year} apart from earlier publications and answers about travel concerns fewer than five"
        " travellers in all. The difference would tell about them. Wait until more activities are done or"
        " changed.",
    ),
    "nothing_changed": Bilingual(
        "Seit der letzten Veröffentlichung von {year} hat sich nichts geändert. Sie gilt weiter.",
        "Nothing has changed since {year} was last published. That publication still holds.",
    ),
}


class PublicationRefused(DomainError):
    problem = PUBLICATION_REFUSED


def publication_refused(reason: str, year: int) -> PublicationRefused:
    """409 with the sentence for this reason."""
    return PublicationRefused(SENTENCES[reason].fill(year=str(year)))
