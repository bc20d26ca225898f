"""The schema of a database: made where it is missing, brought up to date where it is older."""

from importlib.resources import files

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, func, insert, inspect, select
from sqlalchemy.exc import IntegrityError

from whoarms.errors import RegisterError
from whoarms.model import KINDS
from whoarms.register.derived_tables import derivation
from whoarms.register.engine import insert_rows, readable_errors, reading, writing
from whoarms.register.tables import METADATA

SCHEMA = "0002"
"""The newest step in `migrations`."""

_UNNUMBERED = "0001"
"""The schema of registers that were made before steps had numbers."""

_LOCK = 0x77686F61726D73
_VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))


def prepare(engine: Engine) -> None:
    """Bring the tables of a register to this program's schema, in one transaction.

    Raises RegisterError where a newer program made them.
    """
    with reading(engine) as connection:
        held = _held(connection)
    if held == SCHEMA:
        return
    try:
        with writing(engine) as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
            held = _held(connection)  # another process may have done it while this one waited
            if held is None:
                _make(connection)
            elif held != SCHEMA:
                _upgrade(connection, held)
    except IntegrityError as error:
        raise RegisterError(f"the register cannot be brought to schema {SCHEMA}: {error.orig}") from error


def _held(connection: Connection) -> str | None:
    """Give the schema of a database; None for an empty one."""
    inspector = inspect(connection)
    if inspector.has_table(_VERSION.name):
        return connection.scalar(select(_VERSION.c.version_num))
    return _UNNUMBERED if inspector.has_table("claim_items") else None


def _make(connection: Connection) -> None:
    """Make the newest tables at once: the same that the steps lead to."""
    METADATA.create_all(connection)
    insert_rows(connection, derivation, [{"kind": kind, "rules": 0, "generation": 0} for kind in KINDS])
    _VERSION.create(connection)
    connection.execute(insert(_VERSION), {"version_num": SCHEMA})


def _upgrade(connection: Connection, held: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(files("whoarms.register") / "migrations"))
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if held not in known:
        newer = f"the register has schema {held}, this whoarms knows none after {SCHEMA}: install a newer one"
        raise RegisterError(newer)
    with readable_errors():
        if held == _UNNUMBERED and not inspect(connection).has_table(_VERSION.name):
            command.stamp(config, held)
        command.upgrade(config, SCHEMA)
