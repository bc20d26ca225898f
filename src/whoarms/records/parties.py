"""The parties as records name them into actors."""

import re
from functools import lru_cache

from whoarms.model import Actor
from whoarms.vocabulary.actors import actor_called, actor_name

_UNKNOWN = re.compile(r"\W*(?:unknown|multiple|various|unspecified|not known)\b.*|[\W_]*", re.IGNORECASE | re.DOTALL)
_MARKS = re.compile(r"[\s*?]+$")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_NAMES = {"congo": "COG", "saint vincent": "VCT"}
"""What registers call a state and a text would not."""


@lru_cache(maxsize=4096)
def party(cell: str) -> tuple[Actor, ...]:
    """Name the actor of a cell as the vocabulary does; none for `unknown supplier(s)` and `(multiple sellers)`.

    Marks of groups and organisations (`Hezbollah (Lebanon)*`, `NATO**`) stay in the actor's `text`. One that the
    vocabulary does not hold has its own name as its id; a group is never taken for the state in its brackets.
    """
    text = " ".join(cell.split())
    if _UNKNOWN.fullmatch(text):
        return ()
    whole = _MARKS.sub("", text)
    name = _IN_BRACKETS.sub("", whole) or whole
    id_ = next((id_ for one in (whole, name) if (id_ := _NAMES.get(one.casefold()) or actor_called(one))), name)
    return (Actor(id=id_, name=actor_name(id_), text=text),)


def parties(cell: str) -> tuple[Actor, ...]:
    """Name the actors of a cell that lists several with semicolons."""
    return tuple(actor for one in cell.split(";") for actor in party(one))
