"""What the tables of deals answer."""

import msgspec
from sqlalchemy import Connection, select

from whoarms.register.deal_query import deals_where, rarest_word
from whoarms.register.derived_tables import deal_actors, deals, suggestions
from whoarms.register.fold import fold
from whoarms.register.grades import Grades
from whoarms.register.names import actors_of
from whoarms.register.queries import starting
from whoarms.register.values import Deal, Filter, Suggestion

_DEALS = msgspec.json.Decoder(Deal)
_SPEAKERS = msgspec.json.Decoder(list[list[str]])
_REASONS = msgspec.json.Decoder(tuple[str, ...])


def deals_wanted(connection: Connection, wanted: Filter, grades: Grades) -> list[Deal]:
    """Give the deals that a filter selects, the first reported first."""
    rare = rarest_word(connection, fold(wanted.system)) if wanted.system else None
    query = deals_where(wanted, actors_of(connection, deal_actors, wanted), rare)
    found = [_deal(body, speakers, grades) for body, speakers in connection.execute(query)]
    return sorted(found, key=lambda deal: (deal.first_reported or "9999-99-99", deal.documents[0], deal.claims[0]))


def deals_like(connection: Connection, prefix: str, grades: Grades) -> list[Deal]:
    """Give the deals whose id starts with `prefix`, six at most."""
    query = starting(select(deals.c.body, deals.c.speakers), deals.c.id, prefix)
    return [_deal(body, speakers, grades) for body, speakers in connection.execute(query)]


def suggested(connection: Connection) -> list[Suggestion]:
    """Give the pairs of deals that may be one, the likeliest first."""
    order = (suggestions.c.score.desc(), suggestions.c.left_deal, suggestions.c.right_deal)
    return [
        Suggestion(row.left_deal, row.right_deal, row.score, _REASONS.decode(row.reasons))
        for row in connection.execute(select(suggestions).order_by(*order))
    ]


def _deal(body: str, speakers: str, grades: Grades) -> Deal:
    deal = _DEALS.decode(body)
    if not grades:
        return deal
    return msgspec.structs.replace(deal, reliability=grades.of_all(_SPEAKERS.decode(speakers)))
