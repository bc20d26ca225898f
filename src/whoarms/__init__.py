"""Read reporting on arms transfers and military cooperation into claims, and keep a register of deals.

>>> from whoarms import read, Register
>>> for reading in read("article.html"):
...     for claim in reading.claims:
...         print(claim.kind, claim.roles, claim.evidence[0].quote)
"""

from whoarms.errors import WhoarmsError
from whoarms.model import Claim, Document, Reading
from whoarms.pipeline import read
from whoarms.register import Register

__all__ = ["Claim", "Document", "Reading", "Register", "WhoarmsError", "read"]
