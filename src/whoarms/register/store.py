"""The database of a register: what is asked of it and written to it runs here."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, IntegrityError

from whoarms.errors import InputError, WhoarmsError
from whoarms.model import KINDS, Reading
from whoarms.register import derivation
from whoarms.register.adding import add_reading, named
from whoarms.register.derived_tables import OF_DEALS
from whoarms.register.engine import open_engine, reading, writing
from whoarms.register.schema import prepare
from whoarms.register.tables import METADATA

T = TypeVar("T")


class Store:
    """Transactions on the database; all methods raise RegisterError where it fails."""

    def __init__(self, url: str) -> None:
        """Open the database, and make its tables or bring them up to date."""
        self._engine = open_engine(url)
        try:
            prepare(self._engine)
        except WhoarmsError:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(self, read: Reading, at: datetime) -> bool:
        """Store a document with its claims in one transaction; see `Register.add`."""
        try:
            return self.write(lambda connection: add_reading(connection, read, at))
        except DataError as error:
            raise InputError(named(read.document), f"the database cannot hold it ({error.orig})") from error
        except IntegrityError:
            pass  # another process has stored the document between our look and our insert, or an id is taken
        try:
            return self.write(lambda connection: add_reading(connection, read, at))
        except IntegrityError as error:
            cause = "it has the id of another document's claim for one of its own"
            raise InputError(named(read.document), cause) from error

    def read(self, ask: Callable[[Connection], T]) -> T:
        """Ask what can be answered at once."""
        with reading(self._engine) as connection:
            return ask(connection)

    def stream(self, ask: Callable[[Connection], Iterator[T]]) -> Iterator[T]:
        """Ask what is answered value by value; the transaction lasts until the last one."""
        with reading(self._engine) as connection:
            yield from ask(connection)

    def write(self, do: Callable[[Connection], T]) -> T:
        """Change what is stored, whole or not at all."""
        with writing(self._engine) as connection:
            return do(connection)

    def ask_deals(self, ask: Callable[[Connection], T], as_of: datetime | None) -> T:
        """Ask the tables of deals: the present ones, made anew where claims have changed, or those of a past moment."""
        if as_of is None:
            derivation.refresh(self._engine)
            return self.read(ask)
        with reading(self._engine) as connection, _scratch() as past:
            given = derivation.basis(connection, as_of)
            for kind in KINDS:
                derivation.write(past, derivation.made(connection, kind, given, as_of), kind)
            return ask(past)

    def rebuild(self) -> None:
        """Make all deals anew."""
        derivation.rebuild(self._engine)


@contextmanager
def _scratch() -> Iterator[Connection]:
    """Make empty tables of deals in memory."""
    engine = open_engine("sqlite://")
    try:
        with writing(engine) as connection:
            METADATA.create_all(connection, tables=OF_DEALS)
            yield connection
    finally:
        engine.dispose()
