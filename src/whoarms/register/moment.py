"""Moments of time: when something was stored, and as of when the register is asked."""

from collections.abc import Callable
from datetime import UTC, datetime, time

from whoarms.errors import SettingsError
from whoarms.register.dates import day_span

Clock = Callable[[], datetime]


def now() -> datetime:
    """Give the time, in UTC and without saying so, as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def moment(text: str | None) -> datetime | None:
    """Read a moment: the end of a year, a month or a day (UTC), or a time such as 2024-03-02T14:30.

    A time without an offset is UTC. None stays None; raises SettingsError for anything else.
    """
    if text is None:
        return None
    if days := day_span(text):
        return datetime.combine(days[1], time.max)
    try:
        given = datetime.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(f"as of: {text!r} is no date: write YYYY, YYYY-MM, YYYY-MM-DD or a time") from error
    return given.astimezone(UTC).replace(tzinfo=None) if given.tzinfo else given
