"""The German papers: Dienstreiseantrag, and the paragraph on climate for a Vorlage."""

from collections.abc import Mapping

from klimabruecke.core.language import Language
from klimabruecke.footprint.papers.case import Case, Document, Leg, Notes
from klimabruecke.footprint.papers.numbers import (
    count,
    day,
    mass,
    mass_range,
    mass_within,
    money,
    percent,
    signed_mass,
)
from klimabruecke.footprint.papers.paper import BLANK, Fact, Grid, Paper, Paragraph
from klimabruecke.footprint.papers.words import CABINS, INVENTED, MEANS, PARTS, SUBJECTS, TOLD

DE: Language = "de"
OPEN = BLANK[DE]
DECIDING: Mapping[str, tuple[str, str]] = {
    "senate": ("Senatsvorlage", "Der Beschluss des Senats"),
    "deputation": ("Deputationsvorlage", "Der Beschluss der Deputation"),
    "magistrat": ("Magistratsvorlage", "Der Beschluss des Magistrats"),
}
"""By who decides: what the submission is called, and whose resolution it is."""


def travel_request(case: Case, *, demo: bool) -> Paper:
    """Dienstreiseantrag mit Begründung."""
    notes = Notes()
    facts = _facts(case, notes)
    decision = case.decision
    reason = f"Grund der Entscheidung: {decision['reason']}"
    paragraphs = (
        *([Paragraph(INVENTED.de)] if demo else []),
        Paragraph(decision.get("purpose") or OPEN, "Begründung: Zweck der Reise"),
        Paragraph(decision.get("benefit") or OPEN, "Begründung: erwarteter Nutzen"),
        _choice(case, notes, "Begründung: gewählte Variante", reason),
        Paragraph(_emissions(case, notes, "Die Reise"), "Auswirkungen auf den Klimaschutz"),
        *(Paragraph(text) for text in _rest(case, notes)),
        *_rail(case, notes, "Begründung: Bahn oder Flug"),
    )
    return Paper(DE, "Dienstreiseantrag", case.plan["title"], paragraphs, tuple(notes.texts), facts)


def climate_paragraph(case: Case, body: str, *, demo: bool) -> Paper:
    """Auswirkungen auf den Klimaschutz, for a Senats-, Deputations- or Magistratsvorlage."""
    notes = Notes()
    submission, resolution = DECIDING[body]
    title = case.plan["title"]
    subject = f"{SUBJECTS[case.plan['kind']].de} „{title}“ ({_outline(case, notes)})"
    paragraphs = (
        *([Paragraph(INVENTED.de)] if demo else []),
        Paragraph(f"{resolution} wirkt sich auf den Klimaschutz aus. {_emissions(case, notes, subject)}"),
        *(Paragraph(text) for text in _rest(case, notes)),
        *_rail(case, notes),
        _choice(case, notes),
    )
    return Paper(
        language=DE,
        title="Auswirkungen auf den Klimaschutz",
        subtitle=f"Absatz für die {submission} „{title}“",
        paragraphs=paragraphs,
        notes=tuple(notes.texts),
    )


def _stated(case: Case) -> str:
    """The note of everything the decision itself states."""
    decided = day(case.decision["decided_at"], DE)
    return f"Reiseplanung „{case.plan['title']}“, Entscheidung vom {decided}, Prüfsumme {case.sha256[:12]}"


# --- what it is about -----------------------------------------------------------------------------


def _facts(case: Case, notes: Notes) -> tuple[Fact, ...]:
    stated = notes.mark(_stated(case))
    decision, project = case.decision, case.snapshot["project"]
    people, online, stays = case.travellers(), case.by_video(), _stays(case)
    cents = decision.get("cost_cents")
    cost = None if cents is None else money(cents, decision["currency"], DE) + stated
    return (
        Fact("Projekt", project["title_de"] or project["title_en"]),
        Fact("Reisende (Name, Organisationseinheit)", None),
        Fact("Zahl der Reisenden", None if people is None else f"{people}{stated}"),
        Fact("Reisezeitraum", _period(case) + stated),
        Fact("Reiseweg", _route(case)),
        Fact("Beförderungsmittel", _means(case)),
        *([Fact("Unterkunft", stays + stated)] if stays else []),
        *([Fact("Teilnahme per Video", _people(online) + stated)] if online else []),
        Fact("Voraussichtliche Kosten", cost),
        Fact("Haushaltsstelle", decision.get("budget_line")),
    )


