import pytest

from whoarms.model import Quantity
from whoarms.text.quantities import quantities, unit_after


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bought 40 tanks", Quantity(40, 40)),
        ("up to 40 tanks", Quantity(None, 40)),
        ("at least 40 tanks", Quantity(40, None)),
        ("more than 1,000 drones", Quantity(1000, None)),
        ("about 40 tanks", Quantity(40, 40, approx=True)),
        ("between 10 and 12 boats", Quantity(10, 12)),
        ("five or six jets", Quantity(5, 6)),
        ("hundreds of rifles", Quantity(200, 999)),
        ("several hundred rifles", Quantity(200, 999)),
        ("dozens of trucks", Quantity(24, 99)),
        ("thousands of shells", Quantity(2000, 9999)),
        ("two hundred and fifty shells", Quantity(250, 250)),
        ("twenty-four guns", Quantity(24, 24)),
        ("a dozen boats", Quantity(12, 12)),
        ("2.5 million rounds", Quantity(2_500_000, 2_500_000)),
        ("a pair of launchers", Quantity(1, 1, unit="pair")),
        ("delivered a radar", Quantity(1, 1)),
    ],
)
def test_quantity_is_read_with_its_bounds(text: str, expected: Quantity) -> None:
    assert [found.value for found in quantities(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["T-72 tanks", "MiG-29 jets", "10-year deal", "155mm shells", "in 2019 they", "F-16s", "5.56mm"]
)
def test_model_numbers_years_and_calibres_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


def test_place_of_the_words_is_kept_behind_letters_beyond_ascii() -> None:
    text = "Élysée, naïveté, façade — 36 Caesars"
    (found,) = quantities(text)
    assert text[found.start : found.end] == "36"


def test_unit_is_read_in_the_singular() -> None:
    text = "six batteries of howitzers"
    (found,) = quantities(text)
    assert unit_after(text, found.end) == "battery"
