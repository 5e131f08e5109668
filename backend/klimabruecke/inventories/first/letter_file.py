"""A letter as a DOCX that can be edited; the same letter gives the same bytes."""

import io
import re
import zipfile
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from klimabruecke.inventories.first.letters import Letter

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEMPLATE = Path(__file__).parent / "data" / "templates" / "data_request.en.docx"
GAP = re.compile(r"(\[[^\]]+\])")
_MARKED = "FFF2A8"
_MADE_AT = datetime(2026, 11, 25)  # noqa: DTZ001 - Word's properties carry no zone
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def docx_of(letter: Letter) -> bytes:
    """The letter filled into the template, what is still open marked."""
    # Word's libraries cost a tenth of a second and ten megabytes: only who asks for a DOCX pays for them.
    from docxtpl import DocxTemplate, RichText  # noqa: PLC0415

    def rich(text: str) -> Any:
        found = RichText()
        for part in filter(None, GAP.split(text)):
            found.add(part, **({"highlight": _MARKED} if GAP.fullmatch(part) else {}))
        return found

    filled = DocxTemplate(io.BytesIO(template()))
    head, *rest = letter.paragraphs
    filled.render(
        {
            "sender": rich(letter.sender),
            "recipient": rich(letter.recipient),
            "date": rich(letter.date),
            "title": letter.title,
            "head": rich(head),
            "rows": [{"what": row.what, "unit": row.unit} for row in letter.rows],
            "paragraphs": [rich(text) for text in rest],
            "closing": rich(letter.closing),
        },
        autoescape=True,
    )
    properties = filled.docx.core_properties
    properties.title, properties.author, properties.language = letter.title, "Klimabrücke", "en"
    properties.created = properties.modified = _MADE_AT
    return _packed(filled)


@cache
def template() -> bytes:
    """The layout; an office that wants its letterhead edits the file."""
    return TEMPLATE.read_bytes()


def _packed(filled: Any) -> bytes:
    """The file with no time of its own in it."""
    made, packed = io.BytesIO(), io.BytesIO()
    filled.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _ZIP_EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, parts.read(name))
    return packed.getvalue()
