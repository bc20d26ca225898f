"""The network's scores of one window into drafts of claims."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whoarms.model import CATEGORIES, CERTAINTIES, KINDS, ROLES, Category, Certainty, Kind, Stage
from whoarms.reading.features import mention_features, pair_features
from whoarms.reading.heads import Floats, Heads, sigmoid
from whoarms.reading.passage import Passage
from whoarms.reading.relations import LINKS, ROLE_RELATIONS, STAGE_CLASSES, Link, stages_of
from whoarms.reading.windows import Window

LEAST_KIND = 0.06
"""Probability under which a word is no anchor of a kind; the calibrated score decides among the rest."""
_SURE = 0.5
_LEAST_ROLE = 0.08
_LEAST_PARTY = 0.2
_LEAST_ITEM = 0.15
_WITH_ITEMS = frozenset({"transfer", "production", "launch", "seizure", "use", "capability"})
_WITHOUT_ITEMS = frozenset({"agreement", "exercise", "intelligence"})


class DraftItem(NamedTuple):
    """An item by its candidate's number, with that of its quantity (None: none)."""

    candidate: int
    category: Category
    number: int | None


class Draft(NamedTuple):
    """A claim in terms of candidates' numbers; `anchor` is the place of its word in the passage's text."""

    kind: Kind
    stage: Stage | None
    certainty: Certainty
    anchor: int
    roles: dict[str, tuple[int, ...]]
    items: tuple[DraftItem, ...]
    date: int | None
    money: int | None
    measure: int | None
    inner: int | None
    outer: int | None
    signs: tuple[float, ...]
    """What the calibrated score is made of: log-odds of the kind, doubt about roles, about items, and 1."""


