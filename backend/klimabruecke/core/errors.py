"""Errors as RFC 9457 problem documents: sentences that tell the user what to do.

A domain raises a ``DomainError``; the handlers installed here turn it, and every error of the framework,
into the same document. Input values are never echoed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.language import Bilingual
from klimabruecke.core.types import NO_CONTROL_CHARACTERS, ShortText

MEDIA_TYPE = "application/problem+json"
Sentences = Annotated[str, Field(max_length=2000, pattern=NO_CONTROL_CHARACTERS)]


@dataclass(frozen=True)
class ProblemType:
    """One kind of problem: the page behind ``/problems/<slug>`` is made from it."""

    slug: str
    status: int
    title: Bilingual
    meaning: Bilingual
    remedy: Bilingual


PROBLEM_TYPES: dict[str, ProblemType] = {}


def problem_type(
    slug: str, status: int, title: Bilingual, meaning: Bilingual, remedy: Bilingual
) -> ProblemType:
    """Register a kind of problem; its slug is unique and never changes its meaning."""
    if slug in PROBLEM_TYPES:
        raise ValueError(f"problem type {slug} is registered twice")
    PROBLEM_TYPES[slug] = ProblemType(slug, status, title, meaning, remedy)
    return PROBLEM_TYPES[slug]


@dataclass(frozen=True)
class FieldError:
    """What is wrong at one place: a JSON pointer into the body, or ``/query/name``, ``/path/name``."""

    pointer: str
    code: str
    detail: Bilingual


class DomainError(Exception):
    """A refusal with a status and a full sentence; subclasses name their problem type.

    ``members`` are further members of the document, where another standard asks for them.
    """

    problem: ClassVar[ProblemType]
    members: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self,
        detail: Bilingual | None = None,
        *,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.detail = detail or self.problem.remedy
        self.errors = tuple(errors)
        self.headers = dict(headers or {})
        super().__init__(self.detail.en)


class ProblemField(BaseModel):
    """One place that is wrong."""

    model_config = ConfigDict(extra="forbid")

    pointer: str = Field(
        max_length=2000, pattern=r"^(/[\s\S]*)?$", description="JSON pointer to the place, e.g. /items/0/to."
    )
    code: str = Field(
        max_length=80, pattern="^[a-z0-9_]+$", description="Stable name of the rule that was broken."
    )
    detail: Sentences = Field(description="What is wrong and what is accepted.")


class Problem(BaseModel):
    """RFC 9457 problem document."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "type": "/problems/validation",
                "title": "Eingaben prüfen",
                "status": 422,
                "detail": "Eine Angabe ist nicht zulässig. Die Liste nennt Feld und Erlaubtes.",
                "instance": "0197f0c2b7c94e5f8f0a3d3b2a1c9e10",
                "errors": [
                    {
                        "pointer": "/items/0/to",
                        "code": "unknown_airport",
                        "detail": "Diesen Flughafencode gibt es nicht. Erlaubt ist ein IATA-Code wie WDH.",
                    }
                ],
            }
        },
    )

    type: str = Field(
        max_length=200,
        pattern="^/problems/[a-z0-9-]+$",
        description="Where this kind of problem is explained.",
    )
    title: ShortText = Field(description="The kind of problem in a few words.")
    status: int = Field(ge=400, le=599, description="The HTTP status.")
    detail: Sentences = Field(description="What happened here and what to do about it.")
    instance: str = Field(
        max_length=64,
        pattern="^[A-Za-z0-9._-]*$",
        description="The request id; name it when you ask for help.",
    )
    errors: list[ProblemField] = Field(
        default_factory=list,
        max_length=100,
        description="The places that are wrong, for validation problems.",
    )
    error: str | None = Field(
        default=None,
        max_length=40,
        pattern="^[a-z_]+$",
        description="The error code of OAuth 2.0 (RFC 6749), at the token endpoint only.",
    )


