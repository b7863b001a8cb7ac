"""Logs: one JSON object a line on stderr, each with its action, from our own code and from every library."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterable
from typing import Any, TextIO

import orjson
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from config.redaction import Redactor

# Libraries that tell too much of each request, addresses with the bot's token in them.
QUIET = (
    *("httpx", "httpcore", "telegram", "urllib3", "msal", "apscheduler", "office365", "uvicorn.access", "alembic"),
    "procrastinate",
)

FIRST = ("at", "level", "action", "message")


def configure(secrets: Iterable[str], *, stream: TextIO | None = None, level: int = logging.INFO) -> None:
    """Send all logs, warnings and uncaught exceptions as JSON lines to ``stream`` (stderr), without ``secrets``.

    A line has `at` (UTC, ISO 8601), `level`, `action` and what else was given: `log.info("nudges_decided", count=3)`.
    Lines of libraries have the action `library` and their text as `message`.
    """
    redactor = Redactor(secrets)
    handler = _Handler(stream or sys.stderr)
    handler.setFormatter(_formatter(redactor))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[*_common(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    sys.excepthook = _crashed
    threading.excepthook = lambda crash: _crashed(crash.exc_type, crash.exc_value, crash.exc_traceback)
    sys.unraisablehook = lambda crash: _crashed(crash.exc_type, crash.exc_value, crash.exc_traceback)


class _Handler(logging.StreamHandler[TextIO]):
    """Writes lines; where one cannot be made, says so without showing what was to be logged."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's own name)
        line = {"level": "error", "action": "log_failed", "logger": record.name, "line": record.lineno}
        try:
            self.stream.write(orjson.dumps(line).decode() + "\n")
        except (OSError, ValueError):
            return  # the stream is gone: there is nowhere left to say it


def _common() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
    ]


def _formatter(redactor: Redactor) -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*_common(), structlog.stdlib.add_logger_name, _of_a_library],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            structlog.processors.UnicodeDecoder(),
            _with_action,
            _redacting(redactor),
            structlog.processors.JSONRenderer(serializer=_line),
        ],
    )


def _of_a_library(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    # Code that logs in the standard way may name its action with `extra`.
    event["action"] = getattr(event.get("_record"), "action", "library")
    return event


def _with_action(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """The event's name is its action, unless an action was given: then it is the message."""
    event["message" if "action" in event else "action"] = event.pop("event")
    return {key: event[key] for key in sorted(event, key=_rank)}


def _rank(key: str) -> int:
    """What is read first comes first."""
    return FIRST.index(key) if key in FIRST else len(FIRST)


def _redacting(redactor: Redactor) -> Processor:
    def redact(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
        # The moment is our own, and its digits are no telephone number.
        moment = {"at": event.pop("at")}
        return {**moment, **redactor.value(event)}

    return redact


def _line(event: EventDict, **_kwargs: Any) -> str:
    return orjson.dumps(event).decode()


def _crashed(kind: type[BaseException], error: BaseException | None, trace: Any) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error or kind(), trace)
        return
    logging.getLogger("crash").critical("crashed", exc_info=(kind, error or kind(), trace), extra={"action": "crashed"})
