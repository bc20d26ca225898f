"""When two names mean one outlet."""

import pytest

from whoarms.register.outlets import is_unnamed_press, same_outlet


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Marmara agency", "Marmara News Agency"),
        ("Turkey's Marmara agency", "Marmara News Agency"),
        ("the Nile Herald blog", "Nile Herald"),
        ("the herald", "Herald"),
        ("AFP", "Agence France-Presse"),
        ("RVNS", "Rift Valley News Service"),
        ("UN experts", "UN Panel of Experts on Sudan"),
    ],
)
def test_two_names_of_one_outlet(one: str, other: str) -> None:
    assert same_outlet(one, other)
    assert same_outlet(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Times", "The Bosphorus Times"),
        ("Nile Herald", "Nile Courier"),
        ("Reuters", "Agence France-Presse"),
        ("the Indian space agency", "Space Ledger"),
        ("a Russian agency", "Russia Today"),
        ("News Agency", "Marmara News Agency"),
        ("Herald", ""),
    ],
)
def test_two_outlets(one: str, other: str) -> None:
    assert not same_outlet(one, other)
    assert not same_outlet(other, one)


@pytest.mark.parametrize(
    "words",
    ["foreign media", "Israeli media", "a Nairobi blog", "several websites", "a Russian agency", "media reports"],
)
def test_press_without_a_name(words: str) -> None:
    assert is_unnamed_press(words)


@pytest.mark.parametrize("words", ["Reuters", "the Indian space agency", "Nile Herald", "two officials"])
def test_what_is_no_press_without_a_name(words: str) -> None:
    assert not is_unnamed_press(words)
