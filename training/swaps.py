"""Augmentation: the states of a record changed for others, consistently in text, title and labels."""

import copy
import random
import re

from training.corpus import Record
from whoarms.text.spans import Found
from whoarms.vocabulary.actors import Naming, find_actors
from whoarms.vocabulary.tables import listed, rows

_SWAPPED_FORMS = ("name", "demonym", "capital")
_COLUMN = {"name": "name", "demonym": "demonyms", "capital": "capitals"}


def swapped(record: Record, chance: random.Random) -> Record:
    """Exchange states of a record for others, where every word that names the state can be exchanged too."""
    whole = f"{record['title']}\n\n{record['text']}"
    found = find_actors(whole)
    fixed = {one.value.id for one in found if one.value.form not in _SWAPPED_FORMS}
    states = {row["id"]: row for row in rows("states") if row["demonyms"] and row["capitals"] and not row["to"]}
    free = [state for state in dict.fromkeys(one.value.id for one in found) if state in states and state not in fixed]
    others = [state for state in states if state not in free and state not in {one.value.id for one in found}]
    change = dict(zip(free, chance.sample(others, len(free)), strict=True)) if len(free) <= len(others) else {}
    pieces = [(one, _naming(whole, one, states[change[one.value.id]])) for one in found if one.value.id in change]
    return _rewritten(record, change, pieces) if pieces else record


def _naming(text: str, one: Found[Naming], state: dict[str, str]) -> str:
    """The words that name another state in the same form, in the same number."""
    old = text[one.start : one.end]
    terms = listed(state[_COLUMN[one.value.form]])
    if one.value.form == "demonym" and old.endswith("s") and not old.endswith("ss"):
        return next((term for term in terms if term.endswith("s")), terms[0])
    return terms[0]


def _rewritten(record: Record, change: dict[str, str], pieces: list[tuple[Found[Naming], str]]) -> Record:
    shift = len(record["title"]) + 2
    made = copy.deepcopy(record)
    title = _replaced(record["title"], [(p.start, p.end, new) for p, new in pieces if p.end <= len(record["title"])])
    inside = [(p.start - shift, p.end - shift, new) for p, new in pieces if p.start >= shift]
    made["title"], made["text"] = title, _replaced(record["text"], inside)
    for claim in made["claims"]:
        start = record["text"].find(claim["evidence"])
        if start >= 0:
            end = start + len(claim["evidence"])
            claim["evidence"] = _replaced(
                claim["evidence"],
                [(s - start, e - start, new) for s, e, new in inside if s >= start and e <= end],
            )
        else:
            claim["evidence"] = title
        for key, value in claim.items():
            if isinstance(value, list) and key not in ("items", "sources"):
                claim[key] = [change.get(actor, actor) for actor in value]
        words = {record["text"][s:e]: new for s, e, new in inside}
        claim["sources"] = [_renamed(source, words) for source in claim["sources"]]
        for item in claim.get("items") or []:
            item["text"] = _renamed(item["text"], words)
    return made


def _replaced(text: str, pieces: list[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(pieces, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _renamed(text: str, words: dict[str, str]) -> str:
    if not words:
        return text
    return re.sub(
        "|".join(rf"\b{re.escape(old)}\b" for old in sorted(words, key=len, reverse=True)),
        lambda m: words[m.group()],
        text,
    )
