"""Near-identical texts: syndication with another headline, a cut last paragraph, another house style.

Candidates are found by MinHash and locality-sensitive hashing (A. Broder, "On the resemblance and containment of
documents", 1997); each is then checked by the share of the shorter text's word triples that stand in the longer.
"""

from collections.abc import Iterator, Mapping

from gaoya.minhash import MinHashStringIndex

from whoarms.register.fold import fold

_CONTAINED = 0.5
"""The share of the shorter text that a copy has in common with the longer."""
_RESEMBLANCE, _BANDS, _BAND = 0.2, 50, 2
_SHORTEST = 20
"""Words: shorter texts say too little to be told from each other."""


def copies(texts: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """Give the pairs of ids whose texts are near-copies, in the order of `texts`, and how much is shared (0 to 1).

    Very short texts are copies only where all their words are the same.
    """
    every = {id_: fold(text) for id_, text in texts.items()}
    yield from _same({id_: words for id_, words in every.items() if 0 < words.count(" ") < _SHORTEST})
    folded = {id_: words for id_, words in every.items() if words.count(" ") >= _SHORTEST}
    ids = list(folded)
    index = MinHashStringIndex(32, _RESEMBLANCE, _BANDS, _BAND, None, "word", False, (3, 3), "vec")
    for number, id_ in enumerate(ids):
        index.insert_document(number, folded[id_])
    for later, found in enumerate(index.par_bulk_query(list(folded.values()))):
        for earlier in sorted(number for number in set(found) if number < later):
            shared = _shared(folded[ids[earlier]], folded[ids[later]])
            if shared >= _CONTAINED:
                yield ids[earlier], ids[later], shared


def _same(folded: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    first: dict[str, str] = {}
    for id_, words in folded.items():
        if first.setdefault(words, id_) != id_:
            yield first[words], id_, 1.0


def _shared(one: str, other: str) -> float:
    a, b = _triples(one), _triples(other)
    return len(a & b) / min(len(a), len(b))


def _triples(folded: str) -> set[tuple[str, ...]]:
    words = folded.split()
    return set(zip(words, words[1:], words[2:], strict=False))
