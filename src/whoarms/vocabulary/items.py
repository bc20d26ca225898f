"""The nouns for arms and military goods, and the category that each stands for."""

from collections.abc import Iterator
from functools import cache
from typing import cast

from whoarms.model import Category
from whoarms.text.spans import Found
from whoarms.vocabulary.matching import Terms, uncased
from whoarms.vocabulary.tables import listed, rows


def find_item_nouns(text: str) -> list[Found[Category]]:
    """Find the nouns for arms and goods, the longest first, in the singular or the plural."""
    return _terms().find(text)


@cache
def _terms() -> Terms[Category]:
    return Terms(_nouns(), uncased)


def _nouns() -> Iterator[tuple[str, Category]]:
    for row in rows("items"):
        for noun in listed(row["nouns"]):
            category = cast(Category, row["category"])
            yield noun, category
            yield _plural(noun), category


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh", "o")) else "s")
