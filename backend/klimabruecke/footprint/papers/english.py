"""The English paper: a report to the Executive Committee or to Council."""

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

EN: Language = "en"
OPEN = BLANK[EN]


def council_report(case: Case, *, demo: bool) -> Paper:
    """What a council asks of a trip: why, who, what it costs, its footprint, the alternatives."""
    notes = Notes()
    facts = _facts(case, notes)
    paragraphs = (
        *([Paragraph(INVENTED.en)] if demo else []),
        Paragraph(_purpose(case), "1. Purpose of the report"),
        Paragraph(case.decision.get("benefit") or OPEN, "2. Expected benefit"),
        Paragraph(_arrangements(case, notes), "3. Participants and arrangements"),
        Paragraph(_finance(case, notes), "4. Financial implications"),
        Paragraph(_emissions(case, notes), "5. Climate implications"),
        *(Paragraph(text) for text in _rest(case, notes)),
        *_rail(case, notes),
        _alternatives(case, notes, "6. Alternatives considered"),
        Paragraph(_recommendation(case), "7. Recommendation"),
    )
    title = "Report to the Executive Committee / Council"
    return Paper(EN, title, case.plan["title"], paragraphs, tuple(notes.texts), facts)


def _stated(case: Case) -> str:
    """The note of everything the decision itself states."""
    decided = day(case.decision["decided_at"], EN)
    return f"Plan “{case.plan['title']}”, decision of {decided}, checksum {case.sha256[:12]}"


# --- what it is about -----------------------------------------------------------------------------


def _facts(case: Case, notes: Notes) -> tuple[Fact, ...]:
    project = case.snapshot["project"]
    return (
        Fact("Project", project["title_en"] or project["title_de"]),
        Fact("Dates", _period(case) + notes.mark(_stated(case))),
        Fact("Directorate / department", None),
        Fact("Author and designation", None),
    )


def _purpose(case: Case) -> str:
    subject = SUBJECTS[case.plan["kind"]].en
    asked = f"This report seeks approval for the {subject} “{case.plan['title']}”."
    return f"{asked} Purpose of the {subject}: {case.decision.get('purpose') or OPEN}"


def _period(case: Case) -> str:
    starts, ends = case.plan["on"], case.decision.get("ends_on")
    if ends == starts:
        return day(starts, EN)
    return f"{day(starts, EN)} to {day(ends, EN) if ends else OPEN}"


def _arrangements(case: Case, notes: Notes) -> str:
    stated = notes.mark(_stated(case))
    people, online = case.travellers(), case.by_video()
    found = []
    if people is not None:
        travellers = "person will travel" if people == 1 else "people will travel"
        found.append(f"{count(people, EN).capitalize()} {travellers}{stated}.")
    routes = ["–".join(chain) for chain in case.routes()]
    if routes:
        back = " and return" if all(leg.is_return for leg in case.legs()) else ""
        found.append(f"The route is {'; '.join(routes)}{back}.")
    if means := list(dict.fromkeys(_mean(leg) for leg in case.legs())):
        found.append(f"Travel is by {_listed(means)}.")
    stays = [f"{_number(rooms, 'room')} for {_number(nights, 'night')}" for rooms, nights in case.stays()]
    if stays:
        found.append(f"Accommodation: {_listed(stays)}{stated}.")
    if online:
        participants = "person takes part" if online == 1 else "people take part"
        found.append(f"{count(online, EN).capitalize()} {participants} by video{stated}.")
    return " ".join(found) or OPEN


def _mean(leg: Leg) -> str:
    name = MEANS[leg.type].en + (f" in {CABINS[leg.cabin].en}" if leg.cabin else "")
    return f"{name} ({leg.origin}–{leg.destination})" if leg.origin else name


def _number(number: int, noun: str) -> str:
    return f"{count(number, EN)} {noun}{'' if number == 1 else 's'}"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _finance(case: Case, notes: Notes) -> str:
    cents, line = case.decision.get("cost_cents"), case.decision.get("budget_line")
    cost = OPEN
    if cents is not None:
        cost = money(cents, case.decision["currency"], EN) + notes.mark(_stated(case))
    return f"The estimated total cost is {cost}. It is to be charged to vote {line or OPEN}."


def _recommendation(case: Case) -> str:
    subject, chosen = SUBJECTS[case.plan["kind"]].en, case.label(case.chosen)
    return (
        "It is recommended that the Executive Committee / Council approve the"
        f" {subject} on the basis of the alternative “{chosen}” and note its climate implications as set out"
        f" in section 5. Reason for the choice: {case.decision['reason']}"
    )


# --- the climate ----------------------------------------------------------------------------------


def _emissions(case: Case, notes: Notes) -> str:
    footprint, subject = case.chosen["footprint"], SUBJECTS[case.plan["kind"]].en
    mark = notes.mark(*case.source_notes())
    ghg_g, each_g = footprint["ghg_g"], footprint["per_traveller_g"]
    spread = mass_range(footprint["ghg_low_g"], footprint["ghg_high_g"], EN)
    total = f"{mass(ghg_g, EN)} of CO2 equivalent (CO2e); the calculated range is {spread}{mark}."
    found = [f"The {subject} is expected to cause greenhouse gas emissions of about {total}"]
    if (case.travellers() or 0) > 1 and each_g is not None:
        found.append(f"This is about {mass(each_g, EN)} per traveller{mark}.")
    parts = [f"{PARTS[part].en} {mass_within(grams, ghg_g, EN)}" for part, grams in case.shares_g()]
    if len(parts) > 1:
        found.append(f"It is made up of {_listed(parts)}{mark}.")
    return " ".join(found)