def _outline(case: Case, notes: Notes) -> str:
    """Way, days and people in brackets behind the title."""
    people = case.travellers()
    starts = day(case.plan["on"], DE)
    travellers = ""
    if people is not None:
        travellers = f"{count(people, DE)} {'reisende Person' if people == 1 else 'Reisende'}"
    parts = (_route(case), _period(case) if case.decision.get("ends_on") else f"ab {starts}", travellers)
    return "; ".join(filter(None, parts)) + notes.mark(_stated(case))


def _period(case: Case) -> str:
    starts, ends = case.plan["on"], case.decision.get("ends_on")
    if ends == starts:
        return day(starts, DE)
    return f"{day(starts, DE)} bis {day(ends, DE) if ends else OPEN}"


def _route(case: Case) -> str | None:
    chains = [" – ".join(chain) for chain in case.routes()]
    if not chains:
        return None
    return "; ".join(chains) + (" und zurück" if all(leg.is_return for leg in case.legs()) else "")


def _means(case: Case) -> str | None:
    return ", ".join(dict.fromkeys(_mean(leg) for leg in case.legs())) or None


def _mean(leg: Leg) -> str:
    details = [f"{leg.origin} – {leg.destination}"] if leg.origin else []
    details += [CABINS[leg.cabin].de] if leg.cabin else []
    return MEANS[leg.type].de + (f" ({', '.join(details)})" if details else "")


def _stays(case: Case) -> str:
    return "; ".join(
        f"{rooms} Zimmer für {nights} {'Nacht' if nights == 1 else 'Nächte'}"
        for rooms, nights in case.stays()
    )


def _people(number: int) -> str:
    return "1 Person" if number == 1 else f"{number} Personen"


# --- the climate ----------------------------------------------------------------------------------


def _emissions(case: Case, notes: Notes, subject: str) -> str:
    footprint = case.chosen["footprint"]
    mark = notes.mark(*case.source_notes())
    ghg_g, each_g = footprint["ghg_g"], footprint["per_traveller_g"]
    spread = mass_range(footprint["ghg_low_g"], footprint["ghg_high_g"], DE)
    total = f"{mass(ghg_g, DE)} CO2-Äquivalenten (CO2e); die berechnete Spanne beträgt {spread}{mark}."
    found = [f"{subject} verursacht voraussichtlich Treibhausgasemissionen von rund {total}"]
    if (case.travellers() or 0) > 1 and each_g is not None:
        found.append(f"Je reisender Person sind das rund {mass(each_g, DE)} CO2e{mark}.")
    parts = [f"auf {PARTS[part].de} {mass_within(grams, ghg_g, DE)}" for part, grams in case.shares_g()]
    if len(parts) > 1:
        found.append(f"Davon entfallen {', '.join(parts[:-1])} und {parts[-1]}{mark}.")
    return " ".join(found)


def _rest(case: Case, notes: Notes) -> list[str]:
    """What stands beside the figure: the effect beyond CO2, that it is gross, and what is uncertain."""
    footprint = case.chosen["footprint"]
    beyond = footprint["non_co2_g"]
    found = []
    if beyond["high"]:
        found.append(beyond_co2(beyond, notes.mark(*case.source_notes())))
    found.append(
        "Alle Mengen sind Bruttowerte: Eine CO2-Abgabe und Beiträge für Klimaschutzprojekte werden nicht"
        " davon abgezogen."
    )
    told = (
        f"{_about(footprint, warning['item'])}{warning['detail'][DE]}"
        for warning in footprint["warnings"]
        if warning["code"] in TOLD
    )
    if hints := " ".join(dict.fromkeys(told)):
        found.append(f"Hinweise zur Berechnung. {hints}")
    return found


