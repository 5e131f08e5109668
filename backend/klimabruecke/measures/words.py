"""The closed lists of words measures are described with."""

from typing import Literal, get_args

Sector = Literal[
    "energy",
    "heat",
    "buildings",
    "transport",
    "port",
    "industry",
    "waste",
    "water",
    "land_use",
    "green_and_blue",
    "procurement",
    "education",
    "governance",
]
ActionType = Literal["mitigation", "adaptation", "both", "enabling", "framework", "offsetting"]
Status = Literal[
    "proposed",
    "planned",
    "decided",
    "in_progress",
    "in_operation",
    "late",
    "completed",
    "cancelled",
    "merged",
    "superseded",
    "unknown",
]
Phase = Literal["idea", "preparation", "procurement", "construction", "pilot", "operation", "closing"]
"""The steps of carrying a measure out, in their order."""
Basis = Literal["expected", "measured", "claimed"]
Per = Literal["year", "period"]
CoBenefit = Literal[
    "air_quality",
    "biodiversity",
    "comfort",
    "cost_saving",
    "education",
    "energy_security",
    "equity",
    "health",
    "jobs",
    "noise",
    "water",
]
Hazard = Literal["coastal_erosion", "drought", "flood", "heat", "sea_level_rise", "storm", "water_shortage"]
Instrument = Literal[
    "advice",
    "cooperation",
    "funding",
    "investment",
    "levy",
    "planning",
    "procurement",
    "regulation",
    "research",
]
Prerequisite = Literal[
    "capital",
    "data",
    "land",
    "legal_power",
    "own_utility",
    "partners",
    "political_decision",
    "technical_staff",
]
Visibility = Literal["draft", "published"]


def one_of(column: str, words: object) -> str:
    """The condition of a CHECK that holds a column to its list."""
    return f"{column} IN ({', '.join(repr(word) for word in get_args(words))})"
