"""What the rules of tables and feeds of records say."""

from collections.abc import Mapping

from klimabruecke.core.language import Bilingual

RECORD_RULES: Mapping[str, Bilingual] = {
    "not_a_feed_of_actions": Bilingual(
        "Diese JSON-Datei ist keine Liste von Maßnahmen, wie Kausal Watch sie ausgibt (/v1/plan/…/actions/).",
        "This JSON file is no list of actions as Kausal Watch gives it (/v1/plan/…/actions/).",
    ),
    "headings_missing": Bilingual(
        "In keinem Blatt steht eine Zeile mit den Überschriften unserer Vorlage, darunter „{key_de}“. Nehmen "
        "Sie die Vorlage, oder sagen Sie, welche Spalte was ist.",
        "No sheet has a row with the headings of our template, “{key_en}” among them. Use the template, or "
        "say which column is what.",
    ),
    "key_missing": Bilingual(
        "Die Kennung fehlt. Ohne sie stünde dieselbe Zeile beim nächsten Mal doppelt da.",
        "The identifier is missing. Without it the same row would be there twice next time.",
    ),
    "record_repeated": Bilingual(
        "„{key}“ steht mehrmals in der Datei; eine Kennung gibt es nur einmal. Ausgelassen werden alle.",
        "“{key}” is in the file several times; an identifier is there only once. All of them are left out.",
    ),
    "key_ambiguous": Bilingual(
        "„{key}“ heißen hier mehrere Maßnahmen. Ergänzen Sie die Spalte „id“ mit der Kennung der gemeinten.",
        "Several measures here are called “{key}”. Add the column “id” with the id of the one you mean.",
    ),
    "value_unreadable": Bilingual(
        "Diese Zelle lässt sich nicht lesen: erwartet wird {expected_de}.",
        "This cell cannot be read: expected is {expected_en}.",
    ),
    "unknown_word": Bilingual(
        "Was „{word}“ bei „{field}“ hier heißt, ist nicht bekannt. Antworten Sie in words {{„{asked}“: …}}, "
        "möglich sind: {choices}.",
        "What “{word}” means for “{field}” is not known here. Answer with words: {{“{asked}”: …}}; choices "
        "are: {choices}.",
    ),
    "record_changed": Bilingual(
        "„{title}“ ist schon da und wird geändert: {fields}.",
        "“{title}” is there already and changes: {fields}.",
    ),
    "people_named": Bilingual(
        "Die Spalte „{heading}“ scheint Namen von Personen zu enthalten. Hier stehen nur Zahlen von "
        "Personen: Löschen Sie die Spalte und laden Sie die Datei neu hoch.",
        "The column “{heading}” seems to hold names of people. Only numbers of people stand here: delete the "
        "column and upload the file again.",
    ),
    "project_unknown": Bilingual(
        "Dieses Projekt gibt es nicht, oder seine Städte sind andere. Nehmen Sie den Titel oder die Kennung "
        "aus der Projektliste.",
        "There is no such project, or its cities are others. Take the title or the id from the list of "
        "projects.",
    ),
    "rows_contradict": Bilingual(
        "Zeile {first} sagt zu derselben Aktivität etwas anderes. Schreiben Sie es nur in eine der Zeilen.",
        "Row {first} says something else of the same activity. Write it in one of the rows only.",
    ),
    "feed_left_out": Bilingual(
        "Nicht übernommen werden Personen, Schritte und was hier keinen Platz hat: {names}.",
        "Not taken over are people, steps and what has no place here: {names}.",
    ),
    "still_named": Bilingual(
        "Nicht rückgängig gemacht: Eine der neuen Maßnahmen ist inzwischen Teil einer Übernahme oder Frage.",
        "Not undone: one of the new measures is part of a transfer or a question by now.",
    ),
}
