"""Registers of older and of newer schemas."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from whoarms.errors import RegisterError
from whoarms.model import Reading
from whoarms.register import Filter, Register
from whoarms.register.engine import open_engine
from whoarms.register.fold import fold, text_digest
from whoarms.register.sides import side_of
from whoarms.register.tables import METADATA

FIRST_SCHEMA = (Path(__file__).parent / "data" / "schema_0001.sql").read_text()
ARRIVED = "2024-01-02 03:04:05.000006"


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    opened = open_engine(url)
    yield opened
    opened.dispose()


@pytest.fixture
def told(say: Any, tell: Any) -> list[Reading]:
    drones = say("supplier=IRN recipient=RUS", "40 uav shahed-136", when="2022-08")
    return [
        tell("a", drones, say("supplier=IRN recipient=SDN", certainty="denied")),
        tell("copy", say("supplier=IRN recipient=RUS", "uav"), text="The words of a."),
        tell("quiet", published=None, text=None),
    ]


def make_first_schema(engine: Engine, told: list[Reading]) -> None:
    """Fill tables as the first version of the program did."""
    with engine.begin() as connection:
        time = "TIMESTAMP" if engine.dialect.name == "postgresql" else "DATETIME"
        for statement in FIRST_SCHEMA.replace("TIMESTAMP", time).strip().split("\n"):
            connection.execute(text(statement))
        for reading in told:
            _insert_document(connection, reading)


def _insert_document(connection: Any, reading: Reading) -> None:
    document = reading.document
    row = {
        "id": document.id,
        "published": document.published,
        "said": "said",
        "body": msgspec.json.encode(msgspec.structs.replace(document, text=None)).decode(),
        "text": document.text,
        "digest": text_digest(document.text),
    }
    connection.execute(
        text(
            f"INSERT INTO documents VALUES (:id, '{ARRIVED}', CAST(:published AS DATE), :said, :body, :text, :digest)"
            if connection.dialect.name == "postgresql"
            else f"INSERT INTO documents VALUES (:id, '{ARRIVED}', :published, :said, :body, :text, :digest)"
        ),
        row,
    )
    for position, claim in enumerate(reading.claims):
        body = msgspec.json.encode(claim).decode()
        connection.execute(
            text(
                f"INSERT INTO claims VALUES (:id, '{document.id}', {position}, '{claim.kind}', '{claim.stage}',"
                f" '{claim.certainty}', NULL, NULL, '2023-05-01', :body)"
            ),
            {"id": claim.id, "body": body},
        )
        for role, actors in claim.roles.items():
            for number, actor in enumerate(actors):
                values = (claim.id, role, side_of(claim.kind, role), actor.id, fold(actor.id), fold(actor.name))
                shown = "'{}', '{}', {}, '{}', '{}', '{}', '{}'".format(*values[:2], number, *values[2:])
                connection.execute(text(f"INSERT INTO claim_actors VALUES ({shown})"))
        for number, item in enumerate(claim.items):
            system = f"'{fold(item.system)}'" if item.system else "NULL"
            shown = f"'{claim.id}', {number}, '{item.category}', {system}, ' {fold(item.text)} '"
            connection.execute(text(f"INSERT INTO claim_items VALUES ({shown})"))


def test_a_register_of_the_first_schema_is_brought_up_to_date_whole(
    engine: Engine, url: str, told: list[Reading]
) -> None:
    make_first_schema(engine, told)
    with Register(url) as register:
        assert [report.claim for report in register.claims()] == [c for reading in told for c in reading.claims]
        held = list(register.documents())
        assert [one.document for one in held] == [msgspec.structs.replace(r.document, text=None) for r in told]
        assert {f"{one.arrived:%Y-%m-%d %H:%M:%S.%f}" for one in held} == {ARRIVED}
        assert {r.text_digest for r in register.claims()} == {text_digest("The words of a.")}
        assert [len(d.claims) for d in register.deals(Filter(supplier="IRN", category="uav"))] == [2]
        assert [report.claim.certainty for report in register.claims(Filter(recipient="SDN"))] == ["denied"]
        assert not register.add(told[0]) or len(list(register.claims())) == 3
    with Register(url) as register:
        assert len(list(register.documents(as_of="2024-01-02"))) == 3
        assert list(register.documents(as_of="2024-01-01")) == []


def test_the_steps_lead_to_the_tables_that_a_new_register_has(engine: Engine, url: str) -> None:
    make_first_schema(engine, [])
    Register(url).close()
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        assert inspect(connection).has_table("old_claims") is False


def test_a_new_register_is_at_the_newest_step(engine: Engine, url: str) -> None:
    Register(url).close()
    with engine.connect() as connection:
        from alembic.config import Config
        from alembic.script import ScriptDirectory

        import whoarms.register.migrations as steps

        config = Config()
        config.set_main_option("script_location", str(Path(str(steps.__file__)).parent))
        newest = ScriptDirectory.from_config(config).get_current_head()
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == newest


def test_a_register_of_a_newer_program_is_left_alone(engine: Engine, url: str) -> None:
    Register(url).close()
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RegisterError, match=r"schema 9999.*newer one") as caught:
        Register(url)
    assert "\n" not in str(caught.value)
