"""What actors and systems are called."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from whoarms.model import Actor
from whoarms.register import Deal
from whoarms.register.sides import Side, side_of
from whoarms.vocabulary.actors import names
from whoarms.vocabulary.tables import rows


class Group(NamedTuple):
    """An actor that is no state: its type (`armed_group`, `alliance` …), its home state and its Wikidata id."""

    type: str
    state: str
    wikidata: str


def group(id_: str) -> Group | None:
    """Say what kind of group an actor is; None for a state and for one that the vocabulary does not hold."""
    return _groups().get(id_)


def is_state(id_: str) -> bool:
    """Say whether an id is that of a state, or looks like one."""
    return group(id_) is None and len(id_) == 3 and id_.isascii() and id_.isupper()


def name(actor: Actor) -> str:
    """Give the usual English name of an actor."""
    return names().get(actor.id, actor.name)


def system_name(id_: str | None) -> str | None:
    """Give the name of a known weapon system by its id."""
    return _systems().get(id_, id_) if id_ else None


def on_side(deal: Deal, side: Side) -> tuple[Actor, ...]:
    """Give the actors of a deal on one side, each once: a trainer is a supplier, `parties` are on either."""
    found = {
        actor.id: actor for role, actors in deal.roles.items() if side_of(deal.kind, role) == side for actor in actors
    }
    return tuple(found.values())


def headline(deal: Deal) -> str:
    """Say in one line what a deal is: `Iran → Russia: Shahed-136`; what is no transfer is named first."""
    givers, takers = on_side(deal, "supplier"), on_side(deal, "recipient")
    who = f"{_listed(givers)} → {_listed(takers)}" if givers or takers else _listed(on_side(deal, "either"))
    kind = "" if deal.kind == "transfer" else f"{deal.kind}, "
    what = ", ".join(dict.fromkeys(system_name(item.system) or item.text for item in deal.items))
    return f"{kind}{who}: {what}" if what else f"{kind}{who}"


def _listed(actors: Sequence[Actor]) -> str:
    return ", ".join(map(name, actors)) or "?"


@cache
def _groups() -> dict[str, Group]:
    return {row["id"]: Group(row["type"], row["state"], row["wikidata"]) for row in rows("actors")}


@cache
def _systems() -> dict[str, str]:
    return {row["id"]: row["name"] for table in ("systems_air", "systems_surface") for row in rows(table)}
