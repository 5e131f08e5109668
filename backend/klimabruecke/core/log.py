"""Log lines as JSON, one a line; never a body, a token or a secret.

Lines are written several times a second together, by a thread of their own: a line of its own for each
request would cost a cheap answer a tenth of its time. Errors are written at once, and what waits is written
when the process ends by itself or by a signal it can hear.
"""

import logging
import sys
import threading
from collections import deque
from datetime import UTC, datetime
from functools import lru_cache
from typing import TextIO

import orjson

SECONDS_BETWEEN_WRITES = 0.2
MAX_WAITING = 10_000
"""Above it the requests themselves write: a reader that cannot follow slows them down, no line is lost."""

_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        second, fraction = divmod(record.created, 1)
        line = {
            "at": f"{_second(second)}.{int(fraction * 1000):03d}+00:00",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **{name: value for name, value in vars(record).items() if name not in _OWN},
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


@lru_cache(maxsize=2)
def _second(moment: float) -> str:
    """Many lines are of the same second."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%S")


class Together(logging.Handler):
    """Keeps lines for a moment and writes them in one piece. ``logging.shutdown`` writes the last ones."""

    def __init__(self, stream: TextIO, seconds_between_writes: float = SECONDS_BETWEEN_WRITES) -> None:
        super().__init__()
        self._seconds = seconds_between_writes
        self._stream = stream
        self._waiting: deque[logging.LogRecord] = deque()
        self._writing = threading.Lock()
        self._closed = threading.Event()
        threading.Thread(target=self._write_now_and_then, name="log", daemon=True).start()

    def emit(self, record: logging.LogRecord) -> None:
        self._waiting.append(record)
        if record.levelno >= logging.ERROR or len(self._waiting) > MAX_WAITING:
            self.flush()

    def flush(self) -> None:
        with self._writing:
            lines = [self.format(self._waiting.popleft()) for _ in range(len(self._waiting))]
            if lines:
                self._stream.write("\n".join(lines) + "\n")
                self._stream.flush()

    def close(self) -> None:
        self._closed.set()
        self.flush()
        super().close()

    def _write_now_and_then(self) -> None:
        while not self._closed.wait(self._seconds):
            self.flush()


def configure(level: int = logging.INFO) -> None:
    """Send the log of this process to standard error, without looking up who called it from where."""
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging._srcfile = None  # as the logging how-to advises for speed
    handler = Together(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("uvicorn.access").disabled = True
