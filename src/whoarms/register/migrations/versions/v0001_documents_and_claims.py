"""Documents and claims, and what filters look for in claims."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("arrived", sa.DateTime, nullable=False),
        sa.Column("published", sa.Date, index=True),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("text", sa.Text),
        sa.Column("text_digest", sa.Text),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column(
            "document_id", sa.Text, sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False, index=True),
        sa.Column("stage", sa.Text, index=True),
        sa.Column("certainty", sa.Text, nullable=False, index=True),
        sa.Column("when_first", sa.Date, index=True),
        sa.Column("when_last", sa.Date),
        sa.Column("published", sa.Date, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "claim_actors",
        sa.Column("claim_id", sa.Text, sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("actor_id", sa.Text, nullable=False, index=True),
        sa.Column("folded_id", sa.Text, nullable=False, index=True),
        sa.Column("folded_name", sa.Text, nullable=False, index=True),
    )
    op.create_table(
        "claim_items",
        sa.Column("claim_id", sa.Text, sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("category", sa.Text, nullable=False, index=True),
        sa.Column("folded_system", sa.Text, index=True),
        sa.Column("folded_text", sa.Text, nullable=False),
    )
