"""The sentences of imports: why a file is refused at the door, and what each rule says."""

from klimabruecke.core.language import Bilingual
from klimabruecke.exchange.imports.resources.texts import RECORD_RULES

REFUSALS: dict[str, Bilingual] = {
    "empty_file": Bilingual(
        "Die Datei ist leer. Wählen Sie eine andere.", "The file is empty. Choose another."
    ),
    "file_too_large": Bilingual(
        "Die Datei ist größer als {mebibytes} MB. Teilen Sie sie, oder löschen Sie Bilder und Hilfsblätter.",
        "The file is larger than {mebibytes} MB. Split it, or delete pictures and helper sheets.",
    ),
    "old_workbook": Bilingual(
        "Das ist eine alte Excel-Datei (.xls) oder eine mit Passwort. Speichern Sie sie ohne Passwort als "
        ".xlsx.",
        "This is an old Excel file (.xls) or one with a password. Save it without a password as .xlsx.",
    ),
    "not_a_workbook": Bilingual(
        "Die Datei lässt sich nicht als Arbeitsmappe lesen; sie ist beschädigt oder etwas anderes. Öffnen "
        "Sie sie "
        "in Excel oder LibreOffice und speichern Sie sie neu als .xlsx.",
        "The file cannot be read as a workbook; it is damaged or something else. Open it in Excel or "
        "LibreOffice "
        "and save it anew as .xlsx.",
    ),
    "too_much_packed": Bilingual(
        "In der Datei steckt gepackt weit mehr, als eine Tabelle braucht. Speichern Sie nur die Blätter "
        "mit den "
        "Zahlen in einer neuen Datei.",
        "Far more is packed into the file than a table needs. Save only the sheets with the figures in a "
        "new file.",
    ),
    "entities": Bilingual(
        "Die Arbeitsmappe enthält Anweisungen, die hier nicht ausgeführt werden. Speichern Sie sie in "
        "Excel oder "
        "LibreOffice neu als .xlsx.",
        "The workbook holds instructions that are not carried out here. Save it anew as .xlsx in Excel or "
        "LibreOffice.",
    ),
    "sheet_too_large": Bilingual(
        "Ein Blatt reicht über mehr als {cells} Zellen. Löschen Sie leere Zeilen und Spalten am Rand, oder "
        "geben "
        "Sie eine CSV-Datei.",
        "A sheet spans more than {cells} cells. Delete empty rows and columns at its edge, or give a CSV "
        "file.",
    ),
    "not_a_table": Bilingual(
        "Das ist keine Tabelle: Die Datei enthält Zeichen, die in keinem Text stehen. Erlaubt sind .xlsx, "
        ".xlsm "
        "und CSV.",
        "This is no table: the file holds characters that stand in no text. Accepted are .xlsx, .xlsm and "
        "CSV.",
    ),
    "encoding_unknown": Bilingual(
        "Die Schrift der Datei ist weder UTF-8 noch Windows-1252. Speichern Sie sie als „CSV UTF-8“.",
        "The characters of the file are neither UTF-8 nor Windows-1252. Save it as “CSV UTF-8”.",
    ),
    "feed_too_large": Bilingual(
        "Diese JSON-Datei ist zu groß: Höchstens {mebibytes} MB und 300.000 Einträge werden gelesen. Rufen "
        "Sie die Liste seitenweise ab.",
        "This JSON file is too large: at most {mebibytes} MB and 300,000 entries are read. Fetch the list "
        "page by page.",
    ),
    "line_too_long": Bilingual(
        "Eine Zeile ist länger als {characters} Zeichen. Prüfen Sie, ob die Datei wirklich eine Tabelle ist.",
        "A line is longer than {characters} characters. Check whether the file really is a table.",
    ),
    "too_many_rows": Bilingual(
        "Die Tabelle hat mehr als {rows} Zeilen. Teilen Sie sie.",
        "The table has more than {rows} rows. Split it.",
    ),
    "quotes_broken": Bilingual(
        "Um Zeile {line} stimmen die Anführungszeichen nicht: Eines wird nicht geschlossen, oder dahinter "
        "steht "
        "noch etwas. Berichtigen Sie die Zeile.",
        "Around line {line} the quotation marks are wrong: one is not closed, or something follows it. "
        "Correct "
        "the line.",
    ),
}

