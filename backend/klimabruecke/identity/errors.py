"""How identity refuses: who is not known, who may not, and what cannot be done any more."""

from typing import ClassVar

from klimabruecke.core.errors import DomainError, problem_type
from klimabruecke.core.language import Bilingual

CHALLENGE = {"WWW-Authenticate": "Bearer"}
NO_USER = Bilingual("kein Konto", "no account"), "/api/v1/users"
NO_CLIENT = Bilingual("kein Programm", "no program"), "/api/v1/service-clients"
"""What there is none of, and where the list is (see ``NotFound.among``)."""

SIGN_IN_REQUIRED = problem_type(
    "sign-in-required",
    401,
    Bilingual("Anmeldung nötig", "Sign-in needed"),
    Bilingual(
        "Die Anfrage kommt ohne gültige Anmeldung, oder die Anmeldung ist inzwischen beendet.",
        "The request comes without a valid sign-in, or the sign-in has ended meanwhile.",
    ),
    Bilingual(
        "Melden Sie sich an und wiederholen Sie die Anfrage. Programme holen ein neues Token.",
        "Sign in and repeat the request. Programs fetch a new token.",
    ),
)
CREDENTIALS_REFUSED = problem_type(
    "credentials-refused",
    401,
    Bilingual("Anmeldung abgelehnt", "Sign-in refused"),
    Bilingual(
        "Adresse und Passwort passen nicht zu einem aktiven Konto.",
        "Address and password do not belong to an active account.",
    ),
    Bilingual(
        "Prüfen Sie Adresse und Passwort. Einen Link für ein neues Passwort stellt die Administration aus.",
        "Check the address and the password. An administrator can issue a link for a new password.",
    ),
)
PASSWORD_WRONG = problem_type(
    "password-wrong",
    403,
    Bilingual("Bisheriges Passwort falsch", "Old password wrong"),
    Bilingual(
        "Das bisherige Passwort stimmt nicht; geändert wurde nichts.",
        "The old password is not right; nothing was changed.",
    ),
    Bilingual(
        "Geben Sie Ihr bisheriges Passwort noch einmal ein, oder lassen Sie sich einen Link ausstellen.",
        "Enter your old password again, or have a link issued.",
    ),
)
TOO_MANY_ATTEMPTS = problem_type(
    "too-many-attempts",
    429,
    Bilingual("Zu viele Fehlversuche", "Too many failed attempts"),
    Bilingual(
        "Für dieses Konto oder von diesem Anschluss gab es zu viele abgelehnte Anmeldungen.",
        "There were too many refused sign-ins for this account or from this network.",
    ),
    Bilingual(
        "Warten Sie die Sekunden aus Retry-After ab. Laufende Anmeldungen bleiben gültig.",
        "Wait for the seconds in Retry-After. Sessions that are open stay valid.",
    ),
)
FORBIDDEN = problem_type(
    "forbidden",
    403,
    Bilingual("Keine Berechtigung", "Not permitted"),
    Bilingual(
        "Ihr Konto hat in dieser Stadt oder diesem Bereich nicht die nötige Rolle.",
        "Your account lacks the role for this in this city or area.",
    ),
    Bilingual(
        "Wenn Sie die Aufgabe übernehmen sollen, bitten Sie die Administration um die Rolle.",
        "If this is your task, ask an administrator for the role.",
    ),
)
CROSS_SITE = problem_type(
    "cross-site",
    403,
    Bilingual("Anfrage von fremder Seite", "Request from another site"),
    Bilingual(
        "Die Anfrage mit Anmelde-Cookie stammt nicht nachweislich von dieser Anwendung.",
        "A request with the sign-in cookie does not provably come from this application.",
    ),
    Bilingual(
        "Öffnen Sie die Anwendung selbst. Programme senden die Kopfzeile X-KB-CSRF: 1.",
        "Open the application itself. Programs send the header X-KB-CSRF: 1.",
    ),
)
SECOND_PERSON = problem_type(
    "second-person-required",
    403,
    Bilingual("Zweite Person nötig", "Second person needed"),
    Bilingual(
        "Genehmigen muss eine andere Person als die, die den Vorschlag gemacht hat.",
        "Approval must come from another person than the one who proposed.",
    ),
    Bilingual(
        "Bitten Sie eine zweite Person mit derselben Berechtigung um die Genehmigung.",
        "Ask a second person with the same right to approve.",
    ),
)
NOT_DEPUTY = problem_type(
    "not-deputy",
    403,
    Bilingual("Keine Vertretung", "Not the deputy"),
    Bilingual(
        "Sie vertreten die genannte Person heute nicht; die Anfrage wurde nicht ausgeführt.",
        "You do not stand in for the person named today; nothing was done.",
    ),
    Bilingual(
        "Handeln Sie in eigenem Namen, oder lassen Sie sich für diesen Zeitraum als Vertretung eintragen.",
        "Act in your own name, or have yourself named as the deputy for this period.",
    ),
)
NOT_PENDING = problem_type(
    "not-pending",
    409,
    Bilingual("Nichts zu genehmigen", "Nothing to approve"),
    Bilingual(
        "Eine Genehmigung ist nicht erbeten, oder sie ist schon erteilt oder zurückgezogen.",
        "No approval is asked for, or it is given or withdrawn already.",
    ),
    Bilingual("Laden Sie den aktuellen Stand.", "Load the current state."),
)
ALREADY_ASKED = problem_type(
    "approval-asked-for",
    409,
    Bilingual("Genehmigung schon erbeten", "Approval asked for already"),
    Bilingual(
        "Für diesen Eintrag ist eine Genehmigung erbeten, die noch aussteht.",
        "An approval of this record is asked for and still open.",
    ),
    Bilingual(
        "Warten Sie die Genehmigung ab, oder nehmen Sie die Bitte zurück und bitten Sie eine andere Person.",
        "Wait for the approval, or withdraw the request and ask somebody else.",
    ),
)
LAST_ADMINISTRATOR = problem_type(
    "last-administrator",
    409,
    Bilingual("Letztes Administrationskonto", "Last administrator"),
    Bilingual(
        "Ohne dieses Konto könnte niemand mehr Konten verwalten.",
        "Without this account nobody could manage accounts any more.",
    ),
    Bilingual(
        "Geben Sie zuerst einem anderen aktiven Konto mit Passwort die Rolle admin.",
        "First give the role admin to another active account that has a password.",
    ),
)
ADDRESS_TAKEN = problem_type(
    "address-taken",
    409,
    Bilingual("Adresse schon vergeben", "Address in use"),
    Bilingual("Zu dieser E-Mail-Adresse gibt es ein Konto.", "There is an account for this e-mail address."),
    Bilingual(
        "Ändern Sie das bestehende Konto oder verwenden Sie eine andere Adresse.",
        "Change the existing account or use another address.",
    ),
)
LINK_INVALID = problem_type(
    "link-invalid",
    410,
    Bilingual("Link nicht mehr gültig", "Link no longer valid"),
    Bilingual(
        "Der Link ist unbekannt, abgelaufen oder schon benutzt.",
        "The link is unknown, expired or used already.",
    ),
    Bilingual("Bitten Sie die Administration um einen neuen Link.", "Ask an administrator for a new link."),
)


