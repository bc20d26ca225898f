"""Uncredited rewrites among documents on one matter: a later text repeats a quote, a run of words, an odd figure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from whoarms.model import Document, Reading
from whoarms.register.matters import Matter, matters_of, named
from whoarms.register.traces import figures, quotes, runs, shared_words
from whoarms.register.values import Tie

_FEWEST = 8
"""How many words in a row two texts must share: a check on the numbers that stand for them."""


def shared_quotes(held: Sequence[Reading]) -> Iterator[Tie]:
    """Tie a document that repeats a quote without saying who said it to the first that has it."""
    first: dict[tuple[Matter, tuple[str, ...]], Document] = {}
    for reading in held:
        document = reading.document
        for run, is_named in quotes(document.text or ""):
            for matter in matters_of(reading):
                earlier = first.setdefault((matter, run), document)
                if earlier is not document and not is_named:
                    yield Tie(
                        document.id, earlier.id, "quote", f"repeats the quote “… {' '.join(run)} …” of {named(earlier)}"
                    )


def shared_runs(held: Sequence[Reading]) -> Iterator[Tie]:
    """Tie a document that has eight words in a row of an earlier one to the first that has them."""
    for earlier, later in sorted(_pairs(held)):
        words = shared_words(held[earlier].document.text or "", held[later].document.text or "")
        if len(words.split()) >= _FEWEST:
            first, document = held[earlier].document, held[later].document
            yield Tie(document.id, first.id, "quote", f"repeats the words “{words}” of {named(first)}")


def shared_figures(held: Sequence[Reading]) -> Iterator[Tie]:
    """Tie a document that states an odd figure in its own voice to the first that gives it."""
    first: dict[tuple[Matter, str, float], Document] = {}
    for reading in held:
        document = reading.document
        for claim in reading.claims:
            for unit, number in figures(claim):
                for matter in matters_of(Reading(document, (claim,))):
                    earlier = first.setdefault((matter, unit, number), document)
                    if earlier is not document and not claim.sources:
                        yield Tie(
                            document.id, earlier.id, "figure", f"gives the figure {number:,.10g} of {named(earlier)}"
                        )


def _pairs(held: Sequence[Reading]) -> set[tuple[int, int]]:
    """Give the places of documents that share a numbered run of words, each later one with the first on its matter."""
    on: defaultdict[Matter, list[int]] = defaultdict(list)
    for number, reading in enumerate(held):
        for matter in matters_of(reading):
            on[matter].append(number)
    codes = [runs(reading.document.text or "") for reading in held]
    found: set[tuple[int, int]] = set()
    for places in on.values():
        every = np.concatenate([codes[place] for place in places])
        owners = np.repeat(places, [codes[place].size for place in places])
        _, firsts, inverse = np.unique(every, return_index=True, return_inverse=True)
        earlier = owners[firsts[inverse]]
        found |= set(zip(*(side[earlier != owners].tolist() for side in (earlier, owners)), strict=True))
    return found
