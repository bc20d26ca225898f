import pytest

from whoarms.reading.novelty import novelty


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It is the first time that Norway has sold missiles to Malaysia.", "first time"),
        ("Officials called the gift unprecedented.", "unprecedented"),
        ("The order is the largest ever placed by the emirate.", "largest ever"),
        ("The kingdom's first submarine was laid down in Kiel.", "kingdom's first submarine was"),
        ("The first batch of twelve arrived in May.", None),
        ("The first three of the boats were handed over.", None),
        ("Ankara will hand over the drones.", None),
    ],
)
def test_words_that_call_an_event_new_are_kept(sentence: str, words: str | None) -> None:
    assert novelty(sentence) == words
