"""Which document goes back to which earlier one, and how that shows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from whoarms.model import Document, Reading
from whoarms.register.copies import copies
from whoarms.register.credits import Credit, credits_in, meant, outlets_of
from whoarms.register.echoes import shared_figures, shared_quotes, shared_runs
from whoarms.register.matters import Matter, in_order, matters_of, named
from whoarms.register.values import Tie, TieKind

_NEAREST = 3
"""How many earlier documents of an outlet on one matter a credit for that outlet can mean."""


def ties(readings: Iterable[Reading]) -> tuple[Tie, ...]:
    """Find the ties among documents, each given with its text and its claims; the order does not matter.

    All but near-copies are looked for among documents whose claims share their parties. At most one tie of a kind
    is given for two documents.
    """
    given = list(readings)
    outlets = outlets_of(reading.document for reading in given)
    credits = {reading.document.id: list(credits_in(reading.document, outlets)) for reading in given}
    held = in_order(given, {id_ for id_, credited in credits.items() if credited})
    looks = _copies(held), _credits(held, credits), shared_quotes(held), shared_runs(held), shared_figures(held)
    found: dict[tuple[str, str, TieKind], Tie] = {}
    for tie in chain.from_iterable(looks):
        found.setdefault((tie.document, tie.earlier, tie.kind), tie)
    return tuple(sorted(found.values()))


def _copies(held: Sequence[Reading]) -> Iterator[Tie]:
    documents = {reading.document.id: reading.document for reading in held if reading.document.text}
    for earlier, later, shared in copies({id_: document.text or "" for id_, document in documents.items()}):
        reason = f"has {shared:.0%} of its text in common with {named(documents[earlier])}"
        yield Tie(later, earlier, "copy", reason)


def _credits(held: Sequence[Reading], credits: Mapping[str, Sequence[Credit]]) -> Iterator[Tie]:
    """Tie a document to the nearest earlier ones on the same matter of each outlet or page that it credits."""
    names = sorted({name for reading in held for name in _names(reading.document)})
    before: defaultdict[tuple[Matter, str], list[Document]] = defaultdict(list)
    for reading in held:
        credited = [(credit, name) for credit in credits[reading.document.id] for name in meant(credit, names)]
        for matter in matters_of(reading):
            for credit, name in credited:
                for earlier in before[matter, name][-_NEAREST:]:
                    yield Tie(reading.document.id, earlier.id, "credit", _crediting(credit, earlier))
            for name in _names(reading.document):
                before[matter, name].append(reading.document)


def _names(document: Document) -> list[str]:
    return [name for name in (document.outlet, document.url) if name]


def _crediting(credit: Credit, earlier: Document) -> str:
    words = "" if credit.words == credit.name else f" (“… {credit.words} …”)"
    return f"credits {named(earlier)}{words}"
