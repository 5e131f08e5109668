"""Writes the DOCX templates: layout, signatures, and marks for what is filled in.

``python scripts/docx_templates.py`` makes them anew. An office that wants its letterhead edits the files
instead, in LibreOffice or Word: what stands between {{ and }}, or {% and %}, is filled in and has to stay.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

BACKEND = Path(__file__).parents[1] / "backend" / "klimabruecke"
FOLDER = BACKEND / "footprint" / "data" / "templates"
LETTERS = BACKEND / "inventories" / "first" / "data" / "templates"
FONT, INK, QUIET = "Arial", RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x55, 0x55, 0x55)
TEXT_WIDTH_CM = 16.5
SIGNATURES = {
    "travel_request.de": [
        "Ort, Datum, Unterschrift der antragstellenden Person",
        "Stellungnahme der Abteilung (Datum, Unterschrift)",
        "Genehmigung (Datum, Unterschrift)",
    ],
    "council_report.en": [
        "Prepared by (name, designation, date)",
        "Recommended by (name, designation, date)",
        "Approved by (name, designation, date)",
    ],
}
WIDTHS_CM = {
    "plan": [(6.3, 3.4, 3.4, 3.4)],
    "disclosure": [(4.6, 2.3, 2.8, 3.4, 3.4), (6.5, 5, 5), (2.5, 5, 5, 4)],
    "progress": [(4.6, 4.0, 5.2, 2.7), (3, 5, 8.5)],
}
"""Widths of the columns of the tables, by how many: a text about a plan, an answer about many trips, a note
on measures."""
WORDS_ONLY = ("progress",)
"""Whose tables hold words in all columns; numbers stand to the right."""


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, table in (
        ("travel_request.de", "plan"),
        ("climate_paragraph.de", "plan"),
        ("council_report.en", "plan"),
        ("travel_disclosure.de", "disclosure"),
        ("travel_disclosure.en", "disclosure"),
        ("progress_note.de", "progress"),
        ("progress_note.en", "progress"),
    ):
        write(name, table)
    write_letter()


def write(name: str, table: str) -> None:
    document = Document()
    _page(document)
    _styles(document, {"de": "de-DE", "en": "en-ZA"}[name.rpartition(".")[2]])
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{r subtitle }}", style="Subtitle")
    _facts(document)
    _text(document, WIDTHS_CM[table], right=table not in WORDS_ONLY)
    _notes(document)
    if name in SIGNATURES:
        _signatures(document, SIGNATURES[name])
    _foot(document, "Seite" if name.endswith("de") else "Page")
    document.save(FOLDER / f"{name}.docx")


def write_letter() -> None:
    """The letter that asks for a datum of a first inventory."""
    document = Document()
    _page(document)
    _styles(document, "en-ZA")
    for part in ("sender", "recipient", "date"):
        document.add_paragraph(f"{{{{r {part} }}}}").paragraph_format.space_after = Pt(18)
    document.add_paragraph("{{ title }}", style="Heading 2")
    document.add_paragraph("{{r head }}")
    table = _table(document, 4, (7.5, 5, 4))
    for cell, heading in zip(table.rows[0].cells, ("What", "Unit", "Amount"), strict=True):
        _write(cell, heading, bold=True)
        _shade(cell)
    _merged(table.rows[1], "{%tr for row in rows %}")
    _write(table.rows[2].cells[0], "{{ row.what }}")
    _write(table.rows[2].cells[1], "{{ row.unit }}")
    _merged(table.rows[3], "{%tr endfor %}")
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    document.add_paragraph("{%p for text in paragraphs %}")
    document.add_paragraph("{{r text }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{{r closing }}").paragraph_format.space_before = Pt(12)
    LETTERS.mkdir(parents=True, exist_ok=True)
    document.save(LETTERS / "data_request.en.docx")


def _page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2), Cm(2)


def _styles(document: Any, language: str) -> None:
    styles = document.styles
    styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    for name, size_pt, before_pt, after_pt, is_bold in (
        ("Normal", 11, 0, 6, False),
        ("Title", 18, 0, 2, True),
        ("Subtitle", 12, 0, 12, False),
        ("Heading 2", 12, 14, 4, True),
        ("Caption", 10, 8, 4, True),
        ("List Number", 9, 0, 2, False),
        ("Cell", 10, 2, 2, False),
        ("Footer", 7, 0, 0, False),
    ):
        style = styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size_pt), is_bold
        for spaced in style.element.findall(f"{qn('w:rPr')}/{qn('w:spacing')}"):
            spaced.getparent().remove(spaced)
        style.font.italic, style.font.color.rgb = False, QUIET if name == "Footer" else INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{slot}"), FONT)
        for slot in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[slot]
        layout = style.paragraph_format
        layout.space_before, layout.space_after = Pt(before_pt), Pt(after_pt)
        layout.line_spacing = 1.15 if name == "Normal" else 1.0
        for frame in style.element.findall(f".//{qn('w:pBdr')}") + style.element.findall(
            f".//{qn('w:numPr')}"
        ):
            frame.getparent().remove(frame)
    styles["List Number"].paragraph_format.left_indent = Cm(0.8)
    styles["List Number"].paragraph_format.first_line_indent = Cm(-0.8)
    defaults = styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    spoken = defaults.find(qn("w:lang"))
    for slot in ("val", "eastAsia"):
        spoken.set(qn(f"w:{slot}"), language)


def _facts(document: Any) -> None:
    document.add_paragraph("{%p if facts %}")
    table = _table(document, 3, (5.5, TEXT_WIDTH_CM - 5.5))
    _merged(table.rows[0], "{%tr for fact in facts %}")
    _whole(table.rows[1])
    label, value = table.rows[1].cells
    _write(label, "{{ fact.label }}", bold=True)
    _write(value, "{{r fact.value }}")
    _merged(table.rows[2], "{%tr endfor %}")
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    document.add_paragraph("{%p endif %}")


def _text(document: Any, widths_cm: Sequence[Sequence[float]], *, right: bool) -> None:
    document.add_paragraph("{%p for paragraph in paragraphs %}")
    document.add_paragraph("{%p if paragraph.heading %}")
    document.add_paragraph("{{ paragraph.heading }}", style="Heading 2")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{{r paragraph.text }}")
    document.add_paragraph("{%p if paragraph.table %}")
    document.add_paragraph(
        "{{r paragraph.table.title }}", style="Caption"
    ).paragraph_format.keep_with_next = True
    for each_cm in widths_cm:
        document.add_paragraph(f"{{%p if paragraph.table.columns|length == {len(each_cm)} %}}")
        _grid(document, each_cm, right=right)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")


def _grid(document: Any, widths_cm: Sequence[float], *, right: bool) -> None:
    table = _table(document, 4, widths_cm)
    _merged(table.rows[1], "{%tr for row in paragraph.table.rows %}")
    _merged(table.rows[3], "{%tr endfor %}")
    for place in range(len(widths_cm)):
        head, cell = table.rows[0].cells[place], table.rows[2].cells[place]
        _write(head, f"{{{{ paragraph.table.columns[{place}] }}}}", bold=True, right=right and place > 0)
        _write(cell, f"{{{{r row[{place}] }}}}", right=right and place > 0)
        _shade(head)
    for row in (table.rows[0], table.rows[2]):
        _whole(row)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _notes(document: Any) -> None:
    document.add_paragraph("{{ sources }}", style="Heading 2")
    document.add_paragraph("{%p for note in notes %}")
    document.add_paragraph("{{r note }}", style="List Number")
    document.add_paragraph("{%p endfor %}")


def _signatures(document: Any, lines: Sequence[str]) -> None:
    for line in lines:
        # Between them, or equal borders would become one.
        document.add_paragraph().paragraph_format.space_after = Pt(18)
        paragraph = document.add_paragraph(line)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.runs[0].font.size = Pt(9)
        edge = OxmlElement("w:pBdr")
        top = OxmlElement("w:top")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "4"), ("color", "555555")):
            top.set(qn(f"w:{name}"), value)
        edge.append(top)
        paragraph._p.get_or_add_pPr().insert_element_before(edge, "w:spacing", "w:ind", "w:jc", "w:rPr")


def _foot(document: Any, page: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Footer"]
    paragraph.add_run("{{ origin }}")
    paragraph = document.sections[0].footer.add_paragraph(f"{page} ", style="Footer")
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = code
        run._r.append(mark)


# --- tables ---------------------------------------------------------------------------------------


def _table(document: Any, rows: int, widths_cm: Sequence[float]) -> Any:
    table = document.add_table(rows, len(widths_cm), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.LEFT
    for column, width_cm in zip(table.columns, widths_cm, strict=True):
        for cell in (column, *column.cells):
            cell.width = Cm(width_cm)
    return table


def _whole(row: Any) -> None:
    """Not broken over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _merged(row: Any, text: str) -> None:
    _write(row.cells[0].merge(row.cells[-1]), text)


def _write(cell: Any, text: str, *, bold: bool = False, right: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Cell"
    paragraph.add_run(text).bold = bold or None
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E8EDF2")):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


if __name__ == "__main__":
    main()
