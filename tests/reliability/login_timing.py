"""Does a refused sign-in take longer for an address that exists? ``python -m tests.reliability.login_timing``

Two hundred refusals for a known and an unknown address, in turn; the medians must differ by less than ten
milliseconds. Not part of `make test`: a busy machine would decide, not the program.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.installations import execute
from tests.people import Demonstration, a_demonstration

TRIES = 200
ALLOWED_MILLISECONDS = 10
KNOWN, UNKNOWN = "viewer@klimabruecke.example", "nobody@klimabruecke.example"


def milliseconds(demo: Demonstration, email: str) -> float:
    """How long one refusal takes; the counts are cleared, so that it is never for too many attempts."""
    execute(demo.settings, "DELETE FROM sign_in_counter")
    with demo.client() as client:
        client.get("/me")
        begun = time.perf_counter()
        answer = client.post("/auth/login", json={"email": email, "password": "a wrong password"})
        taken = (time.perf_counter() - begun) * 1000
    assert answer.status_code == 401, answer.text
    return taken


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, a_demonstration(Path(folder)) as demo:
        pairs = [(milliseconds(demo, KNOWN), milliseconds(demo, UNKNOWN)) for _ in range(TRIES)]
    known, unknown = (statistics.median(column) for column in zip(*pairs, strict=True))
    difference = abs(known - unknown)
    print(f"known {known:.1f} ms, unknown {unknown:.1f} ms: medians of {TRIES} differ by {difference:.1f} ms")
    return int(difference >= ALLOWED_MILLISECONDS)


if __name__ == "__main__":
    sys.exit(main())
