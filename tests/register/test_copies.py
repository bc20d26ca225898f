"""Near-identical texts."""

from whoarms.register.copies import copies

SENTENCES = [
    "The frigate left the yard at Kaliningrad in the first week of March under her own power.",
    "Two tugs of the port company went with her as far as the outer roads.",
    "A crew of ninety had been living aboard since the autumn and knew her engines well.",
    "Her guns were tried off the coast in the presence of an admiral from the buyer's navy.",
    "The price has never been made public, and neither side would speak of it last week.",
]
STORY = " ".join(SENTENCES)


def pairs(*texts: str) -> list[tuple[str, str]]:
    return [(earlier, later) for earlier, later, _ in copies({str(n): text for n, text in enumerate(texts)})]


def test_a_cut_text_in_another_house_style_is_a_copy() -> None:
    styled = STORY.replace("'", "’").replace("a crew", "A CREW").replace("March", "Mar.")
    assert pairs(STORY, styled, " ".join(SENTENCES[:3])) == [("0", "1"), ("0", "2"), ("1", "2")]


def test_a_text_with_paragraphs_of_another_is_a_copy() -> None:
    assert pairs(STORY, "Nobody had expected it so soon. " + " ".join(SENTENCES[:4])) == [("0", "1")]


def test_texts_on_one_event_in_words_of_their_own_are_no_copies() -> None:
    other = (
        "On 4 March the new frigate sailed from Kaliningrad. She was followed by tugs to the roadstead. Ninety sailors "
        "have been on board for half a year. An admiral watched her guns being fired. What she cost is secret."
    )
    assert pairs(STORY, other) == []


def test_short_texts_are_copies_only_word_for_word() -> None:
    assert pairs("Forty tanks have arrived.", "Forty TANKS have arrived", "Fifty tanks have arrived.", "", "") == [
        ("0", "1")
    ]


def test_how_much_is_shared() -> None:
    ((_, _, shared),) = copies({"a": STORY, "b": STORY})
    assert shared == 1.0
