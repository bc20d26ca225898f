"""The small parts: folded names, days, sides."""

from datetime import date

import pytest

from whoarms.model import Kind
from whoarms.register.dates import between, day_span, days_apart
from whoarms.register.fold import fold, text_digest
from whoarms.register.sides import side_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Shahed-136", "shahed 136"),
        ("SHAHED136", "shahed 136"),
        ("Türkiye", "turkiye"),
        ("F-16C/D", "f 16 c d"),
        (" … ", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_text_digest() -> None:
    assert text_digest("Forty drones.") == text_digest("forty DRONES")
    assert text_digest("Forty drones.") != text_digest("Fifty drones.")
    assert text_digest(None) is text_digest("?!") is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_day_span(text: str, first: date, last: date) -> None:
    assert day_span(text) == (first, last)


@pytest.mark.parametrize("text", [None, "", "24", "2024-13", "2023-02-29", "0000", "2024-01-01T00:00", "May 2024"])
def test_no_day_span(text: str | None) -> None:
    assert day_span(text) is None


def test_between() -> None:
    assert between("2023", "2024-02") == (date(2023, 1, 1), date(2024, 2, 29))
    assert between("2023", "now") is None


def test_days_apart() -> None:
    may, july = (date(2024, 5, 1), date(2024, 5, 31)), (date(2024, 7, 1), date(2024, 7, 31))
    assert days_apart(may, july) == days_apart(july, may) == 31
    assert days_apart(may, may) == 0


@pytest.mark.parametrize(
    ("kind", "role", "side"),
    [
        ("transfer", "supplier", "supplier"),
        ("training", "trainer", "supplier"),
        ("training", "trainee", "recipient"),
        ("sanction", "target", "recipient"),
        ("exercise", "parties", "either"),
        ("use", "supplier", "supplier"),
        ("use", "user", "recipient"),
        ("seizure", "seizer", "neither"),
        ("seizure", "recipient", "recipient"),
        ("capability", "maker", "supplier"),
        ("training", "spectator", "neither"),
    ],
)
def test_side_of(kind: Kind, role: str, side: str) -> None:
    assert side_of(kind, role) == side