def _rail(case: Case, notes: Notes, heading: str | None = None) -> list[Paragraph]:
    """What the city's rule on rail asks of the flights, where it has one."""
    check = case.rail_rule()
    if check is None:
        return []
    rule = f"Die Reiseregel „{check['title'][DE]}“ ({check['city'][DE]})"
    mark = notes.mark(case.rule_note(check))
    if not check["findings"]:
        said = "ist eingehalten: Es wird nicht geflogen."
    elif legs := case.open_legs(check):
        said = f"verlangt für {legs} die Fahrzeit der Bahn oder einen Grund für den Flug: {OPEN}."
    else:
        said = "ist eingehalten: Für die vorgesehenen Flüge kommt die Bahn nach der Regel nicht in Frage."
    return [Paragraph(f"{rule} {said.removesuffix('.')}{mark}.", heading)]


def beyond_co2(beyond: Document, mark: str) -> str:
    """What flying does to the climate beside its greenhouse gases, in grams by level."""
    spread = mass_range(beyond["low"], beyond["high"], DE)
    return (
        "Hinzu kommt die Klimawirkung des Fliegens über CO2 hinaus, zum Beispiel durch Kondensstreifen. Sie"
        f" wird auf rund {mass(beyond['central'], DE)} CO2e geschätzt (Spanne {spread}){mark} und ist in der"
        " oben genannten Menge nicht enthalten."
    )


def _about(footprint: Document, item: int | None) -> str:
    return "" if item is None else f"{PARTS[footprint['items'][item]['type']].de}: "


# --- the alternatives -----------------------------------------------------------------------------


def _choice(case: Case, notes: Notes, heading: str | None = None, reason: str = "") -> Paragraph:
    """What was compared and chosen, with the table of the alternatives."""
    chosen = case.label(case.chosen)
    if len(case.alternatives) == 1:
        only = f"Berechnet wurde allein die Variante „{chosen}“; weitere Varianten wurden nicht verglichen."
        return Paragraph(" ".join(filter(None, (only, reason))), heading)
    mark = notes.mark(_stated(case))
    compared = f"Vor der Entscheidung wurden {count(len(case.alternatives), DE)} Varianten verglichen"
    choice = f"{compared}; gewählt wurde „{chosen}“{mark}."
    found = (choice, _difference(case, notes), _lowest(case, notes), reason)
    return Paragraph(" ".join(filter(None, found)), heading, _table(case, notes))


def _lowest(case: Case, notes: Notes) -> str:
    lowest = case.lowest()
    if lowest is case.chosen:
        return "Die gewählte Variante ist die emissionsärmste der verglichenen."
    least, mark = mass(lowest["footprint"]["ghg_g"], DE), notes.mark(*case.source_notes(lowest))
    return f"Am wenigsten Emissionen hätte die Variante „{case.label(lowest)}“ mit rund {least} CO2e{mark}."


def _difference(case: Case, notes: Notes) -> str:
    found = case.difference()
    if found is None:
        return ""
    mark = notes.mark(*case.source_notes(case.first, case.chosen))
    amount, more = found.amount, "weniger" if found.is_less else "mehr"
    sentence = (
        f"Gegenüber „{case.label(case.first)}“ entstehen damit rund {mass(amount.central_g, DE)} CO2e {more}"
        f" ({percent(found.share, DE)}; Spanne {mass_range(amount.low_g, amount.high_g, DE)}){mark}."
    )
    doubt = "" if found.is_certain else " Angesichts der Spanne ist dieser Unterschied nicht gesichert."
    return sentence + doubt


def _table(case: Case, notes: Notes) -> Grid:
    mark = notes.mark(*case.source_notes(*case.alternatives))
    return Grid(
        title=f"Verglichene Varianten{mark}",
        columns=("Variante", "Treibhausgase (CO2e)", "Spanne", f"Unterschied zu „{case.label(case.first)}“"),
        rows=tuple(_row(case, each) for each in case.alternatives),
    )


def _row(case: Case, alternative: Document) -> tuple[str, ...]:
    footprint, first_g = alternative["footprint"], case.first["footprint"]["ghg_g"]
    return (
        case.label(alternative) + (" (gewählt)" if alternative is case.chosen else ""),
        mass(footprint["ghg_g"], DE),
        mass_range(footprint["ghg_low_g"], footprint["ghg_high_g"], DE),
        "–" if alternative is case.first else signed_mass(footprint["ghg_g"] - first_g, first_g, DE),
    )