class Decoder:
    """Makes drafts of the claims in one window."""

    def __init__(self, heads: Heads, passage: Passage, window: Window, states: Floats) -> None:
        self._heads, self._passage, self._window, self._states = heads, passage, window, states
        forms = {type_: mention_features(passage, window, type_) for type_ in dict.fromkeys(LINKS.values())}
        self._mentions = {
            link: heads.mentions(link, _middle(states, window.mentions[type_]), forms[type_])
            for link, type_ in LINKS.items()
        }

    def drafts(self) -> Iterator[Draft]:
        """Yield a draft for each word that may anchor a claim of a kind."""
        anchors = self._window.anchors
        if not len(anchors):
            return
        odds = self._heads.kinds(self._states[anchors])
        chances = sigmoid(odds)
        for row, column in zip(*np.nonzero(chances > LEAST_KIND), strict=True):
            kind = KINDS[column]
            place = int(anchors[row])
            measure = self._measure_at(place) if kind == "capability" else None
            if kind != "capability" or measure is not None:
                yield self._draft(kind, place, float(odds[row, column]), measure)

    def _draft(self, kind: Kind, place: int, odds: float, measure: int | None) -> Draft:
        stage, certainty = self._heads.details(self._states[place], kind)
        allowed = [STAGE_CLASSES.index(one) for one in stages_of(kind)]
        roles, role_doubt = self._roles(kind, place)
        items, item_doubt = self._items(kind, place)
        return Draft(
            kind=kind,
            stage=STAGE_CLASSES[max(allowed, key=lambda one: stage[one])],
            certainty=CERTAINTIES[int(np.argmax(certainty))],
            anchor=int(self._passage.offsets[self._window.tokens[place], 0]),
            roles=roles,
            items=items,
            date=self._choice("date", kind, place),
            money=self._choice("money", kind, place),
            measure=measure,
            inner=self._choice("inner", kind, place),
            outer=self._choice("outer", kind, place),
            signs=(odds, role_doubt, item_doubt, 1.0),
        )

    def _measure_at(self, place: int) -> int | None:
        for number, first, last in self._window.mentions["measure"]:
            if first <= place <= last:
                return int(number)
        return None

    def _link(self, link: Link, place: int, relation: int) -> tuple[Floats, float]:
        pairs = pair_features(self._passage, self._window, LINKS[link], np.array([place]))[0]
        return self._heads.link(link, self._states[place], self._mentions[link], pairs, relation)

    def _roles(self, kind: Kind, place: int) -> tuple[dict[str, tuple[int, ...]], float]:
        """For each role the candidates that fill it, the surest first, and the mean doubt about them."""
        rows = self._window.mentions["actor"][:, 0]
        chances = {
            role: self._by_entity(sigmoid(self._link("role", place, ROLE_RELATIONS[kind, role])[0]), rows)
            if len(rows)
            else {}
            for role in ROLES[kind]
        }
        chosen: dict[str, tuple[int, ...]] = {}
        doubts = []
        for role, entities in chances.items():
            rivals = [other for name, other in chances.items() if name != role]
            mine = {
                id_: found
                for id_, found in entities.items()
                if kind == "production" or all(found[0] >= other[id_][0] for other in rivals)
            }
            ranked = sorted(mine.values(), reverse=True)
            least = _LEAST_PARTY if role == "parties" and sum(c > _SURE for c, _ in ranked) < 2 else _SURE
            kept = [one for one in ranked if one[0] > least] or [one for one in ranked[:1] if one[0] > _LEAST_ROLE]
            chosen[role] = tuple(number for _, number in kept)
            doubts.append(1 - kept[0][0] if kept else 1.0)
        return chosen, float(np.mean(doubts))

    def _by_entity(self, chances: Floats, rows: NDArray[np.int64]) -> dict[str, tuple[float, int]]:
        """For each actor its best candidate: (chance, number)."""
        best: dict[str, tuple[float, int]] = {}
        for chance, number in zip(chances, rows, strict=True):
            id_ = self._passage.candidates.actor[number].value.id
            best[id_] = max(best.get(id_, (-1.0, 0)), (float(chance), int(number)))
        return best

    def _items(self, kind: Kind, place: int) -> tuple[tuple[DraftItem, ...], float]:
        rows = self._window.mentions["item"]
        if not len(rows) or kind in _WITHOUT_ITEMS:
            return (), 0.5
        chances = sigmoid(self._link("item", place, KINDS.index(kind))[0])
        order = [int(row) for row in np.argsort(-chances, kind="stable")]
        kept = [row for row in order if chances[row] > _SURE]
        if not kept and kind in _WITH_ITEMS:
            kept = [row for row in order[:1] if chances[row] > _LEAST_ITEM]
        categories = self._categories()
        items: list[DraftItem] = []
        for row in sorted(kept):
            if self._text(int(rows[row, 0])) not in {self._text(item.candidate) for item in items}:
                items.append(
                    DraftItem(int(rows[row, 0]), categories[row], self._number(kind, place, int(rows[row, 1])))
                )
        return tuple(items), float(1 - chances[order[0]])

    def _text(self, number: int) -> str:
        item = self._passage.candidates.item[number]
        return self._passage.whole[item.start : item.end].lower()

    def _categories(self) -> list[Category]:
        rows = self._window.mentions["item"]
        prior = np.zeros((len(rows), len(CATEGORIES)), dtype=np.float32)
        for row, number in enumerate(rows[:, 0]):
            category = self._passage.candidates.item[number].value.category
            if category:
                prior[row, CATEGORIES.index(category)] = 1
        states = _middle(self._states, rows)
        return [CATEGORIES[int(best)] for best in np.argmax(self._heads.categories(states, prior), axis=1)]

    def _number(self, kind: Kind, place: int, item_place: int) -> int | None:
        rows = self._window.mentions["number"]
        if not len(rows):
            return None
        from_anchor, _ = self._link("number", place, KINDS.index(kind))
        from_item, none = self._link("item_number", item_place, KINDS.index(kind))
        scores = from_anchor + from_item
        best = int(np.argmax(scores))
        return int(rows[best, 0]) if scores[best] > none else None

    def _choice(self, link: Link, kind: Kind, place: int) -> int | None:
        rows = self._window.mentions[LINKS[link]]
        if not len(rows):
            return None
        scores, none = self._link(link, place, KINDS.index(kind))
        if np.log(np.exp(np.clip(scores, -30, 30)).sum()) <= none:
            return None
        return int(rows[int(np.argmax(scores)), 0])


def _middle(states: Floats, rows: NDArray[np.int64]) -> Floats:
    """(M, H): the mean of the first and the last token of each mention."""
    return (states[rows[:, 1]] + states[rows[:, 2]]) * np.float32(0.5)
