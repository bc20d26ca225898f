"""The database behind a register: SQLite by default, any other by its URL."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, insert, make_url
from sqlalchemy.exc import ArgumentError, DataError, IntegrityError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from whoarms.errors import RegisterError

T = TypeVar("T")

_BUSY_MS = 60_000
_BATCH = 500


def open_engine(url: str) -> Engine:
    """Open the database that an SQLAlchemy URL names; raises RegisterError where it cannot be."""
    try:
        address = make_url(url)
        engine = create_engine(address)
    except ArgumentError as error:
        raise RegisterError("the register needs a database URL, such as sqlite:///whoarms.db") from error
    except ImportError as error:
        raise RegisterError(f"the driver of this database is not installed ({error})") from error
    if engine.dialect.name == "sqlite":
        _prepare_folder(address)
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that alone writes from its start on, and is kept whole or not at all."""
    writer = engine.execution_options(whoarms_writes=True)
    with readable_errors(), writer.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that reads one unchanging state, a thousand rows at a time."""
    with readable_errors(), engine.connect().execution_options(yield_per=1000) as connection:
        yield connection


@contextmanager
def readable_errors() -> Iterator[None]:
    """Turn a failing database into a RegisterError of one line; rows it refuses are the caller's to judge."""
    try:
        yield
    except (DataError, IntegrityError):
        raise
    except (SQLAlchemyError, sqlite3.Error) as error:
        cause = " ".join(str(getattr(error, "orig", None) or error).split())
        raise RegisterError(f"the register cannot be used: {cause}") from error


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, object]]) -> None:
    """Insert rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)


def in_batches(values: Iterable[T]) -> Iterator[list[T]]:
    """Give values in lists that are short enough for one statement."""
    rest = iter(values)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _prepare_folder(address: URL) -> None:
    if address.database and address.database != ":memory:":
        try:
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            cause = f"its folder cannot be made ({error.strerror})"
            raise RegisterError(f"{address.database}: {cause}") from error


def _configure_sqlite(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    """Let readers and one writer work at once, and let a stored document survive a loss of power.

    `synchronous` stays FULL: with NORMAL a commit in WAL mode can be lost, and a command that has said
    "stored" would be wrong. `isolation_level = None` leaves BEGIN to `_begin_sqlite`.
    """
    connection.isolation_level = None
    for pragma in (f"busy_timeout={_BUSY_MS}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at the start of what will write, so that it waits then and never fails later."""
    writes = connection.get_execution_options().get("whoarms_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