MALFORMED_BODY = problem_type(
    "malformed-body",
    400,
    Bilingual("Anfrage nicht lesbar", "Request not readable"),
    Bilingual(
        "Der Inhalt der Anfrage ist kein gültiges JSON nach RFC 8259 in UTF-8.",
        "The body of the request is not valid JSON by RFC 8259 in UTF-8.",
    ),
    Bilingual(
        "Senden Sie gültiges JSON: jeder Name einmal, kein NaN, kein Infinity, nicht zu tief geschachtelt.",
        "Send valid JSON: every name once, numbers without NaN or Infinity, not nested too deeply.",
    ),
)
BAD_REQUEST = problem_type(
    "bad-request",
    400,
    Bilingual("Anfrage nicht verständlich", "Request not understood"),
    Bilingual("Adresse oder Kopfzeilen der Anfrage sind beschädigt.", "The address or headers are damaged."),
    Bilingual(
        "Prüfen Sie Adresse und Kopfzeilen: UTF-8 ohne Steuerzeichen.",
        "Check the address and headers: UTF-8 without control characters.",
    ),
)
NOT_FOUND = problem_type(
    "not-found",
    404,
    Bilingual("Nicht gefunden", "Not found"),
    Bilingual("Unter dieser Adresse gibt es nichts.", "There is nothing at this address."),
    Bilingual(
        "Prüfen Sie die Adresse. Alle Adressen stehen in /api/v1/openapi.json.",
        "Check the address. All addresses are listed in /api/v1/openapi.json.",
    ),
)
METHOD_NOT_ALLOWED = problem_type(
    "method-not-allowed",
    405,
    Bilingual("Methode nicht erlaubt", "Method not allowed"),
    Bilingual(
        "Diese Adresse kennt die verwendete HTTP-Methode nicht.", "This address does not know the method."
    ),
    Bilingual(
        "Verwenden Sie eine der Methoden aus der Kopfzeile Allow.",
        "Use one of the methods in the Allow header.",
    ),
)
NOT_ACCEPTABLE = problem_type(
    "not-acceptable",
    406,
    Bilingual("Format nicht verfügbar", "Format not available"),
    Bilingual(
        "Keines der verlangten Formate wird hier angeboten.", "None of the formats asked for is offered here."
    ),
    Bilingual(
        "Verlangen Sie application/json in Accept; Listen auch als application/x-ndjson oder text/csv.",
        "Ask for application/json in Accept; lists are also available as application/x-ndjson and text/csv.",
    ),
)
REQUEST_TIMEOUT = problem_type(
    "request-timeout",
    408,
    Bilingual("Anfrage zu langsam", "Request too slow"),
    Bilingual(
        "Der Inhalt der Anfrage kam nicht rechtzeitig an.", "The body of the request did not arrive in time."
    ),
    Bilingual("Senden Sie die Anfrage noch einmal.", "Send the request again."),
)
CONFLICT = problem_type(
    "conflict",
    409,
    Bilingual("Widerspruch zum Bestand", "Conflict with what is stored"),
    Bilingual(
        "Die Angaben widersprechen bereits Gespeichertem.", "The data contradict what is already stored."
    ),
    Bilingual(
        "Laden Sie den aktuellen Stand und prüfen Sie, ob es den Eintrag schon gibt.",
        "Load the current state and check whether the entry exists already.",
    ),
)
BODY_TOO_LARGE = problem_type(
    "body-too-large",
    413,
    Bilingual("Anfrage zu groß", "Request too large"),
    Bilingual(
        "Der Inhalt der Anfrage überschreitet die Grenze.", "The body of the request is over the limit."
    ),
    Bilingual("Teilen Sie die Anfrage in kleinere.", "Split the request into smaller ones."),
)
UNSUPPORTED_MEDIA_TYPE = problem_type(
    "unsupported-media-type",
    415,
    Bilingual("Format der Anfrage unbekannt", "Format of the request unknown"),
    Bilingual(
        "Content-Type oder Content-Encoding der Anfrage wird hier nicht gelesen.",
        "The Content-Type or Content-Encoding is not read here.",
    ),
    Bilingual(
        "Senden Sie JSON in UTF-8 mit Content-Type: application/json, nicht komprimiert; ein Token wird als "
        "Formular erfragt (application/x-www-form-urlencoded).",
        "Send JSON in UTF-8 with Content-Type: application/json, not compressed; a token is asked for by a "
        "form (application/x-www-form-urlencoded).",
    ),
)
VALIDATION = problem_type(
    "validation",
    422,
    Bilingual("Eingaben prüfen", "Check the input"),
    Bilingual("Mindestens eine Angabe ist nicht zulässig.", "At least one value is not accepted."),
    Bilingual(
        "Die Liste nennt jede betroffene Stelle und was dort erlaubt ist.",
        "The list names each place and what is accepted there.",
    ),
)
TOO_MANY_REQUESTS = problem_type(
    "too-many-requests",
    429,
    Bilingual("Zu viele Anfragen", "Too many requests"),
    Bilingual("Die Zahl der Anfragen je Minute ist ausgeschöpft.", "The requests per minute are used up."),
    Bilingual(
        "Warten Sie die Sekunden aus Retry-After ab und fragen Sie dann weiter.",
        "Wait for the seconds in Retry-After, then go on.",
    ),
)
INTERNAL = problem_type(
    "internal",
    500,
    Bilingual("Fehler auf unserer Seite", "Fault on our side"),
    Bilingual(
        "Etwas ist schiefgegangen, das nicht an Ihrer Anfrage liegt.",
        "Something failed that is not your doing.",
    ),
    Bilingual(
        "Versuchen Sie es noch einmal. Bleibt der Fehler, nennen Sie dem Betrieb die Kennung aus instance.",
        "Try again. If it stays, give the operator the id in instance.",
    ),
)
UNAVAILABLE = problem_type(
    "unavailable",
    503,
    Bilingual("Gerade nicht erreichbar", "Not available right now"),
    Bilingual(
        "Die Datenbank ist ausgelastet oder nicht erreichbar.", "The database is busy or cannot be reached."
    ),
    Bilingual(
        "Versuchen Sie es nach den Sekunden aus Retry-After noch einmal. Gespeichert wurde nichts.",
        "Try again after the seconds in Retry-After. Nothing was stored.",
    ),
)


