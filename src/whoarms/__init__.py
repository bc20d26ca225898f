"""Read reporting on arms transfers and military cooperation into claims, and keep a register of deals.

>>> from whoarms import read, Register
>>> for reading in read("article.html"):
...     for claim in reading.claims:
...         print(claim.kind, claim.roles, claim.evidence[0].quote)
"""

from typing import TYPE_CHECKING

from whoarms.errors import WhoarmsError
from whoarms.model import Claim, Document, Reading

if TYPE_CHECKING:
    from whoarms.pipeline import read
    from whoarms.register import Register

__all__ = ["Claim", "Document", "Reading", "Register", "WhoarmsError", "read"]


def __getattr__(name: str) -> object:
    """Import what is costly to import (the reader, the register) when it is first asked for."""
    if name == "read":
        from whoarms.pipeline import read

        return read
    if name == "Register":
        from whoarms.register import Register

        return Register
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
