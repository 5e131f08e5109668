"""A letter as a DOCX that can be edited; the same letter gives the same bytes."""

import io
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from klimabruecke.core.docx import MARKED, finished
from klimabruecke.inventories.first.letters import Letter

TEMPLATE = Path(__file__).parent / "data" / "templates" / "data_request.en.docx"
GAP = re.compile(r"(\[[^\]]+\])")
_MADE_AT = datetime(2026, 11, 25, tzinfo=UTC)


def docx_of(letter: Letter) -> bytes:
    """The letter filled into the template, what is still open marked."""
    # Word's libraries cost a tenth of a second and ten megabytes: only who asks for a DOCX pays for them.
    from docxtpl import DocxTemplate, RichText  # noqa: PLC0415

    def rich(text: str) -> Any:
        found = RichText()
        for part in filter(None, GAP.split(text)):
            found.add(part, **({"highlight": MARKED} if GAP.fullmatch(part) else {}))
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
    return finished(filled, letter.title, "en", _MADE_AT)


@cache
def template() -> bytes:
    """The layout; an office that wants its letterhead edits the file."""
    return TEMPLATE.read_bytes()
