"""The digest as text, as a page and as a feed, each in one language."""

from collections.abc import Callable
from html import escape
from typing import Any

from klimabruecke.core.language import Bilingual, Language

KINDS = {
    "measure": Bilingual("Neue Maßnahme", "New measure"),
    "update": Bilingual("Meldung", "Update"),
    "answer": Bilingual("Antwort", "Answer"),
    "exchange": Bilingual("Fachaustausch", "Exchange"),
    "transfer": Bilingual("Übernahme", "Uptake"),
}
NOTHING = Bilingual("In diesem Monat gibt es nichts Neues.", "There is nothing new this month.")
DEMO = Bilingual("erfundenes Beispiel", "invented example")

Digest = dict[str, Any]
Names = Callable[[str], str]


def as_text(digest: Digest, names: Names, origin: str, language: Language) -> str:
    """To paste into a mail."""
    lines = [digest[f"title_{language}"], ""]
    for one in digest["items"]:
        lines += [_heading(one, names, language), one[f"title_{language}"]]
        lines += [one[f"text_{language}"]] if one[f"text_{language}"] else []
        lines += [f"{origin}{one['link']}", ""]
    return "\n".join(lines if digest["items"] else [*lines, NOTHING.in_(language), ""])


def as_html(digest: Digest, names: Names, origin: str, language: Language) -> str:
    """A page without any style or script, so that a mail program shows it as it is."""
    title = escape(digest[f"title_{language}"])
    parts = [_part(one, names, origin, language) for one in digest["items"]]
    body = "".join(parts) or f"<p>{NOTHING.in_(language)}</p>"
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    return f'<!DOCTYPE html><html lang="{language}">{head}<body><h1>{title}</h1>{body}</body></html>\n'


def _part(one: Digest, names: Names, origin: str, language: Language) -> str:
    text = one[f"text_{language}"]
    said = f"<p>{escape(text)}</p>" if text else ""
    address = escape(f"{origin}{one['link']}")
    title = f'<h2><a href="{address}">{escape(one[f"title_{language}"])}</a></h2>'
    return f"{title}<p>{escape(_heading(one, names, language))}</p>{said}"


def as_atom(digest: Digest, names: Names, origin: str, language: Language) -> str:
    """RFC 4287. The ids do not depend on where this application stands."""
    month, items = digest["month"], digest["items"]
    latest = max((one["on"] for one in items), default=f"{month}-01")
    entries = "".join(_entry(one, names, origin, language) for one in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">'
        f"<id>urn:klimabruecke:digest:{month}</id><title>{escape(digest[f'title_{language}'])}</title>"
        f"<updated>{latest}T00:00:00Z</updated><author><name>Klimabrücke</name></author>{entries}</feed>\n"
    )


def _entry(one: Digest, names: Names, origin: str, language: Language) -> str:
    key = f"{one['kind']}:{one['link']}:{one['on']}"
    text = one[f"text_{language}"] or one[f"title_{language}"]
    return (
        f"<entry><id>urn:klimabruecke:news:{escape(key)}</id>"
        f"<title>{escape(_heading(one, names, language))}: {escape(one[f'title_{language}'])}</title>"
        f'<link href="{escape(origin + one["link"])}"/>'
        f"<updated>{one['on']}T00:00:00Z</updated><content>{escape(text)}</content></entry>"
    )


def _heading(one: Digest, names: Names, language: Language) -> str:
    cities = ", ".join(map(names, one["city_ids"]))
    mark = f" ({DEMO.in_(language)})" if one["demo"] else ""
    return f"{KINDS[one['kind']].in_(language)}, {cities}{mark}"
