import pytest

from whoarms.model import Money
from whoarms.text.money import money


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("worth $2.5bn in all", Money(2_500_000_000, "USD")),
        ("US$600 million", Money(600_000_000, "USD")),
        ("€1.2 billion", Money(1_200_000_000, "EUR")),
        ("58 million dollars", Money(58_000_000, "USD")),
        ("half a billion euros", Money(500_000_000, "EUR")),
        ("400 crore rupees", Money(4_000_000_000, "INR")),
        ("RM 1.2 billion", Money(1_200_000_000, "MYR")),
        ("£39m", Money(39_000_000, "GBP")),
        ("NOK 500 million", Money(500_000_000, "NOK")),
        ("A$3 billion", Money(3_000_000_000, "AUD")),
        ("11 million guilders", Money(11_000_000, "NLG")),
        ("2.5 million Jordanian dinars", Money(2_500_000, "JOD")),
        ("40 million dinars", Money(40_000_000, "IQD")),
        ("three billion Yemeni rials", Money(3_000_000_000, "YER")),
    ],
)
def test_sum_is_read_in_units_of_its_currency(text: str, expected: Money) -> None:
    assert [found.value for found in money(text)] == [expected]


def test_numbers_without_a_currency_are_no_money() -> None:
    assert money("40 tanks and 3 million shells, 10 pounders") == []
