"""The tables of the register: documents and claims, and what filters look for in claims."""

from sqlalchemy import Column, Date, DateTime, ForeignKey, Integer, MetaData, Table, Text

METADATA = MetaData()

documents = Table(
    "documents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("arrived", DateTime, nullable=False),  # UTC
    Column("published", Date, index=True),
    Column("said", Text, nullable=False),  # the digest of all its claims
    Column("body", Text, nullable=False),  # the document as JSON, without its text
    Column("text", Text),
    Column("text_digest", Text),
)

claims = Table(
    "claims",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("stage", Text, index=True),
    Column("certainty", Text, nullable=False, index=True),
    Column("when_first", Date, index=True),
    Column("when_last", Date),
    Column("published", Date, index=True),
    Column("body", Text, nullable=False),  # the claim as JSON
)

claim_actors = Table(
    "claim_actors",
    METADATA,
    Column("claim_id", ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("side", Text, nullable=False),
    Column("actor_id", Text, nullable=False, index=True),
    Column("folded_id", Text, nullable=False, index=True),
    Column("folded_name", Text, nullable=False, index=True),
)

claim_items = Table(
    "claim_items",
    METADATA,
    Column("claim_id", ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("category", Text, nullable=False, index=True),
    Column("folded_system", Text, index=True),
    Column("folded_text", Text, nullable=False),  # its words, a space before and after each
)
