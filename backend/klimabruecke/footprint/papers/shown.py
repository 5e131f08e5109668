"""A paper as JSON and as DOCX."""

import hashlib
import io
import re
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from fastapi import Request
from starlette.responses import Response

from klimabruecke import __version__
from klimabruecke.core.docx import DOCX, MARKED, finished
from klimabruecke.core.http.answers import PRIVATE, etag, is_unchanged, not_modified, validators
from klimabruecke.footprint.papers.paper import BLANK, SOURCES, Grid, Paper

TEMPLATES = Path(__file__).parents[1] / "data" / "templates"
"""A template has the layout, the signatures and the place for a letterhead; all sentences come from here."""

_BLANKS = re.compile("|".join(f"({re.escape(blank)})" for blank in BLANK.values()))
_NOT_IN_XML = dict.fromkeys((0xFFFE, 0xFFFF, ord("\r")))


def shown_paper(paper: Paper) -> dict[str, Any]:
    """The paper in the shape of ``PaperOut``."""
    return {
        "language": paper.language,
        "title": paper.title,
        "subtitle": paper.subtitle,
        "facts": [
            {"label": fact.label, "value": paper.value(fact), "missing": fact.value is None}
            for fact in paper.facts
        ],
        "paragraphs": [
            {
                "heading": paragraph.heading,
                "text": paragraph.text,
                "table": None
                if paragraph.table is None
                else {
                    "title": paragraph.table.title,
                    "columns": list(paragraph.table.columns),
                    "rows": [list(row) for row in paragraph.table.rows],
                },
            }
            for paragraph in paper.paragraphs
        ],
        "sources": [{"number": number, "text": note} for number, note in enumerate(paper.notes, 1)],
        "text": paper.plain_text(),
    }


def docx_of(paper: Paper, template: str, origin: str, made_at: datetime) -> bytes:
    """The paper filled into a template; the same paper gives the same bytes.

    ``origin`` is the line at the foot that names the frozen document it was made from.
    """
    # Word's libraries cost a tenth of a second and ten megabytes: only who asks for a DOCX pays for them.
    from docxtpl import DocxTemplate, RichText  # noqa: PLC0415

    def rich(text: str) -> Any:
        """With every blank marked, so that nobody overlooks it."""
        found = RichText()
        for part in filter(None, _BLANKS.split(text.translate(_NOT_IN_XML))):
            found.add(part, **({"highlight": MARKED} if _BLANKS.fullmatch(part) else {}))
        return found

    filled = DocxTemplate(io.BytesIO(_template(f"{template}.{paper.language}")))
    filled.render(
        {
            "title": paper.title,
            "subtitle": rich(paper.subtitle),
            "facts": [{"label": fact.label, "value": rich(paper.value(fact))} for fact in paper.facts],
            "paragraphs": [
                {
                    "heading": each.heading,
                    "text": rich(each.text),
                    "table": each.table and _cells(each.table, rich),
                }
                for each in paper.paragraphs
            ],
            "sources": SOURCES[paper.language],
            "notes": [rich(f"[{number}] {note}") for number, note in enumerate(paper.notes, 1)],
            "origin": origin,
        },
        autoescape=True,
    )
    return finished(filled, paper.title, paper.language, made_at)


def document_response(
    request: Request, paper: Paper, template: str, origin: str, made_at: datetime, day: str
) -> Response:
    """A DOCX to be saved under the template's name and the day; filled in only for who has no copy of it.

    The validator is made of what the file is made of: the paper's words, the template, this version.
    """
    layout = hashlib.sha256(_template(f"{template}.{paper.language}")).hexdigest()
    tag = etag(DOCX, __version__, layout, origin, made_at, shown_paper(paper))
    if is_unchanged(request, tag):
        return not_modified(tag, PRIVATE)
    headers = {
        **validators(tag, PRIVATE),
        "Content-Language": paper.language,
        "Content-Disposition": f'attachment; filename="{template}-{day}.docx"',
    }
    return Response(docx_of(paper, template, origin, made_at), media_type=DOCX, headers=headers)


def _cells(table: Grid, rich: Callable[[str], Any]) -> dict[str, Any]:
    return {
        "title": rich(table.title),
        "columns": [heading.translate(_NOT_IN_XML) for heading in table.columns],
        "rows": [[rich(cell) for cell in row] for row in table.rows],
    }


@lru_cache(maxsize=16)
def _template(name: str) -> bytes:
    return (TEMPLATES / f"{name}.docx").read_bytes()
