"""The supplier and the recipient of a row, as registers of transfers write them."""

from collections.abc import Iterator
from typing import NamedTuple

from whoarms.export.names import group, name, on_side
from whoarms.model import Actor
from whoarms.register import Deal
from whoarms.vocabulary.actors import actor_name

_SPELLED = {
    "ARE": "UAE",
    "BIH": "Bosnia-Herzegovina",
    "CIV": "Cote d'Ivoire",
    "COD": "DR Congo",
    "COG": "Congo",
    "SWZ": "eSwatini",
    "TUR": "Turkiye",
    "VNM": "Viet Nam",
}
_ARMED = ("armed_group", "mercenary")
_BODIES = ("alliance", "organisation", "mission")


class Partners(NamedTuple):
    """One supplier and one recipient in words, how many recipients share the deal, and what the words leave out."""

    supplier: str
    recipient: str
    recipients: int
    supplier_disputed: bool
    recipient_disputed: bool
    notes: tuple[str, ...]


def partners(deal: Deal) -> Iterator[Partners]:
    """Give the partners of each row of a deal: a row for each recipient, several suppliers in one.

    Reports that name different suppliers or recipients dispute them: there is a row for the one named first.
    """
    suppliers, recipients = on_side(deal, "supplier"), on_side(deal, "recipient")
    disputed = {conflict.field for conflict in deal.conflicts}
    by_whom, to_whom = "supplier" in disputed, "recipient" in disputed
    notes = tuple(_notes(suppliers, recipients, by_whom, to_whom))
    supplier = _several(suppliers[:1] if by_whom else suppliers)
    shown = recipients[:1] if to_whom else recipients
    for recipient in map(spelled, shown) if shown else ("unknown recipient(s)",):
        yield Partners(supplier, recipient, max(1, len(shown)), by_whom, to_whom, notes)


def spelled(actor: Actor) -> str:
    """Spell an actor as the trade register does: `*` after armed groups with their state, `**` after organisations."""
    known = group(actor.id)
    if known and known.type in _ARMED:
        return f"{name(actor)} ({actor_name(known.state)})*" if known.state else f"{name(actor)}*"
    if known and known.type in _BODIES:
        return f"{name(actor)}**"
    return _SPELLED.get(actor.id, name(actor))


def _several(suppliers: tuple[Actor, ...]) -> str:
    if len(suppliers) > 1:
        return "(multiple sellers)"
    return spelled(suppliers[0]) if suppliers else "unknown supplier(s)"


def _notes(suppliers: tuple[Actor, ...], recipients: tuple[Actor, ...], by_whom: bool, to_whom: bool) -> Iterator[str]:
    for what, actors, disputed in (("supplier", suppliers, by_whom), ("recipient", recipients, to_whom)):
        names = [spelled(actor) for actor in actors]
        if disputed:
            yield f"{what} disputed: {' or '.join(names)}"
        elif len(names) > 1:
            yield f"{what}s: {', '.join(names)}"
