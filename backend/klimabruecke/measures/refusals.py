"""What measures and the exchange about them refuse, in German and English."""

from typing import ClassVar

from klimabruecke.core.errors import DomainError, FieldError, Invalid, ProblemType, problem_type
from klimabruecke.core.language import Bilingual
from klimabruecke.core.records import name_records

STAGE_PASSED = problem_type(
    "stage-passed",
    409,
    Bilingual("Der Schritt liegt schon zurück", "The stage is passed"),
    Bilingual(
        "Eine Übernahme geht nur vorwärts: Interesse, Austausch, Anpassung, dann übernommen oder nicht.",
        "An uptake only moves forward: interest, exchange, adaptation, then adopted or declined.",
    ),
    Bilingual(
        "Wählen Sie einen späteren Schritt. Ist die Übernahme abgeschlossen, legen Sie eine neue an.",
        "Choose a later stage. Where the uptake is closed, start a new one.",
    ),
)
ANSWERED = problem_type(
    "question-answered",
    409,
    Bilingual("Frage ist beantwortet", "Question is answered"),
    Bilingual("Eine Antwort bleibt stehen, wie sie gegeben wurde.", "An answer stays as it was given."),
    Bilingual("Stellen Sie eine neue Frage zur selben Maßnahme.", "Ask a new question about the measure."),
)


class StagePassed(DomainError):
    problem: ClassVar[ProblemType] = STAGE_PASSED


class QuestionAnswered(DomainError):
    problem = ANSWERED


