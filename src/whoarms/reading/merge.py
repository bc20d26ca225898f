"""Drafts that tell one event by one source become one claim."""

from bisect import bisect_right

from whoarms.reading.decode import Draft, DraftItem
from whoarms.reading.passage import Passage


class Merger:
    """Joins the drafts of one passage."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._starts = [sentence.start for sentence in passage.sentences]

    def merged(self, drafts: list[tuple[float, Draft]]) -> list[tuple[float, Draft, tuple[int, ...]]]:
        """Join drafts, the surest first; yields (score, draft, the anchors that it was read from) by place."""
        kept: list[tuple[float, Draft, tuple[int, ...]]] = []
        for score, draft in sorted(drafts, key=lambda pair: (-pair[0], pair[1].anchor, pair[1].kind)):
            twin = next((n for n, (_, other, _) in enumerate(kept) if self._same(draft, other)), None)
            if twin is None:
                kept.append((score, draft, (draft.anchor,)))
            else:
                first, other, anchors = kept[twin]
                kept[twin] = (first, self._joined(other, draft), (*anchors, draft.anchor))
        return sorted(kept, key=lambda one: (one[1].anchor, one[1].kind, -one[0]))

    def _same(self, a: Draft, b: Draft) -> bool:
        if a.kind != b.kind or self._said_by(a) != self._said_by(b) or a.measure != b.measure:
            return False
        if not all(self._overlap(a.roles[role], b.roles[role]) for role in a.roles):
            return False
        near = self._sentence(a.anchor) == self._sentence(b.anchor)
        if near and {i.candidate for i in a.items} & {i.candidate for i in b.items}:
            return a.stage == b.stage or a.certainty == b.certainty
        return a.stage == b.stage and a.certainty == b.certainty and self._items_agree(a, b)

    def _said_by(self, draft: Draft) -> str | None:
        if draft.inner is None:
            return None
        speaker = self._passage.candidates.speaker[draft.inner]
        return self._passage.whole[speaker.start : speaker.end].lower()

    def _overlap(self, a: tuple[int, ...], b: tuple[int, ...]) -> bool:
        left, right = ({self._passage.candidates.actor[n].value.id for n in side} for side in (a, b))
        return not left or not right or bool(left & right)

    def _sentence(self, place: int) -> int:
        return bisect_right(self._starts, place)

    def _items_agree(self, a: Draft, b: Draft) -> bool:
        """Whether the items can be the same: none named on one side, or a shared category and no other number."""
        if not a.items or not b.items:
            return True
        return any(
            i.category == j.category and (i.number is None or j.number is None or self._bounds(i) == self._bounds(j))
            and self._heads_agree(i, j)
            for i in a.items
            for j in b.items
        )  # fmt: skip

    def _heads_agree(self, i: DraftItem, j: DraftItem) -> bool:
        systems = {
            found.id for n in (i, j) if (found := self._passage.candidates.item[n.candidate].value.system) and found.id
        }
        words = [set(self._words(n.candidate)) for n in (i, j)]
        return len(systems) < 2 and (bool(words[0] & words[1]) or i.category not in ("other", "unspecified"))

    def _words(self, number: int) -> list[str]:
        item = self._passage.candidates.item[number]
        return self._passage.whole[item.start : item.end].lower().split()

    def _bounds(self, item: DraftItem) -> tuple[int | None, int | None] | None:
        if item.number is None:
            return None
        value = self._passage.candidates.number[item.number].value
        return value.min, value.max

    def _joined(self, kept: Draft, more: Draft) -> Draft:
        """The surer draft, with what only the other one knows."""
        known = {item.candidate for item in kept.items}
        near = self._sentence(kept.anchor) == self._sentence(more.anchor)
        added = tuple(i for i in more.items if i.candidate not in known) if near or not kept.items else ()
        return kept._replace(
            items=kept.items + added,
            roles={role: kept.roles[role] or more.roles[role] for role in kept.roles},
            date=kept.date if kept.date is not None else more.date,
            money=kept.money if kept.money is not None else more.money,
            outer=kept.outer if kept.outer is not None else more.outer,
        )
