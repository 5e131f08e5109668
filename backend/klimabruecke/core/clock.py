"""Time as a dependency, so that a frozen clock freezes every row, token and report alike."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def clock(frozen_at: datetime | None = None) -> Clock:
    """A clock in UTC: the machine's, or one that stands still at ``frozen_at``."""
    if frozen_at is None:
        return lambda: datetime.now(UTC)
    still = frozen_at.astimezone(UTC)
    return lambda: still


def rfc3339(moment: datetime) -> str:
    """``2026-11-24T08:00:00.000000Z``: fixed width, so that text order is time order."""
    # Three times as fast as strftime, and a page holds hundreds of moments.
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
