"""The tables of what is stored: documents, their readings and claims, judgements, grades of sources.

Nothing in them is ever deleted. What follows from them is in `derived_tables`.
"""

from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Index, Integer, MetaData, Table, Text

METADATA = MetaData()

documents = Table(
    "documents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("arrived", DateTime, nullable=False),  # UTC, as all times
)

texts = Table(
    "texts",
    METADATA,
    Column("id", Text, primary_key=True),  # the hash of the text, letter for letter
    Column("digest", Text),  # the hash of its words alone
    Column("text", Text, nullable=False),
)

readings = Table(
    "readings",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("read_at", DateTime, nullable=False),
    Column("superseded_at", DateTime),  # None: it is the document's present reading
    Column("published", Date, index=True),
    Column("said", Text, nullable=False),  # the digest of all its claims
    Column("body", Text, nullable=False),  # the document as JSON, without its text
    Column("text_id", ForeignKey("texts.id")),
)
Index(
    "ix_readings_present",
    readings.c.document_id,
    unique=True,
    sqlite_where=readings.c.superseded_at.is_(None),
    postgresql_where=readings.c.superseded_at.is_(None),
)

claims = Table(
    "claims",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("reading_number", ForeignKey("readings.number"), nullable=False, index=True),
    Column("present", Boolean, nullable=False),  # its reading is the document's present one
    Column("id", Text, nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("stage", Text, index=True),
    Column("certainty", Text, nullable=False, index=True),
    Column("when_first", Date, index=True),
    Column("when_last", Date),
    Column("published", Date, index=True),
    Column("body", Text, nullable=False),  # the claim as JSON
)
Index(
    "ix_claims_present",
    claims.c.id,
    unique=True,
    sqlite_where=claims.c.present,
    postgresql_where=claims.c.present,
)

claim_actors = Table(
    "claim_actors",
    METADATA,
    Column("claim_number", ForeignKey("claims.number"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("side", Text, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("folded_id", Text, nullable=False),
    Column("folded_name", Text, nullable=False),
    Index("ix_claim_actors_actor_id", "actor_id", "side", "claim_number"),
    Index("ix_claim_actors_folded_id", "folded_id", "actor_id"),
    Index("ix_claim_actors_folded_name", "folded_name", "actor_id"),
)

claim_items = Table(
    "claim_items",
    METADATA,
    Column("claim_number", ForeignKey("claims.number"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("category", Text, nullable=False),
    Column("folded_system", Text),
    Column("folded_text", Text, nullable=False),  # its words, a space before and after each
    Index("ix_claim_items_category", "category", "claim_number"),
    Index("ix_claim_items_folded_system", "folded_system", "claim_number"),
)

judgements = Table(
    "judgements",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("act", Text, nullable=False),  # merge, split, same, different, unsure, refuse-tie, undo
    Column("by", Text, nullable=False),
    Column("reason", Text),
    Column("at", DateTime, nullable=False),
    Column("cancels", ForeignKey("judgements.number")),  # what an undo undoes
)

judged_pairs = Table(
    "judged_pairs",
    METADATA,
    Column("judgement_number", ForeignKey("judgements.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("verdict", Text, nullable=False),  # same, different, unsure; refused for a tie of documents
    Column("left_document", Text, nullable=False),
    Column("left_claim", Text),  # the claim as JSON, as it was when it was judged
    Column("right_document", Text, nullable=False),
    Column("right_claim", Text),
)

source_grades = Table(
    "source_grades",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded_name", Text, nullable=False, index=True),
    Column("grade", Text),  # A to F; None takes the grade back
    Column("reason", Text),
    Column("by", Text, nullable=False),
    Column("at", DateTime, nullable=False),
)
