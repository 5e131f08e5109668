"""The same items by every method, so that a reader sees how far calculators lie apart and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.footprint import Footprint, footprint
from klimabruecke.calc.items import Request
from klimabruecke.calc.methods import Includes, Method
from klimabruecke.calc.quantities import Places


@dataclass(frozen=True, slots=True)
class Comparison:
    """One method's own total, or why it has none. `answer` is None exactly where `reason` is not."""

    method_id: str
    includes: Includes
    answer: Footprint | None = None
    reason: CalcError | None = None


def compare(request: Request, methods: Sequence[Method], places: Places) -> tuple[Comparison, ...]:
    """Compute a request by each method.

    Raises CalcError where none can answer: then the first method's refusal, ours, is about the request.
    """
    answers = tuple(_by(method, request, places) for method in methods)
    reasons = [answer.reason for answer in answers if answer.reason is not None]
    if len(reasons) == len(answers):
        raise reasons[0]
    return answers


def _by(method: Method, request: Request, places: Places) -> Comparison:
    try:
        answer = footprint(request, method, places)
    except CalcError as error:
        return Comparison(method.id, method.data.includes, reason=error)
    return Comparison(method.id, method.data.includes, answer=answer)
