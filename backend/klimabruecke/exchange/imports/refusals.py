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
name_records({"import_job": (Bilingual("keinen Import", "no import"), "/api/v1/imports")})
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


def file_refused(refused: Refused) -> Invalid:
    """422 for a file that is no table."""
    return Invalid(FieldError("/file", refused.code, REFUSALS[refused.code].fill(**refused.values)))


def reason_needed() -> Invalid:
    return Invalid(FieldError("/reason", "reason_needed", REASON_NEEDED))


def unknown_mapping() -> Invalid:
    return Invalid(FieldError("/mapping_id", "unknown_mapping", UNKNOWN_MAPPING))