class Unauthenticated(DomainError):
    """401: nobody is signed in, or the session or token is no longer valid."""

    problem = SIGN_IN_REQUIRED

    def __init__(self) -> None:
        super().__init__(headers=CHALLENGE)


class CredentialsRefused(DomainError):
    """401, the same for an unknown address, a wrong password and a suspended account."""

    problem = CREDENTIALS_REFUSED

    def __init__(self) -> None:
        super().__init__(headers=CHALLENGE)


class PasswordWrong(DomainError):
    """403: the person is known, but did not prove it is still them."""

    problem = PASSWORD_WRONG


class TooManyAttempts(DomainError):
    problem = TOO_MANY_ATTEMPTS

    def __init__(self, seconds: int) -> None:
        super().__init__(headers={"Retry-After": str(seconds)})


class Forbidden(DomainError):
    """403: the caller is known and may know of it, but has no right to do this."""

    problem = FORBIDDEN


class CrossSite(DomainError):
    problem = CROSS_SITE


class SecondPersonRequired(DomainError):
    problem = SECOND_PERSON


class NotDeputy(DomainError):
    problem = NOT_DEPUTY


class NotPending(DomainError):
    problem = NOT_PENDING


class AlreadyAsked(DomainError):
    problem = ALREADY_ASKED


class LastAdministrator(DomainError):
    problem = LAST_ADMINISTRATOR


class AddressTaken(DomainError):
    problem = ADDRESS_TAKEN


class LinkInvalid(DomainError):
    problem = LINK_INVALID


# --- the token endpoint (RFC 6749, section 5.2) -------------------------------------------------

INVALID_CLIENT = problem_type(
    "invalid-client",
    401,
    Bilingual("Service-Konto unbekannt", "Client not accepted"),
    Bilingual(
        "Kennung und Geheimnis gehören zu keinem genehmigten, gültigen Service-Konto.",
        "Id and secret belong to no approved and valid service client.",
    ),
    Bilingual(
        "Prüfen Sie client_id und client_secret, und ob das Service-Konto genehmigt ist.",
        "Check client_id and client_secret, and whether the service client is approved.",
    ),
)
INVALID_SCOPE = problem_type(
    "invalid-scope",
    400,
    Bilingual("Umfang nicht gewährt", "Scope not granted"),
    Bilingual(
        "Der verlangte Umfang geht über den genehmigten hinaus.",
        "The scope asked for goes beyond the approved one.",
    ),
    Bilingual(
        "Verlangen Sie höchstens die genehmigten scopes, oder lassen Sie scope weg.",
        "Ask for no more than the approved scopes, or leave scope out.",
    ),
)
UNSUPPORTED_GRANT = problem_type(
    "unsupported-grant-type",
    400,
    Bilingual("Verfahren nicht verfügbar", "Grant not available"),
    Bilingual("Tokens gibt es nur mit client_credentials.", "Tokens are issued for client_credentials only."),
    Bilingual("Senden Sie grant_type=client_credentials.", "Send grant_type=client_credentials."),
)


class InvalidClient(DomainError):
    problem = INVALID_CLIENT
    members: ClassVar = {"error": "invalid_client"}

    def __init__(self) -> None:
        super().__init__(headers={"WWW-Authenticate": 'Bearer, Basic realm="klimabruecke"'})


class InvalidScope(DomainError):
    problem = INVALID_SCOPE
    members: ClassVar = {"error": "invalid_scope"}


class UnsupportedGrantType(DomainError):
    problem = UNSUPPORTED_GRANT
    members: ClassVar = {"error": "unsupported_grant_type"}
