"""The register: documents and claims are stored, deals follow from them."""

from whoarms.register.register import Register
from whoarms.register.values import Deal, Filter, Found, HeldDocument, Report

__all__ = ["Deal", "Filter", "Found", "HeldDocument", "Register", "Report"]
