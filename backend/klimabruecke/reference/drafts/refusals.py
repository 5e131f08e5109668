"""What loading and publishing a factor set refuses."""

from typing import ClassVar

from klimabruecke.core.errors import DomainError, FieldError, Invalid, ProblemType, problem_type
from klimabruecke.core.language import Bilingual

NO_DRAFT = Bilingual("keinen Entwurf", "no draft"), "/api/v1/emission-factor-set-drafts"

NO_LONGER_FITS = problem_type(
    "factor-set-no-longer-fits",
    409,
    Bilingual("Faktorsatz passt nicht mehr", "Factor set no longer fits"),
    Bilingual(
        "Seit dem Laden wurden andere Faktoren veröffentlicht, denen Zeilen dieses Satzes widersprechen.",
        "Since it was loaded other factors were published that rows of this set contradict.",
    ),
    Bilingual(
        "Verwerfen Sie den Entwurf und laden Sie die Datei noch einmal: Dann stehen die Zeilen da.",
        "Discard the draft and load the file again: then the rows are named.",
    ),
)
_REFUSED = {
    "ends_before_start": Bilingual(
        "Der letzte Tag liegt vor dem ersten. Erlaubt ist ein Tag ab dem ersten.",
        "The last day lies before the first. A day from the first on is accepted.",
    ),
    "source_missing": Bilingual(
        "Geben Sie an, wo der Satz steht: eine Quelle aus der Liste oder eine neue.",
        "Say where the set was read: a source of the list or a new one.",
    ),
    "two_sources": Bilingual(
        "Geben Sie entweder eine Quelle aus der Liste an oder eine neue, nicht beides.",
        "Give either a source of the list or a new one, not both.",
    ),
    "unknown_source": Bilingual(
        "Diese Quelle gibt es nicht. Die Kennungen stehen in der Liste der Quellen.",
        "There is no such source. The ids are in the list of sources.",
    ),
}


class NoLongerFits(DomainError):
    problem: ClassVar[ProblemType] = NO_LONGER_FITS


def refused(pointer: str, code: str) -> Invalid:
    return Invalid(FieldError(pointer, code, _REFUSED[code]))
