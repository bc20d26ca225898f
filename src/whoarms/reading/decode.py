"""The network's scores of one window into drafts of claims."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whoarms.model import CATEGORIES, CERTAINTIES, KINDS, ROLES, Category, Certainty, Kind, Stage
from whoarms.reading.features import category_prior, mention_features, pair_features
from whoarms.reading.heads import Floats, Heads, sigmoid
from whoarms.reading.passage import Passage
from whoarms.reading.relations import LINKS, ROLE_RELATIONS, STAGE_CLASSES, Link, stages_of
from whoarms.reading.roles import Filled, fill_roles
from whoarms.reading.windows import Window
from whoarms.vocabulary.kinds import kinds_of_word

LEAST_KIND = 0.03
"""Probability under which a word is no anchor of a kind; the calibrated score decides among the rest."""
_LIKELY_ITEM = 0.35
_LEAST_ITEM = 0.15
_LONGEST_CUE = 20
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
    """What the calibrated score is made of: log-odds of the kind and how far those of another kind lie below, doubt and
    rivalry in roles, the share of roles that nobody fills, doubt of items, whether the word goes with the kind, and a
    one in the place of the kind."""


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
                lead = float(odds[row, column] - np.delete(odds[row], column).max())
                yield self._draft(kind, place, (float(odds[row, column]), lead), measure)

    def _draft(self, kind: Kind, place: int, odds: tuple[float, float], measure: int | None) -> Draft:
        stage, certainty = self._heads.details(self._states[place], kind)
        allowed = [STAGE_CLASSES.index(one) for one in stages_of(kind)]
        filled = self._roles(kind, place)
        items, item_doubt = self._items(kind, place)
        anchor = int(self._passage.offsets[self._window.tokens[place], 0])
        empty = sum(not numbers for numbers in filled.roles.values()) / len(filled.roles)
        cue = kind in kinds_of_word(self._passage.whole[anchor : anchor + _LONGEST_CUE])
        return Draft(
            kind=kind,
            stage=STAGE_CLASSES[max(allowed, key=lambda one: stage[one])],
            certainty=CERTAINTIES[int(np.argmax(certainty))],
            anchor=anchor,
            roles=filled.roles,
            items=items,
            date=self._choice("date", kind, place),
            money=self._choice("money", kind, place),
            measure=measure,
            inner=self._choice("inner", kind, place),
            outer=self._choice("outer", kind, place),
            signs=(
                *odds,
                filled.doubt,
                filled.rivalry,
                empty,
                item_doubt,
                float(cue),
                *(float(kind == one) for one in KINDS),
            ),
        )

    def _measure_at(self, place: int) -> int | None:
        for number, first, last in self._window.mentions["measure"]:
            if first <= place <= last:
                return int(number)
        return None

    def _link(self, link: Link, place: int, relation: int) -> tuple[Floats, float]:
        pairs = pair_features(self._passage, self._window, LINKS[link], np.array([place]))[0]
        return self._heads.link(link, self._states[place], self._mentions[link], pairs, relation)

    def _roles(self, kind: Kind, place: int) -> Filled:
        rows = self._window.mentions["actor"][:, 0]
        chances = {}
        for role in ROLES[kind]:
            scores, _ = self._link("role", place, ROLE_RELATIONS[kind, role])
            chances[role] = dict(zip(rows.tolist(), sigmoid(scores).tolist(), strict=True))
        return fill_roles(self._passage, kind, chances)

    def _items(self, kind: Kind, place: int) -> tuple[tuple[DraftItem, ...], float]:
        rows = self._window.mentions["item"]
        if not len(rows) or kind in _WITHOUT_ITEMS:
            return (), 0.5
        chances = sigmoid(self._link("item", place, KINDS.index(kind))[0])
        order = [int(row) for row in np.argsort(-chances, kind="stable")]
        kept = [row for row in order if chances[row] > _LIKELY_ITEM]
        if not kept and kind in _WITH_ITEMS:
            kept = [row for row in order[:1] if chances[row] > _LEAST_ITEM]
        items: list[DraftItem] = []
        for row in sorted(kept):
            if self._text(int(rows[row, 0])) not in {self._text(item.candidate) for item in items}:
                items.append(
                    DraftItem(int(rows[row, 0]), self._categories[row], self._number(kind, place, int(rows[row, 1])))
                )
        return tuple(items), float(1 - chances[order[0]])

    def _text(self, number: int) -> str:
        item = self._passage.candidates.item[number]
        return self._passage.whole[item.start : item.end].lower()

    @cached_property
    def _categories(self) -> list[Category]:
        """The category of each item mention, the same for every draft."""
        states = _middle(self._states, self._window.mentions["item"])
        scores = self._heads.categories(states, category_prior(self._passage, self._window))
        return [CATEGORIES[int(best)] for best in np.argmax(scores, axis=1)]

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
