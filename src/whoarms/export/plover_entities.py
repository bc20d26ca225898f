"""Actors as entities of PLOVER."""

import msgspec

from whoarms.export.names import group, is_state, name
from whoarms.model import Actor

_BODIES = {"united-nations": "UNO", "european-union": "EUR"}
_CODES = {"XKX": "KOS"}
_TYPES = {"alliance": "IGO", "organisation": "IGO", "mission": "IGO", "armed_group": "IMG", "mercenary": "MNC"}
_SECTORS = {"armed_group": "REB", "mercenary": "PRM", "de_facto_state": "GOV"}


class Entity(msgspec.Struct, frozen=True, omit_defaults=True):
    """An entity: the code of its state or kind, its sector, the words that name it and who it is."""

    code: str | None = None
    sector: str | None = None
    entity_text: str | None = None
    identifier_id: str | None = None
    identifier_text: str | None = None


def entity(actor: Actor) -> Entity:
    """Code an actor; a group with a home state has its code, and a sector of its own."""
    known = group(actor.id)
    if known is None:
        code = _CODES.get(actor.id, actor.id) if is_state(actor.id) else None
        return Entity(code, None, actor.text, None, name(actor))
    is_body = known.type in ("alliance", "organisation", "mission")
    code = _BODIES.get(actor.id) or (None if is_body else known.state) or _TYPES.get(known.type)
    sector = "GOVPRE" if known.type == "de_facto_state" else _SECTORS.get(known.type)
    return Entity(code, sector, actor.text, known.wikidata or None, name(actor))
