"""Rounds in turn, and what is made of them: ratios, each held against its gate."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Literal

import uvloop

from bench.load import Load, press
from bench.programs import Running, family_seconds

CONNECTIONS = 16
Figure = Literal["requests a CPU second", "requests a second", "p99"]


@dataclass
class Contender:
    """One program under the same load as the others. ``server`` is PostgreSQL's, whose work counts too."""

    name: str
    program: Running
    requests: Iterator[bytes]
    server: int | None = None
    refused: int = 0
    per_second: list[float] = field(default_factory=list)
    per_cpu_second: list[float] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)

    def round(self, seconds: float) -> None:
        """One round of load; its figures are kept."""
        before, begun = self._cpu_seconds(), time.monotonic()
        load: Load = uvloop.run(press(self.program.port, self.requests, seconds, CONNECTIONS))
        taken, used = time.monotonic() - begun, self._cpu_seconds() - before
        self.refused += load.refused
        self.per_second.append(load.answered / taken)
        self.per_cpu_second.append(load.answered / used)
        self.milliseconds += load.milliseconds

    def forget(self) -> None:
        """The first round only warmed up."""
        self.per_second, self.per_cpu_second, self.milliseconds, self.refused = [], [], [], 0

    def p99(self) -> float:
        return quantiles(self.milliseconds, n=100)[98]

    def _cpu_seconds(self) -> float:
        return self.program.cpu_seconds() + (family_seconds(self.server) if self.server else 0)


@dataclass(frozen=True)
class Ratio:
    """One contender's figure divided by another's, and how large or small it must be; without a bound it is
    only reported."""

    one: str
    other: str
    at_least: float | None = None
    at_most: float | None = None
    figure: Figure = "requests a CPU second"


@dataclass
class Contest:
    """Contenders for the same work, and the ratios that count."""

    title: str
    contenders: list[Contender]
    ratios: tuple[Ratio, ...]
    rounds: int = 10
    seconds: float = 0.4


@dataclass(frozen=True)
class Verdict:
    """A ratio as it was measured."""

    subject: str
    what: str
    value: float
    at_least: float | None = None
    at_most: float | None = None
    unit: str = "x"

    @property
    def is_met(self) -> bool:
        return (self.at_least is None or self.value >= self.at_least) and (
            self.at_most is None or self.value <= self.at_most
        )

    def gate(self) -> str:
        if self.at_least is None and self.at_most is None:
            return ""
        sign, bound = (">=", self.at_least) if self.at_most is None else ("<=", self.at_most)
        return f"{sign} {bound:g}{self.unit}"

    def word(self) -> str:
        return "" if not self.gate() else "met" if self.is_met else "NOT MET"


def run(contest: Contest) -> list[Verdict]:
    """Every contender in turn in every round, so that a slow minute of the machine hits all alike."""
    for number in range(contest.rounds + 1):
        for contender in contest.contenders:
            contender.round(contest.seconds)
            if number == 0:
                contender.forget()
    _print_figures(contest)
    found = {contender.name: contender for contender in contest.contenders}
    verdicts = [_verdict(contest.title, ratio, found) for ratio in contest.ratios]
    print_verdicts(verdicts)
    return verdicts


def _verdict(title: str, ratio: Ratio, found: dict[str, Contender]) -> Verdict:
    one, other = found[ratio.one], found[ratio.other]
    if ratio.figure == "p99":
        value = one.p99() / other.p99()
    else:
        name = "per_cpu_second" if ratio.figure == "requests a CPU second" else "per_second"
        value = median(a / b for a, b in zip(getattr(one, name), getattr(other, name), strict=True))
    refused = sum(contender.refused for contender in (one, other))
    what = f"{ratio.one} / {ratio.other}: {ratio.figure}" + (f" ({refused} refused)" if refused else "")
    return Verdict(title, what, value, ratio.at_least, ratio.at_most)


def _print_figures(contest: Contest) -> None:
    print(f"\n{contest.title}")
    print(f"  {'':24}{'req/cpu-s':>10}{'req/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'refused':>9}")
    for one in contest.contenders:
        speed = f"{median(one.per_cpu_second):>10,.0f}{median(one.per_second):>9,.0f}"
        waits = f"{median(one.milliseconds):>9.1f}{one.p99():>9.1f}"
        print(f"  {one.name:24}{speed}{waits}{one.refused:>9}", flush=True)


def print_verdicts(verdicts: list[Verdict], *, subjects: bool = False) -> None:
    for one in verdicts:
        if subjects:
            print(f"  {one.subject}")
        print(f"    {one.what:64}{one.value:>8.2f}{one.unit:4}{one.gate():>10}  {one.word()}", flush=True)