def _rest(case: Case, notes: Notes) -> list[str]:
    """What stands beside the figure: the effect beyond CO2, that it is gross, and what is uncertain."""
    footprint = case.chosen["footprint"]
    beyond = footprint["non_co2_g"]
    found = []
    if beyond["high"]:
        found.append(beyond_co2(beyond, notes.mark(*case.source_notes())))
    found.append("All figures are gross: no levy and no contribution to climate projects is deducted.")
    told = (
        f"{_about(footprint, warning['item'])}{warning['detail'][EN]}"
        for warning in footprint["warnings"]
        if warning["code"] in TOLD
    )
    if hints := " ".join(dict.fromkeys(told)):
        found.append(f"Notes on the calculation. {hints}")
    return found


def _rail(case: Case, notes: Notes) -> list[Paragraph]:
    """What the city's rule on rail asks of the flights, where it has one."""
    check = case.rail_rule()
    if check is None:
        return []
    rule = f"The travel rule “{check['title'][EN]}” ({check['city'][EN]})"
    mark = notes.mark(case.rule_note(check))
    if not check["findings"]:
        said = "is kept: nobody flies."
    elif legs := case.open_legs(check):
        said = f"asks, for {legs}, how long the train takes or why it is flown: {OPEN}."
    else:
        said = "is kept: rail is no option for the planned flights under the rule."
    return [Paragraph(f"{rule} {said.removesuffix('.')}{mark}.")]


def beyond_co2(beyond: Document, mark: str) -> str:
    """What flying does to the climate beside its greenhouse gases, in grams by level."""
    spread = mass_range(beyond["low"], beyond["high"], EN)
    return (
        "Flying also affects the climate in ways other than through CO2, for instance by contrails. This"
        f" effect is estimated at about {mass(beyond['central'], EN)} CO2e (range {spread}){mark} and is not"
        " included in the figure above."
    )


def _about(footprint: Document, item: int | None) -> str:
    return "" if item is None else f"{PARTS[footprint['items'][item]['type']].en.capitalize()}: "


# --- the alternatives -----------------------------------------------------------------------------


def _alternatives(case: Case, notes: Notes, heading: str) -> Paragraph:
    """What was compared and chosen, with the table of the alternatives."""
    chosen = case.label(case.chosen)
    if len(case.alternatives) == 1:
        only = f"Only the alternative “{chosen}” was calculated; no others were compared."
        return Paragraph(only, heading)
    number = count(len(case.alternatives), EN).capitalize()
    choice = f"{number} alternatives were compared and “{chosen}” was chosen{notes.mark(_stated(case))}."
    found = (choice, _difference(case, notes), _lowest(case, notes))
    return Paragraph(" ".join(filter(None, found)), heading, _table(case, notes))


def _lowest(case: Case, notes: Notes) -> str:
    lowest = case.lowest()
    if lowest is case.chosen:
        return "The chosen alternative has the lowest emissions of those compared."
    least, mark = mass(lowest["footprint"]["ghg_g"], EN), notes.mark(*case.source_notes(lowest))
    return f"The lowest emissions would be those of “{case.label(lowest)}”, about {least} CO2e{mark}."


def _difference(case: Case, notes: Notes) -> str:
    found = case.difference()
    if found is None:
        return ""
    mark = notes.mark(*case.source_notes(case.first, case.chosen))
    amount, more = found.amount, "less" if found.is_less else "more"
    sentence = (
        f"Compared with “{case.label(case.first)}” it causes about {mass(amount.central_g, EN)} CO2e {more}"
        f" ({percent(found.share, EN)}; range {mass_range(amount.low_g, amount.high_g, EN)}){mark}."
    )
    return sentence + ("" if found.is_certain else " Given this range, the difference is not certain.")


def _table(case: Case, notes: Notes) -> Grid:
    mark = notes.mark(*case.source_notes(*case.alternatives))
    difference = f"Difference from “{case.label(case.first)}”"
    return Grid(
        title=f"Alternatives compared{mark}",
        columns=("Alternative", "Greenhouse gases (CO2e)", "Range", difference),
        rows=tuple(_row(case, each) for each in case.alternatives),
    )


def _row(case: Case, alternative: Document) -> tuple[str, ...]:
    footprint, first_g = alternative["footprint"], case.first["footprint"]["ghg_g"]
    return (
        case.label(alternative) + (" (chosen)" if alternative is case.chosen else ""),
        mass(footprint["ghg_g"], EN),
        mass_range(footprint["ghg_low_g"], footprint["ghg_high_g"], EN),
        "–" if alternative is case.first else signed_mass(footprint["ghg_g"] - first_g, first_g, EN),
    )
