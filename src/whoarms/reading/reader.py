"""A document's text into claims."""

from whoarms.model import Claim, Document


class Reader:
    """Reads documents with the weights in the package."""

    def read(self, document: Document) -> tuple[Claim, ...]:
        """Read one document; its text must not be None."""
        raise NotImplementedError