RULES: dict[str, Bilingual] = {
    "layout_unknown": Bilingual(
        "Dieser Aufbau ist hier nicht bekannt. Sagen Sie, welche Spalte was enthält.",
        "This layout is not known here. Say which column holds what.",
    ),
    "nothing_in_it": Bilingual("In der Datei steht nichts.", "There is nothing in the file."),
    "no_lines": Bilingual(
        "In der Datei wurde keine einzige Zeile mit einer Menge oder einem Schlüssel gefunden.",
        "Not a single line with an amount or a key was found in the file.",
    ),
    "year_unknown": Bilingual(
        "Die Datei nennt kein Jahr. Laden Sie sie mit Jahresangabe noch einmal hoch.",
        "The file names no year. Upload it again and give the year.",
    ),
    "year_differs": Bilingual(
        "In der Datei steht das Jahr {year}, hochgeladen wurde sie für {asked}.",
        "The file says the year {year}, it was uploaded for {asked}.",
    ),
    "year_in_the_future": Bilingual(
        "Das Jahr {year} liegt in der Zukunft.", "The year {year} is in the future."
    ),
    "several_years": Bilingual(
        "Die Zeilen nennen verschiedene Jahre: {years}.", "The lines name different years: {years}."
    ),
    "city_differs": Bilingual(
        "Die Datei handelt von „{name}“; das ist nicht die Stadt, für die sie hochgeladen wurde.",
        "The file is about “{name}”; that is not the city it was uploaded for.",
    ),
    "population_of_state": Bilingual(
        "{stated} Einwohner sind die des Landes. Die Stadt hatte um {year} {known}. Prüfen Sie, ob auch die "
        "Emissionen die des Landes sind.",
        "{stated} inhabitants are those of the state. The city had {known} around {year}. Check whether the "
        "emissions are those of the state too.",
    ),
    "population_of_place": Bilingual(
        "{stated} Einwohner sind zu wenige für die ganze Stadt, die um {year} {known} hatte. Vielleicht "
        "ist nur "
        "der Ort gemeint.",
        "{stated} inhabitants are too few for the whole city, which had {known} around {year}. Perhaps "
        "only the "
        "place is meant.",
    ),
    "population_mistyped": Bilingual(
        "{stated} Einwohner sehen nach einer Ziffer zu viel oder zu wenig aus; bekannt sind {known} um "
        "{year}.",
        "{stated} inhabitants look like a digit too many or too few; known are {known} around {year}.",
    ),
    "population_differs": Bilingual(
        "{stated} Einwohner passen nicht zur Stadt, die um {year} {known} hatte.",
        "{stated} inhabitants do not fit the city, which had {known} around {year}.",
    ),
    "per_head_implausible": Bilingual(
        "{per_head_t} t je Kopf sind nicht glaubhaft (gerechnet mit {population} Einwohnern).",
        "{per_head_t} t per head are not credible (computed with {population} inhabitants).",
    ),
    "unit_off_by_1000": Bilingual(
        "Die Summe ist etwa tausendmal zu groß oder zu klein. Vermutlich sind kt und t verwechselt.",
        "The total is about a thousand times too large or too small. Probably kt and t were confused.",
    ),
    "total_identical_to_other_year": Bilingual(
        "Die Summe von {total_t} t ist dieselbe wie im Jahr {other_year}. Vermutlich ist sie von dort "
        "abgeschrieben.",
        "The total of {total_t} t is the same as that of {other_year}. Probably it was copied from there.",
    ),
    "total_not_sum_of_parts": Bilingual(
        "Angegeben sind {stated_t} t, die Zeilen ergeben {sum_t} t.",
        "Stated are {stated_t} t, the lines add up to {sum_t} t.",
    ),
    "not_a_number": Bilingual("Hier steht keine Zahl.", "This is no number."),
    "amount_out_of_range": Bilingual(
        "So viel stößt keine Stadt aus. Vermutlich ist die Einheit falsch.",
        "No city emits as much. Probably the unit is wrong.",
    ),
    "amount_and_key": Bilingual(
        "Hier stehen eine Menge und ein Schlüssel. Eine Zeile hat nur eines von beiden.",
        "There are an amount and a key here. A line has only one of the two.",
    ),
    "nothing_stated": Bilingual(
        "Weder Menge noch Schlüssel: Die Zeile wird ausgelassen. Leer ist nicht null.",
        "Neither amount nor key: the line is left out. Empty is not zero.",
    ),
    "unknown_notation_key": Bilingual(
        "Was „{key}“ bedeutet, ist nicht bekannt. Die Zeile hat keine Menge und wird ausgelassen, bis Sie "
        "es sagen.",
        "What “{key}” means is not known. The line has no amount and is left out until you say so.",
    ),
    "reference_missing": Bilingual("Die GPC-Referenz fehlt.", "The GPC reference is missing."),
    "reference_unknown": Bilingual("Diese GPC-Referenz gibt es nicht.", "There is no such GPC reference."),
    "reference_alias": Bilingual(
        "Gelesen als {reference}; die Teile IV und V haben keinen Scope.",
        "Read as {reference}; sectors IV and V have no scope.",
    ),
    "gas_sum_differs": Bilingual(
        "Die Gase ergeben {gases_t} t, angegeben sind {total_t} t. Übernommen wird die Summe der Zeile.",
        "The gases add up to {gases_t} t, stated are {total_t} t. The total of the line is taken.",
    ),
    "total_from_gases": Bilingual(
        "Die Summe der Zeile fehlt; sie wurde aus den Gasen gebildet.",
        "The total of the line is missing; it was made from the gases.",
    ),
    "unit_unknown": Bilingual(
        "Die Datei nennt keine Einheit. Sagen Sie, ob es kg, t oder kt sind; vorher wird nichts übernommen.",
        "The file names no unit. Say whether it is kg, t or kt; nothing is taken over before.",
    ),
    "no_gpc_lines": Bilingual(
        "Die Sektoren sind keine GPC-Referenzen. Das Inventar behält seinen eigenen Standard.",
        "The sectors are no GPC references. The inventory keeps a standard of its own.",
    ),
    "ie_without_target": Bilingual(
        "IE ohne die Stelle, an der die Menge enthalten ist.",
        "IE without the place the amount is included in.",
    ),
    "ne_without_reason": Bilingual("NE ohne Begründung.", "NE without a reason."),
    "line_repeated": Bilingual(
        "Dieselbe Zeile wie Zeile {row}. Beide werden gezählt.", "The same as row {row}. Both are counted."
    ),
    "row_key_repeated": Bilingual(
        "Mehrere Zeilen nennen sich „{key}“; eine Kennung gibt es nur einmal.",
        "Several lines call themselves “{key}”; a key is there only once.",
    ),
    "line_not_accepted": Bilingual("{sentence_de}", "{sentence_en}"),
    "references_gone": Bilingual(
        "Das gespeicherte Inventar hat Zeilen, zu denen in der Datei nichts mehr steht: {references}. Sie "
        "würden"
        " gelöscht.",
        "The stored inventory has lines the file says nothing about any more: {references}. They would be"
        " deleted.",
    ),
    "lines_replaced": Bilingual(
        "{lines} gespeicherte Zeilen werden durch andere Zeilen derselben Referenzen ersetzt.",
        "{lines} stored lines are replaced by other lines of the same references.",
    ),
    "changed_since": Bilingual(
        "Nicht rückgängig gemacht: Was importiert wurde, ist seither geändert, veröffentlicht oder gelöscht "
        "worden.",
        "Not undone: what was imported has been changed, published or deleted since.",
    ),
    **RECORD_RULES,
    "more_problems": Bilingual("Und {count} weitere.", "And {count} more."),
    "could_not_be_read": Bilingual(
        "Beim Lesen der Datei ging etwas schief, das nicht an Ihnen liegt. Nennen Sie dem Betrieb diesen "
        "Import.",
        "Something went wrong while the file was read, and it is not your doing. Name this import to the "
        "operator.",
    ),
}
