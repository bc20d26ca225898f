import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoarms.reading.candidates import MENTION_TYPES, find_candidates
from whoarms.reading.speakers import source_type

PUBLISHED = "2024-05-17"


def words(text: str, type_: str) -> list[str]:
    return [text[one.start : one.end] for one in getattr(find_candidates(text, PUBLISHED), type_)]


def test_a_sentence_yields_who_what_and_how_many() -> None:
    text = (
        "Iran sold Sudan 12 Mohajer-6 drones and up to 300 anti-tank missiles for $40 million in March, officials said."
    )
    assert words(text, "actor") == ["Iran", "Sudan"]
    assert words(text, "item") == ["Mohajer-6 drones", "anti-tank missiles"]
    assert words(text, "number") == ["12", "up to 300"]
    assert words(text, "money") == ["$40 million"]
    assert words(text, "date") == ["in March"]
    assert "officials" in words(text, "speaker")


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("China will deliver FK-3 air-defence missiles", "FK-3 air-defence missiles"),
        ("long-range precision-guided artillery shells", "long-range precision-guided artillery shells"),
        ("Thirty T-72 tanks crossed", "T-72 tanks"),
        ("two batteries of Patriot launchers", "Patriot launchers"),
    ],
)
def test_an_item_is_named_with_its_modifiers_and_without_its_number(text: str, item: str) -> None:
    assert words(text, "item") == [item]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The jets are new, said a spokesman for the ministry.", "a spokesman for the ministry"),
        ("According to two Western diplomats, it is done.", "two Western diplomats"),
        ("MR PRICE: We have nothing to add.", "MR PRICE"),
        ("Anders Holmqvist denied it.", "Anders Holmqvist"),
        ("Interfax reported the sale.", "Interfax"),
    ],
)
def test_whoever_may_say_something_is_a_candidate(text: str, speaker: str) -> None:
    assert speaker in words(text, "speaker")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("a defence ministry spokesman", "official"),
        ("two sources", "anonymous"),
        ("Reuters", "media"),
        ("a leaked document", "document"),
        ("satellite images", "imagery"),
        ("the shipbuilder", "company"),
        ("Karl Weber", "other"),
    ],
)
def test_type_of_a_source_follows_from_its_words(text: str, type_: str) -> None:
    assert source_type(text) == type_


@given(st.text(alphabet=st.sampled_from("aZé0 .,-$’“\n1kmTnRussiaF16"), max_size=120))
def test_every_candidate_lies_in_the_text(text: str) -> None:
    found = find_candidates(text, PUBLISHED)
    for type_ in MENTION_TYPES:
        assert all(0 <= span.start < span.end <= len(text) for span in found.spans(type_))
