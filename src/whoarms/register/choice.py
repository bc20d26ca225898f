"""One thing by its id, or by the start of an id."""

import re
from collections.abc import Mapping
from typing import TypeVar

from whoarms.errors import RegisterError

T = TypeVar("T")

_SURROGATE = re.compile("[\ud800-\udfff]")
"""What no database can compare: bytes on the command line that are no characters."""


def findable(prefix: str, what: str = "thing") -> str:
    """Give a prefix back with which an id can start; raises RegisterError for any other."""
    if not prefix or _SURROGATE.search(prefix):
        raise RegisterError(f"{prefix}: the register holds no {what} with this id")
    return prefix


def chosen(prefix: str, candidates: Mapping[str, T], what: str) -> T:
    """Give the candidate whose id is `prefix`, else the only one; raises RegisterError for none and for several."""
    if prefix in candidates:
        return candidates[prefix]
    if not candidates:
        raise RegisterError(f"{prefix}: the register holds no {what} with this id")
    if len(candidates) > 1:
        raise RegisterError(f"{prefix}: more than one id starts so: {', '.join(sorted(candidates)[:5])}")
    return next(iter(candidates.values()))
