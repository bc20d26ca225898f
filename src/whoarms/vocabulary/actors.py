"""States and other actors, and the words that name them."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from whoarms.text.spans import Found
from whoarms.vocabulary.matching import Terms, levelled
from whoarms.vocabulary.tables import listed, rows

Form = Literal["name", "demonym", "capital", "organ", "person", "company", "place", "group"]


class Naming(NamedTuple):
    """An actor's id and how a term names it: by its name, as an adjective, by its capital, by a person …"""

    id: str
    form: Form


_STATE_COLUMNS: tuple[tuple[str, Form], ...] = (
    ("aliases", "name"),
    ("demonyms", "demonym"),
    ("capitals", "capital"),
    ("nicknames", "organ"),
)

_PREDECESSORS = {"RUS": ("SUN", "1991-12-26"), "SRB": ("YUG", "2003-02-04"), "CZE": ("CSK", "1993-01-01")}


@cache
def names() -> dict[str, str]:
    """Map the id of every actor to its usual English name."""
    return {row["id"]: row["name"] for table in ("states", "actors") for row in rows(table)}


def actor_name(id_: str) -> str:
    """Name an actor by its id; an unknown id is its own name."""
    return names().get(id_, id_)


def actor_called(name: str) -> str | None:
    """Give the id of the one actor that is called so as a whole, by name, adjective or id, in any case; else None."""
    return _by_name().get(levelled(name).casefold())


def known_actor(name: str) -> str | None:
    """Give the id of the state or group that a name, as a whole, stands for ("Türkiye", "UK", "British"); else None."""
    whole = (one for one in find_actors(name) if (one.start, one.end) == (0, len(name)))
    return next((one.value.id for one in whole if one.value.form in ("name", "demonym", "group")), None)


def find_actors(text: str, published: str | None = None) -> list[Found[Naming]]:
    """Find the words that name actors: states, capitals, persons, companies and places stand for their state.

    Capitals, organs and the like stand for the state of the day of publication: Moscow is the Soviet Union in 1988.
    """
    found = [one for one in _terms().find(text) if one.value.id]
    return [Found(one.start, one.end, _at(one.value, published)) for one in found]


def _at(naming: Naming, published: str | None) -> Naming:
    before, until = _PREDECESSORS.get(naming.id, ("", ""))
    if published and published < until and naming.form not in ("name", "demonym"):
        return Naming(before, naming.form)
    return naming


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for id_, term in _called():
        found.setdefault(levelled(term).casefold(), id_)
    return found


def _called() -> Iterator[tuple[str, str]]:
    yield from ((id_, id_) for id_ in names())
    for table, columns in (("states", ("aliases", "demonyms")), ("actors", ("aliases",))):
        for row in rows(table):
            terms = [row["name"], *(term for column in columns for term in listed(row[column]))]
            yield from ((row["id"], term) for term in terms)


@cache
def _terms() -> Terms[Naming]:
    return Terms(_namings())


def _namings() -> Iterator[tuple[str, Naming]]:
    """Every term; those of `not_actors` (New Mexico, the Gulf War) have no id and hide the shorter ones in them."""
    yield from ((row["term"], Naming("", "name")) for row in rows("not_actors"))
    for row in rows("states"):
        yield row["name"], Naming(row["id"], "name")
        for column, form in _STATE_COLUMNS:
            yield from ((term, Naming(row["id"], form)) for term in listed(row[column]))
    for row in rows("actors"):
        yield from ((term, Naming(row["id"], "group")) for term in [row["name"], *listed(row["aliases"])])
    for table, form in (("people", "person"), ("companies", "company"), ("places", "place")):
        yield from _state_terms(table, form)


def _state_terms(table: str, form: Form) -> Iterator[tuple[str, Naming]]:
    for row in rows(table):
        if row["state"]:
            yield from ((t, Naming(row["state"], form)) for t in [row["name"], *listed(row.get("aliases"))])
