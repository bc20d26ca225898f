"""Which outlets the register has read, and since when."""

from collections.abc import Iterable
from datetime import date, timedelta

from whoarms.model import Document
from whoarms.register.dates import day_span


class Coverage:
    """The outlets of documents, and the first day of each.

    An outlet is new at first: until `days` have gone by since its first document. Those of the first `days` of
    all are never new, because with them nothing came before.
    """

    def __init__(self, documents: Iterable[Document], days: int) -> None:
        """Take in the outlet and the day of publication of each document, where it has both."""
        self._outlets: dict[str, str] = {}
        self._since: dict[str, date] = {}
        self._new_for = timedelta(days)
        for document in documents:
            published = day_span(document.published)
            if document.outlet and published:
                self._outlets[document.id] = document.outlet
                self._since[document.outlet] = min(published[0], self._since.get(document.outlet, date.max))
        self._settled = min(self._since.values(), default=date.max - self._new_for) + self._new_for

    def new_outlets(self, documents: Iterable[str], day: date) -> tuple[str, ...]:
        """Name the outlets of documents (ids) if all of them are new on a day; nothing if one is not, or unknown."""
        carriers = {self._outlets.get(document) for document in documents}
        new = sorted(outlet for outlet in carriers if outlet and self._is_new(outlet, day))
        return tuple(new) if len(new) == len(carriers) else ()

    def _is_new(self, outlet: str, day: date) -> bool:
        since = self._since[outlet]
        return since > self._settled and day < since + self._new_for
