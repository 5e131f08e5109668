"""A file read and judged: what it says, and everything that speaks against it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from klimabruecke.exchange.imports import recognition, rules
from klimabruecke.exchange.imports.container import opened
from klimabruecke.exchange.imports.layouts.hints import Hints
from klimabruecke.exchange.imports.reading import Problem, Reading, ReadInventory
from klimabruecke.exchange.imports.rules import Judged, Known

MAX_PROBLEMS = 1000
"""So many are shown one by one; who has more reads the first."""
Sums: TypeAlias = Callable[[ReadInventory], Judged]
"""Adds up the lines of an inventory, by the rules of its standard."""
LEFT_OUT = {
    *(
        "reference_missing",
        "reference_unknown",
        "not_a_number",
        "amount_out_of_range",
        "amount_and_key",
        "nothing_stated",
    ),
    *("unknown_notation_key", "line_not_accepted"),
}
"""Rules that leave the row out they speak of."""


@dataclass(frozen=True)
class Checked:
    """A reading with all its problems."""

    reading: Reading
    problems: list[Problem]

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

    def documents(self) -> list[dict[str, Any]]:
        """The problems as they are stored."""
        return documents(self.problems)


def check(content: bytes, hints: Hints, known: Known, sums: Sums) -> Checked:
    """Read the file and hold it against what is known. Raises Refused."""
    reading = recognition.read(opened(content), hints)
    problems = list(reading.problems)
    for inventory in reading.inventories:
        problems += rules.problems(sums(inventory), known)
    waits = any(problem.severity != "warn" for problem in problems)
    if not (waits or any(inventory.lines for inventory in reading.inventories)):
        problems.append(Problem("no_lines", "refuse"))
    problems += _twice(reading)
    return Checked(reading, problems)


def _twice(reading: Reading) -> list[Problem]:
    """Lines that call themselves the same: only one of them could be stored."""
    found = []
    for inventory in reading.inventories:
        counted = Counter(line.key for line in inventory.lines)
        found += [
            Problem("row_key_repeated", "quarantine", line.place, {"key": line.key[:80]})
            for line in inventory.lines
            if counted[line.key] > 1
        ]
    return found


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
