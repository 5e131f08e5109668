"""A file read and judged: what it says, and everything that speaks against it."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from klimabruecke.exchange.imports.reading import Layout, Problem

MAX_PROBLEMS = 1000
"""So many are shown one by one; who has more reads the first."""
LEFT_OUT = {
    *(
        "reference_missing",
        "reference_unknown",
        "not_a_number",
        "amount_out_of_range",
        "amount_and_key",
        "nothing_stated",
    ),
    *("unknown_notation_key", "line_not_accepted", "record_repeated"),
    *("value_unreadable", "key_missing", "key_ambiguous", "project_unknown", "rows_contradict"),
}
"""Rules that leave the row out they speak of."""


@dataclass(frozen=True)
class Checked:
    """A reading with all its problems; what it is made of only its resource knows."""

    layout: Layout
    reading: Any
    problems: list[Problem]

    def and_also(self, problems: list[Problem]) -> "Checked":
        """With what else was found."""
        return replace(self, problems=[*self.problems, *problems])

    @property
    def state(self) -> str:
        """What the problems mean for the import."""
        severities = {problem.severity for problem in self.problems}
        if "refuse" in severities:
            return "refused"
        if "question" in severities:
            return "needs_mapping"
        return "quarantined" if "quarantine" in severities else "previewed"

    @property
    def rejected(self) -> int:
        """Rows that are left out, each counted once."""
        places = {
            (problem.place.sheet, problem.place.row) for problem in self.problems if problem.rule in LEFT_OUT
        }
        return len(places)


def documents(problems: list[Problem]) -> list[dict[str, Any]]:
    """At most ``MAX_PROBLEMS``, and how many more there are."""
    shown = [
        {
            **asdict(problem.place),
            "rule": problem.rule,
            "severity": problem.severity,
            "values": problem.values,
        }
        for problem in problems[:MAX_PROBLEMS]
    ]
    if len(problems) > MAX_PROBLEMS:
        more = Problem("more_problems", "warn", values={"count": len(problems) - MAX_PROBLEMS})
        shown += documents([more])
    return shown
