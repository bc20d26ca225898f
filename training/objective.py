"""What training minimises: each claim finds its anchor among the words of its evidence, then all choices are scored."""

import numpy as np
import torch
import torch.nn.functional as F
from scipy.optimize import linear_sum_assignment
from torch import Tensor

from training.examples import Example
from training.labels import Choice, Label
from training.network import Network
from whoarms.model import CATEGORIES, CERTAINTIES, KINDS, ROLES
from whoarms.reading.features import pair_features
from whoarms.reading.relations import LINKS, ROLE_RELATIONS, STAGE_CLASSES, Link

POSITIVE_WEIGHT = 3.0
CUE_BONUS = 2.0
KIND_SCALE = 0.3


class Scorer:
    """Scores the links of one window from its hidden states (tokens of the window, H)."""

    def __init__(self, network: Network, example: Example, states: Tensor) -> None:
        self.network, self.example, self.states = network, example, states

    def mentions(self, type_: str) -> Tensor:
        """(M, H): the mean of the first and the last token of each mention."""
        rows = self.example.window.mentions[type_]
        return (self.states[rows[:, 1]] + self.states[rows[:, 2]]) / 2

    def link(self, link: Link, places: np.ndarray, relation: int) -> tuple[Tensor, Tensor]:
        """Scores (A, M) and null scores (A,) of a link from anchors at some places."""
        type_ = LINKS[link]
        pairs = torch.from_numpy(pair_features(self.example.passage, self.example.window, type_, places))
        head = self.network.links[link]
        scores: tuple[Tensor, Tensor] = head(
            self.states[places],
            self.mentions(type_),
            pairs,
            self.example.forms[type_],
            torch.tensor(relation),
        )
        return scores

    def roles(self, places: np.ndarray, label: Label) -> tuple[Tensor, Tensor]:
        """Log-odds (A, roles x entities) that an entity fills a role, and the gold (roles x entities)."""
        names = [self.example.entities[n] for n in self.example.window.mentions["actor"][:, 0]]
        unique = sorted(set(names))
        index = torch.tensor([unique.index(name) for name in names], dtype=torch.long)
        odds, gold = [], []
        for role in ROLES[label.kind]:
            scores, _ = self.link("role", places, ROLE_RELATIONS[label.kind, role])
            pooled = torch.full((len(places), len(unique)), -30.0).scatter_reduce(
                1, index.expand(len(places), -1), scores.float(), "amax", include_self=True
            )
            odds.append(pooled)
            gold.append(torch.tensor([float(name in label.roles[role]) for name in unique]))
        return torch.cat(odds, 1), torch.cat(gold)


def window_loss(network: Network, example: Example, states: Tensor) -> Tensor:
    """The loss of one window."""
    scorer = Scorer(network, example, states)
    anchors = example.window.anchors
    if not len(anchors):
        return states.sum() * 0
    logits = network.kinds(states[anchors])
    with torch.no_grad():
        chosen = _assigned(scorer, logits, example)
    target = torch.zeros_like(logits)
    position = {int(place): row for row, place in enumerate(anchors)}
    for label, place in zip(example.claims, chosen, strict=True):
        target[position[place], KINDS.index(label.kind)] = 1
    loss = (
        F.binary_cross_entropy_with_logits(logits, target, pos_weight=torch.tensor(POSITIVE_WEIGHT), reduction="sum")
        * KIND_SCALE
    )
    for label, place in zip(example.claims, chosen, strict=True):
        loss = loss + _claim_loss(scorer, label, np.array([place]))
    return loss


def _assigned(scorer: Scorer, logits: Tensor, example: Example) -> list[int]:
    """The anchor of each claim: the words that explain it best, two claims of a kind never at one word."""
    rows = {int(place): row for row, place in enumerate(example.window.anchors)}
    chosen = [0] * len(example.claims)
    for kind in {label.kind for label in example.claims}:
        mine = [n for n, label in enumerate(example.claims) if label.kind == kind]
        cost = np.full((len(mine), len(example.window.anchors)), 1e4)
        for line, number in enumerate(mine):
            places = example.eligible[number]
            fit = F.logsigmoid(logits[[rows[int(p)] for p in places], KINDS.index(kind)]).float()
            fit = fit + _fit(scorer, example.claims[number], places)
            fit = fit + torch.tensor([CUE_BONUS * (kind in example.cues[int(p)]) for p in places])
            cost[line, [rows[int(p)] for p in places]] = -fit.numpy()
        for line, row in zip(*linear_sum_assignment(cost), strict=True):
            chosen[mine[line]] = int(example.window.anchors[row])
    return chosen


