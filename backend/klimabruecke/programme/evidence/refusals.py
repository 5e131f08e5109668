"""What proposing and confirming a proof refuses."""

from typing import ClassVar

from klimabruecke.core.errors import DomainError, FieldError, Invalid, ProblemType, problem_type
from klimabruecke.core.language import Bilingual
from klimabruecke.core.records import name_records

ALREADY_PROPOSED = problem_type(
    "evidence-already-proposed",
    409,
    Bilingual("Beleg schon vorgeschlagen", "Proof already proposed"),
    Bilingual(
        "Für diese Angabe wartet schon ein Vorschlag auf die Bestätigung.",
        "A proposal for this fact already waits to be confirmed.",
    ),
    Bilingual(
        "Bestätigen Sie ihn, oder nehmen Sie ihn zurück und schlagen Sie den besseren Beleg vor.",
        "Confirm it, or take it back and propose the better proof.",
    ),
)
ALREADY_CONFIRMED = problem_type(
    "evidence-already-confirmed",
    409,
    Bilingual("Beleg schon bestätigt", "Proof already confirmed"),
    Bilingual(
        "Dieser Beleg ist bestätigt; die Angabe gilt seitdem als belegt.",
        "This proof is confirmed; since then the fact counts as proven.",
    ),
    Bilingual("Es ist nichts mehr zu tun.", "There is nothing left to do."),
)
NO_LONGER_FITS = problem_type(
    "evidence-no-longer-fits",
    409,
    Bilingual("Beleg passt nicht mehr", "Proof no longer fits"),
    Bilingual(
        "Seit dem Vorschlag hat sich die Angabe geändert, oder sie ist schon belegt.",
        "Since it was proposed the fact has changed, or it is already proven.",
    ),
    Bilingual(
        "Nehmen Sie den Vorschlag zurück. Ist die Angabe noch nicht belegt, schlagen Sie den Beleg neu vor.",
        "Take the proposal back. If the fact is not yet proven, propose the proof anew.",
    ),
)
_REFUSED = {
    "unknown_fact": Bilingual(
        "Diese Angabe gibt es nicht, oder sie ist schon belegt. Was noch fehlt, steht unter „Belege"
        " nachtragen“.",
        "There is no such fact, or it is already proven. What is missing is on the page ‘Facts to prove’.",
    ),
    "source_missing": Bilingual(
        "Geben Sie an, wo Sie es gelesen haben: eine Quelle aus der Liste oder eine neue.",
        "Say where you read it: a source of the list or a new one.",
    ),
    "two_sources": Bilingual(
        "Geben Sie entweder eine Quelle aus der Liste an oder eine neue, nicht beides.",
        "Give either a source of the list or a new one, not both.",
    ),
    "unknown_source": Bilingual(
        "Diese Quelle gibt es nicht. Wählen Sie eine aus der Liste, oder geben Sie die neue an.",
        "There is no such source. Choose one from the list, or give the new one.",
    ),
    "source_unproven": Bilingual(
        "Diese Quelle ist selbst noch nicht belegt und kann nichts belegen. Belegen Sie zuerst die Quelle.",
        "This source is not proven itself and proves nothing. Prove the source first.",
    ),
    "source_proves_itself": Bilingual(
        "Hier wird die Quelle selbst belegt. Lassen Sie die Quelle leer, und schreiben Sie unter „Stelle“,"
        " wo sie vorliegt.",
        "Here the source itself is proven. Leave the source empty, and say under ‘place’ where it can be"
        " read.",
    ),
}
name_records(
    {
        "evidence_proposal": (Bilingual("keinen Beleg", "no proof"), "/api/v1/evidence-proposals"),
        "recalled_fact": (Bilingual("keine unbelegte Angabe", "no unproven fact"), "/api/v1/recalled-facts"),
    }
)


class AlreadyProposed(DomainError):
    problem: ClassVar[ProblemType] = ALREADY_PROPOSED


class AlreadyConfirmed(DomainError):
    problem = ALREADY_CONFIRMED


class NoLongerFits(DomainError):
    problem = NO_LONGER_FITS


def refused(pointer: str, code: str) -> Invalid:
    return Invalid(FieldError(pointer, code, _REFUSED[code]))
