"""Readings beside documents, so that none is lost; judgements, grades of sources, and tables of deals."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from whoarms.model import content_id

revision = "0002"
down_revision = "0001"

_OLD = ("claim_items", "claim_actors", "claims")
_KINDS = (
    *("transfer", "production", "training", "launch", "agreement", "exercise", "deployment"),
    *("intelligence", "aid", "sanction", "seizure", "use", "capability"),
)
_BATCH = 500


def upgrade() -> None:
    """Make the new tables and move what is stored into them."""
    _set_old_claims_aside()
    _make_readings()
    _move_readings()
    _make_claims()
    _move_claims()
    for table in _OLD:
        op.drop_table(f"old_{table}")
    _make_judgements()
    _make_deals()


def _set_old_claims_aside() -> None:
    inspector = sa.inspect(op.get_bind())
    for table in _OLD:
        for index in inspector.get_indexes(table):
            op.drop_index(str(index["name"]), table)
        op.rename_table(table, f"old_{table}")
        if op.get_context().dialect.name == "postgresql":
            op.execute(f"ALTER INDEX {table}_pkey RENAME TO old_{table}_pkey")


def _make_readings() -> None:
    op.create_table(
        "texts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("digest", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), nullable=False, index=True),
        sa.Column("read_at", sa.DateTime, nullable=False),
        sa.Column("superseded_at", sa.DateTime),
        sa.Column("published", sa.Date),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("text_id", sa.Text, sa.ForeignKey("texts.id")),
    )
    present = sa.text("superseded_at IS NULL")
    op.create_index(
        "ix_readings_present",
        "readings",
        ["document_id"],
        unique=True,
        sqlite_where=present,
        postgresql_where=present,
    )


def _move_readings() -> None:
    op.execute(
        "INSERT INTO readings (document_id, read_at, published, said, body)"
        " SELECT id, arrived, published, said, body FROM documents ORDER BY arrived, id"
    )
    _move_texts(op.get_bind())
    op.drop_index("ix_documents_published", "documents")
    for column in ("published", "said", "body", "text", "text_digest"):
        op.drop_column("documents", column)
    op.create_index("ix_readings_published", "readings", ["published"])


def _move_texts(connection: sa.Connection) -> None:
    """Name each text by its content, so that two readings of one text keep it once."""
    held: set[str] = set()
    for document, text, digest in _texts(connection):
        id_ = content_id(text)
        if id_ not in held:
            held.add(id_)
            connection.execute(_INSERT_TEXT, {"id": id_, "digest": digest, "text": text})
        connection.execute(_SET_TEXT, {"id": id_, "document": document})


_INSERT_TEXT = sa.text("INSERT INTO texts (id, digest, text) VALUES (:id, :digest, :text)")
_SET_TEXT = sa.text("UPDATE readings SET text_id = :id WHERE document_id = :document")


def _texts(connection: sa.Connection) -> Iterator[tuple[str, str, str | None]]:
    query = sa.text(
        "SELECT id, text, text_digest FROM documents"
        " WHERE text IS NOT NULL AND text <> '' AND id > :last ORDER BY id LIMIT :batch"
    )
    last = ""
    while batch := connection.execute(query, {"last": last, "batch": _BATCH}).all():
        for id_, text, digest in batch:
            yield id_, text, digest
            last = id_


def _make_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("reading_number", sa.Integer, sa.ForeignKey("readings.number"), nullable=False),
        sa.Column("present", sa.Boolean, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("stage", sa.Text),
        sa.Column("certainty", sa.Text, nullable=False),
        sa.Column("when_first", sa.Date),
        sa.Column("when_last", sa.Date),
        sa.Column("published", sa.Date),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "claim_actors",
        sa.Column("claim_number", sa.Integer, sa.ForeignKey("claims.number"), primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("actor_id", sa.Text, nullable=False),
        sa.Column("folded_id", sa.Text, nullable=False),
        sa.Column("folded_name", sa.Text, nullable=False),
    )
    op.create_table(
        "claim_items",
        sa.Column("claim_number", sa.Integer, sa.ForeignKey("claims.number"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("folded_system", sa.Text),
        sa.Column("folded_text", sa.Text, nullable=False),
    )


def _move_claims() -> None:
    op.execute(
        "INSERT INTO claims (reading_number, present, id, position, kind, stage, certainty,"
        " when_first, when_last, published, body)"
        " SELECT r.number, true, c.id, c.position, c.kind, c.stage, c.certainty,"
        " c.when_first, c.when_last, c.published, c.body"
        " FROM old_claims c JOIN readings r ON r.document_id = c.document_id ORDER BY r.number, c.position"
    )
    op.create_index("ix_claims_id", "claims", ["id"])
    op.execute(
        "INSERT INTO claim_actors SELECT c.number, a.role, a.number, a.side, a.actor_id, a.folded_id, a.folded_name"
        " FROM old_claim_actors a JOIN claims c ON c.id = a.claim_id"
    )
    op.execute(
        "INSERT INTO claim_items SELECT c.number, i.number, i.category, i.folded_system, i.folded_text"
        " FROM old_claim_items i JOIN claims c ON c.id = i.claim_id"
    )
    for column in ("reading_number", "kind", "stage", "certainty", "when_first", "published"):
        op.create_index(f"ix_claims_{column}", "claims", [column])
    present = sa.text("present")
    op.create_index("ix_claims_present", "claims", ["id"], unique=True, sqlite_where=present, postgresql_where=present)
    op.create_index("ix_claim_actors_actor_id", "claim_actors", ["actor_id", "side", "claim_number"])
    op.create_index("ix_claim_actors_folded_id", "claim_actors", ["folded_id", "actor_id"])
    op.create_index("ix_claim_actors_folded_name", "claim_actors", ["folded_name", "actor_id"])
    op.create_index("ix_claim_items_category", "claim_items", ["category", "claim_number"])
    op.create_index("ix_claim_items_folded_system", "claim_items", ["folded_system", "claim_number"])


def _make_judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("cancels", sa.Integer, sa.ForeignKey("judgements.number")),
    )
    op.create_table(
        "judged_pairs",
        sa.Column("judgement_number", sa.Integer, sa.ForeignKey("judgements.number"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("left_document", sa.Text, nullable=False),
        sa.Column("left_claim", sa.Text),
        sa.Column("right_document", sa.Text, nullable=False),
        sa.Column("right_claim", sa.Text),
    )
    op.create_table(
        "source_grades",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded_name", sa.Text, nullable=False, index=True),
        sa.Column("grade", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )


def _make_deals() -> None:
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False, index=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "derivation",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("rules", sa.Integer, nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
    )
    for kind in _KINDS:
        op.execute(f"INSERT INTO derivation (kind, rules, generation) VALUES ('{kind}', 0, 0)")
    op.create_table(
        "deals",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("stage", sa.Text),
        sa.Column("status", sa.Text, nullable=False, index=True),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("speakers", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Index("ix_deals_days", "first_day", "last_day"),
        sa.Index("ix_deals_kind", "kind", "first_day", "last_day", "stage"),
    )
    op.create_table(
        "deal_claims",
        sa.Column("deal_id", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("claim_id", sa.Text, nullable=False, index=True),
        sa.Column("certainty", sa.Text, nullable=False),
        sa.Index("ix_deal_claims_certainty", "certainty", "deal_id"),
    )
    op.create_table(
        "deal_actors",
        sa.Column("deal_id", sa.Text, primary_key=True),
        sa.Column("actor_id", sa.Text, primary_key=True),
        sa.Column("side", sa.Text, primary_key=True),
        sa.Column("folded_id", sa.Text, nullable=False),
        sa.Column("folded_name", sa.Text, primary_key=True),
        sa.Index("ix_deal_actors_actor_id", "actor_id", "side", "deal_id"),
        sa.Index("ix_deal_actors_folded_id", "folded_id", "actor_id"),
        sa.Index("ix_deal_actors_folded_name", "folded_name", "actor_id"),
    )
    _make_contents_of_deals()


def _make_contents_of_deals() -> None:
    op.create_table(
        "deal_pairs",
        sa.Column("supplier", sa.Text, primary_key=True),
        sa.Column("recipient", sa.Text, primary_key=True),
        sa.Column("deal_id", sa.Text, primary_key=True, index=True),
    )
    op.create_table(
        "deal_items",
        sa.Column("deal_id", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("folded_system", sa.Text),
        sa.Column("folded_text", sa.Text, nullable=False),
        sa.Index("ix_deal_items_category", "category", "deal_id"),
        sa.Index("ix_deal_items_folded_system", "folded_system", "deal_id"),
    )
    op.create_table(
        "deal_words",
        sa.Column("word", sa.Text, primary_key=True),
        sa.Column("deal_id", sa.Text, primary_key=True, index=True),
    )
    op.create_table(
        "suggestions",
        sa.Column("left_deal", sa.Text, primary_key=True),
        sa.Column("right_deal", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False, index=True),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
    )