def _fit(scorer: Scorer, label: Label, places: np.ndarray) -> Tensor:
    """How well each place explains a claim's roles and items, as a sum of log-probabilities (A,)."""
    odds, gold = scorer.roles(places, label)
    fit = -F.binary_cross_entropy_with_logits(odds, gold.expand_as(odds), reduction="none").sum(1)
    if label.items and len(scorer.example.window.mentions["item"]):
        scores, _ = scorer.link("item", places, KINDS.index(label.kind))
        wanted, known = _item_targets(scorer, label)
        each = F.binary_cross_entropy_with_logits(scores.float(), wanted.expand_as(scores), reduction="none")
        fit = fit - (each * known).sum(1)
    return fit


def _claim_loss(scorer: Scorer, label: Label, place: np.ndarray) -> Tensor:
    kind = KINDS.index(label.kind)
    odds, gold = scorer.roles(place, label)
    loss = F.binary_cross_entropy_with_logits(odds[0], gold, reduction="sum") if len(gold) else odds.sum()
    stage, certainty = scorer.network.details(scorer.states[place], torch.tensor(kind))
    loss = loss + F.cross_entropy(stage.float(), torch.tensor([STAGE_CLASSES.index(label.stage)]))
    loss = loss + F.cross_entropy(certainty.float(), torch.tensor([CERTAINTIES.index(label.certainty)]))
    for link, right in (
        ("date", label.date),
        ("money", label.money),
        ("inner", label.inner),
        ("outer", label.outer),
    ):
        scores, none = scorer.link(link, place, kind)
        loss = loss + _choice_loss(scores[0], none[0], right, scorer.example.window.mentions[LINKS[link]][:, 0])
    if len(scorer.example.window.mentions["item"]):
        loss = loss + _items_loss(scorer, label, place, kind)
    return loss


def _items_loss(scorer: Scorer, label: Label, place: np.ndarray, kind: int) -> Tensor:
    scores, _ = scorer.link("item", place, kind)
    wanted, known = _item_targets(scorer, label)
    loss = (F.binary_cross_entropy_with_logits(scores[0].float(), wanted, reduction="none") * known).sum()
    rows = scorer.example.window.mentions["item"]
    numbers = scorer.example.window.mentions["number"]
    logits = scorer.network.categories(scorer.mentions("item"), scorer.example.prior)
    for right, quantity, category in label.items:
        mine = [row for row, candidate in enumerate(rows[:, 0]) if int(candidate) in right]
        if not mine:
            continue
        loss = loss + F.cross_entropy(logits[mine].float(), torch.full((len(mine),), CATEGORIES.index(category)))
        if len(numbers):
            from_anchor, _ = scorer.link("number", place, kind)
            from_item, none = scorer.link("item_number", rows[mine[:1], 1], kind)
            loss = loss + _choice_loss(from_anchor[0] + from_item[0], none[0], quantity, numbers[:, 0])
    return loss


def _item_targets(scorer: Scorer, label: Label) -> tuple[Tensor, Tensor]:
    """For each item mention whether it is right, and whether that is known."""
    candidates = [int(n) for n in scorer.example.window.mentions["item"][:, 0]]
    right = set().union(*(chosen for chosen, _, _ in label.items)) if label.items else set()
    texts = scorer.example.passage
    said = {_words(texts, n) for n in right if n < len(texts.candidates.item)}
    known = [float(n in right or _words(texts, n) not in said) for n in candidates]
    return torch.tensor([float(n in right) for n in candidates]), torch.tensor(known)


def _words(passage, number: int) -> str:
    one = passage.candidates.item[number]
    return passage.whole[one.start : one.end].lower()


def _choice_loss(scores: Tensor, none: Tensor, right: Choice, candidates: np.ndarray) -> Tensor:
    """Cross-entropy of choosing any right candidate, or none."""
    if right is None:
        return scores.sum() * 0
    every = torch.cat([scores.float(), none.float()[None]])
    mine = [row for row, candidate in enumerate(candidates) if int(candidate) in right]
    if right and not mine:
        return scores.sum() * 0
    return torch.logsumexp(every, 0) - (torch.logsumexp(every[mine], 0) if mine else every[-1])