class Invalid(DomainError):
    """422: the places that are wrong, each with what is accepted."""

    problem = VALIDATION

    def __init__(self, *errors: FieldError) -> None:
        super().__init__(errors=errors)


class NotFound(DomainError):
    """404, also for what the caller may not know of."""

    problem = NOT_FOUND

    @classmethod
    def among(cls, what: Bilingual, listed_at: str) -> Self:
        """No such record: ``what`` reads on after "Es gibt" and "There is", as in "keine Quelle"."""
        return cls(
            Bilingual(
                f"Es gibt {what.de} mit dieser Kennung. Welche es gibt, steht unter {listed_at}.",
                f"There is {what.en} with this id. Those that exist are listed at {listed_at}.",
            )
        )


class NotAcceptable(DomainError):
    problem = NOT_ACCEPTABLE


class MalformedBody(DomainError):
    problem = MALFORMED_BODY


class UnsupportedMediaType(DomainError):
    problem = UNSUPPORTED_MEDIA_TYPE


class BodyTooLarge(DomainError):
    problem = BODY_TOO_LARGE


class RequestTimeout(DomainError):
    problem = REQUEST_TIMEOUT


class TooManyRequests(DomainError):
    problem = TOO_MANY_REQUESTS


class BadRequest(DomainError):
    problem = BAD_REQUEST


class Busy(DomainError):
    """503: writers waited too long or the database is away."""

    problem = UNAVAILABLE

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "2"})
