"""The network in training: an encoder with marks of candidates, and the heads that `whoarms.reading.heads` runs."""

import torch
from torch import Tensor, nn

from whoarms.model import CATEGORIES, CERTAINTIES, KINDS
from whoarms.reading.features import MENTION_FEATURES, PAIR_FEATURES
from whoarms.reading.passage import MARKS
from whoarms.reading.relations import LINKS, ROLE_RELATIONS, STAGE_CLASSES

LINK_SIZE = 192


class LinkHead(nn.Module):
    """Scores pairs of an anchor and a mention under a relation; `null` scores that no mention is right."""

    def __init__(self, size: int, relations: int) -> None:
        super().__init__()
        self.anchor = nn.Linear(size, LINK_SIZE)
        self.mention = nn.Linear(size, LINK_SIZE, bias=False)
        self.pair = nn.Embedding(PAIR_FEATURES, LINK_SIZE)
        self.form = nn.Linear(MENTION_FEATURES, LINK_SIZE, bias=False)
        self.relation = nn.Embedding(relations, LINK_SIZE)
        self.out = nn.Linear(LINK_SIZE, 1)
        self.none = nn.Linear(LINK_SIZE, 1)
        self.dropout = nn.Dropout(0.1)
        for table in (self.pair, self.relation):
            nn.init.normal_(table.weight, std=0.1)

    def forward(
        self, anchors: Tensor, mentions: Tensor, pairs: Tensor, forms: Tensor, relation: Tensor
    ) -> tuple[Tensor, Tensor]:
        """(A, H), (M, H), (A, M, 3), (M, F), () -> scores (A, M), null scores (A,)."""
        left = self.anchor(anchors) + self.relation(relation)
        hidden = left[:, None] + (self.mention(mentions) + self.form(forms))[None] + self.pair(pairs).sum(-2)
        return self.out(self.dropout(torch.relu(hidden))).squeeze(-1), self.none(torch.relu(left)).squeeze(-1)


class Network(nn.Module):
    """An encoder and its heads."""

    def __init__(self, encoder: nn.Module, embeddings: nn.Embedding, size: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.embeddings = embeddings
        self.marks = nn.Embedding(MARKS, size)
        nn.init.zeros_(self.marks.weight)
        self.hidden = nn.Linear(size, size)
        self.kind = nn.Linear(size, len(KINDS))
        nn.init.constant_(self.kind.bias, -4.0)
        self.detail = nn.Linear(size, LINK_SIZE)
        self.detail_kind = nn.Embedding(len(KINDS), LINK_SIZE)
        self.stage = nn.Linear(LINK_SIZE, len(STAGE_CLASSES))
        self.certainty = nn.Linear(LINK_SIZE, len(CERTAINTIES))
        self.category_hidden = nn.Linear(size, LINK_SIZE)
        self.category = nn.Linear(LINK_SIZE, len(CATEGORIES))
        self.category_prior = nn.Parameter(torch.tensor(3.0))
        self.links = nn.ModuleDict(
            {link: LinkHead(size, len(ROLE_RELATIONS) if link == "role" else len(KINDS)) for link in LINKS}
        )
        self.dropout = nn.Dropout(0.1)

    def states(self, ids: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """(B, N) each -> the last hidden states (B, N, H)."""
        embedded = self.embeddings(ids) + self.marks(marks)
        states: Tensor = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return states

    def kinds(self, states: Tensor) -> Tensor:
        """(A, H) -> (A, kinds), logits."""
        return self.kind(self.dropout(torch.relu(self.hidden(states))))

    def details(self, states: Tensor, kind: Tensor) -> tuple[Tensor, Tensor]:
        """(A, H), () -> logits of stage (A, 6) and certainty (A, 5)."""
        hidden = self.dropout(torch.relu(self.detail(states) + self.detail_kind(kind)))
        return self.stage(hidden), self.certainty(hidden)

    def categories(self, items: Tensor, prior: Tensor) -> Tensor:
        """(M, H), (M, categories) ones at what the words say -> (M, categories), logits."""
        return self.category(torch.relu(self.category_hidden(items))) + self.category_prior * prior
