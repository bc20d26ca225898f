import pytest

from whoarms.vocabulary.systems import find_systems


@pytest.mark.parametrize("spelling", ["Shahid 129", "Shahed-129", "SHAHED 129", "Shahed129s"])
def test_one_system_has_many_spellings(spelling: str) -> None:
    (found,) = find_systems(f"a batch of {spelling} was seen")
    assert (found.value.id, found.value.category) == ("shahed-129", "uav")


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("T-72B3M tanks", "armoured_vehicle"),
        ("F-16AM jets", "aircraft"),
        ("S-300PMU-2", "air_defence"),
        ("Kilo-class boats", "submarine"),
    ],
)
def test_variants_belong_to_their_system(text: str, category: str) -> None:
    (found,) = find_systems(text)
    assert found.value.id is not None
    assert found.value.category == category


def test_an_unknown_designation_comes_out_without_a_category() -> None:
    (found,) = find_systems("the new ZQX-41B was shown")
    assert found.value == (None, None, None)


@pytest.mark.parametrize("text", ["on May-9", "Resolution 2231", "COVID-19", "in 2019 and G7"])
def test_numbers_of_other_things_are_no_designations(text: str) -> None:
    assert find_systems(text) == []
