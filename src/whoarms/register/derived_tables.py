"""The tables of what follows from the stored claims: they can be emptied at any time and filled again."""

from sqlalchemy import Column, Date, Float, Index, Integer, Table, Text

from whoarms.register.tables import METADATA

changes = Table(
    "changes",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column(
        "kind", Text, nullable=False, index=True
    ),  # of claims that came, went or were judged since the deals were made
    sqlite_autoincrement=True,
)

derivation = Table(
    "derivation",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("rules", Integer, nullable=False),  # the version of the rules that its deals were made by
    Column("generation", Integer, nullable=False),  # how often they have been made
)

deals = Table(
    "deals",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("stage", Text),
    Column("status", Text, nullable=False, index=True),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("digest", Text, nullable=False),  # of all that the rows about the deal say
    Column("speakers", Text, nullable=False),  # JSON: the folded names that each asserting claim goes back to
    Column("body", Text, nullable=False),  # the deal as JSON
    Index("ix_deals_days", "first_day", "last_day"),
    Index("ix_deals_kind", "kind", "first_day", "last_day", "stage"),
)

deal_claims = Table(
    "deal_claims",
    METADATA,
    Column("deal_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("claim_id", Text, nullable=False, index=True),
    Column("certainty", Text, nullable=False),
    Index("ix_deal_claims_certainty", "certainty", "deal_id"),
)

deal_actors = Table(
    "deal_actors",
    METADATA,
    Column("deal_id", Text, primary_key=True),
    Column("actor_id", Text, primary_key=True),
    Column("side", Text, primary_key=True),
    Column("folded_id", Text, nullable=False),
    Column("folded_name", Text, primary_key=True),
    Index("ix_deal_actors_actor_id", "actor_id", "side", "deal_id"),
    Index("ix_deal_actors_folded_id", "folded_id", "actor_id"),
    Index("ix_deal_actors_folded_name", "folded_name", "actor_id"),
)

deal_pairs = Table(
    "deal_pairs",
    METADATA,
    Column("supplier", Text, primary_key=True),
    Column("recipient", Text, primary_key=True),
    Column("deal_id", Text, primary_key=True, index=True),
)

deal_items = Table(
    "deal_items",
    METADATA,
    Column("deal_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("category", Text, nullable=False),
    Column("folded_system", Text),
    Column("folded_text", Text, nullable=False),  # its words, a space before and after each
    Index("ix_deal_items_category", "category", "deal_id"),
    Index("ix_deal_items_folded_system", "folded_system", "deal_id"),
)

deal_words = Table(
    "deal_words",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("deal_id", Text, primary_key=True, index=True),
)

suggestions = Table(
    "suggestions",
    METADATA,
    Column("left_deal", Text, primary_key=True),
    Column("right_deal", Text, primary_key=True),
    Column("kind", Text, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),  # a list as JSON
)

OF_DEALS = (deals, deal_claims, deal_actors, deal_pairs, deal_items, deal_words, suggestions)
