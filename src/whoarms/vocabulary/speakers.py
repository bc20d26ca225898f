"""Words for those who may say something, by the type of source, and verbs of saying."""

from functools import cache

from whoarms.vocabulary.tables import rows


@cache
def speaker_words(type_: str) -> str:
    """The words of a type of source, or with `verb` those of saying, as alternatives of a regular expression."""
    return next(row["words"] for row in rows("speakers") if row["type"] == type_)
