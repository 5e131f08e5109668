"""Why a question about travel is not answered, in German and English."""

from klimabruecke.core.errors import DomainError, problem_type
from klimabruecke.core.language import Bilingual

DIFFERENCE_OF_FEW_TRAVELLERS = problem_type(
    "difference-of-few-travellers",
    409,
    Bilingual("Der Unterschied verriete einzelne Reisen", "The difference would tell of single trips"),
    Bilingual(
        "Neben früheren Auskünften und veröffentlichten Jahren ließe die Antwort auf weniger als fünf"
        " Reisende schließen.",
        "Beside earlier answers and published years this answer would tell about fewer than five travellers.",
    ),
    Bilingual(
        "Zusammen mit früheren Auskünften oder veröffentlichten Jahren ließe die Antwort auf weniger als fünf"
        " Reisende schließen. Fragen Sie wie in einer früheren Auskunft nach denselben Jahren, Städten und"
        " Arten. Hat sich seitdem etwas geändert, gilt die frühere Auskunft, bis die Änderungen mindestens"
        " fünf Reisende betreffen.",
        "Together with earlier answers or published years this answer would tell about fewer than five"
        " travellers. Ask as an earlier answer did, for the same years, cities and kinds. Where something has"
        " changed since, the earlier answer stands until the changes concern five travellers at least.",
    ),
)


class DifferenceOfFewTravellers(DomainError):
    problem = DIFFERENCE_OF_FEW_TRAVELLERS
