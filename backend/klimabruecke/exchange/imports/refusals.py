"""What stands in the way of an import."""

from klimabruecke.core.errors import DomainError, FieldError, Invalid, problem_type
from klimabruecke.core.language import Bilingual
from klimabruecke.core.records import name_records
from klimabruecke.exchange.imports.container import Refused
from klimabruecke.exchange.imports.texts import REFUSALS

NOT_READY = problem_type(
    "import-not-ready",
    409,
    Bilingual("Import noch nicht so weit", "Import not ready for this"),
    Bilingual(
        "In seinem jetzigen Stand lässt sich der Import so nicht weiterführen.",
        "In its present state the import cannot be carried on like this.",
    ),
    Bilingual(
        "Laden Sie den Import neu und sehen Sie nach, worauf er wartet.",
        "Load the import again and see what it waits for.",
    ),
)
UPLOAD_OFFSET = problem_type(
    "upload-offset",
    409,
    Bilingual("Stück an anderer Stelle erwartet", "Piece expected at another place"),
    Bilingual(
        "Das Stück beginnt nicht dort, wo die Datei bisher aufhört.",
        "The piece does not begin where the file ends so far.",
    ),
    Bilingual(
        "Fragen Sie mit HEAD, wie weit die Datei ist (Upload-Offset), und senden Sie von dort weiter.",
        "Ask by HEAD how far the file is (Upload-Offset), and go on from there.",
    ),
)
name_records(
    {
        "import_job": (Bilingual("keinen Import", "no import"), "/api/v1/imports"),
        "upload": (
            Bilingual("keine hochgeladene Datei von Ihnen", "no uploaded file of yours"),
            "/api/v1/imports",
        ),
    }
)
NOT_A_PIECE = Bilingual(
    "Ein Stück einer Datei hat den Content-Type application/offset+octet-stream.",
    "A piece of a file has the Content-Type application/offset+octet-stream.",
)
UPLOADS: dict[str, Bilingual] = {
    "piece_too_long": Bilingual(
        "Mit diesem Stück wäre die Datei länger als angekündigt. Beginnen Sie neu, mit der richtigen Länge.",
        "With this piece the file would be longer than announced. Begin anew, with the right length.",
    ),
    "file_or_upload": Bilingual(
        "Schicken Sie die Datei mit, oder nennen Sie eine hochgeladene: eines von beiden.",
        "Send the file along, or name an uploaded one: one of the two.",
    ),
    "unknown_upload": Bilingual(
        "Diese hochgeladene Datei gibt es nicht (mehr). Laden Sie sie neu hoch; sie bleibt 24 Stunden.",
        "There is no such uploaded file (any more). Upload it again; it stays for 24 hours.",
    ),
    "upload_incomplete": Bilingual(
        "Von dieser Datei fehlt noch etwas. Senden Sie erst die übrigen Stücke.",
        "Something of this file is still missing. Send the other pieces first.",
    ),
}
SENTENCES: dict[str, Bilingual] = {
    "not_previewed": Bilingual(
        "Übernommen wird nur, was geprüft und noch nicht übernommen ist. Warten Sie, bis die Prüfung "
        "fertig ist, "
        "oder laden Sie eine berichtigte Datei hoch.",
        "Only what was checked and not yet taken over can be. Wait until the check is done, or upload a "
        "corrected "
        "file.",
    ),
    "nothing_to_take": Bilingual(
        "In diesem Import ist nichts, was sich übernehmen ließe. Beantworten Sie zuerst die offenen Fragen.",
        "There is nothing in this import to take over. Answer its open questions first.",
    ),
    "no_longer_asked": Bilingual(
        "Dieser Import ist übernommen oder verworfen; er stellt keine Fragen mehr. Laden Sie die Datei neu "
        "hoch.",
        "This import was applied or refused; it asks nothing any more. Upload the file again.",
    ),
    "not_applied": Bilingual(
        "Rückgängig gemacht wird nur, was übernommen wurde.", "Only what was applied can be undone."
    ),
    "too_late": Bilingual(
        "Rückgängig machen lässt sich ein Import 30 Tage lang; diese Frist ist vorbei.",
        "An import can be undone for 30 days; they are over.",
    ),
    "changed_since": Bilingual(
        "Das Inventar wurde seit dem Import geändert oder veröffentlicht. Machen Sie die Änderungen von "
        "Hand.",
        "The inventory was changed or published since the import. Make the changes by hand.",
    ),
}
REASON_NEEDED = Bilingual(
    "Gegen diesen Import spricht etwas. Schreiben Sie, warum er trotzdem stimmt.",
    "Something speaks against this import. Write why it is right all the same.",
)
UNKNOWN_MAPPING = Bilingual(
    "Diese Zuordnung gibt es für diese Stadt nicht. Welche es gibt, steht unter /api/v1/import-mappings.",
    "There is no such mapping for this city. Those that exist are listed at /api/v1/import-mappings.",
)


class ImportNotReady(DomainError):
    problem = NOT_READY

    def __init__(self, code: str) -> None:
        super().__init__(SENTENCES[code])


def file_refused(refused: Refused, pointer: str) -> Invalid:
    """422 for a file that is no table."""
    return Invalid(FieldError(pointer, refused.code, REFUSALS[refused.code].fill(**refused.values)))


def reason_needed() -> Invalid:
    return Invalid(FieldError("/reason", "reason_needed", REASON_NEEDED))


def unknown_mapping() -> Invalid:
    return Invalid(FieldError("/mapping_id", "unknown_mapping", UNKNOWN_MAPPING))


class PieceElsewhere(DomainError):
    problem = UPLOAD_OFFSET

    def __init__(self, received_bytes: int) -> None:
        super().__init__(headers={"Upload-Offset": str(received_bytes)})


def piece_too_long() -> Invalid:
    return Invalid(FieldError("", "piece_too_long", UPLOADS["piece_too_long"]))


def upload_refused(pointer: str, code: str) -> Invalid:
    """422 for an import without a whole file."""
    return Invalid(FieldError(pointer, code, UPLOADS[code]))
