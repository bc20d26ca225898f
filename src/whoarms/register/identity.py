"""Is a document that comes with a known id that document again, or another one?"""

from whoarms.model import Document
from whoarms.register.fold import fold

_ALIKE = 0.8


def is_another(new: Document, held: Document, held_text: str | None) -> bool:
    """Say whether two documents of one id contradict each other in all that is known of both.

    One common trait (title, address, most words of the text) makes the newer a second reading of the older,
    and where no trait is known of both, so does the id alone.
    """
    traits = [(fold(new.title or ""), fold(held.title or "")), (new.url, held.url)]
    agreements = [one == other for one, other in traits if one and other]
    if new.text and held_text:
        agreements.append(_alike(new.text, held_text))
    return bool(agreements) and not any(agreements)


def _alike(one: str, other: str) -> bool:
    """Say whether the shorter of two texts has most of its words in the longer (a cut, a better parser)."""
    a, b = set(fold(one).split()), set(fold(other).split())
    return len(a & b) >= _ALIKE * min(len(a), len(b))
