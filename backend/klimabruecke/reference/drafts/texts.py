"""The sentences about files of factors, in German and English."""

from collections.abc import Mapping
from typing import Any

from klimabruecke.core.errors import FieldError
from klimabruecke.core.language import Bilingual
from klimabruecke.core.validation import sentence

POINTER = "/csv"

REFUSALS = {
    "no_csv": Bilingual(
        "Das ist keine Tabelle im Format CSV: Ein Anführungszeichen ist nicht geschlossen oder steht falsch.",
        "This is no table in CSV format: a quotation mark is not closed or in the wrong place.",
    ),
    "no_rows": Bilingual(
        "Die Datei hat unter der Kopfzeile keine Zeile. Tragen Sie mindestens einen Faktor ein.",
        "The file has no row under its headings. Enter at least one factor.",
    ),
    "too_many_rows": Bilingual(
        "Eine Datei hat höchstens {most} Zeilen. Teilen Sie den Satz auf.",
        "A file has at most {most} rows. Split the set.",
    ),
    "column_missing": Bilingual(
        "Diese Spalte fehlt. Nehmen Sie die Kopfzeile der Vorlage.",
        "This column is missing. Take the headings of the template.",
    ),
    "column_unknown": Bilingual(
        "Die {place}. Spalte hat eine Überschrift, die es in der Vorlage nicht gibt.",
        "Column {place} has a heading the template does not know.",
    ),
    "column_repeated": Bilingual("Diese Spalte steht zweimal da.", "This column is there twice."),
    "cells": Bilingual(
        "Die Zeile hat {found} Felder, die Kopfzeile {wanted}. Felder mit Trennzeichen stehen in "
        "Anführungszeichen.",
        "The row has {found} cells, the headings {wanted}. Cells with a separator stand in quotation marks.",
    ),
    "number_expected": Bilingual(
        "Erlaubt ist eine Zahl ohne Tausenderzeichen: mit Punkt in Dateien mit Kommas, mit Komma in Dateien "
        "mit Semikolons.",
        "A number without separators of thousands is accepted: with a point in files with commas, with a "
        "comma in files with semicolons.",
    ),
    "number_out_of_range": Bilingual(
        "Erlaubt ist eine Zahl von 0 bis 1 Milliarde mit höchstens 20 Nachkommastellen.",
        "A number from 0 to 1 billion with at most 20 decimal places is accepted.",
    ),
    "id_repeated": Bilingual("Diese Kennung steht zweimal in der Datei.", "This id is in the file twice."),
    "id_taken": Bilingual(
        "Diesen Faktor gibt es schon. Geben Sie dem neuen eine eigene Kennung, zum Beispiel mit dem Jahr.",
        "This factor exists already. Give the new one an id of its own, for example with the year.",
    ),
    "unknown_unit": Bilingual(
        "Mit dieser Einheit rechnet hier niemand. Bekannt sind: {known}.",
        "Nothing here computes with this unit. Known are: {known}.",
    ),
    "unknown_category": Bilingual(
        "Diese Art gibt es nicht. Bekannt sind: {known}.", "There is no such category. Known are: {known}."
    ),
    "unknown_replaced": Bilingual(
        "Diesen Faktor gibt es nicht. Seine Kennung steht in der Liste der Faktoren.",
        "There is no such factor. Its id is in the list of factors.",
    ),
    "replaced_already": Bilingual(
        "Dieser Faktor hat schon einen Nachfolger. Tragen Sie diesen ein: {successor}.",
        "This factor has a successor already. Enter that one: {successor}.",
    ),
    "replaced_twice": Bilingual(
        "Zwei Zeilen ersetzen denselben Faktor. Nur eine kann ihm folgen.",
        "Two rows replace the same factor. Only one can succeed it.",
    ),
    "replaced_is_newer": Bilingual(
        "Der ersetzte Faktor gilt ab dem {day}, also später als dieser Satz.",
        "The replaced factor is valid from {day}, later than this set.",
    ),
    "differs_from_replaced": Bilingual(
        "Der ersetzte Faktor hat hier: {value}. Ein Nachfolger hat dasselbe, sonst rechnete er falsch.",
        "The replaced factor has here: {value}. A successor has the same, or it would compute wrongly.",
    ),
    "same_publisher_id": Bilingual(
        "Ein Faktor mit dieser Kennung des Herausgebers ist da. Tragen Sie ihn unter replaces ein: {factor}.",
        "There is a factor with this id of its publisher. Enter it under replaces: {factor}.",
    ),
}
_AT_ROW = Bilingual("Zeile {row}: {sentence}", "Row {row}: {sentence}")
_AT_CELL = Bilingual("Zeile {row}, Spalte {column}: {sentence}", "Row {row}, column {column}: {sentence}")


def finding(
    code: str, row: int | None = None, column: str | None = None, context: Mapping[str, Any] | None = None
) -> FieldError:
    """What is wrong in the file, with row (the headings are row 1) and column in the sentence."""
    own = REFUSALS.get(code)
    said = sentence(code, context) if own is None else own.fill(**(context or {}))
    if row is None:
        return FieldError(POINTER, code, said)
    at = _AT_ROW if column is None else _AT_CELL
    return FieldError(
        POINTER,
        code,
        Bilingual(
            at.de.format(row=row, column=column, sentence=said.de),
            at.en.format(row=row, column=column, sentence=said.en),
        ),
    )
