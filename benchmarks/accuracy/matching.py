"""Claims against gold claims, by the rule of docs/claims.md: which match, and which details of the matched agree."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from whoarms.model import ROLES, Claim
from whoarms.vocabulary.actors import actor_name

GoldClaim = dict[str, Any]
Detail = tuple[str, bool]

_STOP = frozenset(
    ["the", "a", "an", "of", "by", "from", "for", "its", "their", "his", "her", "new", "more", "used", "and", "or", "s"]
)


class Tally(NamedTuple):
    """Counts over documents: claims matched, read and in gold by kind; details right and asked; silent documents."""

    matched: Counter[str]
    read: Counter[str]
    gold: Counter[str]
    right: Counter[str]
    asked: Counter[str]
    gained: set[str]
    """`document:number` of each gold claim that was matched."""

    def scores(self) -> dict[str, float]:
        """F1 of all claims and of each kind, and the share of each detail that is right."""
        figures = {"all": _f1(self.matched.total(), self.read.total(), self.gold.total())}
        figures |= {
            kind: _f1(self.matched[kind], self.read[kind], self.gold[kind])
            for kind in sorted(self.gold)
            if kind in ROLES
        }
        return figures | {f"detail: {name}": self.right[name] / self.asked[name] for name in sorted(self.asked)}


def tally(documents: Iterable[tuple[str, list[GoldClaim], Iterable[Claim]]]) -> Tally:
    """Match the claims read in each document (id, gold, read) with its gold."""
    counts = Tally(Counter(), Counter(), Counter(), Counter(), Counter(), set())
    for id_, gold, found in documents:
        read = list(found)
        counts.gold.update(claim["kind"] for claim in gold)
        counts.read.update(claim.kind for claim in read)
        for r, g in pairs(read, gold):
            counts.matched[gold[g]["kind"]] += 1
            counts.gained.add(f"{id_}:{g}")
            for name, verdict in details(read[r], gold[g]):
                counts.asked[name] += 1
                counts.right[name] += verdict
        if not gold:
            counts.asked["silent documents left silent"] += 1
            counts.right["silent documents left silent"] += not read
    return counts


def pairs(read: list[Claim], gold: list[GoldClaim]) -> list[tuple[int, int]]:
    """Match one to one, the pairs that agree in most details first."""
    possible = [(r, g) for r in range(len(read)) for g in range(len(gold)) if compatible(read[r], gold[g])]
    strength = {(r, g): sum(right for _, right in details(read[r], gold[g])) for r, g in possible}
    chosen: list[tuple[int, int]] = []
    for r, g in sorted(possible, key=lambda pair: (-strength[pair], pair)):
        if r not in {pair[0] for pair in chosen} and g not in {pair[1] for pair in chosen}:
            chosen.append((r, g))
    return chosen


def compatible(read: Claim, gold: GoldClaim) -> bool:
    """Say whether a claim may match: the same kind, each filled role half shared, a category shared."""
    if read.kind != gold["kind"]:
        return False
    for role, wanted in _gold_roles(gold).items():
        found = _roles(read)[role]
        if wanted and 2 * len(wanted & found) < len(wanted | found):
            return False
    categories = {item["category"] for item in gold.get("items") or []}
    return not categories or bool(categories & {item.category for item in read.items})


def details(read: Claim, gold: GoldClaim) -> list[Detail]:
    """Say of each detail of a matched pair whether it agrees; what gold does not ask is left out."""
    found: list[Detail] = [
        ("certainty", read.certainty == gold["certainty"]),
        ("roles in full", _roles(read) == _gold_roles(gold)),
    ]
    if gold.get("stage") or read.stage:
        found.append(("stage", read.stage == gold.get("stage")))
    mine, theirs = (read.sources[-1].text if read.sources else None), (gold["sources"] or [None])[-1]
    if mine or theirs:
        found.append(("innermost source", alike(mine or "", theirs or "")))
    if gold.get("value"):
        amount = gold["value"]["amount"]
        right = read.value is not None and read.value.currency == gold["value"]["currency"]
        found.append(("value", right and abs((read.value.amount if read.value else 0) - amount) <= 0.01 * amount))
    if gold.get("when") or read.when:
        found.append(("when", _when(read) == gold.get("when")))
    return found + list(_item_details(read, gold))


def alike(a: str, b: str) -> bool:
    """Say whether two phrases share enough words: token F1 of at least a half."""
    left, right = _words(a), _words(b)
    return bool(left and right) and 2 * len(left & right) / (len(left) + len(right)) >= 0.5


def _item_details(read: Claim, gold: GoldClaim) -> Iterable[Detail]:
    wanted = gold.get("items") or []
    for item in wanted:
        match = next((i for i in read.items if i.category == item["category"] and alike(i.text, item["text"])), None)
        yield "items", match is not None
        if match is not None and (item.get("quantity") or match.quantity):
            theirs = item.get("quantity") or {}
            mine = (match.quantity.min, match.quantity.max) if match.quantity else (None, None)
            yield "quantity", mine == (theirs.get("min"), theirs.get("max"))
    for one in read.items:
        yield "items read", any(i["category"] == one.category and alike(i["text"], one.text) for i in wanted)


def _roles(claim: Claim) -> dict[str, set[str]]:
    return {role: {folded(actor.id) for actor in claim.roles.get(role, ())} for role in ROLES[claim.kind]}


def _gold_roles(claim: GoldClaim) -> dict[str, set[str]]:
    return {role: {folded(actor) for actor in claim.get(role) or []} for role in ROLES[claim["kind"]]}


def folded(actor: str) -> str:
    """Bring an actor's id or name into the form in which the two compare."""
    name = actor if len(actor) == 3 and actor.isupper() else actor_name(actor)
    return re.sub(r"[^a-z0-9]+", "", re.sub(r"^the ", "", name.lower()))


def _words(text: str) -> set[str]:
    words = {word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in _STOP}
    return {word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words}


def _when(claim: Claim) -> str | None:
    if claim.when is None:
        return None
    return claim.when.start if claim.when.start == claim.when.end else f"{claim.when.start}/{claim.when.end}"


def _f1(matched: int, read: int, gold: int) -> float:
    return 2 * matched / (read + gold) if matched else 0.0
