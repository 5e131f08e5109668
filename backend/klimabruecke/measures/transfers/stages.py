"""The stages of an uptake and their order."""

from typing import Literal

Stage = Literal["interest", "exchange", "adaptation", "adopted", "declined"]
TransferKind = Literal["inspired", "adapted", "copied", "warned_against"]

_PLACE = {"interest": 0, "exchange": 1, "adaptation": 2, "adopted": 3, "declined": 3}


def moves_forward(before: str, after: str) -> bool:
    """An uptake only moves forward, perhaps past a stage; what is adopted or declined is closed."""
    return _PLACE[after] > _PLACE[before]
