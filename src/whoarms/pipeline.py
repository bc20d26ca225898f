"""The path of an article: inputs become documents, documents become claims."""

from collections.abc import Iterator
from functools import cache
from os import PathLike
from typing import TYPE_CHECKING

from whoarms.documents.open import open_inputs
from whoarms.model import Reading

if TYPE_CHECKING:
    from whoarms.reading.reader import Reader


@cache
def _reader() -> "Reader":
    from whoarms.reading.reader import Reader  # it loads the network, which claims already read do not need

    return Reader()


def read(*inputs: str | PathLike[str], allow_private: bool = False) -> Iterator[Reading]:
    """Read inputs into claims, one reading a document, in the order of the inputs.

    An input is a file, a folder, an address or `-` (standard input). What cannot be read is a reading whose
    document has the status `unreadable`, `empty` or `unsupported_language` and says why in `message`; nothing is
    raised for it. Lines that are readings already (`whoarms read … > claims.jsonl`) are passed on as they are.
    `allow_private` lets addresses on private and loopback networks be fetched.
    """
    for found in open_inputs([str(name) for name in inputs], allow_private=allow_private):
        if isinstance(found, Reading):
            yield found
        elif found.status == "read":
            yield Reading(document=found, claims=_reader().read(found))
        else:
            yield Reading(document=found)
