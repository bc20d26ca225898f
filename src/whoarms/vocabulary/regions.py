"""The region of the world that a state lies in."""

from functools import cache

from whoarms.vocabulary.tables import rows


def region_of(id_: str) -> str | None:
    """Name the sub-region of the United Nations' M49 standard that a state lies in; None for any other actor."""
    return _regions().get(id_)


@cache
def _regions() -> dict[str, str]:
    return {row["state"]: row["region"] for row in rows("regions")}