SENTENCES: dict[str, Bilingual] = {
    "title_missing": Bilingual(
        "Geben Sie einen Titel auf Deutsch oder auf Englisch an.", "Give a title in German or in English."
    ),
    "text_missing": Bilingual(
        "Geben Sie einen Text auf Deutsch oder auf Englisch an.", "Give a text in German or in English."
    ),
    "ends_before_start": Bilingual(
        "Das Ende liegt vor dem Anfang. Erlaubt ist ein Jahr ab dem ersten.",
        "The end lies before the start. A year from the first on is accepted.",
    ),
    "cost_incomplete": Bilingual(
        "Kosten brauchen Betrag und Währung. Ergänzen Sie, was fehlt, oder löschen Sie beides.",
        "A cost needs an amount and a currency. Add what is missing, or clear both.",
    ),
    "status_reason_missing": Bilingual(
        "Bei „abgebrochen“, „zusammengelegt“ und „ersetzt“ gehört dazu, warum. Ergänzen Sie die Begründung.",
        "Cancelled, merged and superseded measures say why. Add the reason.",
    ),
    "source_missing": Bilingual(
        "„Belegt“ und „berechnet“ brauchen eine Quelle. Nennen Sie sie, oder wählen Sie „gemeldet“.",
        "Verified and derived facts need a source. Name it, or choose reported.",
    ),
    "unknown_source": Bilingual(
        "Diese Quelle gibt es hier nicht. Wählen Sie eine aus der Liste der Quellen, /api/v1/sources.",
        "There is no such source here. Choose one from the list of sources, /api/v1/sources.",
    ),
    "unknown_measure": Bilingual(
        "Diese Maßnahme gibt es hier nicht. Wählen Sie eine aus der Liste, /api/v1/measures.",
        "There is no such measure here. Choose one from the list, /api/v1/measures.",
    ),
    "unknown_activity": Bilingual(
        "Diese Aktivität gibt es hier nicht. Wählen Sie eine aus der Liste, /api/v1/activities.",
        "There is no such activity here. Choose one from the list, /api/v1/activities.",
    ),
    "unknown_exchange": Bilingual(
        "Diesen Fachaustausch gibt es hier nicht. Wählen Sie einen aus der Liste, /api/v1/exchanges.",
        "There is no such exchange here. Choose one from the list, /api/v1/exchanges.",
    ),
    "unknown_question": Bilingual(
        "Diese Frage gibt es hier nicht. Wählen Sie eine aus der Liste, /api/v1/questions.",
        "There is no such question here. Choose one from the list, /api/v1/questions.",
    ),
    "replaces_itself": Bilingual(
        "Eine Maßnahme kann nicht durch sich selbst ersetzt sein.", "A measure cannot be replaced by itself."
    ),
    "word_repeated": Bilingual(
        "Jede Angabe steht in einer Liste nur einmal.", "Each word stands in a list only once."
    ),
    "effect_without_figure": Bilingual(
        "Eine Wirkung ist entweder eine Minderung in kg CO2e oder eine andere Zahl mit Einheit.",
        "An effect is either less CO2e in kg or another figure with its unit.",
    ),
    "effect_without_unit": Bilingual(
        "Zu einer Zahl gehört ihre Einheit; eine Minderung in kg CO2e hat keine weitere.",
        "A figure needs its unit; less CO2e in kg has no other.",
    ),
    "effect_without_basis": Bilingual(
        "Eine Minderung braucht die Angabe, wofür sie gilt (Jahr oder Zeitraum) und ob sie erwartet, gemessen"
        " oder behauptet ist.",
        "Less CO2e says what it is for (a year or a period) and whether it is expected, measured or claimed.",
    ),
    "effect_without_period": Bilingual(
        "Gilt die Zahl für einen Zeitraum, gehört seine Länge in Jahren dazu, sonst nicht.",
        "A figure for a period gives its length in years, any other does not.",
    ),
    "adaptation_without_tonnes": Bilingual(
        "Anpassung an den Klimawandel wird nicht mit 0 t gezeigt. Lassen Sie die Minderung weg.",
        "Adaptation is not shown as 0 t. Leave out the reduction.",
    ),
    "value_incomplete": Bilingual(
        "Wert und Jahr gehören zusammen. Ergänzen Sie, was fehlt, oder löschen Sie beides.",
        "A value and its year belong together. Add what is missing, or clear both.",
    ),
    "same_city": Bilingual(
        "Gebende und nehmende Stadt sind dieselbe. Wählen Sie eine andere.",
        "The giving and the receiving city are the same. Choose another one.",
    ),
    "measure_of_other_city": Bilingual(
        "Diese Maßnahme gehört nicht der genannten Stadt. Wählen Sie eine ihrer eigenen.",
        "This measure does not belong to that city. Choose one of its own.",
    ),
    "reason_missing": Bilingual(
        "Wird nicht übernommen, gehört der Grund dazu: Er hilft der nächsten Stadt.",
        "Where it is declined, the reason belongs to it: it helps the next city.",
    ),
    "evidence_missing": Bilingual(
        "Nennen Sie, woran man die Übernahme sieht: einen Beschluss, ein Dokument oder die eigene Maßnahme.",
        "Name what shows the uptake: a decision, a document or the city's own measure.",
    ),
    "too_few_cities": Bilingual(
        "Zu einem Fachaustausch gehören mindestens zwei Städte.", "An exchange has at least two cities."
    ),
    "city_not_there": Bilingual(
        "Diese Stadt nimmt nicht teil. Ergänzen Sie sie bei den Städten, oder wählen Sie eine von dort.",
        "This city does not take part. Add it to the cities, or choose one of them.",
    ),
    "no_words": Bilingual(
        "Gesucht wird nach Wörtern aus Buchstaben und Ziffern. Geben Sie mindestens eines an.",
        "The search is for words of letters and digits. Give at least one.",
    ),
    "ends_before_begin": Bilingual(
        "Der Tag liegt vor dem Beginn. Erlaubt ist derselbe oder ein späterer.",
        "The day lies before the start. The same or a later one is accepted.",
    ),
}
name_records(
    {
        "measure": (Bilingual("keine Maßnahme", "no measure"), "/api/v1/measures"),
        "measure_task": (
            Bilingual("keinen Arbeitsschritt dieser Maßnahme", "no task of this measure"),
            "/api/v1/measures/{measure_id}/tasks",
        ),
        "measure_indicator": (
            Bilingual("keine Messgröße dieser Maßnahme", "no indicator of this measure"),
            "/api/v1/measures/{measure_id}/indicators",
        ),
        "measure_update": (
            Bilingual("keine Meldung zu dieser Maßnahme", "no update of this measure"),
            "/api/v1/measures/{measure_id}/updates",
        ),
        "transfer": (Bilingual("keine Übernahme", "no transfer"), "/api/v1/transfers"),
        "exchange": (Bilingual("keinen Fachaustausch", "no exchange"), "/api/v1/exchanges"),
        "question": (Bilingual("keine Frage", "no question"), "/api/v1/questions"),
    }
)


def refused(pointer: str, code: str, **values: object) -> Invalid:
    """422 at one place of the body."""
    return Invalid(FieldError(pointer, code, SENTENCES[code].fill(**values)))
