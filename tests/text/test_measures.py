import pytest

from whoarms.text.measures import measures


@pytest.mark.parametrize(
    ("text", "quantity", "low", "high", "unit"),
    [
        ("a range of 2,000 km", "range", 2000, 2000, "km"),
        ("can fly for more than 24 hours", "endurance", 24, None, "h"),
        ("carries a warhead of 250 kilograms", "payload", 250, 250, "kg"),
        ("with a top speed of 900 km/h", "speed", 900, 900, "km/h"),
        ("hits targets up to 300 kilometres away", "range", None, 300, "km"),
        ("flies at Mach 2.5", "speed", 2.5, 2.5, "Mach"),
        ("a ceiling of 8,500 metres", "altitude", 8500, 8500, "m"),
    ],
)
def test_figure_says_what_is_measured(text: str, quantity: str, low: float, high: float, unit: str) -> None:
    value = measures(text)[-1].value
    assert (value.quantity, value.min, value.max, value.unit) == (quantity, low, high, unit)
