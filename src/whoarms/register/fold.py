"""Names and texts reduced to what two spellings of them share."""

import re
import unicodedata

from whoarms.model import content_id

_PIECE = re.compile(r"\d+|[^\W\d_]+")


def fold(text: str) -> str:
    """Reduce a text to its words and numbers: `"Shahed-136"` and `"SHAHED136"` are both `"shahed 136"`.

    Case, accents and punctuation go, and a letter beside a digit starts a new word.
    """
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return " ".join(_PIECE.findall(bare.casefold()))


def text_digest(text: str | None) -> str | None:
    """Name a text by its words alone, the same for copies in another house style; None without words."""
    folded = fold(text or "")
    return content_id(folded) if folded else None
